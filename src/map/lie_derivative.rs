//! How fast a map stops being equivariant as g leaves the identity.

use nalgebra::DVector;

use super::EquivariantMap;
use crate::action::GSet;
use crate::group::LieGroup;
use crate::set::Real;

/// A derivative, and how far it may be from the true one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LieDerivative {
    /// The derivative.
    pub value: f64,
    /// The difference of the two best extrapolations to t = 0.
    pub error: f64,
}

/// The first t is 2 to minus this power, and each is half of the one before.
const FIRST: i32 = 4;

/// How many t are tried at most.
const COUNT: usize = 14;

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: LieGroup,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// The size of the Lie derivative of f at x in a direction X of the group: how fast f stops being equivariant
    /// there, lim d(f(exp(tX)·x), exp(tX)·f(x)) / t as t → 0.
    ///
    /// It is 0 in all directions and at all points exactly if f is equivariant under the connected group.
    ///
    /// # Conventions
    ///
    /// In the distance of the codomain, which for signals is the largest difference of two values. Directions are
    /// those of [`LieGroup::hat`]. The quotients at t = 2⁻⁴, 2⁻⁵, … are extrapolated to 0 (Ridders), until rounding
    /// prevails.
    ///
    /// # Complexity
    ///
    /// One evaluation of f, and one for each t, 14 at most.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::SpecialOrthogonal, sets::Vectors};
    /// use nalgebra::{dvector, vector};
    /// let (so2, plane) = (SpecialOrthogonal::<2>::default(), Vectors::<2>::default());
    /// let stretch = EquivariantMap::new(so2, plane, plane, |v| vector![3.0 * v.x, v.y]);
    /// let rate = stretch.lie_derivative(&dvector![1.0], &vector![0.6, 0.8]);
    /// assert!((rate.value - 2.0).abs() < 1e-9); // ‖(3 − 1) (x, y) mirrored‖
    /// ```
    ///
    /// # References
    ///
    /// N. Gruver, M. Finzi, M. Goldblum and A. G. Wilson, The Lie derivative for measuring learned equivariance,
    /// *International Conference on Learning Representations* (2023); C. J. F. Ridders, Accurate computation of F′(x) and
    /// F′(x) F″(x), *Advances in Engineering Software* 4 (1982), 75–76.
    pub fn lie_derivative(&self, direction: &DVector<G::Scalar>, x: &X::Element) -> LieDerivative {
        let value = self.apply(x);
        let quotient = |t: f64| {
            let g = self
                .group
                .exp(&self.group.hat(&(direction * G::Scalar::nearest(t))));
            let left = self.apply(&self.domain.act(&g, x));
            self.codomain
                .distance(&left, &self.codomain.act(&g, &value))
                / t
        };
        // row k has the extrapolations from the last t, of orders 0 to k
        let mut row: Vec<f64> = Vec::new();
        let mut best = LieDerivative {
            value: f64::NAN,
            error: f64::INFINITY,
        };
        for k in 0..COUNT {
            let mut next = vec![quotient(f64::powi(0.5, FIRST + k as i32))];
            for (order, &before) in row.iter().enumerate() {
                let current = next[order];
                let factor = f64::powi(2.0, order as i32 + 1);
                let extrapolated = current + (current - before) / (factor - 1.0);
                let error = (extrapolated - current)
                    .abs()
                    .max((extrapolated - before).abs());
                if error < best.error {
                    best = LieDerivative {
                        value: extrapolated,
                        error,
                    };
                }
                next.push(extrapolated);
            }
            if k > 3
                && row
                    .last()
                    .is_some_and(|last| (next[next.len() - 1] - last).abs() > 16.0 * best.error)
            {
                break;
            }
            row = next;
        }
        best.value = best.value.max(0.0);
        best
    }
}
