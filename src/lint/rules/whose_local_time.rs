//! "Local time" that does not say whose.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Passage, Tag};
use crate::time::Zone;
use std::ops::Range;

/// Looks at every "local time".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let zone = context.program.policy.zone.as_ref();
    for passage in context.prose().with(Tag::LocalTime) {
        for mark in passage.marks(Tag::LocalTime) {
            if says_whose(passage, &mark.tokens(), mark.sentence(), zone) {
                continue;
            }
            let written = passage.written(mark.tokens());
            findings.push(
                Diagnostic::new(
                    &registry::WHOSE_LOCAL_TIME,
                    passage.span(mark.tokens()),
                    format!("`{written}` does not say whose"),
                )
                .label("yours, or the reader's?")
                .help("name the place, as in `{policy timezone} time`, or say whose clock counts"),
            );
        }
    }
}

/// Whether a word for whose stands right before or behind, or a place is named near.
fn says_whose(passage: &Passage<'_>, tokens: &Range<usize>, sentence: usize, zone: Option<&Zone>) -> bool {
    let all = &passage.tokens().all;
    let owner = passage.tokens().marks_in(sentence).any(|mark| match mark.tag {
        Tag::Whose => mark.tokens().end + 1 >= tokens.start && mark.tokens().start <= tokens.end + 2,
        Tag::PlaceOf => mark.tokens().start == tokens.end,
        _ => false,
    });
    // In English and most other languages, a capital within a sentence is a name: "Sydney local time".
    let named = tokens.start.checked_sub(1).and_then(|at| all.get(at)).is_some_and(|token| {
        let first = passage.piece.content[token.range()].chars().next();
        token.kind == Kind::Gap
            || token.sentence() == sentence
                && first.is_some_and(char::is_uppercase)
                && token.range().start > 0
    });
    let place = zone.is_some_and(|zone| {
        let range = passage.tokens().range(passage.tokens().sentence(sentence));
        passage.piece.content[range].to_lowercase().contains(&zone.city().to_lowercase())
    });
    let quoted = passage.piece.quotations.iter().any(|quotation| {
        let range = passage.tokens().range(passage.tokens().sentence(sentence));
        quotation.range.start + 3 >= range.start && quotation.range.end <= range.end + 3
    });
    // In Japanese the place stands before the particle: アムステルダムの現地時間.
    let start = passage.tokens().range(tokens.clone()).start;
    let of = passage.piece.content.get(..start).is_some_and(|before| before.ends_with('の'));
    owner || named || place || quoted || of
}
