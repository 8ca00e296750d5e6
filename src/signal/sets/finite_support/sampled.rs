//! Signals of finite support: those on grids, anywhere on the lattice.

use num_traits::Zero;
use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use rand::RngExt;

use super::{FiniteSupport, FiniteSupports};
use crate::signal::{Signal, Signals};
use crate::strategy::{Draws, Sampled};

impl<V: Clone, const D: usize> FiniteSupports<V, D> {
    /// What the boxes are drawn from.
    fn boxes(&self) -> Signals<V, D> {
        Signals::new(self.inner().clone())
    }
}

/// How many values a box has, and how far it is from 0; the smaller the simpler.
fn size<T: Clone + Zero, const D: usize>(x: &FiniteSupport<T, D>) -> (usize, u128) {
    let far = x
        .origin()
        .into_iter()
        .map(|i: i64| u128::from(i.unsigned_abs()));
    (x.values().len(), far.sum())
}

impl<V, const D: usize> Sampled for FiniteSupports<V, D>
where
    V: Sampled + Clone + 'static,
    V::Element: Zero + 'static,
{
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        let (boxes, simplified) = (self.boxes().strategy(), self.clone());
        Draws::new(
            move |runner| {
                let values = boxes.new_tree(runner)?.current();
                let reach = 10_i64.pow(runner.rng().random_range(0..=3));
                let origin = [0; D].map(|_| runner.rng().random_range(-reach..=reach));
                Ok(FiniteSupport::new(origin, values))
            },
            move |x| simplified.simpler(x),
        )
        .boxed()
    }

    /// At 0, then with simpler values.
    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        let at_zero = FiniteSupport::new([0; D], x.values().clone());
        let values: Vec<Signal<_, D>> = if x.values().is_empty() {
            Vec::new()
        } else {
            self.boxes().simpler(x.values())
        };
        let simpler = values
            .into_iter()
            .map(|values| FiniteSupport::new(x.origin(), values));
        let mut simpler: Vec<_> = std::iter::once(at_zero)
            .filter(|other| size(other) < size(x))
            .chain(simpler)
            .collect();
        // with zeros at the border a box may have become another one
        simpler.retain(|other| size(other) <= size(x));
        simpler
    }

    fn corners(&self) -> Vec<Self::Element> {
        let boxes = self.boxes().corners().into_iter();
        let near = boxes.map(|values| FiniteSupport::new([0; D], values));
        let mut corners: Vec<_> = near.collect();
        let far = corners.iter().skip(1).take(4);
        let far: Vec<_> = far.map(|x| x.shifted([-7; D])).collect();
        corners.extend(far);
        corners
    }

    fn drawn(&self) -> String {
        format!(
            "{}, from a position up to 1000 away from 0",
            self.boxes().drawn()
        )
    }
}
