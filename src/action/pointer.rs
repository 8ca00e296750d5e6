//! A pointer to a G-set is the G-set; so is a G-set compared with another tolerance.

use std::rc::Rc;
use std::sync::Arc;

use super::GSet;
use crate::group::Group;
use crate::law::Violation;
use crate::set::Within;

macro_rules! forward_action {
    ($([$($bound:tt)*] $structure:ty, |$this:ident| $inner:expr;)*) => {$(
        impl<G: Group, X: GSet<G> + $($bound)*> GSet<G> for $structure {
            #[inline]
            fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
                let $this = self;
                $inner.act(g, x)
            }
            #[inline]
            fn act_inverse(&self, group: &G, g: &G::Element, x: &X::Element) -> X::Element {
                let $this = self;
                $inner.act_inverse(group, g, x)
            }
            fn formula(&self) -> &'static str {
                let $this = self;
                $inner.formula()
            }
            fn is_trivial(&self) -> bool {
                let $this = self;
                $inner.is_trivial()
            }
            fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
                let $this = self;
                $inner.premises(group, g, h)
            }
            fn premises_at(
                &self,
                group: &G,
                g: &G::Element,
                h: &G::Element,
                x: &X::Element,
            ) -> Result<(), Violation> {
                let $this = self;
                $inner.premises_at(group, g, h, x)
            }
            fn lawful_by_construction(&self) -> bool {
                let $this = self;
                $inner.lawful_by_construction()
            }
        }
    )*};
}

forward_action! {
    [?Sized] &X, |this| (**this);
    [?Sized] Box<X>, |this| (**this);
    [?Sized] Rc<X>, |this| (**this);
    [?Sized] Arc<X>, |this| (**this);
    [] Within<X>, |this| this.inner();
}
