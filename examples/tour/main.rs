//! What is the difference between *equivariant* and *invariant*? A table of answers, each of them
//! checked.
//!
//! ```sh
//! cargo run --release --example tour                  # with a picture that it draws
//! cargo run --release --example tour -- my-photo.jpg  # with a picture of yours
//! ```
//!
//! The program exits with an error if a verdict is not the expected one.

mod clouds;
mod matrices;
mod pictures;
mod samples;
mod signals;
mod table;

use std::error::Error;
use std::path::PathBuf;

use table::Table;

/// How many claims the table has.
const CLAIMS: usize = 26;

fn main() -> Result<(), Box<dyn Error>> {
    let picture = pictures::read(std::env::args_os().nth(1).map(PathBuf::from).as_deref())?;
    let times = samples::newcomb()?;

    let mut table = Table::new(CLAIMS);
    pictures::rows(&mut table, &picture);
    signals::rows(&mut table);
    matrices::rows(&mut table);
    clouds::rows(&mut table);
    samples::rows(&mut table, &times);

    println!("{table}");
    println!("{}", signals::pictured());
    println!("The median of the coordinates, as it stands, has no meaning in space:\n");
    println!("{}\n", table.violation("median of the coordinates")?);
    table.verdict()
}
