//! The hour of a calendar after which what arrives counts for the next day.
//!
//! In: the calendars of both versions. Out: changes. What they move is told of each promise that counts days by the calendar;
//! here the hour itself is told, whatever counts by it. An hour at which the calendar is closed anyway moves nothing, and hours
//! of two zones are held against each other as instants.

use super::calendars::{gather, is_unfilled};
use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, order, subject};
use super::hours::Open;
use super::kinds;
use crate::cases::{CaseSet, TooComplex};
use crate::evaluate::Context;
use crate::hir::{BusinessDays, Calendar};
use crate::time::{ClockTime, DateTime, Zone, ZoneClock};

/// Compares the cut-offs of all calendars that both versions have.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let pairs = finder.common.names.pairs("calendar", &old.program.calendars, &new.program.calendars);
    for (was, is) in pairs.both {
        let zones = (zone(old, was), zone(new, is));
        let theirs = was.zone_of_customer != is.zone_of_customer;
        // None is later than every hour.
        let direction = match (was.cut_off, is.cut_off) {
            (None, None) => continue,
            (Some(_), Some(_)) if theirs => Some(Direction::Mixed),
            (Some(before), Some(after)) if zones.0 != zones.1 => {
                across(finder, (before, zones.0), (after, zones.1))
            }
            _ => order(&later(was), &later(is)),
        };
        let told = zones.0 != zones.1 && !theirs;
        if direction.is_none() && was.cut_off == is.cut_off && !told {
            continue;
        }
        let of = Subject { part: "cut-off".to_owned(), ..subject(&is.clause) };
        let said = |calendar: &Calendar, zone: &Zone| {
            calendar.cut_off.map(|time| Said::CutOff(time, told.then(|| zone.clone())))
        };
        let readers = Readers::between(&was.clause.audience, &is.clause.audience);
        let twin = match (was.cut_off, is.cut_off) {
            (Some(_), Some(_)) => &kinds::CUT_OFF,
            (None, _) | (_, None) => &kinds::CUT_OFF_SAID,
        };
        let moved = if direction.is_some() { moved(finder, was, is)? } else { CaseSet::nothing() };
        let (kind, cases) = match direction {
            Some(Direction::Mixed) if !moved.is_empty() => (&kinds::CUT_OFF_EITHER, moved),
            Some(direction) if !moved.is_empty() => (Finder::way(twin, direction), moved),
            _ => (&kinds::CUT_OFF_RESTATED, CaseSet::everything()),
        };
        let change = Change::new(kind, of).within(cases).from_to(said(was, zones.0), said(is, zones.1));
        finder.add(Change { readers, ..change.at(Some(was.clause.span), Some(is.clause.span)) })?;
    }
    Ok(())
}

/// The zone of a calendar.
fn zone<'c>(context: &'c Context<'_>, calendar: &'c Calendar) -> &'c Zone {
    calendar.zone.as_ref().unwrap_or_else(|| context.clock.zone())
}

/// The cut-off, so that what has none comes after all that have one.
fn later(calendar: &Calendar) -> (bool, Option<ClockTime>) {
    (calendar.cut_off.is_none(), calendar.cut_off)
}

/// Which way it goes between hours of two zones, on all days that are looked at.
fn across(
    finder: &Finder<'_>,
    (was, from): (ClockTime, &Zone),
    (is, to): (ClockTime, &Zone),
) -> Option<Direction> {
    let (old, new) = (ZoneClock::new(from), ZoneClock::new(to));
    let (first, last) = finder.clocks.horizon;
    let (first, last) = (old.local(first).date.number(), old.local(last).date.number());
    let days = (first..last).filter_map(crate::time::Date::from_number);
    let orders = days.filter_map(|date| {
        let [before, after] =
            [(&old, was), (&new, is)].map(|(clock, time)| clock.instant(DateTime { date, time }));
        order(&before?, &after?)
    });
    let mut ways: Vec<Direction> = orders.collect();
    ways.sort();
    ways.dedup();
    if ways.len() > 1 { Some(Direction::Mixed) } else { ways.first().copied() }
}

/// The cases in which something that arrives after an hour can count for another day: it is open then, or its days have no
/// closing.
fn moved(finder: &Finder<'_>, was: &Calendar, is: &Calendar) -> Result<CaseSet, TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let shared = finder.common.shared().clone();
    let unfilled = is_unfilled(old.program, &was.clause.name) || is_unfilled(new.program, &is.clause.name);
    let by_day = |calendar: &Calendar| {
        let keeps = match calendar.business_days.value {
            BusinessDays::KeepTime | BusinessDays::KeepTimeNextOpening | BusinessDays::KeepTimeUntilClose => {
                true
            }
            // What arrives while it is closed is received at the next opening, whatever the hour.
            BusinessDays::EndAtClose
            | BusinessDays::IncludeReceipt
            | BusinessDays::RollToOpening
            | BusinessDays::Hours(_)
            | BusinessDays::ScheduleDay => false,
        };
        keeps && calendar.cut_off.is_some_and(|time| time < ClockTime::DAY_END)
    };
    if unfilled || by_day(was) || by_day(is) {
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
        let ends = |context, calendar: &Calendar, cases: &CaseSet| {
            let open = Open::of(context, std::slice::from_ref(&calendar.clause.name), cases, horizon);
            open.is_ok_and(|open| calendar.cut_off.is_some_and(|time| open.is_after(time)))
        };
        if ends(old, was, &mine) || ends(new, is, &yours) {
            found = found.try_or(&part)?;
        }
    }
    Ok(found)
}
