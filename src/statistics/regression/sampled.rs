//! How observations and changes of regression are drawn for a random check.

use nalgebra::{SMatrix, SVector};
use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRng, TestRunner};
use rand::RngExt;

use super::{Observation, Observations, RegressionGroup, RegressionTransformation};
use crate::group::Group;
use crate::groups::{GeneralLinear, NonzeroReals};
use crate::set::Set;
use crate::sets::{Reals, Vectors};
use crate::strategy::{Draws, Sampled};

/// Numbers that belong together: all small integers, or all of one scale from 1e-3 to 1e3.
fn numbers(random: &mut TestRng, count: usize) -> Vec<f64> {
    if random.random() {
        return (0..count)
            .map(|_| f64::from(random.random_range(-10..=10_i32)))
            .collect();
    }
    let scale = f64::powf(10.0, random.random_range(-3.0..3.0));
    (0..count)
        .map(|_| scale * random.random_range(-1.0..=1.0))
        .collect()
}

/// Observations with a constant among the covariates as often as not.
fn observations<const D: usize>(random: &mut TestRng, count: usize) -> Vec<Observation<D>> {
    let covariates = numbers(random, count * D);
    let responses = numbers(random, count);
    let has_constant: bool = D > 1 && random.random();
    let observation = |i: usize| {
        let mut x = SVector::<f64, D>::from_column_slice(&covariates[i * D..(i + 1) * D]);
        if has_constant {
            x[0] = 1.0;
        }
        Observation { x, y: responses[i] }
    };
    (0..count).map(observation).collect()
}

impl<const D: usize> Sampled for Observations<D> {
    fn strategy(&self) -> BoxedStrategy<Observation<D>> {
        let draw = |runner: &mut TestRunner| {
            Ok(Observation {
                x: SVector::from_vec(numbers(runner.rng(), D)),
                y: numbers(runner.rng(), 1)[0],
            })
        };
        Draws::new(draw, |x| Observations.simpler(x)).boxed()
    }

    /// Covariates and responses in small integers or of one scale, with a constant as often as not.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<Observation<D>>, Reason> {
        Ok(observations(runner.rng(), count))
    }

    fn simpler(&self, observation: &Observation<D>) -> Vec<Observation<D>> {
        let parts = (Vectors::<D>::default(), Reals::<f64>::default());
        let simpler = parts.simpler(&(observation.x, observation.y)).into_iter();
        simpler.map(|(x, y)| Observation { x, y }).collect()
    }

    /// Powers of 0, 1, −1, 2, … as covariates, beside small integers.
    fn corners(&self) -> Vec<Observation<D>> {
        let places = [0.0, 1.0, -1.0, 2.0, 3.0, -2.0, 5.0];
        let responses = [1.0, 0.0, 3.0, -2.0, 7.0, 5.0, 1000.0];
        let observation = |(t, y): (f64, f64)| Observation {
            x: SVector::from_fn(|j, _| t.powi(j as i32)),
            y,
        };
        places.into_iter().zip(responses).map(observation).collect()
    }

    fn drawn(&self) -> String {
        "with covariates and responses in integers up to 10 or of one scale from 1e-3 to 1e3"
            .to_owned()
    }
}

impl<const D: usize> Sampled for RegressionGroup<D> {
    fn strategy(&self) -> BoxedStrategy<RegressionTransformation<D>> {
        let matrices = GeneralLinear::<D>::default().strategy();
        let draw = move |runner: &mut TestRunner| {
            let basis = matrices.new_tree(runner)?;
            let random = runner.rng();
            let size = f64::powf(10.0, random.random_range(-3.0..3.0));
            Ok(RegressionTransformation {
                basis: proptest::strategy::ValueTree::current(&basis),
                scale: if random.random() { size } else { -size },
                trend: SVector::from_vec(numbers(random, D)),
            })
        };
        Draws::new(draw, |g| RegressionGroup.simpler(g)).boxed()
    }

    fn simpler(&self, g: &RegressionTransformation<D>) -> Vec<RegressionTransformation<D>> {
        let parts = (
            GeneralLinear::<D>::default(),
            NonzeroReals::<f64>::default(),
            Vectors::<D>::default(),
        );
        let simpler = parts.simpler(&(g.basis, g.scale, g.trend)).into_iter();
        simpler
            .map(|(basis, scale, trend)| RegressionTransformation {
                basis,
                scale,
                trend,
            })
            .collect()
    }

    /// The identity, a mirror, changes of scale, trends along each covariate, changes of basis.
    fn corners(&self) -> Vec<RegressionTransformation<D>> {
        let e = self.identity();
        let mut corners = vec![e];
        corners.extend(
            [-1.0, 2.0, 1e-3, 1e6, 1.0 + 1e-9].map(|scale| RegressionTransformation { scale, ..e }),
        );
        for j in 0..D {
            for size in [1.0, 1e-6, 1e3] {
                let mut trend = SVector::zeros();
                trend[j] = size;
                corners.push(RegressionTransformation { trend, ..e });
            }
        }
        let bases: Vec<SMatrix<f64, D, D>> = GeneralLinear::<D>::default().corners();
        corners.extend(
            bases
                .into_iter()
                .skip(1)
                .map(|basis| RegressionTransformation { basis, ..e }),
        );
        corners.retain(|g| self.contains(g));
        corners
    }

    fn drawn(&self) -> String {
        let matrices = GeneralLinear::<D>::default().drawn();
        format!(
            "(covariates {matrices}; scale log-uniform from 1e-3 to 1e3; trend in integers up to 10 or of one scale)"
        )
    }
}
