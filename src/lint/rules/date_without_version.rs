//! A policy with a date from which it counts, and neither a version nor an edition.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at the header.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let policy = &context.program.policy;
    let Some(effective) = policy.effective else { return };
    if policy.version.is_some() || policy.edition.is_some() || !policy.unfilled.is_empty() {
        return;
    }
    findings.push(
        Diagnostic::new(
            &registry::DATE_WITHOUT_VERSION,
            policy.clause.name.span,
            format!("the policy counts from {effective} and has no version"),
        )
        .label("which version is this?")
        .help(format!(
            "add `version \"{}.1\"` to the header, and a new one with each change",
            effective.year()
        )),
    );
}
