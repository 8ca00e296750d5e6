//! What is made of other sets and groups is sampled like its parts.

use std::rc::Rc;
use std::sync::Arc;

use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRunner};

use super::sampled::forward_sampled;
use super::{Draws, Sampled, drawn, listed};
use crate::action::{Equipped, GSet, Pullback, SkewProduct, Trivial};
use crate::group::Group;
use crate::groups::{DirectPower, Opposite, Semidirect, Subgroup};
use crate::set::{Real, Set, Within};
use crate::sets::{
    Conjugation, Cosets, Endomorphisms, Forms, Matrices, Regular, RightRegular, Subset,
};

forward_sampled! {
    [S: Sampled + ?Sized] &S, |this| (**this);
    [S: Sampled + ?Sized] Box<S>, |this| (**this);
    [S: Sampled + ?Sized] Rc<S>, |this| (**this);
    [S: Sampled + ?Sized] Arc<S>, |this| (**this);
    [S: Sampled] Within<S>, |this| this.inner();
    [S: Sampled] Trivial<S>, |this| this.0;
    [S: Sampled, A] Equipped<S, A>, |this| this.set;
    [S: Sampled, P] Pullback<P, S>, |this| this.set;
    [G: Sampled] Regular<G>, |this| this.0;
    [G: Sampled] RightRegular<G>, |this| this.0;
    [G: Sampled] Conjugation<G>, |this| this.0;
    [G: Sampled] Opposite<G>, |this| this.0;
    [const D: usize, T: Real] Endomorphisms<D, T>, |_this| Matrices::<D, D, T>::default();
    [const D: usize, T: Real] Forms<D, T>, |_this| Matrices::<D, D, T>::default();
    [G: Group + Sampled] Cosets<G>, |this| this.subgroup().whole();
}

impl<N, H, A> Sampled for Semidirect<N, H, A>
where
    N: Group + Sampled + Clone + 'static,
    H: Group + Sampled + Clone + 'static,
    A: Fn(&H::Element, &N::Element) -> N::Element,
{
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        self.parts().strategy()
    }

    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        self.parts().simpler(x)
    }

    fn corners(&self) -> Vec<Self::Element> {
        self.parts().corners()
    }

    fn drawn(&self) -> String {
        self.parts().drawn()
    }
}

impl<G, X, H, C, Y> Sampled for SkewProduct<G, X, H, C, Y>
where
    G: Group,
    X: GSet<G> + Sampled + Clone + 'static,
    X::Element: 'static,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
    Y: Sampled + Clone + 'static,
    Y::Element: 'static,
{
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        pair(self).strategy()
    }

    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        pair(self).simpler(x)
    }

    fn corners(&self) -> Vec<Self::Element> {
        pair(self).corners()
    }

    fn drawn(&self) -> String {
        pair(self).drawn()
    }
}

/// The product without its action.
fn pair<G, X, H, C, Y>(product: &SkewProduct<G, X, H, C, Y>) -> (X, Y)
where
    G: Group,
    X: GSet<G> + Clone,
    H: Group,
    C: Fn(&G::Element, &X::Element) -> H::Element,
    Y: Clone,
{
    (product.cocycle.base().clone(), product.fibre.clone())
}

/// How often a draw from the whole set is rejected before a condition counts as never met.
const REJECTIONS: usize = 10_000;

/// Draws that satisfy a condition.
fn satisfying<T: std::fmt::Debug + 'static>(
    whole: BoxedStrategy<T>,
    condition: impl Fn(&T) -> bool,
    runner: &mut TestRunner,
) -> Result<T, Reason> {
    for _ in 0..REJECTIONS {
        let x = drawn(&whole, runner)?;
        if condition(&x) {
            return Ok(x);
        }
    }
    Err(format!("none of {REJECTIONS} draws satisfied the condition").into())
}

impl<X, F> Sampled for Subset<X, F>
where
    X: Sampled + Clone + 'static,
    X::Element: 'static,
    F: Fn(&X::Element) -> bool + Clone + 'static,
{
    fn strategy(&self) -> BoxedStrategy<X::Element> {
        let (set, subset) = (self.clone(), self.clone());
        let whole = self.whole().strategy();
        Draws::new(
            move |runner| satisfying(whole.clone(), |x| set.contains(x), runner),
            move |x| subset.simpler(x),
        )
        .boxed()
    }

    fn simpler(&self, x: &X::Element) -> Vec<X::Element> {
        let mut simpler = self.whole().simpler(x);
        simpler.retain(|x| self.contains(x));
        simpler
    }

    fn corners(&self) -> Vec<X::Element> {
        let mut corners = self.whole().corners();
        corners.retain(|x| self.contains(x));
        corners
    }

    fn drawn(&self) -> String {
        format!("{}, those that satisfy the condition", self.whole().drawn())
    }
}

impl<G> Sampled for Subgroup<G>
where
    G: Group + Sampled + Clone + 'static,
    G::Element: 'static,
{
    fn strategy(&self) -> BoxedStrategy<G::Element> {
        if let Some(finite) = self.finite() {
            return listed(&*finite);
        }
        let (group, subgroup) = (self.clone(), self.clone());
        let whole = self.whole().strategy();
        Draws::new(
            move |runner| satisfying(whole.clone(), |x| group.contains(x), runner),
            move |x| subgroup.simpler(x),
        )
        .boxed()
    }

    fn simpler(&self, x: &G::Element) -> Vec<G::Element> {
        let mut simpler = self.whole().simpler(x);
        simpler.retain(|x| self.contains(x));
        simpler
    }

    fn corners(&self) -> Vec<G::Element> {
        let mut corners = self.whole().corners();
        corners.retain(|x| self.contains(x));
        corners
    }

    fn drawn(&self) -> String {
        match self.finite() {
            Some(_) => "uniform".to_owned(),
            None => format!("{}, those in the subgroup", self.whole().drawn()),
        }
    }
}

/// The components are drawn each by itself.
impl<G, const D: usize> Sampled for DirectPower<G, D>
where
    G: Sampled + Clone + 'static,
    G::Element: 'static,
{
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        let (power, single) = (self.clone(), self.factor().strategy());
        Draws::new(
            move |runner| {
                let components: Result<Vec<_>, Reason> =
                    (0..D).map(|_| drawn(&single, runner)).collect();
                let too_few = |_| Reason::from("a component is missing");
                components?.try_into().map_err(too_few)
            },
            move |x| power.simpler(x),
        )
        .boxed()
    }

    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        let at = |place: usize, component: G::Element| {
            let mut other = x.clone();
            other[place] = component;
            other
        };
        (0..D)
            .flat_map(|place| {
                let simpler = self.factor().simpler(&x[place]).into_iter();
                simpler.map(move |component| at(place, component))
            })
            .collect()
    }

    /// The corners of the group in every place, then in all.
    fn corners(&self) -> Vec<Self::Element> {
        let corners = self.factor().corners();
        let Some(first) = corners.first() else {
            return Vec::new();
        };
        let at = |place: usize, corner: &G::Element| {
            std::array::from_fn(|i| if i == place { corner } else { first }.clone())
        };
        let one = corners
            .iter()
            .flat_map(|corner| (0..D).map(move |place| at(place, corner)));
        let all = (0..corners.len()).map(|start| {
            std::array::from_fn(|place| corners[(start + place) % corners.len()].clone())
        });
        one.chain(all).collect()
    }

    fn drawn(&self) -> String {
        format!("each {}", self.factor().drawn())
    }
}

macro_rules! sampled_product {
    ($([$X:ident $x:ident $i:tt]),+) => {
        /// The components are drawn independently and made simpler one at a time.
        impl<$($X: Sampled + Clone + 'static),+> Sampled for ($($X,)+)
        where
            $($X::Element: 'static),+
        {
            fn strategy(&self) -> BoxedStrategy<Self::Element> {
                let set = self.clone();
                let strategies = ($(self.$i.strategy(),)+);
                Draws::new(
                    move |runner| Ok(($(drawn(&strategies.$i, runner)?,)+)),
                    move |x| set.simpler(x),
                )
                .boxed()
            }

            fn family(
                &self,
                count: usize,
                runner: &mut TestRunner,
            ) -> Result<Vec<Self::Element>, Reason> {
                $(let mut $x = self.$i.family(count, runner)?.into_iter();)+
                Ok(std::iter::from_fn(|| Some(($($x.next()?,)+))).collect())
            }

            fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
                let mut simpler = Vec::new();
                $(
                    simpler.extend(self.$i.simpler(&x.$i).into_iter().map(|component| {
                        let mut other = x.clone();
                        other.$i = component;
                        other
                    }));
                )+
                simpler
            }

            /// The first corner of each component; each corner beside the first of the others; the
            /// corners beside each other.
            fn corners(&self) -> Vec<Self::Element> {
                $(let $x = self.$i.corners();)+
                let longest = 0_usize $(.max($x.len()))+;
                if [$($x.is_empty()),+].contains(&true) {
                    return Vec::new();
                }
                let first = ($($x[0].clone(),)+);
                let mut corners = vec![first.clone()];
                for place in 1..longest {
                    $(
                        if let Some(corner) = $x.get(place) {
                            let mut other = first.clone();
                            other.$i = corner.clone();
                            corners.push(other);
                        }
                    )+
                }
                for place in 1..longest {
                    corners.push(($($x[place % $x.len()].clone(),)+));
                }
                corners
            }

            fn drawn(&self) -> String {
                let laws = [$(self.$i.drawn()),+];
                format!("({})", laws.join("; "))
            }
        }
    };
}

sampled_product!([X x 0], [Y y 1]);
sampled_product!([X x 0], [Y y 1], [Z z 2]);
