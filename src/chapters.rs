//! The chapters of the documentation, so that their code is compiled and run as tests.

#[doc = include_str!("../docs/equivariant-or-invariant.md")]
mod equivariant_or_invariant {}
