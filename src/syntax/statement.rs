//! Which statement or declaration the words of a clause are, with the marks that stand before them.
//!
//! In: words, and the patterns that may stand there. Out: the pattern that fits and what it was filled with, or how far the
//! nearest came. Nothing is reported here.

use super::failure::Failure;
use super::grammar::name;
use super::head::{Head, is_reserved};
use super::matcher::{self, Filled};
use super::schema::{self, Pattern, Schema};
use super::slips;
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
    filled: &mut Filled<'_>,
) -> Result<&'static Pattern, (Failure, usize)> {
    let head = unmarked(head, marks);
    let offset = head.offset;
    matcher::find(head, schema::tried(schema, allowed), filled).map_err(|failure| (failure, offset))
}

/// The words behind `usually` and `except`.
fn unmarked<'t>(head: Head<'t>, marks: &mut Marks) -> Head<'t> {
    let mut head = head;
    loop {
        let (mark, word) = if marks.usually.is_none() && head.begins("usually") {
            (&mut marks.usually, "usually")
        } else if marks.except.is_none() && head.begins("except") {
            (&mut marks.except, "except")
        } else {
            return head;
        };
        *mark = Some(head.span(0, word.len()));
        head = head.from(head.skip(word.len()));
    }
}

/// What a clause that no pattern fits as it stands is meant to be, with its slips; a sign of a list before it is passed over.
#[cold]
pub(super) fn softly(
    head: Head<'_>,
    schema: &'static Schema,
    allowed: Option<&'static Pattern>,
    filled: &mut Filled<'_>,
) -> Option<(&'static Pattern, Marks)> {
    let patterns = schema::tried(schema, allowed);
    let mut marks = Marks::default();
    if let Some(pattern) = matcher::find_softly(unmarked(head, &mut marks), patterns, filled) {
        return Some((pattern, marks));
    }
    if let Some((behind, slip)) = without_bullet(head, "a statement") {
        let mut marks = Marks::default();
        let pattern = matcher::find_softly(unmarked(behind, &mut marks), patterns, filled)?;
        filled.findings.push(slip);
        return Some((pattern, marks));
    }
    if schema.keyword == "fact"
        && let Some((line, slip)) = slips::kind_of_fact(head)
        && let Ok(pattern) = matcher::find(Head { text: line, ..head }, patterns, filled)
    {
        filled.findings.push(slip);
        return Some((pattern, Marks::default()));
    }
    with_marks(head, patterns, filled)
}

/// What a clause is once a `?` stands where its author wrote `TBD`.
fn with_marks(
    head: Head<'_>,
    patterns: &[&'static Pattern],
    filled: &mut Filled,
) -> Option<(&'static Pattern, Marks)> {
    let (text, slips) = slips::in_marks(head)?;
    let mut marks = Marks::default();
    let head = unmarked(Head { text: &text, ..head }, &mut marks);
    let strict = matcher::find(head, patterns, filled).ok();
    let pattern = strict.or_else(|| matcher::find_softly(head, patterns, filled))?;
    // A value with a slip of its own would be changed as a whole.
    let touches = |other: &Diagnostic| slips.iter().any(|slip| other.span.contains(slip.span));
    if filled.findings.iter().any(touches) {
        return None;
    }
    filled.findings.extend(slips);
    Some((pattern, marks))
}

/// What stands behind the sign or number of an item of a list, and the slip.
#[cold]
pub(super) fn without_bullet<'t>(head: Head<'t>, what: &str) -> Option<(Head<'t>, Diagnostic)> {
    let length = bullet(head.text)?;
    let at = head.skip(length);
    let message = format!("{what} begins without `{}`", &head.text[..length]);
    let slip = Diagnostic::new(&registry::SLIP, head.span(0, length), message).label("it is left out").fix(
        "take it out",
        true,
        head.span(0, at),
        "",
    );
    Some((head.from(at), slip))
}

/// How long the sign or number of an item of a list is that a line begins with.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let signs = ['-', '*', '•', '·', '▪', '◦', '‣', '●', '○', '■', '□', '–', '—', '>', '→', '\u{f0b7}'];
    let length = if signs.contains(&first) {
        first.len_utf8()
    } else {
        let open = usize::from(first == '(');
        let end = open + text[open..].find(|c: char| !c.is_ascii_alphanumeric())?;
        let written = &text[open..end];
        let counts =
            written.bytes().all(|byte| byte.is_ascii_digit()) && written.len() <= 3 || written.len() == 1;
        let closes = |mark: &char| *mark == ')' || open == 0 && *mark == '.';
        text[end..].chars().next().filter(|mark| counts && closes(mark)).map(|_| end + 1)?
    };
    text[length..].starts_with(char::is_whitespace).then_some(length)
}

/// The keyword that a head begins with, perhaps behind an audience.
pub(super) fn keyword_of(head: Head<'_>) -> Option<(&'static str, Option<Name>, usize)> {
    let first = head.word(0);
    if let Some(keyword) = schema::keyword(first) {
        return Some((keyword, None, 0));
    }
    let next = head.skip(first.len());
    let keyword = schema::keyword(head.word(next))?;
    // `we plan maintenance` is a sentence.
    let is_name = first.starts_with(char::is_alphabetic) && !is_reserved(first) && first != "we";
    is_name.then(|| (keyword, Some(name(first, head.span(0, first.len()))), next))
}
