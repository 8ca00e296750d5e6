//! Invariant decision problems.

use std::fmt::{self, Debug, Display};

use super::{Loss, Losses, Model, random_of_case};
use crate::action::{GSet, Trivial};
use crate::group::Group;
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::sets::Partial;

/// An invariant decision problem: a group G that acts on samples, on parameters and on decisions, and a
/// loss L(d, θ).
///
/// The decisions move by an action of their own, often a [`Pullback`](crate::Pullback): in other units a
/// location becomes a d + b, a scale |a| d. An estimator is an equivariant map from samples to decisions.
///
/// # Laws
///
/// ```text
/// loss         L(g·d, g·θ)  ~  L(d, θ)                       the map `loss()`
/// model     draw(g·θ, ω)  ~  g · draw(θ, ω)                  the map `draw(model, seed, case)`
/// estimator        δ(g·x)  ~  g · δ(x)                       the map `estimator(δ)`
/// ```
///
/// Each is the claim of an [`EquivariantMap`], to be checked as any other.
///
/// # Conventions
///
/// That P at g·θ is the law of g·x for x drawn at θ is asked here of each single draw: the same random
/// numbers ω give the sample that has moved along. It is sufficient for the equality of the laws, and it
/// makes the risk of an equivariant estimator constant on orbits not only in the limit of many cases but in
/// every simulation with the same seed.
///
/// # Examples
///
/// The location of a sample in unknown units.
///
/// ```
/// use equivariant::{Check, groups::AffineLine, sets::{Power, Reals, Regular}};
/// use equivariant::statistics::decision::{Errors, LocationLoss, Problem, StandardisedLoss};
///
/// let (line, reals) = (AffineLine::<f64>::default(), Reals::<f64>::default());
/// let samples = Power::new(reals).of_length(4);
/// let problem = Problem::new(line, samples, Regular(line), reals, StandardisedLoss(LocationLoss::Squared));
/// let check = Check::default();
/// check.equivariant(&problem.loss())?;
/// check.equivariant(&problem.draw(&Errors::Normal.location_scale(4), 1, 0))?;
/// check.equivariant(&problem.estimator(|x: &Vec<f64>| (x[0] + x[1] + x[2] + x[3]) / 4.0))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
///
/// # References
///
/// E. L. Lehmann and G. Casella, *Theory of Point Estimation* (2nd ed., 1998), section 3.2.
#[derive(Clone)]
pub struct Problem<G, X, P, D, L> {
    group: G,
    samples: X,
    parameters: P,
    decisions: D,
    loss: L,
}

impl<G, X, P, D, L> Problem<G, X, P, D, L>
where
    G: Group + Clone,
    X: GSet<G> + Clone,
    P: GSet<G> + Clone,
    D: GSet<G> + Clone,
    L: Loss<D::Element, P::Element>,
{
    /// The problem with these samples, parameters, decisions and this loss.
    pub fn new(group: G, samples: X, parameters: P, decisions: D, loss: L) -> Self {
        Problem {
            group,
            samples,
            parameters,
            decisions,
            loss,
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

    /// The parameters, and how they move.
    pub fn parameters(&self) -> &P {
        &self.parameters
    }

    /// The decisions, and how they move.
    pub fn decisions(&self) -> &D {
        &self.decisions
    }

    /// The loss, with the claim that it is invariant: L(g·d, g·θ) = L(d, θ).
    ///
    /// # Examples
    ///
    /// The relative error is invariant under changes of scale, and not under shifts.
    ///
    /// ```
    /// use equivariant::{Check, sets::{Power, Reals}};
    /// use equivariant::statistics::decision::Problem;
    /// let reals = Reals::<f64>::default();
    /// let relative = |d: &f64, theta: &f64| (d - theta).abs() / (1.0 + theta.abs());
    /// let problem = Problem::new(reals, Power::new(reals), reals, reals, relative);
    /// assert!(Check::default().equivariant(&problem.loss()).is_err());
    /// ```
    #[must_use]
    pub fn loss(
        &self,
    ) -> EquivariantMap<
        G,
        (D, P),
        Trivial<Losses>,
        impl Fn(&(D::Element, P::Element)) -> f64 + use<'_, G, X, P, D, L>,
    > {
        let pairs = (self.decisions.clone(), self.parameters.clone());
        EquivariantMap::invariant(self.group.clone(), pairs, Losses, |(d, theta)| {
            self.loss.loss(d, theta)
        })
    }

    /// The sample that a model draws at θ in a case of a simulation, as a function of θ, with the claim that
    /// it moves along: draw(g·θ, ω) = g·draw(θ, ω).
    ///
    /// # Examples
    ///
    /// Errors that grow with the location are no model that is invariant under shifts.
    ///
    /// ```
    /// use equivariant::{Check, sets::{Power, Reals}};
    /// use equivariant::statistics::decision::{Errors, LocationLoss, Problem, Random};
    /// let reals = Reals::<f64>::default();
    /// let samples = Power::new(reals).of_length(1);
    /// let problem = Problem::new(reals, samples, reals, reals, LocationLoss::Squared);
    /// let growing = |theta: &f64, random: &mut Random| vec![theta + theta * Errors::Normal.draw(random)];
    /// assert!(Check::default().equivariant(&problem.draw(&growing, 1, 0)).is_err());
    /// ```
    #[must_use]
    pub fn draw<'a, M>(
        &self,
        model: &'a M,
        seed: u64,
        case: u64,
    ) -> EquivariantMap<G, P, X, impl Fn(&P::Element) -> X::Element + use<'a, G, X, P, D, L, M>>
    where
        M: Model<P::Element, Sample = X::Element>,
    {
        let (parameters, samples) = (self.parameters.clone(), self.samples.clone());
        EquivariantMap::new(self.group.clone(), parameters, samples, move |theta| {
            model.draw(theta, &mut random_of_case(seed, case))
        })
    }

    /// An estimator, with the claim that it is equivariant: δ(g·x) = g·δ(x).
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, sets::{Power, Reals}};
    /// use equivariant::statistics::decision::{LocationLoss, Problem};
    /// let reals = Reals::<f64>::default();
    /// let problem = Problem::new(reals, Power::new(reals), reals, reals, LocationLoss::Squared);
    /// let first = problem.estimator(|x: &Vec<f64>| x[0]);
    /// Check::default().equivariant(&first)?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn estimator<F>(&self, estimator: F) -> EquivariantMap<G, X, D, F>
    where
        F: Fn(&X::Element) -> D::Element,
    {
        let (samples, decisions) = (self.samples.clone(), self.decisions.clone());
        EquivariantMap::new(self.group.clone(), samples, decisions, estimator)
    }

    /// An estimator that may refuse, with the claim that it is equivariant and refuses g·x exactly if it
    /// refuses x.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Check, sets::{Power, Reals}};
    /// use equivariant::statistics::{Estimator, decision::{LocationLoss, Problem}, location::Median};
    /// let reals = Reals::<f64>::default();
    /// let problem = Problem::new(reals, Power::new(reals), reals, reals, LocationLoss::Absolute);
    /// let median = problem.partial_estimator(|x: &Vec<f64>| Median.estimate(x));
    /// Check::default().equivariant(&median)?;
    /// # Ok::<(), equivariant::Violation>(())
    /// ```
    pub fn partial_estimator<E, F>(&self, estimator: F) -> EquivariantMap<G, X, Partial<D, E>, F>
    where
        E: Clone + Debug + Display,
        F: Fn(&X::Element) -> Result<D::Element, E>,
    {
        let decisions = Partial::new(self.decisions.clone());
        EquivariantMap::new(
            self.group.clone(),
            self.samples.clone(),
            decisions,
            estimator,
        )
    }
}

/// A problem stands for its loss.
impl<G, X, P: Set, D: Set, L> Loss<D::Element, P::Element> for Problem<G, X, P, D, L>
where
    L: Loss<D::Element, P::Element>,
{
    #[inline]
    fn loss(&self, d: &D::Element, theta: &P::Element) -> f64 {
        self.loss.loss(d, theta)
    }
}

impl<G: Debug, X: Debug, P: Debug, D: Debug, L> Debug for Problem<G, X, P, D, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("group", &self.group)
            .field("samples", &self.samples)
            .field("parameters", &self.parameters)
            .field("decisions", &self.decisions)
            .finish_non_exhaustive()
    }
}
