//! The orthogonalisation of the columns of a sample of vectors.

use nalgebra::{SMatrix, SVector};

use super::sample::unit_of;
use crate::set::coordinates::norm;

/// What counts as rounding, in proportion to the numbers it comes from.
pub(super) const ROUNDING: f64 = 256.0 * f64::EPSILON;

/// Whether columns may be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pivoting {
    /// The largest remaining column is next: it says best which columns depend on others.
    Columns,
    /// The columns in their order, so that the factor is the one of Cholesky.
    None,
}

/// The factorisation X = Q R of n row vectors with D columns: columns of Q orthonormal, R upper
/// triangular.
///
/// By Householder reflections, on columns in units of their own, rows exchanged so that the largest
/// entry comes first, and columns if that is wanted: so it is backward stable row by row, and an
/// observation a million times as large as the others does not drown them.
///
/// # References
///
/// M. J. D. Powell and J. K. Reid, On applying Householder transformations to linear least squares
/// problems, in *Information Processing 68* (1969), 122–126; A. J. Cox and N. J. Higham, Stability of Householder QR factorization for weighted least squares
/// problems, in *Numerical Analysis 1997* (1998), 57–73.
#[derive(Clone, Debug)]
pub(super) struct Orthogonalisation<const D: usize> {
    /// The column at each place of R.
    columns: [usize; D],
    /// The unit of each column, a power of 2.
    units: SVector<f64, D>,
    /// The row at each place.
    rows: Vec<usize>,
    /// The reflections: the k-th fixes the first k entries, and has a 1 at place k.
    reflections: [Vec<f64>; D],
    /// 2/‖v‖² of each.
    factors: [f64; D],
    triangle: SMatrix<f64, D, D>,
}

impl<const D: usize> Orthogonalisation<D> {
    /// The factorisation of finite rows, at least D; `None` if a column depends on the others up to
    /// rounding: if what remains of every row is rounding in proportion to the row.
    pub(super) fn new(rows: &[SVector<f64, D>], pivoting: Pivoting) -> Option<Self> {
        if rows.len() < D {
            return None;
        }
        let column = |j: usize| rows.iter().map(move |row| row[j]);
        let units: SVector<f64, D> = SVector::from_fn(|j, _| unit_of(column(j)));
        if units.iter().any(|&unit| unit == 0.0) {
            return None;
        }
        let mut a: Vec<SVector<f64, D>> =
            rows.iter().map(|row| row.component_div(&units)).collect();
        let mut largest: Vec<f64> = a.iter().map(SVector::amax).collect();
        let mut this = Orthogonalisation {
            columns: std::array::from_fn(|j| j),
            units,
            rows: (0..rows.len()).collect(),
            reflections: std::array::from_fn(|_| Vec::new()),
            factors: [0.0; D],
            triangle: SMatrix::zeros(),
        };
        for k in 0..D {
            let length =
                |a: &[SVector<f64, D>], j: usize| norm(a[k..].iter().map(move |row| row[j]));
            if pivoting == Pivoting::Columns {
                let lengths: Vec<f64> = (k..D).map(|j| length(&a, j)).collect();
                let longest = (0..D - k).max_by(|&i, &j| lengths[i].total_cmp(&lengths[j]))?;
                this.exchange_columns(&mut a, k, k + longest);
            }
            let pivot = (k..a.len()).max_by(|&i, &j| a[i][k].abs().total_cmp(&a[j][k].abs()))?;
            a.swap(k, pivot);
            largest.swap(k, pivot);
            this.exchange_rows(k, pivot);
            let is_rounding =
                |(row, largest): (&SVector<f64, D>, &f64)| row[k].abs() <= ROUNDING * largest;
            if a[k..].iter().zip(&largest[k..]).all(is_rounding) {
                return None;
            }
            let length = length(&a, k);
            this.reflect(&mut a, k, length);
            // a reflection carries rounding from row to row as it does what is in them
            let v = &this.reflections[k];
            let carried = norm(v.iter().zip(&largest[k..]).map(|(v, largest)| v * largest));
            for ((row, largest), v) in a[k..].iter().zip(&mut largest[k..]).zip(v) {
                let most = row
                    .iter()
                    .skip(k + 1)
                    .fold(*largest, |most, x| most.max(x.abs()));
                *largest = most.max(2.0 * v.abs() * carried);
            }
        }
        Some(this)
    }

    /// Exchanges two columns.
    fn exchange_columns(&mut self, a: &mut [SVector<f64, D>], j: usize, k: usize) {
        self.columns.swap(j, k);
        self.triangle.swap_columns(j, k);
        for row in a {
            row.swap_rows(j, k);
        }
    }

    /// Exchanges two rows that no reflection so far has for its first.
    fn exchange_rows(&mut self, i: usize, k: usize) {
        self.rows.swap(i, k);
        for (first, reflection) in self.reflections.iter_mut().enumerate().take(i) {
            reflection.swap(i - first, k - first);
        }
    }

    /// Reflects the rows from k on so that column k, of this length, is left with its first entry.
    fn reflect(&mut self, a: &mut [SVector<f64, D>], k: usize, length: f64) {
        let diagonal = -length.copysign(a[k][k]);
        let head = a[k][k] - diagonal;
        let mut v: Vec<f64> = a[k..].iter().map(|row| row[k] / head).collect();
        v[0] = 1.0;
        // 2/‖v‖² with v₀ = 1
        let factor = -head / diagonal;
        self.triangle[(k, k)] = diagonal;
        for j in k + 1..D {
            let along: f64 = factor
                * a[k..]
                    .iter()
                    .zip(&v)
                    .skip(1)
                    .fold(a[k][j], |sum, (row, v)| sum + row[j] * v);
            a[k][j] -= along;
            for (row, v) in a[k + 1..].iter_mut().zip(&v[1..]) {
                row[j] -= along * v;
            }
            self.triangle[(k, j)] = a[k][j];
        }
        self.reflections[k] = v;
        self.factors[k] = factor;
    }

    /// The coefficients β that minimise ‖y − X β‖, one number y for each row.
    ///
    /// They may be infinite or NaN where they overflow.
    pub(super) fn solve(&self, y: &[f64]) -> SVector<f64, D> {
        let unit = unit_of(y.iter().copied());
        if unit == 0.0 {
            return SVector::zeros();
        }
        let mut y: Vec<f64> = self.rows.iter().map(|&i| y[i] / unit).collect();
        for k in 0..D {
            let v = &self.reflections[k];
            let along = self.factors[k] * y[k..].iter().zip(v).map(|(y, v)| y * v).sum::<f64>();
            for (y, v) in y[k..].iter_mut().zip(v) {
                *y -= along * v;
            }
        }
        self.coefficients(&SVector::from_fn(|k, _| y[k])) * unit
    }

    /// The coefficients β with X β = Q γ: β = R⁻¹ γ.
    pub(super) fn coefficients(&self, gamma: &SVector<f64, D>) -> SVector<f64, D> {
        let mut solution = *gamma;
        for k in (0..D).rev() {
            let known: f64 = (k + 1..D)
                .map(|j| self.triangle[(k, j)] * solution[j])
                .sum();
            solution[k] = (solution[k] - known) / self.triangle[(k, k)];
        }
        let mut beta = SVector::zeros();
        for (k, &j) in self.columns.iter().enumerate() {
            beta[j] = solution[k] / self.units[j];
        }
        beta
    }

    /// The row of Q that belongs to a row x of X: z = R⁻ᵀ x, so that x·β = z·γ.
    pub(super) fn coordinates(&self, x: &SVector<f64, D>) -> SVector<f64, D> {
        let mut z = SVector::from_fn(|k, _| x[self.columns[k]] / self.units[self.columns[k]]);
        for k in 0..D {
            let known: f64 = (0..k).map(|j| self.triangle[(j, k)] * z[j]).sum();
            z[k] = (z[k] - known) / self.triangle[(k, k)];
        }
        z
    }

    /// The lower triangular T = Rᵀ with positive diagonal, Σ x xᵀ = T Tᵀ, if
    /// the columns were kept in their order.
    pub(super) fn cholesky(&self) -> SMatrix<f64, D, D> {
        SMatrix::from_fn(|i, k| {
            let entry = self.triangle[(k, i)] * self.triangle[(k, k)].signum();
            if i < k { 0.0 } else { entry * self.units[i] }
        })
    }
}
