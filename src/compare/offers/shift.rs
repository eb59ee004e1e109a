//! Hours of rates that moved: at times the dearer rate counts where the cheaper one did, and at others the cheaper one.
//!
//! In: the rates that decide at some time in one part of the cases. Out: one mixed change for each two rates that changed places
//! in both ways, with a time for each way. What goes one way only is told by the comparison of offers itself.

use super::meeting::Meet;
use super::paying::{Paying, seconds};
use crate::cases::{Case, CaseSet, TooComplex};
use crate::compare::change::{Change, Direction, Readers, Said, Witness};
use crate::compare::finder::{Finder, subject};
use crate::compare::hours::Open;
use crate::compare::kinds;
use crate::compare::week::Week;
use crate::hir::{Audience, Clause};
use crate::value::Name;

/// Tells what moved, and gives the places of the meetings that are told by it.
pub(super) fn tell(
    finder: &mut Finder<'_>,
    met: &[Meet<'_>],
    (cases, case): (&CaseSet, &Case),
    of: &Clause,
) -> Result<Vec<usize>, TooComplex> {
    let ways: Vec<Option<Direction>> = met
        .iter()
        .map(|one| one.judged(finder).filter(|_| one.timed).map(|(_, direction, _)| direction))
        .collect();
    let mut told: Vec<usize> = Vec::new();
    for (at, dearer) in met.iter().enumerate() {
        if ways[at] != Some(Direction::Weaker) || told.contains(&at) {
            continue;
        }
        let turned = |(other, meet): &(usize, &Meet<'_>)| {
            ways[*other] == Some(Direction::Stronger)
                && is_same(finder, dearer.old.as_ref(), meet.new.as_ref())
                && is_same(finder, meet.old.as_ref(), dearer.new.as_ref())
        };
        let back: Vec<(usize, &Meet<'_>)> = met.iter().enumerate().filter(turned).collect();
        let Some((_, cheaper)) = back.first() else { continue };
        let Some((before, after)) = sides(finder, dearer, cheaper, case) else { continue };
        let alike = |(other, meet): &(usize, &Meet<'_>)| {
            ways[*other] == Some(Direction::Weaker)
                && is_same(finder, meet.old.as_ref(), cheaper.new.as_ref())
                && is_same(finder, cheaper.old.as_ref(), meet.new.as_ref())
        };
        told.extend(met.iter().enumerate().filter(alike).map(|(other, _)| other));
        told.extend(back.iter().map(|(other, _)| *other));
        let change = Change::new(&kinds::RATE_CHANGED, subject(of)).within(cases.clone());
        let change = change.from_to(before.said, after.said).at(Some(before.place), Some(after.place));
        let witness = |direction, meet: &Meet<'_>| Witness {
            direction,
            case: case.clone(),
            received: Some(meet.at),
            before: None,
            after: None,
        };
        let witnesses = vec![witness(Direction::Weaker, dearer), witness(Direction::Stronger, cheaper)];
        let readers = Readers::between(&before.audience, &after.audience);
        finder.add(Change { witnesses, readers, ..change })?;
    }
    Ok(told)
}

/// Whether a rate of the older version is one of the newer version, at the same hours by name.
fn is_same(finder: &Finder<'_>, old: Option<&Paying<'_>>, new: Option<&Paying<'_>>) -> bool {
    let names = &finder.common.names;
    let (Some(old), Some(new)) = (old, new) else { return false };
    let now = |name: &Name| names.new_of("calendar", name);
    super::key(old.by, now) == super::key(new.by, Name::clone)
        && old.worth == new.worth
        && seconds(old.steps.as_ref()) == seconds(new.steps.as_ref())
        && seconds(old.least.as_ref()) == seconds(new.least.as_ref())
}

/// A rate with its hours, in one version.
struct Side {
    said: Said,
    place: crate::source::Span,
    audience: Audience,
}

/// The rate by which the move is told, before and after: the dearer one, unless it did not say its hours before.
fn sides(finder: &Finder<'_>, dearer: &Meet<'_>, cheaper: &Meet<'_>, case: &Case) -> Option<(Side, Side)> {
    let timed = |paying: &Paying<'_>| paying.by.during.is_some() || paying.by.outside.is_some();
    let high = cheaper.old.as_ref().zip(dearer.new.as_ref());
    let low = dearer.old.as_ref().zip(cheaper.new.as_ref());
    let (old, new) = high.filter(|(old, _)| timed(old)).or(low)?;
    // What is the same says nothing of what moved.
    let (was, is) = weeks(finder, old, new, case).filter(|(was, is)| was != is).unwrap_or_default();
    let side = |paying: &Paying<'_>, week: Option<Week>| {
        let mut said = paying.said(true, false);
        if let Said::Terms(terms) = &mut said {
            terms.week = week;
        }
        Side { said, place: paying.by.span, audience: paying.by.clause.audience.clone() }
    };
    Some((side(old, was), side(new, is)))
}

/// The usual weeks, before and after.
type Weeks = (Option<Week>, Option<Week>);

/// The usual weeks of the one calendar by which a rate counts.
fn weeks(finder: &Finder<'_>, old: &Paying<'_>, new: &Paying<'_>, case: &Case) -> Option<Weeks> {
    let common = &finder.common;
    let open = |newer: bool, paying: &Paying<'_>| {
        let side = if newer { &common.new } else { &common.old };
        let ((Some(name), None) | (None, Some(name))) = (&paying.by.during, &paying.by.outside) else {
            return None;
        };
        let names = std::slice::from_ref(name);
        Open::of(side.context, names, &side.own(case), finder.clocks.horizon).ok()
    };
    Some(open(false, old)?.weeks(&open(true, new)?))
}
