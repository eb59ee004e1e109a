//! The machine shape of a report: its names are those of the JSON that other programs read.
//!
//! In: nothing. Out: plain data. What is skipped there is for people. Fields are added, and never change their meaning.

use crate::evaluate::Place;
use serde::Serialize;
use std::collections::BTreeMap;

/// The changes of one policy.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The name of the policy, as it is now.
    pub policy: String,
    /// Its title.
    pub title: String,
    /// The file of the older version; none where the policy is new.
    pub old_file: Option<String>,
    /// The file of the newer version; none where the policy is gone.
    pub new_file: Option<String>,
    /// The older version.
    pub old_version: Option<String>,
    /// The newer version.
    pub new_version: Option<String>,
    /// The first day of the newer version.
    pub effective: Option<String>,
    /// What changed.
    pub changes: Vec<Found>,
    /// The same in lines for people.
    #[serde(skip)]
    pub lines: Vec<Line>,
    /// For which customers it is said, where that is not for all.
    pub note: Option<String>,
    /// That the newer version counts from an earlier day than the older one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<String>,
    /// The notice that is due and given.
    pub notice: Span,
}

/// A notice that is due and given.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// How long ahead; null where none is due.
    pub required: Option<String>,
    /// How long there is between the announcement and the first day; null where one of them is not known.
    pub given: Option<String>,
    /// Whether that is enough.
    pub satisfied: bool,
    /// Whether changes to the worse ask for it, or only others.
    pub worse: bool,
    /// Whether what changes for the worse is announced long enough.
    #[serde(skip)]
    pub worse_satisfied: bool,
    /// In words.
    #[serde(skip)]
    pub words: Option<String>,
    /// By which channels.
    pub via: Vec<String>,
    /// The day of the announcement.
    pub announced: Option<String>,
    /// The first day on which the newer version may count.
    pub earliest: Option<String>,
    /// The line that asks for it, in the older version.
    pub source: Option<Place>,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The policy.
    pub policy: String,
    /// Its kind.
    pub id: &'static str,
    /// `weaker`, `stronger`, `mixed`, `neutral`.
    pub direction: &'static str,
    /// What it is about.
    pub area: &'static str,
    /// The name of what changed.
    pub subject: String,
    /// Its keyword.
    pub keyword: &'static str,
    /// What of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The cases, each a box of facts with their values; one without facts is every case.
    pub cases: Vec<BTreeMap<String, Vec<String>>>,
    /// What was said.
    pub before: Option<String>,
    /// What is said now.
    pub after: Option<String>,
    /// The longest wait.
    pub worst: Option<Worst>,
    /// The shortest wait.
    pub best: Option<Worst>,
    /// A case that shows it.
    pub witness: Option<Proof>,
    /// One for each way that it goes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<Proof>,
    /// For whom the clause is: `public`, `internal`, or a party.
    pub audience: String,
    /// The calendar whose change is all that this one comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// What stays the same as long as the change does.
    pub fingerprint: String,
    /// Where it stands.
    pub source: Sides<Place>,
    /// In one line.
    pub message: String,
    /// The lines that prove it.
    #[serde(skip)]
    pub details: Vec<String>,
}

/// A line that people read: one change, or several that come from one.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which way it goes.
    pub direction: &'static str,
    /// The kinds of the changes in it.
    pub id: String,
    /// For whom it is.
    pub audience: String,
    /// In one line.
    pub message: String,
    /// The lines that prove it.
    pub details: Vec<String>,
    /// Where it stands in the newer version.
    pub place: Option<Place>,
}

impl Line {
    /// The line of one change.
    pub fn of(found: &Found) -> Self {
        Self {
            direction: found.direction,
            id: found.id.to_owned(),
            audience: found.audience.clone(),
            message: found.message.clone(),
            details: found.details.clone(),
            place: found.source.new.clone(),
        }
    }
}

/// Something before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Sides<T> {
    /// In the older version.
    pub old: Option<T>,
    /// In the newer version.
    pub new: Option<T>,
}

/// A length of time before and after, in ISO 8601.
#[derive(Clone, Debug, Serialize)]
pub struct Worst {
    /// In the older version.
    pub before: Option<String>,
    /// In the newer version.
    pub after: Option<String>,
}

/// A case, and perhaps an instant.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// `weaker` or `stronger`: which way it goes for this case.
    pub direction: &'static str,
    /// The facts that matter.
    pub case: BTreeMap<String, String>,
    /// When the request is received.
    pub received: Option<String>,
    /// When it was due.
    pub before: Option<String>,
    /// When it is due now.
    pub after: Option<String>,
}
