//! Products of sets: tuples, acted on component by component.

use super::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::{Discrepancy, FiniteSet, Set, Tolerance, largest};

macro_rules! product_set {
    ($($X:ident $i:tt),+) => {
        /// The product of sets, with the largest distance of the components.
        ///
        /// Components may have units of their own: each is compared by its own set, and the product
        /// is as far off as the component that is the worst by its own measure.
        impl<$($X: Set),+> Set for ($($X,)+) {
            type Element = ($($X::Element,)+);

            #[inline]
            fn contains(&self, x: &Self::Element) -> bool {
                $(self.$i.contains(&x.$i))&&+
            }

            #[inline]
            fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
                let mut distance = 0.0;
                $(distance = largest(distance, self.$i.distance(&x.$i, &y.$i));)+
                distance
            }

            #[inline]
            fn magnitude(&self, x: &Self::Element) -> f64 {
                let mut magnitude = 0.0;
                $(magnitude = largest(magnitude, self.$i.magnitude(&x.$i));)+
                magnitude
            }

            fn tolerance(&self) -> Tolerance {
                let mut tolerance = Tolerance::EXACT;
                $(
                    let other = self.$i.tolerance();
                    tolerance.absolute = tolerance.absolute.max(other.absolute);
                    tolerance.relative = tolerance.relative.max(other.relative);
                )+
                tolerance
            }

            #[inline]
            fn discrepancy(&self, x: &Self::Element, y: &Self::Element) -> Discrepancy {
                let mut worst = Discrepancy { distance: 0.0, allowance: 0.0 };
                $(worst = worst.or_worse(self.$i.discrepancy(&x.$i, &y.$i));)+
                worst
            }

            #[inline]
            fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
                $(self.$i.apart(&x.$i, &y.$i))||+
            }

            fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
                // each component in proportion to its own magnitude
                let step = match self.magnitude(x) {
                    0.0 => 0.0,
                    magnitude => reach / magnitude,
                };
                let mut nudged = x.clone();
                let mut moved = false;
                $(
                    let reach = step * self.$i.magnitude(&x.$i);
                    let direction = direction.wrapping_add(16 * $i);
                    if let Some(component) = self.$i.nudge(&x.$i, reach, direction) {
                        nudged.$i = component;
                        moved = true;
                    }
                )+
                moved.then_some(nudged)
            }

            fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
                let mut representatives = Vec::new();
                $(
                    for component in self.$i.representatives(&x.$i) {
                        let mut other = x.clone();
                        other.$i = component;
                        representatives.push(other);
                    }
                )+
                representatives
            }

            fn describe(&self, x: &Self::Element) -> String {
                let parts = [$(self.$i.describe(&x.$i)),+];
                format!("({})", parts.join(", "))
            }
        }

        /// The diagonal action: g · (x, y) = (g · x, g · y).
        impl<G: Group, $($X: GSet<G>),+> GSet<G> for ($($X,)+) {
            #[inline]
            fn act(&self, g: &G::Element, x: &Self::Element) -> Self::Element {
                ($(self.$i.act(g, &x.$i),)+)
            }

            #[inline]
            fn act_inverse(&self, group: &G, g: &G::Element, x: &Self::Element) -> Self::Element {
                ($(self.$i.act_inverse(group, g, &x.$i),)+)
            }

            fn is_trivial(&self) -> bool {
                $(self.$i.is_trivial())&&+
            }

            fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
                $(self.$i.premises(group, g, h)?;)+
                Ok(())
            }

            fn lawful_by_construction(&self) -> bool {
                $(self.$i.lawful_by_construction())&&+
            }
        }
    };
}

product_set!(X 0, Y 1);
product_set!(X 0, Y 1, Z 2);

/// The pairs, the second component running fastest.
impl<X: FiniteSet, Y: FiniteSet> FiniteSet for (X, Y) {
    fn elements(&self) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        Box::new(
            self.0
                .elements()
                .flat_map(|x| self.1.elements().map(move |y| (x.clone(), y))),
        )
    }

    fn cardinality(&self) -> Option<usize> {
        self.0.cardinality()?.checked_mul(self.1.cardinality()?)
    }

    fn index(&self, (x, y): &Self::Element) -> Option<usize> {
        let row = self.0.index(x)?.checked_mul(self.1.cardinality()?)?;
        row.checked_add(self.1.index(y)?)
    }

    fn all_representatives(
        &self,
        (x, y): &Self::Element,
    ) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        let y = y.clone();
        Box::new(self.0.all_representatives(x).flat_map(move |x| {
            let others = self.1.all_representatives(&y);
            others.map(move |y| (x.clone(), y))
        }))
    }
}

/// The triples, the last component running fastest.
impl<X: FiniteSet, Y: FiniteSet, Z: FiniteSet> FiniteSet for (X, Y, Z) {
    fn elements(&self) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        Box::new(self.0.elements().flat_map(move |x| {
            self.1.elements().flat_map(move |y| {
                let x = x.clone();
                self.2.elements().map(move |z| (x.clone(), y.clone(), z))
            })
        }))
    }

    fn cardinality(&self) -> Option<usize> {
        self.0
            .cardinality()?
            .checked_mul(self.1.cardinality()?)?
            .checked_mul(self.2.cardinality()?)
    }

    fn index(&self, (x, y, z): &Self::Element) -> Option<usize> {
        let index = self.0.index(x)?.checked_mul(self.1.cardinality()?)?;
        let index = index
            .checked_add(self.1.index(y)?)?
            .checked_mul(self.2.cardinality()?)?;
        index.checked_add(self.2.index(z)?)
    }

    fn all_representatives(
        &self,
        (x, y, z): &Self::Element,
    ) -> Box<dyn Iterator<Item = Self::Element> + '_> {
        let (y, z) = (y.clone(), z.clone());
        Box::new(self.0.all_representatives(x).flat_map(move |x| {
            let z = z.clone();
            self.1.all_representatives(&y).flat_map(move |y| {
                let x = x.clone();
                let others = self.2.all_representatives(&z);
                others.map(move |z| (x.clone(), y.clone(), z))
            })
        }))
    }
}
