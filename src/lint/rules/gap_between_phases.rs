//! Days on which a release is in no phase, between two of its phases.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::phases;
use crate::time::Date;

/// Looks at the phases of every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for product in context.program.products.values() {
        for (release, before, phase) in phases::pairs(product) {
            let Some(from) = phase.from.filter(|from| from.number() > before.to.number() + 1) else {
                continue;
            };
            let day = |number: i64| Date::from_number(number).unwrap_or(from);
            let (first, last) = (day(before.to.number() + 1), day(from.number() - 1));
            let when = if first == last { format!("on {first}") } else { format!("from {first} to {last}") };
            findings.push(
                Diagnostic::new(
                    &registry::GAP_BETWEEN_PHASES,
                    phase.span,
                    format!("{when} release `{}` is in no phase", release.clause.name),
                )
                .label(format!("begins on {from}"))
                .related(before.span, format!("`{}` ends on {}", before.name, before.to))
                .help(format!(
                    "write `{}`, which begins when the phase before it ends",
                    phase.behind_another()
                )),
            );
        }
    }
}
