//! Layers of networks, and what is read from images.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/group_convolution.rs"]
mod group_convolution;
#[path = "signal/histogram.rs"]
mod histogram;
#[path = "signal/layers.rs"]
mod layers;
#[path = "signal/location.rs"]
mod location;
#[path = "signal/moments.rs"]
mod moments;
#[path = "signal/network.rs"]
mod network;
#[path = "signal/polyphase.rs"]
mod polyphase;
#[path = "signal/pooling.rs"]
mod pooling;
