//! A set whose elements are compared part by part, each part in its own units.

/// `set_of_parts! { [generics] Structure { Element } : Parts = parts, |x| split, |parts| join,
/// describe |x| words }` implements `Set` by taking elements apart into those of another set.
macro_rules! set_of_parts {
    ($(
        [$($generics:tt)*] $structure:ty { $element:ty } : $inner:ty = $set:expr,
        |$x:ident| $split:expr,
        |$parts:ident| $join:expr,
        describe |$y:ident| $words:expr;
    )*) => {$(
        impl<$($generics)*> $structure {
            /// The parts of an element.
            #[inline]
            pub(crate) fn split($x: &$element) -> <$inner as $crate::set::Set>::Element {
                $split
            }

            /// The element with these parts.
            #[inline]
            pub(crate) fn join($parts: <$inner as $crate::set::Set>::Element) -> $element {
                $join
            }
        }

        impl<$($generics)*> $crate::set::Set for $structure {
            type Element = $element;

            #[inline]
            fn contains(&self, x: &$element) -> bool {
                $crate::set::Set::contains(&$set, &Self::split(x))
            }

            #[inline]
            fn distance(&self, x: &$element, y: &$element) -> f64 {
                $crate::set::Set::distance(&$set, &Self::split(x), &Self::split(y))
            }

            #[inline]
            fn magnitude(&self, x: &$element) -> f64 {
                $crate::set::Set::magnitude(&$set, &Self::split(x))
            }

            #[inline]
            fn tolerance(&self) -> $crate::set::Tolerance {
                $crate::set::Set::tolerance(&$set)
            }

            #[inline]
            fn discrepancy(&self, x: &$element, y: &$element) -> $crate::set::Discrepancy {
                $crate::set::Set::discrepancy(&$set, &Self::split(x), &Self::split(y))
            }

            #[inline]
            fn apart(&self, x: &$element, y: &$element) -> bool {
                $crate::set::Set::apart(&$set, &Self::split(x), &Self::split(y))
            }

            fn nudge(&self, x: &$element, reach: f64, direction: u64) -> Option<$element> {
                $crate::set::Set::nudge(&$set, &Self::split(x), reach, direction).map(Self::join)
            }

            fn describe(&self, $y: &$element) -> String {
                $words
            }
        }
    )*};
}

pub(crate) use set_of_parts;
