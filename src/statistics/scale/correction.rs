//! Corrections for small samples.

/// Whether a scale is multiplied by a factor that depends on n and tends to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// It is, and is nearly without bias for the standard deviation of a normal distribution.
    #[default]
    FiniteSample,
    /// It is not: without bias in the limit only.
    Asymptotic,
}
