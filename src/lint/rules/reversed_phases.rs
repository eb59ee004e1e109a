//! A phase of a release that ends before the phase before it does.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::phases;

/// Looks at the phases of every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for product in context.program.products.values() {
        for (release, before, phase) in phases::pairs(product) {
            // Two rules that contradict each other do so for every release.
            let both = before.ruled && phase.ruled;
            let said =
                |known: &Diagnostic| known.code == &registry::REVERSED_PHASES && known.span == phase.span;
            if phase.to >= before.to || both && findings.iter().any(said) {
                continue;
            }
            findings.push(
                Diagnostic::new(
                    &registry::REVERSED_PHASES,
                    phase.span,
                    format!(
                        "`{}` of release `{}` ends on {}, before `{}` does",
                        phase.name, release.clause.name, phase.to, before.name
                    ),
                )
                .label("ends too early")
                .related(before.span, format!("`{}` ends on {}", before.name, before.to))
                .help(if phase.ruled {
                    "correct one of the two, or the order of the lines"
                } else {
                    "correct one of the two dates, or the order of the columns"
                }),
            );
        }
    }
}
