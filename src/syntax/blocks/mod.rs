//! The outline of a file: clauses, bodies, tables and comments, before anything of what they say is understood.
//!
//! In: a text. Out: its parts with their places. The rule `file` of the grammar says what the outline of a text is
//! (`by_grammar.rs`); `by_hand.rs` finds the same in one pass and asks the grammar about what is unusual. A test holds the
//! two against each other. Nothing is reported here.

mod by_grammar;
mod by_hand;
mod head;
mod lines;
#[cfg(test)]
mod tests;

pub(super) use lines::is_opening;
use std::ops::Range;

/// What a file consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Blocks {
    pub(super) parts: Vec<Block>,
    /// All comments, wherever they stand, in order.
    pub(super) comments: Vec<Range<usize>>,
}

/// One thing in a file or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// Words and values, perhaps with a body.
    Clause(Clause),
    /// Lines that begin with a bar.
    Table(Table),
    /// A body without words before it.
    Orphan(Range<usize>),
    /// A brace that closes nothing.
    StrayClose(Range<usize>),
    /// A comment on its own.
    Comment(Range<usize>),
    /// The place at which a body ends without its brace.
    Unclosed(Range<usize>),
}

/// Words and values, perhaps with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The words, without the white space behind them.
    pub(super) head: Range<usize>,
    /// The first text in the words that does not end.
    pub(super) open: Option<Open>,
    pub(super) body: Option<Body>,
}

/// A text that does not end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Whether it is a text of several lines.
    pub(super) block: bool,
    pub(super) place: Range<usize>,
}

/// What stands between braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) place: Range<usize>,
    pub(super) parts: Vec<Block>,
}

/// Lines that begin with a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) place: Range<usize>,
    pub(super) rows: Vec<Range<usize>>,
}

/// The outline of a text; none when it nests so deeply that the guard of the native stack stops the grammar.
pub(super) fn blocks(text: &str) -> Option<Blocks> {
    by_hand::file(text).or_else(|| by_grammar::file(text))
}

impl Clause {
    /// The words.
    pub(super) fn words<'t>(&self, text: &'t str) -> &'t str {
        &text[self.head.clone()]
    }
}

impl Block {
    /// Where it stands.
    pub(super) fn place(&self) -> Range<usize> {
        match self {
            Self::Clause(clause) => {
                clause.head.start..clause.body.as_ref().map_or(clause.head.end, |body| body.place.end)
            }
            Self::Table(table) => table.place.clone(),
            Self::Orphan(place) | Self::StrayClose(place) | Self::Comment(place) | Self::Unclosed(place) => {
                place.clone()
            }
        }
    }
}
