//! What an offer costs: now, and for a piece of work that takes so long.

use super::amounts::{Worth, divide, times};
use super::answer::Offer;
use super::calendars::schedule;
use super::context::Context;
use super::known::Known;
use super::ticks::whole;
use crate::cases::CaseSet;
use crate::hir;
use crate::time::Instant;
use crate::value::{Amount, Decimal, Duration, Measure, Name, Period, Unit};
use serde_json::json;

/// The answers about all offers that can be had in a case.
pub fn offers(context: &Context<'_>, known: &Known, at: Option<Instant>) -> Vec<Offer> {
    let cases = known.left(context.program);
    let all = context.program.offers.values();
    let exist =
        all.filter(|offer| offer.clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases)));
    exist
        .map(|offer| {
            let unknown = offer.waits.then(|| json!({ "unfilled": true }));
            let known = rate(context, offer, &cases, at).map(|rate| {
                let mut shape = rate.worth.shape().unwrap_or_else(|| json!({ "unfilled": true }));
                if let Some(fields) = shape.as_object_mut() {
                    for (name, length) in [("inStepsOf", &rate.steps), ("atLeast", &rate.least)] {
                        if let Some(length) = length {
                            fields.insert(name.to_owned(), json!(length.iso()));
                        }
                    }
                }
                shape
            });
            Offer {
                id: offer.clause.name.to_string(),
                rate: unknown.or(known),
                proposal_first: offer.proposal.is_some(),
                anchor: offer.clause.anchor.to_string(),
                source: context.place(offer.clause.span),
            }
        })
        .collect()
}

/// A rate as it applies.
pub struct Applies<'a> {
    /// The narrowest rate that holds, which decides.
    pub by: &'a hir::Rate,
    /// What it comes to.
    pub worth: Worth,
    /// In steps of.
    pub steps: Option<Duration>,
    /// At least.
    pub least: Option<Duration>,
}

/// The rate of an offer: of those that hold, the narrowest, which may be a multiple of a wider one.
fn rate<'a>(
    context: &Context<'_>,
    offer: &'a hir::Offer,
    cases: &CaseSet,
    at: Option<Instant>,
) -> Option<Applies<'a>> {
    let mut held: Vec<&hir::Rate> = Vec::new();
    for rate in &offer.rates {
        let when = rate.clause.when.as_ref();
        if when.is_none_or(|when| cases.is_subset_of(&when.cases)) && timed(context, rate, cases, at)? {
            held.push(rate);
        }
    }
    applies(held)
}

/// What the rates that hold come to.
pub fn applies(mut held: Vec<&hir::Rate>) -> Option<Applies<'_>> {
    // Narrower in time first, then narrower in cases.
    held.sort_by_key(|rate| {
        let timed = usize::from(rate.during.is_some()) + usize::from(rate.outside.is_some());
        let named = rate.clause.when.as_ref().map_or(0, |when| when.cases.dims().len());
        std::cmp::Reverse((timed, named))
    });
    let mut factor = Decimal::whole(1);
    for rate in &held {
        let worth = match &rate.amount {
            Amount::Times(more, _) => {
                factor = times(factor, *more)?;
                continue;
            }
            Amount::Rate(rate, _) => Worth::Money {
                currency: rate.money.currency.to_string(),
                amount: times(rate.money.amount, factor)?,
                per: rate.per.clone(),
            },
            Amount::None(_) => Worth::None,
            Amount::No(_) => Worth::No,
            Amount::Included(name, _) => Worth::Included(name.clone()),
            Amount::AsAgreed(name, _) => Worth::Agreed(name.clone()),
            Amount::AsDecided(name, _) => Worth::Decided(name.clone()),
            Amount::Share { .. } | Amount::Pick { .. } | Amount::Named(_) | Amount::Term(_) => Worth::Open,
            Amount::Unfilled(_) => Worth::Unfilled,
        };
        // What a narrower rate leaves unsaid is as in the wider ones.
        let said = |of: fn(&hir::Rate) -> Option<&Duration>| held.iter().find_map(|rate| of(rate)).cloned();
        return Some(Applies {
            by: held.first()?,
            worth,
            steps: said(|rate| rate.steps.as_ref()),
            least: said(|rate| rate.least.as_ref()),
        });
    }
    None
}

/// Whether a rate counts at an instant; none where it depends on one that is not known.
fn timed(context: &Context<'_>, rate: &hir::Rate, cases: &CaseSet, at: Option<Instant>) -> Option<bool> {
    let open = |name: &Name| schedule(context, name, cases).ok()?.is_open(at?).ok();
    let during = match &rate.during {
        Some(name) => open(name)?,
        None => true,
    };
    let outside = match &rate.outside {
        // Without an instant the usual rate is meant, which has no hours.
        Some(_) if at.is_none() => false,
        Some(name) => !open(name)?,
        None => true,
    };
    Some(during && outside)
}

/// Whether a rate that may hold counts in hours that are not known yet.
fn hours_wait(context: &Context<'_>, offer: &hir::Offer, cases: &CaseSet) -> bool {
    let may_hold =
        |rate: &&hir::Rate| rate.clause.when.as_ref().is_none_or(|when| cases.overlaps(&when.cases));
    let hours = offer.rates.iter().filter(may_hold).flat_map(|rate| rate.during.iter().chain(&rate.outside));
    hours.into_iter().any(|name| context.program.hours_wait(name))
}

/// What a piece of work costs that takes so long: begun steps count as whole, and there may be a least.
pub fn cost(
    context: &Context<'_>,
    offer: &hir::Offer,
    known: &Known,
    at: Option<Instant>,
    length: &Duration,
) -> Option<Worth> {
    let cases = known.left(context.program);
    if offer.waits || hours_wait(context, offer, &cases) {
        return Some(Worth::Unfilled);
    }
    let rate = rate(context, offer, &cases, at)?;
    let Worth::Money { currency, amount, per } = &rate.worth else { return Some(rate.worth) };
    let Some(Measure { every, what: Period::Time(unit) }) = per else {
        return Some(rate.worth.clone());
    };
    let mut seconds = seconds(length)?;
    if let Some(least) = rate.least.as_ref().and_then(self::seconds) {
        seconds = seconds.max(least);
    }
    if let Some(step) = rate.steps.as_ref().and_then(self::seconds).filter(|step| *step > 0) {
        seconds = (seconds + step - 1) / step * step;
    }
    let one = seconds_of(*unit)? * i64::from((*every).max(1));
    let share = divide(Decimal::whole(seconds), Decimal::whole(one))?;
    // An endless share would be rounded before it is used, so the product comes first.
    let total = divide(times(*amount, Decimal::whole(seconds))?, Decimal::whole(one));
    let amount = total.or_else(|| times(*amount, share))?;
    Some(Worth::Money { currency: currency.clone(), amount, per: None })
}

/// The seconds of a length of work; a day of it is a whole one.
pub fn seconds(length: &Duration) -> Option<i64> {
    whole(length).or_else(|| Some(seconds_of(length.unit)? * i64::from(length.amount)))
}

fn seconds_of(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Second => Some(1),
        Unit::Minute => Some(60),
        Unit::Hour => Some(3600),
        Unit::Day => Some(86_400),
        Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => None,
    }
}
