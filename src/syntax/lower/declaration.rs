//! The heads of declarations: from their words and braces to the declaration that the keyword names.
//!
//! In: a clause of the outline. Out: a declaration with its typed body, or the finding about its head. Bodies are read by
//! the lowering above.

use super::super::ast::declaration::{Build, assemble, header};
use super::super::ast::{Code, Decl, Declaration, Statements, Use};
use super::super::blocks::Block;
use super::super::failure::Failure;
use super::super::fits::Form;
use super::super::head::Head;
use super::super::matcher::{self, Filled, Reading};
use super::super::messages;
use super::super::schema::{self, Schema};
use super::{Between, Clause, Lowering};
use crate::source::{Span, Spanned};
use crate::value::{Name, Text};
use std::sync::Arc;

impl<'t> Lowering<'t> {
    /// A clause that begins no declaration. Where only its first word is wrong, the rest is read as what is meant, so
    /// that mistakes in it are found too.
    pub(super) fn misspelt(&mut self, clause: Clause<'t>) -> Option<Declaration> {
        let first = clause.body.as_ref().and_then(|body| {
            body.parts.iter().find_map(|part| match part {
                Block::Clause(inner) => self.text[inner.head.clone()].split_whitespace().next(),
                Block::Table(_)
                | Block::Orphan(_)
                | Block::Comment(_)
                | Block::StrayClose(_)
                | Block::Unclosed(_) => None,
            })
        });
        let (finding, near) = messages::not_a_declaration(clause.head, first);
        let prose = near.is_none() && clause.body.is_none();
        self.findings.push(if prose {
            messages::under_heading(self.text, clause.head, finding)
        } else {
            finding
        });
        let schema = schema::of(near?)?;
        let head = clause.head;
        let first = head.word(0).len();
        let behind = head.from(head.skip(first));
        let elements = schema.head.get(1..)?;
        let failure = &mut Failure::default();
        if !matcher::attempt(behind, elements, false, Reading::Soft, failure, &mut self.filled) {
            return None;
        }
        self.assembled(schema, None, head.span(0, first), true, None, clause.body, head)
    }

    /// Whether a clause in a section is a declaration but for its first word.
    pub(super) fn begins_near(head: Head<'t>) -> bool {
        let (_, near) = messages::not_a_declaration(head, None);
        let Some(schema) = near.and_then(schema::of) else { return false };
        let behind = head.from(head.skip(head.word(0).len()));
        let elements = schema.head.get(1..).unwrap_or_default();
        let (failure, filled) = (&mut Failure::default(), &mut Filled::default());
        matcher::attempt(behind, elements, false, Reading::Slips, failure, filled)
    }

    pub(super) fn use_clause(&mut self, clause: &Clause<'t>) -> Option<Use> {
        let schema = schema::of("use")?;
        let mut failure = Failure::default();
        let (head, filled) = (clause.head, &mut self.filled);
        if !matcher::attempt(head, &schema.head, false, Reading::Slips, &mut failure, filled) {
            self.findings.push(messages::bad_head(head, schema, clause.body.is_some(), &failure));
            return None;
        }
        let path = filled.captures.take::<Code>("path");
        self.report_unfilled();
        self.findings.append(&mut self.filled.findings);
        self.trace("use", Form::Head, head.span(0, head.text.len()), None);
        let path = path?;
        if let Some(body) = &clause.body {
            self.findings.push(messages::needless_body(body.span, "use"));
        }
        Some(Use { path: path.0.map(|path| path.to_string()), span: head.span(0, head.text.len()) })
    }

    pub(super) fn declaration(
        &mut self,
        (keyword, audience, at): (&'static str, Option<Name>, usize),
        clause: Clause<'t>,
    ) -> Option<Declaration> {
        let schema = schema::of(keyword)?;
        let head = clause.head.from(at);
        let fits = if let Some(unclosed) = clause.unclosed {
            self.findings.push(*unclosed);
            false
        } else {
            self.head_fits(head, schema, clause.body.is_some())
        };
        // The name alone is kept where it can be read, so that nobody who uses it is told that it is unknown; of several words
        // it is the one that they are joined to, since the first of them may begin the names of others too.
        let named =
            || matcher::name_after(head, keyword.len()).or_else(|| messages::stand_in(head, schema.keyword));
        let name = if fits { None } else { messages::joined_name(head, schema).or_else(named) };
        self.assembled(schema, audience, head.span(0, keyword.len()), fits, name, clause.body, head)
    }

    /// Whether the head of a declaration can be read, perhaps with slips; what is wrong with one that cannot is reported.
    fn head_fits(&mut self, head: Head<'t>, schema: &'static Schema, body: bool) -> bool {
        let (mut failure, filled) = (Failure::default(), &mut self.filled);
        let mut attempt =
            |reading, failure: &mut _| matcher::attempt(head, &schema.head, false, reading, failure, filled);
        let fits = attempt(Reading::Exact, &mut Failure::silent())
            || attempt(Reading::Slips, &mut failure)
            || attempt(Reading::Soft, &mut Failure::silent());
        if !fits {
            self.findings.push(messages::bad_head(head, schema, body, &failure));
        }
        fits
    }

    /// A declaration with its body, of which the head has just been read; `name` is what it is called if that did not fit.
    #[expect(clippy::too_many_arguments, reason = "the parts of a declaration, each of a type of its own")]
    fn assembled(
        &mut self,
        schema: &'static Schema,
        audience: Option<Name>,
        keyword: Span,
        fits: bool,
        name: Option<Name>,
        body: Option<Between>,
        head: Head<'t>,
    ) -> Option<Declaration> {
        let (name, title) = if fits {
            self.report_unfilled();
            self.findings.append(&mut self.filled.findings);
            let end = head.span(0, head.text.len());
            let words = audience.as_ref().map_or(end, |audience| audience.span.to(end));
            self.trace(schema.keyword, Form::Head, words, body.as_ref());
            header(&mut self.filled.captures)
        } else {
            (name, None)
        };
        let named = name.is_some() || !schema.has_name();
        let mut build = OneDeclaration {
            lowering: self,
            schema,
            audience,
            keyword,
            name,
            title,
            body,
            span: head.span(0, head.text.len()),
        };
        let declaration = assemble(schema.keyword, &mut build);
        // Without its name there is nothing to refer to; its body was still read for mistakes of its own.
        declaration.filter(|_| named)
    }
}

struct OneDeclaration<'l, 't> {
    lowering: &'l mut Lowering<'t>,
    schema: &'static Schema,
    audience: Option<Name>,
    keyword: Span,
    name: Option<Name>,
    title: Option<Text>,
    body: Option<Between>,
    span: Span,
}

impl Build for OneDeclaration<'_, '_> {
    fn declaration<S: Statements>(&mut self, keyword: &'static str) -> Decl<S> {
        let body =
            self.body.take().map(|body| self.lowering.body::<S>(body, self.schema, None)).unwrap_or_default();
        Decl {
            audience: self.audience.take().map(Box::new),
            keyword: Spanned::new(keyword, self.keyword),
            name: self.name.take(),
            title: self.title.take().map(Arc::new),
            body,
            span: self.span,
        }
    }
}
