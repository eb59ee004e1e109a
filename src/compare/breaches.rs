//! How often promises are met, and what is given when they are not.
//!
//! In: a commitment of both versions. Out: changes. Shares over another time are compared as far as the one follows from the
//! other.

use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, Item, order, subject};
use super::kinds;
use super::lengths::CLAIM;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Claim, Clause, Commitment, Met};
use crate::value::{Amount, Stated, Unit};

/// Compares how often a promise is met, and what a breach of it gives.
pub fn compare(finder: &mut Finder<'_>, was: &Commitment, is: &Commitment) -> Result<(), TooComplex> {
    met(finder, was, is)?;
    credits(finder, was, is)
}

fn met_item(met: &Met) -> Item<'_> {
    let said = Said::Met(met.share, met.period);
    Item {
        key: said.words(),
        said,
        when: met.clause.when.as_ref().map(|when| &when.cases),
        audience: &met.clause.audience,
        span: met.clause.span,
    }
}

/// How often a promise is met: shares over the same time in the same cases first, then those in the same cases.
fn met(finder: &mut Finder<'_>, was: &Commitment, is: &Commitment) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    let carried = |met: &Met, newer: bool| {
        let side = if newer { &finder.common.new } else { &finder.common.old };
        met.clause.when.as_ref().map(|when| side.carry(&when.cases)).transpose()
    };
    let mut left: Vec<(&Met, Option<CaseSet>)> = Vec::new();
    for before in &was.met {
        left.push((before, carried(before, false)?));
    }
    let mut open: Vec<(&Met, Option<CaseSet>)> = Vec::new();
    for after in &is.met {
        open.push((after, carried(after, true)?));
    }
    let mut found: Vec<Change> = Vec::new();
    for same_time in [true, false] {
        open.retain(|(after, here)| {
            let same = |(before, cases): &(&Met, Option<CaseSet>)| {
                cases == here && (!same_time || before.period == after.period)
            };
            let Some(at) = left.iter().position(same) else { return true };
            let (before, _) = left.remove(at);
            let Some(direction) = oftener(before, after) else { return false };
            let kind = match direction {
                Direction::Weaker | Direction::Stronger => Finder::way(&kinds::MET, direction),
                Direction::Mixed | Direction::Neutral => &kinds::MET_CHANGED,
            };
            let change = Change::new(kind, of.clone())
                .within(here.clone().unwrap_or_else(CaseSet::everything))
                .from_to(met_item(before).said, met_item(after).said)
                .at(Some(before.clause.span), Some(after.clause.span));
            let readers = Readers::between(&before.clause.audience, &after.clause.audience);
            found.push(Change { readers, ..change });
            false
        });
    }
    for change in found {
        finder.add(change)?;
    }
    let left: Vec<Item<'_>> = left.into_iter().map(|(met, _)| met_item(met)).collect();
    let fresh: Vec<Item<'_>> = open.into_iter().map(|(met, _)| met_item(met)).collect();
    finder.held(&kinds::MET_SAID, true, &of, &left, &fresh)
}

/// Which way a share goes. What is met in each of some times is met in all of them together.
fn oftener(was: &Met, is: &Met) -> Option<Direction> {
    let share = order(&was.share, &is.share);
    let time =
        match (was.period == is.period, parts_of(was.period, is.period), parts_of(is.period, was.period)) {
            (true, ..) => return share,
            (false, true, _) => Direction::Weaker,
            (false, _, true) => Direction::Stronger,
            (false, false, false) => return Some(Direction::Mixed),
        };
    Some(if share.is_none_or(|share| share == time) { time } else { Direction::Mixed })
}

/// Whether each of the one times lies within one of the other.
fn parts_of(one: Unit, other: Unit) -> bool {
    let rank = |unit| match unit {
        Unit::Second => 0,
        Unit::Minute => 1,
        Unit::Hour => 2,
        Unit::Day => 3,
        Unit::Week => 4,
        Unit::Month => 5,
        Unit::Quarter => 6,
        Unit::Year => 7,
    };
    // A week can lie in two months.
    rank(one) < rank(other) && one != Unit::Week
}

fn credit_item(credit: &crate::hir::Credit) -> Item<'_> {
    let said = Said::Credit(credit.amount.clone(), credit.breaches, credit.period);
    Item {
        key: said.words(),
        said,
        when: credit.clause.when.as_ref().map(|when| &when.cases),
        audience: &credit.clause.audience,
        span: credit.clause.span,
    }
}

/// What is given for missed promises: raised and lowered where one line stands against one, otherwise lines that come and go.
fn credits(finder: &mut Finder<'_>, was: &Commitment, is: &Commitment) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    if let ([before], [after]) = (was.credits.as_slice(), is.credits.as_slice())
        && before.period == after.period
        && before.clause.when.is_none()
        && after.clause.when.is_none()
    {
        let amount = credit(&before.amount, &after.amount);
        let breaches = order(&after.breaches, &before.breaches);
        let direction = match (amount, breaches) {
            (None, None) => return Ok(()),
            (Some(one), None) | (None, Some(one)) => Some(one),
            (Some(one), Some(other)) => (one == other).then_some(one),
        };
        if let Some(direction) = direction.filter(|direction| *direction != Direction::Mixed) {
            let change = Change::new(Finder::way(&kinds::CREDIT_AMOUNT, direction), of);
            let change = change
                .from_to(credit_item(before).said, credit_item(after).said)
                .at(Some(before.clause.span), Some(after.clause.span));
            let readers = Readers::between(&before.clause.audience, &after.clause.audience);
            return finder.add(Change { readers, ..change });
        }
    }
    let before: Vec<Item<'_>> = was.credits.iter().map(credit_item).collect();
    let after: Vec<Item<'_>> = is.credits.iter().map(credit_item).collect();
    finder.held(&kinds::CREDIT, true, &of, &before, &after)
}

/// Which way what the customer gets goes; mixed where the two cannot be compared.
pub fn credit(old: &Amount, new: &Amount) -> Option<Direction> {
    match (old, new) {
        (
            Amount::Share { share: before, of: x, per: p, .. },
            Amount::Share { share: after, of: y, per: q, .. },
        ) if x == y && p == q => order(before, after),
        (Amount::Rate(before, _), Amount::Rate(after, _))
            if before.money.currency == after.money.currency && before.per == after.per =>
        {
            order(&before.money.amount, &after.money.amount)
        }
        (before, after) => (!before.same_as(after)).then_some(Direction::Mixed),
    }
}

/// How soon the customer must ask: nothing said is no limit, unless a line of the clause waits, which may be the one that says it.
pub fn claim(
    finder: &mut Finder<'_>,
    of: &Subject,
    (was, before): (Option<&Claim>, &Clause),
    (is, after): (Option<&Claim>, &Clause),
) -> Result<(), TooComplex> {
    if was.is_none() && before.unfilled || is.is_none() && after.unfilled {
        return Ok(());
    }
    let length = |claim: Option<&Claim>| claim.map(|claim| Stated::Known(claim.within.clone()));
    let (before, after) = (length(was), length(is));
    let span = |claim: Option<&Claim>| claim.map(|claim| claim.within.span);
    let change =
        CLAIM.change(of.clone()).from_to(before.clone().map(Said::Length), after.clone().map(Said::Length));
    let shared = finder.common.shared().clone();
    finder.length(&CLAIM, &shared, before.as_ref(), after.as_ref(), &change.at(span(was), span(is)))
}
