//! Promises that are slower where they should be faster, for two values of an ordered fact.
//!
//! In: pairs of values. Out: the two figures with a case and, where it depends on the calendars, the receipt that shows it.

use super::ladders::{Ladder, Pair, Side};
use super::{Context, deadlines};
use crate::diagnostic::{Code, Diagnostic};
use crate::hir::{Commitment, Rule, say};
use crate::time::Apart;
use crate::value::{Figure, Name, Promise};
use std::cell::RefCell;

/// Two promises of which the one above is slower.
pub struct Found<'c, 'p> {
    /// The commitment that promises both.
    pub commitment: &'p Name,
    context: &'c Context<'p>,
    above: &'p Rule<Figure>,
    below: &'p Rule<Figure>,
    pair: Pair,
    side: Side,
    apart: Option<Apart>,
}

/// Looks at all commitments for all pairs of one fact; each slow rule of a pair is told once, with the names of the two values.
/// What has no figure is slower than any, if that counts.
pub fn look<'c, 'p>(
    context: &'c Context<'p>,
    pairs: &[(Pair, &'p Name, &'p Name)],
    without_figure: bool,
    tell: &mut dyn FnMut(&Found<'c, 'p>, &Name, &Name),
) {
    let Some((first, ..)) = pairs.first() else { return };
    for commitment in context.program.commitments.values() {
        let ladder = Ladder::new(&commitment.rules, &context.program.space, first.dim);
        for (pair, above, below) in pairs {
            of_one(context, (commitment, &ladder), (*pair, without_figure), &mut |found| {
                tell(found, above, below);
            });
        }
    }
}

fn of_one<'c, 'p>(
    context: &'c Context<'p>,
    (commitment, ladder): (&'p Commitment, &Ladder<'p, Figure>),
    (pair, without_figure): (Pair, bool),
    tell: &mut dyn FnMut(&Found<'c, 'p>),
) {
    let rules = &commitment.rules;
    let apart: RefCell<Vec<(usize, Apart)>> = RefCell::default();
    let in_order = |high: &Figure, low: &Figure| {
        let nothing = matches!(high.promise, Promise::BestEffort | Promise::None);
        (nothing && !without_figure) || deadlines::never_slower(&high.promise, &low.promise)
    };
    let may_be = |high: &Figure, low: &Figure| {
        deadlines::plainly(context, &high.promise, &low.promise).is_some_and(std::cmp::Ordering::is_gt)
            || deadlines::depends(context, &high.promise, &low.promise)
    };
    let is = |high: &Figure, low: &Figure, side: &Side| {
        if !deadlines::depends(context, &high.promise, &low.promise) {
            return true;
        }
        let (here, there) = pair.cases(context.program, side);
        let space = &context.program.space;
        let one = |cases: &crate::cases::CaseSet| Some(deadlines::alone(space, &cases.witness(space)?));
        let (Some(here), Some(there)) = (one(&here), one(&there)) else { return false };
        let later = deadlines::slower(context, (&high.promise, &here), (&low.promise, &there));
        apart.borrow_mut().extend(later.map(|later| (side.above, later)));
        later.is_some()
    };
    for side in ladder.worse(pair, in_order, may_be, is) {
        let (Some(above), Some(below)) = (rules.rules.get(side.above), rules.rules.get(side.below)) else {
            continue;
        };
        let apart = apart.borrow().iter().find(|(rule, _)| *rule == side.above).map(|(_, apart)| *apart);
        tell(&Found { commitment: &commitment.clause.name, context, above, below, pair, side, apart });
    }
}

impl Found<'_, '_> {
    /// Whether the one is slower only at some times, because the two run on different clocks: no other figures would mend that.
    pub fn is_of_two_clocks(&self) -> bool {
        let (above, below) = (self.above.value.promise.clock(), self.below.value.promise.clock());
        let business = self.context.program.policy.business_calendar();
        let same = above.zip(below).is_none_or(|(one, other)| one == other || one.same_as(other, business));
        self.apart.is_some() && !same
    }

    /// The finding, with what the two values are called.
    pub fn finding(&self, code: &'static Code, above: &str, below: &str) -> Diagnostic {
        let program = self.context.program;
        let (high, low) = (say::figure(&self.above.value), say::figure(&self.below.value));
        let message = match self.apart {
            None => format!("{high} {above} is slower than {low} {below}"),
            Some(apart) => format!(
                "{high} {above} can be slower than {low} {below}: received {}, it is due {} and not {}",
                deadlines::told(self.context, apart.received),
                deadlines::told(self.context, apart.one),
                deadlines::told(self.context, apart.other)
            ),
        };
        let mut finding = Diagnostic::new(code, self.above.span, message).related(self.below.span, "faster");
        finding.instant = self.apart.map(|apart| self.context.time().rfc(apart.received));
        let (cases, _) = self.pair.cases(program, &self.side);
        match cases.witness(&program.space) {
            Some(case) => {
                let (names, words) = self.context.legend().case(&program.space, &case, &cases);
                finding.case(names, words)
            }
            None => finding,
        }
    }
}
