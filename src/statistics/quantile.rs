//! Quantiles of samples, in the nine usual definitions.
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::{Estimator, quantile::{Quantile, QuantileDefinition}};
//! let sample = [1.0, 2.0, 3.0, 4.0];
//! let quartile = |definition| Quantile::new(0.25, definition)?.estimate(&sample).map_err(Box::from);
//! let values = QuantileDefinition::ALL.map(quartile);
//! let values: Vec<f64> = values.into_iter().collect::<Result<_, Box<dyn std::error::Error>>>()?;
//! assert_eq!(values[..7], [1.0, 1.5, 1.0, 1.0, 1.5, 1.25, 1.75]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod definition;
mod estimator;

pub use definition::QuantileDefinition;
pub use estimator::{NoProbability, Quantile};
