//! Samples of numbers: published ones, and those on which a fast algorithm meets its definition.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Newcomb's passage times of light, deviations from 24,800 ns (Stigler, *Annals of Statistics* 5, 1977).
pub(crate) const NEWCOMB: [f64; 66] = [
    28.0, -44.0, 29.0, 30.0, 24.0, 28.0, 37.0, 32.0, 36.0, 27.0, 26.0, 28.0, 29.0, 26.0, 27.0,
    22.0, 23.0, 20.0, 25.0, 25.0, 36.0, 23.0, 31.0, 32.0, 24.0, 27.0, 33.0, 16.0, 24.0, 29.0, 36.0,
    21.0, 28.0, 26.0, 27.0, 27.0, 32.0, 25.0, 28.0, 24.0, 40.0, 21.0, 31.0, 32.0, 28.0, 26.0, 30.0,
    27.0, 26.0, 24.0, 32.0, 29.0, 34.0, -2.0, 25.0, 19.0, 36.0, 29.0, 30.0, 22.0, 28.0, 33.0, 39.0,
    25.0, 16.0, 23.0,
];

/// Michelson's velocities of light of 1879, km/s − 299,000 (Stigler, 1977).
pub(crate) const MICHELSON: [f64; 100] = [
    850.0, 740.0, 900.0, 1070.0, 930.0, 850.0, 950.0, 980.0, 980.0, 880.0, 1000.0, 980.0, 930.0,
    650.0, 760.0, 810.0, 1000.0, 1000.0, 960.0, 960.0, 960.0, 940.0, 960.0, 940.0, 880.0, 800.0,
    850.0, 880.0, 900.0, 840.0, 830.0, 790.0, 810.0, 880.0, 880.0, 830.0, 800.0, 790.0, 760.0,
    800.0, 880.0, 880.0, 880.0, 860.0, 720.0, 720.0, 620.0, 860.0, 970.0, 950.0, 880.0, 910.0,
    850.0, 870.0, 840.0, 840.0, 850.0, 840.0, 840.0, 840.0, 890.0, 810.0, 810.0, 820.0, 800.0,
    770.0, 760.0, 740.0, 750.0, 760.0, 910.0, 920.0, 890.0, 860.0, 880.0, 720.0, 840.0, 850.0,
    850.0, 780.0, 890.0, 840.0, 780.0, 810.0, 760.0, 810.0, 790.0, 810.0, 820.0, 850.0, 870.0,
    870.0, 810.0, 740.0, 810.0, 940.0, 950.0, 800.0, 810.0, 870.0,
];

/// 24 determinations of copper in wholemeal flour, parts per million (Analytical Methods Committee,
/// *The Analyst* 114, 1989; Venables & Ripley, *Modern Applied Statistics with S*, section 5.5).
pub(crate) const COPPER: [f64; 24] = [
    2.9, 3.1, 3.4, 3.4, 3.7, 3.7, 2.8, 2.5, 2.4, 2.4, 2.7, 2.2, 5.28, 3.37, 3.03, 3.03, 28.95,
    3.77, 3.4, 2.2, 3.5, 3.6, 3.7, 3.7,
];

/// Samples of every length from `shortest` to 40 and some of about 1000: integers with many ties and
/// with few, numbers without ties, numbers of many scales, all but a few equal, huge ones.
pub(crate) fn samples(shortest: usize) -> impl Iterator<Item = Vec<f64>> {
    let mut random = StdRng::seed_from_u64(5);
    let few = (shortest..=40).flat_map(|n| [n; 96]);
    let many = [999, 1000, 1001].into_iter().flat_map(|n| [n; 6]);
    few.chain(many).enumerate().map(move |(case, n)| {
        let mut number = || match case % 6 {
            0 => f64::from(random.random_range(-2..=2_i32)),
            1 => f64::from(random.random_range(-20..=20_i32)),
            2 => 1e6 + random.random_range(-1.0..=1.0),
            3 => {
                let size = f64::powf(10.0, random.random_range(-300.0..300.0));
                if random.random() { size } else { -size }
            }
            4 if random.random_range(0..3_u32) > 0 => 0.1,
            4 => random.random_range(0.0..1.0),
            _ => f64::MAX * random.random_range(-1.0..=1.0),
        };
        (0..n).map(|_| number()).collect()
    })
}

/// A number and what it should be, in proportion to the larger of it and `size`.
pub(crate) fn assert_near(found: f64, expected: f64, size: f64) {
    let allowed = 4.0 * f64::EPSILON * expected.abs().max(size);
    assert!(
        (found - expected).abs() <= allowed,
        "{found} instead of {expected}: {:e} of {allowed:e}",
        (found - expected).abs()
    );
}
