//! A sum of floating-point numbers without rounding.

/// The exact sum of non-negative `f64`s.
///
/// Floating-point addition is not associative, so two shards of one run would not add up to the run
/// itself. This sum is kept as one long fixed-point number (Kulisch's accumulator), so that it does
/// not depend on the order or the grouping of what is added.
///
/// # Laws
///
/// ```text
/// commutative    a + b  =  b + a
/// associative    (a + b) + c  =  a + (b + c)
/// identity       a + 0  =  a
/// ```
///
/// # Examples
///
/// ```
/// use equivariant::law::ExactSum;
/// let mut sum = ExactSum::default();
/// for _ in 0..10 {
///     sum.add(0.1);
/// }
/// sum.add(1e300);
/// assert_eq!(sum.value(), 1e300);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ExactSum {
    /// 32 bits a limb, the first of weight 2⁻¹⁰⁷⁴; empty while the sum is 0. A limb may exceed 32
    /// bits until the carries are propagated.
    limbs: Vec<u64>,
    /// How many additions since the carries were propagated.
    pending: u32,
    infinite: bool,
}

/// Enough for 2⁶⁴ summands of the largest size, which is below 2¹⁰²⁴.
const LIMBS: usize = 70;

impl ExactSum {
    /// Adds `x`, which has to be at least 0; infinity makes the sum infinite.
    ///
    /// # Panics
    ///
    /// If `x` is negative or NaN.
    #[inline]
    pub fn add(&mut self, x: f64) {
        assert!(x >= 0.0, "{x} is negative or not a number");
        if x == 0.0 {
            return;
        }
        if x == f64::INFINITY {
            self.infinite = true;
            return;
        }
        if self.limbs.is_empty() {
            self.limbs = vec![0; LIMBS];
        }
        // x = mantissa · 2^(shift − 1074)
        let bits = x.to_bits();
        let exponent = bits >> 52;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, shift) = match exponent {
            0 => (fraction, 0),
            _ => (fraction | (1 << 52), exponent - 1),
        };
        let limb = (shift / 32) as usize;
        let wide = u128::from(mantissa) << (shift % 32);
        let limbs = &mut self.limbs[limb..limb + 3];
        limbs[0] += (wide & 0xffff_ffff) as u64;
        limbs[1] += ((wide >> 32) & 0xffff_ffff) as u64;
        limbs[2] += (wide >> 64) as u64;
        self.pending += 1;
        if self.pending == u32::MAX >> 1 {
            self.propagate();
        }
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &ExactSum) {
        self.infinite |= other.infinite;
        if other.limbs.is_empty() {
            return;
        }
        if self.limbs.is_empty() {
            self.limbs = vec![0; LIMBS];
        }
        self.propagate();
        let mut other = other.clone();
        other.propagate();
        for (limb, more) in self.limbs.iter_mut().zip(&other.limbs) {
            *limb += more;
        }
        self.propagate();
    }

    /// The sum as an `f64`, within one unit in the last place.
    #[must_use]
    pub fn value(&self) -> f64 {
        if self.infinite {
            return f64::INFINITY;
        }
        let mut exact = self.clone();
        exact.propagate();
        let Some(top) = exact.limbs.iter().rposition(|&limb| limb != 0) else {
            return 0.0;
        };
        // the three leading limbs hold at least 65 significant bits
        let low = top.saturating_sub(2);
        let leading = exact.limbs[low..=top]
            .iter()
            .rev()
            .fold(0_u128, |sum, &limb| (sum << 32) | u128::from(limb));
        let exponent = 32 * low as i32 - 1074;
        // two steps: 2^exponent itself may be below the smallest f64
        let half = exponent / 2;
        leading as f64 * 2_f64.powi(half) * 2_f64.powi(exponent - half)
    }

    /// Brings the carries up, so that equal sums are equal values.
    pub fn propagate(&mut self) {
        let mut carry = 0;
        for limb in &mut self.limbs {
            let sum = *limb + carry;
            *limb = sum & 0xffff_ffff;
            carry = sum >> 32;
        }
        self.pending = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::ExactSum;

    fn sum(numbers: &[f64]) -> ExactSum {
        let mut sum = ExactSum::default();
        for &x in numbers {
            sum.add(x);
        }
        sum.propagate();
        sum
    }

    #[test]
    fn one_number_is_its_own_sum() {
        for x in [0.0, 5e-324, 1e-310, 1e-17, 0.1, 1.0, 1e16 + 2.0, f64::MAX] {
            assert_eq!(sum(&[x]).value(), x);
        }
        assert_eq!(sum(&[1.0, f64::INFINITY]).value(), f64::INFINITY);
    }

    #[test]
    fn order_and_grouping_do_not_matter() {
        let numbers = [1e-300, 0.1, 1e300, 3.5, 1e-17, 7e20, 0.1];
        let mut reversed = numbers;
        reversed.reverse();
        assert_eq!(sum(&numbers), sum(&reversed));
        for cut in 0..=numbers.len() {
            let mut left = sum(&numbers[..cut]);
            left.merge(&sum(&numbers[cut..]));
            assert_eq!(left, sum(&numbers));
        }
    }

    #[test]
    fn it_is_exact_where_floating_point_is_not() {
        let tenths = sum(&[0.1; 10]);
        assert_eq!(tenths.value(), 1.0);
        assert_ne!([0.1; 10].iter().sum::<f64>(), 1.0);
        let small = sum(&[vec![1.0], vec![f64::EPSILON / 4.0; 8]].concat());
        assert_eq!(small.value(), 1.0 + 2.0 * f64::EPSILON);
    }
}
