//! From the outline of a file to its typed tree.
//!
//! In: the pairs of the outline. Out: declarations with typed statements, comments, and one finding for each line that no
//! pattern fits.

mod declaration;
mod rows;

use super::ast::{
    Body, Cell, Comment, Common, Entry, File, Inner, Item, Lower, Statement, Statements, Table,
};
use super::blocks::{self, Block, blocks};
use super::fits::{Fit, Form, Part};
use super::grammar::{R, name, whole};
use super::head::{Head, RESERVED};
use super::limits::nests_too_deep;
use super::matcher::Matched;
use super::schema::{self, Pattern, Schema};
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
    let mut lowering = Lowering {
        file: id,
        findings: Vec::new(),
        interrupted: Vec::new(),
        swallowed: None,
        prose: None,
        unbarred: None,
        parties: None,
        fits,
        text,
    };
    let mut items = Vec::new();
    let mut comments = Vec::new();
    match blocks(text) {
        Some(found) => {
            // Comments are taken from the outline at once, so that none is lost with what could not be understood.
            comments.extend(found.comments.into_iter().map(|comment| {
                let start = comment.start;
                Comment { span: Span::new(id, start, start + text[comment].trim_end().len()) }
            }));
            let mut parts = found.parts.into_iter().peekable();
            while let Some(part) = parts.next() {
                let loose = unopened::lines(text, &part, &mut parts);
                lowering.top(part, loose, &mut items);
            }
        }
        // The outline accepts every input; only the guard of the native stack can stop it.
        None => lowering.findings.push(
            Diagnostic::new(
                &registry::TOO_DEEP,
                Span::new(id, 0, 0),
                "this file is nested too deeply to be read",
            )
            .label("nothing of it was read"),
        ),
    }
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
    /// The parties that the file declares, once a line asks for them.
    parties: Option<Vec<&'t str>>,
    /// Which pattern each line fits, when somebody asks.
    fits: Option<Vec<Fit>>,
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
                if let Some(loose) = loose {
                    let place = clause.head.span(0, clause.head.text.len()).after();
                    self.findings.push(messages::unopened(place, loose.schema, loose.closed));
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

    fn item(&mut self, clause: Clause<'t>) -> Option<Item> {
        let head = clause.head;
        if let (Some(unclosed), None) = (&clause.unclosed, keyword_of(head)) {
            self.findings.push((**unclosed).clone());
            return None;
        }
        if head.word(0) == "use" {
            return self.use_clause(&clause).map(Item::Use);
        }
        match keyword_of(head) {
            Some((keyword, audience, at)) => {
                self.declaration(keyword, audience, at, clause).map(Item::Declaration)
            }
            None => self.misspelt(clause).map(Item::Declaration),
        }
    }

    fn body<S: Statements>(
        &mut self,
        between: Between,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
    ) -> Body<S> {
        let span = between.span;
        let mut entries = Vec::with_capacity(between.parts.len());
        for part in between.parts {
            let place = self.span(&part.place());
            match part {
                Block::Clause(clause) => {
                    let clause = self.clause(clause);
                    if let Some(entry) = self.entry(clause, schema, allowed) {
                        entries.push(entry);
                    }
                }
                // The rows around it were reported, and it is read with them once they have their bars.
                Block::Table(_) if self.goes_on_without_bar(place, place.end as usize).is_some() => {}
                Block::Table(table) => {
                    if schema.table.is_some() && allowed.is_none() {
                        self.trace(schema.keyword, Form::Table, &[], place, None);
                        entries.extend(self.table(&table).map(Entry::Table));
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
    ) -> Option<Entry<S>> {
        if nests_too_deep(clause.head.text) {
            let span = clause.head.span(0, clause.head.text.len().min(40));
            self.findings.push(
                Diagnostic::new(&registry::TOO_DEEP, span, "this clause is nested too deeply to be read")
                    .label("it begins here")
                    .help("divide it into several"),
            );
            return None;
        }
        if let Some(unclosed) = clause.unclosed {
            // The words are not understood, but a declaration in a section can still be read.
            if keyword_of(clause.head).is_none() || !schema.holds_declarations || allowed.is_some() {
                self.findings.push(*unclosed);
                return None;
            }
            return self.inner_declaration(Clause { unclosed: Some(unclosed), ..clause });
        }
        let mut marks = Marks::default();
        let mut head = clause.head;
        if head.word(0) == "internal" {
            marks.audience = Some(name("internal", head.span(0, "internal".len())));
            head = head.from(head.skip("internal".len()));
        }
        if schema.holds_declarations && allowed.is_none() && keyword_of(clause.head).is_some() {
            return self.inner_declaration(clause);
        }
        let mut result = statement(head, schema, allowed, &mut marks, false);
        if result.is_err() && marks.audience.is_none() {
            // `partner price …`: the name of a party before a statement.
            let first = head.word(0);
            let next = head.skip(first.len());
            let mut others =
                Marks { audience: Some(name(first, head.span(0, first.len()))), ..Marks::default() };
            let is_name = next < head.text.len()
                && !RESERVED.contains(&first)
                && whole(R::name, first).is_some()
                && (!messages::speaks_of_promise(first) || self.declares_party(first))
                && !schema::knows(schema, allowed, first);
            // Hardly a text of the header is for one party; a word near to one of its own is misspelt.
            let misspelt =
                schema.keyword == "policy" && !self.declares_party(first) && messages::is_near(first, schema);
            if is_name
                && !misspelt
                && let Ok(found) = statement(head.from(next), schema, allowed, &mut others, false)
            {
                marks = others;
                result = Ok(found);
            }
        }
        if result.is_err() && schema.holds_declarations && allowed.is_none() && Self::begins_near(clause.head)
        {
            return self.misspelt(clause).map(|found| Entry::Declaration(Box::new(found)));
        }
        if result.is_err()
            && let Some((found, soft)) = softly(head, schema, allowed)
        {
            marks = Marks { audience: marks.audience.take(), ..soft };
            result = Ok(found);
        }
        match result {
            Ok((matched, common)) => {
                let form = Form::of(matched.pattern.tag, common, allowed.is_some());
                let words = clause.head.span(0, clause.head.text.len());
                self.trace(schema.keyword, form, &matched.parts, words, clause.body.as_ref());
                self.finish(clause, schema, matched, common, marks)
            }
            Err((failure, at)) => {
                let row = allowed.is_none() && self.row_without_bar(clause.head, schema);
                if row || self.goes_on(clause.head, schema, allowed) {
                    return None;
                }
                let (rest, consumed) = (clause.head, at - clause.head.offset);
                let before = rest.text[..consumed].trim_end();
                let around = messages::Around { before, body: clause.body.is_some() };
                if rest.from(consumed).text.is_empty() {
                    self.findings.push(messages::lone_mark(clause.head));
                    return None;
                }
                // What stands in its body cannot be judged without it.
                self.findings.push(messages::no_fit(rest.from(consumed), around, schema, allowed, &failure));
                None
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

    fn inner_declaration<S>(&mut self, clause: Clause<'t>) -> Option<Entry<S>> {
        let (keyword, audience, at) = keyword_of(clause.head)?;
        self.declaration(keyword, audience, at, clause).map(|found| Entry::Declaration(Box::new(found)))
    }

    fn finish<S: Statements>(
        &mut self,
        clause: Clause<'t>,
        schema: &'static Schema,
        matched: Matched<'static>,
        common: bool,
        marks: Marks,
    ) -> Option<Entry<S>> {
        self.findings.extend(matched.findings.iter().cloned());
        let pattern = matched.pattern;
        if let Some(span) = marks.except.filter(|_| !pattern.gives_value) {
            self.findings.push(messages::misplaced_mark(span, "except", "a line that gives a value"));
        }
        if let Some(span) = marks.usually.filter(|_| !pattern.hedged) {
            self.findings.push(messages::misplaced_mark(span, "usually", "a promise or a duty"));
        }
        let body = clause.body.map(|body| self.body::<Inner>(body, schema, Some(pattern)));
        let span = clause.head.span(0, clause.head.text.len());
        let parts = (matched, marks, body, span);
        Some(if common {
            Entry::Common(self.typed::<Common>(parts)?)
        } else {
            Entry::Own(Box::new(self.typed::<S>(parts)?))
        })
    }

    /// Keeps which pattern a line fits, when somebody asks.
    fn trace(
        &mut self,
        declaration: &'static str,
        form: Form,
        parts: &[Part],
        words: Span,
        body: Option<&Between>,
    ) {
        if let Some(fits) = &mut self.fits {
            let body = body.map(|body| body.span);
            fits.push(Fit { declaration, form, parts: parts.to_vec(), words, body });
        }
    }

    fn typed<T: Lower>(
        &mut self,
        (matched, marks, body, span): (Matched<'static>, Marks, Option<Body<Inner>>, Span),
    ) -> Option<Statement<T>> {
        let Matched { pattern, mut captures, unfilled, tail, findings, .. } = matched;
        let kind = T::lower(pattern.tag, &mut captures);
        if unfilled.is_empty() {
            // `None` here means that a schema and its statements disagree, which a test rules out.
            kind.as_ref()?;
        } else {
            // What was reported as a slip is not reported twice. The statement is kept where it has a place for a `?`.
            let unsaid = unfilled.iter().filter(|place| !findings.iter().any(|known| known.span == **place));
            self.findings.extend(unsaid.map(|place| messages::unfilled(*place)));
        }
        Some(Statement {
            tag: pattern.tag,
            kind,
            audience: marks.audience,
            usually: marks.usually,
            except: marks.except,
            name: tail.name,
            because: tail.because,
            see: tail.see.into(),
            when: tail.when,
            body,
            span,
        })
    }

    fn table(&mut self, table: &blocks::Table) -> Option<Table> {
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
        cell::table(rows, span, &mut self.findings)
    }
}
