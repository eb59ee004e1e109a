//! Whom and what a policy names: events, people, other documents, questions, lists of policies.

use super::{Clause, Note, Ref};
use crate::value::{Name, Text};

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
    pub answers: Vec<Note>,
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
