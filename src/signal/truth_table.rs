//! The truth table: which maps of signals are equivariant to what.

mod in_the_plane;
mod measured;
mod of_readouts;
mod of_shifts;
mod of_wavelets;

use std::fmt;

/// How strong a claim of equivariance is, with the largest relative error that was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Strength {
    /// It holds, up to rounding.
    Exact(f64),
    /// It holds nearly: that is what the map is for.
    Approximate(f64),
    /// It does not hold.
    No(f64),
}

impl Strength {
    /// The largest relative error that was measured.
    #[must_use]
    pub const fn error(self) -> f64 {
        match self {
            Strength::Exact(error) | Strength::Approximate(error) | Strength::No(error) => error,
        }
    }
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strength::Exact(error) => write!(f, "exact ({error:.0e})"),
            Strength::Approximate(error) if *error < 0.01 => write!(f, "approximate ({error:.0e})"),
            Strength::Approximate(error) => write!(f, "approximate ({error:.2})"),
            Strength::No(error) if error.is_finite() => write!(f, "no ({error:.2})"),
            Strength::No(_) => f.write_str("no"),
        }
    }
}

/// A map, the group it is equivariant to, and a larger one that it is not, or only nearly, equivariant to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The map.
    pub map: &'static str,
    /// The group G.
    pub group: &'static str,
    /// How f(x) moves with g.
    pub along: &'static str,
    /// How strong the claim is.
    pub strength: Strength,
    /// A larger group, or another action.
    pub beyond: &'static str,
    /// How strong the claim would be there.
    pub strength_beyond: Strength,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "| {} | {} | {} | {} | {} | {} |",
            self.map, self.group, self.along, self.strength, self.beyond, self.strength_beyond
        )
    }
}

/// Every kind of map in this room, with the group, how the value moves, and the strength of the claim, measured when it is
/// asked for; and beside it what the map is not equivariant to.
///
/// # Conventions
///
/// Errors are relative: the largest of d(f(g·x), g·f(x)) in proportion to the larger magnitude, over generators and some more
/// elements g, and signals x with noise, edges, points and ties. "Exact" is an error of at most 10⁻¹⁰. Where no action of the
/// larger group on the values is known, the error is the distance of f(1·x) to the nearest shift of f(x), in the mean over x.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Strength, truth_table};
/// let table = truth_table();
/// let row = table.iter().find(|row| row.map == "maximum pooling, every second cell").unwrap();
/// assert_eq!((row.group, row.along), ("2ℤ", "k ↦ k/2"));
/// assert!(matches!(row.strength, Strength::Exact(_)));
/// assert!(matches!(row.strength_beyond, Strength::No(_))); // under ℤ
/// ```
#[must_use]
pub fn truth_table() -> Vec<Row> {
    let mut rows = of_shifts::rows();
    rows.extend(of_readouts::rows());
    rows.extend(of_wavelets::rows());
    rows.extend(in_the_plane::rows());
    rows.into_iter().flatten().collect()
}
