//! A policy that does not say from when on it counts.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at the header.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policy = &context.program.policy;
    // A catalogue alone promises nothing.
    let says = !context.program.commitments.is_empty() || !context.program.layout.is_empty();
    if policy.effective.is_some() || !policy.unfilled.is_empty() || !says {
        return;
    }
    findings.push(
        Diagnostic::new(
            &registry::NO_EFFECTIVE_DATE,
            policy.clause.name.span,
            "the policy does not say from when on it counts",
        )
        .label("since when?")
        .help(
            "add the day to the header, as in `effective 2026-03-01`, or `effective ?` while it is not known",
        ),
    );
}
