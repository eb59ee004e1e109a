//! Several clauses that each say that they are the only exception, or one that says so beside a duty with an exception of its own.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Passage, Role, Tag};
use crate::source::Span;
use std::collections::BTreeMap;

/// Looks at every "the only exception".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, (Span, String)> = BTreeMap::new();
    for passage in context.prose().with(Tag::OnlyException) {
        let mut end = 0;
        for mark in passage.marks(Tag::OnlyException) {
            // Two forms can fit the same words.
            if mark.tokens().start < end {
                continue;
            }
            end = mark.tokens().end;
            let span = passage.span(mark.tokens());
            let written = passage.written(mark.tokens());
            let (earlier, other) =
                first.entry(passage.language).or_insert_with(|| (span, written.to_owned()));
            let (earlier, message) = if *earlier != span {
                let twice = other.eq_ignore_ascii_case(written);
                let apart = || format!("`{written}` is said here, and `{other}` elsewhere");
                (*earlier, if twice { format!("`{written}` is said twice") } else { apart() })
            } else if let Some(except) = right_before(&context.prose().passages, passage) {
                (except, format!("`{written}` stands behind another exception"))
            } else {
                continue;
            };
            findings.push(
                Diagnostic::new(&registry::SEVERAL_ONLY_EXCEPTIONS, span, message)
                    .label("the second one")
                    .related(earlier, "the first one")
                    .help("say to what each is an exception, or call neither the only one"),
            );
        }
    }
}

/// The exception of the duty that stands right before a text of the same section.
fn right_before(passages: &[Passage<'_>], passage: &Passage<'_>) -> Option<Span> {
    let at = passages.iter().position(|other| other.piece.span == passage.piece.span)?;
    let before = passages.get(at.checked_sub(1)?)?;
    let same = before.place.owner.span == passage.place.owner.span && passage.place.role == Role::Free;
    let except = before.place.duty.filter(|_| same)?.except.as_ref()?;
    Some(except.original.span)
}
