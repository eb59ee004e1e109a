//! A little word that stands twice in a row: "the the".
//!
//! Only words that no sentence of the language has twice.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Doubled) {
        let behind = passage.marks(Tag::Doubled).skip(1);
        for (first, second) in passage.marks(Tag::Doubled).zip(behind) {
            let all = &passage.tokens().all;
            let (one, two) = (&all[first.tokens.start], &all[second.tokens.start]);
            if first.tokens.end != second.tokens.start || one.text != two.text || one.sentence != two.sentence
            {
                continue;
            }
            let span = passage.piece.place(one.range.end..two.range.end);
            findings.push(
                Diagnostic::new(
                    &registry::REPEATED_WORD,
                    passage.span(second.tokens.clone()),
                    format!("`{}` stands here twice", one.text),
                )
                .label("once is enough")
                .fix("take one of them out", true, span, "")
                .help("take one of them out"),
            );
        }
    }
}
