//! The hour of a calendar after which what arrives counts for the next day.
//!
//! In: the calendars of both versions. Out: changes. What they move is told of each promise that counts days by the calendar;
//! here the hour itself is told, whatever counts by it. An hour at which the calendar is closed anyway moves nothing.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, order, subject};
use super::kinds;
use super::week::{Open, gather, is_unfilled};
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{BusinessDays, Calendar};
use crate::time::ClockTime;

/// Compares the cut-offs of all calendars that both versions have.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("calendar", &old.calendars, &new.calendars);
    for (was, is) in pairs.both {
        // None is later than every hour.
        let least = was.cut_off.into_iter().chain(is.cut_off).min();
        let (Some(from), Some(direction)) = (least, order(&later(was), &later(is))) else {
            continue;
        };
        let of = Subject { part: "cut-off".to_owned(), ..subject(&is.clause) };
        let said = |calendar: &Calendar| calendar.cut_off.map(Said::CutOff);
        let readers = Readers::between(&was.clause.audience, &is.clause.audience);
        let twin = match (was.cut_off, is.cut_off) {
            (Some(_), Some(_)) => &kinds::CUT_OFF,
            (None, _) | (_, None) => &kinds::CUT_OFF_SAID,
        };
        let moved = moved(finder, was, is, from)?;
        let kind = if moved.is_empty() { &kinds::CUT_OFF_RESTATED } else { Finder::way(twin, direction) };
        let cases = if moved.is_empty() { CaseSet::everything() } else { moved };
        let change = Change::new(kind, of).within(cases).from_to(said(was), said(is));
        finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })?;
    }
    Ok(())
}

/// The cut-off, so that what has none comes after all that have one.
fn later(calendar: &Calendar) -> (bool, Option<ClockTime>) {
    (calendar.cut_off.is_none(), calendar.cut_off)
}

/// The cases in which something that arrives after an hour can count for another day: one of the versions is open later, or
/// its days have no closing.
fn moved(finder: &Finder<'_>, was: &Calendar, is: &Calendar, from: ClockTime) -> Result<CaseSet, TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let shared = finder.common.shared().clone();
    let unfilled = is_unfilled(old.program, &was.clause.name) || is_unfilled(new.program, &is.clause.name);
    let closes = |calendar: &Calendar| {
        matches!(calendar.business_days.value, BusinessDays::EndAtClose | BusinessDays::IncludeReceipt)
    };
    if unfilled || !closes(was) || !closes(is) {
        return Ok(shared);
    }
    let (mut first, mut second) = (Vec::new(), Vec::new());
    gather(old.program, &was.clause.name, &mut Vec::new(), &mut first);
    gather(new.program, &is.clause.name, &mut Vec::new(), &mut second);
    let mut found = CaseSet::nothing();
    for part in finder.parts(&shared, &first, &second)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
        let horizon = finder.clocks.horizon;
        let before = Open::of(old, std::slice::from_ref(&was.clause.name), &mine, horizon);
        let after = Open::of(new, std::slice::from_ref(&is.clause.name), &yours, horizon);
        if [before, after].iter().flatten().any(|open| open.is_after(from)) {
            found = found.try_or(&part)?;
        }
    }
    Ok(found)
}
