//! A policy that does not say where customers can complain.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;

/// Looks for an escalation that customers can ask for, or for words about complaints.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let raised = program.escalations.values().any(|escalation| !escalation.raised.is_empty());
    if raised || program.commitments.is_empty() || context.prose().with(Tag::Complaint).next().is_some() {
        return;
    }
    findings.push(
        Diagnostic::new(
            &registry::NO_COMPLAINT_ROUTE,
            program.policy.clause.name.span,
            "the policy does not say where customers can complain",
        )
        .label("no way for those who are not satisfied")
        .help("add an `escalation` with `raised by customer` and the people it goes to"),
    );
}
