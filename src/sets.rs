//! Sets: numbers, points, vectors, and what is made from other sets.
//!
//! # Examples
//!
//! ```
//! use equivariant::{GSet, groups::SpecialOrthogonal, sets::{Points, Power}};
//! use nalgebra::{Rotation2, point};
//! // a cloud of points moves when its points do
//! let cloud = Power::new(Points::<2>::default());
//! let half_turn = Rotation2::new(std::f64::consts::PI);
//! let moved = GSet::<SpecialOrthogonal<2>>::act(&cloud, &half_turn, &vec![point![1.0, 2.0]]);
//! assert!((moved[0] - point![-1.0, -2.0]).norm() < 1e-15);
//! ```

mod bottleneck;
mod circle;
mod complexes;
mod conjugation;
mod cosets;
mod endomorphisms;
mod finite;
mod forms;
mod functions;
mod lines;
mod matrices;
mod multisets;
mod partial;
mod permuted;
mod points;
mod positions;
mod power;
mod reals;
mod regular;
mod right_regular;
mod subset;
mod two_sided;

pub use circle::Circle;
pub use complexes::Complexes;
pub use conjugation::Conjugation;
pub use cosets::Cosets;
pub use endomorphisms::Endomorphisms;
pub use finite::{Finite, RepeatedElement};
pub use forms::Forms;
pub use functions::Functions;
pub use lines::Lines;
pub use matrices::Matrices;
pub use multisets::Multisets;
pub use partial::Partial;
pub use permuted::Permuted;
pub use points::{Points, Vectors};
pub use positions::Positions;
pub use power::Power;
pub use reals::Reals;
pub use regular::Regular;
pub use right_regular::RightRegular;
pub use subset::Subset;
pub use two_sided::TwoSided;
