//! The answer to a question about one case, as plain data in the shape that other programs read.
//!
//! Names of fields are those of the machine format and are never changed. Times are in RFC 3339 with the offset of the
//! policy's zone, lengths in ISO 8601, decimals are texts.

mod promised;

pub use promised::{Commitment, Counted, Earlier, Escalation, Passed, Release, Undecided};

use super::note::Note;
use crate::time::Instant;
use serde::Serialize;
use serde_json::{Map, Value};

/// What applies to a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// `avouch/answer`.
    pub format: &'static str,
    /// The version of this shape.
    pub format_version: u32,
    /// The policy.
    pub policy: PolicyName,
    /// What was said of the case: a value for each fact, or a list where several are left.
    pub case: Map<String, Value>,
    /// Facts that got another value since, in the order of time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// When the request was received.
    pub received: Option<String>,
    /// The instant that the states below are of: the last one that was given.
    pub at: Option<String>,
    /// The zone of the local times.
    pub timezone: Option<String>,
    /// Whether the case is covered.
    pub coverage: Coverage,
    /// The channels that such a customer has.
    pub channels: Vec<Channel>,
    /// What is promised.
    pub commitments: Vec<Commitment>,
    /// What may be promised, depending on facts that were left open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<Undecided>,
    /// Who is told when, in the order of the instants.
    pub escalations: Vec<Escalation>,
    /// What the customer may have.
    pub entitlements: Vec<Entitlement>,
    /// What things cost.
    pub prices: Vec<Price>,
    /// What can be had for money, and how it is charged at this instant.
    pub offers: Vec<Offer>,
    /// Where the request stands.
    pub processes: Vec<Process>,
    /// Facts that follow from what was said.
    pub derived: Map<String, Value>,
    /// What the reader should know about how the answer was found.
    pub notes: Vec<Note>,
}

/// A fact that got another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The fact.
    pub fact: String,
    /// What it became.
    pub value: String,
    /// When.
    pub at: String,
}

/// The policy that answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyName {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: Option<String>,
    /// The first day on which it counts.
    pub effective: Option<String>,
}

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// Whether a case is covered, and the clause that says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// Yes or no; `null` where it depends on what was not said.
    pub covered: Option<bool>,
    /// The anchor of the clause that decides.
    pub clause: String,
    /// The line of the scope that decides, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// What can be had instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<Reference>,
    /// The facts that decide and were not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// Nobody knows yet, since a line waits for its condition.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// Where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
}

/// Something that is declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Its keyword.
    pub kind: &'static str,
    /// Its name.
    pub id: String,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    /// Its name.
    pub id: String,
    /// Whether it is open; `null` where nobody can say.
    pub open: Option<bool>,
    /// Until when it stays so; `null` when for ever.
    pub until: Option<String>,
    /// The calendars that it is open in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<String>,
    /// Who decides when it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<String>,
    /// The facts that decide and were not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// Nobody knows yet when it is open.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// The anchor of its clause.
    pub anchor: String,
    /// Where it is said.
    pub source: Place,
}

/// How far a clock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its first event has not happened.
    NotStarted,
    /// It runs.
    Running,
    /// It stands still.
    Paused,
    /// What was promised was done in time.
    Met,
    /// It was not.
    Missed,
    /// It was done, and there was no time to keep.
    Done,
}

impl State {
    /// How far a clock is at an instant, from its start, its stop and its due instant.
    pub(super) fn of(
        starts: Option<Instant>,
        stopped: Option<Instant>,
        due: Option<Instant>,
        at: Option<Instant>,
        paused: impl Fn(Instant) -> bool,
    ) -> Self {
        match (starts, stopped, due) {
            (None, ..) => Self::NotStarted,
            (Some(_), Some(stopped), Some(due)) if stopped <= due => Self::Met,
            (Some(_), Some(_), Some(_)) => Self::Missed,
            (Some(_), Some(_), None) => Self::Done,
            (Some(_), None, Some(due)) if at.is_some_and(|at| at > due) => Self::Missed,
            (Some(_), None, _) if at.is_some_and(paused) => Self::Paused,
            (Some(_), None, _) => Self::Running,
        }
    }

    /// Its name, as in the machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Done => "done",
        }
    }
}

/// What the customer has of an entitlement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entitlement {
    /// Its name.
    pub id: String,
    /// Whether it is granted; `null` where it depends on what was not said.
    pub granted: Option<bool>,
    /// How much; `null` where no limit is said.
    pub limit: Option<Value>,
    /// What is not used lapses.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unused_lapse: bool,
    /// The period in which the limit counts that the request falls into, from its first instant to the one after its last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Value>,
    /// What was used of it, if that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used: Option<Value>,
    /// What is left of it, where that can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Value>,
    /// What was used beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<Value>,
    /// The rule that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Nobody knows yet: a `?` stands in its place, or in that of its condition.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// The facts that decide and were not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// Where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
    /// The anchor of its clause.
    pub anchor: String,
}

/// A price.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Price {
    /// Its name.
    pub id: String,
    /// What it comes to; `null` where it depends on what was not said.
    pub amount: Option<Value>,
    /// The rule that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Nobody knows yet: a `?` stands in its place, or in that of its condition.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// The facts that decide and were not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// Where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
    /// The anchor of its clause.
    pub anchor: String,
}

/// What can be had for money.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Its name.
    pub id: String,
    /// What it costs now; `null` where nothing is said.
    pub rate: Option<Value>,
    /// A proposal comes first.
    pub proposal_first: bool,
    /// The anchor of its clause.
    pub anchor: String,
    /// Where it is said.
    pub source: Place,
}

/// Where a request stands in a process.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Process {
    /// The process.
    pub id: String,
    /// The state at the last instant that was given.
    pub state: String,
    /// Since when.
    pub since: Option<String>,
    /// What comes by itself if nothing else happens, in order.
    pub timers: Vec<Timer>,
    /// How it came there.
    pub history: Vec<Step>,
    /// The anchor of its clause.
    pub anchor: String,
}

/// Something that comes by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timer {
    /// When.
    pub at: Option<String>,
    /// `becomes` or `sends`.
    pub does: &'static str,
    /// The state that it leads to, or what is sent.
    pub what: String,
    /// Where it is said.
    pub source: Place,
}

/// A state that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The state.
    pub state: String,
    /// When.
    pub at: Option<String>,
}
