//! Permutations.

use std::fmt;

/// A permutation of the numbers 0, …, n − 1.
///
/// # Conventions
///
/// Counted from 0, like everything in the language. It is written as a product of disjoint cycles:
/// `(0 1)(2 3 4)` sends 0 to 1, 1 to 0, 2 to 3, 3 to 4 and 4 to 2. The identity is `()`.
///
/// # Examples
///
/// ```
/// use equivariant::groups::Permutation;
///
/// let sigma = Permutation::new([1, 0, 3, 4, 2])?;
/// assert_eq!(sigma.to_string(), "(0 1)(2 3 4)");
/// assert_eq!(sigma, Permutation::from_cycles(5, &[&[0, 1], &[2, 3, 4]])?);
/// assert_eq!((sigma.apply(4), sigma.order(), sigma.is_even()), (2, 6, false));
/// assert_eq!(
///     Permutation::new([1, 1]).unwrap_err().to_string(),
///     "no permutation: two numbers are sent to 1, one of them is 1",
/// );
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permutation {
    images: Vec<usize>,
}

/// What is not a permutation, and where.
///
/// # Examples
///
/// ```
/// use equivariant::groups::Permutation;
/// let error = Permutation::new([0, 2, 2]).unwrap_err();
/// println!("{error}");
/// # Ok::<(), equivariant::groups::NotAPermutation>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPermutation {
    /// Two numbers have the same image.
    #[error("no permutation: two numbers are sent to {image}, one of them is {number}")]
    Repeated {
        /// The second of the two numbers.
        number: usize,
        /// Their image.
        image: usize,
    },
    /// An image or an entry of a cycle is too large.
    #[error("no permutation of degree {degree}: {number} is not less than that")]
    OutOfRange {
        /// The number.
        number: usize,
        /// The degree.
        degree: usize,
    },
    /// A number appears twice in the cycles.
    #[error("no disjoint cycles: {number} appears twice")]
    NotDisjoint {
        /// The number.
        number: usize,
    },
}

impl Permutation {
    /// The permutation that sends i to the i-th image.
    ///
    /// # Errors
    ///
    /// [`NotAPermutation`], if two images are the same or one is too large.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// let g = Permutation::new([1, 2, 0])?; // 0 ↦ 1, 1 ↦ 2, 2 ↦ 0
    /// assert_eq!(g.apply(1), 2);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    pub fn new(images: impl Into<Vec<usize>>) -> Result<Self, NotAPermutation> {
        let images = images.into();
        let degree = images.len();
        let mut reached = vec![false; degree];
        for (number, &image) in images.iter().enumerate() {
            match reached.get_mut(image) {
                None => {
                    let number = image;
                    return Err(NotAPermutation::OutOfRange { number, degree });
                }
                Some(true) => return Err(NotAPermutation::Repeated { number, image }),
                Some(reached) => *reached = true,
            }
        }
        Ok(Permutation { images })
    }

    /// The permutation of this degree with these disjoint cycles.
    ///
    /// # Errors
    ///
    /// [`NotAPermutation`], if a number appears twice or is too large.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// let g = Permutation::from_cycles(5, &[&[0, 1, 2], &[3, 4]])?;
    /// assert_eq!(g.images(), [1, 2, 0, 4, 3]);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    pub fn from_cycles(degree: usize, cycles: &[&[usize]]) -> Result<Self, NotAPermutation> {
        let mut images: Vec<usize> = (0..degree).collect();
        let mut seen = vec![false; degree];
        for cycle in cycles {
            for (i, &number) in cycle.iter().enumerate() {
                match seen.get_mut(number) {
                    None => return Err(NotAPermutation::OutOfRange { number, degree }),
                    Some(true) => return Err(NotAPermutation::NotDisjoint { number }),
                    Some(seen) => *seen = true,
                }
                images[number] = cycle[(i + 1) % cycle.len()];
            }
        }
        // a number of the cycle that is too large was found before it was used as an image
        Permutation::new(images)
    }

    /// The permutation that moves nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::identity(3).images(), [0, 1, 2]);
    /// ```
    #[must_use]
    pub fn identity(degree: usize) -> Self {
        Permutation {
            images: (0..degree).collect(),
        }
    }

    /// The exchange of two numbers.
    #[must_use]
    pub(super) fn transposition(degree: usize, i: usize, j: usize) -> Self {
        let mut images: Vec<usize> = (0..degree).collect();
        images.swap(i, j);
        Permutation { images }
    }

    /// A permutation whose images are known to be distinct and in range.
    pub(super) fn of_images(images: Vec<usize>) -> Self {
        Permutation { images }
    }

    /// The degree n.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::identity(3).degree(), 3);
    /// ```
    #[must_use]
    pub fn degree(&self) -> usize {
        self.images.len()
    }

    /// The images of 0, …, n − 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::from_cycles(3, &[&[0, 2]])?.images(), [2, 1, 0]);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn images(&self) -> &[usize] {
        &self.images
    }

    /// The image of i; i itself beyond the degree.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::from_cycles(3, &[&[0, 2]])?.apply(2), 0);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn apply(&self, i: usize) -> usize {
        self.images.get(i).copied().unwrap_or(i)
    }

    /// First `other`, then this permutation.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// let [g, h] = [Permutation::from_cycles(3, &[&[0, 1]])?, Permutation::from_cycles(3, &[&[1, 2]])?];
    /// assert_eq!(g.compose(&h).images(), [1, 2, 0]); // first h, then g
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn compose(&self, other: &Self) -> Self {
        Permutation {
            images: other.images.iter().map(|&i| self.apply(i)).collect(),
        }
    }

    /// The inverse.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// let g = Permutation::from_cycles(3, &[&[0, 1, 2]])?;
    /// assert_eq!(g.inverse().images(), [2, 0, 1]);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut images = vec![0; self.degree()];
        for (i, &image) in self.images.iter().enumerate() {
            images[image] = i;
        }
        Permutation { images }
    }

    /// The cycles of length 2 and more, each from its smallest number on, in the order of these.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::new([1, 0, 2, 4, 3])?.cycles(), [[0, 1], [3, 4]]);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn cycles(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.degree()];
        let mut cycles = Vec::new();
        for start in 0..self.degree() {
            let mut cycle = Vec::new();
            let mut i = start;
            while !std::mem::replace(&mut seen[i], true) {
                cycle.push(i);
                i = self.images[i];
            }
            if cycle.len() > 1 {
                cycles.push(cycle);
            }
        }
        cycles
    }

    /// Whether this is a product of an even number of transpositions.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert!(Permutation::from_cycles(3, &[&[0, 1, 2]])?.is_even());
    /// assert!(!Permutation::from_cycles(3, &[&[0, 1]])?.is_even());
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn is_even(&self) -> bool {
        let transpositions: usize = self.cycles().iter().map(|cycle| cycle.len() - 1).sum();
        transpositions.is_multiple_of(2)
    }

    /// The smallest k > 0 for which the k-th power is the identity: the least common multiple of the
    /// lengths of the cycles, or `u64::MAX` if it is larger than that.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::from_cycles(5, &[&[0, 1, 2], &[3, 4]])?.order(), 6);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn order(&self) -> u64 {
        let divisor = |mut a: u64, mut b: u64| {
            while b > 0 {
                (a, b) = (b, a % b);
            }
            a
        };
        self.cycles().iter().fold(1, |order: u64, cycle| {
            let length = cycle.len() as u64;
            (order / divisor(order, length)).saturating_mul(length)
        })
    }

    /// How many numbers are moved.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Permutation;
    /// assert_eq!(Permutation::from_cycles(5, &[&[0, 1, 2]])?.support(), 3);
    /// # Ok::<(), equivariant::groups::NotAPermutation>(())
    /// ```
    #[must_use]
    pub fn support(&self) -> usize {
        let moved = self.images.iter().enumerate();
        moved.filter(|(i, image)| i != *image).count()
    }
}

impl fmt::Display for Permutation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cycles = self.cycles();
        if cycles.is_empty() {
            return f.write_str("()");
        }
        for cycle in cycles {
            let numbers: Vec<String> = cycle.iter().map(usize::to_string).collect();
            write!(f, "({})", numbers.join(" "))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Permutation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
