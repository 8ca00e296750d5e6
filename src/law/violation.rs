//! A law that failed, with everything a person needs to act on it.

use std::borrow::Cow;
use std::fmt;

use super::Diagnosis;
use crate::set::Discrepancy;

/// One side of an equation: its formula and its value, in words.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
/// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
/// let violation = double.verify([(3, 4)]).unwrap_err();
/// let left = violation.left().unwrap();
/// assert_eq!((left.formula.as_str(), left.value.as_str()), ("f(g·x)", "10"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Side {
    /// The formula, `g·f(x)` for instance.
    pub formula: String,
    /// Its value.
    pub value: String,
}

/// A law that failed: the elements, both sides, how far apart they are, and what it means.
///
/// Its `Display` is a few aligned lines; `Debug` is the same text, so that `unwrap` in a test shows
/// it as it should be read.
///
/// # Examples
///
/// ```
/// use equivariant::{EquivariantMap, groups::Cyclic, sets::Regular};
///
/// let c5 = Cyclic::new(5)?;
/// let negation = EquivariantMap::new(c5, Regular(c5), Regular(c5), |x| (5 - x) % 5);
/// let violation = negation.prove().unwrap_err();
/// assert_eq!(violation.law(), "equivariant");
/// assert!(violation.to_string().contains("equivariant for the inverse"));
/// # Ok::<(), equivariant::groups::ZeroOrder>(())
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Violation(Box<Details>);

#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Details {
    law: Cow<'static, str>,
    diagnosis: Diagnosis,
    elements: Vec<(Cow<'static, str>, String)>,
    sides: Option<[Side; 2]>,
    #[cfg_attr(feature = "serde", serde(with = "extended"))]
    distance: Option<f64>,
    #[cfg_attr(feature = "serde", serde(with = "extended"))]
    allowance: Option<f64>,
    remarks: Vec<(Cow<'static, str>, String)>,
    seed: Option<u64>,
    /// `PROPTEST_CASES`, if it was set when the counterexample was found.
    cases: Option<String>,
}

impl Violation {
    /// A violation of `law`, to be filled in.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// // a law of one's own, checked by hand
    /// fn increasing(f: impl Fn(f64) -> f64, x: f64) -> Result<(), Violation> {
    ///     if f(x) < f(x + 1.0) {
    ///         return Ok(());
    ///     }
    ///     Err(Violation::new("increasing", Diagnosis::Unequal).element("x", x.to_string()))
    /// }
    /// assert_eq!(increasing(|x| -x, 2.0).unwrap_err().law(), "increasing");
    /// ```
    #[must_use]
    pub fn new(law: impl Into<Cow<'static, str>>, diagnosis: Diagnosis) -> Self {
        Violation(Box::new(Details {
            law: law.into(),
            diagnosis,
            elements: Vec::new(),
            sides: None,
            distance: None,
            allowance: None,
            remarks: Vec::new(),
            seed: None,
            cases: None,
        }))
    }

    /// The same violation with one more element of the counterexample.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).element("x", "2");
    /// assert_eq!(violation.elements().next(), Some(("x", "2")));
    /// ```
    #[must_use]
    pub fn element(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.0.elements.push((name.into(), value.into()));
        self
    }

    /// The same violation with both sides of the equation.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation, law::Side};
    /// let side = |formula: &str, value: f64| Side { formula: formula.to_owned(), value: value.to_string() };
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).sides(side("f(x)", 3.0), side("f(x + 1)", 2.5));
    /// assert_eq!(violation.right().unwrap().value, "2.5");
    /// ```
    #[must_use]
    pub fn sides(mut self, left: Side, right: Side) -> Self {
        self.0.sides = Some([left, right]);
        self
    }

    /// The same violation with the distance that was measured and what was allowed.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Discrepancy, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).measured(Discrepancy { distance: 0.5, allowance: 0.0 });
    /// assert_eq!(violation.distance(), Some(0.5));
    /// ```
    #[must_use]
    pub fn measured(mut self, discrepancy: Discrepancy) -> Self {
        self.0.distance = Some(discrepancy.distance);
        self.0.allowance = Some(discrepancy.allowance);
        self
    }

    /// The same violation with a better diagnosis.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).diagnosed(Diagnosis::UpToSign);
    /// assert_eq!(*violation.diagnosis(), Diagnosis::UpToSign);
    /// ```
    #[must_use]
    pub fn diagnosed(mut self, diagnosis: Diagnosis) -> Self {
        self.0.diagnosis = diagnosis;
        self
    }

    /// The same violation, with this diagnosis if all that is known is that the two sides differ.
    pub(crate) fn unequal_means(self, diagnosis: Diagnosis) -> Self {
        match self.diagnosis() {
            Diagnosis::Unequal => self.diagnosed(diagnosis),
            _ => self,
        }
    }

    /// The same violation with one more line: a name and what it says.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).remark("note", "by a hair");
    /// assert!(violation.to_string().contains("by a hair"));
    /// ```
    #[must_use]
    pub fn remark(mut self, name: impl Into<Cow<'static, str>>, text: impl Into<String>) -> Self {
        self.0.remarks.push((name.into(), text.into()));
        self
    }

    /// The same violation with the seed that reproduces it.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).seeded(7);
    /// assert!(violation.to_string().contains("PROPTEST_RNG_SEED=7"));
    /// ```
    #[must_use]
    pub fn seeded(mut self, seed: u64) -> Self {
        self.0.seed = Some(seed);
        self.0.cases = std::env::var("PROPTEST_CASES").ok();
        self
    }

    /// The name of the law.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.law(), "equivariant");
    /// ```
    #[must_use]
    pub fn law(&self) -> &str {
        &self.0.law
    }

    /// What kind of thing is wrong.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// use equivariant::Diagnosis;
    /// assert_eq!(*violation.diagnosis(), Diagnosis::Along("g ↦ g^2".to_owned()));
    /// ```
    #[must_use]
    pub fn diagnosis(&self) -> &Diagnosis {
        &self.0.diagnosis
    }

    /// The elements of the counterexample, in words: names and values.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// let elements: Vec<_> = violation.elements().collect();
    /// assert_eq!(elements, [("g", "1"), ("x", "4")]); // one step of three is enough
    /// ```
    pub fn elements(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .elements
            .iter()
            .map(|(name, value)| (&**name, &**value))
    }

    /// The left side of the equation, if there was one.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.left().unwrap().value, "10"); // f(1 + 4)
    /// ```
    #[must_use]
    pub fn left(&self) -> Option<&Side> {
        self.0.sides.as_ref().map(|[left, _]| left)
    }

    /// The right side of the equation, if there was one.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.right().unwrap().value, "9"); // 1 + f(4)
    /// ```
    #[must_use]
    pub fn right(&self) -> Option<&Side> {
        self.0.sides.as_ref().map(|[_, right]| right)
    }

    /// How far apart the two sides are; NaN where one of them is not a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.distance(), Some(1.0));
    /// ```
    #[must_use]
    pub fn distance(&self) -> Option<f64> {
        self.0.distance
    }

    /// How far apart they were allowed to be.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.allowance(), Some(0.0));
    /// ```
    #[must_use]
    pub fn allowance(&self) -> Option<f64> {
        self.0.allowance
    }

    /// Further lines: names and what they say.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{Diagnosis, Violation};
    /// let violation = Violation::new("increasing", Diagnosis::Unequal).remark("note", "by a hair");
    /// assert_eq!(violation.remarks().next(), Some(("note", "by a hair")));
    /// ```
    pub fn remarks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.remarks.iter().map(|(name, text)| (&**name, &**text))
    }

    /// The seed that reproduces the counterexample, if it was found at random.
    ///
    /// # Examples
    ///
    /// ```
    /// use equivariant::{EquivariantMap, groups::Integers, sets::Regular};
    /// let double = EquivariantMap::new(Integers, Regular(Integers), Regular(Integers), |x| 2 * x);
    /// let violation = double.verify([(3, 4)]).unwrap_err();
    /// assert_eq!(violation.seed(), None); // nothing was drawn
    /// ```
    #[must_use]
    pub fn seed(&self) -> Option<u64> {
        self.0.seed
    }
}

/// Numbers that JSON has no numeral for are stored by their names: `"NaN"`, `"inf"`.
#[cfg(feature = "serde")]
mod extended {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(untagged)]
    enum Number {
        Finite(f64),
        Named(String),
    }

    pub(super) fn serialize<S: Serializer>(x: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
        x.map(|x| match x.is_finite() {
            true => Number::Finite(x),
            false => Number::Named(x.to_string()),
        })
        .serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<f64>, D::Error> {
        match Option::deserialize(from)? {
            None => Ok(None),
            Some(Number::Finite(x)) => Ok(Some(x)),
            Some(Number::Named(name)) => name.parse().map(Some).map_err(serde::de::Error::custom),
        }
    }
}

/// What a value may take of a line before it is cut in the middle.
const LONGEST_VALUE: usize = 400;

/// The name of the test that runs, with a space before it: the test harness gives it to the thread.
fn name_of_test() -> String {
    match std::thread::current().name() {
        None | Some("main") => String::new(),
        Some(name) => format!(" {name}"),
    }
}

fn shortened(text: &str) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= LONGEST_VALUE {
        return Cow::Borrowed(text);
    }
    let half = LONGEST_VALUE / 2;
    let head: String = text.chars().take(half).collect();
    let tail: String = text.chars().skip(length - half).collect();
    Cow::Owned(format!("{head} … {tail} ({length} characters)"))
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = &*self.0;
        let mut lines: Vec<(&str, Cow<'_, str>)> = Vec::new();
        lines.push(("diagnosis", Cow::Owned(details.diagnosis.to_string())));
        for (name, value) in &details.elements {
            lines.push((name, shortened(value)));
        }
        if let Some(sides) = &details.sides {
            for side in sides {
                lines.push((&side.formula, shortened(&side.value)));
            }
        }
        if let (Some(distance), Some(allowance)) = (details.distance, details.allowance) {
            let text = format!("{distance:.6e}, allowed {allowance:.1e}");
            lines.push(("distance", Cow::Owned(text)));
        }
        for (name, text) in &details.remarks {
            lines.push((name, Cow::Borrowed(text)));
        }
        if let Some(seed) = details.seed {
            let cases = details.cases.as_ref();
            let cases = cases.map_or_else(String::new, |n| format!("PROPTEST_CASES={n} "));
            let test = name_of_test();
            let text = format!("{cases}PROPTEST_RNG_SEED={seed} cargo test{test}");
            lines.push(("replay", Cow::Owned(text)));
        }
        let width = lines
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0);
        write!(f, "the law `{}` is violated", details.law)?;
        for (name, text) in &lines {
            write!(f, "\n  {name:width$}  {text}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Violation {}
