//! A pointer to a group is the group; so is a group compared with another tolerance.

use std::rc::Rc;
use std::sync::Arc;

use nalgebra::DVector;

use super::{Abelian, Generated, Group, LieGroup, OutsideLogarithm};
use crate::set::{FiniteSet, Within};

macro_rules! forward_group {
    ($([$($bound:tt)*] $structure:ty, |$this:ident| $inner:expr;)*) => {$(
        impl<G: Group + $($bound)*> Group for $structure {
            #[inline]
            fn identity(&self) -> G::Element {
                let $this = self;
                $inner.identity()
            }
            #[inline]
            fn compose(&self, g: &G::Element, h: &G::Element) -> G::Element {
                let $this = self;
                $inner.compose(g, h)
            }
            #[inline]
            fn inverse(&self, g: &G::Element) -> G::Element {
                let $this = self;
                $inner.inverse(g)
            }
            #[inline]
            fn power(&self, g: &G::Element, n: i64) -> G::Element {
                let $this = self;
                $inner.power(g, n)
            }
            fn factors(&self, g: &G::Element) -> Vec<G::Element> {
                let $this = self;
                $inner.factors(g)
            }
            fn finite(&self) -> Option<Box<dyn FiniteSet<Element = G::Element> + '_>> {
                let $this = self;
                $inner.finite()
            }
            fn lawful_by_construction(&self) -> bool {
                let $this = self;
                $inner.lawful_by_construction()
            }
        }

        impl<G: Abelian + $($bound)*> Abelian for $structure {}

        impl<G: Generated + $($bound)*> Generated for $structure {
            fn generators(&self) -> Vec<G::Element> {
                let $this = self;
                $inner.generators()
            }
        }

        impl<G: LieGroup + $($bound)*> LieGroup for $structure {
            type Scalar = G::Scalar;
            type Algebra = G::Algebra;
            fn dimension(&self) -> usize {
                let $this = self;
                $inner.dimension()
            }
            fn hat(&self, coordinates: &DVector<G::Scalar>) -> G::Algebra {
                let $this = self;
                $inner.hat(coordinates)
            }
            fn vee(&self, algebra: &G::Algebra) -> DVector<G::Scalar> {
                let $this = self;
                $inner.vee(algebra)
            }
            fn exp(&self, algebra: &G::Algebra) -> G::Element {
                let $this = self;
                $inner.exp(algebra)
            }
            fn log(&self, g: &G::Element) -> Result<G::Algebra, OutsideLogarithm> {
                let $this = self;
                $inner.log(g)
            }
            fn adjoint(&self, g: &G::Element, algebra: &G::Algebra) -> G::Algebra {
                let $this = self;
                $inner.adjoint(g, algebra)
            }
            fn bracket(&self, x: &G::Algebra, y: &G::Algebra) -> G::Algebra {
                let $this = self;
                $inner.bracket(x, y)
            }
            fn modular(&self, g: &G::Element) -> f64 {
                let $this = self;
                $inner.modular(g)
            }
        }
    )*};
}

#[cfg(feature = "rand")]
macro_rules! forward_haar {
    ($([$($bound:tt)*] $structure:ty, |$this:ident| $inner:expr;)*) => {$(
        impl<G: super::HaarMeasure + $($bound)*> super::HaarMeasure for $structure {
            fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> G::Element {
                let $this = self;
                $inner.sample(random)
            }
        }
    )*};
}

forward_group! {
    [?Sized] &G, |this| (**this);
    [?Sized] Box<G>, |this| (**this);
    [?Sized] Rc<G>, |this| (**this);
    [?Sized] Arc<G>, |this| (**this);
    [] Within<G>, |this| this.inner();
}

#[cfg(feature = "rand")]
forward_haar! {
    [?Sized] &G, |this| (**this);
    [?Sized] Box<G>, |this| (**this);
    [?Sized] Rc<G>, |this| (**this);
    [?Sized] Arc<G>, |this| (**this);
    [] Within<G>, |this| this.inner();
}
