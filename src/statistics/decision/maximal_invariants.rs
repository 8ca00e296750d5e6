//! Known maximal invariants, of samples and of parameters.
//!
//! | function | group | acts on | maximal invariant |
//! |---|---|---|---|
//! | [`differences`] | ℝ | samples of numbers | xᵢ − xₙ |
//! | [`ratios`] | ℝ₊ | samples of numbers | xᵢ/\|xₖ\|, k the last with xₖ ≠ 0 |
//! | [`configuration`] | location–scale | samples of numbers | (xᵢ − min x)/(max x − min x) |
//! | [`gram`] | O(D) | clouds of points | the inner products xᵢ·xⱼ |
//! | [`order_statistics`] | Sₙ | samples of n numbers | x₍₁₎ ≤ … ≤ x₍ₙ₎ |
//! | [`one_orbit`] | G | G itself | nothing: it is one orbit |
//!
//! # Examples
//!
//! ```
//! use equivariant::statistics::decision::maximal_invariants::order_statistics;
//! assert_eq!(order_statistics(3).at(&vec![5.0, 1.0, 2.0]), [1.0, 2.0, 5.0]);
//! ```

use std::fmt::{Debug, Display};
use std::sync::Arc;

use nalgebra::{Point, SMatrix};

use super::MaximalInvariant;
use crate::action::GSet;
use crate::frame::Frame;
use crate::group::Group;
use crate::groups::{AffineLine, LocationScale, Orthogonal, Permutation, PositiveReals, Symmetric};
use crate::set::Set;
use crate::sets::{Partial, Permuted, Points, Positions, Power, Reals, Regular};
use crate::statistics::Refusal;
use crate::statistics::sample::ends;

/// The type of a maximal invariant that a frame gives, but for its two closures.
type OfFrame<G, X, E, F, T> = MaximalInvariant<G, X, Partial<X, E>, F, T>;

/// What a [`Frame`] ρ gives: the canonical form ρ(x)⁻¹·x, with the transporter ρ(x′) ρ(x)⁻¹.
///
/// Where there is no frame, the value is the refusal: such points are not told apart, and there is no
/// transporter between them.
///
/// # Examples
///
/// ```
/// use equivariant::{Frame, sets::{Power, Reals}};
/// use equivariant::statistics::decision::maximal_invariants::from_frame;
/// let first = Frame::total(Reals::default(), Power::new(Reals::default()), |x: &Vec<f64>| x[0]);
/// let invariant = from_frame(first);
/// assert_eq!(invariant.at(&vec![3.0, 5.0]), Ok(vec![0.0, 2.0]));
/// assert_eq!(invariant.transporter(&vec![3.0, 5.0], &vec![-1.0, 1.0]), Some(-4.0));
/// ```
pub fn from_frame<G, X, E, F>(
    frame: Frame<G, X, E, F>,
) -> OfFrame<
    G,
    X,
    E,
    impl Fn(&X::Element) -> Result<X::Element, E>,
    impl Fn(&X::Element, &X::Element) -> Option<G::Element>,
>
where
    G: Group + Clone,
    X: GSet<G> + Clone,
    E: Clone + Debug + Display,
    F: Fn(&X::Element) -> Result<G::Element, E>,
{
    let (group, domain) = (frame.group().clone(), frame.domain().clone());
    let frame = Arc::new(frame);
    let canonical = {
        let frame = Arc::clone(&frame);
        move |x: &X::Element| frame.canonical(x)
    };
    let transporter = move |x: &X::Element, other: &X::Element| {
        let (from, to) = (frame.at(x).ok()?, frame.at(other).ok()?);
        let group = frame.group();
        Some(group.compose(&to, &group.inverse(&from)))
    };
    let values = Partial::new(domain.clone());
    MaximalInvariant::new(group, domain, values, canonical, transporter)
}

/// The differences xᵢ − xₙ of a sample, under shifts.
///
/// # Errors
///
/// The value is a refusal for the empty sample.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::differences;
/// assert_eq!(differences().at(&vec![1.0, 5.0, 3.0]), Ok(vec![-2.0, 2.0, 0.0]));
/// ```
#[must_use]
pub fn differences() -> OfFrame<
    Reals,
    Power<Reals>,
    Refusal,
    impl Fn(&Vec<f64>) -> Result<Vec<f64>, Refusal>,
    impl Fn(&Vec<f64>, &Vec<f64>) -> Option<f64>,
> {
    from_frame(Frame::new(
        Reals::default(),
        Power::default(),
        |x: &Vec<f64>| x.last().copied().ok_or(Refusal::Empty),
    ))
}

/// The ratios xᵢ/|xₖ| of a sample, where xₖ is the last that is not 0, under changes of scale.
///
/// # Errors
///
/// The value is a refusal where all observations are 0.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::ratios;
/// assert_eq!(ratios().at(&vec![1.0, 6.0, -2.0]), Ok(vec![0.5, 3.0, -1.0]));
/// ```
#[must_use]
pub fn ratios() -> OfFrame<
    PositiveReals,
    Power<Reals>,
    Refusal,
    impl Fn(&Vec<f64>) -> Result<Vec<f64>, Refusal>,
    impl Fn(&Vec<f64>, &Vec<f64>) -> Option<f64>,
> {
    from_frame(Frame::new(
        PositiveReals::default(),
        Power::default(),
        |x: &Vec<f64>| {
            let sizes = x.iter().rev().map(|x| x.abs());
            let size = sizes.into_iter().find(|&size| size > 0.0);
            size.ok_or(Refusal::Degenerate("all observations are 0"))
        },
    ))
}

/// The configuration of a sample, under changes of location and scale: (xᵢ − min x)/(max x − min x).
///
/// # Conventions
///
/// It is what the sample looks like from the frame of its smallest observation and its range, and not from
/// that of its last two observations, as in many books: no two observations that happen to be near each
/// other spoil it.
///
/// # Errors
///
/// The value is a refusal where all observations are equal.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::configuration;
/// assert_eq!(configuration().at(&vec![10.0, 20.0, 12.0]), Ok(vec![0.0, 1.0, 0.2]));
/// ```
#[must_use]
pub fn configuration() -> OfFrame<
    AffineLine,
    Power<Reals>,
    Refusal,
    impl Fn(&Vec<f64>) -> Result<Vec<f64>, Refusal>,
    impl Fn(&Vec<f64>, &Vec<f64>) -> Option<LocationScale>,
> {
    let (line, samples) = (AffineLine::default(), Power::default());
    MaximalInvariant::new(
        line,
        samples,
        Partial::new(samples),
        // not x/a − b/a, which has no digits where the location is large beside the range
        |x: &Vec<f64>| {
            let LocationScale { scale, location } = location_and_range(x)?;
            Ok(x.iter().map(|x| (x - location) / scale).collect())
        },
        move |x: &Vec<f64>, other: &Vec<f64>| {
            let [from, to] = [x, other].map(|x| location_and_range(x).ok());
            Some(line.compose(&to?, &line.inverse(&from?)))
        },
    )
}

/// The smallest observation and the range: a frame for changes of location and scale.
fn location_and_range(x: &[f64]) -> Result<LocationScale, Refusal> {
    let [location, largest] = ends(x);
    let scale = largest - location;
    match scale {
        _ if x.is_empty() => Err(Refusal::Empty),
        f64::INFINITY => Err(Refusal::Overflow("the range of the sample")),
        scale if scale > 0.0 => Ok(LocationScale { scale, location }),
        _ => Err(Refusal::Degenerate("all observations are equal")),
    }
}

/// The Gram matrix of a cloud of points, under rotations and reflections about the origin: the inner
/// products xᵢ·xⱼ, row by row. Of one point it is the squared distance from the origin.
///
/// There is no frame: what fixes a cloud in a plane, say, need not be the identity. The transporter is the
/// orthogonal matrix that carries one cloud nearest to the other.
///
/// # Complexity
///
/// O(n² D) for n points.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::gram;
/// use nalgebra::point;
/// assert_eq!(gram::<2>().at(&vec![point![3.0, 4.0], point![1.0, 0.0]]), [25.0, 3.0, 3.0, 1.0]);
/// ```
///
/// # References
///
/// P. H. Schönemann, A generalized solution of the orthogonal Procrustes problem, *Psychometrika* 31
/// (1966), 1–10.
#[must_use]
pub fn gram<const D: usize>() -> MaximalInvariant<
    Orthogonal<D>,
    Power<Points<D>>,
    Power<Reals>,
    impl Fn(&Vec<Point<f64, D>>) -> Vec<f64>,
    impl Fn(&Vec<Point<f64, D>>, &Vec<Point<f64, D>>) -> Option<SMatrix<f64, D, D>>,
> {
    MaximalInvariant::new(
        Orthogonal::default(),
        Power::default(),
        Power::default(),
        |x: &Vec<Point<f64, D>>| {
            let products = |p: &Point<f64, D>| x.iter().map(|q| p.coords.dot(&q.coords)).collect();
            x.iter().flat_map(|p| -> Vec<f64> { products(p) }).collect()
        },
        |x: &Vec<Point<f64, D>>, other: &Vec<Point<f64, D>>| procrustes(x, other),
    )
}

/// The orthogonal matrix g with the least Σ |g xᵢ − x′ᵢ|²: U Vᵀ, where Σ x′ᵢ xᵢᵀ = U S Vᵀ.
fn procrustes<const D: usize>(
    x: &[Point<f64, D>],
    other: &[Point<f64, D>],
) -> Option<SMatrix<f64, D, D>> {
    // of a size at which no product overflows
    let size = |x: &[Point<f64, D>]| x.iter().map(|p| p.coords.amax()).fold(0.0, f64::max);
    let [size, other_size] = [size(x), size(other)].map(|size| if size > 0.0 { size } else { 1.0 });
    let mut products = nalgebra::DMatrix::zeros(D, D);
    for (p, q) in x.iter().zip(other) {
        products += (q.coords / other_size) * (p.coords / size).transpose();
    }
    let decomposition = products.svd(true, true);
    let matrix = decomposition.u? * decomposition.v_t?;
    Some(SMatrix::from_fn(|i, j| matrix[(i, j)]))
}

/// The order statistics of n numbers, under permutations of the sample.
///
/// # Complexity
///
/// O(n log n).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::maximal_invariants::order_statistics;
/// assert_eq!(order_statistics(3).at(&vec![5.0, 1.0, 2.0]), [1.0, 2.0, 5.0]);
/// ```
#[must_use]
pub fn order_statistics(
    n: usize,
) -> MaximalInvariant<
    Symmetric,
    Permuted<Reals>,
    Power<Reals>,
    impl Fn(&Vec<f64>) -> Vec<f64>,
    impl Fn(&Vec<f64>, &Vec<f64>) -> Option<Permutation>,
> {
    let samples = Power::default().of_length(n);
    MaximalInvariant::new(
        Symmetric::new(n),
        Permuted(samples),
        samples,
        |x: &Vec<f64>| {
            let mut sorted = x.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            sorted
        },
        |x: &Vec<f64>, other: &Vec<f64>| {
            // what is k-th in one goes where the k-th of the other is
            let mut images = vec![0; x.len()];
            for (from, to) in ascending_order(x).into_iter().zip(ascending_order(other)) {
                images[from] = to;
            }
            Permutation::new(images).ok()
        },
    )
}

/// The places of the numbers, those of the smallest first.
fn ascending_order(x: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_by(|&i, &j| x[i].total_cmp(&x[j]));
    order
}

/// The group itself is one orbit, as are the parameters of a
/// [`TransformationFamily`](super::TransformationFamily): a constant is a maximal invariant, with the
/// transporter h g⁻¹ from g to h.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{AffineLine, LocationScale};
/// use equivariant::statistics::decision::maximal_invariants::one_orbit;
/// let parameters = one_orbit(AffineLine::<f64>::default());
/// let [theta, other] = [(1.0, 0.0), (3.0, 5.0)].map(|(scale, location)| LocationScale { scale, location });
/// assert!(parameters.same_orbit(&theta, &other));
/// assert_eq!(parameters.transporter(&theta, &other), Some(other));
/// ```
pub fn one_orbit<G: Group + Clone>(
    group: G,
) -> MaximalInvariant<
    G,
    Regular<G>,
    Positions,
    impl Fn(&<G as Set>::Element) -> usize,
    impl Fn(&<G as Set>::Element, &<G as Set>::Element) -> Option<<G as Set>::Element>,
> {
    let acting = group.clone();
    MaximalInvariant::new(
        group.clone(),
        Regular(group),
        Positions(1),
        |_: &<G as Set>::Element| 0,
        move |g: &<G as Set>::Element, h: &<G as Set>::Element| {
            Some(acting.compose(h, &acting.inverse(g)))
        },
    )
}
