//! Claims about samples in general position.

use nalgebra::Point;

use super::Claim;
use crate::action::GSet;
use crate::statistics::multivariate::GeneralPosition;

/// A claim made only of samples in [general position](GeneralPosition): of estimators that jump where observations
/// come to lie on a line or together.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, statistics::claim::{AffineLocation, Claim, InGeneralPosition}};
/// use nalgebra::point;
/// let line = [0.0, 1.0, 2.0].map(|t| point![t, t]).to_vec();
/// assert!(AffineLocation::<2>.samples().contains(&line));
/// assert!(!InGeneralPosition(AffineLocation::<2>).samples().contains(&line));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InGeneralPosition<C>(pub C);

impl<C, const D: usize> Claim for InGeneralPosition<C>
where
    C: Claim<Observation = Point<f64, D>>,
    C::Samples: GSet<C::Group, Element = Vec<Point<f64, D>>>,
{
    type Group = C::Group;
    type Observation = Point<f64, D>;
    type Samples = GeneralPosition<C::Samples>;
    type Values = C::Values;

    fn group(&self) -> C::Group {
        self.0.group()
    }

    fn samples(&self) -> GeneralPosition<C::Samples> {
        GeneralPosition(self.0.samples())
    }

    fn values(&self) -> C::Values {
        self.0.values()
    }

    fn formula(&self) -> &'static str {
        self.0.formula()
    }
}
