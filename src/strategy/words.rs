//! Words of free groups.

use rand::RngExt;

use super::sampled::sampled;
use crate::group::Group;
use crate::groups::{FreeGroup, Letter, Word};

/// Shorter words, and words of the same length with letters nearer to the front of the alphabet, the
/// simplest first.
fn simpler_words(x: &Word) -> Vec<Word> {
    let letters = x.letters();
    let first = Letter {
        number: 0,
        inverse: false,
    };
    let measure = |word: &Word| (word.len(), word.clone());
    let mut simpler = vec![Word::default(), Word::new(letters.iter().map(|_| first))];
    let mut start = 0;
    for block in letters.chunk_by(|one, other| one == other) {
        let upright = Letter {
            inverse: false,
            ..block[0]
        };
        let end = start + block.len();
        // a block of equal letters, and each of them alone
        for range in (start..end)
            .map(|i| i..i + 1)
            .chain(std::iter::once(start..end))
        {
            let before = letters[..range.start].iter().copied();
            let after = letters[range.end..].iter().copied();
            simpler.push(Word::new(before.clone().chain(after.clone())));
            for letter in [first, upright] {
                let others = std::iter::repeat_n(letter, range.len());
                simpler.push(Word::new(before.clone().chain(others).chain(after.clone())));
            }
        }
        start = end;
    }
    simpler.retain(|y| measure(y) < measure(x));
    simpler.sort_by_key(measure);
    simpler.dedup();
    simpler
}

sampled! {
    [] FreeGroup, "in words of up to 12 letters, each letter uniform",
        |this, random| {
            let length = if this.rank() == 0 { 0 } else { random.random_range(0..=12) };
            Word::new((0..length).map(|_| Letter {
                number: random.random_range(0..this.rank()),
                inverse: random.random(),
            }))
        },
        |_this, x| simpler_words(x),
        |this| {
            let mut corners = vec![Word::default()];
            corners.extend((0..this.rank().min(4)).map(Word::letter));
            if this.rank() > 0 {
                let a = Word::letter(0);
                corners.extend([this.inverse(&a), this.power(&a, 2)]);
            }
            if this.rank() > 1 {
                let [a, b] = [0, 1].map(Word::letter);
                corners.extend([this.compose(&a, &b), this.compose(&b, &a)]);
                corners.push(this.commutator(&a, &b)); // e in every abelian group
                corners.push(this.power(&this.compose(&a, &b), 10));
            }
            corners
        };
}
