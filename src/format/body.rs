//! From the outline of a file to lines: declarations, statements, bodies, tables and comments in their order.
//!
//! In: the parts of a file. Out: the lines of the new text. Whatever a declaration knows is laid out by the same few rules;
//! only the columns ask its schema.

use super::head::{self, HeadLine, joined};
use super::keys::{Keys, Shape};
use super::left::{self, Mistakes, whole_lines};
use super::lex::{Kind, Token, tokens};
use super::line::{Cell, Column, Line, Role};
use super::{WIDTH, block, table};
use crate::syntax::outline::{Block, Clause, Part};
use crate::syntax::schema;
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_width::UnicodeWidthStr as _;

/// The lines of a file.
pub fn lines(text: &str, parts: &[Part], mistakes: &Mistakes) -> Vec<Line> {
    let mut layout = Layout { text, mistakes, lines: Vec::new(), keys: BTreeMap::new() };
    layout.file(parts);
    layout.lines
}

struct Layout<'t> {
    text: &'t str,
    mistakes: &'t Mistakes,
    lines: Vec<Line>,
    keys: BTreeMap<&'static str, Keys>,
}

/// What a body belongs to.
#[derive(Clone, Copy)]
struct Inside {
    /// The schema of its statements.
    schema: &'static str,
    /// Whether declarations can stand in it.
    holds_declarations: bool,
}

/// The bodies of statements.
const OF_STATEMENT: Inside = Inside { schema: "inner", holds_declarations: false };

impl<'t> Layout<'t> {
    fn file(&mut self, parts: &[Part]) {
        let left = left::parts(self.text, parts, self.mistakes);
        let top = Inside { schema: "body", holds_declarations: true };
        let mut end = 0;
        for (part, left) in parts.iter().zip(left) {
            if left {
                end = self.verbatim(&part.span(), end);
            } else {
                end = self.part(part, 0, top, end, self.lines.is_empty());
            }
        }
    }

    /// The things of a body; `end` is where what stands before them ended.
    fn parts(&mut self, parts: &[Part], indent: usize, inside: Inside, end: usize) {
        let before = self.lines.len();
        let mut end = end;
        for part in parts {
            let first = self.lines.len() == before;
            end = self.part(part, indent, inside, end, first);
        }
    }

    /// One thing of a body or a file; gives back where it ended.
    fn part(&mut self, part: &Part, indent: usize, inside: Inside, end: usize, first: bool) -> usize {
        let span = part.span();
        // A line that was left as it is holds its comment too.
        if span.start < end {
            return end;
        }
        let between = &self.text[end..span.start];
        if let Part::Comment(_) = part
            && !between.contains('\n')
            && let Some(line) = self.lines.last_mut().filter(|line| line.comment.is_none())
            && !matches!(line.role, Role::Verbatim | Role::Comment)
        {
            line.comment = Some(self.text[span.clone()].to_owned());
            return span.end;
        }
        let left = match part {
            Part::Comment(_) | Part::Stray(_) => false,
            Part::Clause(clause) => self.mistakes.touch_words(clause),
            Part::Table(table) => self.mistakes.touch(&table.span),
        };
        if left {
            return self.verbatim_after(&span, end, first);
        }
        if !first && ends_of_line(between) > 1 {
            self.lines.push(Line::blank());
        }
        match part {
            Part::Comment(span) => {
                self.lines.push(Line::plain(indent, &self.text[span.clone()], Role::Comment));
            }
            Part::Clause(clause) => self.clause(clause, indent, inside),
            Part::Table(table) => self.lines.extend(table::lines(self.text, table, indent)),
            // What has one is left as a whole.
            Part::Stray(span) => drop(self.verbatim_after(span, end, first)),
        }
        span.end
    }

    fn verbatim(&mut self, span: &Range<usize>, end: usize) -> usize {
        self.verbatim_after(span, end, self.lines.is_empty())
    }

    /// The lines of a stretch as they are, from `end` on if that lies on them; gives back where they end.
    fn verbatim_after(&mut self, span: &Range<usize>, end: usize, first: bool) -> usize {
        let lines = whole_lines(self.text, span);
        if span.start < end {
            return if span.end > end { self.more(end + 1, lines.end) } else { end };
        }
        if !first && ends_of_line(&self.text[end..lines.start.max(end)]) > 1 {
            self.lines.push(Line::blank());
        }
        self.more(lines.start, lines.end)
    }

    fn more(&mut self, start: usize, end: usize) -> usize {
        let stretch = &self.text[start..end];
        self.lines.extend(stretch.split('\n').map(|line| Line::plain(0, line, Role::Verbatim)));
        end
    }

    fn clause(&mut self, clause: &Clause, indent: usize, inside: Inside) {
        let words = &self.text[clause.head.clone()];
        let tokens = tokens(words);
        let declared = if inside.holds_declarations { left::keyword(words) } else { None };
        let mut head = head::lines(&tokens, indent, 0);
        let inline = clause.body.as_ref().and_then(|body| self.inline(clause, body));
        let room = head.last().map_or(indent, end_of);
        let mut suffix = inline.filter(|inline| room + 1 + inline.width() <= WIDTH);
        let opened = clause.body.as_ref().filter(|_| suffix.is_none());
        if opened.is_some() {
            head = head::lines(&tokens, indent, 2);
            suffix = Some("{".to_owned());
        }
        let columns = match declared {
            Some((_, count)) => Columns::Declared(count),
            None => Columns::Stated(self.shape(inside.schema, &tokens)),
        };
        self.head(head, columns, suffix);
        if let Some(body) = opened {
            let inside =
                declared.and_then(|(keyword, _)| schema::of(keyword)).map_or(OF_STATEMENT, |schema| Inside {
                    schema: schema.keyword,
                    holds_declarations: schema.holds_declarations,
                });
            self.body(clause, body, inside);
        }
    }

    fn shape(&mut self, schema: &'static str, tokens: &[Token<'_>]) -> Shape {
        match schema::of(schema) {
            Some(schema) => self.keys.entry(schema.keyword).or_insert_with(|| Keys::of(schema)).shape(tokens),
            None => Shape::Apart,
        }
    }

    /// The lines of the words, the last one with what follows on it.
    fn head(&mut self, head: Vec<HeadLine<'t>>, columns: Columns, suffix: Option<String>) {
        let last = head.len().saturating_sub(1);
        let mut suffix = suffix;
        for (index, line) in head.into_iter().enumerate() {
            let behind = if index == last { suffix.take() } else { None };
            let (stretches, role) = if index == 0 {
                (columns.divide(&line.tokens), columns.role())
            } else {
                (vec![(0..line.tokens.len(), None)], Role::Below)
            };
            self.head_line(&line, &stretches, role, behind);
        }
    }

    fn head_line(
        &mut self,
        line: &HeadLine<'t>,
        stretches: &[(Range<usize>, Option<Column>)],
        role: Role,
        suffix: Option<String>,
    ) {
        let mut cells: Vec<Cell> = Vec::new();
        let mut indent = line.indent;
        let mut role = role;
        let mut suffix = suffix;
        for (range, column) in stretches {
            let mut start = range.start;
            for at in range.clone() {
                let token = &line.tokens[at];
                if !token.is_tall() {
                    continue;
                }
                let margin = line.indent.max(2);
                let (opening, mut below) = block::lines(token.text, margin);
                let before = joined(&line.tokens[start..at]);
                let space = if before.is_empty() { "" } else { " " };
                cells.push(Cell { text: format!("{before}{space}{opening}"), column: None });
                self.lines.push(Line { indent, cells: std::mem::take(&mut cells), comment: None, role });
                let closing = below.pop().unwrap_or_default();
                self.lines.extend(below.into_iter().map(|line| Line::plain(0, line, Role::Verbatim)));
                (indent, role, start) = (margin, Role::Apart, at + 1);
                cells.push(Cell { text: closing.get(margin..).unwrap_or_default().to_owned(), column: None });
            }
            let text = joined(&line.tokens[start..range.end]);
            match cells.last_mut().filter(|_| start > range.start) {
                Some(cell) if !text.is_empty() => {
                    let close = line.tokens[start].kind;
                    let space = if matches!(close, Kind::Comma | Kind::Close) { "" } else { " " };
                    cell.text.push_str(space);
                    cell.text.push_str(&text);
                }
                Some(_) => {}
                None => cells.push(Cell { text, column: column.clone() }),
            }
        }
        if let Some(suffix) = suffix.take() {
            match cells.last_mut() {
                // What follows the last column is a cell of its own.
                Some(cell) if cell.column.is_none() && !cell.text.is_empty() => {
                    cell.text.push(' ');
                    cell.text.push_str(&suffix);
                }
                Some(_) | None => cells.push(Cell { text: suffix, column: None }),
            }
        }
        let comment = line.comment.map(str::to_owned);
        if line.tokens.is_empty()
            && let Some(comment) = &comment
        {
            self.lines.push(Line::plain(indent, comment, Role::Below));
        } else {
            self.lines.push(Line { indent, cells, comment, role });
        }
    }

    /// A body over several lines, whose brace stands at the end of the last line.
    fn body(&mut self, clause: &Clause, body: &Block, inside: Inside) {
        let base = self.lines.last().map_or(0, |line| line.indent);
        let comments: Vec<Part> = clause.between.iter().cloned().map(Part::Comment).collect();
        self.parts(&comments, base + 2, inside, clause.head.end);
        self.parts(&body.parts, base + 2, inside, body.span.start + 1);
        self.lines.push(Line::plain(base, "}", Role::Apart));
    }

    /// A body on one line, if it was written on one.
    fn inline(&self, clause: &Clause, body: &Block) -> Option<String> {
        if !clause.between.is_empty() {
            return None;
        }
        if body.parts.is_empty() {
            return Some("{}".to_owned());
        }
        if self.text[clause.head.end..body.span.end].contains('\n') {
            return None;
        }
        let statements: Option<Vec<String>> = body
            .parts
            .iter()
            .map(|part| match part {
                Part::Clause(inner) => {
                    let words = joined(&tokens(&self.text[inner.head.clone()]));
                    match &inner.body {
                        Some(body) => Some(format!("{words} {}", self.inline(inner, body)?)),
                        None => Some(words),
                    }
                }
                Part::Comment(_) | Part::Table(_) | Part::Stray(_) => None,
            })
            .collect();
        Some(format!("{{ {} }}", statements?.join("; ")))
    }
}

/// Where a line of words ends: behind the last text of several lines if it has one.
fn end_of(line: &HeadLine<'_>) -> usize {
    match line.tokens.iter().rposition(Token::is_tall) {
        Some(at) => line.indent.max(2) + 4 + head::width(&line.tokens[at + 1..]),
        None => line.width(),
    }
}

fn ends_of_line(between: &str) -> usize {
    between.bytes().filter(|byte| *byte == b'\n').count()
}

/// How the first line of a clause is divided.
#[derive(Clone, Copy)]
enum Columns {
    /// A declaration: so many tokens up to its keyword.
    Declared(usize),
    /// A statement.
    Stated(Shape),
}

impl Columns {
    fn role(self) -> Role {
        match self {
            Self::Declared(_) => Role::Through,
            Self::Stated(shape) => Line::role_of(shape),
        }
    }

    /// The stretches of tokens, each with the column that ends behind it.
    fn divide(self, tokens: &[Token<'_>]) -> Vec<(Range<usize>, Option<Column>)> {
        let names = |from: usize, keys: usize| {
            let title = tokens.iter().position(|token| token.kind == Kind::Text)?;
            let key = joined(tokens.get(..keys)?);
            (title >= keys && title <= keys + 1 && !tokens[title].is_tall()).then(|| {
                vec![
                    (from..title, Some(Column::Names(key.clone()))),
                    (title..title + 1, Some(Column::Titles(key))),
                    (title + 1..tokens.len(), None),
                ]
            })
        };
        let all = 0..tokens.len();
        let mut stretches = match self {
            Self::Declared(keys) => names(0, keys).unwrap_or_else(|| vec![(all, None)]),
            Self::Stated(Shape::Titled(keys)) => match names(keys, keys) {
                Some(rest) => std::iter::once((0..keys, Some(Column::Keys))).chain(rest).collect(),
                None => vec![(0..keys, Some(Column::Keys)), (keys..tokens.len(), None)],
            },
            Self::Stated(Shape::Key(keys)) => {
                vec![(0..keys, Some(Column::Keys)), (keys..tokens.len(), None)]
            }
            Self::Stated(Shape::Lead(words)) => {
                vec![(0..words, Some(Column::Leads)), (words..tokens.len(), None)]
            }
            Self::Stated(Shape::Joint(words)) => {
                let joint = joined(&tokens[words..=words]);
                vec![(0..words, Some(Column::Joints(joint))), (words..tokens.len(), None)]
            }
            Self::Stated(Shape::Apart | Shape::Through) => vec![(all, None)],
        };
        stretches.retain(|(range, _)| !range.is_empty());
        stretches
    }
}
