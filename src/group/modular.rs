//! The modular function, and the densities of the two Haar measures.

use nalgebra::DMatrix;

use super::LieGroup;
use crate::set::Real;

/// Δ(g) = |det Ad(g)|⁻¹, from the images of the basis of the algebra.
pub(super) fn modular<G: LieGroup + ?Sized>(group: &G, g: &G::Element) -> f64 {
    let n = group.dimension();
    let mut adjoint = DMatrix::zeros(n, n);
    for place in 0..n {
        let basis = DMatrix::identity(n, n).column(place).into_owned();
        let image = group.vee(&group.adjoint(g, &group.hat(&basis)));
        adjoint.set_column(place, &image);
    }
    adjoint.determinant().to_f64().abs().recip()
}

/// A Lie group whose elements are written with as many numbers as it has dimensions, so that its Haar
/// measures have densities with respect to Lebesgue measure in those numbers.
///
/// The left Haar measure μ is invariant under x ↦ g·x, the right one ν under x ↦ x·g. On ℝ both are
/// the length; on the location–scale group they differ, and in statistics it matters: the best
/// equivariant estimator is the Bayes estimator of the **right** Haar measure.
///
/// # Laws
///
/// ```text
/// left        left_haar(g · x) · |∂(g·x)/∂x|   =  left_haar(x)
/// right      right_haar(x · g) · |∂(x·g)/∂x|   =  right_haar(x)
/// modular                   right_haar(g)      =  left_haar(g) / Δ(g)
/// ```
///
/// # Conventions
///
/// Both densities are 1 at the identity. Δ is the [modular function](LieGroup::modular) with
/// μ(A·g) = Δ(g) μ(A).
///
/// | group | numbers | left | right | Δ |
/// |---|---|---|---|---|
/// | `Reals` | x | 1 | 1 | 1 |
/// | `PositiveReals` | x | 1/x | 1/x | 1 |
/// | `AffineLine` | scale a, location b | 1/a² | 1/a | 1/a |
///
/// # Examples
///
/// ```
/// use equivariant::{LieGroup, group::HaarDensity, groups::{AffineLine, LocationScale}};
/// let line = AffineLine::<f64>::default();
/// let g = LocationScale { scale: 2.0, location: 5.0 };
/// assert_eq!(line.left_haar(&g), 0.25);
/// assert_eq!(line.right_haar(&g), 0.5);
/// assert_eq!(line.right_haar(&g), line.left_haar(&g) / line.modular(&g));
/// ```
///
/// # References
///
/// M. L. Eaton, *Group Invariance Applications in Statistics*, Institute of Mathematical Statistics
/// (1989), chapter 1.
pub trait HaarDensity: LieGroup {
    /// The density of the left Haar measure at g.
    fn left_haar(&self, g: &Self::Element) -> f64;

    /// The density of the right Haar measure at g.
    fn right_haar(&self, g: &Self::Element) -> f64 {
        self.left_haar(g) / self.modular(g)
    }
}
