//! Sets: numbers, points, vectors, and what is made from other sets.

mod bottleneck;
mod complexes;
mod conjugation;
mod endomorphisms;
mod finite;
mod forms;
mod functions;
mod lines;
mod matrices;
mod multisets;
mod points;
mod positions;
mod power;
mod reals;
mod regular;
mod right_regular;
mod subset;

pub use complexes::Complexes;
pub use conjugation::Conjugation;
pub use endomorphisms::Endomorphisms;
pub use finite::{Finite, RepeatedElement};
pub use forms::Forms;
pub use functions::Functions;
pub use lines::Lines;
pub use matrices::Matrices;
pub use multisets::Multisets;
pub use points::{Points, Vectors};
pub use positions::Positions;
pub use power::Power;
pub use reals::Reals;
pub use regular::Regular;
pub use right_regular::RightRegular;
pub use subset::Subset;
