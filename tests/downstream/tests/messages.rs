//! The compiler's messages for the mistakes that a newcomer makes say what to do.

use std::process::Command;

/// What the compiler says about a mistake.
fn message(mistake: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--quiet",
            "--features",
            "mistakes",
            "--example",
            mistake,
        ])
        .args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
        ])
        .args([
            "--target-dir",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/mistakes"),
        ])
        .env("CARGO_TERM_COLOR", "never")
        .output()
        .expect("cargo can be run");
    assert!(!output.status.success(), "{mistake} compiles");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn each_mistake_is_explained() {
    for (mistake, sentences) in [
        (
            "not_a_group",
            [
                "`Clock` is not a group",
                "a group is a `Set` with `identity`, `compose` and `inverse`",
            ],
        ),
        (
            "no_action",
            [
                "does not act on",
                "to choose an action, write `Equipped::new(group, set, |g, x| …)`",
            ],
        ),
        (
            "not_finite",
            [
                "is not known to be finite",
                "for other sets use `verify` or the random check",
            ],
        ),
        (
            "not_generated",
            [
                "is not known to be finitely generated",
                "for a continuous group use `verify` or the random check",
            ],
        ),
        (
            "not_sampled",
            [
                "`Clock` does not say how its elements are drawn at random",
                "implement `strategy` for the set",
            ],
        ),
        (
            "not_a_homomorphism",
            [
                "is not a homomorphism",
                "for a closure φ, write `Between::new(source, target, |g| …)`",
            ],
        ),
        (
            "not_compact",
            [
                "has no uniform probability measure here",
                "only compact groups have one",
            ],
        ),
    ] {
        let message = message(mistake);
        for sentence in sentences {
            assert!(
                message.contains(sentence),
                "{mistake}: `{sentence}` is missing from\n{message}"
            );
        }
    }
}
