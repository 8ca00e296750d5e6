//! The determinant.

use nalgebra::SMatrix;

use crate::group::Group;
use crate::groups::{GeneralLinear, NonzeroReals, Orthogonal, determinant};
use crate::homomorphism::Homomorphism;
use crate::set::Real;

/// The determinant of matrices, from GL(D) or O(D) to the non-zero numbers.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, Homomorphism, groups::GeneralLinear, homomorphisms::Determinant};
/// use nalgebra::matrix;
///
/// let volume = Determinant::new(GeneralLinear::<2>::default());
/// assert_eq!(volume.apply(&matrix![2.0, 1.0; 0.0, 3.0]), 6.0);
/// Check::default().homomorphism(&volume)?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Determinant<G, T = f64> {
    source: G,
    target: NonzeroReals<T>,
}

impl<G: Group, T: Real> Determinant<G, T> {
    /// The determinant of the matrices in this group.
    pub fn new(source: G) -> Self {
        Determinant {
            source,
            target: NonzeroReals::default(),
        }
    }
}

macro_rules! determinants {
    ($($group:ident),+) => {$(
        impl<const D: usize, T: Real> Homomorphism for Determinant<$group<D, T>, T> {
            type Source = $group<D, T>;
            type Target = NonzeroReals<T>;

            fn source(&self) -> &$group<D, T> {
                &self.source
            }

            fn target(&self) -> &NonzeroReals<T> {
                &self.target
            }

            fn apply(&self, g: &SMatrix<T, D, D>) -> T {
                T::nearest(determinant(g))
            }

            fn lawful_by_construction(&self) -> bool {
                true
            }
        }
    )+};
}

determinants!(GeneralLinear, Orthogonal);
