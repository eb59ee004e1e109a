//! From the outline of a file to its typed tree.
//!
//! In: the pairs of the outline. Out: declarations with typed statements, comments, and one finding for each line that no
//! pattern fits.

mod careless;
mod declaration;
mod halves;
mod parted;
mod rows;

use super::ast::{
    Body, Cell, Comment, Common, Entry, File, Inner, Item, Lower, Statement, Statements, Table,
};
use super::blocks::{self, Block, blocks};
use super::failure::Failure;
use super::fits::{Fit, Form};
use super::grammar::{R, name, whole};
use super::head::{Head, is_reserved};
use super::holes;
use super::limits::nests_too_deep;
use super::matcher::{self, Filled, Reading};
use super::schema::{self, Pattern, Schema};
use super::slips;
use super::statement::{Marks, keyword_of, softly, statement};
use super::unopened::{self, Loose};
use super::{Parsed, cell, messages};
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
    /// Which pattern each line fits, when somebody asks.
    fits: Option<Vec<Fit>>,
    /// What the pattern of the last line that was read was filled with.
    filled: Filled,
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
            fits,
            filled: Filled { locale: slips::Locale::of(text), ..Filled::default() },
            text,
        }
    }

    /// What stands in the file.
    fn items(&mut self, parts: Vec<Block>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut parts = parts.into_iter().peekable();
        while let Some(mut part) = parts.next() {
            unopened::draw_in(self.text, &mut part, &mut parts);
            let loose = unopened::lines(self.text, &part, &mut parts);
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
                        loose.parts.insert(0, Block::Clause(blocks::Clause { head, open: None, body: None }));
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

    fn body<S: Statements>(
        &mut self,
        between: Between,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
    ) -> Body<S> {
        let span = between.span;
        let in_section = schema.holds_declarations && allowed.is_none();
        let parts =
            if in_section { unopened::drawn_in(self.text, between.parts, schema) } else { between.parts };
        let mut entries = Vec::with_capacity(parts.len());
        for part in parts {
            let place = self.span(&part.place());
            match part {
                Block::Clause(clause) => {
                    let clause = self.clause(clause);
                    self.entry(clause, schema, allowed, &mut entries);
                }
                // The rows around it were reported, and it is read with them once they have their bars.
                Block::Table(_) if self.goes_on_without_bar(place, place.end as usize).is_some() => {}
                Block::Table(table) => {
                    if schema.table.is_some() && allowed.is_none() {
                        self.filled.parts.clear();
                        self.trace(schema.keyword, Form::Table, place, None);
                        entries.extend(self.table(&table).map(|table| Entry::Table(Box::new(table))));
                    } else {
                        self.findings.push(messages::stray_table(place, Some(schema.keyword)));
                    }
                }
                Block::Orphan(_) => {
                    self.findings.push(messages::orphan_body(Span { end: place.start + 1, ..place }));
                }
                // A text that does not end may have taken the brace with it, and has been reported.
                Block::Unclosed(_) if self.swallowed.take_if(|text| span.contains(*text)).is_none() => {
                    let brace = Span { end: span.start + 1, ..span };
                    self.interrupted.push((self.findings.len(), brace, schema.keyword));
                    self.findings.push(messages::unclosed(brace, schema));
                }
                Block::Unclosed(_) | Block::Comment(_) | Block::StrayClose(_) => {}
            }
        }
        Body { entries, span }
    }

    fn entry<S: Statements>(
        &mut self,
        clause: Clause<'t>,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
        entries: &mut Vec<Entry<S>>,
    ) {
        if nests_too_deep(clause.head.text) {
            let span = clause.head.span(0, clause.head.text.len().min(40));
            self.findings.push(
                Diagnostic::new(&registry::TOO_DEEP, span, "this clause is nested too deeply to be read")
                    .label("it begins here")
                    .help("divide it into several"),
            );
            return;
        }
        let holds_declarations = schema.holds_declarations && allowed.is_none();
        let clause = if holds_declarations { self.unlisted(clause) } else { clause };
        if holds_declarations && let Some(keyword) = keyword_of(clause.head) {
            if let Some(found) = self.declaration(keyword, clause) {
                entries.push(Entry::Declaration(Box::new(found)));
            }
            return;
        }
        if let Some(unclosed) = clause.unclosed {
            // The words are not understood; a declaration in a section can still be read, as above.
            self.findings.push(*unclosed);
            return;
        }
        let mut marks = Marks::default();
        let mut head = clause.head;
        if head.begins("internal") {
            marks.audience = Some(name("internal", head.span(0, "internal".len())));
            head = head.from(head.skip("internal".len()));
        }
        let mut result = statement(head, schema, allowed, &mut marks, &mut self.filled);
        if result.is_err() && marks.audience.is_none() {
            // `partner price …`: the name of a party before a statement.
            let first = head.word(0);
            let next = head.skip(first.len());
            let mut others =
                Marks { audience: Some(name(first, head.span(0, first.len()))), ..Marks::default() };
            let is_name = next < head.text.len()
                && !is_reserved(first)
                && first != "each"
                && whole(R::name, first).is_some()
                && (!messages::speaks_of_promise(first) || self.declares_party(first))
                // What is denied is so for nobody, unless a statement of this body begins so.
                && (!messages::denies(head.word(next)) || schema::knows(schema, allowed, head.word(next)))
                && !schema::knows(schema, allowed, first);
            // Hardly a text of the header is for one party; a word near to one of its own is misspelt.
            let misspelt = schema.keyword == "policy" && messages::is_near(first, schema)
                || head.text[next..].starts_with('"') && messages::is_other_word(first, schema);
            let misspelt = misspelt && !self.declares_party(first);
            if is_name
                && !misspelt
                && let Ok(found) = statement(head.from(next), schema, allowed, &mut others, &mut self.filled)
            {
                marks = others;
                result = Ok(found);
            }
        }
        if result.is_err() && holds_declarations && Self::begins_near(clause.head) {
            if let Some(found) = self.misspelt(clause) {
                entries.push(Entry::Declaration(Box::new(found)));
            }
            return;
        }
        if result.is_err()
            && let Some((found, soft)) = softly(head, schema, allowed, &mut self.filled)
        {
            marks = Marks { audience: marks.audience.take(), ..soft };
            result = Ok(found);
        }
        match result {
            Ok(pattern) => {
                let common = schema::is_common(pattern);
                let form = Form::of(pattern.tag, common, allowed.is_some());
                let words = clause.head.span(0, clause.head.text.len());
                self.trace(schema.keyword, form, words, clause.body.as_ref());
                if common {
                    if let Some(found) = self.finish::<Common>(clause, schema, pattern, marks) {
                        entries.push(Entry::Common(Box::new(found)));
                    }
                } else if let Some(found) = self.finish::<S>(clause, schema, pattern, marks) {
                    entries.push(Entry::Own(Box::new(found)));
                }
            }
            Err((failure, at)) => {
                let row = allowed.is_none()
                    && (self.row_without_bar(clause.head, schema) || self.row_with_tabs(clause.head, schema));
                if row || self.goes_on(clause.head, schema, allowed) {
                    return;
                }
                let finding = self.no_fit(&clause, at, schema, allowed, &failure);
                self.findings.push(finding);
            }
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

    /// The statement that a clause is, of which the pattern has just been filled.
    fn finish<S: Lower>(
        &mut self,
        clause: Clause<'t>,
        schema: &'static Schema,
        pattern: &'static Pattern,
        marks: Marks,
    ) -> Option<Statement<S>> {
        if let Some(span) = marks.except.filter(|_| !pattern.gives_value) {
            self.findings.push(messages::misplaced_mark(span, "except", "a line that gives a value"));
        }
        if let Some(span) = marks.usually.filter(|_| !pattern.hedged) {
            self.findings.push(messages::misplaced_mark(span, "usually", "a promise or a duty"));
        }
        let Filled { captures, unfilled, tail, .. } = &mut self.filled;
        // Others speak of what a line names, whatever else is not known about it yet.
        let left_out = !unfilled.is_empty() && pattern.names() && captures.leave_out_unfilled();
        let tail = std::mem::take(tail);
        let said = S::lower(pattern.tag, captures);
        let (kind, held) = if tail.unsaid { (None, said.map(Box::new)) } else { (said, None) };
        if unfilled.is_empty() {
            // `None` here means that a schema and its statements disagree, which a test rules out.
            kind.as_ref()?;
        } else {
            // The statement is kept where it has a place for a `?`; otherwise nobody else speaks of those in it.
            if kind.is_none() {
                let places = holes::open(clause.head.text);
                self.filled.unfilled = places.map(|at| clause.head.span(at, at + 1)).collect();
            }
            self.report_unfilled();
        }
        self.findings.append(&mut self.filled.findings);
        // The lines of its body are filled in the same place, which is free now.
        let body = clause.body.map(|body| self.body::<Inner>(body, schema, Some(pattern)));
        Some(Statement {
            tag: pattern.tag,
            waits: tail.unsaid || kind.is_some() && (left_out || tail.waits),
            kind,
            held,
            audience: marks.audience,
            usually: marks.usually,
            except: marks.except,
            name: tail.name,
            because: tail.because,
            see: tail.see,
            when: tail.when,
            body,
            span: clause.head.span(0, clause.head.text.len()),
        })
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
            if let Some(quote) = cell::open_quote(self.file, row, place.start) {
                self.findings.push(messages::unclosed_text(quote, "\""));
                continue;
            }
            // Nearly always a row has as many cells as the one above.
            let room = rows.last().map_or(4, |(cells, _)| cells.len());
            rows.push((cell::split(self.file, row, place.start, room), row_span));
        }
        let line = &self.text[..table.place.start];
        let before = &line[line.rfind('\n').map_or(0, |end| end + 1)..];
        // Words may stand before a table, as the brace of its body.
        let indent = if before.trim().is_empty() { before } else { "" };
        cell::table(rows, span, indent, &mut self.findings)
    }
}
