//! A panic in a user's function is an outcome like any other.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::{Diagnosis, Violation};
use crate::set::{FiniteSet, Set};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `body` and returns the message if it panics; nothing is printed meanwhile.
///
/// The first call installs a panic hook that stays silent on a thread while it is inside `guarded`
/// and otherwise does what the hook before it did.
pub(crate) fn guarded<T>(body: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |information| {
            if !GUARDED.get() {
                previous(information);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(body));
    GUARDED.set(outer);
    outcome.map_err(|payload| message(payload.as_ref()))
}

/// The outcome of a law; a panic violates it.
pub(crate) fn attempt<T>(
    law: &'static str,
    body: impl FnOnce() -> Result<T, Violation>,
) -> Result<T, Violation> {
    guarded(body).unwrap_or_else(|message| Err(Violation::new(law, Diagnosis::Panicked(message))))
}

/// The law that the value of a formula belongs to a set.
pub(crate) fn belongs<S: Set + ?Sized>(
    law: &'static str,
    set: &S,
    formula: &'static str,
    value: impl FnOnce() -> S::Element,
) -> Result<(), Violation> {
    attempt(law, || {
        let value = value();
        if set.contains(&value) {
            return Ok(());
        }
        let diagnosis = Diagnosis::NotClosed;
        Err(Violation::new(law, diagnosis).remark(formula, set.describe(&value)))
    })
}

/// The law that an element of a finite set is in its list.
pub(crate) fn is_listed<S: FiniteSet + ?Sized>(
    set: &S,
    formula: &'static str,
    x: &S::Element,
) -> Result<(), Violation> {
    if !set.contains(x) || set.index(x).is_some() {
        return Ok(()); // one that does not belong is for the law `closed`
    }
    Err(Violation::new("listed", Diagnosis::NotListed).remark(formula, set.describe(x)))
}

fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a value that is not a message".to_owned()
    }
}
