//! The dihedral group in the plane.

use nalgebra::Matrix2;

use crate::groups::{Dihedral, DihedralElement, Orthogonal};
use crate::homomorphism::Homomorphism;
use crate::set::Real;

/// The representation of the dihedral group Dₙ by the symmetries of a regular n-gon in the plane, in
/// O(2).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, Pullback, groups::{Dihedral, DihedralElement}, homomorphisms::PlaneRepresentation, sets::Points};
/// use nalgebra::point;
///
/// let plane = Pullback { along: PlaneRepresentation::new(Dihedral::new(4)?), set: Points::<2>::default() };
/// assert_eq!(plane.act(&DihedralElement::turn(1), &point![2.0, 1.0]), point![-1.0, 2.0]);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaneRepresentation<T = f64> {
    source: Dihedral,
    target: Orthogonal<2, T>,
}

impl<T: Real> PlaneRepresentation<T> {
    /// The representation of this group.
    #[must_use]
    pub fn new(source: Dihedral) -> Self {
        PlaneRepresentation {
            source,
            target: Orthogonal::default(),
        }
    }
}

impl<T: Real> Homomorphism for PlaneRepresentation<T> {
    type Source = Dihedral;
    type Target = Orthogonal<2, T>;

    fn source(&self) -> &Dihedral {
        &self.source
    }

    fn target(&self) -> &Orthogonal<2, T> {
        &self.target
    }

    fn apply(&self, g: &DihedralElement) -> Matrix2<T> {
        self.source.matrix(g)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
