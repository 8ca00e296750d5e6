//! Coordinates that are known up to a rotation.

use nalgebra::SMatrix;

use crate::action::GSet;
use crate::group::Group;
use crate::groups::{Affine, AffineTransformation};
use crate::set::{Discrepancy, Set, Tolerance};
use crate::sets::{Forms, Points};

/// Affine coordinates up to a rotation or reflection of their axes, the orbits ρ O(D): where the
/// coordinates are that a scatter chooses. An affine map g takes ρ to g·ρ.
///
/// # Conventions
///
/// An orbit is given by any of its elements, and compared by what all have in common: the origin m and
/// the form L Lᵀ, where ρ(w) = m + L w. Each is compared in its own units.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, groups::AffineTransformation, statistics::multivariate::TurnedFrames};
/// use nalgebra::{matrix, vector};
/// let at = |linear| AffineTransformation { linear, translation: vector![3.0, 4.0] };
/// let frames = TurnedFrames::<2>;
/// assert!(frames.same(&at(matrix![2.0, 0.0; 0.0, 2.0]), &at(matrix![0.0, -2.0; 2.0, 0.0])));
/// assert!(!frames.same(&at(matrix![2.0, 0.0; 0.0, 2.0]), &at(matrix![2.0, 1.0; 0.0, 2.0])));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TurnedFrames<const D: usize>;

type Parts<const D: usize> = (Points<D>, Forms<D>);

impl<const D: usize> TurnedFrames<D> {
    fn parts() -> Parts<D> {
        (Points::default(), Forms::default())
    }

    /// What all elements of an orbit have in common.
    fn split(rho: &AffineTransformation<D>) -> <Parts<D> as Set>::Element {
        let form = rho.linear * rho.linear.transpose();
        (rho.translation.into(), form)
    }
}

impl<const D: usize> Set for TurnedFrames<D> {
    type Element = AffineTransformation<D>;

    fn contains(&self, x: &AffineTransformation<D>) -> bool {
        Affine::default().contains(x)
    }

    fn distance(&self, x: &AffineTransformation<D>, y: &AffineTransformation<D>) -> f64 {
        Self::parts().distance(&Self::split(x), &Self::split(y))
    }

    fn magnitude(&self, x: &AffineTransformation<D>) -> f64 {
        Self::parts().magnitude(&Self::split(x))
    }

    fn tolerance(&self) -> Tolerance {
        Self::parts().tolerance()
    }

    fn discrepancy(&self, x: &AffineTransformation<D>, y: &AffineTransformation<D>) -> Discrepancy {
        Self::parts().discrepancy(&Self::split(x), &Self::split(y))
    }

    /// In proportion to the magnitude of the coordinates themselves.
    fn nudge(
        &self,
        x: &AffineTransformation<D>,
        reach: f64,
        direction: u64,
    ) -> Option<AffineTransformation<D>> {
        let affine = Affine::default();
        let step = reach / self.magnitude(x);
        affine.nudge(x, step * affine.magnitude(x), direction)
    }

    /// With the first axis reversed, and with a quarter turn of the first two.
    fn representatives(&self, x: &AffineTransformation<D>) -> Vec<AffineTransformation<D>> {
        let mut reversed = *x;
        reversed.linear.column_mut(0).neg_mut();
        let mut representatives = vec![reversed];
        if D > 1 {
            reversed.linear.swap_columns(0, 1);
            representatives.push(reversed);
        }
        representatives
    }

    fn describe(&self, x: &AffineTransformation<D>) -> String {
        format!("{} up to a rotation", Affine::default().describe(x))
    }
}

impl<const D: usize> GSet<Affine<D>> for TurnedFrames<D> {
    fn act(
        &self,
        g: &AffineTransformation<D>,
        x: &AffineTransformation<D>,
    ) -> AffineTransformation<D> {
        Affine::default().compose(g, x)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The lower triangular L with positive diagonal and the orthogonal Q with L Q = T, by the method of Gram
/// and Schmidt for the rows, each made orthogonal twice. A row is as accurate as it was, whatever its
/// units.
pub(super) fn triangular<const D: usize>(
    root: &SMatrix<f64, D, D>,
) -> (SMatrix<f64, D, D>, SMatrix<f64, D, D>) {
    let mut lower = SMatrix::<f64, D, D>::zeros();
    let mut orthogonal = SMatrix::<f64, D, D>::zeros();
    for i in 0..D {
        let unit = root.row(i).amax();
        let mut row = root.row(i) / unit;
        for _ in 0..2 {
            for j in 0..i {
                let product = row.dot(&orthogonal.row(j));
                row -= orthogonal.row(j) * product;
                lower[(i, j)] += product * unit;
            }
        }
        let length = row.norm();
        lower[(i, i)] = length * unit;
        orthogonal.set_row(i, &(row / length));
    }
    (lower, orthogonal)
}
