//! Angles, rotations and reflections.

use std::f64::consts::PI;

use nalgebra::{Quaternion, Rotation, SMatrix, UnitQuaternion, Vector3};
use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRng, TestRunner};
use rand::RngExt;

use super::numbers::{complexity, simpler_number};
use super::sampled::sampled;
use super::{Draws, Sampled, drawn};
use crate::group::{HaarMeasure, LieGroup};
use crate::groups::{Orthogonal, SpecialOrthogonal, Turn, UnitQuaternions, turns};
use crate::set::{Real, Set};
use crate::sets::{Circle, TwoSided};

/// What is drawn, in words.
const HAAR: &str = "by Haar measure, one in eight very near the identity";

/// The angle in degrees, a multiple of 15° exactly where it is one up to rounding.
fn degrees(radians: f64, epsilon: f64) -> f64 {
    let angle = radians.to_degrees();
    let multiple = (angle / 15.0).round() * 15.0;
    if (angle - multiple).abs() <= 1e3 * epsilon * multiple.abs() {
        multiple
    } else {
        let digits = if epsilon > 1e-10 { 5 } else { 11 };
        format!("{angle:.digits$e}").parse().unwrap_or(angle)
    }
}

/// How simple an angle in degrees is: quarter turns, then half turns, multiples of 45°, of 15°, then
/// by digits.
fn rank_of_angle(degrees: f64) -> (u8, super::numbers::Complexity) {
    let kind = match degrees.abs() {
        0.0 => 0,
        90.0 => 1,
        180.0 => 2,
        45.0 | 135.0 => 3,
        size if size % 15.0 == 0.0 => 4,
        _ => 5,
    };
    (kind, complexity(degrees))
}

/// Simpler angles in radians, the simplest first.
pub(super) fn simpler_angles(radians: f64, epsilon: f64) -> Vec<f64> {
    let angle = degrees(radians, epsilon);
    let rank = rank_of_angle(angle);
    let mut simpler = vec![0.0, 90.0, -90.0, 180.0, 45.0, -45.0, 60.0, 30.0, 15.0];
    simpler.extend(simpler_number(angle));
    simpler.retain(|&candidate| candidate.abs() <= 180.0 && rank_of_angle(candidate) < rank);
    simpler.into_iter().map(f64::to_radians).collect()
}

/// How simple a rotation or reflection is: few turns, simple angles.
type RankOfTurns = (usize, Vec<(u8, super::numbers::Complexity)>);

fn rank_of_turns(turns: &[Turn], mirrored: bool, epsilon: f64) -> RankOfTurns {
    let ranks = turns
        .iter()
        .map(|turn| rank_of_angle(degrees(turn.angle, epsilon)));
    (turns.len() + usize::from(mirrored), ranks.collect())
}

/// The product of turns, followed on the right by the reflection of the last axis if `mirrored`.
fn product<const D: usize>(turns: &[Turn], mirrored: bool) -> SMatrix<f64, D, D> {
    let mut matrix = turns
        .iter()
        .fold(SMatrix::<f64, D, D>::identity(), |product, turn| {
            product * turn.matrix()
        });
    if mirrored {
        matrix.column_mut(D - 1).neg_mut();
    }
    matrix
}

/// Simpler orthogonal matrices: with a turn less, without the reflection, with a simpler angle, in the
/// first plane instead of another.
fn simpler_matrices<const D: usize>(
    x: &SMatrix<f64, D, D>,
    epsilon: f64,
) -> Vec<SMatrix<f64, D, D>> {
    let (all, mirrored) = turns(x, epsilon);
    let rank = rank_of_turns(&all, mirrored, epsilon);
    let mut simpler = Vec::new();
    for place in 0..all.len() {
        let mut fewer = all.clone();
        fewer.remove(place);
        simpler.push(product(&fewer, mirrored));
    }
    if mirrored {
        simpler.push(product(&all, false));
    }
    for (place, turn) in all.iter().enumerate() {
        for angle in simpler_angles(turn.angle, epsilon) {
            let mut other = all.clone();
            other[place].angle = angle;
            simpler.push(product(&other, mirrored));
        }
    }
    simpler.retain(|y| {
        let (turns, mirrored) = turns(y, epsilon);
        rank_of_turns(&turns, mirrored, epsilon) < rank
    });
    simpler
}

/// The identity, quarter and half turns, other simple turns, turns very near the identity and very near
/// a half turn.
fn corner_matrices<const D: usize>() -> Vec<SMatrix<f64, D, D>> {
    let planes: Vec<(usize, usize)> = match D {
        3 => vec![(0, 1), (1, 2), (2, 0)],
        _ => (0..D)
            .flat_map(|i| (i + 1..D).map(move |j| (i, j)))
            .collect(),
    };
    let turn = |plane: (usize, usize), angle: f64| Turn { plane, angle }.matrix::<D>();
    let mut corners = vec![SMatrix::identity()];
    for angle in [PI / 2.0, PI, PI / 4.0, PI / 3.0] {
        corners.extend(planes.iter().map(|&plane| turn(plane, angle)));
    }
    for plane in planes.iter().take(3) {
        let small = [1e-1, 1e-2, 1e-3, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12];
        corners.extend(small.map(|angle| turn(*plane, angle)));
        corners.extend([1e-3, 1e-6, 1e-9].map(|rest| turn(*plane, PI - rest)));
    }
    corners
}

/// A factor for an angle that brings one in eight elements near the identity.
fn nearness(random: &mut TestRng) -> Option<f64> {
    let near = random.random_range(0..8_u32) == 0;
    near.then(|| f64::powf(10.0, random.random_range(-12.0..0.0)))
}

sampled! {
    [const D: usize, T: Real] SpecialOrthogonal<D, T>, HAAR,
        |this, random| {
            let g = this.sample(random);
            match (nearness(random), this.log(&g)) {
                (Some(factor), Ok(algebra)) => this.exp(&(algebra * T::nearest(factor))),
                _ => g,
            }
        },
        |_this, x| {
            let simpler = simpler_matrices(&x.matrix().map(Real::to_f64), T::EPSILON);
            let rotation = |matrix: SMatrix<f64, D, D>| {
                Rotation::from_matrix_unchecked(matrix.map(T::nearest))
            };
            simpler.into_iter().map(rotation).collect()
        },
        |_this| {
            let rotation = |matrix: SMatrix<f64, D, D>| {
                Rotation::from_matrix_unchecked(matrix.map(T::nearest))
            };
            corner_matrices().into_iter().map(rotation).collect()
        };
    [const D: usize, T: Real] Orthogonal<D, T>, HAAR,
        |this, random| {
            let g = this.sample(random);
            match (nearness(random), this.log(&g)) {
                (Some(factor), Ok(algebra)) => this.exp(&(algebra * T::nearest(factor))),
                _ => g,
            }
        },
        |_this, x| {
            let simpler = simpler_matrices(&x.map(Real::to_f64), T::EPSILON);
            simpler.into_iter().map(|matrix| matrix.map(T::nearest)).collect()
        },
        |_this| {
            let turns = corner_matrices::<D>();
            let mut corners = vec![SMatrix::identity()];
            // reflections of single axes, right after the identity
            corners.extend((0..D).map(|axis| {
                let mut mirror = SMatrix::<f64, D, D>::identity();
                mirror[(axis, axis)] = -1.0;
                mirror
            }));
            corners.extend(turns.into_iter().skip(1));
            corners.into_iter().map(|matrix| matrix.map(T::nearest)).collect()
        };
    [T: Real] UnitQuaternions<T>, HAAR,
        |this, random| {
            let g = this.sample(random);
            match (nearness(random), this.log(&g)) {
                (Some(factor), Ok(algebra)) => this.exp(&(algebra * T::nearest(factor))),
                _ => g,
            }
        },
        |this, x| {
            let simple = this.corners().into_iter().take_while(|y| !this.same(y, x));
            simple.take(16).collect()
        },
        |this| {
            let unit = |w, x, y, z| {
                let [w, x, y, z] = [w, x, y, z].map(T::nearest);
                UnitQuaternion::new_unchecked(Quaternion::new(w, x, y, z))
            };
            let mut corners = vec![
                unit(1.0, 0.0, 0.0, 0.0),
                unit(0.0, 1.0, 0.0, 0.0),
                unit(0.0, 0.0, 1.0, 0.0),
                unit(0.0, 0.0, 0.0, 1.0),
                unit(-1.0, 0.0, 0.0, 0.0),
                unit(0.5, 0.5, 0.5, 0.5),
            ];
            for angle in [1e-1, 1e-3, 1e-6, 1e-9, 1e-12, PI - 1e-6, PI, PI + 1e-3, 2.0 * PI - 1e-3] {
                corners.push(this.exp(&(Vector3::z() * T::nearest(angle))));
            }
            corners
        };
}

impl<T: Real> Sampled for Circle<T> {
    fn strategy(&self) -> BoxedStrategy<T> {
        let circle = *self;
        let draw = |runner: &mut TestRunner| Ok(T::nearest(runner.rng().random_range(-PI..PI)));
        Draws::new(draw, move |x| circle.simpler(x)).boxed()
    }

    /// Multiples of 30°, or everywhere, or near one direction.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<T>, Reason> {
        let random = runner.rng();
        let kind = random.random_range(0..4_u32);
        let centre = random.random_range(-PI..PI);
        let spread = f64::powf(10.0, random.random_range(-9.0..0.0));
        let mut angle = || match kind {
            0 => f64::from(random.random_range(-5..=6_i32)) * PI / 6.0,
            1 => random.random_range(-PI..PI),
            _ => centre + spread * random.random_range(-1.0..=1.0),
        };
        Ok((0..count).map(|_| T::nearest(angle())).collect())
    }

    fn simpler(&self, x: &T) -> Vec<T> {
        let simpler = simpler_angles(x.to_f64(), T::EPSILON).into_iter();
        simpler.map(T::nearest).collect()
    }

    fn corners(&self) -> Vec<T> {
        let parts = [0.0, 0.5, 1.0, -0.5, 0.25, -0.75, 1e-9, 1e-3, 1.0 - 1e-9];
        parts.map(|part| T::nearest(part * PI)).to_vec()
    }

    fn drawn(&self) -> String {
        "in multiples of 30°, uniform, or near one direction".to_owned()
    }
}

/// An element moved toward the identity by a factor on its logarithm, if it has one.
fn shortened<G: LieGroup>(group: &G, g: &G::Element, factor: f64) -> G::Element {
    match group.log(g) {
        Ok(algebra) => {
            let coordinates = group.vee(&algebra) * G::Scalar::nearest(factor);
            group.exp(&group.hat(&coordinates))
        }
        Err(_) => g.clone(),
    }
}

impl<G: LieGroup + Sampled + Clone + 'static> Sampled for TwoSided<G> {
    fn strategy(&self) -> BoxedStrategy<G::Element> {
        self.0.strategy()
    }

    /// Each by itself, or all near one.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<G::Element>, Reason> {
        let strategy = self.0.strategy();
        let mut elements = self.0.family(count, runner)?;
        let random = runner.rng();
        if random.random_range(0..4_u32) > 0 {
            let spread = f64::powf(10.0, random.random_range(-4.0..0.0));
            let centre = drawn(&strategy, runner)?;
            for element in &mut elements {
                *element = self
                    .0
                    .compose(&centre, &shortened(&self.0, element, spread));
            }
        }
        Ok(elements)
    }

    fn simpler(&self, x: &G::Element) -> Vec<G::Element> {
        self.0.simpler(x)
    }

    fn corners(&self) -> Vec<G::Element> {
        self.0.corners()
    }

    fn drawn(&self) -> String {
        format!("{}, mostly near one another", self.0.drawn())
    }
}
