//! A column of numbers from a CSV file.

use std::path::Path;

/// A column of a file.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) values: Vec<f64>,
}

/// Why a file has no column of numbers.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Malformed {
    #[error("{0}")]
    Unreadable(#[from] csv::Error),
    #[error("there is no column {wanted}; there are {present}")]
    NoColumn { wanted: String, present: String },
    #[error("line {line}, column {column} ({name}): {text:?} is not a finite number")]
    NotANumber {
        line: u64,
        column: usize,
        name: String,
        text: String,
    },
    #[error("line {line} ends before column {column} ({name})")]
    Missing {
        line: u64,
        column: usize,
        name: String,
    },
    #[error("there is no line of data")]
    Empty,
}

/// The column of this name, or the first one. The first line of the file is its header.
pub(crate) fn read(file: &Path, wanted: Option<&str>) -> Result<Column, Malformed> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file)?;
    let headers = reader.headers()?.clone();
    let place = match wanted {
        None => 0,
        Some(wanted) => headers
            .iter()
            .position(|name| name.trim() == wanted)
            .ok_or_else(|| {
                let present: Vec<&str> = headers.iter().collect();
                Malformed::NoColumn {
                    wanted: wanted.to_owned(),
                    present: present.join(", "),
                }
            })?,
    };
    let name = headers
        .get(place)
        .ok_or(Malformed::Empty)?
        .trim()
        .to_owned();
    let mut values = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let column = place + 1;
        let Some(text) = record.get(place).map(str::trim) else {
            return Err(Malformed::Missing { line, column, name });
        };
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => values.push(value),
            _ => {
                let text = text.to_owned();
                return Err(Malformed::NotANumber {
                    line,
                    column,
                    name,
                    text,
                });
            }
        }
    }
    if values.is_empty() {
        return Err(Malformed::Empty);
    }
    Ok(Column { name, values })
}
