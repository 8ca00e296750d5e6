//! The pairs of filters of the dual-tree transform.

use super::coefficients::{
    NEAR_SYMMETRIC_A_HIGH, NEAR_SYMMETRIC_A_LOW, NEAR_SYMMETRIC_B_HIGH, NEAR_SYMMETRIC_B_LOW,
    Q_SHIFT_06, Q_SHIFT_A, Q_SHIFT_B, Q_SHIFT_C, Q_SHIFT_D,
};

/// The biorthogonal filters of the first level: symmetric, of odd length, nearly orthogonal.
///
/// # Conventions
///
/// They are `biort` of the package dtcwt: the low-pass filters have the sum 1.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::NearSymmetric;
/// assert_eq!(NearSymmetric::A.low_pass(), [-0.05, 0.25, 0.6, 0.25, -0.05]);
/// assert_eq!(NearSymmetric::B.high_pass().len(), 19);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NearSymmetric {
    /// 5 and 7 coefficients, `near_sym_a`.
    A,
    /// 13 and 19 coefficients, `near_sym_b`.
    B,
}

impl NearSymmetric {
    /// The low-pass filter h of decomposition.
    #[must_use]
    pub fn low_pass(self) -> &'static [f64] {
        match self {
            NearSymmetric::A => &NEAR_SYMMETRIC_A_LOW,
            NearSymmetric::B => &NEAR_SYMMETRIC_B_LOW,
        }
    }

    /// The high-pass filter g of decomposition.
    #[must_use]
    pub fn high_pass(self) -> &'static [f64] {
        match self {
            NearSymmetric::A => &NEAR_SYMMETRIC_A_HIGH,
            NearSymmetric::B => &NEAR_SYMMETRIC_B_HIGH,
        }
    }

    /// The filters of reconstruction: (−1)ᵐ⁺¹ g\[m\] and (−1)ᵐ h\[m\].
    pub(super) fn reconstruction(self) -> [Vec<f64>; 2] {
        let modulated = |filter: &[f64], signs: [f64; 2]| {
            let signs = signs.into_iter().cycle();
            filter.iter().zip(signs).map(|(h, sign)| sign * h).collect()
        };
        [
            modulated(self.high_pass(), [-1.0, 1.0]),
            modulated(self.low_pass(), [1.0, -1.0]),
        ]
    }
}

/// The orthogonal filters of the levels from the second on, of even length, with delays of a quarter of a sample
/// and of three quarters: those of the second tree are those of the first, reversed.
///
/// # Conventions
///
/// They are `qshift` of the package dtcwt.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::QShift;
/// let sum: f64 = QShift::A.low_pass().iter().sum();
/// assert!((sum - 2_f64.sqrt()).abs() < 1e-15);
/// ```
///
/// # References
///
/// N. Kingsbury, *Complex wavelets for shift invariant analysis and filtering of signals* (Applied and Computational
/// Harmonic Analysis 10, 2001).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QShift {
    /// 10 coefficients, of which 6 are not 0, `qshift_06`.
    Six,
    /// 10 coefficients, `qshift_a`.
    A,
    /// 14 coefficients, `qshift_b`.
    B,
    /// 16 coefficients, `qshift_c`.
    C,
    /// 18 coefficients, `qshift_d`.
    D,
}

impl QShift {
    /// The low-pass filter h of decomposition of the first tree.
    #[must_use]
    pub fn low_pass(self) -> &'static [f64] {
        match self {
            QShift::Six => &Q_SHIFT_06,
            QShift::A => &Q_SHIFT_A,
            QShift::B => &Q_SHIFT_B,
            QShift::C => &Q_SHIFT_C,
            QShift::D => &Q_SHIFT_D,
        }
    }
}
