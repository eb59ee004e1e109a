//! An exception that says what holds without it.

use super::all_rules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{IdleWhy, Program};

/// Looks at every exception.
pub fn check(program: &Program, findings: &mut Vec<Diagnostic>) {
    for set in all_rules(program) {
        for idle in set.idle.iter().filter(|idle| idle.why == IdleWhy::ExceptionWithoutEffect) {
            let Some(rule) = set.all.get(idle.rule) else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::EXCEPTION_WITHOUT_EFFECT,
                    rule.span,
                    format!("the exception `{}` changes nothing", rule.path),
                )
                .label("the same holds without it")
                .help("leave it out, or give it the value that was meant"),
            );
        }
    }
}
