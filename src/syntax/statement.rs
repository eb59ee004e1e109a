//! Which statement or declaration the words of a clause are, with the marks that stand before them.
//!
//! In: words, and the patterns that may stand there. Out: the pattern that fits, or how far the nearest came. Nothing is
//! reported here.

use super::ast::Declaration;
use super::failure::Failure;
use super::grammar::name;
use super::head::{Head, RESERVED};
use super::matcher::{self, Matched};
use super::schema::{self, Pattern, Schema};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::Name;

/// What stands before the words of a statement.
#[derive(Clone, Default)]
pub(super) struct Marks {
    pub(super) audience: Option<Name>,
    pub(super) usually: Option<Span>,
    pub(super) except: Option<Span>,
}

/// Matches the words behind `usually` and `except`; the error says from where on.
pub(super) fn statement(
    head: Head<'_>,
    schema: &'static Schema,
    allowed: Option<&'static Pattern>,
    marks: &mut Marks,
    soft: bool,
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
    let patterns = schema::tried(schema, allowed);
    let found = if soft {
        matcher::find_softly(head, patterns).ok_or_else(Failure::default)
    } else {
        matcher::find(head, patterns)
    };
    match found {
        Ok(matched) => {
            let is_common = schema::common().iter().any(|pattern| std::ptr::eq(pattern, matched.pattern));
            Ok((matched, is_common))
        }
        Err(failure) => Err((failure, offset)),
    }
}

/// What a clause that no pattern fits as it stands is meant to be, with its slips; a sign of a list before it is passed over.
pub(super) fn softly(
    head: Head<'_>,
    schema: &'static Schema,
    allowed: Option<&'static Pattern>,
) -> Option<((Matched<'static>, bool), Marks)> {
    let mut marks = Marks::default();
    if let Ok(found) = statement(head, schema, allowed, &mut marks, true) {
        return Some((found, marks));
    }
    let length = bullet(head.text)?;
    let at = head.skip(length);
    let mut marks = Marks::default();
    let (mut matched, common) = statement(head.from(at), schema, allowed, &mut marks, true).ok()?;
    let span = head.span(0, length);
    let sign = &head.text[..length];
    matched.findings.push(
        Diagnostic::new(&registry::SLIP, span, format!("a statement begins without `{sign}`"))
            .label("it is left out")
            .fix("take it out", true, head.span(0, at), ""),
    );
    Some(((matched, common), marks))
}

/// How long the sign or number of an item of a list is that a line begins with.
fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let signs = ['-', '*', '•', '·', '▪', '◦', '‣', '●', '○', '■', '□', '–', '—', '>', '→', '\u{f0b7}'];
    let length = if signs.contains(&first) {
        first.len_utf8()
    } else {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric())?;
        let counts = text[..end].bytes().all(|byte| byte.is_ascii_digit()) && end <= 3 || end == 1;
        text[end..].chars().next().filter(|mark| counts && matches!(mark, '.' | ')')).map(|_| end + 1)?
    };
    text[length..].starts_with(char::is_whitespace).then_some(length)
}

/// The keyword that a head begins with, perhaps behind an audience.
pub(super) fn keyword_of(head: Head<'_>) -> Option<(&'static str, Option<Name>, usize)> {
    let first = head.word(0);
    if let Some(keyword) = known_keyword(first) {
        return Some((keyword, None, 0));
    }
    let next = head.skip(first.len());
    let keyword = known_keyword(head.word(next))?;
    let is_name = first.starts_with(char::is_alphabetic) && !RESERVED.contains(&first);
    is_name.then(|| (keyword, Some(name(first, head.span(0, first.len()))), next))
}

fn known_keyword(word: &str) -> Option<&'static str> {
    Declaration::KEYWORDS.iter().copied().find(|keyword| *keyword == word)
}
