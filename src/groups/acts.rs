//! Natural actions, each one formula: `acts! { [generics] Group, on Set: |g, x| image; }`, and where that is
//! more accurate one for the inverse: `|g, x| image, inverse |group, g, x| image;`.

/// Implements [`GSet`](crate::action::GSet) for actions that the tests have checked.
macro_rules! acts {
    ($(
        $(#[$documentation:meta])*
        [$($generics:tt)*] $group:ty, on $set:ty: |$g:ident, $x:ident| $image:expr
            $(, inverse |$of:ident, $h:ident, $y:ident| $before:expr)?;
    )*) => {$(
        $(#[$documentation])*
        impl<$($generics)*> $crate::action::GSet<$group> for $set {
            #[inline]
            fn act(
                &self,
                $g: &<$group as $crate::set::Set>::Element,
                $x: &<$set as $crate::set::Set>::Element,
            ) -> <$set as $crate::set::Set>::Element {
                $image
            }

            $(
                #[inline]
                fn act_inverse(
                    &self,
                    $of: &$group,
                    $h: &<$group as $crate::set::Set>::Element,
                    $y: &<$set as $crate::set::Set>::Element,
                ) -> <$set as $crate::set::Set>::Element {
                    $before
                }
            )?

            fn lawful_by_construction(&self) -> bool {
                true
            }
        }
    )*};
}

pub(super) use acts;
