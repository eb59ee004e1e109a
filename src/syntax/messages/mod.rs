//! What the findings about the form of a policy say.
//!
//! In: what could not be read, and where. Out: one finding each, in the words of somebody who manages a support team.

mod agreed;
pub(super) mod areas;
mod asides;
mod cells;
mod clocks;
mod days;
mod duties;
mod elsewhere;
mod expected;
mod grants;
mod habits;
mod header;
mod hours;
mod lines;
mod meant;
mod mismatch;
mod moments;
mod names;
mod notices;
mod order;
mod promises;
mod queues;
mod quotes;
mod rates;
mod rhythms;
mod scope;
mod sentences;
mod services;
mod steps;
mod titles;
mod topics;
mod trials;
mod unknown;

pub(super) use agreed::{NO_AMOUNT, in_cell, is_saying};
pub(super) use cells::{nameless, wrong_cell};
pub(super) use habits::{Around, denies, is_usual, lone_mark, parties, speaks_of_promise};
pub(super) use header::expected_in_header;
pub(super) use hours::{NamedHours, says_no_hours};
pub(super) use mismatch::{bad_head, no_fit};
pub(super) use names::{joined_name, stand_in};
pub(super) use titles::Titles;
pub(super) use unknown::{is_near, is_other_word, is_prose, not_a_declaration, under_heading};

use super::head::Head;
use super::schema::Schema;
use super::statement::keyword_of;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;

/// A table where none belongs.
pub(super) fn stray_table(span: Span, keyword: Option<&str>) -> Diagnostic {
    let first = Span { end: span.start + 1, ..span };
    let message = keyword.map_or_else(
        || "a table stands outside any declaration".to_owned(),
        |keyword| format!("{} has no table", article(keyword)),
    );
    Diagnostic::new(&registry::SYNTAX, first, message)
        .label("the table begins here")
        .help("tables belong into a commitment, price, product, availability or derived fact, or into a `table` of their own")
}

/// Braces without words before them.
pub(super) fn orphan_body(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "no words stand before this brace")
        .label("what does it belong to?")
        .help("write what it is about before it, as in `plan premium \"Premium\" { … }`")
}

/// `channel chat #support "Chat" {`: a declaration whose body a `#` made a part of a comment; a comment has a blank behind
/// its `#`, or no brace.
pub(super) fn commented_out(head: Head<'_>, at: usize) -> Option<Diagnostic> {
    let (before, comment) = head.text.split_at_checked(at)?;
    let word = head.text[at..].split_whitespace().next().filter(|word| word.len() > 1)?;
    let touches = comment[1..].starts_with(char::is_alphabetic) && comment.contains('{');
    if !touches || before.contains(['{', '"']) || keyword_of(Head { text: before.trim(), ..head }).is_none() {
        return None;
    }
    let place = head.span(at, at + word.len());
    let gap = head.span(at, at + comment.find('"').or_else(|| comment.find('{'))?);
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "all that stands behind `#` on its line is a comment");
    let finding = finding.label("the brace behind it is a part of the comment");
    Some(finding.fix(format!("take `{}` out", shown(word)), false, gap, ""))
}

/// A closing brace too many.
pub(super) fn stray_close(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "this brace closes nothing")
        .label("no open brace belongs to it")
        .fix("take it out", false, span, "")
}

/// What the body of a declaration is called: "this plan", but "`scope`".
fn this(keyword: &str) -> String {
    match keyword {
        "changes" | "scope" | "queue" | "maintenance" | "availability" => format!("`{keyword}`"),
        keyword => format!("this {keyword}"),
    }
}

/// Lines that belong to a declaration whose body does not begin.
pub(super) fn unopened(span: Span, schema: &Schema, closed: bool) -> Diagnostic {
    let message = format!("{} has no opening brace", this(schema.keyword));
    let finding = Diagnostic::new(&registry::SYNTAX, span, message).label("`{` belongs here");
    if closed {
        finding.fix("put `{` here", true, span, " {")
    } else {
        finding.help("put `{` here, and `}` under the last of its lines")
    }
}

/// An opening brace without its end.
pub(super) fn unclosed(span: Span, schema: &Schema) -> Diagnostic {
    let message = format!("{} has no closing brace", this(schema.keyword));
    let finding =
        Diagnostic::new(&registry::UNCLOSED_BODY, span, message).label("no `}` belongs to this brace");
    finding.help("close it with `}` before the next declaration that begins in the first column")
}

/// A body that a declaration in the first column ended before its own brace came.
pub(super) fn interrupted(span: Span, keyword: &str, close: Span) -> Diagnostic {
    let message = format!("{} ends before its closing brace", this(keyword));
    Diagnostic::new(&registry::UNCLOSED_BODY, span, message)
        .label("a declaration in the first column ends it")
        .related(close, "this brace comes too late")
        .help("put the closing brace before that declaration, or indent the declaration if it belongs inside")
}

/// A text without its second quote.
pub(super) fn unclosed_text(span: Span, written: &str) -> Diagnostic {
    let block = written.starts_with("\"\"\"");
    let quote = if block { 3 } else { 1 };
    let place = Span { end: span.start + quote, ..span };
    let finding = Diagnostic::new(&registry::UNCLOSED_TEXT, place, "the text that begins here does not end");
    if block {
        finding.label("no `\"\"\"` follows").help("end it with `\"\"\"` on a line of its own")
    } else if written.contains(['”', '“', '„']) {
        finding.label("a curly quote does not end it").help("end it with a straight quote, `\"`")
    } else {
        finding
            .label("no second quote follows on this line")
            .help("end it with a quote, or write a text of several lines between `\"\"\"` and `\"\"\"`")
    }
}

/// A body behind something that has none.
pub(super) fn needless_body(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &registry::SYNTAX,
        Span { end: span.start + 1, ..span },
        format!("`{keyword}` has no braces"),
    )
    .label("these braces belong to nothing")
}

/// `except` or `usually` before something that it cannot change.
pub(super) fn misplaced_mark(span: Span, word: &str, before: &str) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, format!("`{word}` belongs before {before}"))
        .label("this line gives none")
        .fix(format!("take `{word}` out"), false, Span { end: span.end + 1, ..span }, "")
}

/// A figure that is not known yet.
pub(super) fn unfilled(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::UNFILLED, span, "something is not filled in yet")
        .label("`?` stands for something that is not known")
        .help("write it once it is known")
}

/// "a calendar", "an offer".
pub(super) fn article(keyword: &str) -> String {
    let an = keyword.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {keyword}", if an { "an" } else { "a" })
}

/// A declaration as the place where a word is known.
fn home(keyword: &str) -> String {
    match keyword {
        "changes" | "scope" | "queue" | "maintenance" | "availability" => format!("`{keyword}`"),
        keyword => article(keyword),
    }
}

/// A list with "or" before the last.
fn or_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// A word of the author, cut where it is too long for a message.
fn shown(word: &str) -> String {
    if word.chars().count() > 40 {
        format!("{}…", word.chars().take(40).collect::<String>())
    } else {
        word.to_owned()
    }
}

/// What stands at a place, as much of it as one thing: a whole text in quotes, or a word.
fn found(head: Head<'_>, at: usize) -> &str {
    let rest = &head.text[at..];
    if let Some(inner) = rest.strip_prefix('"') {
        let end = inner.find(['"', '\n']).map_or(rest.len(), |end| end + 2);
        return rest[..end.min(rest.len())].trim_end();
    }
    head.word(at)
}
