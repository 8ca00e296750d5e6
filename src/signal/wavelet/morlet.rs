//! Morlet's wavelets, in frequency.

use std::f64::consts::LN_2;

/// A filter of Gauss, or of Morlet: where it is in frequency and how wide, in cycles per cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Morlet {
    /// The centre ξ; 0 for a low-pass filter.
    pub(super) centre: f64,
    /// The width σ.
    pub(super) width: f64,
}

impl Morlet {
    /// The low-pass filter that averages over about `duration` cells.
    pub(super) fn low_pass(duration: f64) -> Self {
        Morlet {
            centre: 0.0,
            width: WIDTH / duration,
        }
    }

    /// Wavelets with `per_octave` centres an octave down to the width of the low-pass filter for 2ᴶ cells, and from
    /// there on equally spaced ones.
    pub(super) fn family(levels: u32, per_octave: u32) -> Vec<Self> {
        let narrowest = WIDTH / f64::from(levels).exp2();
        let ratio = (LN_2 / f64::from(per_octave)).exp();
        let highest = (1.0 / (1.0 + ratio.powi(3))).max(0.35);
        // neighbours meet where both have fallen to √½
        let relative_width = (ratio - 1.0) / (ratio + 1.0) / LN_2.sqrt();
        let mut next = Morlet {
            centre: highest,
            width: relative_width * highest,
        };
        let mut family = Vec::new();
        let mut elbow = next.width;
        if next.width > narrowest {
            family.push(next);
            while next.width > narrowest * ratio {
                next = Morlet {
                    centre: next.centre / ratio,
                    width: next.width / ratio,
                };
                family.push(next);
            }
            elbow = next.centre;
        }
        family.extend((1..per_octave).map(|q| Morlet {
            centre: elbow - f64::from(q) / f64::from(per_octave) * elbow,
            width: narrowest,
        }));
        family
    }

    /// The largest j such that every 2ʲth value of what has passed tells it: ξ + 5σ < 2⁻ʲ⁻¹.
    pub(super) fn octave(self) -> i32 {
        let end = (self.centre + 5.0 * self.width).min(0.5);
        (-end.log2()).floor() as i32 - 1 // 0 at least, and small
    }

    /// The response at the frequencies k/n, not yet scaled:
    ///
    /// ```text
    /// Σ exp(−(ω − ξ + p)²/2σ²) − κ Σ exp(−(ω + p)²/2σ²)
    /// ```
    ///
    /// over the whole numbers p, with the κ for which it is 0 at 0, or without the second sum if ξ is 0.
    pub(super) fn response(self, n: usize) -> Vec<f64> {
        // as far as the bell is larger than 1e-7
        let reach = self.width * (14.0 * std::f64::consts::LN_10).sqrt();
        let periods = ((reach + 1.0).ceil() as i32).min(5); // small
        let bell = |offset: f64| {
            let squared = 0.5 * (offset / self.width).powi(2);
            // the exponential function is 0 from 746 on
            if squared < 746.0 {
                (-squared).exp()
            } else {
                0.0
            }
        };
        let around = |centre: f64| -> Vec<f64> {
            let at = |k: usize| k as f64 / n as f64;
            let sum = |k| {
                (1 - periods..periods)
                    .map(|p| bell(at(k) + f64::from(p) - centre))
                    .sum()
            };
            (0..n).map(sum).collect()
        };
        let low = around(0.0);
        if self.centre == 0.0 {
            return low;
        }
        let band = around(self.centre);
        let kappa = match (band.first(), low.first()) {
            (Some(band), Some(low)) => band / low,
            _ => 0.0,
        };
        band.iter()
            .zip(low)
            .map(|(band, low)| band - kappa * low)
            .collect()
    }
}

/// The width of the low-pass filter that averages over one cell.
const WIDTH: f64 = 0.1;
