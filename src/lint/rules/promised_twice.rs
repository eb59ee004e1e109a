//! Two commitments that run from one event to another and promise different times for one case.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Legend, say};
use crate::value::{Figure, Name, Promise};
use std::collections::BTreeMap;

/// Looks at every two commitments with the same ends.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let mut before: BTreeMap<(&Name, &Name), Vec<&Commitment>> = BTreeMap::new();
    for second in program.commitments.values() {
        let (Some(from), Some(until)) = (&second.from, &second.until) else { continue };
        let same = before.entry((from, until)).or_default();
        findings.extend(same.iter().find_map(|first| differ(context, first, second)));
        same.push(second);
    }
}

fn differ(context: &Context<'_>, first: &Commitment, second: &Commitment) -> Option<Diagnostic> {
    let program = context.program;
    let office = program.policy.business_calendar();
    for region in &second.rules.regions {
        let Some(rule) = second.rules.rules.get(region.rule).filter(|rule| is_told(&rule.value)) else {
            continue;
        };
        for other in &first.rules.regions {
            let Some(before) = first.rules.rules.get(other.rule).filter(|rule| is_told(&rule.value)) else {
                continue;
            };
            // What is usual and what is guaranteed are two promises, and both are kept.
            let agreed = [before, rule].map(|rule| matches!(rule.value.promise, Promise::AsAgreed(_)));
            let as_firm = before.value.firmness() == rule.value.firmness() || agreed[0] != agreed[1];
            if !as_firm || agreed == [true, true] || before.value.same_as(&rule.value, office) {
                continue;
            }
            let both = region.cases.and(&other.cases);
            let Some(case) = both.witness(&program.space) else { continue };
            let (names, words) = Legend::of(&program.facts).case(&program.space, &case, &both);
            let (from, until) = (second.from.as_ref()?, second.until.as_ref()?);
            return Some(
                Diagnostic::new(
                    &registry::PROMISED_TWICE,
                    rule.span,
                    format!(
                        "from `{from}` until `{until}` both {} and {} are promised, by `{}` and by `{}`",
                        say::promise(&before.value.promise),
                        say::promise(&rule.value.promise),
                        first.clause.name,
                        second.clause.name
                    ),
                )
                .label("which of the two counts?")
                .related(before.span, "the other promise")
                .case(names, words)
                .help("keep one of the two, or let them end with different events"),
            );
        }
    }
    None
}

/// Whether something is due once, by a figure here or by one in another document.
fn is_told(figure: &Figure) -> bool {
    match figure.promise {
        Promise::Within { .. } | Promise::By(_) | Promise::AsAgreed(_) => true,
        Promise::Release(_)
        | Promise::Every(_)
        | Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsDecided(_)
        | Promise::Unfilled => false,
    }
}
