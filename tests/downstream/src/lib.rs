//! A group and a map as somebody might have them in a crate of their own, without a thought of
//! symmetry: the eight ways to lay down a square tile, and the centre of a cloud of points.

/// The symmetries of a square as a number 0, …, 7: quarter turns, and 4 more for the mirror.
pub fn product(g: u8, h: u8) -> u8 {
    let (g_mirrored, h_mirrored) = (g / 4, h / 4);
    let turns = if g_mirrored == 1 {
        g % 4 + 4 - h % 4
    } else {
        g % 4 + h % 4
    };
    turns % 4 + 4 * (g_mirrored ^ h_mirrored)
}

/// The symmetry that undoes another.
pub fn inverse(g: u8) -> u8 {
    if g >= 4 { g } else { (4 - g) % 4 }
}

/// The centre of a cloud of points in the plane.
pub fn centre(cloud: &[nalgebra::Point2<f64>]) -> nalgebra::Point2<f64> {
    let sum: nalgebra::Vector2<f64> = cloud.iter().map(|p| p.coords).sum();
    (sum / cloud.len() as f64).into()
}
