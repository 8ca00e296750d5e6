//! Losses.

/// How bad it is to decide for d where the location is θ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LocationLoss {
    /// (d − θ)²
    Squared,
    /// |d − θ|
    Absolute,
    /// exp(a (d − θ)) − a (d − θ) − 1
    Linex {
        /// The asymmetry a.
        a: f64,
    },
    /// (d − θ)² / 2 up to k, and linear beyond.
    Huber {
        /// The corner k.
        k: f64,
    },
    /// 0 near θ, 1 elsewhere, in the limit of a small neighbourhood.
    ZeroOne,
}

/// How bad it is to decide for d where the r-th power of the scale is σʳ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScaleLoss {
    /// (d/σʳ − 1)²
    Squared,
    /// d/σʳ − log(d/σʳ) − 1
    Stein,
    /// log²(d/σʳ)
    SquaredLog,
}
