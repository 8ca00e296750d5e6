//! Words of free groups.

use rand::RngExt;

use super::sampled::sampled;
use crate::groups::{FreeGroup, Letter, Word};

sampled! {
    [] FreeGroup, "words of up to 12 letters, each letter uniformly",
        |this, random| {
            let length = if this.rank() == 0 { 0 } else { random.random_range(0..=12) };
            Word::new((0..length).map(|_| Letter {
                number: random.random_range(0..this.rank()),
                inverse: random.random(),
            }))
        },
        |_this, x| {
            let letters = x.letters();
            let mut simpler = vec![Word::default()];
            for place in 0..letters.len() {
                let mut shorter = letters.to_vec();
                shorter.remove(place);
                simpler.push(Word::new(shorter));
            }
            for place in 0..letters.len() {
                let first = Letter { number: 0, inverse: false };
                for letter in [first, Letter { inverse: false, ..letters[place] }] {
                    let mut other = letters.to_vec();
                    other[place] = letter;
                    simpler.push(Word::new(other));
                }
            }
            simpler.retain(|y| (y.len(), y) < (x.len(), x));
            simpler
        },
        |this| {
            let mut corners = vec![Word::default()];
            corners.extend((0..this.rank().min(4)).map(Word::letter));
            if this.rank() > 0 {
                corners.push(Word::new([Letter { number: 0, inverse: true }]));
            }
            if this.rank() > 1 {
                let letter = |number| Letter { number, inverse: false };
                corners.push(Word::new([letter(0), letter(1)]));
                corners.push(Word::new([letter(1), letter(0)]));
            }
            corners
        };
}
