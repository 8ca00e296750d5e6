//! Dihedral groups.

use nalgebra::Matrix2;

use super::{Cyclic, ZeroOrder};
use crate::action::GSet;
use crate::group::{Generated, Group, digits::raised};
use crate::set::{FiniteSet, Real, Set};
use crate::sets::Positions;

/// The dihedral group Dₙ of the 2n symmetries of a regular n-gon.
///
/// # Conventions
///
/// An element is rᵏ or rᵏ s, where r turns the polygon by 360°/n counter-clockwise and s reflects
/// it in the x-axis, on which vertex 0 lies: s r s = r⁻¹. The distance of two elements is the
/// length of the shortest word in r, r⁻¹ and s from one to the other.
///
/// It acts on the vertices `Positions(n)` by rᵏ i = i + k and s i = −i (mod n); a set `Positions(m)`
/// of another number of vertices is no G-set of it, and a check says so. [`matrix`](Self::matrix)
/// lets it act on the plane. D₁ and D₂ are the groups of order 2 and 4 that the relations give,
/// though no polygon has them.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, GSet, Set, groups::{Dihedral, DihedralElement}, sets::Positions};
///
/// let d4 = Dihedral::new(4)?;
/// let (r, s) = (DihedralElement::turn(1), DihedralElement::reflection(0));
/// assert_eq!(d4.describe(&d4.compose(&s, &r)), "r³ s");
/// assert_eq!(GSet::<Dihedral>::act(&Positions(4), &d4.compose(&r, &s), &1), 0);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dihedral {
    turns: Cyclic,
}

/// The symmetry rᵏ or rᵏ s of a regular polygon.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::{Dihedral, DihedralElement}};
/// let d6 = Dihedral::new(6)?;
/// let mirror = DihedralElement { turns: 2, reflected: true };
/// assert_eq!(mirror, d6.compose(&DihedralElement::turn(2), &DihedralElement::reflection(0)));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DihedralElement {
    /// The number k of turns, which come after the reflection.
    pub turns: u64,
    /// Whether there is a reflection s.
    pub reflected: bool,
}

impl DihedralElement {
    /// The turn rᵏ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Dihedral, DihedralElement}};
    /// let turn = DihedralElement::turn(1);
    /// assert_eq!(Dihedral::new(5)?.power(&turn, 5), DihedralElement::turn(0));
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub const fn turn(k: u64) -> Self {
        DihedralElement {
            turns: k,
            reflected: false,
        }
    }

    /// The reflection rᵏ s.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{Dihedral, DihedralElement}};
    /// let mirror = DihedralElement::reflection(2);
    /// assert_eq!(Dihedral::new(5)?.inverse(&mirror), mirror);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub const fn reflection(k: u64) -> Self {
        DihedralElement {
            turns: k,
            reflected: true,
        }
    }
}

impl Dihedral {
    /// The symmetries of the square.
    #[cfg(feature = "signal")]
    pub(crate) const SQUARE: Dihedral = Dihedral {
        turns: Cyclic::FOUR,
    };

    /// The symmetries of the regular `n`-gon.
    ///
    /// # Errors
    ///
    /// [`ZeroOrder`], if `n` is 0.
    pub const fn new(n: u64) -> Result<Self, ZeroOrder> {
        match Cyclic::new(n) {
            Ok(turns) => Ok(Dihedral { turns }),
            Err(error) => Err(error),
        }
    }

    /// The number n of vertices.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Dihedral;
    /// assert_eq!(Dihedral::new(5)?.vertices(), 5);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub const fn vertices(&self) -> u64 {
        self.turns.order()
    }

    /// The group ℤ/n of the turns: k stands for rᵏ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Cyclic, Dihedral};
    /// assert_eq!(Dihedral::new(5)?.turns(), Cyclic::new(5)?);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub const fn turns(&self) -> Cyclic {
        self.turns
    }

    /// k or −k turns
    #[inline]
    fn reversed_if(&self, reversed: bool, k: u64) -> u64 {
        if reversed { self.turns.inverse(&k) } else { k }
    }

    /// The matrix of an element.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::{Dihedral, DihedralElement};
    /// let quarter_turn = Dihedral::new(4)?.matrix::<f64>(&DihedralElement::turn(1));
    /// assert_eq!(quarter_turn, nalgebra::matrix![0.0, -1.0; 1.0, 0.0]);
    /// # Ok::<(), equivariant::groups::ZeroOrder>(())
    /// ```
    #[must_use]
    pub fn matrix<T: Real>(&self, g: &DihedralElement) -> Matrix2<T> {
        let (sine, cosine) = sine_and_cosine(g.turns, self.vertices());
        let sign = if g.reflected { -1.0 } else { 1.0 };
        Matrix2::new(cosine, -sine * sign, sine, cosine * sign).map(T::nearest)
    }
}

/// Sine and cosine of k/n of a full turn; the angle is first brought within 45° of an axis, where
/// it is exact that a quarter turn is one.
pub(crate) fn sine_and_cosine(k: u64, n: u64) -> (f64, f64) {
    let n = u128::from(n);
    let k = u128::from(k) % n;
    let quarters = (8 * k + n) / (2 * n); // nearest
    let rest = 4 * k as i128 - (quarters * n) as i128; // in units of 1/4n of a turn
    let angle = rest as f64 / n as f64 * std::f64::consts::FRAC_PI_2;
    let (sine, cosine) = angle.sin_cos();
    match quarters % 4 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

impl Set for Dihedral {
    type Element = DihedralElement;

    fn contains(&self, x: &DihedralElement) -> bool {
        self.turns.contains(&x.turns)
    }

    /// The length of the shortest word for x⁻¹ y.
    fn distance(&self, x: &DihedralElement, y: &DihedralElement) -> f64 {
        let way = self.turns.distance(&x.turns, &y.turns);
        way + f64::from(x.reflected != y.reflected)
    }

    fn describe(&self, x: &DihedralElement) -> String {
        let turns = match x.turns {
            0 => String::new(),
            1 => "r".to_owned(),
            k => format!("r{}", raised(k)),
        };
        match (turns.as_str(), x.reflected) {
            ("", false) => "e".to_owned(),
            ("", true) => "s".to_owned(),
            (turns, false) => turns.to_owned(),
            (turns, true) => format!("{turns} s"),
        }
    }
}

impl FiniteSet for Dihedral {
    /// The turns, then the reflections.
    fn elements(&self) -> Box<dyn Iterator<Item = DihedralElement> + '_> {
        let reflections = self.turns.elements().map(DihedralElement::reflection);
        Box::new(
            self.turns
                .elements()
                .map(DihedralElement::turn)
                .chain(reflections),
        )
    }

    fn cardinality(&self) -> Option<usize> {
        self.turns.cardinality()?.checked_mul(2)
    }

    fn index(&self, x: &DihedralElement) -> Option<usize> {
        let turns = self.turns.index(&x.turns)?;
        let before = if x.reflected {
            self.turns.cardinality()?
        } else {
            0
        };
        before.checked_add(turns)
    }
}

impl Group for Dihedral {
    fn identity(&self) -> DihedralElement {
        DihedralElement::turn(0)
    }

    /// rᵏ sᵃ · rˡ sᵇ = rᵏ⁺ˡ sᵇ or rᵏ⁻ˡ sᵃ⁺ᵇ
    #[inline]
    fn compose(&self, g: &DihedralElement, h: &DihedralElement) -> DihedralElement {
        DihedralElement {
            turns: self
                .turns
                .compose(&g.turns, &self.reversed_if(g.reflected, h.turns)),
            reflected: g.reflected != h.reflected,
        }
    }

    #[inline]
    fn inverse(&self, g: &DihedralElement) -> DihedralElement {
        DihedralElement {
            turns: self.reversed_if(!g.reflected, g.turns),
            reflected: g.reflected,
        }
    }

    /// Two halves of the turn, down to r and r⁻¹, then s.
    fn factors(&self, g: &DihedralElement) -> Vec<DihedralElement> {
        let turns = self.turns.factors(&g.turns).into_iter();
        let reflection = g.reflected.then_some(DihedralElement::reflection(0));
        turns.map(DihedralElement::turn).chain(reflection).collect()
    }

    fn finite(&self) -> Option<Box<dyn FiniteSet<Element = DihedralElement> + '_>> {
        Some(Box::new(self))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Generated for Dihedral {
    /// r and s.
    fn generators(&self) -> Vec<DihedralElement> {
        let turns = self
            .turns
            .generators()
            .into_iter()
            .map(DihedralElement::turn);
        turns.chain([DihedralElement::reflection(0)]).collect()
    }
}

#[cfg(feature = "rand")]
impl crate::group::HaarMeasure for Dihedral {
    fn sample<R: rand::Rng + ?Sized>(&self, random: &mut R) -> DihedralElement {
        use rand::RngExt;
        DihedralElement {
            turns: self.turns.sample(random),
            reflected: random.random(),
        }
    }
}

/// The action on the n vertices of the polygon.
impl GSet<Dihedral> for Positions {
    #[inline]
    fn act(&self, g: &DihedralElement, x: &usize) -> usize {
        let Ok(polygon) = Dihedral::new(self.0 as u64) else {
            return *x; // there are no vertices
        };
        // rᵏ i = i + k; rᵏ s i = k − i
        let vertex = DihedralElement::turn(*x as u64);
        polygon.compose(g, &vertex).turns as usize
    }
}
