//! Every estimator of the library for one column of a CSV file: its value, under which group it is
//! equivariant and how, and the check that it is on this very sample; then the risks of the estimators of
//! location for samples of this length, simulated.
//!
//! ```sh
//! cargo run --release --example estimate -- examples/data/newcomb.csv
//! cargo run --release --example estimate -- examples/data/cushny_peebles.csv difference
//! ```

mod column;
mod risks;
mod table;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// How the program is called.
const USAGE: &str = "estimate FILE.csv [COLUMN]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let file = arguments.next().map(PathBuf::from).ok_or(USAGE)?;
    let name = arguments
        .next()
        .map(|name| name.to_string_lossy().into_owned());
    let column = column::read(&file, name.as_deref())?;

    let sample = &column.values;
    println!("{}: {} observations\n", column.name, sample.len());
    println!("{}", table::of_sample(sample));
    println!("{}", risks::of_length(sample.len().min(100))?);
    Ok(())
}
