//! Words of free groups.

use rand::RngExt;

use super::sampled::sampled;
use crate::group::Group;
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
            simpler.sort_by_key(|y| (y.len(), y.clone()));
            simpler.dedup();
            simpler
        },
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
