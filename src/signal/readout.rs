//! What is read from a signal: places, counts, moments.

pub(super) mod centre;
pub(super) mod histogram;
pub(super) mod location;
pub(super) mod moments;

pub use centre::{CentreOfMass, CircularMean, Embedding, embedding};
pub use histogram::{Histogram, Sorted, WrongEdges};
pub use location::{Argmax, Booleans, Cell, Cells, Maximisers};
pub use moments::{CentralMoments, HuMoments, HuValues, ZernikeMoments, orientation};
