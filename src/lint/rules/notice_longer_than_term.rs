//! A contract that must be ended earlier than it begins: its notice is as long as its term, or longer.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::lint::lengths;
use crate::value::Stated;

/// Looks at how long each plan runs.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for plan in context.program.plans.values() {
        for runs in &plan.runs {
            let notice = runs.notice.as_ref().and_then(Stated::known);
            let (Some(notice), Some(term)) = (notice, runs.duration.known()) else { continue };
            let too_long = lengths::compare(notice, term).is_some_and(std::cmp::Ordering::is_ge);
            if !too_long {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::NOTICE_LONGER_THAN_TERM,
                    notice.span,
                    format!(
                        "a contract of {} cannot be ended {} before its end",
                        say::duration(term),
                        say::duration(notice)
                    ),
                )
                .label("as long as the contract, or longer")
                .related(term.span, "it runs so long")
                .help("shorten the notice"),
            );
        }
    }
}
