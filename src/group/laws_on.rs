//! The group laws on a list of elements.

use super::{Group, laws};
use crate::law::{Claim, Evidence, Report, Tally, Violation};

/// The group laws at these elements, with the elements of `middle` between two of them: a proof, if
/// the group has no other elements and `middle` generates it.
///
/// Associativity is needed only with a generator in the middle (Light's test): the elements s with
/// (g·s)·h = g·(s·h) for all g and h are closed under the product.
///
/// # Complexity
///
/// O(n² m) products for n elements and m in the middle.
///
/// # References
///
/// A. H. Clifford and G. B. Preston, *The Algebraic Theory of Semigroups* I (1961), section 1.2.
pub(crate) fn laws_on<G: Group + ?Sized>(
    group: &G,
    elements: &[G::Element],
    middle: &[G::Element],
    evidence: impl Fn(&str) -> Evidence,
) -> Result<Report, Violation> {
    let mut report = Report::default();
    let mut record = |law: &str, how: &str, tally: Tally| {
        let law = law.to_owned();
        let evidence = evidence(how);
        report.add(Claim { law, evidence }, tally);
    };

    let mut closed = Tally::default();
    for g in elements {
        for h in elements {
            laws::closed(group, g, h)?;
            closed.count_next(0.0);
        }
    }
    record("closed", "all pairs of elements", closed);

    type Unary<G> = fn(&G, &<G as crate::set::Set>::Element) -> Result<f64, Violation>;
    let unary: [(&str, Unary<G>); 3] = [
        ("left_identity", laws::left_identity),
        ("left_inverse", laws::left_inverse),
        ("factored", laws::factored),
    ];
    for (law, holds) in unary {
        let mut tally = Tally::default();
        for g in elements {
            tally.count_next(holds(group, g)?);
        }
        record(law, "all elements", tally);
    }

    // errors of rounding would add up along a word
    let middle = if group.tolerance().is_exact() {
        middle
    } else {
        elements
    };
    let mut associative = Tally::default();
    for g in elements {
        for s in middle {
            for h in elements {
                associative.count_next(laws::associative(group, g, s, h)?);
            }
        }
    }
    let how = "all pairs of elements, generators in the middle";
    record("associative", how, associative);
    Ok(report)
}
