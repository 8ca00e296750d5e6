//! Samples in coordinates of their own: mean 0, covariance 1.

use nalgebra::{Point, SMatrix, SVector};

use crate::statistics::Refusal;
use crate::statistics::location::mean;
use crate::statistics::sample::at_least;

/// A sample as deviations from its mean.
pub(super) struct Centred<const D: usize> {
    /// The mean, rounded.
    pub(super) origin: SVector<f64, D>,
    /// What the rounding of the mean has lost.
    pub(super) shift: SVector<f64, D>,
    /// x − origin − shift
    pub(super) deviations: Vec<SVector<f64, D>>,
}

impl<const D: usize> Centred<D> {
    /// The deviations of finite observations, at least `needed`, from their mean.
    pub(super) fn of(needed: usize, sample: &[Point<f64, D>]) -> Result<Self, Refusal> {
        at_least(needed, sample)?;
        let origin = mean_of(sample.iter().map(|x| &x.coords));
        let mut deviations: Vec<_> = sample.iter().map(|x| x.coords - origin).collect();
        if deviations.iter().any(|d| !is_finite(d)) {
            return Err(Refusal::Overflow("a deviation from the mean is too large"));
        }
        let shift = mean_of(deviations.iter());
        for deviation in &mut deviations {
            *deviation -= shift;
        }
        Ok(Centred {
            origin,
            shift,
            deviations,
        })
    }

    /// The mean.
    pub(super) fn mean(&self) -> Point<f64, D> {
        Point::from(self.origin + self.shift)
    }

    /// The largest deviation of each coordinate.
    pub(super) fn reach(&self) -> SVector<f64, D> {
        largest_coordinates(self.deviations.iter())
    }
}

/// How many times the rounding of a coordinate is no extent: a sample that is as thin in some
/// direction is flat.
pub(super) const ROUNDINGS: f64 = 32.0;

/// A sample in general position, seen in coordinates in which its mean is 0 and its covariance 1:
/// x = m + B z, where B Bᵀ is the covariance.
///
/// B moves with affine maps up to a rotation on its right, B(A x + b) = A B(x) Q. What is made of the z
/// and moves with rotations is therefore, carried back, affine equivariant.
///
/// The z are computed from the observations by orthogonalisation, and not from the covariance, in
/// which half of the digits of the thin directions are lost.
pub struct Standardised<const D: usize> {
    centre: Centred<D>,
    /// B
    pub(super) root: SMatrix<f64, D, D>,
    /// z
    pub(super) points: Vec<SVector<f64, D>>,
    /// How far the rounding of the coordinates may have moved a point.
    pub(super) rounding: f64,
    /// How the rounding of each coordinate may have moved it, as columns: far in the directions in which the sample is
    /// thin, and little in those in which it is long.
    pub(super) roundings: SMatrix<f64, D, D>,
}

impl<const D: usize> Standardised<D> {
    /// The sample in its own coordinates.
    ///
    /// It is refused if it lies in a hyperplane up to the rounding of its coordinates, so whatever the
    /// units of the axes are, and however an affine map has mixed them.
    pub(super) fn of(sample: &[Point<f64, D>]) -> Result<Self, Refusal> {
        let mut centre = Centred::of(D + 1, sample)?;
        // units in which rounding has moved each coordinate by about 1
        let units = largest_coordinates(sample.iter().map(|x| &x.coords))
            .map(|largest| (f64::EPSILON * largest).max(f64::from_bits(1)));
        let mut columns = std::mem::take(&mut centre.deviations);
        for x in &mut columns {
            x.component_div_assign(&units);
        }
        let (shift, root, points) = orthogonalised(columns, ROUNDINGS)
            .ok_or(Refusal::Degenerate("all observations in a hyperplane"))?;
        centre.shift += units.component_mul(&shift);
        let unknown = SMatrix::repeat(f64::INFINITY);
        let roundings = root.try_inverse().unwrap_or(unknown) * ROUNDINGS;
        Ok(Standardised {
            centre,
            root: SMatrix::from_diagonal(&units) * root,
            points,
            rounding: roundings.norm(),
            roundings,
        })
    }

    /// The coordinates B⁻¹ v of a vector, by substitution in the order of the orthogonalisation: each is as
    /// accurate as it would be alone, long or short.
    pub(super) fn coordinates(&self, v: &SVector<f64, D>) -> SVector<f64, D> {
        let mut z = SVector::<f64, D>::zeros();
        for k in 0..D {
            // the row that ends with column k
            let ends_here = |&j: &usize| {
                let rest = (k + 1..D).all(|later| self.root[(j, later)] == 0.0);
                self.root[(j, k)] != 0.0 && rest
            };
            let row = (0..D).find(ends_here).unwrap_or(k);
            let known: f64 = (0..k).map(|j| self.root[(row, j)] * z[j]).sum();
            z[k] = (v[row] - known) / self.root[(row, k)];
        }
        z
    }

    /// The vector from the mean to a point.
    pub(super) fn deviation(&self, p: &Point<f64, D>) -> SVector<f64, D> {
        p.coords - self.centre.origin - self.centre.shift
    }

    /// The point with these coordinates: m + B z.
    pub(super) fn point(&self, z: &SVector<f64, D>) -> Point<f64, D> {
        Point::from(self.centre.origin + (self.centre.shift + self.root * z))
    }
}

/// The parts s, R and z of nearly centred observations x = s + R z, where the z have mean 0 and
/// covariance 1 and R is triangular up to the order of the rows; `None` if they are flat: in some direction
/// no longer than `rounding`.
///
/// Modified Gram–Schmidt with the longest column first, each column once more before it is used
/// (twice is enough: Giraud, Langou and Rozložník, *Computers & Mathematics with Applications* 50, 2005).
/// The constant is one of the vectors it has to be orthogonal to: what rounding has left of the mean
/// is large beside a thin direction.
pub(super) fn orthogonalised<const D: usize>(
    mut columns: Vec<SVector<f64, D>>,
    rounding: f64,
) -> Option<(SVector<f64, D>, SMatrix<f64, D, D>, Vec<SVector<f64, D>>)> {
    let (n, degrees) = (columns.len() as f64, (columns.len() - 1) as f64);
    let mut shift = SVector::<f64, D>::zeros();
    let mut root = SMatrix::<f64, D, D>::zeros();
    let mut points = vec![SVector::<f64, D>::zeros(); columns.len()];
    let mut rest: Vec<usize> = (0..D).collect();
    // x_j ← x_j − c z_k with c = x_j · z_k / (n − 1)
    let project = |columns: &mut [SVector<f64, D>], points: &[SVector<f64, D>], j, k| {
        let product: f64 = columns.iter().zip(points).map(|(x, z)| x[j] * z[k]).sum();
        let c = product / degrees;
        for (x, z) in columns.iter_mut().zip(points) {
            x[j] -= c * z[k];
        }
        c
    };
    for k in 0..D {
        let length = |j: usize| columns.iter().map(|x| x[j] * x[j]).sum::<f64>();
        let longest =
            (0..rest.len()).max_by(|&a, &b| length(rest[a]).total_cmp(&length(rest[b])))?;
        let j = rest.swap_remove(longest);
        let mean = columns.iter().map(|x| x[j]).sum::<f64>() / n;
        for x in &mut columns {
            x[j] -= mean;
        }
        shift[j] = mean;
        for earlier in 0..k {
            root[(j, earlier)] += project(&mut columns, &points, j, earlier);
        }
        let deviation = (columns.iter().map(|x| x[j] * x[j]).sum::<f64>() / degrees).sqrt();
        if deviation.is_nan() || deviation <= rounding {
            return None;
        }
        root[(j, k)] = deviation;
        for (x, z) in columns.iter().zip(&mut points) {
            z[k] = x[j] / deviation;
        }
        for &other in &rest {
            root[(other, k)] += project(&mut columns, &points, other, k);
        }
    }
    Some((shift, root, points))
}

/// The mean of each coordinate.
fn mean_of<'a, const D: usize>(
    points: impl Iterator<Item = &'a SVector<f64, D>> + Clone,
) -> SVector<f64, D> {
    let mut column = Vec::new();
    SVector::from_fn(|j, _| {
        column.clear();
        column.extend(points.clone().map(|x| x[j]));
        mean(&column)
    })
}

/// The largest size of each coordinate.
pub(super) fn largest_coordinates<'a, const D: usize>(
    points: impl Iterator<Item = &'a SVector<f64, D>>,
) -> SVector<f64, D> {
    points.fold(SVector::zeros(), |largest, x| largest.sup(&x.abs()))
}

fn is_finite<const D: usize>(x: &SVector<f64, D>) -> bool {
    x.iter().all(|coordinate| coordinate.is_finite())
}
