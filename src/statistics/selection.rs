//! Order statistics of numbers that are never written down.

/// A table of numbers that ascend along every row and every column; row r begins in column `first(r)`.
///
/// The n²/2 averages or differences of the pairs of a sorted sample are such tables. How many of the
/// numbers are at most t is counted along the border between them and the larger ones, in O(n).
pub(super) struct Table<V, F> {
    /// How many rows and columns there are.
    pub(super) size: usize,
    /// The number in this row and this column.
    pub(super) value: V,
    /// Where a row begins.
    pub(super) first: F,
}

/// Numbers between two bounds, low < t ≤ high, and how many of the table are at most each.
struct Bracket {
    low: f64,
    high: f64,
    up_to_low: u64,
    up_to_high: u64,
}

impl Bracket {
    /// How many numbers of the table are between the bounds.
    fn count(&self) -> u64 {
        self.up_to_high - self.up_to_low
    }

    /// Where the number of this rank is, if those between the bounds are spread evenly; twice as far
    /// from the nearer bound, at most in the middle, so that both bounds come nearer.
    fn interpolated(&self, rank: u64) -> f64 {
        let share = ((rank - self.up_to_low) as f64 + 0.5) / self.count() as f64;
        let aim = match share < 0.5 {
            true => f64::min(2.0 * share, 0.5),
            false => f64::max(2.0 * share - 1.0, 0.5),
        };
        self.low + (self.high - self.low) * aim
    }

    /// A number with as many floating-point numbers below it as above it; none if none is between.
    fn halfway(&self) -> Option<f64> {
        let between = from_place(i64::midpoint(place(self.low), place(self.high)));
        self.contains(between).then_some(between)
    }

    /// Whether low < t < high.
    fn contains(&self, t: f64) -> bool {
        self.low < t && t < self.high
    }
}

/// The place of x among all floating-point numbers in ascending order, that of 0 is 0.
fn place(x: f64) -> i64 {
    let distance = x.abs().to_bits().cast_signed();
    if x < 0.0 { -distance } else { distance }
}

/// The floating-point number in this place.
fn from_place(place: i64) -> f64 {
    let size = f64::from_bits(place.unsigned_abs());
    if place < 0 { -size } else { size }
}

impl<V, F> Table<V, F>
where
    V: Fn(usize, usize) -> f64,
    F: Fn(usize) -> usize,
{
    /// For every row, where its numbers of at most t end.
    fn ends(&self, t: f64) -> impl Iterator<Item = usize> {
        let mut end = self.size;
        (0..self.size).map(move |row| {
            while end > 0 && (self.value)(row, end - 1) > t {
                end -= 1;
            }
            end.max((self.first)(row))
        })
    }

    /// How many numbers are at most t.
    fn up_to(&self, t: f64) -> u64 {
        let lengths = self.ends(t).enumerate();
        lengths
            .map(|(row, end)| (end - (self.first)(row)) as u64)
            .sum()
    }

    /// The number of this rank among all in ascending order, the first has rank 0.
    ///
    /// The bounds of a bracket move inwards until the numbers between them are few enough to be
    /// listed, or all the same. A step that does not halve how many they are is followed by one that
    /// halves the floating-point numbers between the bounds, so that there are at most 128 + log₂ n
    /// steps of O(n), whatever the numbers are; a dozen are usual.
    pub(super) fn of_rank(&self, rank: u64) -> f64 {
        let smallest = (0..self.size).filter(|&row| (self.first)(row) < self.size);
        let smallest = smallest.map(|row| (self.value)(row, (self.first)(row)));
        let smallest = smallest.fold(f64::INFINITY, f64::min);
        let largest = (self.value)(self.size - 1, self.size - 1);
        let mut bracket = Bracket {
            low: smallest.next_down(),
            high: largest,
            up_to_low: 0,
            up_to_high: self.up_to(largest),
        };
        let mut is_halving = false;
        while bracket.count() > 2 * self.size as u64 {
            let Some(halfway) = bracket.halfway() else {
                return bracket.high;
            };
            let interpolated = bracket.interpolated(rank);
            let t = match !is_halving && bracket.contains(interpolated) {
                true => interpolated,
                false => halfway,
            };
            let (before, count) = (bracket.count(), self.up_to(t));
            if count <= rank {
                (bracket.low, bracket.up_to_low) = (t, count);
            } else {
                (bracket.high, bracket.up_to_high) = (t, count);
            }
            is_halving = !is_halving && bracket.count() > before / 2;
        }
        let mut between = self.between(&bracket);
        let rank = (rank - bracket.up_to_low) as usize;
        *between.select_nth_unstable_by(rank, f64::total_cmp).1
    }

    /// The numbers of a bracket.
    fn between(&self, bracket: &Bracket) -> Vec<f64> {
        let ends = self.ends(bracket.low).zip(self.ends(bracket.high));
        ends.enumerate()
            .flat_map(|(row, (from, to))| (from..to).map(move |column| (self.value)(row, column)))
            .collect()
    }

    /// The numbers of this rank and the next.
    pub(super) fn of_rank_and_next(&self, rank: u64) -> [f64; 2] {
        let number = self.of_rank(rank);
        if self.up_to(number) > rank + 1 {
            return [number, number];
        }
        let larger = self.ends(number).enumerate();
        let larger = larger.filter(|&(_, end)| end < self.size);
        let next = larger.map(|(row, end)| (self.value)(row, end));
        [number, next.fold(f64::INFINITY, f64::min)]
    }
}

#[cfg(test)]
mod tests {
    use super::{from_place, place};

    #[test]
    fn floating_point_numbers_are_in_ascending_places() {
        let numbers = [f64::NEG_INFINITY, -1.0, -5e-324, 0.0, 5e-324, 1.0];
        for pair in numbers.windows(2) {
            assert!(place(pair[0]) < place(pair[1]));
        }
        assert_eq!(place(-0.0), place(0.0));
        assert_eq!(place(1.0) + 1, place(1.0_f64.next_up()));
        assert!(numbers.iter().all(|&x| from_place(place(x)) == x));
    }
}
