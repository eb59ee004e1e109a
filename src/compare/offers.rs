//! What can be had at a rate: what a case pays for it, at every time of the week, however the rates are written.
//!
//! In: the offers of both versions. Out: changes. The cases are cut so that the same rates and hours hold within each part; in
//! every combination of open and closed calendars that occurs, the rates that decide meet (`meeting.rs`) and are held against
//! each other for work of every length (`paying.rs`).

mod meeting;
mod paying;
mod shift;
mod unknown;

use super::calendars::gather;
use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, subject};
use super::kinds;
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Offer, Rate, say};
use crate::value::{Duration, Measure, Name};
use meeting::meets;

/// How the part of an offer ends of which only the steps changed in which time is charged.
pub const STEPS: &str = "in steps of";

/// How it ends where only the least that is charged changed.
pub const LEAST: &str = "at least";

/// Compares all offers.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("offer", &old.offers, &new.offers);
    for gone in pairs.gone {
        let change = Change::new(&kinds::OFFER.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::OFFER.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        let found = finder.changes.len();
        rates(finder, was, is)?;
        if finder.changes.len() == found {
            restated(finder, was, is)?;
        }
        terms(finder, was, is)?;
    }
    Ok(())
}

/// What there is beside the rates.
fn terms(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    let names = finder.common.names.clone();
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let span = (Some(was.clause.span), Some(is.clause.span));
    if was.proposal.is_some() != is.proposal.is_some() {
        let kind = if is.proposal.is_some() { &kinds::PROPOSAL.forth } else { &kinds::PROPOSAL.back };
        let change = Change::new(kind, of.clone()).at(span.0, span.1);
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    if was.invoiced != is.invoiced {
        let said =
            |measure: Option<&Measure>| measure.map(|_| Said::Plain(say::measure(measure).trim().to_owned()));
        let change = Change::new(&kinds::INVOICE, of.clone());
        let change = change.from_to(said(was.invoiced.as_ref()), said(is.invoiced.as_ref()));
        finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
    }
    let people: Vec<Name> = was.by.iter().map(|name| names.person(name)).collect();
    if people != is.by {
        let change = Change::new(&kinds::PROSE, Subject { part: "by".to_owned(), ..of });
        let change = change.from_to(Said::Names("role", was.by.clone()), Said::Names("role", is.by.clone()));
        finder.add(Change { readers, ..change.at(span.0, span.1) })?;
    }
    Ok(())
}

/// The hours of a rate, as they are written.
fn key(rate: &Rate, now: impl Fn(&Name) -> Name) -> String {
    let during = rate.during.as_ref().map(|name| format!("during {}", now(name)));
    let outside = rate.outside.as_ref().map(|name| format!("outside {}", now(name)));
    let both: Vec<String> = during.into_iter().chain(outside).collect();
    both.join(" and ")
}

/// What a rate says, whatever it is called.
fn written(rate: &Rate, now: impl Fn(&Name) -> Name) -> String {
    let length = |length: &Option<Duration>| length.as_ref().map_or(String::new(), say::duration);
    let (steps, least) = (length(&rate.steps), length(&rate.least));
    format!("{} {} {steps}/{least}", say::amount(&rate.amount), key(rate, now))
}

fn cases(finder: &Finder<'_>, rate: &Rate, newer: bool) -> Result<CaseSet, TooComplex> {
    let side = if newer { &finder.common.new } else { &finder.common.old };
    match &rate.clause.when {
        Some(when) => side.carry(&when.cases)?.try_and(finder.common.shared()),
        None => Ok(finder.common.shared().clone()),
    }
}

/// Whether both offers have the same rates for the same cases, in any order.
fn same_words(finder: &Finder<'_>, was: &Offer, is: &Offer) -> Result<bool, TooComplex> {
    let names = &finder.common.names;
    let mut left = Vec::new();
    for rate in &was.rates {
        left.push((written(rate, |name| names.new_of("calendar", name)), cases(finder, rate, false)?));
    }
    for rate in &is.rates {
        let one = (written(rate, Name::clone), cases(finder, rate, true)?);
        let Some(at) = left.iter().position(|known| *known == one) else { return Ok(false) };
        left.swap_remove(at);
    }
    Ok(left.is_empty())
}

fn restated(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    if same_words(finder, was, is)? {
        return Ok(());
    }
    let change = Change::new(&kinds::RATE_RESTATED, subject(&is.clause));
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })
}

/// The calendars that rates name, each once.
fn calendars(offer: &Offer) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for name in offer.rates.iter().flat_map(|rate| rate.during.iter().chain(&rate.outside)) {
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// Compares what is paid in every part of the cases and at every time.
fn rates(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    let (before, after) = (calendars(was), calendars(is));
    let names = finder.common.names.clone();
    let same = |(name, other): (&Name, &Name)| finder.same_calendar(name, other);
    let unmoved = before.iter().map(|name| (name.clone(), names.new_of("calendar", name)));
    if same_words(finder, was, is)? && unmoved.into_iter().all(|(was, is)| same((&was, &is))) {
        return Ok(());
    }
    let (mut first, mut second): (Vec<&CaseSet>, Vec<&CaseSet>) = (Vec::new(), Vec::new());
    for (side, offer, names, sets) in
        [(&finder.common.old, was, &before, &mut first), (&finder.common.new, is, &after, &mut second)]
    {
        sets.extend(offer.rates.iter().filter_map(|rate| Some(&rate.clause.when.as_ref()?.cases)));
        for name in names {
            gather(side.program(), name, &mut Vec::new(), sets);
        }
    }
    let shared = finder.common.shared().clone();
    for part in finder.parts(&shared, &first, &second)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let met = meets(finder, (was, &before), (is, &after), &case);
        let Some(first) = met.first() else { continue };
        let whole = met.iter().all(|one| one.is_like(first));
        let pair = (was, is);
        let moved = if whole { Vec::new() } else { shift::tell(finder, &met, (&part, &case), &is.clause)? };
        for (at, one) in met.iter().enumerate().filter(|(at, _)| !moved.contains(at)) {
            if whole && at > 0 {
                break;
            }
            let told = if whole { one.always() } else { one.clone() };
            told.tell(finder, &part, &case, pair)?;
        }
    }
    Ok(())
}
