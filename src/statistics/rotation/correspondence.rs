//! Vectors beside the images that a rotation gave them.

use nalgebra::{Rotation3, Vector3};

use crate::action::GSet;
use crate::groups::SpecialOrthogonal;
use crate::set::set_of_parts;
use crate::sets::{Reals, Vectors};
use crate::statistics::sample::Numbers;

/// A vector a, the vector b to which a rotation carries it up to error, and the weight of the pair.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::rotation::Correspondence;
/// use nalgebra::Vector3;
/// // a star in the catalogue, and where the camera saw it
/// let star = Correspondence { from: Vector3::x(), to: Vector3::new(0.0, 0.99, 0.1), weight: 1.0 };
/// assert_eq!(star.from, Vector3::x());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correspondence {
    /// The vector a.
    pub from: Vector3<f64>,
    /// Its image b.
    pub to: Vector3<f64>,
    /// The weight w ≥ 0.
    pub weight: f64,
}

impl Numbers for Correspondence {
    fn not_finite(&self) -> Option<f64> {
        let Correspondence { from, to, weight } = self;
        from.not_finite()
            .or_else(|| to.not_finite())
            .or_else(|| weight.not_finite())
    }
}

/// The pairs of vectors with weights: (g, h) in SO(3) × SO(3) carries (a, b, w) to (h a, g b, w).
///
/// # Examples
///
/// ```
/// use equivariant::{GSet, statistics::rotation::{Correspondence, Correspondences}};
/// use nalgebra::{Rotation3, Vector3};
/// let half_turn = Rotation3::from_axis_angle(&Vector3::z_axis(), std::f64::consts::PI);
/// let pair = Correspondence { from: Vector3::x(), to: Vector3::y(), weight: 2.0 };
/// let moved = Correspondences.act(&(Rotation3::identity(), half_turn), &pair);
/// assert!((moved.from + Vector3::x()).norm() < 1e-15 && moved.to == Vector3::y());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Correspondences;

set_of_parts! {
    [] Correspondences { Correspondence }
        : (Vectors<3>, Vectors<3>, Reals)
            = (Vectors::<3>::default(), Vectors::<3>::default(), Reals::<f64>::default()),
        |pair| (pair.from, pair.to, pair.weight),
        |parts| Correspondence { from: parts.0, to: parts.1, weight: parts.2 },
        describe |pair| {
            let [from, to] = [&pair.from, &pair.to].map(|v| format!("({:?}, {:?}, {:?})", v.x, v.y, v.z));
            format!("{from} ↦ {to} with weight {:?}", pair.weight)
        };
}

/// (a, b, w) ↦ (h a, g b, w)
impl GSet<(SpecialOrthogonal<3>, SpecialOrthogonal<3>)> for Correspondences {
    #[inline]
    fn act(
        &self,
        (g, h): &(Rotation3<f64>, Rotation3<f64>),
        pair: &Correspondence,
    ) -> Correspondence {
        Correspondence {
            from: h * pair.from,
            to: g * pair.to,
            weight: pair.weight,
        }
    }
}

#[cfg(feature = "proptest")]
mod sampled {
    use nalgebra::Vector3;
    use proptest::strategy::{BoxedStrategy, Strategy};
    use proptest::test_runner::{Reason, TestRunner};
    use rand::RngExt;

    use super::{Correspondence, Correspondences};
    use crate::group::HaarMeasure;
    use crate::groups::SpecialOrthogonal;
    use crate::strategy::{Draws, Sampled};

    impl Sampled for Correspondences {
        fn strategy(&self) -> BoxedStrategy<Correspondence> {
            let draw = |runner: &mut TestRunner| Ok(pairs(runner, 1)[0]);
            Draws::new(draw, |_| Vec::new()).boxed()
        }

        fn family(
            &self,
            count: usize,
            runner: &mut TestRunner,
        ) -> Result<Vec<Correspondence>, Reason> {
            Ok(pairs(runner, count))
        }

        /// Axes carried to axes, by rotations and by reflections.
        fn corners(&self) -> Vec<Correspondence> {
            let [x, y, z] = [Vector3::x(), Vector3::y(), Vector3::z()];
            let pairs = [
                (x, x, 1.0),
                (y, y, 2.0),
                (z, -z, 0.5),
                (y, z, 1.0),
                (x, -y, 1.0),
                (z, z, 3.0),
                (x + y, x, 1.0),
            ];
            pairs
                .map(|(from, to, weight)| Correspondence { from, to, weight })
                .to_vec()
        }

        fn drawn(&self) -> String {
            "small integer vectors and images, or images by a rotation with errors".to_owned()
        }
    }

    /// Pairs without a connection, in small integers, or carried by one rotation up to errors.
    fn pairs(runner: &mut TestRunner, count: usize) -> Vec<Correspondence> {
        let random = runner.rng();
        let r = SpecialOrthogonal::<3>::default().sample(random);
        let error = f64::powf(10.0, random.random_range(-6.0..1.0));
        let is_integer: bool = random.random();
        let mut pair = || {
            let mut integer = |_, _| f64::from(random.random_range(-3..=3_i32));
            let [from, other] = [0, 1].map(|_| Vector3::from_fn(&mut integer));
            let to = if is_integer {
                other
            } else {
                r * from + error * other
            };
            Correspondence {
                from,
                to,
                weight: f64::from(random.random_range(1..=4_i32)),
            }
        };
        (0..count).map(|_| pair()).collect()
    }
}
