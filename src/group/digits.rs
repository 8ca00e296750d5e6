//! Raised and lowered digits: r², C₁₂.

/// The number in raised digits.
pub(crate) fn raised(n: u64) -> String {
    shifted(n, ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
}

/// The number in lowered digits.
pub(crate) fn lowered(n: u64) -> String {
    shifted(n, ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'])
}

fn shifted(n: u64, digits: [char; 10]) -> String {
    n.to_string()
        .bytes()
        .map(|digit| digits[usize::from(digit - b'0')])
        .collect()
}
