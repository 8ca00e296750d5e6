//! Residues.

use crate::groups::{Cyclic, Integers};
use crate::homomorphism::Homomorphism;

/// The residue of integers, from ℤ to ℤ/n.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Residue};
/// assert_eq!(Residue::new(Cyclic::new(12)?).apply(&-1), 11);
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Residue {
    target: Cyclic,
}

impl Residue {
    /// The residues in this group.
    #[must_use]
    pub const fn new(target: Cyclic) -> Self {
        Residue { target }
    }
}

impl Homomorphism for Residue {
    type Source = Integers;
    type Target = Cyclic;

    fn source(&self) -> &Integers {
        &Integers
    }

    fn target(&self) -> &Cyclic {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &i64) -> u64 {
        let residue = i128::from(*g).rem_euclid(i128::from(self.target.order()));
        residue as u64 // less than the order
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The reduction of residues, from ℤ/n to ℤ/m where m divides n.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::Cyclic, homomorphisms::Reduction};
///
/// let (c12, c4, c5) = (Cyclic::new(12)?, Cyclic::new(4)?, Cyclic::new(5)?);
/// assert_eq!(Reduction::new(c12, c4)?.apply(&7), 3);
/// let error = Reduction::new(c12, c5).unwrap_err();
/// assert_eq!(error.to_string(), "residues modulo 12 have no residue modulo 5, which does not divide 12");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduction {
    source: Cyclic,
    target: Cyclic,
}

/// The order of the target does not divide that of the source.
///
/// # Examples
///
/// ```
/// use equivariant::{groups::Cyclic, homomorphisms::Reduction};
/// let error = Reduction::new(Cyclic::new(12)?, Cyclic::new(5)?).unwrap_err();
/// println!("{error}");
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "residues modulo {source_order} have no residue modulo {target_order}, which does not divide {source_order}"
)]
pub struct NotADivisor {
    /// The order n of the source.
    pub source_order: u64,
    /// The order m of the target.
    pub target_order: u64,
}

impl Reduction {
    /// The reduction between these groups.
    ///
    /// # Errors
    ///
    /// [`NotADivisor`], if the order of the target does not divide that of the source.
    pub const fn new(source: Cyclic, target: Cyclic) -> Result<Self, NotADivisor> {
        if !source.order().is_multiple_of(target.order()) {
            return Err(NotADivisor {
                source_order: source.order(),
                target_order: target.order(),
            });
        }
        Ok(Reduction { source, target })
    }
}

impl Homomorphism for Reduction {
    type Source = Cyclic;
    type Target = Cyclic;

    fn source(&self) -> &Cyclic {
        &self.source
    }

    fn target(&self) -> &Cyclic {
        &self.target
    }

    #[inline]
    fn apply(&self, g: &u64) -> u64 {
        g % self.target.order()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
