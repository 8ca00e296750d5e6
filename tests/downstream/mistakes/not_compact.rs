//! A uniform element of a group that is not compact.
use equivariant::HaarMeasure;
use equivariant::groups::Translations;

fn compact<G: HaarMeasure>(_group: G) {}

fn main() {
    compact(Translations::<2>::default());
}
