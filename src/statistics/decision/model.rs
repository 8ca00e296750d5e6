//! Statistical models that samples can be drawn from.

use std::fmt::{self, Debug};

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use crate::action::GSet;
use crate::group::Group;
use crate::set::Set;
use crate::set::coordinates::mixed;

/// The source of the random numbers of one case: xoshiro256++ (D. Blackman and S. Vigna, Scrambled linear
/// pseudorandom number generators, *ACM Transactions on Mathematical Software* 47 (2021), 36).
pub type Random = Xoshiro256PlusPlus;

/// The random numbers of a case, which depend on the seed and the number of the case only: in every shard
/// and in every thread they are the same.
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::random_of_case;
/// use rand::Rng;
/// assert_eq!(random_of_case(7, 3).next_u64(), random_of_case(7, 3).next_u64());
/// assert_ne!(random_of_case(7, 3).next_u64(), random_of_case(7, 4).next_u64());
/// ```
#[must_use]
pub fn random_of_case(seed: u64, case: u64) -> Random {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    // SplitMix64, started at a place that both numbers decide
    let mut place =
        mixed(seed.wrapping_add(STEP)) ^ mixed(case.wrapping_mul(STEP) ^ STEP.rotate_left(32));
    let mut state = [0; 32];
    for word in state.chunks_exact_mut(8) {
        place = place.wrapping_add(STEP);
        word.copy_from_slice(&mixed(place).to_le_bytes());
    }
    Random::from_seed(state)
}

/// A statistical model: a law of samples for every parameter θ of type P, given by how one is drawn.
///
/// A closure `|theta: &P, random: &mut Random| …` is one.
///
/// # Laws
///
/// ```text
/// invariant    draw(g·θ, ω)  ~  g · draw(θ, ω)
/// ```
///
/// with the same random numbers ω on both sides: see [`Problem::draw`](super::Problem::draw).
///
/// # Examples
///
/// ```
/// use equivariant::statistics::decision::{Errors, Model, Random, random_of_case};
/// // an autoregressive pair
/// let pair = |rho: &f64, random: &mut Random| {
///     let first = Errors::Normal.draw(random);
///     [first, rho * first + Errors::Normal.draw(random)]
/// };
/// let [x, y] = pair.draw(&0.5, &mut random_of_case(1, 0));
/// assert!((y - 0.5 * x).abs() < 10.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a model with the parameters `{P}`",
    label = "this must implement `equivariant::statistics::decision::Model<{P}>`",
    note = "a closure `|theta: &P, random: &mut Random| …` that returns a sample is a model; its arguments need their types"
)]
pub trait Model<P> {
    /// What is drawn.
    type Sample;

    /// A sample drawn at the parameter θ.
    fn draw(&self, theta: &P, random: &mut Random) -> Self::Sample;
}

#[diagnostic::do_not_recommend]
impl<P, S, F: Fn(&P, &mut Random) -> S> Model<P> for F {
    type Sample = S;

    #[inline]
    fn draw(&self, theta: &P, random: &mut Random) -> S {
        self(theta, random)
    }
}

/// The laws of g·ε for all g of a group, where ε is drawn by one law: a transformation family. Its
/// parameters are the elements of the group, a single orbit.
///
/// # Laws
///
/// That it is an invariant model is a theorem: (g·h)·ε = g·(h·ε).
///
/// # Examples
///
/// Points spread about a centre.
///
/// ```
/// use equivariant::groups::Translations;
/// use equivariant::sets::Points;
/// use equivariant::statistics::decision::{Errors, Model, Random, TransformationFamily, random_of_case};
/// use nalgebra::{Point, Translation3};
///
/// let error = |random: &mut Random| Point::from([0; 3].map(|_| Errors::Normal.draw(random)));
/// let family = TransformationFamily::new(Translations::<3>::default(), Points::<3>::default(), error);
/// let far = family.draw(&Translation3::new(100.0, 0.0, 0.0), &mut random_of_case(1, 0));
/// let near = family.draw(&Translation3::identity(), &mut random_of_case(1, 0));
/// assert!((far - near).x - 100.0 < 1e-12);
/// ```
#[derive(Clone)]
pub struct TransformationFamily<G, X, F> {
    group: G,
    samples: X,
    base: F,
}

impl<G, X, F> TransformationFamily<G, X, F>
where
    G: Group,
    X: GSet<G>,
    F: Fn(&mut Random) -> X::Element,
{
    /// The laws of g·ε, where ε is what `base` draws.
    pub fn new(group: G, samples: X, base: F) -> Self {
        TransformationFamily {
            group,
            samples,
            base,
        }
    }

    /// The group G.
    pub fn group(&self) -> &G {
        &self.group
    }

    /// The samples, and how they move.
    pub fn samples(&self) -> &X {
        &self.samples
    }
}

impl<P, G, X, F> Model<P> for TransformationFamily<G, X, F>
where
    G: Group + Set<Element = P>,
    X: GSet<G>,
    F: Fn(&mut Random) -> X::Element,
{
    type Sample = X::Element;

    #[inline]
    fn draw(&self, g: &P, random: &mut Random) -> X::Element {
        self.samples.act(g, &(self.base)(random))
    }
}

impl<G: Debug, X: Debug, F> Debug for TransformationFamily<G, X, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransformationFamily")
            .field("group", &self.group)
            .field("samples", &self.samples)
            .finish_non_exhaustive()
    }
}
