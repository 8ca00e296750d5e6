//! Permutations of the cells of a grid.

use crate::action::GSet;
use crate::groups::{Permutation, Symmetric};
use crate::law::{Diagnosis, Violation};
use crate::set::Set;
use crate::signal::{Signal, Signals};

/// The permutation g of the cells, numbered as the values are listed, carries the value at cell i to cell g(i).
impl<V: Set, const D: usize> GSet<Symmetric> for Signals<V, D> {
    fn act(&self, g: &Permutation, x: &Self::Element) -> Self::Element {
        let inverse = g.inverse();
        let value = |cell: usize| {
            let from = x.values().get(inverse.apply(cell));
            from.unwrap_or(&x.values()[cell]).clone()
        };
        Signal::of(x.shape(), (0..x.len()).map(value).collect())
    }

    fn premises(
        &self,
        group: &Symmetric,
        _g: &Permutation,
        _h: &Permutation,
    ) -> Result<(), Violation> {
        let cells = self.only_shape().map(|shape| shape.iter().product());
        if cells == Some(group.degree()) {
            return Ok(());
        }
        let degree = group.degree();
        Err(Violation::new("of_shape", Diagnosis::OutsideDomain).remark(
            "set",
            format!("grids that have not all {degree} cells cannot be permuted: say `of_shape`"),
        ))
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}
