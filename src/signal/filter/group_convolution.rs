//! Convolution over the symmetries of the square grid.

mod bank;
mod pooling;

pub use pooling::GroupPooling;

use std::marker::PhantomData;

use nalgebra::{ClosedAddAssign, ClosedMulAssign, Scalar};
use num_traits::{One, Zero};

use self::bank::Bank;
use crate::map::EquivariantMap;
use crate::set::Set;
use crate::signal::{FeatureMaps, PlaneGroup, PointGroup, Refusal, Signal};

/// The group convolution: a layer that moves with the shifts, turns and mirrors of the image.
///
/// From regular feature maps F and a kernel Ψ(o, c, t, v), and from scalar ones, images f with a kernel ψ(o, c, v), which is
/// called lifting:
///
/// ```text
/// y(o, s, u) = Σ_c Σ_t Σ_v  Ψ(o, c, s⁻¹ t, s⁻¹ v)  F(c, t, u + v)
/// y(o, s, u) = Σ_c Σ_v      ψ(o, c, s⁻¹ v)         f(c, u + v)
/// ```
///
/// It is the correlation with each kernel in all its positions, and every linear map of feature maps that is
/// equivariant under ℤ² ⋊ H is of this form.
///
/// # Conventions
///
/// The kernel is a square of an odd side with v = 0 in the middle, about which it turns. The grid closes up at
/// its ends; a kernel longer than the grid goes around it.
///
/// # Shapes
///
/// The kernel has the axes o, c, t, rows and columns, with as many t as H has elements, or one for lifting.
///
/// # Complexity
///
/// The turned kernels are made once. Each value is then a sum of |c|·|t|·|v| products, and all sums for one v are one
/// product of matrices of nalgebra's. Memory: one padded copy of F.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{Cyclic, Integers};
/// use equivariant::signal::{GroupConvolution, Image, Signal, as_feature_maps};
/// use equivariant::Check;
///
/// let right = Signal::new([1, 1, 1, 3, 3], vec![0, 0, 0, 0, 0, 1, 0, 0, 0])?; // the cell to the right
/// let lifting = GroupConvolution::<_, Cyclic>::new(&right)?;
/// let image = as_feature_maps(&[Image::new([3, 3], vec![1, 2, 3, 4, 5, 6, 7, 8, 9])?])?;
/// let lifted = lifting.apply(&image)?;
/// // the cells to the right, above, to the left and below of the one in the middle
/// assert_eq!([0, 1, 2, 3].map(|t| lifted.get([0, t, 1, 1]).copied()), [6, 2, 4, 8].map(Some));
/// Check::default().equivariant(&lifting.equivariant(Integers))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// T. S. Cohen and M. Welling, “Group equivariant convolutional networks” (ICML, 2016).
#[derive(Clone, Debug, PartialEq)]
pub struct GroupConvolution<T, H> {
    bank: Bank<T>,
    is_lifting: bool,
    of: PhantomData<H>,
}

/// A kernel that no group convolution has.
///
/// # Examples
///
/// ```
/// use equivariant::{groups::Cyclic, signal::{GroupConvolution, Signal}};
/// let even = Signal::from_fn([1, 1, 4, 2, 2], |_| 1.0);
/// let error = GroupConvolution::<_, Cyclic>::new(&even).unwrap_err();
/// assert_eq!(error.to_string(), "a kernel of 2 × 2 cells does not turn about one of them: the sides have to be equal and odd");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongKernel {
    /// The kernel is no square with a cell in its middle.
    #[error(
        "a kernel of {rows} × {columns} cells does not turn about one of them: the sides have to be equal and odd"
    )]
    NoMiddle {
        /// How many rows it has.
        rows: usize,
        /// How many columns it has.
        columns: usize,
    },
    /// The kernel has not one value for each symmetry, nor one for all.
    #[error("a kernel with {found} symmetries, where there are {needed}, or 1 for lifting")]
    Symmetries {
        /// How many it has.
        found: usize,
        /// How many elements the group has.
        needed: usize,
    },
}

impl<T, H> GroupConvolution<T, H>
where
    T: Scalar + Copy + Zero + One + ClosedAddAssign + ClosedMulAssign,
    H: PointGroup,
{
    /// The convolution with this kernel.
    ///
    /// # Errors
    ///
    /// [`WrongKernel`], if it is not square with an odd side, or has not as many symmetries as the group, or 1.
    pub fn new(kernel: &Signal<T, 5>) -> Result<Self, WrongKernel> {
        let [_, _, found, rows, columns] = kernel.shape();
        let needed = H::list().len();
        if rows != columns || rows % 2 == 0 {
            return Err(WrongKernel::NoMiddle { rows, columns });
        }
        if found != needed && found != 1 {
            return Err(WrongKernel::Symmetries { found, needed });
        }
        Ok(GroupConvolution {
            bank: Bank::new::<H>(kernel),
            is_lifting: found == 1,
            of: PhantomData,
        })
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// [`Refusal::Shape`], if the maps have not as many channels and symmetries as the kernel is for.
    pub fn apply(&self, x: &Signal<T, 4>) -> Result<Signal<T, 4>, Refusal> {
        let [channels, symmetries, rows, columns] = x.shape();
        let needed = self.bank.inputs();
        if [channels, symmetries] != needed {
            return Err(Refusal::Shape {
                found: x.shape().to_vec(),
                needed: vec![needed[0], needed[1], rows, columns],
            });
        }
        Ok(self.bank.correlated(x))
    }

    /// The map with its claim under ℤ² ⋊ H, for maps with values in this set: f(g·x) = g·f(x).
    ///
    /// # Conventions
    ///
    /// Maps of other channels than the kernel is for are not in its domain; its value for them is the signal without channels,
    /// which is not in its codomain.
    pub fn equivariant<V: Set<Element = T> + Clone>(
        self,
        values: V,
    ) -> EquivariantMap<
        PlaneGroup<H>,
        FeatureMaps<V, H>,
        FeatureMaps<V, H>,
        impl Fn(&Signal<T, 4>) -> Signal<T, 4>,
    > {
        let ([inputs, _], [outputs, _]) = (self.bank.inputs(), self.bank.outputs());
        let domain = if self.is_lifting {
            FeatureMaps::scalar(values.clone(), inputs)
        } else {
            FeatureMaps::regular(values.clone(), inputs)
        };
        let codomain = FeatureMaps::regular(values, outputs);
        EquivariantMap::new(
            PlaneGroup::<H>::default(),
            domain,
            codomain,
            move |x: &Signal<T, 4>| {
                let without_channels = |_| Signal::of([0; 4], Vec::new());
                self.apply(x).unwrap_or_else(without_channels)
            },
        )
    }
}
