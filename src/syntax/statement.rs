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
    match matcher::find(head, schema::tried(schema, allowed)) {
        Ok(matched) => {
            let is_common = schema::common().iter().any(|pattern| std::ptr::eq(pattern, matched.pattern));
            Ok((matched, is_common))
        }
        Err(failure) => Err((failure, offset)),
    }
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
