//! The time of the Pitman estimator, as lines that `pitman.py` reads and compares with other ways to
//! compute it: name, number of observations, estimate, nanoseconds a call.
//!
//! ```sh
//! benches/peers/run
//! ```

use std::f64::consts::PI;
use std::hint::black_box;
use std::time::{Duration, Instant};

use equivariant::statistics::Refusal;
use equivariant::statistics::density::{Cauchy, Density, Logistic};
use equivariant::statistics::pitman::PitmanLocation;

/// The numbers between 0 and 1 of the generator s ← 48271 s mod (2³¹ − 1), from s = 1.
fn uniform(n: usize) -> impl Iterator<Item = f64> {
    const MODULUS: u64 = (1 << 31) - 1;
    let states = std::iter::successors(Some(1), |state| Some(48_271 * state % MODULUS));
    states
        .skip(1)
        .take(n)
        .map(|state| state as f64 / MODULUS as f64)
}

/// The least of the mean times of several rounds: what disturbs a round only makes it longer.
fn nanoseconds(mut call: impl FnMut()) -> f64 {
    let once = Instant::now();
    call();
    let calls = (Duration::from_millis(50).as_nanos() / once.elapsed().as_nanos().max(1)).max(1);
    let round = |_| {
        let start = Instant::now();
        for _ in 0..calls {
            call();
        }
        start.elapsed().as_nanos() as f64 / calls as f64
    };
    (0..20).map(round).fold(f64::INFINITY, f64::min)
}

fn print(density: impl Density + Copy, quantile: fn(f64) -> f64, n: usize) -> Result<(), Refusal> {
    let sample: Vec<f64> = uniform(n).map(quantile).collect();
    let estimator = PitmanLocation::new(density);
    let estimate = estimator.evaluate(&sample)?;
    let time = nanoseconds(|| {
        black_box(estimator.evaluate(black_box(&sample))).ok();
    });
    println!("{} {n} {:?} {time:.0}", density.name(), estimate.value);
    Ok(())
}

fn main() -> Result<(), Refusal> {
    for n in [100, 1000] {
        print(Cauchy, |u| (PI * (u - 0.5)).tan(), n)?;
        print(Logistic, |u| (u / (1.0 - u)).ln(), n)?;
    }
    Ok(())
}
