//! A policy that does not say when it is looked at again.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks for a review.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(changes) = &context.program.changes else { return };
    if changes.review.is_none() && !changes.clause.unfilled {
        findings.push(
            Diagnostic::new(
                &registry::NO_REVIEW,
                changes.clause.span,
                "the policy does not say when it is looked at again",
            )
            .label("no review")
            .help("add `review every 12 months`; avouch then says when it is overdue"),
        );
    }
}
