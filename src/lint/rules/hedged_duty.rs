//! A duty of ours that says "mostly" or "in most cases" in its words, where `usually` before the line would say it to everybody.
//!
//! A word in a text is read by people alone; what we promise without `usually` counts as promised.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::hir::{Duty, Subject, Verb};
use crate::lint::prose::{Mark, Passage, Role, Tag};
use crate::source::Span;
use std::ops::Range;

/// Looks at every "mostly" in a duty.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Mostly) {
        let place = &passage.place;
        let Some(duty) = place.duty.filter(|_| place.role == Role::Duty) else { continue };
        let promised = duty.subject == Subject::Us && duty.verb != Verb::May && !duty.usually;
        let mut marks = passage.marks(Tag::Mostly);
        let Some(mark) = marks.next().filter(|_| promised) else { continue };
        let word = passage.written(mark.tokens());
        let finding = Diagnostic::new(
            &registry::HEDGED_DUTY,
            passage.span(mark.tokens()),
            format!("`{word}` takes back a part of what this line promises"),
        )
        .label("and when not?")
        .help(if hedges_all(passage, mark) {
            "write `usually we will …`, so that everybody reads it as a habit, or leave the word out"
        } else {
            "write two lines: what is firm as `we will …`, and what is a habit as `usually we will …`"
        });
        let alone = marks.next().is_none() && duty.text.translations.is_empty() && hedges_all(passage, mark);
        let fix = alone.then(|| as_habit(context, passage, duty, mark)).flatten();
        findings.push(Diagnostic { fixes: fix.into_iter().collect(), ..finding });
    }
}

/// Whether a word takes back all of a duty: it stands at the beginning, or behind the verb that begins it. Further on it may
/// speak of a part, and the rest is firm.
fn hedges_all(passage: &Passage<'_>, mark: &Mark) -> bool {
    let start = passage.tokens().range(mark.tokens()).start;
    let before = passage.piece.content.get(..start).unwrap_or_default().trim();
    before.chars().all(char::is_alphanumeric)
}

/// `usually` before the line in place of the word, where the line begins with "we".
fn as_habit(context: &Context<'_>, passage: &Passage<'_>, duty: &Duty, mark: &Mark) -> Option<Fix> {
    let file = passage.piece.span.file;
    let source = context.sources.get(file).text();
    let text = usize::try_from(duty.text.original.span.start).ok()?;
    let before = source.get(..text)?;
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let start = line + before.get(line..)?.rfind("we ")?;
    if !source.get(line..start)?.trim().is_empty() {
        return None;
    }
    let at = u32::try_from(start).ok()?;
    let before = Edit { span: Span { file, start: at, end: at }, text: "usually ".to_owned() };
    let word = Edit { span: passage.piece.place(with_blank(passage, mark)?), text: String::new() };
    Some(Fix {
        title: format!("put `usually` before the line in place of `{}`", passage.written(mark.tokens())),
        safe: false,
        edits: vec![before, word],
    })
}

/// The bytes of a word with the blank behind it, or before it at the end; none where it stands beside a mark.
fn with_blank(passage: &Passage<'_>, mark: &Mark) -> Option<Range<usize>> {
    let content = passage.piece.content.as_str();
    let Range { start, end } = passage.tokens().range(mark.tokens());
    if content.get(end..)?.starts_with(' ') {
        return Some(start..end + 1);
    }
    let words = content.get(..start)?.strip_suffix(' ')?;
    (end == content.len() && words.ends_with(char::is_alphanumeric)).then(|| start - 1..end)
}
