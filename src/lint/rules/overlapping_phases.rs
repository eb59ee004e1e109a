//! A phase of a release that begins before the phase before it has ended: on those days the release is in both.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::phases;

/// Looks at the phases of every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for product in context.program.products.values() {
        for (release, before, phase) in phases::pairs(product) {
            let Some(from) = phase.from.filter(|from| *from <= before.to && phase.to >= before.to) else {
                continue;
            };
            findings.push(
                Diagnostic::new(
                    &registry::OVERLAPPING_PHASES,
                    phase.span,
                    format!(
                        "from {from} to {} release `{}` is in two phases, `{}` and `{}`",
                        before.to, release.clause.name, before.name, phase.name
                    ),
                )
                .label(format!("begins before `{}` has ended", before.name))
                .related(before.span, format!("lasts until {}", before.to))
                .help(format!(
                    "write `{}`, which begins when the phase before it ends",
                    phase.behind_another()
                )),
            );
        }
    }
}
