//! Elements of a finite set by their place in its list.

use proptest::strategy::{BoxedStrategy, Strategy};
use proptest::test_runner::Reason;
use rand::RngExt;

use super::Draws;
use crate::set::FiniteSet;

/// How many elements of a list are tried in any case, or as simpler ones.
const SOME: usize = 16;

/// The strategy that draws from the elements of a finite set uniformly and shrinks toward the front
/// of its list: what a finite set of your own needs to be [`Sampled`](super::Sampled).
///
/// # Examples
///
/// ```
/// use equivariant::{FiniteSet, Sampled, Set, strategy::listed};
/// use proptest::strategy::BoxedStrategy;
///
/// struct Dice;
///
/// impl Set for Dice {
///     type Element = u8;
///     fn contains(&self, x: &u8) -> bool { (1..=6).contains(x) }
///     fn distance(&self, x: &u8, y: &u8) -> f64 { f64::from(x.abs_diff(*y)) }
/// }
///
/// impl FiniteSet for Dice {
///     fn elements(&self) -> Box<dyn Iterator<Item = u8> + '_> { Box::new(1..=6) }
/// }
///
/// impl Sampled for Dice {
///     fn strategy(&self) -> BoxedStrategy<u8> { listed(self) }
/// }
/// ```
pub fn listed<S>(set: &S) -> BoxedStrategy<S::Element>
where
    S: FiniteSet + ?Sized,
    S::Element: 'static,
{
    let elements: Vec<(usize, S::Element)> = set.elements().enumerate().collect();
    let count = elements.len();
    let list: std::rc::Rc<[(usize, S::Element)]> = elements.into();
    let earlier = std::rc::Rc::clone(&list);
    let places = Draws::new(
        move |runner| {
            if count == 0 {
                return Err(Reason::from("the set is empty"));
            }
            Ok(list[runner.rng().random_range(0..count)].clone())
        },
        move |(place, _): &(usize, S::Element)| earlier[..(*place).min(SOME)].to_vec(),
    );
    places.prop_map(|(_, element)| element).boxed()
}

/// The elements before this one in the list, from the front.
pub(super) fn earlier_in_list<S: FiniteSet + ?Sized>(set: &S, x: &S::Element) -> Vec<S::Element> {
    let place = set.index(x).unwrap_or(0);
    set.elements().take(place.min(SOME)).collect()
}

/// The first elements of the list.
pub(super) fn corners_of_list<S: FiniteSet + ?Sized>(set: &S) -> Vec<S::Element> {
    set.elements().take(SOME).collect()
}
