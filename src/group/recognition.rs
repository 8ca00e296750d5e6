//! placeholder
use super::Group;
pub(crate) fn name_of_group<G: Group + ?Sized>(
    _group: &G,
    elements: &[G::Element],
) -> Option<String> {
    Some(format!("C{}", elements.len()))
}
