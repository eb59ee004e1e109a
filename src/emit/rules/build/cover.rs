//! Plans, entitlements, channels.

use super::super::RulesError;
use super::amount::{limit, priced};
use super::clause::{clause, with_cond};
use super::commitment::conditionals;
use super::context::Context;
use super::rules::{rules, said_somewhere, some_rules};
use super::value::{maybe_stated, stated};
use crate::cases::CaseSet;
use crate::emit::rules::types::{Address, Channel, Clause, Entitlement, Grant, OpenInCase, Plan, Runs, True};
use crate::hir;
use crate::hir::Opening;
use crate::value::Amount;

/// The entitlements that the audience sees.
pub fn entitlements(cx: &Context<'_>) -> Result<Vec<Entitlement>, RulesError> {
    cx.each(
        cx.program.entitlements.values(),
        |entitlement| &entitlement.clause,
        |said| {
            let only = said.clause.when.as_ref();
            Ok(Entitlement {
                clause: clause(cx, &said.clause)?,
                rules: rules(cx, &said.rules, only, |one, two| one == two, grant)?,
            })
        },
    )
}

/// What is granted.
pub fn grant(said: &hir::Grant) -> Grant {
    match said {
        hir::Grant::Yes => Grant::Plain { granted: true },
        hir::Grant::No => Grant::Plain { granted: false },
        hir::Grant::Limit { quantity, unused_lapse } => Grant::Limited {
            granted: True,
            limit: limit(quantity),
            unused_lapse: unused_lapse.then_some(True),
        },
        hir::Grant::Unfilled => Grant::Unfilled { unfilled: True },
    }
}

/// The plans that the audience sees, each with those of the entitlements of which it grants something.
pub fn plans(cx: &Context<'_>) -> Result<Vec<Plan>, RulesError> {
    cx.each(
        cx.program.plans.values(),
        |plan| &plan.clause,
        |said| {
            Ok(Plan {
                clause: clause(cx, &said.clause)?,
                extends: cx.names(&["plan"], &said.extends),
                below: cx.names(&["plan"], &said.below),
                price: some_rules(cx, &said.price, said.clause.when.as_ref(), Amount::same_as, priced)?,
                runs: cx.each(
                    &said.runs,
                    |runs| &runs.clause,
                    |runs| {
                        let clause = clause(cx, &runs.clause)?;
                        Ok(Runs {
                            length: stated(cx, &runs.duration),
                            renews: runs.renews,
                            notice: maybe_stated(cx, runs.notice.as_ref()),
                            via: cx.names(&["channel"], &runs.via),
                            // Said once, of the length.
                            clause: Clause {
                                unfilled: clause.unfilled.filter(|_| runs.duration.known().is_some()),
                                ..clause
                            },
                        })
                    },
                )?,
                grants: granted(cx, said)?,
            })
        },
    )
}

/// The entitlements of which something is granted in some case of a plan. Entries may name fewer facts than their rules, so
/// it is the cases themselves that are asked.
fn granted(cx: &Context<'_>, plan: &hir::Plan) -> Result<Vec<String>, RulesError> {
    let space = cx.view.space();
    let Some(dim) = space.dim("plan") else { return Ok(Vec::new()) };
    let there = space.is(dim, space.class(dim, plan.clause.name.as_str()));
    let mut granted = Vec::new();
    for said in cx.program.entitlements.values().filter(|said| cx.shows(&said.clause)) {
        let grants = |grant: &hir::Grant| *grant != hir::Grant::No;
        if said_somewhere(cx, &said.rules, &there, |one, two| one == two, grants)? {
            granted.push(said.clause.name.to_string());
        }
    }
    Ok(granted)
}

/// The channels that the audience sees.
pub fn channels(cx: &Context<'_>) -> Result<Vec<Channel>, RulesError> {
    cx.each(cx.program.channels.values(), |channel| &channel.clause, |said| channel(cx, said))
}

fn channel(cx: &Context<'_>, said: &hir::Channel) -> Result<Channel, RulesError> {
    let mut addresses = Vec::new();
    for (address, when) in &said.addresses {
        addresses.push(Address { address: cx.texts(address), cases: cx.view.cond(when.as_ref())? });
    }
    Ok(Channel {
        clause: clause(cx, &said.clause)?,
        addresses,
        entries: hours(cx, said)?,
        lines: cx.each(
            &said.hours.lines,
            |line| &line.clause,
            |line| with_cond(cx, &line.clause, Some(&line.when)),
        )?,
        after: conditionals(cx, &["channel"], &said.after)?,
        alternatives: conditionals(cx, &["channel"], &said.alternatives)?,
        self_service: said.self_service,
    })
}

/// The hours case by case: regions that differ only in lines that the audience does not see become one.
fn hours(cx: &Context<'_>, channel: &hir::Channel) -> Result<Vec<OpenInCase>, RulesError> {
    let lines = &channel.hours.lines;
    let shown = |at: &usize| lines.get(*at).is_some_and(|line| cx.shows(&line.clause));
    let mut regions: Vec<(CaseSet, Vec<usize>)> = Vec::new();
    for (cases, holding) in &channel.hours.regions {
        let holding: Vec<usize> = holding.iter().copied().filter(shown).collect();
        match regions.iter_mut().find(|(_, known)| *known == holding) {
            Some((all, _)) => *all = all.try_or(cases)?,
            None => regions.push((cases.clone(), holding)),
        }
    }
    let sets: Vec<CaseSet> = regions.iter().map(|(cases, _)| cases.clone()).collect();
    let conds = lines.iter().filter(|line| cx.shows(&line.clause)).map(|line| &line.when);
    let named = super::cases::named(conds.chain(channel.clause.when.as_ref()));
    let mut entries = Vec::new();
    for ((_, holding), whens) in regions.iter().zip(cx.view.lists(&sets, &named)?) {
        let open = opening(cx, holding.iter().filter_map(|at| lines.get(*at)));
        entries.extend(whens.into_iter().map(|when| OpenInCase { when, ..open.clone() }));
    }
    Ok(entries)
}

fn opening<'x>(cx: &Context<'_>, lines: impl Iterator<Item = &'x hir::SetLine<Opening>>) -> OpenInCase {
    let mut open = OpenInCase::default();
    let mut refused = false;
    for line in lines {
        open.lines.push(line.clause.name.to_string());
        match &line.value {
            Opening::Calendars(names) => {
                for name in cx.names(&["calendar"], names) {
                    if !open.calendars.contains(&name) {
                        open.calendars.push(name);
                    }
                }
            }
            Opening::AsDecided(by) => open.decided.extend(cx.name(&["role", "party"], by)),
            Opening::No => refused = true,
        }
    }
    // Lines add up, so a `no` counts only where nothing opens.
    open.no = (refused && open.calendars.is_empty() && open.decided.is_empty()).then_some(True);
    open
}
