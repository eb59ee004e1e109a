//! A sentence that promises best effort and a figure at once.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;

/// Looks at every sentence that speaks of best effort.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::BestEffort) {
        for mark in passage.marks(Tag::BestEffort) {
            let lengths = passage.lengths();
            let stated = lengths.iter().find(|length| length.sentence == mark.sentence() && length.deadline);
            let Some(stated) = stated else { continue };
            if passage.tokens().says(mark.sentence(), &[Tag::Not]) {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::BEST_EFFORT_WITH_FIGURE,
                    passage.span(mark.tokens()),
                    format!("`{}` takes a figure back in the same sentence", passage.written(mark.tokens())),
                )
                .label("this promises no figure")
                .related(passage.span(stated.tokens.clone()), "and this is one")
                .help("promise the figure, as a target if need be; or promise best effort and leave the figure out"),
            );
        }
    }
}
