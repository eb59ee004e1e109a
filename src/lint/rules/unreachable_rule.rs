//! A rule that decides no case: others stand above it everywhere, or its declaration does not speak of its cases.

use super::all_rules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{IdleWhy, Program};

/// Looks at every rule.
pub fn check(program: &Program, findings: &mut Vec<Diagnostic>) {
    for set in all_rules(program) {
        for idle in set.idle {
            let (label, help) = match idle.why {
                IdleWhy::Hidden => ("others win everywhere", "leave it out, or narrow the others"),
                IdleWhy::OutsideDomain => {
                    ("outside of `only when`", "leave it out, or let `only when` hold for its cases")
                }
                IdleWhy::Repeated | IdleWhy::ExceptionWithoutEffect | IdleWhy::AddsNothing => continue,
            };
            let Some(rule) = set.rules.get(idle.rule) else { continue };
            let mut finding = Diagnostic::new(
                &registry::UNREACHABLE_RULE,
                rule.span,
                format!("`{}` decides no case", rule.path),
            )
            .label(label)
            .help(help);
            for above in idle.by.iter().filter_map(|by| set.rules.get(*by)).take(3) {
                finding = finding.related(above.span, "this one wins");
            }
            findings.push(finding);
        }
    }
}
