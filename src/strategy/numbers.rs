//! Numbers of many scales, and which of two numbers is the simpler.

use nalgebra::Complex;
use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRng, TestRunner};
use rand::{Rng, RngExt};

use super::{Draws, Sampled};
use crate::set::Real;
use crate::sets::{Complexes, Reals};

/// What [`numbers`] draws, in words.
pub(super) const NUMBERS: &str = "up to 10 in integers or log-uniform from 1e-6 to 1e6";

/// The numbers that are tried in any case, the simplest first.
const CORNERS: [f64; 12] = [
    0.0, 1.0, -1.0, 2.0, 0.5, 3.0, -10.0, 1e-3, 1e3, 1e-6, -1e6, 1e6,
];

/// A positive number of any scale: 10^u with u uniform in [−reach, reach].
pub(super) fn scale<R: Rng + ?Sized>(random: &mut R, reach: f64) -> f64 {
    f64::powf(10.0, random.random_range(-reach..reach))
}

/// A number of any scale up to what leaves some digits when the smallest is added to the largest, with
/// either sign.
pub(super) fn wide<R: Rng + ?Sized>(random: &mut R) -> f64 {
    let size = scale(random, 6.0);
    if random.random() { size } else { -size }
}

/// Coordinates that belong together: all small integers, or all of one scale, or each by itself.
///
/// Small integers make ties and zeros happen, one scale makes all of them count, and a mixture of
/// scales makes digits cancel.
pub(super) fn numbers<T: Real>(random: &mut TestRng, count: usize) -> Vec<T> {
    let kind = random.random_range(0..4_u32);
    let scale = wide(random);
    let mut number = || match kind {
        0 | 1 => f64::from(random.random_range(-10..=10_i32)),
        2 => scale * random.random_range(-1.0..=1.0),
        _ if random.random() => f64::from(random.random_range(-10..=10_i32)),
        _ => wide(random),
    };
    (0..count).map(|_| T::nearest(number())).collect()
}

/// How simple a number is, for comparison; the smaller the simpler.
///
/// In order: how many decimal digits it has, the size of its exponent, the exponent's sign, the
/// digits, its own sign. The simplest are 0, 1, −1, 2, −2, ….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Complexity {
    digits: usize,
    size_of_exponent: u32,
    below_one: bool,
    mantissa: u64,
    negative: bool,
}

/// A number in decimal: ± m · 10ᵉ with as few digits as tell it from its neighbours.
struct Decimal {
    negative: bool,
    /// The digits d₀d₁d₂…, without zeros at the end.
    digits: Vec<u8>,
    /// The exponent of the first digit: d₀.d₁d₂… · 10ᵉ.
    exponent: i32,
}

impl Decimal {
    /// The decimal of a finite number.
    fn of<T: Real>(x: T) -> Self {
        let exact = x.to_f64();
        let rounded = |precision| format!("{:.precision$e}", exact.abs());
        let is_same = |text: &String| T::nearest(text.parse().unwrap_or(f64::NAN)).abs() == x.abs();
        let text = (0..17)
            .map(rounded)
            .find(is_same)
            .unwrap_or_else(|| rounded(17));
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
        Decimal {
            negative: exact < 0.0,
            digits: digits.trim_end_matches('0').bytes().collect(),
            exponent: exponent.parse().unwrap_or(0),
        }
    }

    fn complexity(&self) -> Complexity {
        let is_zero = self.digits.is_empty();
        Complexity {
            digits: self.digits.len(),
            size_of_exponent: if is_zero {
                0
            } else {
                self.exponent.unsigned_abs()
            },
            below_one: !is_zero && self.exponent < 0,
            mantissa: self
                .digits
                .iter()
                .fold(0, |m, digit| 10 * m + u64::from(digit - b'0')),
            negative: self.negative,
        }
    }

    /// The number with these digits, this exponent and the sign of this one.
    fn with(&self, digits: &[u8], exponent: i32) -> f64 {
        let digits = str::from_utf8(digits).unwrap_or("0");
        let (first, rest) = digits.split_at(1.min(digits.len()));
        let size: f64 = format!("{first}.{rest}e{exponent}").parse().unwrap_or(0.0);
        if self.negative { -size } else { size }
    }
}

/// How simple a finite number is.
pub(super) fn complexity<T: Real>(x: T) -> Complexity {
    Decimal::of(x).complexity()
}

/// Simpler numbers, the simplest first: small integers, the number without its sign, with fewer
/// digits, with an exponent nearer to 0, with smaller digits.
pub(super) fn simpler_number<T: Real>(x: T) -> Vec<T> {
    let decimal = Decimal::of(x);
    let exact = x.to_f64();
    if !exact.is_finite() {
        return Vec::new();
    }
    let (digits, exponent) = (&decimal.digits, decimal.exponent);
    let small = (1..10_u8).map(f64::from).flat_map(|n| [n, -n]);
    let mut candidates: Vec<f64> = std::iter::once(0.0).chain(small).collect();
    candidates.extend([exact.abs(), exact.trunc()]);
    for precision in [0, 1, 2, 4, 8, 12] {
        candidates.push(format!("{exact:.precision$e}").parse().unwrap_or(0.0));
    }
    for exponent in [0, exponent / 2, exponent - exponent.signum()] {
        candidates.push(decimal.with(digits, exponent));
    }
    for place in 0..digits.len().min(3) {
        for digit in b'0'..digits[place] {
            let mut smaller = digits.clone();
            smaller[place] = digit;
            candidates.push(decimal.with(&smaller, exponent));
        }
    }
    let mut candidates: Vec<(Complexity, T)> = candidates
        .into_iter()
        .map(T::nearest)
        .map(|candidate| (complexity(candidate), candidate))
        .filter(|(complexity, _)| *complexity < decimal.complexity())
        .collect();
    candidates.sort_by_key(|(complexity, _)| *complexity);
    candidates.dedup_by_key(|(complexity, _)| *complexity);
    candidates
        .into_iter()
        .map(|(_, candidate)| candidate)
        .collect()
}

/// Simpler lists of as many coordinates, the simplest first: the zero vector, unit vectors, then
/// simpler numbers in place of all coordinates with one value and of single coordinates, then larger
/// coordinates moved to the front.
pub(super) fn simpler_numbers<T: Real>(x: &[T]) -> Vec<Vec<T>> {
    let complexities: Vec<Complexity> = x.iter().map(|&entry| complexity(entry)).collect();
    let zero = complexity(T::zero());
    let nonzero = complexities.iter().filter(|&&c| c > zero).count();
    let mut candidates: Vec<Vec<T>> = Vec::new();
    if nonzero == 0 {
        return candidates;
    }
    candidates.push(vec![T::zero(); x.len()]);
    if nonzero > 1 || complexities.iter().any(|&c| c > complexity(T::one())) {
        for place in 0..x.len() {
            let mut unit = vec![T::zero(); x.len()];
            unit[place] = T::one();
            candidates.push(unit);
        }
    }
    for (place, &value) in x.iter().enumerate() {
        let ties = x.iter().filter(|&&entry| entry == value).count();
        let is_first = !x[..place].contains(&value);
        for simpler in simpler_number(value) {
            if ties > 1 && is_first {
                let all = x
                    .iter()
                    .map(|&entry| if entry == value { simpler } else { entry });
                candidates.push(all.collect());
            }
            let mut single = x.to_vec();
            single[place] = simpler;
            candidates.push(single);
        }
    }
    for place in 1..x.len() {
        if complexities[place - 1] < complexities[place] {
            let mut exchanged = x.to_vec();
            exchanged.swap(place - 1, place);
            candidates.push(exchanged);
        }
    }
    candidates
}

/// Lists of coordinates that are tried in any case, the simplest first: zero, the unit vectors,
/// small integers with and without ties, and very small and very large ones.
pub(super) fn corner_numbers<T: Real>(count: usize) -> Vec<Vec<T>> {
    let corner = |entry: &dyn Fn(usize) -> f64| (0..count).map(|i| T::nearest(entry(i))).collect();
    if count == 1 {
        return CORNERS.iter().map(|&number| corner(&|_| number)).collect();
    }
    let mut corners: Vec<Vec<T>> = vec![corner(&|_| 0.0)];
    for place in 0..count.min(8) {
        corners.push(corner(&|i| f64::from(i == place)));
    }
    corners.extend([
        corner(&|_| 1.0),
        corner(&|i| i as f64 + 1.0),
        corner(&|i| -(i as f64) - 1.0),
        corner(&|i| [1.0, -0.5, 3.0, 0.0][i % 4]),
        corner(&|i| 1e-6 * (1.0 + i as f64)),
        corner(&|i| 1e6 * (1.0 - 2.0 * i as f64)),
        corner(&|i| [1e6, 1e-6, -1.0][i % 3]),
    ]);
    corners
}

impl<T: Real> Sampled for Reals<T> {
    fn strategy(&self) -> BoxedStrategy<T> {
        let draw = |random: &mut TestRng| numbers(random, 1)[0];
        Draws::new(move |runner| Ok(draw(runner.rng())), |&x| simpler_number(x)).boxed()
    }

    /// Small integers, or numbers of one scale, or of many.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<T>, Reason> {
        Ok(numbers(runner.rng(), count))
    }

    fn simpler(&self, x: &T) -> Vec<T> {
        simpler_number(*x)
    }

    fn corners(&self) -> Vec<T> {
        CORNERS.map(T::nearest).to_vec()
    }

    fn drawn(&self) -> String {
        NUMBERS.to_owned()
    }
}

impl<T: Real> Sampled for Complexes<T> {
    fn strategy(&self) -> BoxedStrategy<Complex<T>> {
        let complexes = *self;
        Draws::new(
            |runner| {
                let parts = numbers(runner.rng(), 2);
                Ok(Complex::new(parts[0], parts[1]))
            },
            move |x| complexes.simpler(x),
        )
        .boxed()
    }

    /// Small integers, or parts of one scale, or of many.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<Complex<T>>, Reason> {
        let parts = numbers(runner.rng(), 2 * count);
        let pairs = parts.chunks_exact(2);
        Ok(pairs.map(|pair| Complex::new(pair[0], pair[1])).collect())
    }

    fn simpler(&self, x: &Complex<T>) -> Vec<Complex<T>> {
        let simpler = simpler_numbers(&[x.re, x.im]).into_iter();
        simpler
            .map(|parts| Complex::new(parts[0], parts[1]))
            .collect()
    }

    fn corners(&self) -> Vec<Complex<T>> {
        let corners = corner_numbers(2).into_iter();
        corners
            .map(|parts| Complex::new(parts[0], parts[1]))
            .collect()
    }

    fn drawn(&self) -> String {
        format!("with real and imaginary part {NUMBERS}")
    }
}

#[cfg(test)]
mod tests {
    use super::{complexity, numbers, simpler_number, simpler_numbers};
    use proptest::test_runner::TestRunner;

    #[test]
    fn numbers_are_ordered_by_simplicity() {
        let order = [
            0.0,
            1.0,
            -1.0,
            2.0,
            -2.0,
            9.0,
            10.0,
            20.0,
            0.1,
            0.5,
            100.0,
            1e-9,
            1.5,
            11.0,
            12.0,
            0.25,
            123.0,
            0.1 + 0.2,
        ];
        for pair in order.windows(2) {
            assert!(complexity(pair[0]) < complexity(pair[1]), "{pair:?}");
        }
        assert_eq!(complexity(0.1_f32), complexity(0.1_f64));
    }

    #[test]
    fn every_chain_of_simpler_numbers_ends_at_the_smallest_that_fails() {
        let descend = |start: f64, fails: &dyn Fn(f64) -> bool| {
            let mut x = start;
            while let Some(simpler) = simpler_number(x).into_iter().find(|&x| fails(x)) {
                assert!(complexity(simpler) < complexity(x));
                x = simpler;
            }
            x
        };
        for start in [2.719_281_828, 1e9, -31.7, 1e-7, 45.0, 396.4, 517.9] {
            assert_eq!(descend(start, &|_| true), 0.0);
            assert_eq!(descend(start, &|x| x != 0.0), 1.0);
        }
        for start in [45.0, 396.4, 517.9, 1e9, 5.000_001] {
            assert_eq!(descend(start, &|x| x > 5.0), 6.0);
        }
        for start in [3.7e-9, -1.234e-8, 6e-7, -9e-7] {
            assert_eq!(descend(start, &|x| x != 0.0 && x.abs() < 1e-6), 1e-7);
        }
    }

    #[test]
    fn coordinates_keep_their_ties_and_move_to_the_front() {
        let descend = |start: &[f64], fails: &dyn Fn(&[f64]) -> bool| {
            let mut x = start.to_vec();
            while let Some(simpler) = simpler_numbers(&x).into_iter().find(|x| fails(x)) {
                x = simpler;
            }
            x
        };
        let has_tie = |x: &[f64]| x[0] != 0.0 && x[0] == x[2];
        assert_eq!(descend(&[7.3, 1.9, 7.3], &has_tie), [1.0, 0.0, 1.0]);
        assert_eq!(
            descend(&[0.0, 0.0, -3.2], &|x| x.iter().any(|&x| x != 0.0)),
            [1.0, 0.0, 0.0]
        );
        let two = |x: &[f64]| x.iter().filter(|&&x| x.abs() > 1.0).count() == 2;
        assert_eq!(descend(&[5.5, 0.1, 1e7], &two), [2.0, 2.0, 0.0]);
    }

    #[test]
    fn draws_have_ties_zeros_and_many_scales() {
        let mut runner = TestRunner::deterministic();
        let drawn: Vec<Vec<f64>> = (0..1000).map(|_| numbers(runner.rng(), 3)).collect();
        let share = |holds: &dyn Fn(&Vec<f64>) -> bool| drawn.iter().filter(|x| holds(x)).count();
        assert!(share(&|x| x[0] == x[1]) > 20);
        assert!(share(&|x| x.contains(&0.0)) > 50);
        assert!(share(&|x| x.iter().all(|x| x.abs() > 1e3)) > 30);
        assert!(share(&|x| x.iter().all(|&x| x != 0.0 && x.abs() < 1e-3)) > 30);
    }
}
