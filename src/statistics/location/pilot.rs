//! Coordinates of a sample in which location and scale are those of the bulk of it.

use super::median::median_of;
use crate::frame::Frame;
use crate::groups::{AffineLine, LocationScale};
use crate::sets::{Multisets, Reals};
use crate::statistics::Refusal;
use crate::statistics::sample::at_least;
use crate::statistics::scale::median_absolute_deviation_about;

/// The equivariant map that is h on samples with median 0 and median absolute deviation 1; where more than
/// half of the observations are equal, their value, the limit as the deviation vanishes.
///
/// Median and deviation are a [`Frame`], so that the map moves along with units whatever h does; with
/// mirrors it moves if h does.
pub(super) fn seen_from_the_bulk(
    sample: &[f64],
    h: impl Fn(&Vec<f64>) -> Result<f64, Refusal>,
) -> Result<f64, Refusal> {
    at_least(1, sample)?;
    let samples = Multisets::new(Reals::default());
    let frame = Frame::new(AffineLine::default(), samples, bulk);
    let value = frame.extend(Reals::default(), h).apply(&sample.to_vec());
    match value {
        Err(refusal) if refusal == EQUAL => Ok(median_of(&mut sample.to_vec())),
        Ok(value) if !value.is_finite() => Err(Refusal::Overflow("the way from the median")),
        value => value,
    }
}

const EQUAL: Refusal = Refusal::Degenerate("more than half of the observations are equal");

/// The median, and the median of the distances from it, not normalised.
#[allow(clippy::ptr_arg)] // the type of the samples
fn bulk(sample: &Vec<f64>) -> Result<LocationScale<f64>, Refusal> {
    let location = median_of(&mut sample.clone());
    let scale = median_absolute_deviation_about(location, sample);
    if scale == 0.0 {
        return Err(EQUAL);
    }
    match scale.is_finite() {
        true => Ok(LocationScale { location, scale }),
        false => Err(Refusal::Overflow("the median absolute deviation")),
    }
}
