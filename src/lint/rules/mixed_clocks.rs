//! Days by the clock on the wall beside business days, where a word was probably left out: `2 days` beside `2 business days`, or
//! days for what is light and business days for what is grave.
//!
//! What is grave in plain days and what is light in business days is usual: the grave one is worked on at weekends too. So is a
//! commitment that explains itself.

use super::Context;
use crate::cases::Dim;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Fact, Rule, say};
use crate::lint::clauses::gravity;
use crate::value::{Clock, Duration, Figure, Unit};

/// Looks at the promises in days of all commitments.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(business) = &program.policy.business else { return };
    let gravity = gravity(program);
    let all: Vec<(&Commitment, &Rule<Figure>, &Duration)> = program
        .commitments
        .values()
        .flat_map(|commitment| commitment.rules.rules.iter().map(move |rule| (commitment, rule)))
        .filter_map(|(commitment, rule)| Some((commitment, rule, days(rule)?)))
        .collect();
    // Nearly always all days are of one kind.
    if all.iter().all(|(_, _, length)| length.clock != Clock::Elapsed) {
        return;
    }
    let (plain, open): (Vec<_>, Vec<_>) =
        all.iter().partition(|(_, _, length)| length.clock == Clock::Elapsed);
    for (of, rule, length) in plain {
        if !of.clause.notes.is_empty() || !of.clause.prose.is_empty() || !rule.clause.notes.is_empty() {
            continue;
        }
        let other = open.iter().find(|(other_of, other, other_length)| {
            if of.clause.name == other_of.clause.name {
                return gravity.is_some_and(|gravity| is_lighter(context, gravity, rule, other));
            }
            let graver = gravity.is_some_and(|gravity| is_lighter(context, gravity, other, rule));
            length.amount == other_length.amount && !graver
        });
        let Some((_, other, other_length)) = other else { continue };
        let word = business.word.value.word();
        findings.push(
            Diagnostic::new(
                &registry::MIXED_CLOCKS,
                length.span,
                format!(
                    "`{}` counts weekends and holidays, and `{}` does not",
                    say::duration(length),
                    say::duration(other_length)
                ),
            )
            .label("by the clock on the wall")
            .related(other.span, "open days only")
            .help(format!(
                "if open days are meant, write `{} {word} {}`; otherwise say in a note that weekends count",
                length.amount,
                if length.amount == 1 { "day" } else { "days" }
            )),
        );
    }
}

/// Whether a rule begins with a lighter severity than another one for the same cases.
fn is_lighter(
    context: &Context<'_>,
    (dim, fact): (Dim, &Fact),
    rule: &Rule<Figure>,
    other: &Rule<Figure>,
) -> bool {
    let space = &context.program.space;
    let first = |rule: &Rule<Figure>| {
        (0..fact.values().len()).find(|class| rule.when.cases.overlaps(&space.is(dim, [*class])))
    };
    first(other) < first(rule) && other.when.cases.forget(dim).overlaps(&rule.when.cases.forget(dim))
}

/// A promise in days.
fn days(rule: &Rule<Figure>) -> Option<&Duration> {
    rule.value.promise.length().filter(|length| length.unit == Unit::Day)
}
