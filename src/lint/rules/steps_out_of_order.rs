//! A step of an escalation that comes earlier than the one written above it.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Moment, Rung};
use crate::lint::lengths;
use crate::value::Decimal;
use std::cmp::Ordering;

/// Looks at every two steps that follow one another.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for escalation in program.escalations.values() {
        for (at, later) in escalation.rungs.iter().enumerate() {
            let earlier = escalation.rungs.iter().take(at).rev().find(|earlier| {
                later.moment.guards() == earlier.moment.guards()
                    && later.moment.guards().is_some()
                    && order(&later.moment, &earlier.moment) == Some(Ordering::Less)
                    && cases(later).and(&cases(earlier)).overlaps(program.space.possible())
            });
            let Some(earlier) = earlier else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::STEPS_OUT_OF_ORDER,
                    later.span,
                    "this step comes before the one above it",
                )
                .label("earlier")
                .related(earlier.span, "this one comes later")
                .help("put the steps in the order in which they come, or correct the time"),
            );
        }
    }
}

fn cases(rung: &Rung) -> CaseSet {
    rung.clause.when.as_ref().map_or_else(CaseSet::everything, |when| when.cases.clone())
}

/// Which of two moments on one clock comes first, where that does not depend on how long the promise is.
fn order(one: &Moment, other: &Moment) -> Option<Ordering> {
    let breach = Decimal::whole(100);
    match (one, other) {
        (Moment::Share(one, _), Moment::Share(other, _)) => Some(one.cmp(other)),
        (Moment::Before(one, _), Moment::Before(other, _)) => lengths::amounts(other, one),
        // What comes again is in order by its first time.
        (
            Moment::After(one, _) | Moment::Again(one, ..),
            Moment::After(other, _) | Moment::Again(other, ..),
        ) => lengths::amounts(one, other),
        (Moment::Before(..) | Moment::Share(..), Moment::After(..) | Moment::Again(..)) => {
            Some(Ordering::Less)
        }
        (Moment::After(..) | Moment::Again(..), Moment::Before(..) | Moment::Share(..)) => {
            Some(Ordering::Greater)
        }
        (Moment::Before(..), Moment::Share(share, _)) => (*share == breach).then_some(Ordering::Less),
        (Moment::Share(share, _), Moment::Before(..)) => (*share == breach).then_some(Ordering::Greater),
        (Moment::Event(_) | Moment::Turn(_), _) | (_, Moment::Event(_) | Moment::Turn(_)) => None,
    }
}
