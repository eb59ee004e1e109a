//! A policy that does not say how its readers hear of changes.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks for a notice.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let place = match &program.changes {
        Some(changes) if !changes.notices.rules.is_empty() || changes.clause.unfilled => return,
        Some(changes) => changes.clause.span,
        None if program.commitments.is_empty() => return,
        None => program.policy.clause.name.span,
    };
    findings.push(
        Diagnostic::new(
            &registry::NO_CHANGE_NOTICE,
            place,
            "the policy does not say how its readers hear of changes",
        )
        .label("no notice of changes")
        .help("add `changes { notice 30 days }`"),
    );
}
