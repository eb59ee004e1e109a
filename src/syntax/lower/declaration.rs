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
use super::super::matcher::{self, Reading, Tried};
use super::super::messages;
use super::super::schema::{self, Schema};
use super::{Between, Clause, Lowering};
use crate::source::{Span, Spanned};
use crate::value::{Name, Text};

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
        self.findings.push(finding);
        let schema = schema::of(near?)?;
        let head = clause.head;
        let first = head.word(0).len();
        let behind = head.from(head.skip(first));
        let matched =
            matcher::attempt(behind, schema.head.get(1..)?, false, Reading::Soft, &mut Failure::default())?;
        self.assembled(schema, None, head.span(0, first), Some(matched), None, clause.body, head)
    }

    /// Whether a clause in a section is a declaration but for its first word.
    pub(super) fn begins_near(head: Head<'t>) -> bool {
        let (_, near) = messages::not_a_declaration(head, None);
        let Some(schema) = near.and_then(schema::of) else { return false };
        let behind = head.from(head.skip(head.word(0).len()));
        let elements = schema.head.get(1..).unwrap_or_default();
        matcher::attempt(behind, elements, false, Reading::Slips, &mut Failure::default()).is_some()
    }

    pub(super) fn use_clause(&mut self, clause: &Clause<'t>) -> Option<Use> {
        let schema = schema::of("use")?;
        let mut failure = Failure::default();
        let Some(Tried { mut captures, findings, parts, .. }) =
            matcher::attempt(clause.head, &schema.head, false, Reading::Slips, &mut failure)
        else {
            self.findings.push(messages::bad_head(clause.head, schema, &failure));
            return None;
        };
        let words = clause.head.span(0, clause.head.text.len());
        self.trace("use", Form::Head, &parts, words, None);
        self.findings.extend(findings);
        let path = captures.take::<Code>("path")?;
        if let Some(body) = &clause.body {
            self.findings.push(messages::needless_body(body.span, "use"));
        }
        Some(Use {
            path: path.0.map(|path| path.to_string()),
            span: clause.head.span(0, clause.head.text.len()),
        })
    }

    pub(super) fn declaration(
        &mut self,
        keyword: &'static str,
        audience: Option<Name>,
        at: usize,
        clause: Clause<'t>,
    ) -> Option<Declaration> {
        let schema = schema::of(keyword)?;
        let head = clause.head.from(at);
        let mut failure = Failure::default();
        let matched = if let Some(unclosed) = clause.unclosed {
            self.findings.push(*unclosed);
            None
        } else {
            let attempt =
                |reading, failure: &mut _| matcher::attempt(head, &schema.head, false, reading, failure);
            let matched = attempt(Reading::Exact, &mut Failure::silent())
                .or_else(|| attempt(Reading::Slips, &mut failure))
                .or_else(|| attempt(Reading::Soft, &mut Failure::silent()));
            if matched.is_none() {
                self.findings.push(messages::bad_head(head, schema, &failure));
            }
            matched
        };
        // The name alone is kept where it can be read, so that nobody who uses it is told that it is unknown.
        let name = if matched.is_none() { matcher::name_after(head, keyword.len()) } else { None };
        self.assembled(schema, audience, head.span(0, keyword.len()), matched, name, clause.body, head)
    }

    /// A declaration with its body; `name` is what it is called if its head did not fit.
    #[expect(clippy::too_many_arguments, reason = "the parts of a declaration, each of a type of its own")]
    fn assembled(
        &mut self,
        schema: &'static Schema,
        audience: Option<Name>,
        keyword: Span,
        matched: Option<Tried>,
        name: Option<Name>,
        body: Option<Between>,
        head: Head<'t>,
    ) -> Option<Declaration> {
        let (name, title) = match matched {
            Some(Tried { mut captures, findings, parts, .. }) => {
                self.findings.extend(findings);
                let end = head.span(0, head.text.len());
                let words = audience.as_ref().map_or(end, |audience| audience.span.to(end));
                self.trace(schema.keyword, Form::Head, &parts, words, body.as_ref());
                header(&mut captures)
            }
            None => (name, None),
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
            audience: self.audience.take(),
            keyword: Spanned::new(keyword, self.keyword),
            name: self.name.take(),
            title: self.title.take(),
            body,
            span: self.span,
        }
    }
}
