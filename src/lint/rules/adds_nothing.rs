//! A line that is narrower than another one and says the same: it adds nothing, or *only* was meant.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::IdleWhy;

/// Looks at every line.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for set in context.rules() {
        for idle in
            set.idle.iter().filter(|idle| matches!(idle.why, IdleWhy::AddsNothing | IdleWhy::Repeated))
        {
            let Some(rule) = set.all.get(idle.rule).filter(|rule| !rule.open) else { continue };
            let mut finding = Diagnostic::new(
                &registry::ADDS_NOTHING,
                rule.span,
                format!("{} says what holds without it", rule.called("line")),
            )
            .label("adds nothing")
            .help("leave it out; if the promise is meant for these cases only, say so with `only when` between the braces");
            for wider in idle.by.iter().filter_map(|by| set.all.get(*by)).take(3) {
                finding = finding.related(wider.span, "says the same already");
            }
            findings.push(rule.taken_out(finding));
        }
    }
}
