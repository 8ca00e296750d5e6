//! What the example `estimate` reads, and where it says that a file is malformed.

#[path = "../examples/estimate/column.rs"]
mod column;

use std::path::PathBuf;

/// A file with this text.
fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn refused(name: &str, text: &str, wanted: Option<&str>) -> String {
    let outcome = column::read(&file(name, text), wanted);
    outcome.map(|column| column.values).unwrap_err().to_string()
}

#[test]
fn a_column_is_found_by_its_name() {
    let path = file("good.csv", "day, hours \n1,2.5\n2, -1e3\n");
    let first = column::read(&path, None).unwrap();
    assert_eq!((first.name.as_str(), first.values), ("day", vec![1.0, 2.0]));
    let second = column::read(&path, Some("hours")).unwrap();
    assert_eq!(second.values, [2.5, -1000.0]);
}

#[test]
fn malformed_files_are_refused_with_line_and_column() {
    assert_eq!(
        refused("word.csv", "day,hours\n1,2.5\n2,many\n", Some("hours")),
        "line 3, column 2 (hours): \"many\" is not a finite number"
    );
    assert_eq!(
        refused("infinite.csv", "day\n1\ninf\n", None),
        "line 3, column 1 (day): \"inf\" is not a finite number"
    );
    assert_eq!(
        refused("short.csv", "day,hours\n1,2.5\n2\n", Some("hours")),
        "line 3 ends before column 2 (hours)"
    );
    assert_eq!(
        refused("other.csv", "day,hours\n1,2.5\n", Some("minutes")),
        "there is no column minutes; there are day, hours"
    );
    assert_eq!(
        refused("bare.csv", "day\n", None),
        "there is no line of data"
    );
    assert_eq!(refused("empty.csv", "", None), "there is no line of data");
    let missing = column::read(&PathBuf::from("no such file.csv"), None);
    assert!(missing.is_err());
}
