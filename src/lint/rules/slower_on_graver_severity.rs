//! A promise that is slower for a graver request than for a lighter one.
//!
//! A graver request without a figure is left alone: many are worked on at once, and nobody says how soon that is. Where each
//! value gets a slower promise than the next one, the values were declared from the lightest up, which is told once.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::FactValue;
use crate::lint::{clauses, ladders, slower};
use crate::value::Name;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest values of which the order shows: of two the figures may as well be exchanged.
const FEWEST: usize = 3;

/// A pair of which the graver one is slower.
struct Slow<'p> {
    commitment: &'p Name,
    grave: Name,
    light: Name,
    finding: Diagnostic,
}

/// Looks at every commitment, for each severity and the lighter ones.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some((_, fact)) = clauses::gravity(context.program) else { return };
    let words = clauses::GravityWords::of(fact);
    let pairs = ladders::severities(context.program);
    let mut slow: Vec<Slow<'_>> = Vec::new();
    slower::look(context, &pairs, false, &mut |found, grave, light| {
        let finding = found.finding(
            &registry::SLOWER_ON_GRAVER_SEVERITY,
            &format!("for `{grave}`"),
            &format!("for `{light}`"),
        );
        let help = if found.is_of_two_clocks() {
            format!("let both run on one clock, or shorten the time for `{grave}`")
        } else {
            format!("exchange the two figures, or the order in which the {} are declared", words.all)
        };
        let finding = finding.label(format!("`{grave}` is {} than `{light}`", words.more)).help(help);
        slow.push(Slow { commitment: found.commitment, grave: grave.clone(), light: light.clone(), finding });
    });
    let values = fact.values();
    let upside_down = upside_down(values, &slow);
    if let (Some(of), [first, .., last]) = (upside_down.first(), values) {
        let message = format!("`{of}` gets slower step by step the {} the request", words.more);
        findings.push(
            Diagnostic::new(&registry::SLOWER_ON_GRAVER_SEVERITY, first.clause.span, message)
                .label(format!("declared first, so the {}", words.most))
                .related(last.clause.span, format!("declared last, so the {}", words.least))
                .help(format!("declare the {} first: the order of the {} says so", words.most, words.all)),
        );
    }
    let rest = slow.into_iter().filter(|one| !upside_down.contains(one.commitment.as_str()));
    findings.extend(rest.map(|one| one.finding));
}

/// The commitments of which every value gets a slower promise than the next one.
fn upside_down<'p>(values: &[FactValue], slow: &[Slow<'p>]) -> BTreeSet<&'p str> {
    let places = values.iter().enumerate().map(|(at, value)| (value.clause.name.as_str(), at));
    let places: BTreeMap<&str, usize> = places.collect();
    let place = |name: &Name| places.get(name.as_str()).copied();
    let mut steps: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for one in slow {
        if let (Some(grave), Some(light)) = (place(&one.grave), place(&one.light))
            && light == grave + 1
        {
            steps.entry(one.commitment.as_str()).or_default().insert(grave);
        }
    }
    let whole = steps.into_iter().filter(|(_, steps)| steps.len() + 1 == values.len().max(FEWEST));
    whole.map(|(commitment, _)| commitment).collect()
}
