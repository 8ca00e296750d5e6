//! Samples, multisets and functions: lists of elements.

use std::ops::RangeInclusive;

use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::{Reason, TestRunner};
use rand::RngExt;

use super::sampled::forward_sampled;
use super::{Draws, Sampled, drawn};
use crate::set::FiniteSet;
use crate::sets::{Functions, Multisets, Permuted, Power};

/// A length within the limits: mostly up to 8, sometimes up to 64, now and then up to 1000.
fn length(limits: RangeInclusive<usize>, runner: &mut TestRunner) -> Result<usize, Reason> {
    if limits.is_empty() {
        return Err(Reason::from("no length is allowed: the set is empty"));
    }
    let random = runner.rng();
    let longest = match random.random_range(0..64_u32) {
        0 => 1000,
        1..8 => 64,
        _ => 8,
    };
    let (shortest, longest) = (
        *limits.start(),
        longest.clamp(*limits.start(), *limits.end()),
    );
    Ok(random.random_range(shortest..=longest))
}

/// The lengths of the lists that are tried in any case.
const LENGTHS: [usize; 7] = [0, 1, 2, 3, 4, 5, 100];

/// Up to this many elements are made simpler one by one.
const SHORT: usize = 12;

/// How many elements all the lists may have together that a long list is simplified to at once.
const LIMIT: usize = 1 << 20;

/// Shorter lists, the shortest first: the front and the back, then the list without one element.
fn shorter<E: Clone>(x: &[E], shortest: usize) -> Vec<Vec<E>> {
    let mut lists = Vec::new();
    let mut length = shortest.max(1);
    while length < x.len() {
        lists.push(x[..length].to_vec());
        lists.push(x[x.len() - length..].to_vec());
        length *= 2;
    }
    if x.len() > shortest {
        for place in 0..x.len() {
            let mut shorter = x.to_vec();
            shorter.remove(place);
            lists.push(shorter);
        }
    }
    lists
}

/// The list with `simplest` at all of these places, at half of them, at a quarter, ….
fn cleared<E: Clone>(x: &[E], places: &[usize], simplest: &E) -> Vec<Vec<E>> {
    let mut lists = Vec::new();
    let mut size = places.len();
    while size > 0 && (lists.len() + places.len().div_ceil(size)) * x.len() <= LIMIT {
        for block in places.chunks(size) {
            let mut list = x.to_vec();
            for &place in block {
                list[place] = simplest.clone();
            }
            lists.push(list);
        }
        size /= 2;
    }
    lists
}

impl<X> Sampled for Power<X>
where
    X: Sampled + Clone + 'static,
    X::Element: 'static,
{
    fn strategy(&self) -> BoxedStrategy<Vec<X::Element>> {
        let (lists, power) = (self.clone(), self.clone());
        let single = self.inner().strategy();
        Draws::new(
            move |runner| {
                let length = length(lists.lengths(), runner)?;
                let mut elements = lists.inner().family(length, runner)?;
                // ties
                if length > 1 && runner.rng().random_range(0..4_u32) == 0 {
                    for _ in 0..length.div_ceil(2) {
                        let [from, to] = [0, 1].map(|_| runner.rng().random_range(0..length));
                        elements[to] = elements[from].clone();
                    }
                }
                // one that does not belong to the family: an outlier
                if length > 1 && runner.rng().random_range(0..8_u32) == 0 {
                    let place = runner.rng().random_range(0..length);
                    elements[place] = drawn(&single, runner)?;
                }
                Ok(elements)
            },
            move |x| power.simpler(x),
        )
        .boxed()
    }

    /// Shorter lists first; then, of a long list, lists with the simplest element in many places; then
    /// lists of simpler elements: all that are the same at once, then one by one.
    fn simpler(&self, x: &Vec<X::Element>) -> Vec<Vec<X::Element>> {
        let set = self.inner();
        let mut simpler = shorter(x, *self.lengths().start());
        let mut places: Vec<usize> = (0..x.len()).collect();
        if x.len() > SHORT {
            let first = set.corners().into_iter().next();
            if let Some(simplest) = first.filter(|first| set.simpler(first).is_empty()) {
                places.retain(|&place| !set.same(&x[place], &simplest));
                simpler.extend(cleared(x, &places, &simplest));
            }
        }
        if places.len() > SHORT {
            return simpler;
        }
        for place in places {
            let element = &x[place];
            let ties = |y: &X::Element| set.same(element, y);
            let is_first = !x[..place].iter().any(ties);
            let is_tied = x[place + 1..].iter().any(ties);
            for candidate in set.simpler(element) {
                if is_first && is_tied {
                    let replaced = x.iter().map(|y| if ties(y) { &candidate } else { y });
                    simpler.push(replaced.cloned().collect());
                }
                let mut other = x.clone();
                other[place] = candidate;
                simpler.push(other);
            }
        }
        simpler
    }

    /// Lists of the corners of the set: short and long, in both orders, all the same, all but one the
    /// same, and that one near or an outlier.
    fn corners(&self) -> Vec<Vec<X::Element>> {
        let elements = self.inner().corners();
        let Some(first) = elements.first() else {
            return Vec::new();
        };
        let second = elements.get(1).unwrap_or(first);
        let last = elements.last().unwrap_or(first);
        let limits = self.lengths();
        let mut lengths = LENGTHS.to_vec();
        lengths.insert(0, *limits.start());
        lengths.retain(|length| limits.contains(length));
        lengths.sort_unstable();
        lengths.dedup();
        let mut corners = Vec::new();
        for length in lengths {
            if length == 1 {
                corners.extend(elements.iter().take(8).map(|x| vec![x.clone()]));
                continue;
            }
            let from = |start: usize| {
                let cycle = elements.iter().cycle().skip(start).take(length);
                cycle.cloned().collect::<Vec<_>>()
            };
            if length == 0 {
                corners.push(Vec::new());
                continue;
            }
            let reversed = from(0).into_iter().rev().collect();
            let mut one_apart = vec![first.clone(); length];
            one_apart[0] = second.clone();
            let mut last_apart = vec![first.clone(); length];
            last_apart[length - 1] = second.clone();
            corners.extend([from(0), reversed, from(1), one_apart, last_apart]);
            corners.extend([vec![second.clone(); length], from(2), from(5)]);
            let mut outlier = vec![first.clone(); length];
            outlier[length / 2] = last.clone();
            corners.push(outlier);
        }
        corners
    }

    fn drawn(&self) -> String {
        format!(
            "in lists of mostly up to 8, at times up to 1000, at times with ties or an outlier, each {}",
            self.inner().drawn()
        )
    }

    fn family(
        &self,
        count: usize,
        runner: &mut TestRunner,
    ) -> Result<Vec<Vec<X::Element>>, Reason> {
        let strategy = self.strategy();
        (0..count).map(|_| drawn(&strategy, runner)).collect()
    }
}

forward_sampled! {
    [X: Sampled<Element: 'static> + Clone + 'static] Multisets<X>, |this| this.lists();
    [X: Sampled<Element: 'static> + Clone + 'static] Permuted<X>, |this| this.0;
    [X: FiniteSet, V: Sampled<Element: 'static> + Clone + 'static] Functions<X, V>, |this| this.lists();
}
