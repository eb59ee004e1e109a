//! Work that is billed by the hour, without a word on how a part of an hour counts.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Rate;
use crate::lint::clauses::is_explained;
use crate::value::{Period, Unit};

/// Looks at offers that are invoiced afterwards.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for offer in context.program.offers.values() {
        if offer.invoiced.is_none() || offer.clause.unfilled || is_explained(&offer.clause) {
            continue;
        }
        // A rate that is worked out from a wider one takes its steps.
        if offer.rates.iter().any(|rate| rate.steps.is_some() || rate.least.is_some()) {
            continue;
        }
        let Some(rate) = offer.rates.iter().find(|rate| by_the_hour(rate)) else { continue };
        findings.push(
            Diagnostic::new(
                &registry::BILLED_WITHOUT_STEP,
                rate.span,
                "this rate does not say how a part of an hour is billed",
            )
            .label("are ten minutes an hour?")
            .help("add `in steps of 15 minutes`, or `at least 1 hour`"),
        );
    }
}

fn by_the_hour(rate: &Rate) -> bool {
    let per = rate.amount.rate().and_then(|rate| rate.per.as_ref());
    per.is_some_and(|per| per.what == Period::Time(Unit::Hour))
}
