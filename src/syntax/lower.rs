//! From the outline of a file to its typed tree.
//!
//! In: the pairs of the outline. Out: declarations with typed statements, comments, and one finding for each line that no
//! pattern fits.

mod body;
mod careless;
mod declaration;
mod halves;
mod parted;
mod rows;

use super::ast::{Cell, Comment, File, Item, Table};
use super::blocks::{self, Block, blocks};
use super::failure::Failure;
use super::fits::{Fit, Form};
use super::head::Head;
use super::matcher::{self, Filled, Reading};
use super::schema::{self, Pattern, Schema};
use super::statement::keyword_of;
use super::unopened::{self, Loose};
use super::{Parsed, messages, tables};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};
use std::ops::Range;

/// Parses and lowers a whole file.
pub(super) fn file(id: FileId, text: &str) -> Parsed {
    lowered(id, text, None).0
}

/// The lines of a file that fit a pattern.
pub(super) fn traced(id: FileId, text: &str) -> Vec<Fit> {
    lowered(id, text, Some(Vec::new())).1
}

fn lowered(id: FileId, text: &str, fits: Option<Vec<Fit>>) -> (Parsed, Vec<Fit>) {
    let Some(found) = blocks(text) else {
        // The outline accepts every input; only the guard of the native stack can stop it.
        let finding = Diagnostic::new(
            &registry::TOO_DEEP,
            Span::new(id, 0, 0),
            "this file is nested too deeply to be read",
        );
        let findings = vec![finding.label("nothing of it was read")];
        return (Parsed { file: File::default(), findings }, Vec::new());
    };
    // Comments are taken from the outline at once, so that none is lost with what could not be understood.
    let comments = found.comments.into_iter().map(|comment| {
        let start = comment.start;
        Comment { span: Span::new(id, start, start + text[comment].trim_end().len()) }
    });
    let comments: Vec<Comment> = comments.collect();
    let lost: Vec<Diagnostic> =
        comments.iter().filter_map(|comment| careless::commented_out(id, text, comment)).collect();
    let mut parts = found.parts;
    if fits.is_none() && lost.is_empty() && parts.len() >= halves::MANY {
        match halves::items(id, text, parts) {
            Some(items) => {
                return (Parsed { file: File { items, comments }, findings: Vec::new() }, Vec::new());
            }
            None => parts = blocks(text).map_or_else(Vec::new, |again| again.parts),
        }
    }
    let mut lowering = Lowering::new(id, text, fits);
    lowering.findings = lost;
    let items = lowering.items(parts);
    let mut findings = lowering.findings;
    findings.sort_by_key(|finding| finding.span);
    (Parsed { file: File { items, comments }, findings }, lowering.fits.unwrap_or_default())
}

struct Lowering<'t> {
    file: FileId,
    findings: Vec<Diagnostic>,
    /// Bodies that a declaration in the first column closed: the place of each finding, the brace and the keyword.
    interrupted: Vec<(usize, Span, &'static str)>,
    /// The last text that does not end and took a closing brace with it.
    swallowed: Option<Span>,
    /// Where the last line of prose without quotes ends.
    prose: Option<usize>,
    /// The last row of a table without its first bar.
    unbarred: Option<rows::Unbarred>,
    /// Where the last table ends.
    table_end: Option<usize>,
    /// The parties that the file declares, once a line asks for them.
    parties: Option<Vec<&'t str>>,
    /// What the file calls its business hours, once a line asks for them.
    hours: Option<messages::NamedHours<'t>>,
    /// What the file calls what it declares, once a line asks for it.
    titles: Option<messages::Titles<'t>>,
    /// Which pattern each line fits, when somebody asks.
    fits: Option<Vec<Fit>>,
    /// What the pattern of the last line that was read was filled with.
    filled: Filled<'t>,
    /// The whole file.
    text: &'t str,
}

/// The words of a clause and its body, as the outline gives them.
struct Clause<'t> {
    head: Head<'t>,
    body: Option<Between>,
    /// A text in the words that does not end, which then is all that is said about them.
    unclosed: Option<Box<Diagnostic>>,
}

/// What stands between braces, or should.
struct Between {
    span: Span,
    parts: Vec<Block>,
}

impl<'t> Lowering<'t> {
    fn new(file: FileId, text: &'t str, fits: Option<Vec<Fit>>) -> Self {
        Self {
            file,
            findings: Vec::new(),
            interrupted: Vec::new(),
            swallowed: None,
            prose: None,
            unbarred: None,
            table_end: None,
            parties: None,
            hours: None,
            titles: None,
            fits,
            filled: Filled { whole: text, ..Filled::default() },
            text,
        }
    }

    /// What stands in the file.
    fn items(&mut self, parts: Vec<Block>) -> Vec<Item> {
        let mut items = Vec::with_capacity(parts.len());
        let mut parts = parts.into_iter();
        while let Some(mut part) = parts.next() {
            unopened::draw_in(self.text, &mut part, &mut parts);
            let loose = unopened::lines(self.text, &part, &mut parts, !self.interrupted.is_empty());
            self.top(part, loose, &mut items);
        }
        items
    }

    fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.file, place.start, place.end)
    }

    fn clause(&mut self, clause: blocks::Clause) -> Clause<'t> {
        let head = Head { file: self.file, text: &self.text[clause.head.clone()], offset: clause.head.start };
        let unclosed = clause.open.map(|open| {
            let (span, written) = (self.span(&open.place), &self.text[open.place]);
            if open.block || written.contains('}') {
                self.swallowed = Some(span);
            }
            Box::new(messages::unclosed_text(span, written))
        });
        let body = clause.body.map(|body| Between { span: self.span(&body.place), parts: body.parts });
        Clause { head, body, unclosed }
    }

    fn top(&mut self, block: Block, loose: Option<Loose>, items: &mut Vec<Item>) {
        let span = self.span(&block.place());
        match block {
            Block::Clause(clause) => {
                let mut clause = self.clause(clause);
                if let Some(mut loose) = loose {
                    if let Some(behind) = self.statement_behind(clause.head, loose.schema) {
                        let head = clause.head.offset + behind..clause.head.offset + clause.head.text.len();
                        clause.head.text = clause.head.text[..behind].trim_end();
                        loose.parts.splice(0..0, unopened::divided(self.text, head));
                    }
                    let place = clause.head.span(0, clause.head.text.len()).after();
                    if !self.is_commented_out(place) {
                        self.findings.push(messages::unopened(place, loose.schema, loose.closed));
                    }
                    clause.body = Some(Between { span: place, parts: loose.parts });
                }
                if let Some(item) = self.item(clause) {
                    items.push(item);
                }
            }
            Block::Table(_) => self.findings.push(messages::stray_table(span, None)),
            Block::Orphan(_) => {
                self.findings.push(messages::orphan_body(Span { end: span.start + 1, ..span }));
            }
            Block::StrayClose(_) => match self.interrupted.pop() {
                // One mistake: what stands in the first column closed a body that goes on up to this brace.
                Some((index, brace, keyword)) => {
                    self.findings[index] = messages::interrupted(brace, keyword, span);
                }
                None => self.findings.push(messages::stray_close(span)),
            },
            Block::Comment(_) | Block::Unclosed(_) => {}
        }
    }

    /// Where a statement begins behind the words of a declaration, which was to stand in its body.
    fn statement_behind(&mut self, head: Head<'t>, schema: &'static Schema) -> Option<usize> {
        let (_, _, at) = keyword_of(head)?;
        let failure = &mut Failure::default();
        let fits =
            matcher::attempt(head.from(at), &schema.head, false, Reading::Slips, failure, &mut self.filled);
        let behind = at + failure.at;
        (!fits && schema::knows(schema, None, head.word(behind))).then_some(behind)
    }

    fn item(&mut self, clause: Clause<'t>) -> Option<Item> {
        let clause = self.unlisted(clause);
        let head = clause.head;
        match (keyword_of(head), &clause.unclosed) {
            (None, Some(unclosed)) => {
                self.findings.push((**unclosed).clone());
                None
            }
            _ if head.begins("use") => self.use_clause(&clause).map(Item::Use),
            (Some(keyword), _) => self.declaration(keyword, clause).map(Item::Declaration),
            (None, None) => self.misspelt(clause).map(Item::Declaration),
        }
    }

    /// Whether the file declares a party of this name.
    fn declares_party(&mut self, name: &str) -> bool {
        let text = self.text;
        self.parties.get_or_insert_with(|| messages::parties(text)).contains(&name)
    }

    /// Whether a line is prose without quotes that goes on from the line before, which was reported.
    fn goes_on(
        &mut self,
        head: Head<'t>,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
    ) -> bool {
        let before = self.prose.take();
        if !messages::is_prose(head, schema, allowed) {
            return false;
        }
        self.prose = Some(head.offset + head.text.len());
        before.is_some_and(|end| self.text[end..head.offset].trim().is_empty())
    }

    /// Reports each `?` of the words that were just read. What was reported as a slip is not reported twice.
    fn report_unfilled(&mut self) {
        let Filled { unfilled, findings, .. } = &self.filled;
        let unsaid =
            unfilled.iter().filter(|place| !findings.iter().any(|known| known.span.contains(**place)));
        self.findings.extend(unsaid.map(|place| messages::unfilled(*place)));
    }

    /// Keeps which pattern a line fits, when somebody asks.
    fn trace(&mut self, declaration: &'static str, form: Form, words: Span, body: Option<&Between>) {
        if let Some(fits) = &mut self.fits {
            let (parts, values) = (self.filled.parts.clone(), self.filled.values.clone());
            fits.push(Fit { declaration, form, parts, values, words, body: body.map(|body| body.span) });
        }
    }

    fn table(&mut self, table: &blocks::Table) -> Option<Table> {
        if self.is_in_pieces(table) {
            return None;
        }
        let mut rows: Vec<(Vec<Cell>, Span)> = Vec::with_capacity(table.rows.len());
        let span = self.span(&table.place);
        for place in &table.rows {
            let (row, row_span) = (&self.text[place.clone()], self.span(place));
            if let Some(quote) = tables::open_quote(self.file, row, place.start) {
                self.findings.push(messages::unclosed_text(quote, "\""));
                continue;
            }
            // Nearly always a row has as many cells as the one above.
            let room = rows.last().map_or(4, |(cells, _)| cells.len());
            rows.push((tables::split(self.file, row, place.start, room), row_span));
        }
        let line = &self.text[..table.place.start];
        let before = &line[line.rfind('\n').map_or(0, |end| end + 1)..];
        // Words may stand before a table, as the brace of its body.
        let indent = if before.trim().is_empty() { before } else { "" };
        tables::table(rows, span, indent, &mut self.findings)
    }
}
