//! Signals and images: the G-sets, and the maps with their claims.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/polyphase.rs"]
mod polyphase;
#[path = "signal/pooling.rs"]
mod pooling;
