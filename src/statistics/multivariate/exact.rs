//! Sums of products that are not rounded.

use std::cmp::Ordering;

/// A sum of floating-point numbers without rounding: parts that do not overlap, the smallest first.
///
/// Exact as long as nothing overflows and no product of two numbers loses digits below the smallest number
/// (J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates,
/// *Discrete & Computational Geometry* 18, 1997).
#[derive(Clone, Debug, Default)]
pub(super) struct Exact(Vec<f64>);

impl Exact {
    /// Adds a number.
    pub(super) fn add(&mut self, number: f64) {
        let mut carried = number;
        self.0.retain_mut(|part| {
            let total = carried + *part;
            let virtual_part = total - carried;
            let rest = (carried - (total - virtual_part)) + (*part - virtual_part);
            (carried, *part) = (total, rest);
            rest != 0.0
        });
        if carried != 0.0 {
            self.0.push(carried);
        }
    }

    /// Adds a · b.
    pub(super) fn add_product(&mut self, a: f64, b: f64) {
        let product = a * b;
        self.add(a.mul_add(b, -product));
        self.add(product);
    }

    /// The difference of two products, a · b − c · d.
    pub(super) fn difference([a, b]: [&Exact; 2], [c, d]: [&Exact; 2]) -> Exact {
        let mut sum = Exact::default();
        for &x in &a.0 {
            b.0.iter().for_each(|&y| sum.add_product(x, y));
        }
        for &x in &c.0 {
            d.0.iter().for_each(|&y| sum.add_product(-x, y));
        }
        sum
    }

    /// The difference of two sums.
    pub(super) fn minus(&self, other: &Exact) -> Exact {
        let mut difference = self.clone();
        other.0.iter().for_each(|&part| difference.add(-part));
        difference
    }

    /// The sum, compared with 0: its last part is the largest.
    pub(super) fn sign(&self) -> Ordering {
        let largest = self.0.last();
        largest.map_or(Ordering::Equal, |part| part.total_cmp(&0.0))
    }

    /// The sum, rounded.
    pub(super) fn value(&self) -> f64 {
        self.0.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;
    use std::cmp::Ordering;

    #[test]
    fn sums_of_products_are_exact_where_rounding_is_not() {
        let sum = |terms: &[[f64; 2]]| {
            let mut sum = Exact::default();
            terms.iter().for_each(|&[a, b]| sum.add_product(a, b));
            sum
        };
        // (2⁵³ + 1)² − 2¹⁰⁶ − 2⁵⁴ = 1, with 2⁵³ + 1 in two parts
        let large = 9_007_199_254_740_992.0;
        let mut square = sum(&[[large, large], [2.0, large], [1.0, 1.0]]);
        assert_eq!(square.value(), large * large + 2.0 * large);
        square.add_product(-large, large);
        square.add(-2.0 * large);
        assert_eq!((square.value(), square.sign()), (1.0, Ordering::Greater));
        square.add(-1.0);
        assert_eq!((square.value(), square.sign()), (0.0, Ordering::Equal));
        let tenth = sum(&[[0.1, 1.0]]);
        let third = sum(&[[1.0 / 3.0, 1.0]]);
        assert_eq!(
            Exact::difference([&tenth, &third], [&third, &tenth]).sign(),
            Ordering::Equal
        );
        assert_eq!(tenth.minus(&third).sign(), Ordering::Less);
    }
}
