//! Angles, directions and numbers in words, as a counterexample shows them.

use nalgebra::SVector;

use super::LocationScale;
use crate::set::Real;

/// A number in full: `1`, `0.1`, `1e-9`.
pub(super) fn number<T: Real>(x: T) -> String {
    let text = format!("{x:?}");
    match text.strip_suffix(".0") {
        Some(integer) => integer.to_owned(),
        None => text,
    }
}

/// A vector in full: `(1, 0, 0)`.
pub(super) fn vector<T: Real, const D: usize>(v: &SVector<T, D>) -> String {
    let entries: Vec<String> = v.iter().map(|&x| number(x)).collect();
    format!("({})", entries.join(", "))
}

/// A number to three significant digits.
fn rounded(x: f64) -> String {
    let nearest: f64 = format!("{x:.2e}").parse().unwrap_or(x);
    let text = if nearest == 0.0 || (1e-3..1e6).contains(&nearest.abs()) {
        format!("{}", nearest + 0.0) // no −0
    } else {
        format!("{nearest:e}")
    };
    text.replace('-', "−")
}

/// An angle in degrees to three digits; one that is not quite a multiple of 15° says by how much.
pub(super) fn degrees(radians: f64, epsilon: f64) -> String {
    let angle = radians.to_degrees();
    let multiple = (angle / 15.0).round() * 15.0;
    let rest = angle - multiple;
    if multiple == 0.0 || rest.abs() > 0.05 {
        return format!("{}°", rounded(angle));
    }
    if rest.abs() <= 8.0 * epsilon * angle.abs() {
        return format!("{}°", rounded(multiple));
    }
    let sign = if rest < 0.0 { "−" } else { "+" };
    format!("{}° {sign} {}°", rounded(multiple), rounded(rest.abs()))
}

/// The name of a coordinate axis: x, y, z, or x1, x2, … where there are more than three.
pub(super) fn axis<const D: usize>(i: usize) -> String {
    match (D, i) {
        (..=3, 0..=2) => ["x", "y", "z"][i].to_owned(),
        _ => format!("x{}", i + 1),
    }
}

/// The coordinate axis along a unit vector and the sense, if there is one up to rounding.
pub(super) fn along_axis<const D: usize>(
    n: &SVector<f64, D>,
    epsilon: f64,
) -> Option<(usize, f64)> {
    let i = n.iamax();
    let is_axis = (0..D).all(|j| j == i || n[j].abs() <= 8.0 * epsilon);
    is_axis.then(|| (i, n[i].signum()))
}

/// A unit vector to three digits, or the name of the axis along it.
pub(super) fn direction<const D: usize>(n: &SVector<f64, D>, epsilon: f64) -> String {
    match along_axis(n, epsilon) {
        Some((i, sense)) => {
            let sign = if sense < 0.0 { "−" } else { "" };
            format!("{sign}{}", axis::<D>(i))
        }
        None => {
            let entries: Vec<String> = n.iter().map(|&x| rounded(x)).collect();
            format!("({})", entries.join(", "))
        }
    }
}

/// A linear part in words and the translation after it.
pub(super) fn then_translated<T: Real, const D: usize>(
    linear: &str,
    translation: &SVector<T, D>,
) -> String {
    let moves = *translation != SVector::<T, D>::zeros();
    match (linear, moves) {
        (_, false) => linear.to_owned(),
        ("identity", true) => format!("translation by {}", vector(translation)),
        (_, true) => format!("{linear}, then translation by {}", vector(translation)),
    }
}

/// A map of the line as a formula: `x ↦ 2 x + 1`, `x ↦ −x`.
pub(super) fn affine<T: Real>(g: &LocationScale<T>) -> String {
    let image = if g.scale == T::one() {
        "x".to_owned()
    } else if g.scale == -T::one() {
        "−x".to_owned()
    } else {
        format!("{} x", number(g.scale))
    };
    match (g.scale == T::one(), g.location == T::zero()) {
        (true, true) => "identity".to_owned(),
        (false, true) => format!("x ↦ {image}"),
        (_, false) => format!("x ↦ {image} + {}", number(g.location)),
    }
}
