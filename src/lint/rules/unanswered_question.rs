//! A question without an answer.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every question.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, question) in &context.program.questions {
        let clause = &question.clause;
        let said = !(clause.means.is_empty() && clause.prose.is_empty() && clause.notes.is_empty());
        if question.answers.is_empty() && !said && !clause.unfilled {
            findings.push(
                Diagnostic::new(
                    &registry::UNANSWERED_QUESTION,
                    name.span,
                    format!("the question `{name}` has no answer"),
                )
                .label("asked and not answered")
                .help("add `answer \"…\"`"),
            );
        }
    }
}
