//! Commitments and escalations.

use super::amount::Amount;
use super::clause::Clause;
use super::cover::WithinOf;
use super::rules::{Conditional, Rules};
use super::value::{Figure, Length, Stated, Unit};
use schemars::JsonSchema;
use serde::Serialize;

/// A promise of time. Its entries say what is promised, case by case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Commitment {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The event that starts its clock: the id of an event or a state, or `severity set`, `severity changed` with the id of
    /// a fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The event that stops its clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// The states of a process in which its clock stands still.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paused_while: Vec<Conditional>,
    /// The facts whose change starts its clock again; another change only selects another entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub restarts_on: Vec<String>,
    /// What is promised.
    #[serde(flatten)]
    pub rules: Rules<Figure>,
    /// How often it is met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Met>,
    /// What the customer gets when it is missed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit>,
    /// How soon the customer must ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_within: Option<WithinOf>,
}

/// How often a commitment is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Met {
    /// Per cent of requests, as a decimal.
    pub percent: String,
    /// Over which period.
    pub period: Unit,
    /// Anchor, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// What the customer gets when a commitment is missed too often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Credit {
    /// How much.
    pub amount: Amount,
    /// After how many breaches.
    pub breaches: u32,
    /// In which period.
    pub period: Unit,
    /// Anchor, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// Who is told, or whom a customer can turn to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Escalation {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Who can ask for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raised: Vec<Raised>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// Who can ask for an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Raised {
    /// By whom: `us`, `customer`, a role or a party.
    pub by: String,
    /// By which channels; by any when none is listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// Anchor, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// A step of an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// When it comes.
    pub at: Moment,
    /// Who is told or asked: roles or parties.
    pub notify: Vec<String>,
    /// Anchor, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// When a step comes. Offsets run on the clock of the commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Moment {
    /// As soon as something happens.
    Event {
        /// The event.
        on: String,
    },
    /// After a share of the time of a commitment.
    Share {
        /// Per cent, as a decimal; 100 is the breach.
        percent: String,
        /// The commitment.
        of: String,
    },
    /// So long before a commitment is missed.
    Before {
        /// How long.
        before: Length,
        /// The commitment.
        of: String,
    },
    /// So long after a commitment was missed.
    After {
        /// How long.
        after: Length,
        /// The commitment.
        of: String,
    },
    /// So long after a commitment was missed, and again each time as long has passed, until it is kept.
    #[serde(rename_all = "camelCase")]
    Again {
        /// How long after the breach, and how far apart.
        every: Length,
        /// The commitment.
        of: String,
        /// How often at most; without end when it is absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_most: Option<u32>,
    },
    /// When the customer asks, one step after the other.
    #[serde(rename_all = "camelCase")]
    Turn {
        /// Its place among the steps that are asked in turn, from 1.
        turn: u32,
        /// How soon there is an answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        answers_within: Option<Stated>,
    },
}
