//! Laws of errors that can be drawn from.

use std::f64::consts::PI;
use std::num::NonZeroU32;

use rand::RngExt;
use rand::distr::Open01;
use rand_distr::{Exp1, StandardNormal};

use super::{Random, TransformationFamily};
use crate::groups::{AffineLine, PositiveReals};
use crate::sets::{Power, Reals};

/// The law of one error, in its standard form. Independent errors, moved by a group, make a family.
///
/// | law | density |
/// |---|---|
/// | normal | e^(−x²/2)/√(2π) |
/// | Laplace | e^(−\|x\|)/2 |
/// | logistic | e^(−x)/(1 + e^(−x))² |
/// | Cauchy | 1/(π (1 + x²)) |
/// | Student t, ν degrees of freedom | ∝ (1 + x²/ν)^(−(ν+1)/2) |
/// | uniform | 1 for \|x\| < ½ |
/// | exponential | e^(−x) for x > 0 |
/// | Gumbel, of largest values | e^(−x − e^(−x)) |
///
/// # Conventions
///
/// Normal and exponential errors are drawn by the ziggurat method, Student's by Bailey's polar method, the
/// others by inversion. A seed gives the same numbers wherever elementary functions are rounded in the same
/// way.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{Errors, Model, random_of_case};
/// let family = Errors::Exponential.scale(3);
/// let sample = family.draw(&10.0, &mut random_of_case(1, 0));
/// assert!(sample.len() == 3 && sample.iter().all(|&x| x > 0.0));
/// ```
///
/// # References
///
/// R. W. Bailey, Polar generation of random variates with the t-distribution, *Mathematics of
/// Computation* 62 (1994), 779–781.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Errors {
    /// Mean 0, variance 1.
    Normal,
    /// Variance 2.
    Laplace,
    /// Variance π²/3.
    Logistic,
    /// Without a mean.
    Cauchy,
    /// A normal error over an independent root mean square of ν others.
    StudentT {
        /// The degrees of freedom ν.
        degrees: NonZeroU32,
    },
    /// Of width 1 about 0.
    Uniform,
    /// On the positive numbers, with mean 1.
    Exponential,
    /// The limit of the largest of many.
    Gumbel,
}

impl Errors {
    /// One error.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, random_of_case};
    /// let mut random = random_of_case(1, 0);
    /// assert!((0..100).all(|_| Errors::Uniform.draw(&mut random).abs() < 0.5));
    /// ```
    pub fn draw(self, random: &mut Random) -> f64 {
        match self {
            Errors::Normal => random.sample(StandardNormal),
            Errors::Laplace => {
                let size: f64 = random.sample(Exp1);
                if random.random() { size } else { -size }
            }
            Errors::Logistic => {
                let u: f64 = random.sample(Open01);
                (u / (1.0 - u)).ln()
            }
            Errors::Cauchy => {
                let u: f64 = random.sample(Open01);
                (PI * (u - 0.5)).tan()
            }
            Errors::StudentT { degrees } => student(f64::from(degrees.get()), random),
            Errors::Uniform => random.sample::<f64, _>(Open01) - 0.5,
            Errors::Exponential => random.sample(Exp1),
            Errors::Gumbel => {
                let exponential: f64 = random.sample(Exp1);
                -exponential.max(f64::MIN_POSITIVE).ln()
            }
        }
    }

    /// As many independent errors.
    fn independent(self, n: usize, random: &mut Random) -> Vec<f64> {
        (0..n).map(|_| self.draw(random)).collect()
    }

    /// The family of the samples (θ + ε₁, …, θ + εₙ), with a shift θ.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, Model, random_of_case};
    /// let family = Errors::Uniform.location(4);
    /// let sample = family.draw(&10.0, &mut random_of_case(1, 0));
    /// assert!(sample.iter().all(|x| (x - 10.0).abs() < 0.5));
    /// ```
    #[must_use]
    pub fn location(
        self,
        n: usize,
    ) -> TransformationFamily<
        Reals,
        Power<Reals>,
        impl Fn(&mut Random) -> Vec<f64> + Clone + Send + Sync + use<>,
    > {
        TransformationFamily::new(Reals::default(), samples(n), move |random: &mut Random| {
            self.independent(n, random)
        })
    }

    /// The family of the samples (σ ε₁, …, σ εₙ), with a scale σ > 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::statistics::decision::{Errors, Model, random_of_case};
    /// let [small, large] = [1.0, 8.0].map(|sigma| {
    ///     Errors::Normal.scale(1).draw(&sigma, &mut random_of_case(1, 0))[0]
    /// });
    /// assert_eq!(large, 8.0 * small);
    /// ```
    #[must_use]
    pub fn scale(
        self,
        n: usize,
    ) -> TransformationFamily<
        PositiveReals,
        Power<Reals>,
        impl Fn(&mut Random) -> Vec<f64> + Clone + Send + Sync + use<>,
    > {
        let scales = PositiveReals::default();
        TransformationFamily::new(scales, samples(n), move |random: &mut Random| {
            self.independent(n, random)
        })
    }

    /// The family of the samples (μ + σ ε₁, …, μ + σ εₙ), with a location μ and a scale σ > 0.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::LocationScale;
    /// use equivariant::statistics::decision::{Errors, Model, random_of_case};
    /// let theta = LocationScale { location: 10.0, scale: 2.0 };
    /// let sample = Errors::Uniform.location_scale(4).draw(&theta, &mut random_of_case(1, 0));
    /// assert!(sample.iter().all(|x| (x - 10.0).abs() < 1.0));
    /// ```
    #[must_use]
    pub fn location_scale(
        self,
        n: usize,
    ) -> TransformationFamily<
        AffineLine,
        Power<Reals>,
        impl Fn(&mut Random) -> Vec<f64> + Clone + Send + Sync + use<>,
    > {
        let line = AffineLine::default();
        TransformationFamily::new(line, samples(n), move |random: &mut Random| {
            self.independent(n, random)
        })
    }
}

fn samples(n: usize) -> Power<Reals> {
    Power::default().of_length(n)
}

/// u √(ν (w^(−2/ν) − 1)/w) for (u, v) uniform in the unit disc and w = u² + v².
fn student(degrees: f64, random: &mut Random) -> f64 {
    loop {
        let [u, v] = [(); 2].map(|()| 2.0 * random.sample::<f64, _>(Open01) - 1.0);
        let w = u * u + v * v;
        if w > 0.0 && w <= 1.0 {
            let excess = (-2.0 / degrees * w.ln()).exp_m1();
            return u * (degrees * excess / w).sqrt();
        }
    }
}
