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
