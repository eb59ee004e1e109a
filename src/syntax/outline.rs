//! The outline of a file as plain data: clauses, bodies, tables and comments with their places, nothing left out.
//!
//! In: a text. Out: its parts in the order of the text, for readers that care about how a file is written rather than
//! about what it says. What stands between the parts is white space and semicolons. It judges nothing.

use super::blocks::{self, blocks};
use super::tables;
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
    with_comments(text).map(|(parts, _)| parts)
}

/// The parts of a file, and all comments wherever they stand, those between the words of a clause too.
pub fn with_comments(text: &str) -> Option<(Vec<Part>, Vec<Range<usize>>)> {
    let found = blocks(text)?;
    let file = File { text, comments: &found.comments };
    let comments = found.comments.iter().map(|comment| file.trimmed(comment)).collect();
    Some((file.parts(&found.parts), comments))
}

/// A text and all of its comments, in order.
#[derive(Clone, Copy)]
struct File<'t> {
    text: &'t str,
    comments: &'t [Range<usize>],
}

impl File<'_> {
    fn parts(self, all: &[blocks::Block]) -> Vec<Part> {
        all.iter().filter_map(|one| self.part(one)).collect()
    }

    fn part(self, one: &blocks::Block) -> Option<Part> {
        Some(match one {
            blocks::Block::Clause(clause) => Part::Clause(self.clause(clause)),
            blocks::Block::Table(table) => Part::Table(self.table(table)),
            blocks::Block::Orphan(place) | blocks::Block::StrayClose(place) => {
                Part::Stray(self.trimmed(place))
            }
            blocks::Block::Comment(place) => Part::Comment(self.trimmed(place)),
            blocks::Block::Unclosed(_) => return None,
        })
    }

    fn clause(self, clause: &blocks::Clause) -> Clause {
        let body = clause.body.as_ref();
        let between = body.map(|body| self.comments_in(&(clause.head.end..body.place.start)));
        Clause {
            head: clause.head.clone(),
            between: between.unwrap_or_default(),
            open_text: clause.open.is_some(),
            body: body.map(|body| self.block(body)),
        }
    }

    fn block(self, body: &blocks::Body) -> Block {
        let closed = !body.parts.iter().any(|part| matches!(part, blocks::Block::Unclosed(_)));
        Block { span: self.trimmed(&body.place), parts: self.parts(&body.parts), closed }
    }

    fn table(self, table: &blocks::Table) -> Table {
        let rows = table.rows.iter().map(|row| TableLine::Row(self.trimmed(row)));
        let comments = self.comments_in(&table.place).into_iter().map(TableLine::Comment);
        let mut lines: Vec<TableLine> = rows.chain(comments).collect();
        lines.sort_by_key(|line| line.span().start);
        Table { span: self.trimmed(&table.place), lines }
    }

    /// The comments that begin within a place.
    fn comments_in(self, place: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.comments.partition_point(|comment| comment.start < place.start);
        let within = self.comments[first..].iter().take_while(|comment| comment.start < place.end);
        within.map(|comment| self.trimmed(comment)).collect()
    }

    /// A place without the white space at its end.
    fn trimmed(self, place: &Range<usize>) -> Range<usize> {
        place.start..place.start + self.text[place.clone()].trim_end().len()
    }
}

impl TableLine {
    fn span(&self) -> &Range<usize> {
        match self {
            Self::Row(span) | Self::Comment(span) => span,
        }
    }
}

/// The cells of a row, without the white space around them.
pub fn cells(row: &str) -> Vec<String> {
    tables::split(FileId::default(), row, 0, 0).into_iter().map(|cell| cell.text.into()).collect()
}

/// Whether these cells are the line of dashes under a header.
pub fn is_rule(cells: &[String]) -> bool {
    !cells.is_empty() && cells.iter().all(|cell| tables::is_dashes(cell))
}
