//! Two commitments that end with events of which one comes after the other: the response and the resolution.
//!
//! In: all commitments. Out: the pairs of figures for one case of which the one that comes last is due first, always or for some
//! receipt.

use super::{Context, deadlines};
use crate::cases::CaseSet;
use crate::diagnostic::{Code, Diagnostic};
use crate::hir::{Commitment, Legend, Rule};
use crate::time::Apart;
use crate::value::{Figure, Name, Promise};

/// The events that end a promise, in the order in which they come.
const EVENTS: [&str; 4] = ["acknowledged", "responded", "resolved", "closed"];

/// A deadline before the one that it comes after.
pub struct Found<'c, 'p> {
    context: &'c Context<'p>,
    /// The commitment whose event comes first, and its rule.
    pub earlier: (&'p Name, &'p Rule<Figure>),
    /// The commitment whose event comes last, and its rule.
    pub later: (&'p Name, &'p Rule<Figure>),
    /// What the later and the earlier one promise.
    pub said: (String, String),
    /// The receipt that shows it, if it is not always so.
    pub apart: Option<Apart>,
    cases: CaseSet,
}

/// Looks at all pairs; each rule of the later commitment is told once.
pub fn look<'c, 'p>(context: &'c Context<'p>, tell: &mut dyn FnMut(&Found<'c, 'p>)) {
    let commitments = &context.program.commitments;
    let place = |commitment: &Commitment| {
        let until = commitment.until.as_ref()?;
        EVENTS.iter().position(|event| *until == *event)
    };
    for later in commitments {
        for earlier in commitments {
            let (Some(last), Some(first)) = (place(later.1), place(earlier.1)) else { continue };
            let from = |commitment: &'p Commitment| commitment.from.as_ref().map_or("received", Name::as_str);
            if first < last && from(earlier.1) == from(later.1) {
                of_two(context, earlier, later, tell);
            }
        }
    }
}

fn of_two<'c, 'p>(
    context: &'c Context<'p>,
    earlier: (&'p Name, &'p Commitment),
    later: (&'p Name, &'p Commitment),
    tell: &mut dyn FnMut(&Found<'c, 'p>),
) {
    let space = &context.program.space;
    for region in &later.1.rules.regions {
        let Some(last) = later.1.rules.rules.get(region.rule).filter(|rule| is_timed(rule)) else { continue };
        let found = earlier.1.rules.regions.iter().find_map(|other| {
            let first = earlier.1.rules.rules.get(other.rule).filter(|rule| is_timed(rule))?;
            let (end, begin) = (&last.value.promise, &first.value.promise);
            let plainly = deadlines::plainly(context, begin, end);
            let always = plainly.is_some_and(std::cmp::Ordering::is_gt);
            if !always && !deadlines::depends(context, begin, end) {
                return None;
            }
            let cases = region.cases.and(&other.cases);
            let case = cases.witness(space)?;
            let apart = if always {
                None
            } else {
                let alone = deadlines::alone(space, &case);
                Some(deadlines::later(context, (begin, &alone), (end, &alone))?)
            };
            let said = (deadlines::called(end), deadlines::called(begin));
            let (earlier, later) = ((earlier.0, first), (later.0, last));
            Some(Found { context, earlier, later, said, apart, cases })
        });
        if let Some(found) = found {
            tell(&found);
        }
    }
}

/// Whether a rule is due once.
fn is_timed(rule: &Rule<Figure>) -> bool {
    matches!(rule.value.promise, Promise::Within { .. } | Promise::By(_))
}

impl Found<'_, '_> {
    /// The finding at the figure that is due too early.
    pub fn finding(&self, code: &'static Code, message: String) -> Diagnostic {
        let program = self.context.program;
        let finding = Diagnostic::new(code, self.later.1.span, message)
            .related(self.earlier.1.span, format!("`{}` comes first", self.earlier.0));
        match self.cases.witness(&program.space) {
            Some(case) => {
                let (names, words) = Legend::of(&program.facts).case(&program.space, &case, &self.cases);
                finding.case(names, words)
            }
            None => finding,
        }
    }
}
