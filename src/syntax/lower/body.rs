//! Bodies: from what stands between braces to typed statements.
//!
//! In: the parts of a body as the outline gives them, and the schema of its declaration. Out: its statements. Two dozen declarations
//! have statements of their own types, so that all that does not ask for the type stands outside the generic functions: there is
//! one copy of it, which is at hand when the next declaration is read.

use super::{Between, Clause, Lowering};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::ast::{
    Around, Body, Carried, Common, Declaration, Entry, Inner, Lower, Statement, Statements, Table,
};
use crate::syntax::blocks::Block;
use crate::syntax::failure::Failure;
use crate::syntax::fits::Form;
use crate::syntax::grammar::{R, name, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::holes;
use crate::syntax::limits::nests_too_deep;
use crate::syntax::matcher::Filled;
use crate::syntax::messages;
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::statement::{Marks, keyword_of, softly, statement};
use crate::syntax::unopened;

/// What a part of a body says.
enum Said<'t> {
    /// A statement of the declaration, of which the pattern has just been filled.
    Own(Clause<'t>, &'static Pattern, Marks),
    /// A statement that every body knows.
    Common(Box<Statement<Common>>),
    Declaration(Box<Declaration>),
    Table(Box<Table>),
}

/// What the statements of a body are read by: the schema, and the statement that it is the body of.
#[derive(Clone, Copy)]
struct Frame {
    schema: &'static Schema,
    allowed: Option<&'static Pattern>,
}

impl<'t> Lowering<'t> {
    pub(super) fn body<S: Statements>(
        &mut self,
        between: Between,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
    ) -> Body<S> {
        let span = between.span;
        let mut entries = Vec::with_capacity(between.parts.len());
        self.parts(between, Frame { schema, allowed }, &mut |lowering, said| {
            entries.extend(match said {
                Said::Own(clause, pattern, marks) => {
                    lowering.finish::<S>(clause, schema, pattern, marks).map(Entry::Own)
                }
                Said::Common(statement) => Some(Entry::Common(statement)),
                Said::Declaration(declaration) => Some(Entry::Declaration(declaration)),
                Said::Table(table) => Some(Entry::Table(table)),
            });
        });
        Body { entries, span }
    }

    /// Reads the parts of a body one by one.
    fn parts(&mut self, between: Between, frame: Frame, with: &mut dyn FnMut(&mut Self, Said<'t>)) {
        let span = between.span;
        let schema = frame.schema;
        let in_section = schema.holds_declarations && frame.allowed.is_none();
        let parts =
            if in_section { unopened::drawn_in(self.text, between.parts, schema) } else { between.parts };
        for part in parts {
            let place = self.span(&part.place());
            match part {
                Block::Clause(clause) => {
                    let clause = self.clause(clause);
                    if let Some(said) = self.entry(clause, frame) {
                        with(self, said);
                    }
                }
                // The rows around it were reported, and it is read with them once they have their bars.
                Block::Table(_) if self.goes_on_without_bar(place, place.end as usize).is_some() => {}
                Block::Table(table) => {
                    if schema.table.is_some() && frame.allowed.is_none() {
                        self.filled.parts.clear();
                        self.trace(schema.keyword, Form::Table, place, None);
                        if let Some(table) = self.table(&table) {
                            with(self, Said::Table(Box::new(table)));
                        }
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
    }

    fn entry(&mut self, clause: Clause<'t>, frame: Frame) -> Option<Said<'t>> {
        let Frame { schema, allowed } = frame;
        if nests_too_deep(clause.head.text) {
            let span = clause.head.span(0, clause.head.text.len().min(40));
            self.findings.push(
                Diagnostic::new(&registry::TOO_DEEP, span, "this clause is nested too deeply to be read")
                    .label("it begins here")
                    .help("divide it into several"),
            );
            return None;
        }
        let holds_declarations = schema.holds_declarations && allowed.is_none();
        let clause = if holds_declarations { self.unlisted(clause) } else { clause };
        if holds_declarations && let Some(keyword) = keyword_of(clause.head) {
            return self.declaration(keyword, clause).map(|found| Said::Declaration(Box::new(found)));
        }
        if let Some(unclosed) = clause.unclosed {
            // The words are not understood; a declaration in a section can still be read, as above.
            self.findings.push(*unclosed);
            return None;
        }
        let mut marks = Marks::default();
        let mut head = clause.head;
        if head.begins("internal") {
            marks.audience = Some(name("internal", head.span(0, "internal".len())));
            head = head.from(head.skip("internal".len()));
        }
        match statement(head, schema, allowed, &mut marks, &mut self.filled) {
            Ok(pattern) => self.fitting(clause, frame, pattern, marks),
            Err(failed) => self.unfitting(clause, head, frame, marks, failed),
        }
    }

    fn fitting(
        &mut self,
        clause: Clause<'t>,
        Frame { schema, allowed }: Frame,
        pattern: &'static Pattern,
        marks: Marks,
    ) -> Option<Said<'t>> {
        let common = schema::is_common(pattern);
        let words = clause.head.span(0, clause.head.text.len());
        let form = Form::of(pattern.tag, common, allowed.is_some());
        self.trace(schema.keyword, form, words, clause.body.as_ref());
        if common {
            self.finish::<Common>(clause, schema, pattern, marks).map(Said::Common)
        } else {
            Some(Said::Own(clause, pattern, marks))
        }
    }

    /// What a line that fits nothing as it stands may be; `head` is what stands behind its audience.
    #[cold]
    fn unfitting(
        &mut self,
        clause: Clause<'t>,
        head: Head<'t>,
        frame: Frame,
        mut marks: Marks,
        failed: (Failure, usize),
    ) -> Option<Said<'t>> {
        let Frame { schema, allowed } = frame;
        let mut result = Err(failed);
        if result.is_err() && marks.audience.is_none() {
            // `partner price …`: the name of a party before a statement.
            let first = head.word(0);
            let next = head.skip(first.len());
            let mut others =
                Marks { audience: Some(name(first, head.span(0, first.len()))), ..Marks::default() };
            let is_name = next < head.text.len()
                && !is_reserved(first)
                && first != "each"
                // `from waiting becomes closed`
                && !(schema.keyword == "process" && first == "from")
                && whole(R::name, first).is_some()
                && (!messages::speaks_of_promise(first) || self.declares_party(first))
                // What is denied is so for nobody, unless a statement of this body begins so.
                && (!messages::denies(head.word(next)) || schema::knows(schema, allowed, head.word(next)))
                && !schema::knows(schema, allowed, first);
            // Hardly a text of the header is for one party; a word near to one of its own is misspelt.
            let misspelt = schema.keyword == "policy" && messages::is_near(first, schema)
                || head.text[next..].starts_with('"') && messages::is_other_word(first, schema);
            let misspelt = misspelt && !self.declares_party(first);
            // `on request` in a price
            let misspelt = misspelt || schema.keyword == "price" && messages::is_saying(head.text);
            if is_name
                && !misspelt
                && let Ok(found) = statement(head.from(next), schema, allowed, &mut others, &mut self.filled)
            {
                marks = others;
                result = Ok(found);
            }
        }
        let holds_declarations = schema.holds_declarations && allowed.is_none();
        if result.is_err() && holds_declarations && Self::begins_near(clause.head) {
            return self.misspelt(clause).map(|found| Said::Declaration(Box::new(found)));
        }
        if result.is_err()
            && let Some((found, soft)) = softly(head, schema, allowed, &mut self.filled)
        {
            marks = Marks { audience: marks.audience.take(), ..soft };
            result = Ok(found);
        }
        match result {
            Ok(pattern) => self.fitting(clause, frame, pattern, marks),
            Err((failure, at)) => {
                let row = allowed.is_none()
                    && (self.row_without_bar(clause.head, schema) || self.row_with_tabs(clause.head, schema));
                if !row && !self.goes_on(clause.head, schema, allowed) {
                    let finding = self.no_fit(&clause, at, schema, allowed, &failure);
                    self.findings.push(finding);
                }
                None
            }
        }
    }

    /// The statement that a clause is, of which the pattern has just been filled.
    fn finish<S: Lower>(
        &mut self,
        clause: Clause<'t>,
        schema: &'static Schema,
        pattern: &'static Pattern,
        marks: Marks,
    ) -> Option<Box<Statement<S>>> {
        let left_out = self.ready(pattern, &marks);
        let said = S::lower(pattern.tag, &mut self.filled.captures);
        let unsaid = self.filled.tail.unsaid;
        let (kind, held) = if unsaid { (None, said.map(Box::new)) } else { (said, None) };
        let carried = self.carried(clause, (schema, pattern), marks, kind.is_some(), left_out)?;
        Some(Box::new(Statement { kind, held, carried }))
    }

    /// Reports marks that mean nothing before a statement; whether a `?` was left out of what it names.
    fn ready(&mut self, pattern: &'static Pattern, marks: &Marks) -> bool {
        if let Some(span) = marks.except.filter(|_| !pattern.gives_value) {
            self.findings.push(messages::misplaced_mark(span, "except", "a line that gives a value"));
        }
        if let Some(span) = marks.usually.filter(|_| !pattern.hedged) {
            self.findings.push(messages::misplaced_mark(span, "usually", "a promise or a duty"));
        }
        let Filled { captures, unfilled, .. } = &mut self.filled;
        // Others speak of what a line names, whatever else is not known about it yet.
        !unfilled.is_empty() && pattern.names() && captures.leave_out_unfilled()
    }

    /// What a statement carries beside what it says; none if it says nothing. What was found in it is reported.
    fn carried(
        &mut self,
        clause: Clause<'t>,
        (schema, pattern): (&'static Schema, &'static Pattern),
        marks: Marks,
        said: bool,
        left_out: bool,
    ) -> Option<Carried> {
        let head = clause.head;
        if self.filled.unfilled.is_empty() {
            // Nothing here means that a schema and its statements disagree, which a test rules out.
            if !said {
                return None;
            }
        } else {
            // The statement is kept where it has a place for a `?`; otherwise nobody else speaks of those in it.
            if !said {
                self.filled.unfilled = holes::open(head.text).map(|at| head.span(at, at + 1)).collect();
            }
            self.report_unfilled();
        }
        self.findings.append(&mut self.filled.findings);
        let tail = std::mem::take(&mut self.filled.tail);
        // The lines of its body are filled in the same place, which is free now.
        let body = clause.body.map(|body| self.body::<Inner>(body, schema, Some(pattern)));
        let around = Around {
            audience: marks.audience,
            usually: marks.usually,
            except: marks.except,
            name: tail.name,
            because: tail.because,
            see: tail.see,
            when: tail.when,
            body: body.map(Box::new),
        };
        let mut carried = Carried::new(pattern.tag, around, head.span(0, head.text.len()));
        carried.unsaid = tail.unsaid;
        carried.waits = tail.unsaid || said && (left_out || tail.waits);
        Some(carried)
    }
}
