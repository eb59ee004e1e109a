//! Less of an entitlement on a plan than on one below it, or a channel that only the lower plan has.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Grant, say};
use crate::lint::ladders::{self, Ladder};
use crate::lint::reach;
use crate::value::{Decimal, Quantity};

/// Looks at every entitlement and channel, for each plan and those below it.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let pairs = ladders::plans(program);
    let Some((first, ..)) = pairs.first() else { return };
    let mut told: Vec<crate::source::Span> = Vec::new();
    for entitlement in program.entitlements.values() {
        let rules = &entitlement.rules;
        if rules.regions.is_empty() {
            continue;
        }
        let ladder = Ladder::new(rules, &program.space, first.dim);
        for (pair, high, low) in &pairs {
            for side in ladder.worse(*pair, |_, _| false, is_less, |_, _, _| true) {
                let (Some(above), Some(below)) = (rules.rules.get(side.above), rules.rules.get(side.below))
                else {
                    continue;
                };
                if told.contains(&above.span) {
                    continue;
                }
                told.push(above.span);
                let (cases, _) = pair.cases(program, &side);
                let mut finding = Diagnostic::new(
                    &registry::LESS_ON_HIGHER_PLAN,
                    above.span,
                    format!(
                        "`{high}` gives {} of `{}`, less than {} on `{low}`",
                        say::grant(&above.value),
                        entitlement.clause.name,
                        say::grant(&below.value)
                    ),
                )
                .label(format!("`{high}` is above `{low}`"))
                .related(below.span, "more")
                .help("exchange the two, or leave this one out so that the lower plan's holds");
                if let Some(case) = cases.witness(&program.space) {
                    let (names, words) = context.legend().case(&program.space, &case, &cases);
                    finding = finding.case(names, words);
                }
                findings.push(finding);
            }
        }
    }
    let possible = program.space.possible();
    let limited: Vec<_> = program.channels.iter().filter(|(_, channel)| reach::is_limited(channel)).collect();
    if limited.is_empty() {
        return;
    }
    let could =
        pairs.iter().map(|(pair, ..)| reach::without_channel(program, &possible.given(pair.dim, pair.above)));
    let could: Vec<CaseSet> = could.collect();
    for (name, channel) in limited {
        let exists = reach::exists(program, channel);
        let lost = pairs.iter().zip(&could).find_map(|((pair, high, low), could)| {
            let (above, below) = (exists.given(pair.dim, pair.above), exists.given(pair.dim, pair.below));
            let lost: CaseSet = below.minus(&above).and(could);
            Some((lost.witness(&program.space)?, lost, high, low))
        });
        let Some((case, lost, high, low)) = lost else { continue };
        let (names, words) = context.legend().case(&program.space, &case, &lost);
        let finding = Diagnostic::new(
            &registry::LESS_ON_HIGHER_PLAN,
            name.span,
            format!("`{low}` has the channel `{name}`, and `{high}`, which is above it, has not"),
        )
        .label("lost by moving up")
        .help(format!("write `only when plan is at least {low}`"));
        findings.push(if words == "every case" { finding } else { finding.case(names, words) });
    }
}

/// Whether one grant is plainly less than another.
fn is_less(one: &Grant, other: &Grant) -> bool {
    match (one, other) {
        (Grant::No, Grant::Yes | Grant::Limit { .. }) => true,
        (Grant::Limit { quantity: one, .. }, Grant::Limit { quantity: other, .. }) => is_fewer(one, other),
        (Grant::No, Grant::No | Grant::Unfilled)
        | (Grant::Yes | Grant::Unfilled, _)
        | (Grant::Limit { .. }, Grant::Yes | Grant::No | Grant::Unfilled) => false,
    }
}

/// Whether one limit is below another that is counted in the same way; no number is no limit.
fn is_fewer(one: &Quantity, other: &Quantity) -> bool {
    let alike = one.unit == other.unit && one.per == other.per && one.at_a_time == other.at_a_time;
    let below = |one: Option<Decimal>, other: Option<Decimal>| match (one, other) {
        (Some(one), Some(other)) => one < other,
        (Some(_), None) => true,
        (None, _) => false,
    };
    if one.count.is_some() && other.count.is_none() {
        // Without a limit is more than any limit, however it is counted.
        return true;
    }
    alike && below(one.count, other.count) && !below(other.at_most, one.at_most)
}
