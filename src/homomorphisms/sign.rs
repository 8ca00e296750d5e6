//! The sign of a permutation.

use crate::groups::{Cyclic, Permutation, Symmetric};
use crate::homomorphism::Homomorphism;

/// The sign of permutations, from Sₙ to ℤ/2: 0 for even ones, 1 for odd ones.
///
/// # Examples
///
/// ```
/// use equivariant::{Homomorphism, groups::{Permutation, Symmetric}, homomorphisms::Sign};
/// let sign = Sign::new(Symmetric::new(4));
/// assert_eq!(sign.apply(&Permutation::from_cycles(4, &[&[0, 1, 2, 3]])?), 1);
/// assert_eq!(sign.kernel().len(), 12); // the alternating group
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    source: Symmetric,
    target: Cyclic,
}

impl Sign {
    /// The sign of the permutations in this group.
    #[must_use]
    pub const fn new(source: Symmetric) -> Self {
        Sign {
            source,
            target: Cyclic::TWO,
        }
    }
}

impl Homomorphism for Sign {
    type Source = Symmetric;
    type Target = Cyclic;

    fn source(&self) -> &Symmetric {
        &self.source
    }

    fn target(&self) -> &Cyclic {
        &self.target
    }

    fn apply(&self, g: &Permutation) -> u64 {
        u64::from(!g.is_even())
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
