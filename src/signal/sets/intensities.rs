//! The numbers from 0 on.

use crate::action::GSet;
use crate::groups::PositiveReals;
use crate::set::{Set, Tolerance};
use crate::sets::Reals;

/// The numbers from 0 on: the brightness of images, masses, counts.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, signal::Intensities};
/// assert!(Intensities.contains(&0.0) && !Intensities.contains(&-1.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Intensities;

/// The numbers of which these are a part.
fn reals() -> Reals {
    Reals::default()
}

impl Set for Intensities {
    type Element = f64;

    #[inline]
    fn contains(&self, x: &f64) -> bool {
        reals().contains(x) && *x >= 0.0
    }

    #[inline]
    fn distance(&self, x: &f64, y: &f64) -> f64 {
        reals().distance(x, y)
    }

    #[inline]
    fn magnitude(&self, x: &f64) -> f64 {
        reals().magnitude(x)
    }

    #[inline]
    fn tolerance(&self) -> Tolerance {
        reals().tolerance()
    }

    #[inline]
    fn apart(&self, x: &f64, y: &f64) -> bool {
        reals().apart(x, y)
    }

    /// Reflected at 0.
    fn nudge(&self, x: &f64, reach: f64, direction: u64) -> Option<f64> {
        reals().nudge(x, reach, direction).map(f64::abs)
    }

    fn ratio(&self, x: &f64, y: &f64) -> Option<f64> {
        reals().ratio(x, y)
    }

    fn describe(&self, x: &f64) -> String {
        reals().describe(x)
    }
}

/// A positive factor makes all brighter or darker.
impl GSet<PositiveReals> for Intensities {
    #[inline]
    fn act(&self, g: &f64, x: &f64) -> f64 {
        g * x
    }
}

#[cfg(feature = "proptest")]
mod sampled {
    use proptest::strategy::{BoxedStrategy, Strategy};
    use proptest::test_runner::{Reason, TestRunner};

    use super::{Intensities, reals};
    use crate::strategy::Sampled;

    impl Sampled for Intensities {
        fn strategy(&self) -> BoxedStrategy<f64> {
            reals().strategy().prop_map(f64::abs).boxed()
        }

        fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<f64>, Reason> {
            let numbers = reals().family(count, runner)?;
            Ok(numbers.into_iter().map(f64::abs).collect())
        }

        fn simpler(&self, x: &f64) -> Vec<f64> {
            let mut simpler = reals().simpler(x);
            simpler.retain(|x| *x >= 0.0);
            simpler
        }

        fn corners(&self) -> Vec<f64> {
            let mut corners = reals().corners();
            corners.retain(|x| *x >= 0.0);
            corners
        }

        fn drawn(&self) -> String {
            format!("{}, without the sign", reals().drawn())
        }
    }
}
