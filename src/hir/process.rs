//! What a request passes through, and in which order requests are worked on.

use super::{Clause, RuleSet};
use crate::source::Span;
use crate::value::{Name, Stated, Text};

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
