//! What is sold and how it is kept: prices, products with their releases, maintenance, availability, and changes of the policy.

use super::{Claim, Clause, Line, RuleSet, Table};
use crate::source::Span;
use crate::time::Zone;
use crate::value::{Amount, DateRule, Decimal, Duration, Name, PhaseDates, Stated, Unit};

/// What something costs.
#[derive(Clone, Debug)]
pub struct Price {
    /// Name, title, anchor, words about it; `when` is its domain.
    pub clause: Clause,
    /// Its rules.
    pub rules: RuleSet<Amount>,
    /// Its own tables, as written.
    pub tables: Vec<Table>,
}

/// A product.
#[derive(Clone, Debug)]
pub struct Product {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// Its releases, in the order of the table.
    pub releases: Vec<Release>,
    /// How many of the latest are supported.
    pub supports: Option<(u32, Clause)>,
    /// Rules for the end of a phase.
    pub ends: Vec<PhaseEnd>,
    /// How long ahead customers are told that a phase ends.
    pub notices: RuleSet<Notice>,
}

/// A release.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its name as written, with anchor.
    pub clause: Clause,
    /// When each phase runs.
    pub phases: Vec<(Name, PhaseDates)>,
}

/// `full ends 5 years after release`.
#[derive(Clone, Debug)]
pub struct PhaseEnd {
    /// The phase.
    pub phase: Name,
    /// When it ends.
    pub rule: DateRule,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// Planned maintenance.
#[derive(Clone, Debug)]
pub struct Maintenance {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// The zone of its times; `None` is the policy's.
    pub zone: Option<Zone>,
    /// When.
    pub lines: Vec<MaintenanceLine>,
    /// The hours that it keeps out of.
    pub outside: Vec<KeptOut>,
    /// How long ahead customers are told.
    pub notices: RuleSet<Notice>,
}

/// A line of a maintenance.
#[derive(Clone, Debug)]
pub struct MaintenanceLine {
    /// Weekly or on dates.
    pub line: Line,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// Hours that a maintenance keeps out of.
#[derive(Clone, Debug)]
pub struct KeptOut {
    /// While these are open.
    pub calendars: Vec<Name>,
    /// `where possible`, a hedge.
    pub where_possible: bool,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// How long ahead, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So long ahead, by these channels.
    Ahead(Stated, Vec<Name>),
    /// Not announced.
    None,
}

/// How much of the time a service works.
#[derive(Clone, Debug)]
pub struct Availability {
    /// Name, title, anchor, words about it; `when` is its domain.
    pub clause: Clause,
    /// The share of each period, what does not count, and its rule.
    pub shares: RuleSet<(Decimal, Unit, Vec<Name>)>,
    /// Credits: below this share, this amount; from the highest share down.
    pub credits: Vec<(Decimal, Amount, String, Span)>,
    /// The table of the credits, as written.
    pub tables: Vec<Table>,
    /// How soon the customer must ask.
    pub claimed: Option<Claim>,
}

/// How the policy changes.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Title, anchor, words about it.
    pub clause: Clause,
    /// How long ahead customers are told, by `change`.
    pub notices: RuleSet<Notice>,
    /// How often it is looked at again.
    pub review: Option<Duration>,
    /// Whether open requests keep their version; `None` when nothing is said.
    pub keep_version: Option<bool>,
}
