//! From the outline of a file to its typed tree.
//!
//! In: the pairs of the outline. Out: declarations with typed statements, comments, and one finding for each line that no
//! pattern fits.

use super::ast::{
    Body, Comment, Common, Decl, Declaration, Entry, File, Inner, Item, Lower, Statement, Statements, Table,
    Use,
    declaration::{Build, assemble, header},
};
use super::grammar::{Pair, R, name, prefix};
use super::limits::nests_too_deep;
use super::matcher::{self, Failure, Head, Matched};
use super::schema::{self, Pattern, Schema};
use super::{Parsed, cell, messages};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span, Spanned};
use crate::value::Name;

/// Parses and lowers a whole file.
pub(super) fn file(id: FileId, text: &str) -> Parsed {
    let mut lowering =
        Lowering { file: id, findings: Vec::new(), comments: Vec::new(), text: std::marker::PhantomData };
    let mut items = Vec::new();
    match prefix(R::file, text) {
        Some(pair) => {
            for part in pair.into_inner() {
                lowering.top(part, &mut items);
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
    let Lowering { mut findings, mut comments, .. } = lowering;
    comments.sort_by_key(|comment| comment.span);
    comments.dedup();
    findings.sort_by_key(|finding| finding.span);
    Parsed { file: File { items, comments }, findings }
}

struct Lowering<'t> {
    file: FileId,
    findings: Vec<Diagnostic>,
    comments: Vec<Comment>,
    text: std::marker::PhantomData<&'t str>,
}

/// The words of a clause and its body, as the outline gives them.
struct Clause<'t> {
    head: Head<'t>,
    body: Option<Pair<'t>>,
}

/// What stands before the words of a statement.
#[derive(Clone, Default)]
struct Marks {
    audience: Option<Name>,
    usually: Option<Span>,
    except: Option<Span>,
}

impl<'t> Lowering<'t> {
    fn span(&self, pair: &Pair<'_>) -> Span {
        let span = pair.as_span();
        Span::new(self.file, span.start(), span.end())
    }

    fn comment(&mut self, pair: &Pair<'_>) {
        let start = pair.as_span().start();
        let span = Span::new(self.file, start, start + pair.as_str().trim_end().len());
        self.comments.push(Comment { span });
    }

    /// The comments at the ends of the lines of a clause that goes on.
    fn comments_within(&mut self, head: Head<'t>) {
        if !head.text.contains('\n') || !head.text.contains('#') {
            return;
        }
        let bytes = head.text.as_bytes();
        let mut quoted = false;
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'"' => quoted = !quoted,
                b'#' if !quoted && (at == 0 || bytes[at - 1].is_ascii_whitespace()) => {
                    let end = head.text[at..].find('\n').map_or(bytes.len(), |length| at + length);
                    let span = head.span(at, at + head.text[at..end].trim_end().len());
                    self.comments.push(Comment { span });
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn clause(&mut self, pair: Pair<'t>) -> Clause<'t> {
        let start = pair.as_span().start();
        let mut clause = Clause { head: Head { file: self.file, text: "", offset: start }, body: None };
        for part in pair.into_inner() {
            match part.as_rule() {
                R::head => {
                    clause.head = Head {
                        text: part.as_str().trim_end(),
                        offset: part.as_span().start(),
                        ..clause.head
                    };
                    self.comments_within(clause.head);
                }
                R::comment => self.comment(&part),
                _ => clause.body = Some(part),
            }
        }
        clause
    }

    fn top(&mut self, pair: Pair<'t>, items: &mut Vec<Item>) {
        let span = self.span(&pair);
        match pair.as_rule() {
            R::comment => self.comment(&pair),
            R::clause => {
                let clause = self.clause(pair);
                if let Some(item) = self.item(clause) {
                    items.push(item);
                }
            }
            R::table => self.findings.push(messages::stray_table(span, None)),
            R::orphan => self.findings.push(messages::orphan_body(Span { end: span.start + 1, ..span })),
            R::stray_close => self.findings.push(messages::stray_close(span)),
            _ => {}
        }
    }

    fn item(&mut self, clause: Clause<'t>) -> Option<Item> {
        let head = clause.head;
        if head.word(0) == "use" {
            return self.use_clause(&clause).map(Item::Use);
        }
        match self.keyword(head) {
            Some((keyword, audience, at)) => {
                self.declaration(keyword, audience, at, clause).map(Item::Declaration)
            }
            None => {
                self.findings.push(messages::not_a_declaration(head));
                None
            }
        }
    }

    fn use_clause(&mut self, clause: &Clause<'t>) -> Option<Use> {
        let schema = schema::of("use")?;
        let mut failure = Failure::default();
        let Some((mut captures, ..)) = matcher::attempt(clause.head, &schema.head, false, &mut failure)
        else {
            self.findings.push(messages::no_fit(clause.head, schema, &failure, 0));
            return None;
        };
        let path = captures.take::<super::ast::Code>("path")?;
        if let Some(body) = &clause.body {
            let span = self.span(body);
            self.findings.push(messages::needless_body(span, "use"));
        }
        Some(Use {
            path: path.0.map(|path| path.to_string()),
            span: clause.head.span(0, clause.head.text.len()),
        })
    }

    /// The keyword that a head begins with, perhaps behind an audience.
    fn keyword(&self, head: Head<'t>) -> Option<(&'static str, Option<Name>, usize)> {
        let first = head.word(0);
        if let Some(keyword) = known_keyword(first) {
            return Some((keyword, None, 0));
        }
        let next = head.skip(first.len());
        let keyword = known_keyword(head.word(next))?;
        let is_name = first.starts_with(char::is_alphabetic) && !matcher::RESERVED.contains(&first);
        is_name.then(|| (keyword, Some(name(first, head.span(0, first.len()))), next))
    }

    fn declaration(
        &mut self,
        keyword: &'static str,
        audience: Option<Name>,
        at: usize,
        clause: Clause<'t>,
    ) -> Option<Declaration> {
        let schema = schema::of(keyword)?;
        let head = clause.head.from(at);
        let mut failure = Failure::default();
        let matched = matcher::attempt(head, &schema.head, false, &mut failure);
        let (mut captures, findings, whole) = match matched {
            Some((captures, _, _, findings)) => (captures, findings, true),
            None => {
                self.findings.push(messages::no_fit(head, schema, &failure, keyword.len()));
                (super::ast::Captures::default(), Vec::new(), false)
            }
        };
        self.findings.extend(findings);
        let (name, title) = header(&mut captures);
        let keyword_span = head.span(0, keyword.len());
        let mut build = OneDeclaration {
            lowering: self,
            schema,
            audience,
            keyword: keyword_span,
            name,
            title,
            body: clause.body,
            span: head.span(0, head.text.len()),
        };
        let declaration = assemble(keyword, &mut build);
        // A head that no pattern fits has no name to refer to; its body was still read for mistakes of its own.
        declaration.filter(|_| whole)
    }

    fn body<S: Statements>(
        &mut self,
        pair: Pair<'t>,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
    ) -> Body<S> {
        let span = self.span(&pair);
        let mut entries = Vec::new();
        for part in pair.into_inner() {
            let place = self.span(&part);
            match part.as_rule() {
                R::comment => self.comment(&part),
                R::clause => {
                    let clause = self.clause(part);
                    if let Some(entry) = self.entry(clause, schema, allowed) {
                        entries.push(entry);
                    }
                }
                R::table => {
                    if schema.table.is_some() && allowed.is_none() {
                        entries.extend(self.table(part).map(Entry::Table));
                    } else {
                        self.findings.push(messages::stray_table(place, Some(schema.keyword)));
                    }
                }
                R::orphan => {
                    self.findings.push(messages::orphan_body(Span { end: place.start + 1, ..place }))
                }
                R::unclosed => {
                    self.findings
                        .push(messages::unclosed(Span { end: span.start + 1, ..span }, schema.keyword));
                }
                _ => {}
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
        let mut marks = Marks::default();
        let mut head = clause.head;
        if head.word(0) == "internal" {
            marks.audience = Some(name("internal", head.span(0, "internal".len())));
            head = head.from(head.skip("internal".len()));
        }
        if schema.holds_declarations && allowed.is_none() {
            if let Some((keyword, audience, at)) = self.keyword(head) {
                let audience = marks.audience.or(audience);
                let clause = Clause { head, body: clause.body };
                return self
                    .declaration(keyword, audience, at, clause)
                    .map(|found| Entry::Declaration(Box::new(found)));
            }
        }
        let mut result = self.statement(head, schema, allowed, &mut marks);
        if result.is_err() && marks.audience.is_none() {
            // `partner price …`: the name of a party before a statement.
            let first = head.word(0);
            let next = head.skip(first.len());
            let mut others =
                Marks { audience: Some(name(first, head.span(0, first.len()))), ..Marks::default() };
            let is_name = first.starts_with(char::is_alphabetic) && next < head.text.len();
            if is_name && let Ok(found) = self.statement(head.from(next), schema, allowed, &mut others) {
                marks = others;
                result = Ok(found);
            }
        }
        match result {
            Ok((matched, common)) => self.finish(clause, schema, matched, common, marks),
            Err((failure, at)) => {
                let (rest, consumed) = (clause.head, at - clause.head.offset);
                self.findings.push(messages::no_fit(rest.from(consumed), schema, &failure, 0));
                if let Some(body) = clause.body {
                    // Its body is read for the mistakes of its own clauses only as far as every body knows them.
                    self.skim(body);
                }
                None
            }
        }
    }

    /// Comments of a body whose clause was not understood; nothing else in it can be judged.
    fn skim(&mut self, body: Pair<'t>) {
        for part in body.into_inner().flatten().filter(|part| part.as_rule() == R::comment) {
            self.comment(&part);
        }
    }

    /// Matches the words behind `usually` and `except`; the error says from where on.
    fn statement(
        &self,
        head: Head<'t>,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
        marks: &mut Marks,
    ) -> Result<(Matched<'static>, bool), (Failure, usize)> {
        let mut head = head;
        loop {
            let word = head.word(0);
            let place = head.span(0, word.len());
            match word {
                "usually" if marks.usually.is_none() => marks.usually = Some(place),
                "except" if marks.except.is_none() => marks.except = Some(place),
                _ => break,
            }
            head = head.from(head.skip(word.len()));
        }
        let offset = head.offset;
        let common = schema::of("body").map_or(&[][..], |body| &body.statements);
        let own: Vec<&'static Pattern> = match allowed {
            None => schema.statements.iter().collect(),
            Some(pattern) => schema::of("inner")
                .map(|inner| {
                    inner.statements.iter().filter(|known| pattern.inner.contains(&known.tag)).collect()
                })
                .unwrap_or_default(),
        };
        let by_word = |pattern: &&Pattern| !pattern.first_words().is_empty();
        let order = own
            .iter()
            .copied()
            .filter(by_word)
            .chain(common.iter().filter(by_word))
            .chain(own.iter().copied().filter(|pattern| !by_word(pattern)))
            .chain(common.iter().filter(|pattern| !by_word(pattern)));
        match matcher::find(head, order) {
            Ok(matched) => {
                let is_common = common.iter().any(|pattern| std::ptr::eq(pattern, matched.pattern));
                Ok((matched, is_common))
            }
            Err(failure) => Err((failure, offset)),
        }
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
            Entry::Own(self.typed::<S>(parts)?)
        })
    }

    fn typed<T: Lower>(
        &mut self,
        (matched, marks, body, span): (Matched<'static>, Marks, Option<Body<Inner>>, Span),
    ) -> Option<Statement<T>> {
        let Matched { pattern, mut captures, unfilled, tail, .. } = matched;
        let kind = if unfilled.is_empty() {
            // `None` here means that a schema and its statements disagree, which a test rules out.
            Some(T::lower(pattern.tag, &mut captures)?)
        } else {
            self.findings.extend(unfilled.iter().map(|place| messages::unfilled(*place)));
            None
        };
        Some(Statement {
            tag: pattern.tag,
            kind,
            audience: marks.audience,
            usually: marks.usually,
            except: marks.except,
            name: tail.name,
            because: tail.because,
            see: tail.see,
            when: tail.when,
            body,
            span,
        })
    }

    fn table(&mut self, pair: Pair<'t>) -> Option<Table> {
        let mut rows = Vec::new();
        let span = self.span(&pair);
        for part in pair.into_inner() {
            if part.as_rule() == R::comment {
                self.comment(&part);
            } else {
                let row_span = self.span(&part);
                rows.push((cell::split(self.file, part.as_str(), row_span.start as usize), row_span));
            }
        }
        cell::table(rows, span, &mut self.findings)
    }
}

fn known_keyword(word: &str) -> Option<&'static str> {
    Declaration::KEYWORDS.iter().copied().find(|keyword| *keyword == word)
}

struct OneDeclaration<'l, 't> {
    lowering: &'l mut Lowering<'t>,
    schema: &'static Schema,
    audience: Option<Name>,
    keyword: Span,
    name: Option<Name>,
    title: Option<crate::value::Text>,
    body: Option<Pair<'t>>,
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
