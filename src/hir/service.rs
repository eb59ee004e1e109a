//! Everything else that a policy declares: process, prices, products, services, people, questions, cases.

use super::{Claim, Clause, Cond, Line, Ref, RuleSet, Table};
use crate::source::{Span, Spanned};
use crate::time::{DateTime, Zone};
use crate::value::{
    Amount, Condition, DateRule, Decimal, Duration, Name, Operand, PhaseDates, Promise, Quantity, Rate,
    Stated, Text, Unit,
};

/// The states that a request passes through.
#[derive(Clone, Debug)]
pub struct Process {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// The states, in order; the first is where a request begins.
    pub states: Vec<State>,
    /// The checks, in order.
    pub checks: Vec<Check>,
    /// The ways from state to state.
    pub transitions: Vec<Transition>,
    /// What is sent.
    pub sendings: Vec<Sending>,
}

/// Whether a request ends in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A line leads on, whenever that may be.
    Not,
    /// Lines lead on for a time, and then none does.
    InTime,
    /// No line leads on.
    Always,
}

impl Process {
    /// Whether a request ends in a state, by the lines that lead out of it.
    pub fn end(&self, state: &State) -> End {
        let name = &state.clause.name;
        let is_first = self.states.first().is_some_and(|first| first.clause.name == *name);
        let checked = is_first && self.checks.iter().any(|check| check.otherwise.is_some());
        let mut ways = self.transitions.iter().filter(|way| way.from == *name).peekable();
        if !checked && ways.peek().is_none() {
            End::Always
        } else if !checked && ways.all(|way| way.within.is_some()) {
            End::InTime
        } else {
            End::Not
        }
    }
}

/// A state.
#[derive(Clone, Debug)]
pub struct State {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
}

/// A question that is answered in the first state.
#[derive(Clone, Debug)]
pub struct Check {
    /// Name, title (the question), anchor, words about it.
    pub clause: Clause,
    /// By whom.
    pub by: Option<Name>,
    /// The state when the answer is no.
    pub otherwise: Option<Name>,
}

/// A way from one state to another.
#[derive(Clone, Debug)]
pub struct Transition {
    /// From.
    pub from: Name,
    /// To.
    pub to: Name,
    /// On which event.
    pub on: Option<Name>,
    /// After how long in the state.
    pub after: Option<Stated>,
    /// Only within this time after the state was entered.
    pub within: Option<Stated>,
    /// Anchor, audience, condition, words about it.
    pub clause: Clause,
    /// The place to mark.
    pub span: Span,
}

/// Something that the customer is sent.
#[derive(Clone, Debug)]
pub struct Sending {
    /// In which state.
    pub state: Name,
    /// What.
    pub text: Text,
    /// After how long; at once when nothing is said.
    pub after: Option<Stated>,
    /// `usually`, a hedge.
    pub usually: bool,
    /// Anchor, audience, condition.
    pub clause: Clause,
}

/// The order of work.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Title, anchor, words about it.
    pub clause: Clause,
    /// What decides.
    pub orders: RuleSet<Order>,
}

/// What decides the order of work.
#[derive(Clone, Debug)]
pub struct Order {
    /// The facts, the first one first.
    pub facts: Vec<Name>,
    /// Except when.
    pub except: Option<Text>,
    /// `usually`, a hedge.
    pub usually: bool,
}

impl Order {
    /// Whether both say the same of their cases.
    pub fn same_as(&self, other: &Self) -> bool {
        let except = |order: &Self| order.except.as_ref().map(|text| text.original.content.clone());
        self.facts == other.facts && self.usually == other.usually && except(self) == except(other)
    }
}

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

/// An event that the policy declares.
#[derive(Clone, Debug)]
pub struct Event {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
}

/// One of us.
#[derive(Clone, Debug)]
pub struct Role {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// Where they can be reached.
    pub addresses: Vec<Text>,
}

/// Somebody else.
#[derive(Clone, Debug)]
pub struct Party {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// Neither we nor the customer.
    pub third: bool,
    /// Where they can be reached.
    pub addresses: Vec<Text>,
}

/// Another document.
#[derive(Clone, Debug)]
pub struct PolicyDocument {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// Where it is.
    pub addresses: Vec<Text>,
    /// Which of the two counts where they differ.
    pub precedence: Option<Precedence>,
}

/// Which of two documents counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precedence {
    /// The other document.
    Prevails,
    /// This policy.
    Yields,
}

/// A question and its answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// Name, title (the question), anchor, words about it.
    pub clause: Clause,
    /// What it is about.
    pub about: Vec<Ref>,
    /// The answers, in order.
    pub answers: Vec<super::Note>,
}

/// A list of policies.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// Its groups.
    pub groups: Vec<Group>,
}

/// A group of a catalogue.
#[derive(Clone, Debug)]
pub struct Group {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// The policies or documents that it lists.
    pub lists: Vec<Name>,
    /// How many it holds, when it says so.
    pub holds: Option<u32>,
}

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
    pub cases: crate::cases::CaseSet,
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
    Grant(Name, super::Grant),
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
