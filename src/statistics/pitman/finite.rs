//! The minimum-risk equivariant estimator of an element of a finite group.

use crate::group::Group;
use crate::set::FiniteSet;
use crate::statistics::claim::GroupElement;
use crate::statistics::orthogonalisation::ROUNDING;
use crate::statistics::{Estimator, Refusal};

/// The minimum-risk equivariant estimator of the element g of a finite group G of a sample xᵢ = g εᵢ in G,
/// with errors εᵢ of known probabilities p: for G = ℤ/n, of a shift around a circle of n places.
///
/// Under an invariant loss L(g, a) = ℓ(g⁻¹a),
///
/// ```text
/// δ(x) = argmin_a Σ_g ℓ(g⁻¹a) ∏ p(g⁻¹xᵢ)
/// ```
///
/// # Laws
///
/// ```text
/// δ(g x)  =  g δ(x)    g in G
/// ```
///
/// # Conventions
///
/// The zero–one loss unless said otherwise: then δ is the maximum likelihood estimate. A sample for which
/// two elements have the least risk, up to rounding, is refused: no choice among them would move with
/// the group.
///
/// # Errors
///
/// A sample that is empty; with a tie, or of probability 0 for every g
/// ([`Degenerate`](Refusal::Degenerate)); with an observation that is not in G
/// ([`Unsupported`](Refusal::Unsupported)).
///
/// # Complexity
///
/// O(|G|² + |G| n) compositions, and as many look-ups of elements.
///
/// # Examples
///
/// ```
/// use equivariant::{groups::Cyclic, statistics::{Estimator, pitman::PitmanFinite}};
/// // a hand of a clock that stands right most of the time, or is an hour late
/// let mut p = [0.0; 12];
/// (p[0], p[11]) = (0.7, 0.3);
/// let hour = PitmanFinite::new(Cyclic::new(12)?, &p)?;
/// assert_eq!(hour.estimate(&[4, 3, 3, 3])?, 4);
/// // at 4 or at 3 it was 4; if all say 3 then it was 3
/// assert_eq!(hour.estimate(&[3, 3, 3])?, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// M. L. Eaton, *Group Invariance Applications in Statistics* (1989).
#[derive(Clone, Debug, PartialEq)]
pub struct PitmanFinite<G: Group> {
    group: G,
    elements: Vec<G::Element>,
    logarithms: Vec<f64>,
    loss: Vec<f64>,
}

/// Why probabilities or losses on a finite group are refused.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NotOnGroup {
    /// There is not one number for each element.
    #[error("{found} probabilities for {wanted} elements")]
    Count {
        /// How many there are.
        found: usize,
        /// How many elements the group has.
        wanted: usize,
    },
    /// A probability is negative or not a number.
    #[error("probability {index} is {value}")]
    Probability {
        /// The place in the list, from 0.
        index: usize,
        /// The value.
        value: f64,
    },
    /// The probabilities do not sum to 1.
    #[error("the probabilities sum to {sum}, not to 1")]
    Sum {
        /// Their sum.
        sum: f64,
    },
    /// A loss is not a finite number.
    #[error("the loss for element {index} is {value}")]
    Loss {
        /// The place of the element in the list, from 0.
        index: usize,
        /// The value.
        value: f64,
    },
}

impl<G: Group + FiniteSet> PitmanFinite<G> {
    /// The estimator for errors of these probabilities, of the elements in the order of the
    /// [list](FiniteSet::elements), under the zero–one loss.
    ///
    /// # Errors
    ///
    /// [`NotOnGroup`], if they are not probabilities of the elements.
    pub fn new(group: G, probabilities: &[f64]) -> Result<Self, NotOnGroup> {
        let elements: Vec<G::Element> = group.elements().collect();
        let (found, wanted) = (probabilities.len(), elements.len());
        if found != wanted {
            return Err(NotOnGroup::Count { found, wanted });
        }
        for (index, &value) in probabilities.iter().enumerate() {
            if !(value.is_finite() && value >= 0.0) {
                return Err(NotOnGroup::Probability { index, value });
            }
        }
        let sum: f64 = probabilities.iter().sum();
        if (sum - 1.0).abs() > ROUNDING * wanted as f64 {
            return Err(NotOnGroup::Sum { sum });
        }
        let identity = group.identity();
        let is_wrong = |g: &G::Element| if group.same(g, &identity) { 0.0 } else { 1.0 };
        Ok(PitmanFinite {
            loss: elements.iter().map(is_wrong).collect(),
            logarithms: probabilities.iter().map(|p| p.ln()).collect(),
            elements,
            group,
        })
    }

    /// The estimator under the loss L(g, a) = ℓ(g⁻¹a).
    ///
    /// # Errors
    ///
    /// [`NotOnGroup`], if a loss is not a finite number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{groups::Cyclic, statistics::{Estimator, pitman::PitmanFinite}};
    /// let (ring, p) = (Cyclic::new(5)?, [0.4, 0.0, 0.3, 0.2, 0.1]);
    /// let likeliest = PitmanFinite::new(ring, &p)?;
    /// assert_eq!(likeliest.estimate(&[0])?, 0);
    /// // the square of the way around the ring: 1 is not likely, and near to all that is
    /// let nearest = likeliest.under(|g| (g.min(&(5 - g)) * g.min(&(5 - g))) as f64)?;
    /// assert_eq!(nearest.estimate(&[0])?, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn under(mut self, loss: impl Fn(&G::Element) -> f64) -> Result<Self, NotOnGroup> {
        self.loss = self.elements.iter().map(loss).collect();
        match self.loss.iter().position(|loss| !loss.is_finite()) {
            Some(index) => Err(NotOnGroup::Loss {
                index,
                value: self.loss[index],
            }),
            None => Ok(self),
        }
    }

    /// The place of g⁻¹x in the list.
    fn place(&self, g: &G::Element, x: &G::Element) -> Option<usize> {
        let moved = self.group.compose(&self.group.inverse(g), x);
        self.group.index(&moved)
    }

    /// log ∏ p(g⁻¹xᵢ) for every g, and the largest size of what was added.
    fn log_likelihoods(&self, sample: &[G::Element]) -> Option<(Vec<f64>, f64)> {
        let mut size: f64 = 0.0;
        let mut of_one = |g: &G::Element| {
            let mut terms = sample
                .iter()
                .map(|x| Some(self.logarithms[self.place(g, x)?]))
                .collect::<Option<Vec<f64>>>()?;
            terms.sort_unstable_by(f64::total_cmp); // the order of the observations does not matter
            let sum: f64 = terms.iter().sum();
            if sum.is_finite() {
                size = size.max(sum.abs());
            }
            Some(sum)
        };
        let logs = self
            .elements
            .iter()
            .map(&mut of_one)
            .collect::<Option<_>>()?;
        Some((logs, size))
    }
}

impl<G: Group + FiniteSet + Clone> Estimator for PitmanFinite<G> {
    type Claim = GroupElement<G>;

    fn claim(&self) -> GroupElement<G> {
        GroupElement(self.group.clone())
    }

    fn name(&self) -> String {
        format!("Pitman, a group of {} elements", self.elements.len())
    }

    fn estimate(&self, sample: &[G::Element]) -> Result<G::Element, Refusal> {
        const OUTSIDE: Refusal = Refusal::Unsupported("an observation outside the group");
        if sample.is_empty() {
            return Err(Refusal::Empty);
        }
        if !sample.iter().all(|x| self.group.contains(x)) {
            return Err(OUTSIDE);
        }
        let (logs, size) = self.log_likelihoods(sample).ok_or(OUTSIDE)?;
        let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if highest == f64::NEG_INFINITY {
            return Err(Refusal::Degenerate("no element could have given it"));
        }
        let weights: Vec<f64> = logs.iter().map(|log| (log - highest).exp()).collect();
        // Σ_g ℓ(g⁻¹a) w(g), beside the rounding of its terms
        let risk_of = |a: &G::Element| {
            let mut risk = 0.0;
            for (g, weight) in self.elements.iter().zip(&weights) {
                risk += self.loss[self.place(g, a)?] * weight;
            }
            Some(risk)
        };
        let risks = self.elements.iter().map(risk_of);
        let risks: Vec<f64> = risks.collect::<Option<_>>().ok_or(OUTSIDE)?;
        let smallest = risks.iter().copied().fold(f64::INFINITY, f64::min);
        let largest_loss = self.loss.iter().fold(0.0, |most: f64, l| most.max(l.abs()));
        let mass: f64 = weights.iter().sum();
        let rounding = f64::EPSILON * (16.0 + size + self.elements.len() as f64);
        let tied = smallest + rounding * largest_loss * mass;
        let mut best = (0..risks.len()).filter(|&place| risks[place] <= tied);
        match (best.next(), best.next()) {
            (Some(place), None) => Ok(self.elements[place].clone()),
            _ => Err(Refusal::Degenerate("several elements are equally good")),
        }
    }
}
