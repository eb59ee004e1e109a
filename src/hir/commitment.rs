//! Promises of time, and who is told when they are about to be missed.

use super::{Clause, Cond, RuleSet, Table};
use crate::source::Span;
use crate::value::{Amount, Decimal, Duration, Figure, Name, Stated, Unit};
use thin_vec::ThinVec;

/// A promise of time.
#[derive(Clone, Debug)]
pub struct Commitment {
    /// Name, title, anchor, words about it; `when` is its domain.
    pub clause: Clause,
    /// The event that starts its clock.
    pub from: Option<Name>,
    /// The event that stops its clock.
    pub until: Option<Name>,
    /// The states in which its clock stands still, with the condition of the line.
    pub paused: ThinVec<(Name, Option<Cond>)>,
    /// Whether a line about its pauses says nothing yet, so that nobody knows when it is due.
    pub pauses_wait: bool,
    /// The facts whose change starts the clock again.
    pub restarts: ThinVec<Name>,
    /// Its figures.
    pub rules: RuleSet<Figure>,
    /// Its own tables, as written.
    pub tables: Vec<Table>,
    /// How often it is met.
    pub met: ThinVec<Met>,
    /// What the customer gets when it is missed.
    pub credits: ThinVec<Credit>,
    /// How soon the customer must ask.
    pub claimed: Option<Box<Claim>>,
}

/// How soon the customer must ask for what a breach gives.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Within how long.
    pub within: Duration,
    /// Of which event, when that is said.
    pub of: Option<Name>,
}

/// `met for 95% of requests each month`.
#[derive(Clone, Debug)]
pub struct Met {
    /// Per cent of requests.
    pub share: Decimal,
    /// The period it is measured over.
    pub period: Unit,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// `credit 10% of monthly-fee after 3 breaches each month`.
#[derive(Clone, Debug)]
pub struct Credit {
    /// What the customer gets.
    pub amount: Amount,
    /// After how many breaches.
    pub breaches: u32,
    /// In which period.
    pub period: Unit,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// Who is told, or whom a customer can turn to.
#[derive(Clone, Debug)]
pub struct Escalation {
    /// Name, title, anchor, words about it; `when` is its domain.
    pub clause: Clause,
    /// Whether nobody knows yet when all of it is for, `only when ?`.
    pub waits: bool,
    /// The steps, in order.
    pub rungs: Vec<Rung>,
    /// Who can ask for it, and by which channels.
    pub raised: Vec<(Name, Vec<Name>, Clause)>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Rung {
    /// When it comes.
    pub moment: Moment,
    /// Who is told or asked: roles or parties.
    pub people: Vec<Name>,
    /// Anchor, audience, condition.
    pub clause: Clause,
    /// The place to mark.
    pub span: Span,
}

/// When a step of an escalation comes.
#[derive(Clone, Debug)]
pub enum Moment {
    /// As soon as an event happens.
    Event(Name),
    /// After a share of the time of a commitment; 100 per cent is its breach.
    Share(Decimal, Name),
    /// So long before a commitment is missed.
    Before(Duration, Name),
    /// So long after.
    After(Duration, Name),
    /// So long after a commitment is missed, and again each time as long has passed, until it is kept; at most so often.
    Again(Duration, Name, Option<u32>),
    /// When the customer asks, in the order of the steps, with the time for an answer.
    Turn(Option<Stated>),
}

impl Moment {
    /// The commitment on whose clock it runs.
    pub fn guards(&self) -> Option<&Name> {
        match self {
            Self::Share(_, of) | Self::Before(_, of) | Self::After(_, of) | Self::Again(_, of, _) => Some(of),
            Self::Event(_) | Self::Turn(_) => None,
        }
    }
}
