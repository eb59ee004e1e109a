//! What is covered, and what can be had instead.

use super::super::RulesError;
use super::amount::{amount, measure};
use super::cases::named;
use super::clause::{clause, plain, reference, with_cond};
use super::context::Context;
use super::value::maybe;
use crate::cases::{CaseSet, partition};
use crate::emit::rules::types::{Coverage, Exclusion, Instead, Offer, Rate, RatesInCase, Scope};
use crate::hir;
use crate::hir::{Exclusion as Excluded, SetLine};

/// The scope, if there is one that the audience sees.
pub fn scope(cx: &Context<'_>) -> Result<Option<Scope>, RulesError> {
    let Some(said) = cx.program.scope.as_ref().filter(|scope| cx.shows(&scope.clause)) else {
        return Ok(None);
    };
    Ok(Some(Scope {
        clause: clause(cx, &said.clause)?,
        entries: coverage(cx, said)?,
        covers: cx.each(
            &said.covers,
            |line| &line.clause,
            |line| with_cond(cx, &line.clause, Some(&line.when)),
        )?,
        excludes: cx.each(
            &said.excludes,
            |line| &line.clause,
            |line| {
                Ok(Exclusion {
                    clause: with_cond(cx, &line.clause, Some(&line.when))?,
                    instead: instead(cx, &line.value)?,
                })
            },
        )?,
    }))
}

fn instead(cx: &Context<'_>, said: &Excluded) -> Result<Vec<Instead>, RulesError> {
    let seen = said.instead.iter().filter(|(to, _)| !cx.hidden.reference(to));
    seen.map(|(to, when)| Ok(Instead { to: reference(to), cases: cx.view.cond(when.as_ref())? })).collect()
}

/// Whether each case is covered, and by which lines.
fn coverage(cx: &Context<'_>, scope: &hir::Scope) -> Result<Vec<Coverage>, RulesError> {
    let covers: Vec<&SetLine<()>> = scope.covers.iter().filter(|line| cx.shows(&line.clause)).collect();
    let excludes: Vec<&SetLine<Excluded>> =
        scope.excludes.iter().filter(|line| cx.shows(&line.clause)).collect();
    let covered = covered(scope, &covers, &excludes)?;
    let conds = || covers.iter().map(|line| &line.when).chain(excludes.iter().map(|line| &line.when));
    let sets: Vec<CaseSet> = conds().map(|cond| cond.cases.clone()).collect();
    let mut parts: Vec<(CaseSet, bool, Vec<usize>)> = Vec::new();
    for part in partition(cx.view.space(), &CaseSet::everything(), &sets)? {
        for (cases, is_covered) in
            [(part.cases.try_and(&covered)?, true), (part.cases.try_minus(&covered)?, false)]
        {
            if !cases.is_empty() {
                parts.push((cases, is_covered, part.sets.clone()));
            }
        }
    }
    let sets: Vec<CaseSet> = parts.iter().map(|(cases, ..)| cases.clone()).collect();
    let mut entries = Vec::new();
    for ((_, is_covered, holding), whens) in parts.iter().zip(cx.view.lists(&sets, &named(conds()))?) {
        let (covering, excluding): (Vec<usize>, Vec<usize>) =
            holding.iter().partition(|at| **at < covers.len());
        let covered_by: Vec<String> = covering
            .iter()
            .filter_map(|at| covers.get(*at))
            .map(|line| line.clause.name.to_string())
            .collect();
        let excluded_by: Vec<String> = excluding
            .iter()
            .filter_map(|at| excludes.get(*at - covers.len()))
            .map(|line| line.clause.name.to_string())
            .collect();
        entries.extend(whens.into_iter().map(|when| Coverage {
            when,
            covered: *is_covered,
            covered_by: covered_by.clone(),
            excluded_by: excluded_by.clone(),
        }));
    }
    Ok(entries)
}

/// The covered cases, told by the lines that the audience sees.
fn covered(
    scope: &hir::Scope,
    covers: &[&SetLine<()>],
    excludes: &[&SetLine<Excluded>],
) -> Result<CaseSet, RulesError> {
    if covers.len() == scope.covers.len() && excludes.len() == scope.excludes.len() {
        return Ok(scope.covered.clone());
    }
    let whole = CaseSet::everything();
    let all = if scope.covers.is_empty() {
        whole
    } else {
        CaseSet::try_union(covers.iter().map(|line| &line.when.cases))?
    };
    let taken = CaseSet::try_union(excludes.iter().map(|line| &line.when.cases))?;
    Ok(all.try_minus(&taken)?)
}

/// The offers that the audience sees.
pub fn offers(cx: &Context<'_>) -> Result<Vec<Offer>, RulesError> {
    cx.each(cx.program.offers.values(), |offer| &offer.clause, |said| offer(cx, said))
}

fn offer(cx: &Context<'_>, said: &hir::Offer) -> Result<Offer, RulesError> {
    let proposal = said.proposal.as_ref().filter(|proposal| cx.shows(proposal));
    let calendar = |name| cx.name(&["calendar"], name);
    Ok(Offer {
        clause: clause(cx, &said.clause)?,
        entries: rates(cx, said)?,
        rates: cx.each(
            &said.rates,
            |rate| &rate.clause,
            |rate| {
                let cases = cx.view.cond(rate.clause.when.as_ref())?;
                let words = plain(cx, &rate.clause, rate.clause.name.text.clone(), rate.span);
                Ok(Rate {
                    amount: amount(&rate.amount),
                    during: rate.during.as_ref().and_then(calendar),
                    outside: rate.outside.as_ref().and_then(calendar),
                    in_steps_of: maybe(cx, rate.steps.as_ref()),
                    at_least: maybe(cx, rate.least.as_ref()),
                    clause: crate::emit::rules::types::Clause { cases, ..words },
                })
            },
        )?,
        proposal_first: proposal.map(|proposal| clause(cx, proposal)).transpose()?,
        invoiced: said.invoiced.as_ref().map(measure),
        by: cx.people(&said.by),
    })
}

/// Which rates hold in which cases, narrower ones first.
fn rates(cx: &Context<'_>, offer: &hir::Offer) -> Result<Vec<RatesInCase>, RulesError> {
    let rates: Vec<&hir::Rate> = offer.rates.iter().filter(|rate| cx.shows(&rate.clause)).collect();
    let sets: Vec<CaseSet> = rates.iter().map(|rate| cases_of(rate)).collect();
    let mut parts = partition(cx.view.space(), &CaseSet::everything(), &sets)?;
    parts.retain(|part| !part.sets.is_empty());
    let sets: Vec<CaseSet> = parts.iter().map(|part| part.cases.clone()).collect();
    let named = named(rates.iter().filter_map(|rate| rate.clause.when.as_ref()));
    let mut entries = Vec::new();
    for (part, whens) in parts.iter().zip(cx.view.lists(&sets, &named)?) {
        let mut left: Vec<&hir::Rate> = part.sets.iter().filter_map(|at| rates.get(*at).copied()).collect();
        let mut order = Vec::new();
        while !left.is_empty() {
            let free = |rate: &&hir::Rate| !left.iter().any(|other| narrower(cx, other, rate));
            let next = left.iter().position(free).unwrap_or(0);
            order.push(left.remove(next).clause.name.to_string());
        }
        entries.extend(whens.into_iter().map(|when| RatesInCase { when, rates: order.clone() }));
    }
    Ok(entries)
}

fn cases_of(rate: &hir::Rate) -> CaseSet {
    rate.clause.when.as_ref().map_or_else(CaseSet::everything, |cond| cond.cases.clone())
}

/// Whether a rate holds in fewer cases or at fewer hours than another, and nowhere else.
fn narrower(cx: &Context<'_>, one: &hir::Rate, other: &hir::Rate) -> bool {
    let possible = cx.view.space().possible();
    let (cases, wider) = (cases_of(one).and(possible), cases_of(other).and(possible));
    let hours = |rate: &hir::Rate| (rate.during.clone(), rate.outside.clone());
    let same_hours = hours(one) == hours(other);
    let fewer_hours = !same_hours && hours(other) == (None, None);
    cases.is_subset_of(&wider) && (fewer_hours || same_hours && cases != wider)
}
