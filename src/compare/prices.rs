//! What things cost: prices, and what plans cost.
//!
//! In: the prices and plans of both versions. Out: changes. A price that is made of others is worked out in every part
//! of the cases in which its parts are the same.

use super::breaches::credit;
use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, order, subject};
use super::kinds::{self, Kind};
use super::regions::{is_new_winner, meetings};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::evaluate::{Worth, worth_in};
use crate::hir::{Clause, Price, Program, Rule, RuleSet};
use crate::value::{Amount, Decimal, Measure, Money, Name, Period, Pick, Unit};

/// Compares all prices.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("price", &old.prices, &new.prices);
    for gone in pairs.gone {
        let change = Change::new(&kinds::PRICE_SAID.forth, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::PRICE_SAID.back, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        amounts(finder, &subject(&is.clause), was, is)?;
    }
    Ok(())
}

/// The price of a plan as a price of its own.
pub fn of_plan(clause: &Clause, rules: &RuleSet<Amount>) -> Price {
    Price { clause: clause.clone(), rules: rules.clone(), tables: Vec::new() }
}

/// Compares what one thing costs.
pub fn amounts(finder: &mut Finder<'_>, of: &Subject, was: &Price, is: &Price) -> Result<(), TooComplex> {
    for meeting in meetings(&finder.common, &was.rules, &is.rules)? {
        let winner = is_new_winner(&finder.common, &meeting, &was.rules, &is.rules, Amount::same_as)?;
        let (old, new) = (finder.common.old.context, finder.common.new.context);
        let parts = finder.parts(
            &meeting.cases,
            &depends(old.program, meeting.old),
            &depends(new.program, meeting.new),
        )?;
        for part in parts {
            let Some(case) = part.witness(&finder.common.space) else { continue };
            let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
            let before = meeting.old.and_then(|_| worth_in(old, was, &mine));
            let after = meeting.new.and_then(|_| worth_in(new, is, &yours));
            let found = kind(finder, meeting.old, meeting.new, before.as_ref(), after.as_ref());
            let Some((kind, direction)) = found else { continue };
            let kind = if winner { &kinds::WINNER } else { kind };
            let span = |rule: Option<&Rule<Amount>>| rule.map(|rule| rule.span);
            let change = Change::new(kind, of.clone()).within(part);
            let change = change
                .from_to(said(meeting.old, before.as_ref()), said(meeting.new, after.as_ref()))
                .at(span(meeting.old), span(meeting.new));
            finder.add(Change { direction, readers: meeting.readers(), ..change })?;
        }
    }
    Ok(())
}

/// What is shown: money as it comes out, and everything else as it is written.
fn said(rule: Option<&Rule<Amount>>, worth: Option<&Worth>) -> Option<Said> {
    let rule = rule?;
    Some(Said::Amount(match (&rule.value, worth) {
        (Amount::Rate(..), _) => rule.value.clone(),
        (_, Some(Worth::Money { currency, amount, per })) => {
            let money = Money { currency: currency.as_str().into(), amount: *amount };
            Amount::Rate(crate::value::Rate { money, per: per.clone() }, rule.span)
        }
        (_, Some(_) | None) => rule.value.clone(),
    }))
}

/// The cases in which prices that an amount is made of are decided by different rules.
fn depends<'a>(program: &'a Program, rule: Option<&Rule<Amount>>) -> Vec<&'a CaseSet> {
    fn visit<'a>(program: &'a Program, amount: &Amount, seen: &mut Vec<Name>, found: &mut Vec<&'a CaseSet>) {
        let mut named = |name: &Name| {
            if seen.contains(name) {
                return;
            }
            seen.push(name.clone());
            let Some(price) = program.prices.get(name) else { return };
            found.extend(price.rules.regions.iter().map(|region| &region.cases));
            for rule in &price.rules.rules {
                visit(program, &rule.value, seen, found);
            }
        };
        match amount {
            Amount::Share { of, .. } => named(of),
            Amount::Named(name) => named(name),
            Amount::Pick { of, .. } => of.iter().for_each(|part| visit(program, part, seen, found)),
            Amount::Rate(..)
            | Amount::Times(..)
            | Amount::Term(_)
            | Amount::None(_)
            | Amount::No(_)
            | Amount::Included(..)
            | Amount::AsAgreed(..)
            | Amount::AsDecided(..)
            | Amount::Unfilled(_) => {}
        }
    }
    let mut found = Vec::new();
    if let Some(rule) = rule {
        visit(program, &rule.value, &mut Vec::new(), &mut found);
    }
    found
}

/// What a change of a price is, and which way it goes.
fn kind(
    finder: &Finder<'_>,
    old: Option<&Rule<Amount>>,
    new: Option<&Rule<Amount>>,
    before: Option<&Worth>,
    after: Option<&Worth>,
) -> Option<(&'static Kind, Direction)> {
    let way = |kind: &'static Kind| Some((kind, kind.direction.unwrap_or(Direction::Mixed)));
    let unfilled =
        |rule: Option<&Rule<Amount>>| matches!(rule.map(|rule| &rule.value), Some(Amount::Unfilled(_)));
    if unfilled(old) || unfilled(new) {
        return None;
    }
    let had = |worth: &Worth| !matches!(worth, Worth::No);
    match (before.filter(|worth| had(worth)), after.filter(|worth| had(worth))) {
        (None, None) => None,
        (None, Some(_)) if before.is_some() => way(&kinds::PRICE_HAD.forth),
        (Some(_), None) if after.is_some() => way(&kinds::PRICE_HAD.back),
        (None, Some(_)) => way(&kinds::PRICE_SAID.back),
        (Some(_), None) => way(&kinds::PRICE_SAID.forth),
        (Some(Worth::Open | Worth::Unfilled), Some(Worth::Open | Worth::Unfilled)) => {
            let (one, other) = (&old?.value, &new?.value);
            if one.same_as(other) {
                return None;
            }
            match parts(finder, one, other) {
                Some(Direction::Mixed | Direction::Neutral) | None => way(&kinds::PRICE_CHANGED),
                Some(direction) => way(Finder::way(&kinds::PRICE, direction)),
            }
        }
        (Some(one), Some(other)) => match costs(finder, one, other) {
            None => None,
            Some(Direction::Mixed | Direction::Neutral) => way(&kinds::PRICE_CHANGED),
            Some(direction) => way(Finder::way(&kinds::PRICE, direction)),
        },
    }
}

/// Which way amounts go that are made of others, part by part; none where they are the same. Only a difference falls when one
/// of its parts rises.
fn parts(finder: &Finder<'_>, old: &Amount, new: &Amount) -> Option<Direction> {
    match (old, new) {
        (Amount::Pick { pick, of, .. }, Amount::Pick { pick: other, of: others, .. })
            if pick == other && *pick != Pick::Difference && of.len() == others.len() =>
        {
            let mut ways = of.iter().zip(others).filter_map(|(old, new)| parts(finder, old, new));
            let first = ways.next()?;
            Some(if ways.all(|way| way == first) { first } else { Direction::Mixed })
        }
        (Amount::Share { of, .. }, Amount::Share { .. }) if !stays(finder, of) => Some(Direction::Mixed),
        (old, new) => credit(old, new).map(Direction::turned),
    }
}

/// Whether a price that others are made of is said in both versions in the same words.
fn stays(finder: &Finder<'_>, name: &Name) -> bool {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    match (old.prices.get(name), new.prices.get(name)) {
        (Some(was), Some(is)) => {
            let (was, is) = (&was.rules.rules, &is.rules.rules);
            was.len() == is.len() && was.iter().zip(is).all(|(was, is)| was.value.same_as(&is.value))
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Which way a price goes; mixed where the two cannot be compared.
pub fn costs(finder: &Finder<'_>, old: &Worth, new: &Worth) -> Option<Direction> {
    let names = &finder.common.names;
    match (old, new) {
        (
            Worth::Money { currency, amount, per },
            Worth::Money { currency: other, amount: later, per: each },
        ) if currency == other => {
            let (Some(one), Some(two)) = (yearly(*amount, per.as_ref()), yearly(*later, each.as_ref()))
            else {
                if per != each {
                    return Some(Direction::Mixed);
                }
                return order(later, amount);
            };
            order(&two, &one)
        }
        (Worth::None | Worth::Included(_), Worth::Money { amount, .. }) => {
            (*amount != Decimal::whole(0)).then_some(Direction::Weaker)
        }
        (Worth::Money { amount, .. }, Worth::None | Worth::Included(_)) => {
            (*amount != Decimal::whole(0)).then_some(Direction::Stronger)
        }
        (Worth::Agreed(one), Worth::Agreed(other)) if names.new_of("document", one) == *other => None,
        (Worth::Decided(one), Worth::Decided(other)) if names.person(one) == *other => None,
        (Worth::None | Worth::Included(_), Worth::None | Worth::Included(_)) | (Worth::No, Worth::No) => None,
        (
            Worth::Money { .. }
            | Worth::None
            | Worth::No
            | Worth::Included(_)
            | Worth::Agreed(_)
            | Worth::Decided(_)
            | Worth::Open
            | Worth::Unfilled,
            _,
        ) => Some(Direction::Mixed),
    }
}

/// An amount for each month, quarter or year as one for each year, in billionths; none for other measures.
fn yearly(amount: Decimal, per: Option<&Measure>) -> Option<i128> {
    let Measure { every, what: Period::Time(unit) } = per? else { return None };
    let months = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => return None,
    };
    let places = u32::from(9_u8.saturating_sub(amount.scale));
    // A common multiple of all usual periods, so that nothing is rounded.
    let times = 12 * 27_720 / (months * i128::from((*every).max(1)));
    Some(i128::from(amount.units) * 10_i128.pow(places) * times)
}
