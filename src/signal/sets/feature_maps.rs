//! Feature maps of networks that turn and mirror with the image.

use std::fmt::Debug;
use std::marker::PhantomData;

use nalgebra::SVector;

use crate::action::GSet;
use crate::set::{Set, forward_set};
use crate::signal::grid::periodic::residue;
use crate::signal::{Image, PlaneGroup, PointGroup, Refusal, Signal, Signals};

/// The feature maps F(c, t, u) on square grids that close up at their ends: one value for each channel c, symmetry t ∈ H
/// and cell u, or the same value for all t.
///
/// An element g = (k, h) of ℤ² ⋊ H, which moves the cell u to k + h u, moves them by
///
/// ```text
/// (g·F)(c, t, u) = F(c, h⁻¹ t, g⁻¹ u)
/// ```
///
/// [`Regular`](FeatureMaps::regular) maps are functions on the group, one image for each t; [`scalar`](FeatureMaps::scalar)
/// maps are images of several channels, without t.
///
/// # Shapes
///
/// The elements are signals of four axes: channels, symmetries (1 for scalars; otherwise 4 or 8, in the order of
/// [`PointGroup::list`]), rows and columns.
///
/// # Examples
///
/// ```
/// use equivariant::{Check, groups::Dihedral, sets::Reals, signal::{FeatureMaps, p4m}};
/// Check::default().action(&p4m(), &FeatureMaps::<_, Dihedral>::regular(Reals::<f64>::default(), 2))?;
/// # Ok::<(), equivariant::Violation>(())
/// ```
///
/// # References
///
/// T. S. Cohen and M. Welling, “Group equivariant convolutional networks” (ICML, 2016).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeatureMaps<V, H> {
    maps: Signals<V, 4>,
    is_regular: bool,
    of: PhantomData<H>,
}

impl<V, H: PointGroup> FeatureMaps<V, H> {
    /// The maps of several channels with a value for each symmetry.
    #[must_use]
    pub fn regular(values: V, channels: usize) -> Self {
        Self::with(values, channels, H::list().len(), true)
    }

    /// The images of several channels.
    #[must_use]
    pub fn scalar(values: V, channels: usize) -> Self {
        Self::with(values, channels, 1, false)
    }

    fn with(values: V, channels: usize, symmetries: usize, is_regular: bool) -> Self {
        let largest = [channels, symmetries, usize::MAX, usize::MAX];
        FeatureMaps {
            maps: Signals::new(values).of_shapes([channels, symmetries, 1, 1], largest),
            is_regular,
            of: PhantomData,
        }
    }

    /// The signals of four axes.
    #[cfg(feature = "proptest")]
    pub(crate) fn maps(&self) -> &Signals<V, 4> {
        &self.maps
    }
}

forward_set! {
    [V: Set, H: PointGroup] FeatureMaps<V, H> : Signals<V, 4>, |this| this.maps,
        where |x| x.shape()[2] == x.shape()[3];
}

impl<V: Set, H: PointGroup> GSet<PlaneGroup<H>> for FeatureMaps<V, H> {
    fn act(&self, (k, h): &(SVector<i64, 2>, H::Element), x: &Self::Element) -> Self::Element {
        let group = H::whole();
        let back = group.inverse(h);
        let from: Vec<usize> = if self.is_regular {
            let moved = |t: &H::Element| group.index(&group.compose(&back, t));
            H::list().iter().filter_map(moved).collect()
        } else {
            vec![0]
        };
        let [_, _, rows, columns] = x.shape();
        if x.is_empty() || rows != columns {
            return x.clone();
        }
        let k = k.map(|step| residue(step, rows) as i64); // so that nothing overflows
        // the cells are moved in the same way in all maps
        let cells: Vec<usize> = (0..rows * columns)
            .map(|cell| {
                let u = SVector::from([(cell / columns) as i64, (cell % columns) as i64]) - k;
                let before = H::moved(&back, &u);
                residue(before[0], rows) * columns + residue(before[1], columns)
            })
            .collect();
        let (maps, symmetries) = (x.values().chunks_exact(rows * columns), x.shape()[1]);
        let maps: Vec<&[V::Element]> = maps.collect();
        let mut values = Vec::with_capacity(x.len());
        for (number, _) in maps.iter().enumerate() {
            let (channel, t) = (number / symmetries, number % symmetries);
            let map = maps[channel * symmetries + from.get(t).copied().unwrap_or(t)];
            values.extend(cells.iter().map(|&cell| map[cell].clone()));
        }
        Signal::of(x.shape(), values)
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

/// The images of several channels as scalar feature maps.
///
/// # Errors
///
/// [`Refusal::Empty`], if there is none, [`Refusal::Shape`], if they differ in shape.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, as_feature_maps};
/// let image = Image::from_fn([4, 4], |[row, column]| row * column);
/// assert_eq!(as_feature_maps(&[image.clone(), image])?.shape(), [2, 1, 4, 4]);
/// # Ok::<(), equivariant::signal::Refusal>(())
/// ```
pub fn as_feature_maps<T: Clone>(channels: &[Image<T>]) -> Result<Signal<T, 4>, Refusal> {
    let [rows, columns] = channels.first().ok_or(Refusal::Empty)?.shape();
    let mut values = Vec::with_capacity(channels.len() * rows * columns);
    for image in channels {
        if image.shape() != [rows, columns] {
            return Err(Refusal::Shape {
                found: image.shape().to_vec(),
                needed: vec![rows, columns],
            });
        }
        values.extend_from_slice(image.values());
    }
    Ok(Signal::of([channels.len(), 1, rows, columns], values))
}

#[cfg(feature = "proptest")]
mod sampled {
    use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
    use rand::RngExt;

    use crate::set::Set;
    use crate::signal::{FeatureMaps, PointGroup, Signals};
    use crate::strategy::{Draws, Sampled};

    impl<V: Clone, H: PointGroup> FeatureMaps<V, H> {
        /// The signals on grids of one side.
        fn of_side(&self, side: usize) -> Signals<V, 4> {
            let [channels, symmetries] = [0, 1].map(|axis| self.maps().limits(axis).0);
            let shape = [channels, symmetries, side, side];
            self.maps().clone().of_shape(shape)
        }
    }

    impl<V, H: PointGroup + 'static> Sampled for FeatureMaps<V, H>
    where
        V: Sampled + Clone + 'static,
        V::Element: 'static,
    {
        fn strategy(&self) -> BoxedStrategy<Self::Element> {
            let (drawn, simplified) = (self.clone(), self.clone());
            Draws::new(
                move |runner| {
                    let side = runner.rng().random_range(1..=6);
                    let tree = drawn.of_side(side).strategy().new_tree(runner)?;
                    Ok(tree.current())
                },
                move |x| simplified.simpler(x),
            )
            .boxed()
        }

        fn simpler(&self, x: &Self::Element) -> Vec<Self::Element> {
            let mut simpler = self.maps().simpler(x);
            simpler.retain(|x| self.contains(x));
            simpler
        }

        fn corners(&self) -> Vec<Self::Element> {
            let sides = [1, 2, 3].into_iter();
            sides
                .flat_map(|side| self.of_side(side).corners())
                .collect()
        }

        fn drawn(&self) -> String {
            self.maps().drawn()
        }
    }
}
