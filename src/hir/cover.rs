//! What is covered, by which channels, on which plan, and what both sides do.

use super::{Clause, Cond, Ref, RuleSet, SetLine};
use crate::cases::CaseSet;
use crate::source::Span;
use crate::value::{Amount, DatePoint, Duration, Measure, Name, Quantity, Stated, Text};
use std::sync::Arc;

/// What is covered.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Title, anchor, words about it.
    pub clause: Clause,
    /// What is covered; lines add up.
    pub covers: Vec<SetLine<()>>,
    /// What is not.
    pub excludes: Vec<SetLine<Exclusion>>,
    /// Exactly the covered cases.
    pub covered: CaseSet,
    /// Whether there is a `covers` line of which nobody knows yet when it holds.
    pub may_cover: bool,
    /// Whether there is such an `excludes` line.
    pub may_exclude: bool,
}

/// What an `excludes` line says beyond its cases.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// The offers, parties and documents to turn to instead, each perhaps in some cases only.
    pub instead: Vec<(Ref, Option<Cond>)>,
}

/// What is not covered and can still be had.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// What it costs. A narrower rate (during or outside a calendar) wins over a wider one; lines as written.
    pub rates: Vec<Rate>,
    /// Whether there is a rate of which nobody knows yet when it is meant.
    pub waits: bool,
    /// A proposal comes first.
    pub proposal: Option<Clause>,
    /// How often it is invoiced.
    pub invoiced: Option<Measure>,
    /// Who does it.
    pub by: Vec<Name>,
}

/// A rate of an offer.
#[derive(Clone, Debug)]
pub struct Rate {
    /// How much; `1.5 times` is worked out where there is one wider rate.
    pub amount: Amount,
    /// Only while this calendar is open.
    pub during: Option<Name>,
    /// Only while this calendar is closed.
    pub outside: Option<Name>,
    /// In steps of.
    pub steps: Option<Duration>,
    /// At least.
    pub least: Option<Duration>,
    /// Anchor, audience, condition.
    pub clause: Clause,
    /// The place to mark.
    pub span: Span,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Name, title, anchor, words about it; `when` is where it exists.
    pub clause: Clause,
    /// The plans right below it.
    pub extends: Vec<Name>,
    /// All plans below it, nearest first.
    pub below: Vec<Name>,
    /// What it costs.
    pub price: RuleSet<Amount>,
    /// How long it runs.
    pub runs: Vec<Runs>,
}

/// `runs 12 months, then renews, notice 1 month`.
#[derive(Clone, Debug)]
pub struct Runs {
    /// How long.
    pub duration: Stated,
    /// Whether it goes on by itself.
    pub renews: bool,
    /// How long before the end it must be ended.
    pub notice: Option<Stated>,
    /// By which channels it can be ended; by any when none is named.
    pub via: Vec<Name>,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// Something that a plan can grant.
#[derive(Clone, Debug)]
pub struct Entitlement {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// What each case grants: grants of plans with what they inherit, and tables.
    pub rules: RuleSet<Grant>,
}

/// What is granted of an entitlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grant {
    /// It is granted, with no more said.
    Yes,
    /// It is not granted.
    No,
    /// Up to a limit.
    Limit {
        /// How much.
        quantity: Quantity,
        /// Whether what is not used lapses.
        unused_lapse: bool,
    },
    /// Not known yet.
    Unfilled,
}

/// A way to reach support.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Name, title, anchor, words about it; `when` is where it exists.
    pub clause: Clause,
    /// Where it is, each perhaps in some cases only.
    pub addresses: Vec<(Text, Option<Cond>)>,
    /// When it is open: lines, and regions of cases with the lines that count there.
    pub hours: ChannelHours,
    /// Only after these have been tried.
    pub after: Vec<(Name, Option<Cond>)>,
    /// Other ways.
    pub alternatives: Vec<(Name, Option<Cond>)>,
    /// Customers help themselves there.
    pub self_service: bool,
}

/// When a channel is open.
#[derive(Clone, Debug)]
pub struct ChannelHours {
    /// The lines: calendars, or who decides. A cell `no` of a table is a line without calendars.
    pub lines: Vec<SetLine<Opening>>,
    /// Disjoint regions of the channel's cases, each with the indices of the lines that add up there.
    pub regions: Vec<(CaseSet, Vec<usize>)>,
    /// The cases for which a `?` stands in the place of hours, or of when they are meant.
    pub waiting: CaseSet,
}

/// What a line of a channel says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// While one of these calendars is open.
    Calendars(Vec<Name>),
    /// When somebody decides so.
    AsDecided(Name),
    /// The channel does not exist there.
    No,
}

/// Who has a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// We.
    Us,
    /// A party; `customer` is built in. A role is one of us, by name.
    Party(Name),
}

/// How strong a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Verb {
    Will,
    Must,
    May,
}

/// What somebody will, must or may do, or not do.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Name (if it has one, it is a yes/no fact), anchor, audience, condition, words about it.
    pub clause: Clause,
    /// Whether it was named with `as`.
    pub named: bool,
    /// Who.
    pub subject: Subject,
    /// How strong.
    pub verb: Verb,
    /// Not.
    pub not: bool,
    /// `usually`.
    pub usually: bool,
    /// What.
    pub text: Arc<Text>,
    /// On which event.
    pub on: Option<Name>,
    /// How often.
    pub every: Option<Duration>,
    /// By which day, of one year or of every year.
    pub by: Option<DatePoint>,
    /// Within which time of which event.
    pub within: Option<Box<(Stated, Option<Name>)>>,
    /// Except for what.
    pub except: Option<Box<Text>>,
    /// A list of things.
    pub items: Vec<DutyItem>,
}

/// One thing of a duty's list.
#[derive(Clone, Debug)]
pub struct DutyItem {
    /// Name, title, anchor, audience, condition, words about it.
    pub clause: Clause,
    /// A list of its own.
    pub items: Vec<DutyItem>,
}
