//! The median direction.

use std::f64::consts::TAU;

use crate::statistics::claim::Direction;
use crate::statistics::sample::at_least;
use crate::statistics::{Estimator, Refusal};

/// The circular median: the direction with the smallest mean arc to the observations.
///
/// # Conventions
///
/// The smallest mean is had at an observation. If it is had at two neighbours and on the arc between them, as
/// with most even numbers of observations, the value is the middle of this arc. If it is had elsewhere, too,
/// there is no median and the sample is refused: a regular polygon, two clusters of equal size that are
/// opposite to each other. Sums of arcs are equal if they differ by no more than rounding of the angles makes.
///
/// # Errors
///
/// An empty sample, an angle that is not finite, several medians.
///
/// # Complexity
///
/// O(n log n): angles are sorted, and sums of arcs, as integers in units of 2⁻⁶⁰ turns and therefore
/// exact, follow from one another.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::{Estimator, Refusal, circular::CircularMedian};
/// assert!((CircularMedian.estimate(&[0.1, 0.4, 0.2, 3.0, 0.3])? - 0.3).abs() < 1e-15);
/// assert!((CircularMedian.estimate(&[0.1, 0.3])? - 0.2).abs() < 1e-15);
/// let square = [0.0, 1.0, 2.0, 3.0].map(|quarter| quarter * std::f64::consts::FRAC_PI_2);
/// assert!(matches!(CircularMedian.estimate(&square), Err(Refusal::Degenerate(_))));
/// # Ok::<(), Refusal>(())
/// ```
///
/// # References
///
/// N. I. Fisher, *Statistical Analysis of Circular Data* (1993), section 2.3.2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CircularMedian;

impl Estimator for CircularMedian {
    type Claim = Direction;

    fn claim(&self) -> Direction {
        Direction
    }

    fn name(&self) -> String {
        "circular median".to_owned()
    }

    fn estimate(&self, sample: &[f64]) -> Result<f64, Refusal> {
        at_least(1, sample)?;
        let mut places: Vec<i64> = sample.iter().map(|&angle| place(angle)).collect();
        places.sort_unstable();
        let sums = sums_of_arcs(&places);
        let rounding = i128::from(ROUNDING) * sample.len() as i128;
        let allowed = sums.iter().min().copied().unwrap_or_default() + rounding;
        let mut best: Vec<i64> = places
            .iter()
            .zip(&sums)
            .filter(|(_, sum)| **sum <= allowed)
            .map(|(place, _)| *place)
            .collect();
        // what differs by rounding is one
        best.dedup_by(|next, place| *next - *place <= ROUNDING);
        if best.len() > 1 && best[0] + TURN - best[best.len() - 1] <= ROUNDING {
            best.pop();
        }
        match best[..] {
            [only] => Ok(angle(only)),
            [one, other] => {
                // the middle of the arc to the right of one, and of that to its left
                let right = one + (other - one) / 2;
                let middles = [right, (right + TURN / 2) % TURN];
                let is_best = middles.map(|middle| sum_of_arcs(&places, middle) <= allowed);
                match is_best {
                    [true, false] => Ok(angle(middles[0])),
                    [false, true] => Ok(angle(middles[1])),
                    _ => Err(SEVERAL),
                }
            }
            _ => Err(SEVERAL),
        }
    }
}

const SEVERAL: Refusal = Refusal::Degenerate("several directions have the smallest mean arc");

/// A full turn in the units in which arcs are added.
const TURN: i64 = 1 << 60;

/// What rounding makes of an angle: 64 units in the last place of a turn.
const ROUNDING: i64 = 64 << (60 - 52);

/// The place of an angle on the circle.
fn place(angle: f64) -> i64 {
    let (sine, cosine) = angle.sin_cos();
    let turns = sine.atan2(cosine) / TAU;
    ((turns * TURN as f64) as i64).rem_euclid(TURN)
}

/// The angle from −π to π of a place.
fn angle(place: i64) -> f64 {
    let from_minus_half = if place > TURN / 2 {
        place - TURN
    } else {
        place
    };
    from_minus_half as f64 / TURN as f64 * TAU
}

/// The sum of the arcs from a place.
fn sum_of_arcs(places: &[i64], from: i64) -> i128 {
    let arc = |place: i64| {
        let ahead = (place - from).rem_euclid(TURN);
        ahead.min(TURN - ahead)
    };
    places.iter().map(|&place| i128::from(arc(place))).sum()
}

/// The sum of the arcs from each of the places, which ascend.
fn sums_of_arcs(places: &[i64]) -> Vec<i128> {
    let n = places.len();
    // the places once more a turn later, and the sums of the first k
    let later = places
        .iter()
        .map(|&place| i128::from(place) + i128::from(TURN));
    let twice: Vec<i128> = places
        .iter()
        .map(|&place| i128::from(place))
        .chain(later)
        .collect();
    let mut before = vec![0_i128];
    for place in &twice {
        before.push(before[before.len() - 1] + place);
    }
    let turn = i128::from(TURN);
    let mut end = 0;
    let mut sums = Vec::with_capacity(n);
    for k in 0..n {
        // from k to end they are ahead, at most half a turn
        while end < k + n && twice[end] - twice[k] <= turn / 2 {
            end += 1;
        }
        let ahead = before[end] - before[k] - (end - k) as i128 * twice[k];
        let behind = (k + n - end) as i128 * (twice[k] + turn) - (before[k + n] - before[end]);
        sums.push(ahead + behind);
    }
    sums
}
