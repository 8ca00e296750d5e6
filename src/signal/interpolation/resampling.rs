//! Affine maps of images, by interpolation.

use nalgebra::{SVector, Translation2};

use crate::action::LeftAction;
use crate::groups::{Affine, AffineTransformation, SpecialOrthogonal, Translations};
use crate::sets::Reals;
use crate::signal::{Boundary, Image, Images};

/// How a value between cells is computed from the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// The value of the nearest cell; of two, the one with the larger index.
    Nearest,
    /// Linear along each axis, from 2 × 2 cells.
    Bilinear,
    /// Cubic along each axis, from 4 × 4 cells (Keys, with a = −1/2): exact for quadratic polynomials.
    Bicubic,
}

/// The images moved by affine maps about their centre: (g·x)(u) = x(g⁻¹u), by interpolation.
///
/// # Laws
///
/// None: what is interpolated twice is smoother than what is interpolated once, so this is no action but for shifts by
/// whole cells and, on square images, quarter turns and mirrors. How far it is from one is measured by
/// [`EquivariantMap::action_errors`](crate::EquivariantMap::action_errors), and a map is to be judged beside that.
///
/// # Conventions
///
/// Positions are (row, column) relative to the centre of the image, in cells. The image keeps its shape.
///
/// # Complexity
///
/// Up to 16 cells for each cell.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, Equipped, groups::SpecialOrthogonal, sets::Reals};
/// use equivariant::signal::{Boundary, Image, Images, Interpolation, Resampling};
/// use nalgebra::Rotation2;
///
/// let turned = Equipped {
///     set: Images::new(Reals::<f64>::default()),
///     action: Resampling { interpolation: Interpolation::Bicubic, boundary: Boundary::Zero },
/// };
/// let doubled = EquivariantMap::new(SpecialOrthogonal::<2>::default(), turned, turned, |x: &Image<f64>| x.map(|v| 2.0 * v));
/// let x = Image::from_fn([9, 9], |[r, c]| f64::from(u8::from((2..5).contains(&r) && (3..7).contains(&c))));
/// let (g, h) = (Rotation2::new(0.3), Rotation2::new(0.4));
/// assert!(doubled.relative_errors([(g, x.clone())]).largest() < 1e-15); // it is linear, and in each value
/// assert!(doubled.action_errors([(g, h, x)]).largest() > 0.01);          // the action is not even one
/// ```
///
/// # References
///
/// R. G. Keys, Cubic convolution interpolation for digital image processing, *IEEE Transactions on Acoustics, Speech,
/// and Signal Processing* 29 (1981), 1153–1160.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resampling {
    /// How values between cells are computed.
    pub interpolation: Interpolation,
    /// What is beyond the border.
    pub boundary: Boundary,
}

impl Interpolation {
    /// The first cell, relative to the one at or below, and the weights of it and the next for a part of a cell.
    fn weights(self, part: f64) -> (i64, [f64; 4]) {
        match self {
            Interpolation::Nearest if part < 0.5 => (0, [1.0, 0.0, 0.0, 0.0]),
            Interpolation::Nearest => (1, [1.0, 0.0, 0.0, 0.0]),
            Interpolation::Bilinear => (0, [1.0 - part, part, 0.0, 0.0]),
            Interpolation::Bicubic => {
                let near = |t: f64| (1.5 * t - 2.5) * t * t + 1.0;
                let far = |t: f64| ((-0.5 * t + 2.5) * t - 4.0) * t + 2.0;
                let weights = [
                    far(1.0 + part),
                    near(part),
                    near(1.0 - part),
                    far(2.0 - part),
                ];
                (-1, weights)
            }
        }
    }
}

impl Resampling {
    /// The value of an image at a place between its cells.
    fn value(self, x: &Image<f64>, [row, column]: [f64; 2]) -> f64 {
        let [height, width] = x.shape();
        let split = |place: f64| {
            let (first, weights) = self.interpolation.weights(place - place.floor());
            (place.floor() as i64, first, weights)
        };
        let (top, first_row, down) = split(row);
        let (left, first_column, across) = split(column);
        let cell = |place: i64, step: i64, side: usize| {
            self.boundary.cell(place.saturating_add(step), side)
        };
        let mut sum = 0.0;
        for (i, w) in (0_i64..).zip(down).filter(|(_, w)| *w != 0.0) {
            let Some(row) = cell(top, first_row + i, height) else {
                continue;
            };
            for (j, v) in (0_i64..).zip(across).filter(|(_, v)| *v != 0.0) {
                let Some(column) = cell(left, first_column + j, width) else {
                    continue;
                };
                sum += w * v * x.values()[row * width + column];
            }
        }
        sum
    }

    /// The image moved by an affine map.
    fn moved(self, g: &AffineTransformation<2>, x: &Image<f64>) -> Image<f64> {
        let [height, width] = x.shape();
        if x.is_empty() {
            return x.clone();
        }
        let centre = SVector::from([(height - 1) as f64 / 2.0, (width - 1) as f64 / 2.0]);
        let Some(back) = g.linear.try_inverse() else {
            return x.map(|_| f64::NAN);
        };
        Image::from_fn([height, width], |[row, column]| {
            let u = SVector::from([row as f64, column as f64]) - centre;
            let v = back * (u - g.translation) + centre;
            self.value(x, [v[0], v[1]])
        })
    }
}

impl LeftAction<Affine<2>, Images<Reals>> for Resampling {
    fn act(&self, g: &AffineTransformation<2>, x: &Image<f64>) -> Image<f64> {
        self.moved(g, x)
    }
}

impl LeftAction<SpecialOrthogonal<2>, Images<Reals>> for Resampling {
    fn act(&self, g: &nalgebra::Rotation2<f64>, x: &Image<f64>) -> Image<f64> {
        let turn = AffineTransformation {
            linear: *g.matrix(),
            translation: SVector::zeros(),
        };
        self.moved(&turn, x)
    }
}

impl LeftAction<Translations<2>, Images<Reals>> for Resampling {
    fn act(&self, g: &Translation2<f64>, x: &Image<f64>) -> Image<f64> {
        let shift = AffineTransformation {
            linear: nalgebra::SMatrix::identity(),
            translation: g.vector,
        };
        self.moved(&shift, x)
    }
}
