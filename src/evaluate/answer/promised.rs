//! What is promised for a case: when it is due, how that was counted, and who is told on the way.

use super::{Place, State};
use crate::time::CountError;
use serde::Serialize;
use serde_json::Value;

/// A promise as it applies to the case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Commitment {
    /// Its name.
    pub id: String,
    /// `target`, `guaranteed` or `usual`; `null` where there is no figure.
    pub strength: Option<&'static str>,
    /// When its clock begins to run: with its event, or at the next opening where it counts open time.
    pub starts: Option<String>,
    /// When it is due.
    pub due: Option<String>,
    /// What is promised.
    pub promise: Value,
    /// The path of the rule that decides.
    pub rule: String,
    /// Where it is written.
    pub source: Place,
    /// The anchor of its clause in the document.
    pub anchor: String,
    /// The anchor of the cell or line itself.
    pub rule_anchor: String,
    /// The stretches of time that count.
    pub counted: Vec<Counted>,
    /// The stretches that were passed over, and why.
    pub passed: Vec<Passed>,
    /// How far it is.
    pub state: State,
    /// The event that starts the clock.
    pub from: String,
    /// The event that stops it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// When it was stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<String>,
    /// How much of its own time the clock has run until it was stopped, or until the instant of the states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed: Option<String>,
    /// How much was left then; with a sign before it where the promise was late by so much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining: Option<String>,
    /// Where the clock was started several times: the runs before this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// The next instants of a rhythm.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cadence: Vec<String>,
    /// The release that is promised, where the policy says which one comes next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<Release>,
    /// False where the case is not covered, so that nothing of this is promised to it; left out otherwise.
    #[serde(skip_serializing_if = "Clone::clone")]
    pub applies: bool,
    /// Why there is no instant, where there could be one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What could not be counted, for those who say it in other words than the note.
    #[serde(skip)]
    pub uncounted: Option<CountError>,
}

/// A run of a clock that was started again since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// When it began to run.
    pub starts: String,
    /// When it was due.
    pub due: Option<String>,
    /// When it was stopped.
    pub stopped: String,
    /// How it ended.
    pub state: State,
    /// The path of the rule that decided.
    pub rule: String,
    /// How much of its own time the clock ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed: Option<String>,
    /// How much was left, or by how much it was late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining: Option<String>,
}

/// A release that comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Release {
    /// The product.
    pub product: String,
    /// The release.
    pub id: String,
    /// The day on which it comes out, as the policy says now.
    pub date: String,
}

/// A commitment of which nothing can be said, since what decides was left open or is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Undecided {
    /// Its name.
    pub id: String,
    /// The facts that decide.
    pub depends_on: Vec<String>,
    /// Nobody knows them yet: a `?` stands where they would be said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// The anchor of its clause.
    pub anchor: String,
}

/// A stretch of time that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Its first instant.
    pub from: String,
    /// The instant after its last.
    pub to: String,
    /// How much of the promise it is.
    pub amount: String,
}

/// A stretch of time that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passed {
    /// Its first instant.
    pub from: String,
    /// The instant after its last.
    pub to: String,
    /// `closed`, `paused` or `not-counted`.
    pub why: &'static str,
    /// What it is called: a holiday, an occasion, a state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A step of an escalation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Escalation {
    /// The escalation.
    pub id: String,
    /// Which step, from 1.
    pub step: usize,
    /// When it comes; `null` when somebody has to ask for it, or its clock has no end.
    pub at: Option<String>,
    /// When it would come by its offset, where that is before the clock starts that it guards: then it comes at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// Who is told.
    pub notify: Vec<String>,
    /// The name of the step, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The commitment that it guards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// How long an answer takes, once asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Value>,
    /// How far apart a step comes again until the promise is kept, and at most how often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<Value>,
    /// The first instants of such a step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cadence: Vec<String>,
    /// When such a step comes next, after the instant of the states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Whether it has come: `coming`, `come`, `not-needed`, `on-request`, `in-turn`, `unknown`.
    pub state: &'static str,
    /// Where it is said.
    pub source: Place,
    /// The anchor of its clause.
    pub anchor: String,
}
