//! The outline of a file as plain data: clauses, bodies, tables and comments with their places, nothing left out.
//!
//! In: a text. Out: its parts in the order of the text, for readers that care about how a file is written rather than
//! about what it says. What stands between the parts is white space and semicolons. It judges nothing.

use super::cell;
use super::grammar::{Pair, R, prefix};
use crate::source::FileId;
use std::ops::Range;

/// One thing in a file or a body.
#[derive(Clone, Debug)]
pub enum Part {
    /// A comment, without the white space behind it.
    Comment(Range<usize>),
    /// Words, perhaps with a body.
    Clause(Clause),
    /// A table.
    Table(Table),
    /// A body without words before it, or a brace that closes nothing.
    Stray(Range<usize>),
}

/// The words of a clause and its body.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its words, without the white space behind them.
    pub head: Range<usize>,
    /// Comments between the words and the brace.
    pub between: Vec<Range<usize>>,
    /// Whether a text in its words does not end.
    pub open_text: bool,
    /// Its body.
    pub body: Option<Block>,
}

/// What stands between braces.
#[derive(Clone, Debug)]
pub struct Block {
    /// With its braces.
    pub span: Range<usize>,
    /// What it holds.
    pub parts: Vec<Part>,
    /// Whether the brace that ends it is there.
    pub closed: bool,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The whole table.
    pub span: Range<usize>,
    /// Rows and comments in their order.
    pub lines: Vec<TableLine>,
}

/// One line of a table, or the comment at its end.
#[derive(Clone, Debug)]
pub enum TableLine {
    /// A row, from its first bar on.
    Row(Range<usize>),
    /// A comment.
    Comment(Range<usize>),
}

impl Part {
    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Comment(span) | Self::Stray(span) => span.clone(),
            Self::Clause(clause) => clause.span(),
            Self::Table(table) => table.span.clone(),
        }
    }
}

impl Clause {
    /// The words and the body.
    pub fn span(&self) -> Range<usize> {
        self.head.start..self.body.as_ref().map_or(self.head.end, |body| body.span.end)
    }
}

/// The parts of a file; `None` when it is nested too deeply to be read.
pub fn outline(text: &str) -> Option<Vec<Part>> {
    Some(parts(prefix(R::file, text)?))
}

fn parts(pair: Pair<'_>) -> Vec<Part> {
    pair.into_inner().filter_map(part).collect()
}

fn part(pair: Pair<'_>) -> Option<Part> {
    let span = trimmed(&pair);
    Some(match pair.as_rule() {
        R::comment => Part::Comment(span),
        R::clause => Part::Clause(clause(pair)),
        R::table => Part::Table(table(pair)),
        R::orphan | R::stray_close => Part::Stray(span),
        _ => return None,
    })
}

fn clause(pair: Pair<'_>) -> Clause {
    let start = pair.as_span().start();
    let mut clause = Clause { head: start..start, between: Vec::new(), open_text: false, body: None };
    for part in pair.into_inner() {
        match part.as_rule() {
            R::head => {
                clause.head = trimmed(&part);
                clause.open_text = part.into_inner().any(|inner| inner.as_rule() != R::comment);
            }
            R::comment => clause.between.push(trimmed(&part)),
            _ => clause.body = Some(block(part)),
        }
    }
    clause
}

fn block(pair: Pair<'_>) -> Block {
    let span = trimmed(&pair);
    let closed = pair.clone().into_inner().any(|part| part.as_rule() == R::close);
    Block { span, parts: parts(pair), closed }
}

fn table(pair: Pair<'_>) -> Table {
    let span = trimmed(&pair);
    let lines = pair.into_inner().filter_map(|part| {
        let span = trimmed(&part);
        match part.as_rule() {
            R::row => Some(TableLine::Row(span)),
            R::comment => Some(TableLine::Comment(span)),
            _ => None,
        }
    });
    Table { span, lines: lines.collect() }
}

/// The place of a pair without the white space at its end.
fn trimmed(pair: &Pair<'_>) -> Range<usize> {
    let start = pair.as_span().start();
    start..start + pair.as_str().trim_end().len()
}

/// The cells of a row, without the white space around them.
pub fn cells(row: &str) -> Vec<String> {
    cell::split(FileId::default(), row, 0).into_iter().map(|cell| cell.text).collect()
}

/// Whether these cells are the line of dashes under a header.
pub fn is_rule(cells: &[String]) -> bool {
    !cells.is_empty() && cells.iter().all(|cell| cell::is_dashes(cell))
}
