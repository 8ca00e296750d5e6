//! Functions on a finite set.

use super::Power;
use crate::action::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{FiniteSet, Set, forward_set};

/// The functions from a finite set X to a set V, moved by (g·f)(x) = g · f(g⁻¹·x).
///
/// Signals and images are functions on a grid with values that do not move: `Trivial(V)`. A field of
/// vectors has values that turn with the grid.
///
/// # Conventions
///
/// A function is the list of its values in the order of the elements of X. It is compared value by
/// value, as a sample is in [`Power`].
///
/// # Complexity
///
/// The action takes one look-up in X for each of its elements. It is computed in the form
/// (g·f)(g·x) = g · f(x), which needs no inverse.
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Trivial, groups::Cyclic, sets::{Functions, Reals, Regular}};
///
/// let c4 = Cyclic::new(4)?;
/// let signals = Functions::new(Regular(c4), Trivial(Reals::default()));
/// assert_eq!(signals.act(&1, &vec![5.0, 6.0, 7.0, 8.0]), [8.0, 5.0, 6.0, 7.0]);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Functions<X, V> {
    domain: X,
    values: Power<V>,
}

impl<X: FiniteSet, V> Functions<X, V> {
    /// The functions on `domain` with values in `codomain`.
    ///
    /// # Panics
    ///
    /// If the domain has more elements than a `usize` can count.
    pub fn new(domain: X, codomain: V) -> Self {
        let n = domain
            .cardinality()
            .expect("a function on a set too large to count cannot be stored");
        Functions {
            domain,
            values: Power::new(codomain).of_length(n),
        }
    }

    /// The set that the functions are defined on.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Trivial, groups::Cyclic, sets::{Functions, Reals, Regular}};
    /// let signals = Functions::new(Regular(Cyclic::new(4)?), Trivial(Reals::<f64>::default()));
    /// assert_eq!(*signals.domain(), Regular(Cyclic::new(4)?));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub fn domain(&self) -> &X {
        &self.domain
    }

    /// The set that the values are from.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Trivial, groups::Cyclic, sets::{Functions, Reals, Regular}};
    /// let signals = Functions::new(Regular(Cyclic::new(4)?), Trivial(Reals::<f64>::default()));
    /// assert_eq!(*signals.codomain(), Trivial(Reals::default()));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub fn codomain(&self) -> &V {
        self.values.inner()
    }
}

impl<X, V> Functions<X, V> {
    /// The lists of values.
    #[cfg(feature = "proptest")]
    pub(crate) const fn lists(&self) -> &Power<V> {
        &self.values
    }
}

impl<X: FiniteSet, V: Set> Functions<X, V> {
    /// The value f(x), if x is in the domain.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{groups::Cyclic, sets::{Functions, Reals, Regular}, Trivial};
    /// let signals = Functions::new(Regular(Cyclic::new(4)?), Trivial(Reals::<f64>::default()));
    /// assert_eq!(signals.value(&[5.0, 6.0, 7.0, 8.0], &2), Some(&7.0));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn value<'f>(&self, f: &'f [V::Element], x: &X::Element) -> Option<&'f V::Element> {
        f.get(self.domain.index(x)?)
    }

    /// The function that a closure computes.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{groups::Cyclic, sets::{Functions, Positions}};
    /// let functions = Functions::new(Positions(3), Cyclic::new(10)?);
    /// let square = functions.tabulate(|i| (i * i) as u64);
    /// assert_eq!(functions.value(&square, &2), Some(&4));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    pub fn tabulate(&self, f: impl FnMut(X::Element) -> V::Element) -> Vec<V::Element> {
        self.domain.elements().map(f).collect()
    }
}

forward_set! { [X: FiniteSet, V: Set] Functions<X, V> : Power<V>, |this| this.values; }

/// All functions, the value at the last element of the domain running fastest.
impl<X: FiniteSet, V: FiniteSet> FiniteSet for Functions<X, V> {
    fn elements(&self) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        let values: Vec<V::Element> = self.codomain().elements().collect();
        let mut next = match (values.first(), *self.values.lengths().start()) {
            (_, 0) => Some(Vec::new()),
            (None, _) => None,
            (Some(_), n) => Some(vec![0; n]),
        };
        Box::new(std::iter::from_fn(move || {
            let digits = next.take()?;
            let function = digits.iter().map(|&digit| values[digit].clone()).collect();
            next = successor(digits, values.len());
            Some(function)
        }))
    }

    fn cardinality(&self) -> Option<usize> {
        let n = u32::try_from(*self.values.lengths().start()).ok()?;
        self.codomain().cardinality()?.checked_pow(n)
    }

    fn index(&self, f: &Self::Element) -> Option<usize> {
        if !self.values.lengths().contains(&f.len()) {
            return None;
        }
        let base = self.codomain().cardinality()?;
        f.iter().try_fold(0_usize, |index, value| {
            index
                .checked_mul(base)?
                .checked_add(self.codomain().index(value)?)
        })
    }

    /// Every value in every way.
    fn all_representatives(
        &self,
        f: &Self::Element,
    ) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        let mut all: Box<dyn Iterator<Item = Self::Element> + '_> =
            Box::new(std::iter::once(Vec::with_capacity(f.len())));
        for value in f.clone() {
            all = Box::new(all.flat_map(move |start| {
                let values = self.codomain().all_representatives(&value);
                values.map(move |value| start.iter().cloned().chain([value]).collect())
            }));
        }
        all
    }
}

/// The next number in this base with as many digits, the most significant first.
fn successor(mut digits: Vec<usize>, base: usize) -> Option<Vec<usize>> {
    let place = digits.iter().rposition(|&digit| digit + 1 < base)?;
    digits[place] += 1;
    digits[place + 1..].fill(0);
    Some(digits)
}

impl<G: Group, X: FiniteSet + GSet<G>, V: GSet<G>> GSet<G> for Functions<X, V> {
    /// (g·f)(g·x) = g · f(x).
    ///
    /// Where g does not permute the domain, values are missing, and the result is no function.
    fn act(&self, g: &G::Element, f: &Self::Element) -> Self::Element {
        let mut moved: Vec<Option<V::Element>> = vec![None; f.len()];
        for (x, value) in self.domain.elements().zip(f) {
            let place = self.domain.index(&self.domain.act(g, &x));
            if let Some(place) = place.and_then(|place| moved.get_mut(place)) {
                *place = Some(self.codomain().act(g, value));
            }
        }
        moved.into_iter().flatten().collect()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        self.domain.premises(group, g, h)?;
        self.values.premises(group, g, h)
    }

    fn lawful_by_construction(&self) -> bool {
        self.domain.lawful_by_construction() && self.values.lawful_by_construction()
    }
}
