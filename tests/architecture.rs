//! The house: which room may import which. Imports run downward only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every room, with the rooms it may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("chapters", &[]),
    ("set", &[]),
    ("law", &["set"]),
    ("group", &["set", "law"]),
    ("homomorphism", &["set", "law", "group"]),
    ("action", &["set", "law", "group", "homomorphism"]),
    ("map", &["set", "law", "group", "homomorphism", "action"]),
    (
        "exhaustive",
        &["set", "law", "group", "homomorphism", "action"],
    ),
    (
        "groups",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "sets",
        ],
    ),
    (
        "sets",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "groups",
        ],
    ),
    (
        "homomorphisms",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "groups",
            "sets",
        ],
    ),
    ("frame", &["set", "law", "group", "action", "map", "sets"]),
    (
        "strategy",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "groups",
            "sets",
            "homomorphisms",
        ],
    ),
    (
        "signal",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "groups",
            "sets",
            "homomorphisms",
            "frame",
            "strategy",
        ],
    ),
    (
        "statistics",
        &[
            "set",
            "law",
            "group",
            "homomorphism",
            "action",
            "map",
            "groups",
            "sets",
            "homomorphisms",
            "frame",
            "strategy",
        ],
    ),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The room of a file: the first part of its path below `src`.
fn room_of(path: &Path) -> String {
    let below = path.strip_prefix("src").expect("the file is below src");
    let first = below.iter().next().expect("the path is not empty");
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The lines of code, without comments and documentation.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("the file can be read");
    text.lines()
        .map(|line| line.split("//").next().unwrap_or("").to_owned())
        .collect()
}

/// The rooms that a file names through `crate::`.
fn imports(path: &Path) -> Vec<String> {
    let code = code(path).join("\n");
    code.split("crate::")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

#[test]
fn imports_run_downward_only() {
    let rooms: BTreeMap<_, _> = ROOMS.iter().copied().collect();
    let mut upward = Vec::new();
    for path in rust_files(Path::new("src")) {
        let room = room_of(&path);
        if room == "lib" {
            continue;
        }
        let allowed = rooms.get(room.as_str()).unwrap_or_else(|| {
            panic!(
                "{} is in a room that the table does not know",
                path.display()
            )
        });
        for import in imports(&path) {
            if import != room && !allowed.contains(&import.as_str()) {
                upward.push(format!("{} imports crate::{import}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn a_file_holds_one_concept() {
    for path in rust_files(Path::new("src")) {
        let lines = code(&path)
            .iter()
            .filter(|line| !line.trim().is_empty())
            .count();
        assert!(
            lines <= 400,
            "{} has {lines} lines of code: it probably holds two concepts",
            path.display()
        );
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for refused in [
            "mod.rs",
            "utils.rs",
            "common.rs",
            "helpers.rs",
            "types.rs",
            "internal.rs",
        ] {
            assert_ne!(
                name,
                refused,
                "{} says nothing about its content",
                path.display()
            );
        }
    }
}

#[test]
fn the_door_holds_no_code() {
    for line in code(Path::new("src/lib.rs")) {
        let line = line.trim();
        let is_door = line.is_empty()
            || ["pub mod ", "mod ", "pub use ", "#[", "#!["]
                .iter()
                .any(|start| line.starts_with(start))
            || line.ends_with(',')
            || line.starts_with('}');
        assert!(is_door, "src/lib.rs has code: {line}");
    }
}
