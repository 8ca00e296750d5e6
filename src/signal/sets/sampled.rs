//! Signals: noise, and what noise never is, flat areas, edges, ties, single points.

use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRunner};
use rand::RngExt;

use crate::signal::{Signal, Signals};
use crate::strategy::{Draws, Sampled};

/// A shape within the limits: sides mostly up to 6, sometimes up to 17; 1 and primes are among them.
fn shape<V, const D: usize>(
    set: &Signals<V, D>,
    runner: &mut TestRunner,
) -> Result<[usize; D], Reason> {
    let random = runner.rng();
    let longest = if random.random_range(0..6_u32) == 0 {
        17
    } else {
        6
    };
    let steps = random.random_range(0..longest);
    let mut shape = [0; D];
    for (axis, side) in shape.iter_mut().enumerate() {
        let (smallest, step, largest) = set.limits(axis);
        if smallest > largest {
            return Err(Reason::from("no shape is allowed: the set is empty"));
        }
        let steps = if set.is_cubic() {
            steps
        } else {
            random.random_range(0..longest)
        };
        *side = smallest + step * steps.min((largest - smallest) / step);
    }
    Ok(shape)
}

/// What a signal shows.
fn draw<V: Sampled, const D: usize>(
    set: &Signals<V, D>,
    runner: &mut TestRunner,
) -> Result<Signal<V::Element, D>, Reason> {
    let shape = shape(set, runner)?;
    let size = shape.iter().product();
    let kind = runner.rng().random_range(0..8_u32);
    let (first, second) = {
        let mut pair = set.inner().family(2, runner)?.into_iter();
        match (pair.next(), pair.next()) {
            (Some(first), Some(second)) => (first, second),
            _ => return Err(Reason::from("no value could be drawn")),
        }
    };
    match kind {
        // noise
        0..4 => {
            let values = set.inner().family(size, runner)?;
            Ok(Signal::of(shape, values))
        }
        // few values: many ties
        4 => {
            let values = set.inner().family(3, runner)?;
            let random = runner.rng();
            Ok(Signal::from_fn(shape, |_| {
                values[random.random_range(0..values.len())].clone()
            }))
        }
        // a box on a flat ground, at times up to the border
        5 | 6 => {
            let random = runner.rng();
            let corners = shape.map(|side| {
                let [a, b] = [0, 1].map(|_| random.random_range(0..=side.saturating_sub(1)));
                (a.min(b), a.max(b))
            });
            Ok(Signal::from_fn(shape, |position| {
                let mut sides = position.iter().zip(corners);
                let inside = sides.all(|(i, (from, to))| (from..=to).contains(i));
                if inside {
                    second.clone()
                } else {
                    first.clone()
                }
            }))
        }
        // one point
        _ => {
            let place = runner.rng().random_range(0..size.max(1));
            let values = (0..size).map(|i| if i == place { &second } else { &first });
            Ok(Signal::of(shape, values.cloned().collect()))
        }
    }
}

/// The signal of the values at the front of the grid.
fn cropped<T: Clone, const D: usize>(x: &Signal<T, D>, shape: [usize; D]) -> Signal<T, D> {
    let value = |position| x.values()[x.place(position)].clone();
    Signal::from_fn(shape, value)
}

impl<V, const D: usize> Sampled for Signals<V, D>
where
    V: Sampled + Clone + 'static,
    V::Element: 'static,
{
    fn strategy(&self) -> BoxedStrategy<Self::Element> {
        let (drawn, simplified) = (self.clone(), self.clone());
        Draws::new(
            move |runner| draw(&drawn, runner),
            move |x| simplified.simpler(x),
        )
        .boxed()
    }

    /// Smaller grids first, then simpler values.
    fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
        let mut simpler = Vec::new();
        let axes: Vec<usize> = if self.is_cubic() {
            vec![0]
        } else {
            (0..D).collect()
        };
        for axis in axes {
            let (smallest, step, _) = self.limits(axis);
            let mut side = smallest;
            while side < x.shape()[axis] {
                let mut shape = x.shape();
                shape[axis] = side;
                if self.is_cubic() {
                    shape = [side; D];
                }
                simpler.push(cropped(x, shape));
                side += step.max(side - smallest);
            }
        }
        let n = x.len();
        let lists = self.lists().clone().of_length(n);
        let values = lists.simpler(x.list()).into_iter();
        simpler.extend(
            values
                .filter(|list| list.len() == n)
                .map(|list| Signal::of(x.shape(), list)),
        );
        simpler
    }

    fn corners(&self) -> Vec<Self::Element> {
        let mut corners = Vec::new();
        for steps in [0, 1, 2, 4] {
            let mut shape = [0; D];
            for (axis, side) in shape.iter_mut().enumerate() {
                let (smallest, step, largest) = self.limits(axis);
                // sides that differ, where they may
                let steps = if self.is_cubic() { steps } else { steps + axis };
                *side = (smallest + step * steps).min(largest.max(smallest));
            }
            if !self.contains_shape(shape) {
                continue;
            }
            let lists = self.lists().clone().of_length(shape.iter().product());
            corners.extend(
                lists
                    .corners()
                    .into_iter()
                    .map(|list| Signal::of(shape, list)),
            );
        }
        corners
    }

    fn drawn(&self) -> String {
        format!(
            "noise, few values, boxes and points on grids with sides of up to 17, each value {}",
            self.inner().drawn()
        )
    }
}
