//! Abelian Lie groups of dimension 1 whose elements and velocities are numbers.

/// `one_parameter! { [generics] Group, exp |x| …, log |this, g| …; }` implements
/// [`LieGroup`](crate::group::LieGroup) and [`Abelian`](crate::group::Abelian).
macro_rules! one_parameter {
    ($(
        [$($generics:tt)*] $group:ty,
        exp |$x:ident| $exponential:expr,
        log |$this:ident, $g:ident| $logarithm:expr;
    )*) => {$(
        impl<$($generics)*> $crate::group::Abelian for $group {}

        impl<$($generics)*> $crate::group::LieGroup for $group {
            type Scalar = T;
            type Algebra = T;

            fn dimension(&self) -> usize {
                1
            }

            fn hat(&self, coordinates: &nalgebra::DVector<T>) -> T {
                coordinates[0]
            }

            fn vee(&self, algebra: &T) -> nalgebra::DVector<T> {
                nalgebra::DVector::from_element(1, *algebra)
            }

            fn exp(&self, $x: &T) -> T {
                $exponential
            }

            fn log(&self, $g: &T) -> Result<T, $crate::group::OutsideLogarithm> {
                let $this = self;
                $logarithm
            }

            fn adjoint(&self, _g: &T, algebra: &T) -> T {
                *algebra
            }

            fn bracket(&self, _x: &T, _y: &T) -> T {
                T::zero()
            }

            fn modular(&self, _g: &T) -> f64 {
                1.0
            }
        }
    )*};
}

pub(super) use one_parameter;
