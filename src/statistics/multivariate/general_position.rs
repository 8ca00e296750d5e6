//! Samples in general position.

use nalgebra::{Point, SMatrix};

use crate::action::GSet;
use crate::group::Group;
use crate::groups::determinant;
use crate::law::Violation;
use crate::set::{Set, forward_set};

/// The samples in general position: no three different points of the plane are on a line, or nearly, no four
/// points of space in a plane. The area of every triangle, the volume of every simplex, is more than 10⁻⁶ of that of
/// the largest.
///
/// # Laws
///
/// Affine maps multiply all volumes by the same number, and do not lead out of it. Rounding that is small beside the
/// sample turns no simplex over; what counts on which sides of lines the observations are is then the same for g·x, as
/// it is computed, and for x.
///
/// # Conventions
///
/// Equal observations are one point, and remain equal wherever they are moved. Points that are too few for a simplex are
/// in general position.
///
/// # Complexity
///
/// O(n^(D + 1)) to ask whether a sample belongs.
///
/// # Examples
///
/// ```
/// use equivariant::{Set, sets::{Multisets, Points}, statistics::multivariate::GeneralPosition};
/// use nalgebra::point;
/// let samples = GeneralPosition(Multisets::new(Points::<2>::default()));
/// let [a, b, c] = [point![0.0, 0.0], point![1.0, 1.0], point![0.0, 3.0]];
/// assert!(samples.contains(&vec![a, b, c, c]));
/// assert!(!samples.contains(&vec![a, b, c, point![2.0, 2.0]]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneralPosition<X>(pub X);

/// The part of the largest simplex that a simplex has to be more than.
const FLAT: f64 = 1e-6;

/// Whether every simplex is more than this part of the largest.
fn is_general<const D: usize>(sample: &[Point<f64, D>], part: f64) -> bool {
    let size = sample.iter().map(|x| x.coords.amax()).fold(0.0, f64::max);
    let mut points: Vec<Point<f64, D>> = Vec::with_capacity(sample.len());
    for x in sample.iter().map(|x| x / size) {
        if !points.contains(&x) {
            points.push(x);
        }
    }
    let mut volumes = Volumes {
        least: f64::INFINITY,
        most: 0.0,
        edges: SMatrix::<f64, D, D>::zeros(),
    };
    for (i, origin) in points.iter().enumerate() {
        volumes.see(origin, &points[i + 1..], 0);
    }
    volumes.least > part * volumes.most
}

/// The volumes of simplices, up to a factor.
struct Volumes<const D: usize> {
    least: f64,
    most: f64,
    /// The edges from one corner to the others, as columns.
    edges: SMatrix<f64, D, D>,
}

impl<const D: usize> Volumes<D> {
    /// All simplices with these first edges and the others from the origin to some of the points.
    fn see(&mut self, origin: &Point<f64, D>, points: &[Point<f64, D>], edges: usize) {
        if edges == D {
            let volume = determinant(&self.edges).abs();
            (self.least, self.most) = (self.least.min(volume), self.most.max(volume));
            return;
        }
        for (i, x) in points.iter().enumerate() {
            self.edges.set_column(edges, &(x - origin));
            self.see(origin, &points[i + 1..], edges + 1);
        }
    }
}

forward_set! {
    [X: Set<Element = Vec<Point<f64, D>>>, const D: usize] GeneralPosition<X> : X, |this| this.0,
        where |x| is_general(x, FLAT);
}

impl<G, X, const D: usize> GSet<G> for GeneralPosition<X>
where
    G: Group,
    X: GSet<G, Element = Vec<Point<f64, D>>>,
{
    fn act(&self, g: &G::Element, x: &X::Element) -> X::Element {
        self.0.act(g, x)
    }

    fn act_inverse(&self, group: &G, g: &G::Element, x: &X::Element) -> X::Element {
        self.0.act_inverse(group, g, x)
    }

    fn is_trivial(&self) -> bool {
        self.0.is_trivial()
    }

    fn premises(&self, group: &G, g: &G::Element, h: &G::Element) -> Result<(), Violation> {
        self.0.premises(group, g, h)
    }
}

#[cfg(feature = "proptest")]
mod sampled {
    use nalgebra::{Point, SVector};
    use proptest::strategy::{BoxedStrategy, Strategy};
    use proptest::test_runner::TestRunner;
    use rand::RngExt;

    use super::{GeneralPosition, is_general};
    use crate::set::Set;
    use crate::strategy::{Draws, Sampled};

    /// Drawn samples are farther from being flat than others, so that no rounding leads out.
    const CLEAR: f64 = 1e-3;

    /// The most points of a sample that is drawn.
    const LONGEST: usize = 9;

    /// Points of a cube, each taken if it leaves the sample in general position, at times with ties.
    fn draw<const D: usize>(runner: &mut TestRunner) -> Vec<Point<f64, D>> {
        let random = runner.rng();
        let length = random.random_range(1..=LONGEST);
        let size = f64::powf(10.0, random.random_range(0.0..6.0));
        let has_ties = random.random_range(0..4_u32) == 0;
        let mut sample: Vec<Point<f64, D>> = Vec::with_capacity(length);
        while sample.len() < length {
            let tied = random.random_range(0..length);
            if has_ties && tied < sample.len() {
                sample.push(sample[tied]);
                continue;
            }
            let mut coordinate = |_, _| size * random.random_range(-1.0..=1.0);
            sample.push(Point::from(SVector::from_fn(&mut coordinate)));
            if !is_general(&sample, CLEAR) {
                sample.pop();
            }
        }
        sample
    }

    impl<X, const D: usize> Sampled for GeneralPosition<X>
    where
        X: Set<Element = Vec<Point<f64, D>>> + Clone + 'static,
    {
        fn strategy(&self) -> BoxedStrategy<Vec<Point<f64, D>>> {
            let set = self.clone();
            Draws::new(|runner| Ok(draw(runner)), move |x| set.simpler(x)).boxed()
        }

        /// Fewer observations.
        fn simpler(&self, x: &Vec<Point<f64, D>>) -> Vec<Vec<Point<f64, D>>> {
            let without = |place: usize| {
                let mut fewer = x.clone();
                fewer.remove(place);
                fewer
            };
            let shorter = (0..x.len()).map(without);
            shorter.filter(|x| self.contains(x)).collect()
        }

        /// The first points of the moment curve (t, t², …, tᴰ), and with a tie.
        fn corners(&self) -> Vec<Vec<Point<f64, D>>> {
            let on_curve = |t: usize| {
                let power = |i: usize, _| (t as f64).powi(i as i32 + 1);
                Point::from(SVector::from_fn(power))
            };
            let points: Vec<_> = (0..D + 3).map(on_curve).collect();
            let mut corners: Vec<Vec<_>> =
                (1..=points.len()).map(|n| points[..n].to_vec()).collect();
            let mut tied = points[..=D].to_vec();
            tied.push(points[D]);
            corners.push(tied);
            corners.retain(|x| self.contains(x));
            corners
        }

        fn drawn(&self) -> String {
            "in lists of up to 9, at times with ties, uniform on a cube, no simplex below 10⁻³ of the largest"
                .to_owned()
        }
    }
}
