//! A structure around a set is compared as that set is: one macro writes the forwarding, for the
//! pointers here and for the wrappers on the floors above.

use std::rc::Rc;
use std::sync::Arc;

use super::{FiniteSet, Set};

/// `forward_set! { [generics] Wrapper<X> : X, |this| this.set }` implements `Set` for the wrapper
/// by asking the set inside; with `, where |x| condition(x)` only some elements belong.
macro_rules! forward_set {
    ($(
        [$($generics:tt)*] $wrapper:ty : $inner:ty, |$this:ident| $set:expr
        $(, where |$element:ident| $condition:expr)?;
    )*) => {$(
        impl<$($generics)*> $crate::set::Set for $wrapper {
            type Element = <$inner as $crate::set::Set>::Element;
            #[inline]
            fn contains(&self, x: &Self::Element) -> bool {
                let $this = self;
                $set.contains(x) $(&& {
                    let $element = x;
                    $condition
                })?
            }
            #[inline]
            fn distance(&self, x: &Self::Element, y: &Self::Element) -> f64 {
                let $this = self;
                $set.distance(x, y)
            }
            #[inline]
            fn magnitude(&self, x: &Self::Element) -> f64 {
                let $this = self;
                $set.magnitude(x)
            }
            #[inline]
            fn tolerance(&self) -> $crate::set::Tolerance {
                let $this = self;
                $set.tolerance()
            }
            #[inline]
            fn discrepancy(
                &self,
                x: &Self::Element,
                y: &Self::Element,
            ) -> $crate::set::Discrepancy {
                let $this = self;
                $set.discrepancy(x, y)
            }
            #[inline]
            fn same(&self, x: &Self::Element, y: &Self::Element) -> bool {
                let $this = self;
                $set.same(x, y)
            }
            #[inline]
            fn apart(&self, x: &Self::Element, y: &Self::Element) -> bool {
                let $this = self;
                $set.apart(x, y)
            }
            fn nudge(&self, x: &Self::Element, reach: f64, direction: u64) -> Option<Self::Element> {
                let $this = self;
                $set.nudge(x, reach, direction)
            }
            fn ratio(&self, x: &Self::Element, y: &Self::Element) -> Option<f64> {
                let $this = self;
                $set.ratio(x, y)
            }
            fn representatives(&self, x: &Self::Element) -> Vec<Self::Element> {
                let $this = self;
                $set.representatives(x)
            }
            fn describe(&self, x: &Self::Element) -> String {
                let $this = self;
                $set.describe(x)
            }
        }
    )*};
}

/// The same for `FiniteSet`.
macro_rules! forward_finite_set {
    ($([$($generics:tt)*] $wrapper:ty, |$this:ident| $set:expr;)*) => {$(
        impl<$($generics)*> $crate::set::FiniteSet for $wrapper {
            fn elements(&self) -> Box<dyn Iterator<Item = Self::Element> + '_> {
                let $this = self;
                $set.elements()
            }
            fn cardinality(&self) -> Option<usize> {
                let $this = self;
                $set.cardinality()
            }
            #[inline]
            fn index(&self, x: &Self::Element) -> Option<usize> {
                let $this = self;
                $set.index(x)
            }
            fn all_representatives(
                &self,
                x: &Self::Element,
            ) -> Box<dyn Iterator<Item = Self::Element> + '_> {
                let $this = self;
                $set.all_representatives(x)
            }
        }
    )*};
}

pub(crate) use {forward_finite_set, forward_set};

forward_set! {
    [S: Set + ?Sized] &S : S, |this| (**this);
    [S: Set + ?Sized] Box<S> : S, |this| (**this);
    [S: Set + ?Sized] Rc<S> : S, |this| (**this);
    [S: Set + ?Sized] Arc<S> : S, |this| (**this);
}

forward_finite_set! {
    [S: FiniteSet + ?Sized] &S, |this| (**this);
    [S: FiniteSet + ?Sized] Box<S>, |this| (**this);
    [S: FiniteSet + ?Sized] Rc<S>, |this| (**this);
    [S: FiniteSet + ?Sized] Arc<S>, |this| (**this);
    [S: FiniteSet] super::Within<S>, |this| this.inner();
}
