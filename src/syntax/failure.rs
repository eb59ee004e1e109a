//! How far the patterns came that do not fit a clause, and what would have fitted there: what messages are made of.

use super::schema::SlotType;
use crate::diagnostic::Diagnostic;

/// How far the patterns came.
#[derive(Debug, Default)]
pub(super) struct Failure {
    /// The position that none of them went beyond.
    pub(super) at: usize,
    /// What would have fitted there.
    pub(super) expected: Vec<Expected>,
    /// A value that has the right form and is wrong, and where it ends.
    pub(super) bad: Option<(usize, Box<Diagnostic>)>,
    /// Whether anybody asks: the first try of a line is made without taking notes, since nearly every line fits.
    silent: bool,
}

/// What would have fitted at a place. The order is that in which a message names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Expected {
    /// A word.
    Word(&'static str),
    /// A value.
    Value(SlotType),
    /// Something within a condition, a date rule or a price, in words.
    Within(&'static str),
    /// One more of a list.
    Another,
    /// A comma and a word that begins a qualifier.
    Qualifier(&'static str),
    /// `when` or `unless`.
    Condition,
    /// Nothing more.
    End,
}

impl Failure {
    /// For a try of which only the outcome counts.
    pub(super) fn silent() -> Self {
        Self { silent: true, ..Self::default() }
    }

    /// Whether no notes are taken.
    pub(super) fn is_silent(&self) -> bool {
        self.silent
    }

    pub(super) fn expect(&mut self, at: usize, what: Expected) {
        if !self.silent {
            self.note(at, what);
        }
    }

    #[cold]
    fn note(&mut self, at: usize, what: Expected) {
        if at > self.at {
            self.at = at;
            self.expected.clear();
        }
        if at == self.at && !self.expected.contains(&what) {
            self.expected.push(what);
        }
    }

    #[cold]
    pub(super) fn bad(&mut self, at: usize, finding: Box<Diagnostic>) {
        if self.bad.as_ref().is_none_or(|(known, _)| at > *known) {
            self.bad = Some((at, finding));
        }
    }
}
