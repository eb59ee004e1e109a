//! What must hold: in one case, as examples and tests say, or in all of them, as `ensure` does.

use super::{Clause, Cond, Grant, Ref};
use crate::cases::CaseSet;
use crate::source::{Span, Spanned};
use crate::time::DateTime;
use crate::value::{Amount, Condition, Duration, Name, Operand, Promise, Quantity, Rate, Unit};

/// An example or a test.
#[derive(Clone, Debug)]
pub struct Case {
    /// Title, anchor, words about it.
    pub clause: Clause,
    /// What is known of the case.
    pub given: Given,
    /// What happens, in the order of the text.
    pub happenings: Vec<Happening>,
    /// What must hold.
    pub expectations: Vec<Expectation>,
}

/// What is known of a case.
#[derive(Clone, Debug)]
pub struct Given {
    /// As written.
    pub conditions: Vec<Condition>,
    /// Exactly the cases that are left.
    pub cases: CaseSet,
}

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Happening {
    /// An event.
    Event(Name, Spanned<DateTime>),
    /// A fact changes.
    Becomes(Name, Operand, Spanned<DateTime>),
}

/// Something that must hold.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// What.
    pub outcome: Outcome,
    /// The path of the rule that must have decided.
    pub under: Option<String>,
    /// Condition and words.
    pub clause: Clause,
}

/// What must hold.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// These conditions, and the offer, party or document to turn to instead.
    Holds(Vec<Cond>, Option<Ref>),
    /// A commitment is due then.
    By(Name, Spanned<DateTime>),
    /// An escalation tells these people then.
    Notifies(Name, Vec<Name>, Spanned<DateTime>),
    /// A channel is open, or closed.
    Open(Name, bool),
    /// A commitment's promise.
    Promise(Name, Promise),
    /// An entitlement's grant.
    Grant(Name, Grant),
    /// A limit that an entitlement has.
    Limit(Name, Quantity),
    /// A price.
    Amount(Name, Amount),
    /// What an offer costs for so long a piece of work.
    Cost(Name, Amount, Duration),
}

/// What must hold for all cases.
#[derive(Clone, Debug)]
pub struct Ensure {
    /// Title, anchor.
    pub clause: Clause,
    /// Its sentences, each perhaps in some cases only.
    pub sentences: Vec<(EnsureForm, Option<Cond>, Span)>,
}

/// What is climbed where something must not get worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Ladder {
    Plan,
    Severity,
}

/// The sentences of `ensure`.
#[derive(Clone, Debug)]
pub enum EnsureForm {
    /// A commitment is never slower on a higher plan, or on a graver severity.
    NeverSlower(Name, Ladder),
    /// An entitlement is never less there.
    NeverLess(Name, Ladder),
    /// A price is never dearer there.
    NeverDearer(Name, Ladder),
    /// A commitment is due within an elapsed time, at worst.
    Within(Name, Duration),
    /// One commitment is due before another.
    DueBefore(Name, Name),
    /// A commitment falls due while a calendar is open.
    DueWhileOpen(Name, Name),
    /// Every covered case has a commitment.
    EveryCoveredCaseHas(Name),
    /// No case meets these conditions together.
    NoCase(Cond),
    /// Nothing costs more, or not this price, plan or offer.
    NothingCostsMore(Option<Ref>, Rate),
    /// While the clock of a public promise runs, some channel is open.
    PromisesHaveOpenChannels,
    /// Some channel is open at all times.
    SomeChannelOpen,
    /// Two calendars are never open together.
    NeverOverlaps(Name, Name),
    /// A calendar is open only while another one is.
    LiesWithin(Name, Name),
    /// A calendar is open for so many seconds at least in every period.
    OpenAtLeast(Name, i64, Unit),
    /// Somebody is told before a commitment is missed.
    NotifiesBeforeBreach(Name, Vec<Name>, Name),
}
