//! What is covered, and what can be had instead.

use super::amount::{Amount, Measure};
use super::clause::{Clause, Reference};
use super::rules::{Cases, When};
use super::value::Length;
use schemars::JsonSchema;
use serde::Serialize;

/// What is covered. Where a policy has no scope, everything is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scope {
    /// Title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The answer, case by case: exactly one entry matches a case that can exist.
    pub entries: Vec<Coverage>,
    /// The lines that cover, as they were written; they add up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Clause>,
    /// The lines that exclude, as they were written; they take away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<Exclusion>,
}

/// Whether some cases are covered, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The cases.
    pub when: When,
    /// Whether they are covered.
    pub covered: bool,
    /// The lines that cover them; all lines of `covers` that hold there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covered_by: Vec<String>,
    /// The lines that exclude them; all lines of `excludes` that hold there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_by: Vec<String>,
}

/// A line that excludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exclusion {
    /// Name, title (the reason), words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The offers, parties and documents to turn to instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<Instead>,
}

/// Where to turn instead, perhaps in some cases only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instead {
    /// What is meant.
    #[serde(flatten)]
    pub to: Reference,
    /// The cases, when not in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<Cases>>,
}

/// What is not covered and can still be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Which rates hold, case by case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<RatesInCase>,
    /// The rates, as they were written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
    /// A proposal comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal_first: Option<Clause>,
    /// How often it is invoiced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Measure>,
    /// Who does it: roles or parties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
}

/// The rates of some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RatesInCase {
    /// The cases.
    pub when: When,
    /// The ids of the rates, narrower ones first: at an instant the first one whose `during` and `outside` allow it counts.
    pub rates: Vec<String>,
}

/// A rate of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rate {
    /// How much.
    pub amount: Amount,
    /// Only while this calendar is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    /// Only while this calendar is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// In steps of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_steps_of: Option<Length>,
    /// At least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Length>,
    /// Id, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}
