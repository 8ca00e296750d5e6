//! Orthogonal wavelets, by their filters.

use super::coefficients::{DAUBECHIES, SYMLETS};

/// An orthogonal wavelet: a low-pass filter h and a high-pass filter g of even length F.
///
/// # Laws
///
/// ```text
/// low_pass      Σ h[m]            =  √2
/// orthogonal    Σ h[m] h[m + 2k]  =  1 if k = 0, else 0
/// mirrored      g[m]              =  (−1)ᵐ⁺¹ h[F − 1 − m]
/// ```
///
/// Daubechies' wavelet and the symlet of order n have F = 2n and n vanishing moments, Σ mᵏ g\[m\] = 0 for k < n.
///
/// # Conventions
///
/// The filters are those of decomposition, `dec_lo` and `dec_hi` of PyWavelets, in its order; those of
/// reconstruction are the same, reversed. The coefficients are the exact ones, rounded: those of PyWavelets 1.8
/// agree to 1e-16 for Daubechies' wavelets, but only to 4e-12 for the symlets of order 2 to 8.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::Wavelet;
/// let haar = Wavelet::haar();
/// assert_eq!(haar.low_pass(), [0.5_f64.sqrt(), 0.5_f64.sqrt()]);
/// assert_eq!(Wavelet::daubechies(4)?.low_pass().len(), 8);
/// assert!(Wavelet::symlet(11).is_err());
/// # Ok::<(), equivariant::signal::wavelet::NoSuchWavelet>(())
/// ```
///
/// # References
///
/// I. Daubechies, *Ten Lectures on Wavelets* (SIAM, 1992), chapters 6 and 8.
#[derive(Clone, Debug, PartialEq)]
pub struct Wavelet {
    low: Vec<f64>,
    high: Vec<f64>,
}

/// A family has no wavelet of this order.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::Wavelet;
/// let error = Wavelet::symlet(1).unwrap_err();
/// assert_eq!(error.to_string(), "there is no symlet of order 1, but of orders 2 to 10");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no {family} of order {order}, but of orders {smallest} to 10")]
pub struct NoSuchWavelet {
    /// The family.
    pub family: &'static str,
    /// The order that was asked for.
    pub order: usize,
    /// The smallest order that there is.
    pub smallest: usize,
}

/// A filter is not the low-pass filter of an orthogonal wavelet.
///
/// # Examples
///
/// ```
/// use equivariant::signal::wavelet::Wavelet;
/// let error = Wavelet::orthogonal(vec![1.0, 1.0]).unwrap_err();
/// assert_eq!(error.to_string(), "Σ h[m] h[m + 0] is 2, not 1");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotOrthogonal {
    /// The length is odd, or 0.
    #[error("the filter has {length} coefficients, where an even number is needed")]
    OddLength {
        /// The length.
        length: usize,
    },
    /// A product with itself, shifted by an even number, is wrong.
    #[error("Σ h[m] h[m + {shift}] is {product}, not {}", u8::from(*shift == 0))]
    Product {
        /// The shift.
        shift: usize,
        /// The product.
        product: f64,
    },
    /// The sum is wrong.
    #[error("Σ h[m] is {sum}, not √2")]
    Sum {
        /// The sum.
        sum: f64,
    },
}

impl Wavelet {
    /// Haar's wavelet: sums and differences of two neighbours, by √2.
    #[must_use]
    pub fn haar() -> Self {
        Wavelet::of(DAUBECHIES[0])
    }

    /// Daubechies' wavelet of order n, with the zeros of least phase: n from 1, which is Haar's, to 10.
    ///
    /// # Errors
    ///
    /// [`NoSuchWavelet`], if n is another.
    pub fn daubechies(n: usize) -> Result<Self, NoSuchWavelet> {
        member("Daubechies wavelet", n, 1, &DAUBECHIES)
    }

    /// The symlet of order n, with the zeros that make it nearly symmetric: n from 2 to 10.
    ///
    /// # Errors
    ///
    /// [`NoSuchWavelet`], if n is another.
    pub fn symlet(n: usize) -> Result<Self, NoSuchWavelet> {
        member("symlet", n, 2, &SYMLETS)
    }

    /// The wavelet with the low-pass filter h.
    ///
    /// # Errors
    ///
    /// [`NotOrthogonal`], if h has not an even number of coefficients, or breaks a law by more than 1e-8.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::signal::wavelet::Wavelet;
    /// let db2 = Wavelet::daubechies(2)?;
    /// let mut reversed = db2.low_pass().to_vec();
    /// reversed.reverse();
    /// assert!(Wavelet::orthogonal(reversed)? != db2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn orthogonal(low: Vec<f64>) -> Result<Self, NotOrthogonal> {
        let length = low.len();
        if length == 0 || length % 2 == 1 {
            return Err(NotOrthogonal::OddLength { length });
        }
        for shift in (0..length).step_by(2) {
            let product: f64 = low.iter().zip(&low[shift..]).map(|(a, b)| a * b).sum();
            let expected = f64::from(u8::from(shift == 0));
            // NaN is not near
            let is_near = (product - expected).abs() <= 1e-8;
            if !is_near {
                return Err(NotOrthogonal::Product { shift, product });
            }
        }
        let sum: f64 = low.iter().sum();
        if (sum - std::f64::consts::SQRT_2).abs() > 1e-8 {
            return Err(NotOrthogonal::Sum { sum });
        }
        Ok(Wavelet::of(&low))
    }

    /// The wavelet of an orthogonal filter.
    pub(super) fn of(low: &[f64]) -> Self {
        let signs = [-1.0, 1.0].into_iter().cycle();
        let high = low.iter().rev().zip(signs).map(|(h, sign)| sign * h);
        Wavelet {
            low: low.to_vec(),
            high: high.collect(),
        }
    }

    /// The low-pass filter h of decomposition.
    #[must_use]
    pub fn low_pass(&self) -> &[f64] {
        &self.low
    }

    /// The high-pass filter g of decomposition.
    #[must_use]
    pub fn high_pass(&self) -> &[f64] {
        &self.high
    }

    /// Both filters.
    pub(super) fn filters(&self) -> [&[f64]; 2] {
        [&self.low, &self.high]
    }
}

/// The member of a family whose first order is `smallest`.
fn member(
    family: &'static str,
    order: usize,
    smallest: usize,
    filters: &[&[f64]],
) -> Result<Wavelet, NoSuchWavelet> {
    let filter = order.checked_sub(smallest).and_then(|i| filters.get(i));
    filter.map(|low| Wavelet::of(low)).ok_or(NoSuchWavelet {
        family,
        order,
        smallest,
    })
}
