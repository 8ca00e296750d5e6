//! How the errors in the table are measured.

use nalgebra::SVector;

use super::{Row, Strength};
use crate::action::GSet;
use crate::group::Group;
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::Reals;
use crate::signal::{Image, Signal, Signals};

/// A row, or none if a parameter of the map was refused: then the table has a row less, and its test fails.
pub(super) type Measured = Option<Row>;

/// Errors up to this are rounding.
const ROUNDING: f64 = 1e-10;

impl Strength {
    /// That of a claim with this error.
    pub(super) fn of(error: f64) -> Self {
        if error <= ROUNDING {
            Strength::Exact(error)
        } else {
            Strength::No(error)
        }
    }

    /// That of a claim that is made to hold nearly.
    pub(super) fn nearly(error: f64) -> Self {
        match Strength::of(error) {
            Strength::No(error) => Strength::Approximate(error),
            exact => exact,
        }
    }
}

/// The largest relative error of a map over these elements and points.
pub(super) fn error<G, X, Y, F>(
    map: &EquivariantMap<G, X, Y, F>,
    elements: &[G::Element],
    points: &[X::Element],
) -> f64
where
    G: Group,
    X: GSet<G>,
    Y: GSet<G>,
    F: Fn(&X::Element) -> Y::Element,
{
    let pairs = elements
        .iter()
        .flat_map(|g| points.iter().map(move |x| (g.clone(), x.clone())));
    map.relative_errors(pairs).largest()
}

/// How far f(1·x) is from the nearest shift of f(x), in proportion, in the mean over the points: 0 only if there is
/// some way for f(x) to move along.
pub(super) fn error_of_any_shift(
    f: impl Fn(&Signal<f64, 1>) -> Signal<f64, 1>,
    points: &[Signal<f64, 1>],
) -> f64 {
    error_of_nearest(|x| f(&x.shifted([1])), &f, points)
}

/// How far left(x) is from the nearest shift of right(x), in proportion, in the mean over the points.
pub(super) fn error_of_nearest(
    left: impl Fn(&Signal<f64, 1>) -> Signal<f64, 1>,
    right: impl Fn(&Signal<f64, 1>) -> Signal<f64, 1>,
    points: &[Signal<f64, 1>],
) -> f64 {
    let line = Signals::<Reals, 1>::default();
    let of = |x: &Signal<f64, 1>| {
        let (left, right) = (left(x), right(x));
        let size = line.magnitude(&left).max(line.magnitude(&right));
        let distances = (0..right.len() as i64).map(|k| line.distance(&left, &right.shifted([k])));
        let nearest = distances.fold(f64::INFINITY, f64::min);
        if nearest == 0.0 { 0.0 } else { nearest / size }
    };
    points.iter().map(of).sum::<f64>() / points.len() as f64
}

/// Numbers from −1 to 1 that look random, always the same.
pub(super) fn noise(count: usize, seed: u64) -> impl Iterator<Item = f64> {
    // a linear congruence (Knuth's MMIX)
    let mut state = seed;
    let numbers = std::iter::repeat_with(move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    });
    numbers.skip(4).take(count)
}

/// Signals of n cells: noise, a box, a point, two equal points, a wave.
pub(super) fn signals(n: usize) -> Vec<Signal<f64, 1>> {
    let box_of = |from: usize, to: usize| {
        let inside = move |i: usize| f64::from(u8::from((from..to).contains(&i)));
        Signal::from((0..n).map(inside).collect::<Vec<_>>())
    };
    let mut two = box_of(2, 3);
    two.values_mut()[n - 1] = 1.0;
    let wave = (0..n).map(|i| (0.9 * i as f64).sin() + 0.3);
    vec![
        noise(n, 1).collect::<Vec<_>>().into(),
        noise(n, 2).map(f64::round).collect::<Vec<_>>().into(),
        box_of(1, n / 2),
        box_of(n - 3, n),
        box_of(3, 4),
        two,
        wave.collect::<Vec<_>>().into(),
    ]
}

/// Square images of n × n cells: noise, a box, a bar at the border.
pub(super) fn images(n: usize) -> Vec<Image<f64>> {
    let mut numbers = noise(n * n, 3);
    let inside = |inside: bool| f64::from(u8::from(inside));
    vec![
        Image::from_fn([n, n], |_| numbers.next().unwrap_or(0.0)),
        Image::from_fn([n, n], |[row, column]| {
            inside(row > 1 && row < 4 && column > 0 && column < 6)
        }),
        Image::from_fn([n, n], |[row, column]| inside(row == 0 && column > 2)),
    ]
}

/// A smooth image of n × n cells, small at the border.
pub(super) fn blob(n: usize) -> Image<f64> {
    let middle = (n as f64 - 1.0) / 2.0;
    Image::from_fn([n, n], |[row, column]| {
        let [y, x] = [row, column].map(|place| (place as f64 - middle) / n as f64);
        (-90.0 * (y * y + 0.4 * x * x + 0.3 * x * y)).exp()
    })
}

/// Some shifts of a line.
pub(super) fn shifts() -> [SVector<i64, 1>; 4] {
    [
        SVector::from([1]),
        SVector::from([-1]),
        SVector::from([3]),
        SVector::from([8]),
    ]
}

/// Some multiples of a step.
pub(super) fn multiples(step: i64) -> [SVector<i64, 1>; 3] {
    [
        SVector::from([step]),
        SVector::from([-step]),
        SVector::from([3 * step]),
    ]
}
