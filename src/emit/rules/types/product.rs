//! Products, their releases and the phases of their lives.

use super::calendar::Dates;
use super::clause::Clause;
use super::rules::Rules;
use super::service::Notice;
use super::value::{Length, True};
use schemars::JsonSchema;
use serde::Serialize;

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// Its releases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<Release>,
    /// How many of the latest releases are supported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supports_latest: Option<Latest>,
    /// When phases end, as rules.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phase_ends: Vec<PhaseEnd>,
    /// How long ahead customers are told that a phase ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notices: Option<Rules<Notice>>,
}

/// How many of the latest releases are supported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Latest {
    /// How many.
    pub releases: u32,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// A release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Release {
    /// Its name as written.
    #[serde(flatten)]
    pub clause: Clause,
    /// When each phase runs.
    pub phases: Vec<PhaseOfRelease>,
}

/// When a phase of a release runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhaseOfRelease {
    /// The phase.
    pub phase: String,
    /// When it runs.
    #[serde(flatten)]
    pub runs: PhaseRuns,
}

/// When a phase runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum PhaseRuns {
    /// From a day to a day, both included.
    Dates {
        /// The days.
        dates: Dates,
    },
    /// From the end of the phase before it to a day, the day included.
    Until {
        /// The last day.
        until: DateRule,
    },
    /// From a day on, without an end.
    From {
        /// The first day.
        from: String,
    },
    /// From the end of the phase before it on, without an end.
    Onwards {
        /// It has no end.
        onwards: True,
    },
    /// The release has no such phase.
    No {
        /// It has none.
        no: True,
    },
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
}

/// A rule for the end of a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhaseEnd {
    /// The phase.
    pub phase: String,
    /// Its last day.
    pub ends: DateRule,
    /// Source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// A rule that leads to a date in the life of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum DateRule {
    /// A date.
    Date {
        /// The date.
        date: String,
    },
    /// The day on which this release or a later one comes out.
    Release {
        /// Which release.
        release: ReleaseOf,
    },
    /// The day a phase begins.
    #[serde(rename_all = "camelCase")]
    StartOf {
        /// The phase.
        start_of: String,
    },
    /// The last day of a phase.
    #[serde(rename_all = "camelCase")]
    EndOf {
        /// The phase.
        end_of: String,
    },
    /// So long after another date.
    Later {
        /// How long.
        #[serde(flatten)]
        length: Length,
        /// After what.
        after: Box<DateRule>,
    },
    /// The first such day of a year after another date.
    First {
        /// The day, as `--05-31`.
        first: String,
        /// After what.
        after: Box<DateRule>,
    },
    /// The earlier of two.
    Earlier {
        /// The two.
        earlier: Vec<DateRule>,
    },
    /// The later of two.
    LaterOf {
        /// The two.
        later: Vec<DateRule>,
    },
    /// Not known yet.
    Unfilled {
        /// It is not known yet.
        unfilled: True,
    },
}

/// Which release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReleaseOf {
    This,
    Next,
    SecondNext,
}
