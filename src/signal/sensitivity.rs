//! How sensitive features of an image are to translation.

use super::{Image, Refusal};

/// The translation-sensitivity map of features f of images: for each shift k, how far f moves,
/// the mean of ‖f(k·x) − f(x)‖ over images x, in units of the mean ‖f(x) − f(y)‖ of two of the images.
///
/// It is 0 everywhere for invariant features, and 1 where a shift changes as much as another image would.
///
/// # Conventions
///
/// The map has (2r + 1)² cells for shifts from −r to r along both axes, with k = 0 in the middle. Shifts go around the
/// image.
///
/// # Examples
///
/// The largest value is invariant, the image itself is not.
///
/// ```
/// use equivariant::signal::{Image, Sensitivity};
/// let glyph = |at: usize| Image::from_fn([8, 8], |[r, c]| f64::from(u8::from(r == at && c > 2)));
/// let images = [glyph(1), glyph(5)];
/// let largest = |x: &Image<f64>| vec![x.values().iter().copied().fold(0.0, f64::max)];
/// let all = |x: &Image<f64>| x.values().to_vec();
/// let map = Sensitivity::of(all, &images, 2)?;
/// assert_eq!(map.image().get([2, 2]), Some(&0.0));
/// assert!(map.radial_profile()[2] > 0.5);
/// // features that are the same for all images have no unit
/// assert!(Sensitivity::of(largest, &images, 2).is_err());
/// # Ok::<(), equivariant::signal::Refusal>(())
/// ```
///
/// # References
///
/// E. Kauderer-Abrams, Quantifying translation-invariance in convolutional neural networks, arXiv:1801.01450 (2017).
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    image: Image<f64>,
}

/// ‖a − b‖
fn distance(a: &[f64], b: &[f64]) -> f64 {
    let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

impl Sensitivity {
    /// The map of these features, for shifts up to `reach`, over these images.
    ///
    /// # Errors
    ///
    /// [`Refusal::Degenerate`], if there are less than two images, or the features are the same for all of them.
    ///
    /// # Complexity
    ///
    /// One evaluation of f for each image and each shift.
    pub fn of(
        features: impl Fn(&Image<f64>) -> Vec<f64>,
        images: &[Image<f64>],
        reach: usize,
    ) -> Result<Self, Refusal> {
        Self::with_progress(features, images, reach, |_, _| {})
    }

    /// The same; after each image, `progress` is told how many images are done, and how many there are.
    ///
    /// # Errors
    ///
    /// As for [`of`](Sensitivity::of).
    pub fn with_progress(
        features: impl Fn(&Image<f64>) -> Vec<f64>,
        images: &[Image<f64>],
        reach: usize,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Self, Refusal> {
        let values: Vec<Vec<f64>> = images.iter().map(&features).collect();
        let mut pairs = 0.0;
        let mut apart = 0.0;
        for (i, a) in values.iter().enumerate() {
            for b in &values[i + 1..] {
                apart += distance(a, b);
                pairs += 1.0;
            }
        }
        let unit = apart / pairs;
        if unit.is_nan() || unit <= 0.0 {
            return Err(Refusal::Degenerate(
                "the features of all images are the same",
            ));
        }
        let side = 2 * reach + 1;
        let mut image = Image::from_fn([side, side], |_| 0.0);
        for (number, (x, value)) in images.iter().zip(&values).enumerate() {
            for ([row, column], sum) in image.positions().zip(image.values_mut()) {
                let shift = [row, column].map(|place| place as i64 - reach as i64);
                *sum += distance(&features(&x.shifted(shift)), value);
            }
            progress(number + 1, images.len());
        }
        let scale = 1.0 / (unit * images.len() as f64);
        Ok(Sensitivity {
            image: image.map(|sum| sum * scale),
        })
    }

    /// The sensitivity to each shift.
    #[must_use]
    pub fn image(&self) -> &Image<f64> {
        &self.image
    }

    /// The mean sensitivity to shifts of length 0, 1, …, r, each rounded to the nearest whole number.
    #[must_use]
    pub fn radial_profile(&self) -> Vec<f64> {
        let reach = self.image.shape()[0] / 2;
        let mut sums = vec![(0.0, 0.0); reach + 1];
        for ([row, column], value) in self.image.positions().zip(self.image.values()) {
            let [y, x] = [row, column].map(|place| place as f64 - reach as f64);
            let radius = y.hypot(x).round() as usize;
            if let Some((sum, count)) = sums.get_mut(radius) {
                *sum += value;
                *count += 1.0;
            }
        }
        sums.into_iter().map(|(sum, count)| sum / count).collect()
    }
}

/// How often a decision stays the same under shifts: the part of all pairs (k, x) with decision(k·x) = decision(x).
///
/// # Conventions
///
/// All shifts up to `reach` along both axes but 0; 1 if there are none.
///
/// # Complexity
///
/// One decision for each image and each shift.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, consistency};
/// let image = Image::from_fn([5, 5], |[r, c]| (r * 5 + c) as f64);
/// let brightest = |x: &Image<f64>| x.values().iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(i, _)| i);
/// assert_eq!(consistency(|x| x.values().len(), &[image.clone()], 1), 1.0);
/// assert_eq!(consistency(brightest, &[image], 1), 0.0);
/// ```
pub fn consistency<T: PartialEq>(
    decision: impl Fn(&Image<f64>) -> T,
    images: &[Image<f64>],
    reach: u32,
) -> f64 {
    let reach = i64::from(reach);
    let (mut same, mut all) = (0_u64, 0_u64);
    for x in images {
        let first = decision(x);
        for row in -reach..=reach {
            for column in -reach..=reach {
                if [row, column] != [0, 0] {
                    same += u64::from(decision(&x.shifted([row, column])) == first);
                    all += 1;
                }
            }
        }
    }
    if all == 0 {
        1.0
    } else {
        same as f64 / all as f64
    }
}
