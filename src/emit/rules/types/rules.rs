//! What depends on the case: lists of entries, each with the cases that it is for.
//!
//! The one shape that every condition of the policy takes. The entries of a list are disjoint, so a reader looks for the
//! one that matches and never weighs one against another.

use super::clause::Clause;
use super::map::SortedMap;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

/// For each fact that matters, what it may be. A case matches when every fact named here has one of the values or lies in
/// one of the stretches listed for it; a fact that is not named does not matter, so `{}` matches every case.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct When(pub SortedMap<Vec<Allowed>>);

/// What a fact may be: a value by its id (`"yes"` and `"no"` for yes/no facts), or a stretch of dates, numbers or lengths.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Allowed {
    /// A value by its id.
    Value(SmolStr),
    /// A stretch of dates, numbers or lengths of time.
    Stretch(Stretch),
}

/// A stretch of dates (`2026-03-31`), numbers (decimals as text) or lengths of time (ISO 8601, in seconds). An end that is
/// not given is open: `{}` is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Stretch {
    /// The least, itself included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// The bound at the low end, itself not included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<String>,
    /// The most, itself included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<String>,
    /// The bound at the high end, itself not included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
}

/// Cases, and nothing said of them: an entry without a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cases {
    /// The cases.
    pub when: When,
}

/// Cases, with what holds in them and the rule that says so. A rule that holds in cases of several forms has several
/// entries with the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EntryOf{V}")]
pub struct Entry<V> {
    /// The cases.
    pub when: When,
    /// What holds in them.
    #[serde(flatten)]
    pub value: V,
    /// The rule that says so; its id is its path, `first-response/critical/premium`.
    #[serde(flatten)]
    pub rule: Clause,
}

/// Everything that one thing says, case by case. At most one entry matches a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RulesOf{V}")]
pub struct Rules<V> {
    /// The cases that it speaks of at all, when these are not all: outside them it does not exist, and no entry matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<Vec<Cases>>,
    /// The entries.
    pub entries: Vec<Entry<V>>,
    /// Cases that it speaks of and for which nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Cases>,
}

/// Something by its id, perhaps in some cases only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conditional {
    /// What is meant.
    pub id: String,
    /// The cases, when not in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<Cases>>,
}
