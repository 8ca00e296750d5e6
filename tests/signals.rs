//! Signals and images: the G-sets, and the maps with their claims.
#![cfg(all(feature = "proptest", feature = "signal"))]

#[path = "signal/actions.rs"]
mod actions;
#[path = "signal/finite_support.rs"]
mod finite_support;
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
#[path = "signal/pyramid.rs"]
mod pyramid;
