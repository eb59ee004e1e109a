//! An exception that says what holds without it.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::IdleWhy;

/// Looks at every exception.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for set in context.rules() {
        for idle in set.idle.iter().filter(|idle| idle.why == IdleWhy::ExceptionWithoutEffect) {
            let Some(rule) = set.all.get(idle.rule).filter(|rule| !rule.open) else { continue };
            let called = rule.called("exception");
            let called = if called.starts_with('`') { format!("the exception {called}") } else { called };
            let message = format!("{called} changes nothing");
            let finding = Diagnostic::new(&registry::EXCEPTION_WITHOUT_EFFECT, rule.span, message)
                .label("the same holds without it")
                .help("leave it out, or give it the value that was meant");
            findings.push(rule.taken_out(finding));
        }
    }
}
