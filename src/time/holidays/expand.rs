//! From rules to days.
//!
//! In: the rules of a country, a place and years. Out: the days of these years in order. Days are worked out for the year
//! before and the year after as well, since a holiday may be moved over New Year. A date outside of the years that are kept
//! is left out; nothing here fails.

use super::rule::{Base, Country, Keep, OnDay, Place, Regions, Rule, Shift, Side, Target, When};
use super::{Holiday, easter, feasts};
use crate::time::{ClockTime, Date, MonthDay, Weekday};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The days of some years at a place, in order.
pub fn days(country: &Country, place: &Place, years: RangeInclusive<i16>) -> Vec<Holiday> {
    let region = place.code.split_once('-').map(|(_, region)| region);
    let rules: Vec<&Rule> = country.rules.iter().filter(|rule| holds(rule, region)).collect();
    let mut found: Vec<(Date, &Rule)> = Vec::new();
    for rule in &rules {
        for year in years.start() - 1..=years.end() + 1 {
            dates(rule, year, &mut found);
        }
    }
    found.sort_by_key(|(date, _)| *date);
    let all = found.clone();
    found.retain(|(date, rule)| {
        rule.filters.iter().all(|(keep, days)| {
            let on = days.iter().any(|day| is(*date, *day, &all));
            match keep {
                Keep::Only => on,
                Keep::Not => !on,
            }
        })
    });
    shift(&mut found, &country.weekend);
    for rule in rules.iter().filter(|rule| matches!(rule.when, When::BetweenHolidays)) {
        between(rule, &mut found, &country.weekend);
    }
    found.retain(|(date, _)| years.contains(&date.year()));
    let named = |(date, rule): (Date, &Rule)| Holiday {
        date,
        name: rule.name.clone(),
        english: rule.english.clone(),
        from: rule.hours.0,
        to: rule.hours.1,
    };
    merged(found.into_iter().map(named).collect())
}

/// Holidays in order, without any that lies within another: what is at the same hours has the names of all, and hours that
/// meet become one. A day has several only if they lie apart.
pub fn merged(mut days: Vec<Holiday>) -> Vec<Holiday> {
    days.sort_by_key(|day| (day.date, day.from, Reverse(day.to)));
    let mut merged: Vec<Holiday> = Vec::with_capacity(days.len());
    for day in days {
        match merged.last_mut() {
            Some(last) if last.date == day.date && day.from <= last.to => join(last, &day),
            _ => merged.push(day),
        }
    }
    merged
}

/// Takes in a holiday that begins within the last or at its end.
fn join(last: &mut Holiday, day: &Holiday) {
    if (last.from, last.to) != (day.from, day.to) && day.to <= last.to {
        return;
    }
    last.to = last.to.max(day.to);
    for (names, new) in [(&mut last.name, &day.name), (&mut last.english, &day.english)] {
        if names.is_empty() {
            *names = new.clone();
        } else if !new.is_empty() && !names.split("; ").any(|name| name == new) {
            *names = format!("{names}; {new}").into();
        }
    }
}

fn holds(rule: &Rule, region: Option<&str>) -> bool {
    match &rule.regions {
        None => true,
        Some((Regions::Only, codes)) => region.is_some_and(|region| codes.iter().any(|code| code == region)),
        Some((Regions::Except, codes)) => region.is_none_or(|region| codes.iter().all(|code| code != region)),
    }
}

fn dates<'r>(rule: &'r Rule, year: i16, found: &mut Vec<(Date, &'r Rule)>) {
    if !rule.years.is_empty() && !rule.years.iter().any(|(first, last)| (*first..=*last).contains(&year)) {
        return;
    }
    if rule.every.is_some_and(|(step, from)| (year - from) % step != 0) {
        return;
    }
    match &rule.when {
        When::Counted { base: Base::Feast(name), offset } => {
            let days = feasts::dates(name).iter().filter(|date| date.year() == year);
            found.extend(days.filter_map(|day| later(*day, i64::from(*offset))).map(|date| (date, rule)));
        }
        When::Counted { base, offset } => {
            found.extend(
                day(base, year).and_then(|day| later(day, i64::from(*offset))).map(|date| (date, rule)),
            );
        }
        When::Dates(dates) => {
            found.extend(dates.iter().filter(|date| date.year() == year).map(|date| (*date, rule)));
        }
        When::BetweenHolidays => {}
    }
}

fn day(base: &Base, year: i16) -> Option<Date> {
    match base {
        Base::Fixed(day) => on(*day, year),
        Base::Easter => easter::western(year),
        Base::OrthodoxEaster => easter::eastern(year),
        Base::Nth(n, weekday, month) => {
            let first = next(Date::new(year, *month, 1)?, *weekday)?;
            later(first, 7 * (i64::from(*n) - 1)).filter(|date| date.month() == *month)
        }
        Base::Last(weekday, month) => {
            let fifth = later(next(Date::new(year, *month, 1)?, *weekday)?, 28)?;
            if fifth.month() == *month { Some(fifth) } else { later(fifth, -7) }
        }
        Base::Beside(side, weekday, day) => {
            let day = on(*day, year)?;
            match side {
                Side::From => next(day, *weekday),
                Side::After => next(later(day, 1)?, *weekday),
                Side::Until => next(later(day, -6)?, *weekday),
                Side::Before => next(later(day, -7)?, *weekday),
                Side::Nearest => next(later(day, -3)?, *weekday),
            }
        }
        Base::Equinox { autumnal } => easter::equinox(year, *autumnal),
        Base::Hebrew(month, day) => easter::hebrew(year, *month, *day),
        // There may be two in a year, or none; they are looked up one by one.
        Base::Feast(_) => None,
    }
}

fn on(day: MonthDay, year: i16) -> Option<Date> {
    Date::new(year, day.month, day.day)
}

fn later(date: Date, days: i64) -> Option<Date> {
    Date::from_number(date.number() + days)
}

/// This day or the next with that weekday.
fn next(date: Date, weekday: Weekday) -> Option<Date> {
    let days = (weekday.index() + 7 - date.weekday().index()) % 7;
    later(date, i64::try_from(days).ok()?)
}

fn is(date: Date, day: OnDay, all: &[(Date, &Rule)]) -> bool {
    match day {
        OnDay::Weekday(weekday) => date.weekday() == weekday,
        OnDay::Yearly(day) => (date.month(), date.day()) == (day.month, day.day),
        OnDay::Date(other) => date == other,
        OnDay::Easter(offset) => {
            easter::western(date.year()).and_then(|day| later(day, i64::from(offset))) == Some(date)
        }
        OnDay::Holiday => {
            let first = all.partition_point(|(other, _)| *other < date);
            all[first..].iter().take_while(|(other, _)| *other == date).count() > 1
        }
    }
}

/// Moves what falls on days that its rule names. The moves to a weekday come first, so that the search for a working day
/// knows them; it goes through the year in order, and what it finds is taken from then on.
fn shift<'r>(found: &mut Vec<(Date, &'r Rule)>, weekend: &[Weekday]) {
    let all = found.clone();
    let mut searching: Vec<(Date, &'r Rule, Target)> = Vec::new();
    let mut settled: Vec<(Date, &'r Rule)> = Vec::new();
    for (date, rule) in all.iter().copied() {
        let fits = |shift: &&Shift| shift.on.iter().any(|day| is(date, *day, &all));
        let Some(shift) = rule.shifts.iter().find(fits) else {
            settled.push((date, rule));
            continue;
        };
        if shift.kept {
            settled.push((date, rule));
        }
        let to = match shift.to {
            Target::Next(weekday) => later(date, 1).and_then(|day| next(day, weekday)),
            Target::Previous(weekday) => later(date, -7).and_then(|day| next(day, weekday)),
            Target::NextWorkingDay | Target::PreviousWorkingDay | Target::NextFreeDay => {
                searching.push((date, rule, shift.to));
                None
            }
        };
        settled.extend(to.map(|to| (to, rule)));
    }
    let mut taken: BTreeMap<Date, usize> = BTreeMap::new();
    for (date, rule) in &settled {
        if whole(rule) {
            *taken.entry(*date).or_default() += 1;
        }
    }
    for (date, rule, target) in searching {
        let (step, weekend) = match target {
            Target::PreviousWorkingDay => (-1, weekend),
            Target::NextFreeDay => (1, &[][..]),
            Target::NextWorkingDay | Target::Next(_) | Target::Previous(_) => (1, weekend),
        };
        // A day is found within a fortnight, or the data is mistaken.
        let free = (1..15)
            .filter_map(|days| later(date, days * step))
            .find(|day| !weekend.contains(&day.weekday()) && !taken.contains_key(day));
        if let Some(day) = free {
            taken.insert(day, 1);
            settled.push((day, rule));
        }
    }
    settled.sort_by_key(|(date, _)| *date);
    *found = settled;
}

fn whole(rule: &Rule) -> bool {
    rule.hours == (ClockTime::MIDNIGHT, ClockTime::DAY_END)
}

/// Adds the days that lie between two holidays, unless they are of the weekend.
fn between<'r>(rule: &'r Rule, found: &mut Vec<(Date, &'r Rule)>, weekend: &[Weekday]) {
    let mut added = Vec::new();
    for pair in found.windows(2) {
        let [(first, _), (second, _)] = pair else { continue };
        if second.number() - first.number() == 2 {
            added.extend(
                later(*first, 1).filter(|day| !weekend.contains(&day.weekday())).map(|day| (day, rule)),
            );
        }
    }
    found.extend(added);
    found.sort_by_key(|(date, _)| *date);
}
