//! A phase of a release that has no end, beside a rule for every release that counts on one.
//!
//! What the table says of a phase of a release counts before a rule, so that a phase which the table names is not looked for there.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Fact, FactValue};
use crate::value::{DateRule, Name, PhaseDates};

/// Looks at every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let order = context.program.facts.get("phase").map(Fact::values).unwrap_or_default();
    for product in context.program.products.values() {
        for release in &product.releases {
            let Some((phase, dates)) = release.phases.iter().find(|(_, dates)| dates.is_endless()) else {
                continue;
            };
            let in_table = |name: &Name| release.phases.iter().any(|(known, _)| known == name);
            let rule = product.ends.iter().find(|end| {
                let behind = || names_end(&end.rule, phase) || comes_after(order, &end.phase, phase);
                end.phase == *phase || (!in_table(&end.phase) && behind())
            });
            let Some(rule) = rule else { continue };
            let of = format!("`{phase}` of release `{}` has no end", release.clause.name);
            let last = match dates {
                PhaseDates::From(Some(from), _) => format!("write `{from}..` and its last day"),
                PhaseDates::From(None, _)
                | PhaseDates::Span(..)
                | PhaseDates::Until(..)
                | PhaseDates::No(_)
                | PhaseDates::Unfilled(_) => "write `until` and its last day".to_owned(),
            };
            let (message, help) = if rule.phase == *phase {
                (
                    format!("{of}, though a rule says when it ends"),
                    format!("{last}; what stands in the table counts before a rule"),
                )
            } else {
                let other = &rule.phase;
                (
                    format!("{of}, so that `{other}` never begins"),
                    format!("{last}; if it never ends, add a column `{other}` with `no` for this release"),
                )
            };
            findings.push(
                Diagnostic::new(&registry::ENDLESS_PHASE, dates.span(), message)
                    .label("it has no end")
                    .related(rule.clause.span, format!("a rule says when `{}` ends", rule.phase))
                    .help(help),
            );
        }
    }
}

/// Whether a rule counts from the end of a phase.
fn names_end(rule: &DateRule, phase: &Name) -> bool {
    match rule {
        DateRule::EndOf(name) => name == phase,
        DateRule::After(_, rule) | DateRule::FirstAfter(_, rule) => names_end(rule, phase),
        DateRule::Earlier(one, two) | DateRule::LaterOf(one, two) => {
            names_end(one, phase) || names_end(two, phase)
        }
        DateRule::On(_)
        | DateRule::Release
        | DateRule::Later(_)
        | DateRule::StartOf(_)
        | DateRule::Unfilled => false,
    }
}

/// Whether a phase stands behind another one in the policy, from the first to the last.
fn comes_after(order: &[FactValue], phase: &Name, other: &Name) -> bool {
    let place = |name: &Name| order.iter().position(|value| value.clause.name == *name);
    place(phase).zip(place(other)).is_some_and(|(phase, other)| phase > other)
}
