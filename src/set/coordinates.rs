//! What sets of coordinates share: directions to nudge in, and a maximum that keeps a NaN.

/// The component along one coordinate of the direction with this number, in [−1, 1].
///
/// Directions are fixed, not drawn: a verdict never depends on chance. The bits come from the
/// finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) fn wobble(direction: u64, coordinate: usize) -> f64 {
    let mut z = direction
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add((coordinate as u64).wrapping_mul(0xd1b5_4a32_d192_ed03));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^= z >> 31;
    (z >> 11) as f64 / (1u64 << 52) as f64 - 1.0
}

/// The larger of two, NaN if either is: a distance must not lose a NaN, as `f64::max` does.
#[inline]
pub(crate) fn largest(a: f64, b: f64) -> f64 {
    if a.is_nan() || a > b { a } else { b }
}
