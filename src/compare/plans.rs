//! Plans: who can have them, what they cost, and how long a contract runs.
//!
//! In: the plans of both versions. Out: changes. What they grant is compared with the entitlements.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, subject};
use super::kinds;
use super::lengths::{ENDING, Lengths};
use super::prices;
use super::regions::{moved, of};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Plan, Runs, say};
use crate::value::Name;

/// Compares all plans.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("plan", &old.plans, &new.plans);
    for gone in pairs.gone {
        let change = Change::new(&kinds::PLAN.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::PLAN.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        existence(finder, was, is)?;
        ladder(finder, was, is)?;
        let before = prices::of_plan(&was.clause, &was.price);
        let after = prices::of_plan(&is.clause, &is.price);
        prices::amounts(finder, &subject(&is.clause), &before, &after)?;
        contract(finder, was, is)?;
    }
    Ok(())
}

/// Who can have a plan, told by everything but the plan itself.
fn existence(finder: &mut Finder<'_>, was: &Plan, is: &Plan) -> Result<(), TooComplex> {
    let (lost, gained) = moved(&finder.common, of(was.clause.when.as_ref()), of(is.clause.when.as_ref()))?;
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    for (kind, cases) in [(&kinds::PLAN_CASES.back, lost), (&kinds::PLAN_CASES.forth, gained)] {
        let change = Change::new(kind, subject(&is.clause)).within(cases);
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    Ok(())
}

fn ladder(finder: &mut Finder<'_>, was: &Plan, is: &Plan) -> Result<(), TooComplex> {
    let mut before = finder.common.names.now("plan", &was.extends);
    let mut after: Vec<Name> = is.extends.clone();
    before.sort();
    after.sort();
    if before == after {
        return Ok(());
    }
    let said = |names: &[Name]| {
        let said = if names.is_empty() { "nothing".to_owned() } else { say::names(names) };
        Said::Words(format!("extends {said}"))
    };
    let change =
        Change::new(&kinds::LADDER, subject(&is.clause)).from_to(said(&was.extends), said(&is.extends));
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })
}

/// How long a contract runs: lines for the same cases are held against each other.
fn contract(finder: &mut Finder<'_>, was: &Plan, is: &Plan) -> Result<(), TooComplex> {
    let mut left: Vec<&Runs> = was.runs.iter().collect();
    let title = subject(&is.clause);
    let mut pairs: Vec<(Option<&Runs>, Option<&Runs>)> = Vec::new();
    for after in &is.runs {
        let mut found = None;
        for (at, before) in left.iter().enumerate() {
            let (lost, gained) =
                moved(&finder.common, of(before.clause.when.as_ref()), of(after.clause.when.as_ref()))?;
            if lost.is_empty() && gained.is_empty() {
                found = Some(at);
                break;
            }
        }
        pairs.push((found.map(|at| left.remove(at)), Some(after)));
    }
    pairs.extend(left.into_iter().map(|before| (Some(before), None)));
    for (before, after) in pairs {
        // What stands in a plan is for nobody for whom the plan is not.
        let readers = |runs: Option<&Runs>, other: Option<&Runs>| {
            let plan = &is.clause.audience;
            runs.or(other).map_or(plan, |runs| plan.max(&runs.clause.audience)).clone()
        };
        let readers = Readers::between(&readers(before, after), &readers(after, before));
        let cases = match (before, after) {
            (_, Some(after)) => after.clause.when.as_ref().map(|when| finder.common.new.carry(&when.cases)),
            (Some(before), None) => {
                before.clause.when.as_ref().map(|when| finder.common.old.carry(&when.cases))
            }
            (None, None) => None,
        };
        let cases = cases.transpose()?.unwrap_or_else(|| finder.common.shared().clone());
        let span = (before.map(|runs| runs.clause.span), after.map(|runs| runs.clause.span));
        let said = |runs: Option<&Runs>| runs.map(|runs| Said::Length(runs.duration.clone()));
        let changed = match (before, after) {
            (Some(before), Some(after)) => {
                finder.stated(Some(&before.duration), Some(&after.duration))? != Lengths::Same
            }
            (None, None) => false,
            (Some(_), None) | (None, Some(_)) => true,
        };
        if changed {
            let of = Subject { part: "runs".to_owned(), ..title.clone() };
            let change =
                Change::new(&kinds::TERM, of).within(cases.clone()).from_to(said(before), said(after));
            finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
        }
        let renews = |runs: Option<&Runs>| runs.is_some_and(|runs| runs.renews);
        if renews(before) != renews(after) {
            let kind = if renews(after) { &kinds::RENEWAL.back } else { &kinds::RENEWAL.forth };
            let change = Change::new(kind, title.clone()).within(cases.clone());
            finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
        }
        let notice = |runs: Option<&Runs>| runs.and_then(|runs| runs.notice.clone());
        let (one, other) = (notice(before), notice(after));
        let of = Subject { part: "notice".to_owned(), ..title.clone() };
        let change =
            ENDING.change(of).from_to(one.clone().map(Said::Length), other.clone().map(Said::Length));
        let change = Change { readers: readers.clone(), ..change.at(span.0, span.1) };
        finder.length(&ENDING, &cases, one.as_ref(), other.as_ref(), &change)?;
        if let (Some(before), Some(after)) = (before, after) {
            ending(finder, &title, (before, after), &cases, &readers)?;
        }
    }
    Ok(())
}

/// The channels by which a contract can be ended; where none is named, every one will do.
fn ending(
    finder: &mut Finder<'_>,
    of: &Subject,
    (was, is): (&Runs, &Runs),
    cases: &CaseSet,
    readers: &Readers,
) -> Result<(), TooComplex> {
    // Where nothing is to be announced there is no way to announce it.
    if was.notice.is_none() || is.notice.is_none() {
        return Ok(());
    }
    let of = Subject { part: "notice".to_owned(), ..of.clone() };
    let names = finder.common.names.clone();
    let before: Vec<Name> = was.via.iter().map(|name| names.new_of("channel", name)).collect();
    let lost = before.iter().any(|name| !is.via.contains(name)) && !is.via.is_empty();
    let gained = is.via.iter().any(|name| !before.contains(name)) && !before.is_empty();
    let fewer = lost || (before.is_empty() && !is.via.is_empty());
    let more = gained || (is.via.is_empty() && !before.is_empty());
    for (kind, happened) in [(&kinds::ENDING_CHANNEL.back, fewer), (&kinds::ENDING_CHANNEL.forth, more)] {
        if happened {
            // Every channel has no name: that one is no longer named would read as a loss.
            let named = !was.via.is_empty() && !is.via.is_empty();
            let said = |via: &[Name]| named.then(|| Said::Names("channel", via.to_vec()));
            let change = Change::new(kind, of.clone()).within(cases.clone());
            let change = change.from_to(said(&was.via), said(&is.via));
            let change = change.at(Some(was.clause.span), Some(is.clause.span));
            finder.add(Change { readers: readers.clone(), ..change })?;
        }
    }
    Ok(())
}
