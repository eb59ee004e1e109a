//! Processes, prices, availability, changes, people, questions and catalogues.

use super::amount::{Amount, Priced};
use super::calendar::Line;
use super::clause::{Clause, Note, Reference, Texts};
use super::cover::WithinOf;
use super::rules::Rules;
use super::value::{Length, Stated, True, Unit};
use schemars::JsonSchema;
use serde::Serialize;

/// The states that a request passes through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Process {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The states; a request begins in the first.
    pub states: Vec<Clause>,
    /// The questions that are answered in the first state, in order; each is a yes/no fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// The ways from state to state.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// What the customer is sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sendings: Vec<Sending>,
}

/// A question about a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Check {
    /// Name, title (the question), words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Who answers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The state when the answer is no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
}

/// A way from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Transition {
    /// From which state.
    pub from: String,
    /// To which state.
    pub to: String,
    /// On which event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// After how long in the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Stated>,
    /// Only within this time after the state was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Stated>,
    /// Source, words about it; its `cases` say when it is taken.
    #[serde(flatten)]
    pub clause: Clause,
}

/// Something that the customer is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sending {
    /// In which state.
    pub state: String,
    /// What.
    pub what: Texts,
    /// After how long in the state; at once when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Stated>,
    /// Hedged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usually: Option<True>,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// The order of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Queue {
    /// Title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// What decides, case by case.
    #[serde(flatten)]
    pub rules: Rules<Order>,
}

/// What decides the order of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Order {
    /// The facts, the first one first.
    pub facts: Vec<String>,
    /// Except when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Texts>,
    /// Hedged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usually: Option<True>,
}

/// What something costs, case by case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Price {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The amounts.
    #[serde(flatten)]
    pub rules: Rules<Priced>,
}

/// Planned maintenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Maintenance {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The zone of its local times; absent when the policy does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// When; the lines add up.
    pub lines: Vec<MaintenanceLine>,
    /// The hours that it keeps out of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<KeptOut>,
    /// How long ahead customers are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notices: Option<Rules<Notice>>,
}

/// A line of a maintenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MaintenanceLine {
    /// When.
    #[serde(flatten)]
    pub line: Line,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// Hours that a maintenance keeps out of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeptOut {
    /// While one of these calendars is open.
    pub calendars: Vec<String>,
    /// Whether this is only meant, and not promised.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub where_possible: bool,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// How long ahead customers are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Notice {
    /// So long ahead.
    Ahead {
        /// How long.
        ahead: Stated,
        /// By which channels; by any when none is listed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        via: Vec<String>,
    },
    /// They are not told.
    None {
        /// They are not told.
        none: True,
    },
}

/// How much of the time a service works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Availability {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The share of the time, case by case.
    #[serde(flatten)]
    pub rules: Rules<Share>,
    /// What the customer gets, from the highest share down: the last one below which the share was counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<AvailabilityCredit>,
    /// How soon the customer must ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_within: Option<WithinOf>,
}

/// A share of the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// Per cent at least, as a decimal.
    pub percent: String,
    /// Over which period.
    pub period: Unit,
    /// What does not count: calendars and maintenances.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<String>,
}

/// What the customer gets when a service worked less than promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AvailabilityCredit {
    /// Its path.
    pub id: String,
    /// Below this share, per cent as a decimal.
    pub below: String,
    /// How much.
    pub amount: Amount,
    /// Where it was written.
    pub source: super::clause::Source,
}

/// How the policy changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// How long ahead customers are told; may depend on the fact `change`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notices: Option<Rules<Notice>>,
    /// How often it is looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_every: Option<Length>,
    /// Whether open requests keep the version that they began with; absent when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_requests_keep_version: Option<bool>,
}

/// One of us, or somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Neither we nor the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub third_party: Option<True>,
    /// Where they can be reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Texts>,
}

/// Another document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyDocument {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Where it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Texts>,
    /// Which of the two counts where they differ; absent when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precedence: Option<Precedence>,
}

/// Which of two documents counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Precedence {
    /// The other document.
    Document,
    /// This policy.
    Policy,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Question {
    /// Name, title (the question), words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// What it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Reference>,
    /// The answers, in order.
    pub answers: Vec<Note>,
}

/// A list of policies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Catalogue {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Its groups.
    pub groups: Vec<Group>,
}

/// A group of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Group {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The policies or documents that it lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
    /// How many policies it holds, when it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<u32>,
}
