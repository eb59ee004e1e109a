//! What things cost: never dearer on a higher step, and nothing above a limit.
//!
//! In: prices, the prices of plans and the rates of offers, worked out for each part of the cases. Out: the first that costs too
//! much. Money for each month, quarter and year is compared over the same time; amounts of other measures are not compared.

use super::against::Against;
use super::order::{Steps, climb, compared, months, per};
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::cases::{CaseSet, partition};
use crate::evaluate::{Known, Worth, worth};
use crate::hir::{Clause, Cond, Ladder, Price, Ref, Rule, RuleSet};
use crate::source::Span;
use crate::value::{Amount, Measure, Money, Name, Period, Rate};
use std::cmp::Ordering;

/// Cases in which a price is one amount.
struct Part<'a> {
    cases: CaseSet,
    rule: &'a Rule<Amount>,
    worth: Worth,
}

/// The parts of a price.
fn parts<'a>(prover: &Prover<'a>, price: &'a Price, about: &CaseSet) -> Result<Vec<Part<'a>>, Against> {
    let mut found = Vec::new();
    for region in &price.rules.regions {
        let Some(rule) = price.rules.rules.get(region.rule) else { continue };
        let cases = region.cases.try_and(about)?;
        if cases.is_empty() {
            continue;
        }
        let mut sets = Vec::new();
        made_of(prover, price, &rule.value, &mut Vec::new(), &mut sets);
        for part in partition(&prover.program.space, &cases, &sets)? {
            let known = Known::cases(prover.program, &part.cases);
            let worth = worth(prover.context, &rule.value, price, &known, 0);
            found.push(Part { cases: part.cases, rule, worth });
        }
    }
    Ok(found)
}

/// The cases of all rules on which an amount depends.
fn made_of(
    prover: &Prover<'_>,
    price: &Price,
    amount: &Amount,
    seen: &mut Vec<Name>,
    sets: &mut Vec<CaseSet>,
) {
    let name = match amount {
        Amount::Share { of, .. } => of,
        Amount::Named(name) => name,
        Amount::Pick { of, .. } => {
            for part in of {
                made_of(prover, price, part, seen, sets);
            }
            return;
        }
        Amount::Term(_) => &price.clause.name,
        Amount::Rate(..)
        | Amount::Times(..)
        | Amount::None(_)
        | Amount::No(_)
        | Amount::Included(..)
        | Amount::AsAgreed(..)
        | Amount::AsDecided(..)
        | Amount::Unfilled(_) => return,
    };
    // A name that is no price is a row of this one.
    let other = prover.program.prices.get(name).unwrap_or(price);
    if seen.contains(&other.clause.name) {
        return;
    }
    seen.push(other.clause.name.clone());
    for region in &other.rules.regions {
        if !sets.contains(&region.cases) {
            sets.push(region.cases.clone());
        }
    }
    for rule in &other.rules.rules {
        made_of(prover, other, &rule.value, seen, sets);
    }
}

/// Which of two amounts is more; none where they are not of one currency and measure, or are not known.
fn order(one: &Worth, other: &Worth) -> Option<Ordering> {
    let free = |worth: &Worth| matches!(worth, Worth::None | Worth::Included(_));
    match (one, other) {
        (
            Worth::Money { currency, amount, per: each },
            Worth::Money { currency: other, amount: than, per: every },
        ) => {
            let (here, there) = same_measure(each.as_ref(), every.as_ref())?;
            (currency == other).then(|| per(*amount, there).cmp(&per(*than, here)))
        }
        (one, other) if free(one) && free(other) => Some(Ordering::Equal),
        (one, Worth::Money { amount, .. }) if free(one) => Some(0.cmp(&per(*amount, 1))),
        (Worth::Money { amount, .. }, other) if free(other) => Some(per(*amount, 1).cmp(&0)),
        (Worth::Agreed(one), Worth::Agreed(other)) | (Worth::Decided(one), Worth::Decided(other)) => {
            (one == other).then_some(Ordering::Equal)
        }
        _ => None,
    }
}

/// How often each of two measures must be taken to be the same; none if they never are.
fn same_measure(one: Option<&Measure>, other: Option<&Measure>) -> Option<(i64, i64)> {
    match (one, other) {
        (None, None) => Some((1, 1)),
        (Some(one), Some(other)) => match (months(one), months(other)) {
            (Some(here), Some(there)) => Some((here, there)),
            (None, None) if one.what == other.what && one.every == other.every => Some((1, 1)),
            _ => None,
        },
        (None, Some(_)) | (Some(_), None) => None,
    }
}

/// A price is never dearer.
pub fn never_dearer(prover: &Prover<'_>, name: &Name, ladder: Ladder, when: Option<&Cond>) -> Outcome {
    let about = prover.possible(when)?;
    let Some(price) = prover.program.prices.get(name) else { return Ok(Extent::of(0)) };
    let parts = parts(prover, price, &about)?;
    let found = climb(
        prover,
        ladder,
        &parts,
        |part| &part.cases,
        |steps, high, low| {
            let Steps { high: higher, low: lower } = steps;
            if high.worth == Worth::No || low.worth == Worth::No {
                return Ok(None);
            }
            let against = match order(&high.worth, &low.worth) {
                Some(Ordering::Less | Ordering::Equal) => return Ok(None),
                Some(Ordering::Greater) => {
                    Against::new(format!("`{name}` is dearer for `{higher}` than for `{lower}`"))
                }
                None => Against::unknown(format!(
                    "nobody can tell from the policy whether `{name}` is dearer for `{higher}` than for `{lower}`"
                )),
            };
            let note = format!("{} for `{higher}`, {} for `{lower}`", high.worth.words(), low.worth.words());
            let shown = |part: &Part<'_>, step: &str| Some((part.rule.span, format!("for `{step}`")));
            Ok(Some(against.note(note).rule(shown(high, higher)).rule(shown(low, lower))))
        },
    )?;
    Ok(compared(prover, &about, found, false))
}

/// No price, no plan and no rate of an offer is above a limit of the same measure, or not this one.
pub fn nothing_costs_more(
    prover: &Prover<'_>,
    of: Option<&Ref>,
    limit: &Rate,
    when: Option<&Cond>,
) -> Outcome {
    let about = prover.possible(when)?;
    let program = prover.program;
    let Money { currency, amount } = &limit.money;
    let most = Worth::Money { currency: currency.to_string(), amount: *amount, per: limit.per.clone() };
    let own = |plan: &crate::hir::Plan| Price {
        clause: plan.clause.clone(),
        rules: plan.price.clone(),
        tables: Vec::new(),
    };
    let meant =
        |keyword: &str, clause: &Clause| of.is_none_or(|of| of.keyword == keyword && of.name == clause.name);
    let plans = program.plans.values().filter(|plan| meant("plan", &plan.clause));
    let plans: Vec<Price> = plans.map(own).collect();
    let mut held = 0_u128;
    // Of everything together, what is paid by another measure is passed over; one price must have something to look at.
    let mut other_measure = None;
    let mut hold = |what: &str, cases: &CaseSet, worth: &Worth, span: Span| {
        let against = match worth {
            Worth::None | Worth::No | Worth::Included(_) => return Ok(()),
            Worth::Money { per: each, .. } if !measured(each.as_ref(), limit.per.as_ref()) => {
                if of.is_some() {
                    other_measure.get_or_insert_with(|| {
                        Against::unknown(unlike(what, worth, &most))
                            .in_cases(cases.clone())
                            .rule(Some((span, "this price".to_owned())))
                    });
                }
                return Ok(());
            }
            Worth::Money { currency: other, .. } if *other != *currency.as_str() => {
                Against::unknown(unlike(what, worth, &most))
            }
            Worth::Money { .. } => match order(worth, &most) {
                Some(Ordering::Greater) => {
                    Against::new(format!("{what} costs {}, more than {}", worth.words(), most.words()))
                }
                Some(Ordering::Less | Ordering::Equal) | None => {
                    held = held.saturating_add(cases.count(&program.space));
                    return Ok(());
                }
            },
            Worth::Agreed(_) | Worth::Decided(_) | Worth::Open | Worth::Unfilled => Against::unknown(
                format!("nobody can tell from the policy what {what} costs: {}", worth.words()),
            ),
        };
        Err(against.in_cases(cases.clone()).rule(Some((span, "this price".to_owned()))))
    };
    for price in program.prices.values().filter(|price| meant("price", &price.clause)) {
        for part in parts(prover, price, &about)? {
            hold(&format!("`{}`", price.clause.name), &part.cases, &part.worth, part.rule.span)?;
        }
    }
    for plan in &plans {
        for region in &plan.rules.regions {
            let Some(rule) = plan.rules.rules.get(region.rule) else { continue };
            let cases = region.cases.try_and(&about)?;
            if !cases.is_empty() {
                let known = Known::cases(program, &cases);
                let worth = worth(prover.context, &rule.value, plan, &known, 0);
                hold(&format!("the plan `{}`", plan.clause.name), &cases, &worth, rule.span)?;
            }
        }
    }
    for (name, offer) in program.offers.iter().filter(|(_, offer)| meant("offer", &offer.clause)) {
        for rate in &offer.rates {
            let mut cases = about.clone();
            for when in [&offer.clause.when, &rate.clause.when].into_iter().flatten() {
                cases = cases.try_and(&when.cases)?;
            }
            if !cases.is_empty() {
                let whole =
                    Price { clause: offer.clause.clone(), rules: RuleSet::default(), tables: Vec::new() };
                let known = Known::cases(program, &cases);
                let worth = worth(prover.context, &rate.amount, &whole, &known, 0);
                hold(&format!("`{name}`"), &cases, &worth, rate.span)?;
            }
        }
    }
    match other_measure {
        Some(against) if held == 0 => Err(against),
        Some(_) | None => Ok(Extent { cases: held, what: "priced case", timed: false }),
    }
}

fn unlike(what: &str, worth: &Worth, most: &Worth) -> String {
    format!("{what} costs {}, which cannot be held against {}", worth.words(), most.words())
}

/// Whether an amount of one measure can be held against a limit of another.
fn measured(one: Option<&Measure>, limit: Option<&Measure>) -> bool {
    let thing = |measure: Option<&Measure>| measure.map(|measure| measure.what.clone());
    same_measure(one, limit).is_some()
        || matches!((thing(one), thing(limit)), (Some(Period::Time(a)), Some(Period::Time(b))) if a == b)
}
