//! Two rates of an offer that are for hours of their own, and count at one time.

use super::Context;
use super::hours_without_rate::hours;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Offer, Rate, say};
use crate::lint::deadlines;
use crate::time::{Instant, Stretch};
use crate::value::Name;

/// Looks at every two rates for hours of a calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, offer) in &context.program.offers {
        let timed: Vec<&Rate> = timed(offer).collect();
        for (at, second) in timed.iter().enumerate() {
            findings.extend(timed.iter().take(at).find_map(|first| both(context, name, first, second)));
        }
    }
}

fn timed(offer: &Offer) -> impl Iterator<Item = &Rate> {
    offer.rates.iter().filter(|rate| rate.during.is_some() || rate.outside.is_some())
}

fn both(context: &Context<'_>, name: &Name, first: &Rate, second: &Rate) -> Option<Diagnostic> {
    // Two rates for the same hours are compared by their cases, when the policy is checked.
    let same_hours = first.during == second.during && first.outside == second.outside;
    if same_hours || first.amount.same_as(&second.amount) {
        return None;
    }
    let mut cases = context.program.space.possible().clone();
    for when in [first, second].into_iter().filter_map(|rate| rate.clause.when.as_ref()) {
        cases = cases.and(&when.cases);
    }
    let case = cases.witness(&context.program.space)?;
    let weeks = deadlines::weeks(context)?;
    let at = meeting(&hours(context, first, weeks)?, &hours(context, second, weeks)?)?;
    let mut finding = Diagnostic::new(
        &registry::OVERLAPPING_RATES,
        second.span,
        format!("two rates of `{name}` count on {}", deadlines::told(context, at)),
    )
    .label(format!("{} then", say::amount(&second.amount)))
    .related(first.span, format!("and {} as well", say::amount(&first.amount)))
    .help("give each of them hours of its own, with a calendar for those that are neither");
    if first.clause.when.is_some() || second.clause.when.is_some() {
        let (names, words) = context.legend().case(&context.program.space, &case, &cases);
        finding = finding.case(names, words);
    }
    Some(finding)
}

/// The first instant that lies in a stretch of both; each in order.
fn meeting(one: &[Stretch], other: &[Stretch]) -> Option<Instant> {
    one.iter().find_map(|one| {
        let met = other.iter().find(|other| other.from < one.to && one.from < other.to)?;
        Some(one.from.max(met.from))
    })
}
