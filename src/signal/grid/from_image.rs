//! Images from the buffers of the crate `image`, and back.

use image::{ImageBuffer, Luma, Pixel};

use crate::signal::{Image, Signal};

/// The image of a buffer of one channel.
///
/// # Examples
///
/// ```
/// use equivariant::signal::Image;
/// let buffer = image::GrayImage::from_fn(3, 2, |x, y| image::Luma([(10 * y + x) as u8]));
/// assert_eq!(Image::from(&buffer).values(), [0, 1, 2, 10, 11, 12]);
/// ```
impl<T> From<&ImageBuffer<Luma<T>, Vec<T>>> for Image<T>
where
    T: Copy,
    Luma<T>: Pixel<Subpixel = T>,
{
    fn from(buffer: &ImageBuffer<Luma<T>, Vec<T>>) -> Self {
        let shape = [buffer.height() as usize, buffer.width() as usize];
        let row = shape[1];
        Signal::from_fn(shape, |[y, x]| buffer.as_raw()[y * row + x])
    }
}

/// More rows or columns than a buffer can have: they are counted in 32 bits.
///
/// # Examples
///
/// ```
/// use equivariant::signal::{Image, TooLarge};
/// let image = Image::new([2, 3], vec![1_u8, 2, 3, 4, 5, 6])?;
/// let buffer = image::GrayImage::try_from(&image)?;
/// assert_eq!(buffer.get_pixel(2, 1).0, [6]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an image of {} × {} cells is larger than a buffer can be", .shape[0], .shape[1])]
pub struct TooLarge {
    /// Rows and columns.
    pub shape: [usize; 2],
}

/// The buffer of one channel with the values of an image.
impl<T> TryFrom<&Image<T>> for ImageBuffer<Luma<T>, Vec<T>>
where
    T: Copy,
    Luma<T>: Pixel<Subpixel = T>,
{
    type Error = TooLarge;

    fn try_from(image: &Image<T>) -> Result<Self, TooLarge> {
        let shape = image.shape();
        let refused = TooLarge { shape };
        let [height, width] = shape.map(|side| u32::try_from(side).map_err(|_| refused));
        ImageBuffer::from_raw(width?, height?, image.values().to_vec()).ok_or(refused)
    }
}

/// The channels of a buffer, each an image.
///
/// # Examples
///
/// ```
/// use equivariant::signal::channels;
/// let buffer = image::RgbImage::from_pixel(3, 2, image::Rgb([1, 2, 3]));
/// let [red, _, blue]: [_; 3] = channels(&buffer).try_into().expect("there are three");
/// assert_eq!((red.shape(), red.get([1, 2]), blue.get([0, 0])), ([2, 3], Some(&1), Some(&3)));
/// ```
#[must_use]
pub fn channels<P>(buffer: &ImageBuffer<P, Vec<P::Subpixel>>) -> Vec<Image<P::Subpixel>>
where
    P: Pixel,
{
    let shape = [buffer.height() as usize, buffer.width() as usize];
    let count = usize::from(P::CHANNEL_COUNT);
    let channel = |c: usize| {
        Signal::from_fn(shape, |[y, x]| {
            buffer.as_raw()[(y * shape[1] + x) * count + c]
        })
    };
    (0..count).map(channel).collect()
}
