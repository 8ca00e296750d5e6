//! Direct products of groups: tuples.

use nalgebra::DVector;

use crate::group::{Abelian, Generated, Group, LieGroup, OutsideLogarithm};
use crate::set::FiniteSet;

macro_rules! product_group {
    ($([$G:ident $i:tt]),+) => {
        /// The direct product of groups: tuples, multiplied component by component.
        impl<$($G: Group),+> Group for ($($G,)+) {
            #[inline]
            fn identity(&self) -> Self::Element {
                ($(self.$i.identity(),)+)
            }

            #[inline]
            fn compose(&self, g: &Self::Element, h: &Self::Element) -> Self::Element {
                ($(self.$i.compose(&g.$i, &h.$i),)+)
            }

            #[inline]
            fn inverse(&self, g: &Self::Element) -> Self::Element {
                ($(self.$i.inverse(&g.$i),)+)
            }

            fn power(&self, g: &Self::Element, n: i64) -> Self::Element {
                ($(self.$i.power(&g.$i, n),)+)
            }

            /// The factors of the components, each beside identities.
            fn factors(&self, g: &Self::Element) -> Vec<Self::Element> {
                let e = self.identity();
                let mut factors = Vec::new();
                $(
                    factors.extend(self.$i.factors(&g.$i).into_iter().map(|factor| {
                        let mut element = e.clone();
                        element.$i = factor;
                        element
                    }));
                )+
                factors
            }

            fn finite(&self) -> Option<Box<dyn FiniteSet<Element = Self::Element> + '_>> {
                Some(Box::new(($(self.$i.finite()?,)+)))
            }

            fn lawful_by_construction(&self) -> bool {
                $(self.$i.lawful_by_construction())&&+
            }
        }

        impl<$($G: Abelian),+> Abelian for ($($G,)+) {}

        /// The generators of the components, each beside identities.
        impl<$($G: Generated),+> Generated for ($($G,)+) {
            fn generators(&self) -> Vec<Self::Element> {
                let e = self.identity();
                let mut generators = Vec::new();
                $(
                    generators.extend(self.$i.generators().into_iter().map(|generator| {
                        let mut element = e.clone();
                        element.$i = generator;
                        element
                    }));
                )+
                generators
            }
        }

        /// The product of the measures: independent components.
        #[cfg(feature = "rand")]
        impl<$($G: crate::group::HaarMeasure),+> crate::group::HaarMeasure for ($($G,)+) {
            fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> Self::Element {
                ($(self.$i.sample(random),)+)
            }
        }

        /// The Lie algebra is the direct sum; its coordinates are those of the components, one after
        /// the other.
        impl<Scalar: crate::set::Real, $($G: LieGroup<Scalar = Scalar>),+> LieGroup for ($($G,)+) {
            type Scalar = Scalar;
            type Algebra = ($($G::Algebra,)+);

            fn dimension(&self) -> usize {
                0 $(+ self.$i.dimension())+
            }

            fn hat(&self, coordinates: &DVector<Scalar>) -> Self::Algebra {
                let mut rest = coordinates.iter().copied();
                ($({
                    let dimension = self.$i.dimension();
                    let own: Vec<Scalar> = rest.by_ref().take(dimension).collect();
                    self.$i.hat(&DVector::from_vec(own))
                },)+)
            }

            fn vee(&self, algebra: &Self::Algebra) -> DVector<Scalar> {
                let mut coordinates = Vec::new();
                $(coordinates.extend(self.$i.vee(&algebra.$i).iter());)+
                DVector::from_vec(coordinates)
            }

            fn exp(&self, algebra: &Self::Algebra) -> Self::Element {
                ($(self.$i.exp(&algebra.$i),)+)
            }

            fn log(&self, g: &Self::Element) -> Result<Self::Algebra, OutsideLogarithm> {
                Ok(($(self.$i.log(&g.$i)?,)+))
            }

            fn adjoint(&self, g: &Self::Element, algebra: &Self::Algebra) -> Self::Algebra {
                ($(self.$i.adjoint(&g.$i, &algebra.$i),)+)
            }

            fn bracket(&self, x: &Self::Algebra, y: &Self::Algebra) -> Self::Algebra {
                ($(self.$i.bracket(&x.$i, &y.$i),)+)
            }

            fn modular(&self, g: &Self::Element) -> f64 {
                let mut product = 1.0;
                $(product *= self.$i.modular(&g.$i);)+
                product
            }
        }
    };
}

product_group!([G 0], [H 1]);
product_group!([G 0], [H 1], [K 2]);
