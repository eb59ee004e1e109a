//! A question whose title is none.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every question, in every language.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for question in context.program.questions.values() {
        let Some(title) = &question.clause.title else { continue };
        for piece in title.pieces().filter(|piece| {
            !piece.content.trim_end().ends_with(['?', '？', ';', '؟', '…', '"', '”', 'か', '。'])
        }) {
            findings.push(
                Diagnostic::new(&registry::QUESTION_MARK, piece.span, "this question does not end like one")
                    .label("no question mark")
                    .help("ask it as readers would"),
            );
        }
    }
}
