//! Points, vectors, matrices and lines.

use nalgebra::{Point, SMatrix, SVector};
use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRunner};

use super::numbers::{NUMBERS, corner_numbers, numbers, simpler_numbers};
use super::{Draws, Sampled};
use crate::set::{Real, Set};
use crate::sets::{Lines, Matrices, Points, Vectors};

/// The matrix with these entries, column by column.
fn from_numbers<T: Real, const R: usize, const C: usize>(entries: Vec<T>) -> SMatrix<T, R, C> {
    SMatrix::from_vec(entries)
}

impl<const R: usize, const C: usize, T: Real> Sampled for Matrices<R, C, T> {
    fn strategy(&self) -> BoxedStrategy<SMatrix<T, R, C>> {
        let matrices = *self;
        Draws::new(
            |runner| Ok(from_numbers(numbers(runner.rng(), R * C))),
            move |x| matrices.simpler(x),
        )
        .boxed()
    }

    fn simpler(&self, x: &SMatrix<T, R, C>) -> Vec<SMatrix<T, R, C>> {
        let simpler = simpler_numbers(x.as_slice()).into_iter();
        simpler.map(from_numbers).collect()
    }

    /// With the identity and a shear in second and third place, if the matrix is a square.
    fn corners(&self) -> Vec<SMatrix<T, R, C>> {
        let mut corners: Vec<_> = corner_numbers(R * C)
            .into_iter()
            .map(from_numbers)
            .collect();
        if R == C && R > 1 {
            let identity = SMatrix::<T, R, C>::identity();
            let mut shear = identity;
            shear[(0, 1)] = T::one();
            corners.splice(1..1, [identity, shear]);
        }
        corners
    }

    fn drawn(&self) -> String {
        format!("with entries {NUMBERS}")
    }
}

impl<const D: usize, T: Real> Sampled for Vectors<D, T> {
    fn strategy(&self) -> BoxedStrategy<SVector<T, D>> {
        let vectors = *self;
        Draws::new(
            |runner| Ok(from_numbers(numbers(runner.rng(), D))),
            move |x| vectors.simpler(x),
        )
        .boxed()
    }

    /// Small integers, or coordinates of one scale, or of many.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<SVector<T, D>>, Reason> {
        let mut coordinates = numbers(runner.rng(), count * D).into_iter();
        let vector = |_| from_numbers(coordinates.by_ref().take(D).collect());
        Ok((0..count).map(vector).collect())
    }

    fn simpler(&self, x: &SVector<T, D>) -> Vec<SVector<T, D>> {
        let simpler = simpler_numbers(x.as_slice()).into_iter();
        simpler.map(from_numbers).collect()
    }

    fn corners(&self) -> Vec<SVector<T, D>> {
        corner_numbers(D).into_iter().map(from_numbers).collect()
    }

    fn drawn(&self) -> String {
        format!("with coordinates {NUMBERS}")
    }
}

impl<const D: usize, T: Real> Sampled for Points<D, T> {
    fn strategy(&self) -> BoxedStrategy<Point<T, D>> {
        let points = *self;
        Draws::new(
            |runner| Ok(Point::from(from_numbers(numbers(runner.rng(), D)))),
            move |x| points.simpler(x),
        )
        .boxed()
    }

    /// Small integers, or coordinates of one scale, or of many.
    fn family(&self, count: usize, runner: &mut TestRunner) -> Result<Vec<Point<T, D>>, Reason> {
        let vectors = Vectors::<D, T>::default().family(count, runner)?;
        Ok(vectors.into_iter().map(Point::from).collect())
    }

    fn simpler(&self, x: &Point<T, D>) -> Vec<Point<T, D>> {
        let vectors = Vectors::<D, T>::default().simpler(&x.coords);
        vectors.into_iter().map(Point::from).collect()
    }

    fn corners(&self) -> Vec<Point<T, D>> {
        let vectors = Vectors::<D, T>::default().corners();
        vectors.into_iter().map(Point::from).collect()
    }

    fn drawn(&self) -> String {
        Vectors::<D, T>::default().drawn()
    }
}

impl<const D: usize, T: Real> Sampled for Lines<D, T> {
    fn strategy(&self) -> BoxedStrategy<SVector<T, D>> {
        let lines = *self;
        Draws::new(
            move |runner| loop {
                let vector = from_numbers(numbers(runner.rng(), D));
                if D == 0 || lines.contains(&vector) {
                    return Ok(vector);
                }
            },
            move |x| lines.simpler(x),
        )
        .boxed()
    }

    fn simpler(&self, x: &SVector<T, D>) -> Vec<SVector<T, D>> {
        let mut vectors = Vectors::default().simpler(x);
        vectors.retain(|x| self.contains(x));
        vectors
    }

    fn corners(&self) -> Vec<SVector<T, D>> {
        let mut vectors = Vectors::default().corners();
        vectors.retain(|x| self.contains(x));
        vectors
    }

    fn drawn(&self) -> String {
        Vectors::<D, T>::default().drawn()
    }
}
