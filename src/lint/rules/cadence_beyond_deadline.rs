//! Updates that are promised so seldom that the deadline they lead up to comes before the first of them.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, say};
use crate::lint::deadlines;
use crate::value::{Duration, Name, Promise};
use std::collections::BTreeMap;

/// Looks at every cadence beside every deadline that ends with the same event.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let all = context.program.commitments.values();
    let has = |commitment: &Commitment, is: fn(&Promise) -> bool| {
        commitment.rules.rules.iter().any(|rule| is(&rule.value.promise))
    };
    let rhythms: Vec<&Commitment> =
        all.clone().filter(|it| has(it, |promise| matches!(promise, Promise::Every(_)))).collect();
    if rhythms.is_empty() {
        return;
    }
    let mut ending: BTreeMap<&Name, Vec<&Commitment>> = BTreeMap::new();
    for deadline in all.filter(|it| has(it, |promise| matches!(promise, Promise::Within { .. }))) {
        if let Some(until) = &deadline.until {
            ending.entry(until).or_default().push(deadline);
        }
    }
    for updates in rhythms {
        let ends = updates.until.as_ref().and_then(|until| ending.get(until));
        let others = ends.into_iter().flatten().filter(|other| other.clause.name != updates.clause.name);
        findings.extend(others.flat_map(|deadline| of_two(context, updates, deadline)));
    }
}

fn of_two(context: &Context<'_>, updates: &Commitment, deadline: &Commitment) -> Vec<Diagnostic> {
    let program = context.program;
    let mut found = Vec::new();
    for region in &updates.rules.regions {
        let Some(rule) = updates.rules.rules.get(region.rule) else { continue };
        let Promise::Every(every) = &rule.value.promise else { continue };
        let sooner = deadline.rules.regions.iter().find_map(|other| {
            let due = deadline.rules.rules.get(other.rule)?;
            let Promise::Within { to, .. } = &due.value.promise else { return None };
            if !is_longer(context, every, to) {
                return None;
            }
            let both = region.cases.and(&other.cases);
            Some((due, both.witness(&program.space)?, both))
        });
        let Some((due, case, both)) = sooner else { continue };
        let (names, words) = context.legend().case(&program.space, &case, &both);
        found.push(
            Diagnostic::new(
                &registry::CADENCE_BEYOND_DEADLINE,
                rule.span,
                format!(
                    "the first of `{}` comes after the deadline of `{}`: {} and {}",
                    updates.clause.name,
                    deadline.clause.name,
                    say::promise(&rule.value.promise),
                    say::promise(&due.value.promise)
                ),
            )
            .label("nothing is heard in between")
            .related(due.span, "due before")
            .case(names, words)
            .help("promise them more often, or none"),
        );
    }
    found
}

/// Whether the time between two updates is longer, for certain.
fn is_longer(context: &Context<'_>, every: &Duration, to: &Duration) -> bool {
    let within = |length: &Duration| Promise::Within { from: None, to: length.clone() };
    deadlines::plainly(context, &within(every), &within(to)).is_some_and(std::cmp::Ordering::is_gt)
}
