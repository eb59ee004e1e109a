//! A policy that promises times and does not say what happens when they are about to be missed.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks for an escalation.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(commitment) = program.commitments.values().find(|it| !it.rules.rules.is_empty()) else { return };
    if program.escalations.is_empty() {
        findings.push(
            Diagnostic::new(
                &registry::NO_ESCALATION,
                commitment.clause.name.span,
                "nobody is told when a promise is about to be missed",
            )
            .label("a promise without an escalation")
            .help("add an `escalation` that says whom you tell and whom customers can turn to"),
        );
    }
}
