//! Sampling written once: macros for the sets whose strategy is a draw and an order of simplicity.

/// `sampled! { [generics] Set, "law", |this, random| draw, |this, x| simpler, |this| corners; }`
/// implements [`Sampled`](super::Sampled) for a set that can be copied.
macro_rules! sampled {
    ($(
        [$($generics:tt)*] $set:ty, $drawn:expr,
        |$this:ident, $random:ident| $draw:expr,
        |$self:ident, $x:ident| $simpler:expr,
        |$me:ident| $corners:expr;
    )*) => {$(
        impl<$($generics)*> $crate::strategy::Sampled for $set {
            fn strategy(&self) -> proptest::strategy::BoxedStrategy<Self::Element> {
                let ($this, set) = (*self, *self);
                proptest::strategy::Strategy::boxed($crate::strategy::Draws::new(
                    move |runner| {
                        let $this = &$this;
                        let $random = runner.rng();
                        Ok($draw)
                    },
                    move |x| $crate::strategy::Sampled::simpler(&set, x),
                ))
            }

            fn simpler(&self, $x: &Self::Element) -> Vec<Self::Element> {
                let $self = self;
                $simpler
            }

            fn corners(&self) -> Vec<Self::Element> {
                let $me = self;
                $corners
            }

            fn drawn(&self) -> String {
                String::from($drawn)
            }
        }
    )*};
}

/// `forward_sampled! { [generics] Wrapper, |this| inner; }` samples a wrapper like what is inside.
macro_rules! forward_sampled {
    ($([$($generics:tt)*] $wrapper:ty, |$this:ident| $inner:expr;)*) => {$(
        impl<$($generics)*> $crate::strategy::Sampled for $wrapper {
            fn strategy(&self) -> proptest::strategy::BoxedStrategy<Self::Element> {
                let $this = self;
                $inner.strategy()
            }

            fn family(
                &self,
                count: usize,
                runner: &mut proptest::test_runner::TestRunner,
            ) -> Result<Vec<Self::Element>, proptest::test_runner::Reason> {
                let $this = self;
                $inner.family(count, runner)
            }

            fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
                let $this = self;
                $inner.simpler(x)
            }

            fn corners(&self) -> Vec<Self::Element> {
                let $this = self;
                $inner.corners()
            }

            fn drawn(&self) -> String {
                let $this = self;
                $inner.drawn()
            }
        }
    )*};
}

/// `sampled_by_parts! { [generics] Set : Parts; }` samples a set whose elements are compared part by
/// part like the product of the parts.
macro_rules! sampled_by_parts {
    ($([$($generics:tt)*] $set:ty : $parts:ty;)*) => {$(
        impl<$($generics)*> $crate::strategy::Sampled for $set {
            fn strategy(&self) -> proptest::strategy::BoxedStrategy<Self::Element> {
                let set = *self;
                let parts = $crate::strategy::Sampled::strategy(&<$parts>::default());
                proptest::strategy::Strategy::boxed($crate::strategy::Draws::new(
                    move |runner| Ok(Self::join($crate::strategy::drawn(&parts, runner)?)),
                    move |x| $crate::strategy::Sampled::simpler(&set, x),
                ))
            }

            fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
                let parts = <$parts>::default();
                let simpler = $crate::strategy::Sampled::simpler(&parts, &Self::split(x));
                simpler.into_iter().map(Self::join).collect()
            }

            fn corners(&self) -> Vec<Self::Element> {
                let corners = $crate::strategy::Sampled::corners(&<$parts>::default());
                corners.into_iter().map(Self::join).collect()
            }

            fn drawn(&self) -> String {
                $crate::strategy::Sampled::drawn(&<$parts>::default())
            }
        }
    )*};
}

pub(super) use {forward_sampled, sampled, sampled_by_parts};
