//! A phase of a release that ends before the phase before it does.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::phases;

/// Looks at the phases of every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for product in context.program.products.values() {
        for (release, before, phase) in phases::pairs(product) {
            if phase.to >= before.to {
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
                .help("correct one of the two dates, or the order of the columns"),
            );
        }
    }
}
