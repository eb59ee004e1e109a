//! What things cost: prices, what plans cost, and what can be had at a rate.
//!
//! In: the prices, plans and offers of both versions. Out: changes. A price that is made of others is worked out in every part
//! of the cases in which its parts are the same.

use super::breaches::credit;
use super::change::{Change, Direction, Said, Subject};
use super::finder::{Finder, order, subject, wider};
use super::kinds::{self, Kind};
use super::regions::{is_new_winner, meetings};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::evaluate::{Worth, worth_in};
use crate::hir::{Clause, Offer, Price, Program, Rate, Rule, RuleSet};
use crate::value::{Amount, Decimal, Measure, Money, Name, Period, Pick, Unit};

/// Compares all prices and offers.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("price", &old.prices, &new.prices);
    for gone in pairs.gone {
        let change = Change::new(&kinds::PRICE_SAID.forth, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::PRICE_SAID.back, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        amounts(finder, &subject(&is.clause), was, is)?;
    }
    let pairs = finder.common.names.pairs("offer", &old.offers, &new.offers);
    for gone in pairs.gone {
        let change = Change::new(&kinds::OFFER.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::OFFER.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        offer(finder, was, is)?;
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
            let audience = match (meeting.old, meeting.new) {
                (Some(one), Some(other)) => wider(&one.clause.audience, &other.clause.audience),
                (Some(one), None) | (None, Some(one)) => one.clause.audience.clone(),
                (None, None) => is.clause.audience.clone(),
            };
            let change = Change::new(kind, of.clone()).within(part);
            let change = change
                .from_to(said(meeting.old, before.as_ref()), said(meeting.new, after.as_ref()))
                .at(span(meeting.old), span(meeting.new));
            finder.add(Change { direction, audience, ..change })?;
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
        (Some(Worth::Open), Some(Worth::Open)) => {
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
fn costs(finder: &Finder<'_>, old: &Worth, new: &Worth) -> Option<Direction> {
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
            | Worth::Open,
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

/// By what a rate is found again: when it counts, and for which cases.
fn key(rate: &Rate, now: impl Fn(&Name) -> Name) -> String {
    let during = rate.during.as_ref().map(|name| format!("during {}", now(name)));
    let outside = rate.outside.as_ref().map(|name| format!("outside {}", now(name)));
    let both: Vec<String> = during.into_iter().chain(outside).collect();
    both.join(" and ")
}

fn offer(finder: &mut Finder<'_>, was: &Offer, is: &Offer) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    let names = finder.common.names.clone();
    let mut left: Vec<&Rate> = was.rates.iter().collect();
    let mut fresh = Vec::new();
    for after in &is.rates {
        let mut found = None;
        for (at, before) in left.iter().enumerate() {
            let same_when = cases(finder, before, false)? == cases(finder, after, true)?;
            if same_when && key(before, |name| names.new_of("calendar", name)) == key(after, Name::clone) {
                found = Some(at);
                break;
            }
        }
        match found {
            Some(at) => rate(finder, &of, left.remove(at), after)?,
            None => fresh.push(after),
        }
    }
    for (rates, newer) in [(left, false), (fresh, true)] {
        for rate in rates {
            let kind = if newer { &kinds::RATE_SAID.forth } else { &kinds::RATE_SAID.back };
            let cases = cases(finder, rate, newer)?;
            let part = key(rate, Name::clone);
            let change = Change::new(kind, Subject { part, ..of.clone() }).within(cases);
            let said = Said::Amount(rate.amount.clone());
            let change = if newer {
                change.from_to(None, said).at(None, Some(rate.span))
            } else {
                change.from_to(said, None).at(Some(rate.span), None)
            };
            finder.add(Change { audience: rate.clause.audience.clone(), ..change })?;
        }
    }
    let audience = wider(&was.clause.audience, &is.clause.audience);
    let span = (Some(was.clause.span), Some(is.clause.span));
    if was.proposal.is_some() != is.proposal.is_some() {
        let kind = if is.proposal.is_some() { &kinds::PROPOSAL.forth } else { &kinds::PROPOSAL.back };
        let change = Change::new(kind, of.clone()).at(span.0, span.1);
        finder.add(Change { audience: audience.clone(), ..change })?;
    }
    if was.invoiced != is.invoiced {
        let said = |measure: Option<&Measure>| {
            measure.map(|_| Said::Plain(crate::hir::say::measure(measure).trim().to_owned()))
        };
        let change = Change::new(&kinds::INVOICE, of.clone());
        let change = change.from_to(said(was.invoiced.as_ref()), said(is.invoiced.as_ref()));
        finder.add(Change { audience: audience.clone(), ..change.at(span.0, span.1) })?;
    }
    let people: Vec<Name> = was.by.iter().map(|name| names.person(name)).collect();
    if people != is.by {
        let change = Change::new(&kinds::PROSE, Subject { part: "by".to_owned(), ..of });
        let change = change.from_to(Said::Names("role", was.by.clone()), Said::Names("role", is.by.clone()));
        finder.add(Change { audience, ..change.at(span.0, span.1) })?;
    }
    Ok(())
}

fn cases(finder: &Finder<'_>, rate: &Rate, newer: bool) -> Result<CaseSet, TooComplex> {
    let side = if newer { &finder.common.new } else { &finder.common.old };
    match &rate.clause.when {
        Some(when) => side.carry(&when.cases)?.try_and(finder.common.shared()),
        None => Ok(finder.common.shared().clone()),
    }
}

fn rate(finder: &mut Finder<'_>, of: &Subject, was: &Rate, is: &Rate) -> Result<(), TooComplex> {
    let here = cases(finder, is, true)?;
    let audience = wider(&was.clause.audience, &is.clause.audience);
    let of = Subject { part: key(is, Name::clone), ..of.clone() };
    let mut found: Vec<Change> = Vec::new();
    let way = match (&was.amount, &is.amount) {
        (Amount::Times(one, _), Amount::Times(other, _)) => order(other, one),
        (Amount::Rate(one, _), Amount::Rate(other, _))
            if one.money.currency == other.money.currency && one.per == other.per =>
        {
            order(&other.money.amount, &one.money.amount)
        }
        (one, other) => (!one.same_as(other)).then_some(Direction::Mixed),
    };
    if let Some(direction) = way {
        let kind = match direction {
            Direction::Mixed | Direction::Neutral => &kinds::RATE_CHANGED,
            Direction::Weaker | Direction::Stronger => Finder::way(&kinds::RATE, direction),
        };
        let change = Change::new(kind, of.clone());
        found.push(change.from_to(Said::Amount(was.amount.clone()), Said::Amount(is.amount.clone())));
    }
    for (part, before, after) in [("in steps of", &was.steps, &is.steps), ("at least", &was.least, &is.least)]
    {
        let seconds = |length: &Option<crate::value::Duration>| {
            length.as_ref().map_or(Some(0), crate::value::Duration::seconds)
        };
        let (Some(one), Some(other)) = (seconds(before), seconds(after)) else { continue };
        // More charged at least is worse, so that the order is that of a price.
        if let Some(direction) = order(&other, &one) {
            let part = format!("{} {part}", of.part).trim().to_owned();
            let of = Subject { part, ..of.clone() };
            let said = |length: &Option<crate::value::Duration>| length.clone().map(Said::Length);
            found.push(
                Change::new(Finder::way(&kinds::RATE_LEAST, direction), of)
                    .from_to(said(before), said(after)),
            );
        }
    }
    for change in found {
        let change = change.within(here.clone()).at(Some(was.span), Some(is.span));
        finder.add(Change { audience: audience.clone(), ..change })?;
    }
    Ok(())
}
