//! Free groups.

use std::fmt;

use crate::group::{Generated, Group, digits::raised};
use crate::set::Set;

/// The free group of some rank: reduced words in letters and their inverses.
///
/// # Laws
///
/// The universal property: for any group G and images of the letters in it there is exactly one
/// homomorphism that extends them, which [`Word::evaluate`] computes.
///
/// # Conventions
///
/// The distance is the length of x⁻¹ y: that of the shortest way in the Cayley graph, a tree.
///
/// # Examples
///
/// ```
/// use equivariant::{Group, groups::{FreeGroup, Word}};
/// let f2 = FreeGroup::new(2);
/// let [a, b] = [0, 1].map(Word::letter);
/// assert_eq!(f2.commutator(&a, &b).to_string(), "a b a⁻¹ b⁻¹");
/// assert_eq!(f2.compose(&f2.compose(&a, &b), &f2.inverse(&b)), a); // reduced
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FreeGroup {
    rank: usize,
}

impl FreeGroup {
    /// The free group with this number of letters.
    #[must_use]
    pub const fn new(rank: usize) -> Self {
        FreeGroup { rank }
    }

    /// The number of letters.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::FreeGroup;
    /// assert_eq!(FreeGroup::new(2).rank(), 2);
    /// ```
    #[must_use]
    pub const fn rank(&self) -> usize {
        self.rank
    }
}

/// A letter or its inverse.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{Letter, Word};
/// let a = Letter { number: 0, inverse: false };
/// assert!(Word::new([a, a.inverted()]).is_empty()); // a a⁻¹ = e
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter {
    /// The number of the letter, counted from 0.
    pub number: usize,
    /// Whether it is the inverse.
    pub inverse: bool,
}

impl Letter {
    /// The inverse of this letter.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Letter;
    /// let a = Letter { number: 0, inverse: false };
    /// assert_eq!(a.inverted().inverted(), a);
    /// ```
    #[must_use]
    pub const fn inverted(self) -> Self {
        Letter {
            number: self.number,
            inverse: !self.inverse,
        }
    }
}

/// A word in which no letter stands beside its inverse.
///
/// It is written `a b⁻¹ a²`, with letters a, …, z, x26, x27, …; the empty word is `e`.
///
/// # Examples
///
/// ```
/// use equivariant::groups::{Letter, Word};
/// let a = Letter { number: 0, inverse: false };
/// let b = Letter { number: 1, inverse: false };
/// let word = Word::new([a, a, b.inverted(), b, a]);
/// assert_eq!((word.to_string().as_str(), word.len()), ("a³", 3));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    letters: Vec<Letter>,
}

impl Word {
    /// The word of these letters, reduced.
    #[must_use]
    pub fn new(letters: impl IntoIterator<Item = Letter>) -> Self {
        let mut word = Word::default();
        for letter in letters {
            word.push(letter);
        }
        word
    }

    /// The word of one letter.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::groups::Word;
    /// assert_eq!(Word::letter(1).letters().len(), 1);
    /// ```
    #[must_use]
    pub fn letter(number: usize) -> Self {
        Word::new([Letter {
            number,
            inverse: false,
        }])
    }

    /// The letters.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{FreeGroup, Word}};
    /// let [a, b] = [0, 1].map(Word::letter);
    /// let word = FreeGroup::new(2).conjugate(&a, &b); // a b a⁻¹
    /// assert!(word.letters()[2].inverse);
    /// ```
    #[must_use]
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The number of letters.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{FreeGroup, Word}};
    /// let [a, b] = [0, 1].map(Word::letter);
    /// assert_eq!(FreeGroup::new(2).commutator(&a, &b).len(), 4);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether this is the empty word, the identity.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{FreeGroup, Word}};
    /// let a = Word::letter(0);
    /// assert!(FreeGroup::new(2).commutator(&a, &a).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Multiplies by a letter on the right.
    fn push(&mut self, letter: Letter) {
        if self.letters.last() == Some(&letter.inverted()) {
            self.letters.pop();
        } else {
            self.letters.push(letter);
        }
    }

    /// The value of the word in another group, where the letters have these images; `None` if the
    /// word has a letter without an image.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Group, groups::{FreeGroup, Integers, Word}};
    /// let f2 = FreeGroup::new(2);
    /// let word = f2.compose(&f2.power(&Word::letter(0), 3), &f2.inverse(&Word::letter(1)));
    /// assert_eq!(word.evaluate(&Integers, &[10, 1]), Some(29));
    /// ```
    #[must_use]
    pub fn evaluate<G: Group>(&self, group: &G, images: &[G::Element]) -> Option<G::Element> {
        self.letters
            .iter()
            .try_fold(group.identity(), |product, letter| {
                let image = images.get(letter.number)?;
                Some(if letter.inverse {
                    group.compose(&product, &group.inverse(image))
                } else {
                    group.compose(&product, image)
                })
            })
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("e");
        }
        for (i, block) in self.letters.chunk_by(|one, other| one == other).enumerate() {
            let Letter { number, inverse } = block[0];
            let space = if i > 0 { " " } else { "" };
            match u8::try_from(number).ok().filter(|&n| n < 26) {
                Some(n) => write!(f, "{space}{}", char::from(b'a' + n))?,
                None => write!(f, "{space}x{number}")?,
            }
            match (inverse, block.len() as u64) {
                (false, 1) => {}
                (false, n) => f.write_str(&raised(n))?,
                (true, n) => write!(f, "⁻{}", raised(n))?,
            }
        }
        Ok(())
    }
}

impl Set for FreeGroup {
    type Element = Word;

    fn contains(&self, x: &Word) -> bool {
        x.letters.iter().all(|letter| letter.number < self.rank)
    }

    fn distance(&self, x: &Word, y: &Word) -> f64 {
        let common = x.letters.iter().zip(&y.letters).take_while(|(x, y)| x == y);
        (x.len() + y.len() - 2 * common.count()) as f64
    }

    fn describe(&self, x: &Word) -> String {
        x.to_string()
    }
}

impl Group for FreeGroup {
    fn identity(&self) -> Word {
        Word::default()
    }

    fn compose(&self, g: &Word, h: &Word) -> Word {
        let mut product = g.clone();
        for &letter in &h.letters {
            product.push(letter);
        }
        product
    }

    fn inverse(&self, g: &Word) -> Word {
        let letters = g.letters.iter().rev().map(|letter| letter.inverted());
        Word {
            letters: letters.collect(),
        }
    }

    /// The letters.
    fn factors(&self, g: &Word) -> Vec<Word> {
        g.letters
            .iter()
            .map(|&letter| Word::new([letter]))
            .collect()
    }

    fn lawful_by_construction(&self) -> bool {
        true
    }
}

impl Generated for FreeGroup {
    fn generators(&self) -> Vec<Word> {
        (0..self.rank).map(Word::letter).collect()
    }
}
