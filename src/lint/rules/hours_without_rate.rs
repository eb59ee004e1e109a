//! Rates of an offer that leave part of the week without a price.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::evaluate;
use crate::hir::{Offer, Rate};
use crate::lint::deadlines;
use crate::time::{Instant, Stretch};
use crate::value::Name;

/// Looks at every offer each of whose rates is for some hours only.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, offer) in &context.program.offers {
        let bound = |rate: &Rate| rate.during.is_some() || rate.outside.is_some();
        let plain = |rate: &Rate| rate.clause.when.is_none();
        let Some(last) = offer.rates.last() else { continue };
        if !offer.rates.iter().all(bound) || !offer.rates.iter().all(plain) {
            continue;
        }
        let Some(at) = unpriced(context, offer) else { continue };
        findings.push(
            Diagnostic::new(
                &registry::HOURS_WITHOUT_RATE,
                last.span,
                format!("`{name}` has no price on {}", deadlines::told(context, at)),
            )
            .label("the last of its rates, and none is for that time")
            .instant(context.time().rfc(at))
            .help("add a rate for all other hours, without `during` or `outside`"),
        );
    }
}

/// The first full hour at which no rate counts.
fn unpriced(context: &Context<'_>, offer: &Offer) -> Option<Instant> {
    let (from, to) = deadlines::weeks(context)?;
    // What is left without a price, cut down by one rate after the other.
    let mut left = vec![Stretch { from, to }];
    for rate in &offer.rates {
        left = without(&left, &hours(context, rate, (from, to))?);
    }
    left.first().map(|stretch| stretch.from)
}

/// When a rate counts between two instants, in order; none for a rate without hours of its own, or if a calendar is not known.
pub(super) fn hours(
    context: &Context<'_>,
    rate: &Rate,
    (from, to): (Instant, Instant),
) -> Option<Vec<Stretch>> {
    let everything = CaseSet::everything();
    let open = |name: &Name| {
        let schedule = evaluate::schedule(context.time(), name, &everything).ok()?;
        schedule.stretches(from, to).ok()
    };
    match (&rate.during, &rate.outside) {
        (Some(during), None) => open(during),
        (None, Some(outside)) => Some(without(&[Stretch { from, to }], &open(outside)?)),
        (Some(during), Some(outside)) => Some(without(&open(during)?, &open(outside)?)),
        (None, None) => None,
    }
}

/// The parts of some stretches that lie in none of others; both in order.
fn without(stretches: &[Stretch], taken: &[Stretch]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for stretch in stretches {
        let mut from = stretch.from;
        for cut in taken.iter().filter(|cut| cut.to > stretch.from && cut.from < stretch.to) {
            if cut.from > from {
                found.push(Stretch { from, to: cut.from });
            }
            from = from.max(cut.to);
        }
        if from < stretch.to {
            found.push(Stretch { from, to: stretch.to });
        }
    }
    found
}
