//! Words that were true when the text was written: "currently", "next year".

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;

/// Looks at every such word.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Nowadays) {
        for mark in passage.marks(Tag::Nowadays) {
            let written = passage.written(mark.tokens.clone());
            findings.push(
                Diagnostic::new(
                    &registry::DATED_WORDING,
                    passage.span(mark.tokens.clone()),
                    format!("`{written}` is only right for a while"),
                )
                .label("when is that?")
                .help("name the date, or leave it out"),
            );
        }
    }
}
