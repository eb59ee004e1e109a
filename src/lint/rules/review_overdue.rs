//! A policy that was to be looked at again by now.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::life::later;

/// Looks at the review that the policy promises.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let (Some(today), Some(effective)) = (context.today, context.program.policy.effective) else { return };
    let Some(every) = context.program.changes.as_ref().and_then(|changes| changes.review.as_ref()) else {
        return;
    };
    let Some(due) = later(effective, every).filter(|due| *due < today) else { return };
    findings.push(
        Diagnostic::new(&registry::REVIEW_OVERDUE, every.span, format!("a review was due on {due}"))
            .label(format!("counted from {effective}, when this version took effect"))
            .help("look the policy through, and give it a new version with its date"),
    );
}
