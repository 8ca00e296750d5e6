//! The clock, and a line of what was measured.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Measures a call, and prints the name, the size, nanoseconds a call, and the numbers.
pub(super) fn print<T>(what: &str, size: &str, numbers: &[f64], call: impl Fn() -> T) {
    let time = nanoseconds(|| {
        black_box(call());
    });
    let numbers: Vec<String> = numbers.iter().map(|number| format!("{number:?}")).collect();
    println!("{what}\t{size}\t{time:.0}\t{}", numbers.join(" "));
}

/// Some of the values, to be compared.
pub(super) fn some(values: &[f64]) -> Vec<f64> {
    values.iter().step_by(values.len() / 7).copied().collect()
}

/// The least of the mean times of the rounds of three seconds, three at least: what disturbs a round only
/// makes it longer, and short rounds are often not disturbed.
fn nanoseconds(mut call: impl FnMut()) -> f64 {
    let start = Instant::now();
    call();
    let calls = (Duration::from_millis(5).as_nanos() / start.elapsed().as_nanos().max(1)).max(1);
    let (mut rounds, mut least) = (0, f64::INFINITY);
    while rounds < 3 || start.elapsed() < Duration::from_secs(3) {
        let begun = Instant::now();
        for _ in 0..calls {
            call();
        }
        least = f64::min(least, begun.elapsed().as_nanos() as f64 / calls as f64);
        rounds += 1;
    }
    least
}
