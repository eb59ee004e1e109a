//! What plans grant.
//!
//! In: the entitlements of both versions. Out: changes, case by case.

use super::change::{Change, Direction, Readers, Said};
use super::finder::{Finder, order, subject};
use super::kinds::{self, Kind};
use super::regions::{is_new_winner, meetings};
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Entitlement, Grant, Rule};
use crate::value::{Decimal, Measure, Period, Quantity, Unit};

/// Compares all entitlements.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("entitlement", &old.entitlements, &new.entitlements);
    for gone in pairs.gone {
        let change = Change::new(&kinds::ENTITLEMENT.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::ENTITLEMENT.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        grants(finder, was, is)?;
    }
    Ok(())
}

/// A rule that grants something.
fn granted(rule: Option<&Rule<Grant>>) -> Option<&Rule<Grant>> {
    rule.filter(|rule| match rule.value {
        Grant::Yes | Grant::Limit { .. } => true,
        Grant::No | Grant::Unfilled => false,
    })
}

fn grants(finder: &mut Finder<'_>, was: &Entitlement, is: &Entitlement) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    for meeting in meetings(&finder.common, &was.rules, &is.rules)? {
        let unfilled = |rule: Option<&Rule<Grant>>| rule.is_some_and(|rule| rule.value == Grant::Unfilled);
        if unfilled(meeting.old) || unfilled(meeting.new) {
            continue;
        }
        let (before, after) = (granted(meeting.old), granted(meeting.new));
        let mut found: Vec<(&'static Kind, Direction)> = Vec::new();
        let mut say = |kind: &'static Kind| found.push((kind, kind.direction.unwrap_or(Direction::Mixed)));
        match (before.map(|rule| &rule.value), after.map(|rule| &rule.value)) {
            (None, None) => {}
            (Some(_), None) => say(&kinds::ENTITLEMENT_CASES.back),
            (None, Some(_)) => say(&kinds::ENTITLEMENT_CASES.forth),
            (Some(one), Some(other)) => {
                match amounts(one, other) {
                    None => {}
                    Some(Direction::Mixed | Direction::Neutral) => say(&kinds::ENTITLEMENT_CHANGED),
                    Some(direction) => say(Finder::way(&kinds::ENTITLEMENT_AMOUNT, direction)),
                }
                match (lapses(one), lapses(other)) {
                    (false, true) => say(&kinds::LAPSE.back),
                    (true, false) => say(&kinds::LAPSE.forth),
                    (true, true) | (false, false) => {}
                }
            }
        }
        let winner = is_new_winner(&finder.common, &meeting, &was.rules, &is.rules, Grant::eq)?;
        for (kind, direction) in found {
            let kind = if winner { &kinds::WINNER } else { kind };
            let said = |rule: Option<&Rule<Grant>>| rule.map(|rule| Said::Grant(rule.value.clone()));
            let span = |rule: Option<&Rule<Grant>>| rule.map(|rule| rule.span);
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            let change =
                change.from_to(said(meeting.old), said(meeting.new)).at(span(meeting.old), span(meeting.new));
            finder.add(Change { direction, readers: meeting.readers(), ..change })?;
        }
    }
    Ok(())
}

fn lapses(grant: &Grant) -> bool {
    matches!(grant, Grant::Limit { unused_lapse: true, .. })
}

/// Which way the amount goes; mixed where it is counted in another way.
fn amounts(old: &Grant, new: &Grant) -> Option<Direction> {
    let quantity = |grant: &Grant| match grant {
        Grant::Limit { quantity, .. } if quantity.count.is_some() => Some(quantity.clone()),
        Grant::Limit { .. } | Grant::Yes | Grant::No | Grant::Unfilled => None,
    };
    // What is granted without a limit is more than any.
    match (quantity(old), quantity(new)) {
        (None, None) => None,
        (None, Some(_)) => Some(Direction::Weaker),
        (Some(_), None) => Some(Direction::Stronger),
        (Some(old), Some(new)) => limits(&old, &new),
    }
}

/// Which way a limit goes. What can be used under the one must be possible under the other, whatever a customer uses when.
fn limits(old: &Quantity, new: &Quantity) -> Option<Direction> {
    if old == new {
        return None;
    }
    let most = |quantity: &Quantity| quantity.at_most.unwrap_or(Decimal::whole(i64::MAX / 1_000_000_000));
    let counted = match (holds(new, old), holds(old, new)) {
        _ if old.at_a_time != new.at_a_time => Some(Direction::Mixed),
        (Some(true), Some(true)) => None,
        (Some(true), Some(false)) => Some(Direction::Stronger),
        (Some(false), Some(true)) => Some(Direction::Weaker),
        (Some(false), Some(false)) | (None, _) | (_, None) => Some(Direction::Mixed),
    };
    let mut ways = [counted, order(&most(old), &most(new))].into_iter().flatten();
    let first = ways.next()?;
    Some(if ways.all(|way| way == first) { first } else { Direction::Mixed })
}

/// Whether all that one limit grants is granted by another; none where the two count otherwise.
fn holds(wide: &Quantity, narrow: &Quantity) -> Option<bool> {
    let (many, few) = (number(wide, narrow)?, number(narrow, wide)?);
    let (long, short) = match (&wide.per, &narrow.per) {
        (None, None) => (1, 1),
        (Some(wide), Some(narrow)) => match (months(wide), months(narrow)) {
            (Some(long), Some(short)) => (long, short),
            // As many for each of as few or fewer.
            _ if wide.what == narrow.what => return Some(many >= few && wide.every <= narrow.every),
            _ => return None,
        },
        (Some(_), None) | (None, Some(_)) => return None,
    };
    // In a longer time all of the shorter ones can be used up, and in a shorter one all that the longer one grants.
    match (long % short, short % long) {
        (0, _) => Some(many >= few * (long / short)),
        (_, 0) => Some(many >= few),
        _ => None,
    }
}

/// How many, in billionths of what both are counted in; hours, minutes and seconds are the same time.
fn number(quantity: &Quantity, other: &Quantity) -> Option<i128> {
    let seconds = |unit: Option<Unit>| match unit? {
        Unit::Hour => Some(3600),
        Unit::Minute => Some(60),
        Unit::Second => Some(1),
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => None,
    };
    let scale = match (seconds(quantity.unit), seconds(other.unit)) {
        (Some(scale), Some(_)) => scale,
        _ if quantity.unit == other.unit => 1,
        _ => return None,
    };
    let count = quantity.count?;
    let places = u32::from(9_u8.saturating_sub(count.scale));
    Some(i128::from(count.units) * 10_i128.pow(places) * scale)
}

/// How many months a measure is.
fn months(measure: &Measure) -> Option<i128> {
    let Period::Time(unit) = measure.what else { return None };
    let months = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => return None,
    };
    Some(months * i128::from(measure.every.max(1)))
}
