//! How far from equivariant a map is, in proportion to its values.

use super::EquivariantMap;
use crate::action::GSet;
use crate::group::Group;
use crate::set::Set;

/// Errors in proportion to what they are errors of, from the smallest to the largest.
///
/// # Conventions
///
/// The error of f at (g, x) is d(f(g·x), g·f(x)) divided by the larger of the two magnitudes; 0 if both are 0. A NaN is
/// larger than every number.
///
/// # Examples
///
/// ```
/// use equivariant::{Equipped, EquivariantMap, groups::Integers, sets::Reals};
/// let line = Equipped::new(Integers, Reals::<f64>::default(), |n, x| x + *n as f64);
/// let rounded = EquivariantMap::new(Integers, line.clone(), line, |x: &f64| (x / 2.0).round() * 2.0);
/// let errors = rounded.relative_errors([(1, 3.0), (2, 3.0), (1, 4.0), (1, 9.0)]);
/// assert_eq!(errors.largest(), 0.2); // f(3 + 1) = 4, f(3) + 1 = 5
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RelativeErrors {
    sorted: Vec<f64>,
}

impl RelativeErrors {
    fn of(errors: impl Iterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = errors.map(f64::abs).collect();
        sorted.sort_by(f64::total_cmp);
        RelativeErrors { sorted }
    }

    /// The errors, the smallest first.
    #[must_use]
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The smallest error that at least this part of all errors do not exceed; NaN if there are none.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Reals, Equipped};
    /// let line = Equipped::new(Integers, Reals::<f64>::default(), |n, x| x + *n as f64);
    /// let shrunk = EquivariantMap::new(Integers, line.clone(), line, |x: &f64| 0.5 * x);
    /// let errors = shrunk.relative_errors([(0, 8.0), (4, 0.0), (2, 2.0)]);
    /// assert_eq!(errors.sorted(), [0.0, 1.0 / 3.0, 0.5]);
    /// assert_eq!(errors.quantile(0.5), 1.0 / 3.0);
    /// ```
    #[must_use]
    pub fn quantile(&self, part: f64) -> f64 {
        let last = self.sorted.len().saturating_sub(1);
        let place = (part * self.sorted.len() as f64).ceil() as usize;
        let place = place.saturating_sub(1).min(last);
        self.sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// The largest error; NaN if there are none.
    #[must_use]
    pub fn largest(&self) -> f64 {
        self.quantile(1.0)
    }

    /// The mean error; NaN if there are none.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sorted.iter().sum::<f64>() / self.sorted.len() as f64
    }
}

/// d(x, y) in proportion to the larger magnitude.
fn relative<S: Set + ?Sized>(set: &S, x: &S::Element, y: &S::Element) -> f64 {
    let distance = set.distance(x, y);
    if distance == 0.0 {
        return 0.0;
    }
    distance / set.magnitude(x).max(set.magnitude(y))
}

impl<G, X, Y, F> EquivariantMap<G, X, Y, F>
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    /// How far from equivariant f is at these pairs (g, x), in proportion to its values.
    ///
    /// For maps that are equivariant only nearly: nothing is refused, all is measured.
    ///
    /// # Complexity
    ///
    /// Two evaluations of f a pair.
    pub fn relative_errors(
        &self,
        pairs: impl IntoIterator<Item = (G::Element, X::Element)>,
    ) -> RelativeErrors {
        RelativeErrors::of(pairs.into_iter().map(|(g, x)| {
            let left = self.apply(&self.domain.act(&g, &x));
            let right = self.codomain.act(&g, &self.apply(&x));
            relative(&self.codomain, &left, &right)
        }))
    }

    /// How far from compatible the action on the domain is at these triples (g, h, x), in proportion to its
    /// elements: d(g·(h·x), (g·h)·x).
    ///
    /// What moves by interpolation has no action in the strict sense. Errors of a map that are not larger than
    /// these are not to be blamed on the map.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Equipped, EquivariantMap, groups::Integers, sets::Reals};
    /// let rounded = Equipped::new(Integers, Reals::<f64>::default(), |n, x| (x + *n as f64 / 3.0).round());
    /// let map = EquivariantMap::new(Integers, rounded.clone(), rounded, |x: &f64| *x);
    /// assert_eq!(map.action_errors([(1, 1, 10.0)]).largest(), 1.0 / 11.0);
    /// ```
    pub fn action_errors(
        &self,
        triples: impl IntoIterator<Item = (G::Element, G::Element, X::Element)>,
    ) -> RelativeErrors {
        RelativeErrors::of(triples.into_iter().map(|(g, h, x)| {
            let left = self.domain.act(&g, &self.domain.act(&h, &x));
            let right = self.domain.act(&self.group.compose(&g, &h), &x);
            relative(&self.domain, &left, &right)
        }))
    }
}
