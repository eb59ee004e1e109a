//! Which pattern of the schemas each line of a file fits, and which of its optional parts were written.
//!
//! In: a source. Out: one [`Fit`] for each head, statement and table that was understood, in the order of the text. Tests
//! and tools that speak of single lines ask here; the phases of a build do not.

use super::lower;
pub use super::matcher::{Part, Value};
use crate::source::{FileId, Source, Span};

/// One line that fits a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The keyword of the declaration that it stands in, or is the head of.
    pub declaration: &'static str,
    /// What was understood.
    pub form: Form,
    /// The optional parts that were written.
    pub parts: Vec<Part>,
    /// Where the values of the pattern stand.
    pub values: Vec<Value>,
    /// The words, with an audience, `usually` or `except` before them and conditions behind them, without a body; the
    /// whole of a table.
    pub words: Span,
    /// From brace to brace, when it has a body.
    pub body: Option<Span>,
}

/// What a line was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// The head of a declaration.
    Head,
    /// A statement of the declaration, by the tag of its pattern.
    Own(&'static str),
    /// A statement in the body of another one.
    Inner(&'static str),
    /// A statement that every body knows.
    Common(&'static str),
    /// A table.
    Table,
}

impl Form {
    /// The tag of the pattern of a statement.
    pub fn tag(self) -> Option<&'static str> {
        match self {
            Self::Own(tag) | Self::Inner(tag) | Self::Common(tag) => Some(tag),
            Self::Head | Self::Table => None,
        }
    }

    /// The form of a statement with this tag, that every body knows or that stands in the body of another one.
    pub(super) fn of(tag: &'static str, common: bool, inner: bool) -> Self {
        match (common, inner) {
            (true, _) => Self::Common(tag),
            (false, true) => Self::Inner(tag),
            (false, false) => Self::Own(tag),
        }
    }
}

/// The lines of a file that fit, each with its pattern.
pub fn fits(id: FileId, source: &Source) -> Vec<Fit> {
    let mut found = lower::traced(id, source.text());
    found.sort_by_key(|fit| (fit.words.start, fit.words.end));
    found
}
