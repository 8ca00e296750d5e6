//! Lie groups.

use nalgebra::DVector;

use super::{Group, modular};
use crate::set::Real;

/// A Lie group: a group with a Lie algebra, which is its tangent space at the identity.
///
/// # Laws
///
/// ```text
/// exp_of_log                exp(log g)  ~  g
/// log_of_exp                log(exp X)  ~  X                 for X near 0
/// one_parameter        exp((s + t) X)  ~  exp(sX) · exp(tX)
/// adjoint_is_conjugation  g · exp X · g⁻¹  ~  exp(Ad_g X)
/// antisymmetric               [X, Y]  ~  −[Y, X]
/// jacobi   [X, [Y, Z]] + [Y, [Z, X]]  ~  −[Z, [X, Y]]
/// vee_of_hat             vee(hat x)  ~  x
/// modular                   Δ(g · h)  ~  Δ(g) · Δ(h)
/// ```
///
/// # Conventions
///
/// An element of the algebra is `Algebra`, a matrix or a pair of them; `vee` gives its coordinates
/// in the basis that the group documents, `hat` the element with given coordinates. `Ad_g X` is
/// g X g⁻¹ and `[X, Y]` is XY − YX for groups of matrices.
///
/// # References
///
/// B. Hall, *Lie Groups, Lie Algebras, and Representations* (2nd ed., 2015), chapters 2 and 3.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, LieGroup, Set, groups::SpecialOrthogonal};
/// use nalgebra::{DVector, Vector3};
///
/// let so3 = SpecialOrthogonal::<3>::default();
/// let quarter_turn = so3.exp(&so3.hat(&DVector::from_column_slice(&[0.0, 0.0, std::f64::consts::FRAC_PI_2])));
/// assert!((quarter_turn * Vector3::x() - Vector3::y()).norm() < 1e-15);
/// let angle = so3.vee(&so3.log(&quarter_turn)?);
/// assert!((angle[2] - std::f64::consts::FRAC_PI_2).abs() < 1e-15);
/// # Ok::<(), equivariant::group::OutsideLogarithm>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be a Lie group",
    label = "this must implement `equivariant::LieGroup`"
)]
pub trait LieGroup: Group {
    /// The scalars, `f32` or `f64`.
    type Scalar: Real;

    /// An element of the Lie algebra.
    type Algebra: Clone + std::fmt::Debug;

    /// The dimension.
    fn dimension(&self) -> usize;

    /// The element of the algebra with these coordinates.
    ///
    /// # Panics
    ///
    /// If there are not as many coordinates as the dimension says.
    fn hat(&self, coordinates: &DVector<Self::Scalar>) -> Self::Algebra;

    /// The coordinates of an element of the algebra.
    fn vee(&self, algebra: &Self::Algebra) -> DVector<Self::Scalar>;

    /// The exponential: the group element reached at time 1 with this velocity.
    fn exp(&self, algebra: &Self::Algebra) -> Self::Element;

    /// The principal logarithm: the velocity that reaches `g` at time 1.
    ///
    /// # Errors
    ///
    /// [`OutsideLogarithm`], if `g` has no principal logarithm in the group.
    fn log(&self, g: &Self::Element) -> Result<Self::Algebra, OutsideLogarithm>;

    /// The adjoint action Ad_g X = g X g⁻¹.
    fn adjoint(&self, g: &Self::Element, algebra: &Self::Algebra) -> Self::Algebra;

    /// The bracket [X, Y].
    fn bracket(&self, x: &Self::Algebra, y: &Self::Algebra) -> Self::Algebra;

    /// The modular function Δ(g) = |det Ad(g)|⁻¹: by which factor multiplication by g on the right
    /// stretches left Haar measure, μ(A·g) = Δ(g) μ(A).
    ///
    /// It is a homomorphism to the positive numbers, [`Modular`](crate::homomorphisms::Modular), and 1 on
    /// abelian, on compact and on many other groups: there left and right Haar measure are the same.
    ///
    /// That is the right factor: at g, multiplication by g on the right carries the left-invariant field
    /// of X to that of Ad(g)⁻¹X, so it carries the volume that they span by |det Ad(g)|⁻¹. Some authors
    /// call the reciprocal Δ.
    ///
    /// # Complexity
    ///
    /// O(n³) in the dimension n of the group, for the determinant; the groups of this crate have formulas.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{LieGroup, groups::{AffineLine, LocationScale, SpecialOrthogonal}};
    /// use nalgebra::Rotation2;
    /// let fahrenheit = LocationScale { scale: 1.8, location: 32.0 };
    /// assert_eq!(AffineLine::<f64>::default().modular(&fahrenheit), 1.0 / 1.8);
    /// assert_eq!(SpecialOrthogonal::<2>::default().modular(&Rotation2::new(1.0)), 1.0);
    /// ```
    fn modular(&self, g: &Self::Element) -> f64 {
        modular::modular(self, g)
    }
}

/// An element outside the domain of the principal logarithm.
///
/// # Examples
///
/// ```
/// use equivariant::{LieGroup, groups::SpecialOrthogonal};
/// use nalgebra::Rotation2;
/// // a half turn has two logarithms
/// let half_turn = Rotation2::new(std::f64::consts::PI);
/// println!("{}", SpecialOrthogonal::<2>::default().log(&half_turn).unwrap_err());
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{element} has no principal logarithm: {reason}")]
pub struct OutsideLogarithm {
    /// The element, in words.
    pub element: String,
    /// Why it has none.
    pub reason: &'static str,
}
