//! A pointer to a density is one.

use super::{ClosedForm, Density, LocationLoss, LogLikelihood, ScaleLoss, Tail};

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<D: Density + ?Sized> Density for $pointer {
            fn name(&self) -> String {
                (**self).name()
            }
            fn log_density(&self, z: f64) -> f64 {
                (**self).log_density(z)
            }
            fn score(&self, z: f64) -> f64 {
                (**self).score(z)
            }
            fn support(&self) -> [f64; 2] {
                (**self).support()
            }
            fn turning_points(&self) -> Vec<f64> {
                (**self).turning_points()
            }
            fn kinks(&self) -> Vec<f64> {
                (**self).kinks()
            }
            fn tails(&self) -> [Tail; 2] {
                (**self).tails()
            }
            fn is_log_concave(&self) -> bool {
                (**self).is_log_concave()
            }
            fn curvature(&self) -> Option<f64> {
                (**self).curvature()
            }
            fn is_concave_in_log_scale(&self) -> bool {
                (**self).is_concave_in_log_scale()
            }
            fn pole(&self) -> Option<f64> {
                (**self).pole()
            }
            fn location_likelihood<'a>(&'a self, sample: &'a [f64]) -> LogLikelihood<'a> {
                (**self).location_likelihood(sample)
            }
            fn largest_location_likelihood(&self, sample: &[f64], from: f64, to: f64) -> Option<f64> {
                (**self).largest_location_likelihood(sample, from, to)
            }
            fn location_in_closed_form(&self, sample: &[f64], loss: LocationLoss) -> Option<ClosedForm> {
                (**self).location_in_closed_form(sample, loss)
            }
            fn scale_in_closed_form(&self, sample: &[f64], r: f64, loss: ScaleLoss) -> Option<f64> {
                (**self).scale_in_closed_form(sample, r, loss)
            }
            fn location_mass_in_closed_form(&self, sample: &[f64]) -> Option<[ClosedForm; 2]> {
                (**self).location_mass_in_closed_form(sample)
            }
            fn location_of_spread_in_closed_form(&self, sample: &[f64]) -> Option<f64> {
                (**self).location_of_spread_in_closed_form(sample)
            }
            fn spread_in_closed_form(&self, sample: &[f64], r: f64, loss: ScaleLoss) -> Option<f64> {
                (**self).spread_in_closed_form(sample, r, loss)
            }
        }
    )*};
}

forward!(&D, Box<D>, std::sync::Arc<D>);
