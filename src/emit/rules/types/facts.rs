//! The facts that describe a case.

use super::clause::Clause;
use super::rules::{Stretch, When};
use schemars::JsonSchema;
use serde::Serialize;

/// A fact: something that is known of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// Name, title, words about it. A built-in fact has no title.
    #[serde(flatten)]
    pub clause: Clause,
    /// Whether the policy declares it as a fact; otherwise it is built in, a process, a check or a duty.
    pub declared: bool,
    /// What its values are like.
    pub kind: FactKind,
    /// Its values; empty but for facts of the kind `values`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<FactValue>,
    /// How the values are listed, if they have an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<ValueOrder>,
    /// The stretches that the policy tells apart, in order; only for dates, numbers and lengths of time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stretches: Vec<NamedStretch>,
    /// Who proposes it and who has the last word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Decided>,
    /// How it follows from other facts, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived: Option<Vec<Follows>>,
}

/// What the values of a fact are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum FactKind {
    /// Named values.
    Values,
    /// `yes` or `no`.
    YesNo,
    /// A date.
    Date,
    /// A number.
    Number,
    /// A length of time.
    Duration,
}

/// How ordered values are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ValueOrder {
    /// From the least to the most.
    Ascending,
    /// From the most to the least, as severities from the gravest down.
    Descending,
    /// As each plan's list `below` says; plans that are in neither's list do not compare.
    Plans,
}

/// A named value of a fact; its `cases` say where it exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactValue {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// A stretch that the policy tells apart from its neighbours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamedStretch {
    /// What it is called in findings.
    pub label: String,
    /// Its bounds.
    #[serde(flatten)]
    pub stretch: Stretch,
}

/// Who says what a fact is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decided {
    /// By whom: `us`, `customer`, a role or a party.
    pub by: String,
    /// Whether it is the last word, or a proposal.
    pub confirmed: bool,
}

/// What follows in some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Follows {
    /// The cases.
    pub when: When,
    /// The value of the derived fact.
    pub value: String,
}
