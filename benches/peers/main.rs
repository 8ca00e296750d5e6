//! Our side of `benches/peers/run`: the samples as files, and a line for each thing measured, with its
//! name, the size, nanoseconds a call, and the numbers that came out.
//!
//! ```sh
//! benches/peers/run
//! ```

mod filters;
mod measurement;
mod pitman;
mod robust;
mod samples;
mod wavelets;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let Some(directory) = arguments.find(|argument| argument != "--bench") else {
        eprintln!("nothing is measured without a directory for the samples: see benches/peers/run");
        return Ok(());
    };
    pitman::measure()?;
    filters::measure()?;
    wavelets::measure()?;
    robust::measure(Path::new(&directory))
}
