//! What plans grant.
//!
//! In: the entitlements of both versions. Out: changes, case by case.

use super::change::{Change, Direction, Said};
use super::finder::{Finder, order, subject, wider};
use super::kinds::{self, Kind};
use super::regions::{is_new_winner, meetings};
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Entitlement, Grant, Rule};
use crate::value::{Decimal, Measure, Period, Quantity};

/// Compares all entitlements.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("entitlement", &old.entitlements, &new.entitlements);
    for gone in pairs.gone {
        let change = Change::new(&kinds::ENTITLEMENT.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::ENTITLEMENT.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
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
            let audience = match (meeting.old, meeting.new) {
                (Some(one), Some(other)) => wider(&one.clause.audience, &other.clause.audience),
                (Some(one), None) | (None, Some(one)) => one.clause.audience.clone(),
                (None, None) => is.clause.audience.clone(),
            };
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            let change =
                change.from_to(said(meeting.old), said(meeting.new)).at(span(meeting.old), span(meeting.new));
            finder.add(Change { direction, audience, ..change })?;
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

fn limits(old: &Quantity, new: &Quantity) -> Option<Direction> {
    if old == new {
        return None;
    }
    let what = |measure: Option<&Measure>| measure.map(|measure| measure.what.clone());
    let alike = old.unit == new.unit
        && old.at_a_time == new.at_a_time
        && same(what(old.per.as_ref()).as_ref(), what(new.per.as_ref()).as_ref());
    if !alike {
        return Some(Direction::Mixed);
    }
    let every = |quantity: &Quantity| quantity.per.as_ref().map_or(1, |measure| measure.every);
    let most = |quantity: &Quantity| quantity.at_most.unwrap_or(Decimal::whole(i64::MAX / 1_000_000_000));
    let ways = [
        order(&old.count, &new.count),
        // The same number for each of fewer is more.
        order(&every(new), &every(old)),
        order(&most(old), &most(new)),
    ];
    let mut found = ways.into_iter().flatten();
    let first = found.next()?;
    Some(if found.all(|way| way == first) { first } else { Direction::Mixed })
}

fn same(old: Option<&Period>, new: Option<&Period>) -> bool {
    old == new
}
