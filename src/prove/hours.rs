//! Sentences about calendars: never open together, open only within another, open for long enough.
//!
//! In: calendars by case, and the horizon. Out: the first instant at which it is not so.

use super::against::Against;
use super::dues::length_of;
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::evaluate::said_instant;
use crate::hir::Cond;
use crate::time::{ClockTime, Date, DateTime, Instant, Schedule, Stretch};
use crate::value::{Name, Unit};

/// Two calendars are never open together.
pub fn never_overlaps(prover: &Prover<'_>, name: &Name, other: &Name, when: Option<&Cond>) -> Outcome {
    pairs(prover, name, other, when, |one, two, stretch| {
        let (here, there) =
            (one.stretches(stretch.from, stretch.to)?, two.stretches(stretch.from, stretch.to)?);
        let mut next = 0;
        for stretch in here {
            while there.get(next).is_some_and(|other| other.to <= stretch.from) {
                next += 1;
            }
            if let Some(both) = there.get(next).filter(|other| other.from < stretch.to) {
                let at = stretch.from.max(both.from);
                let message = format!("`{name}` and `{other}` are open together");
                let until = said_instant(prover.context, stretch.to.min(both.to));
                let note = format!("both are open from {} to {until}", said_instant(prover.context, at));
                return Ok(Some(Against::new(message).at(at).note(note)));
            }
        }
        Ok(None)
    })
}

/// A calendar is open only while another one is.
pub fn lies_within(prover: &Prover<'_>, name: &Name, other: &Name, when: Option<&Cond>) -> Outcome {
    pairs(prover, name, other, when, |one, two, stretch| {
        let here = one.stretches(stretch.from, stretch.to)?;
        let there = two.stretches(stretch.from, stretch.to)?;
        Ok(outside(&here, &there).map(|at| {
            let message = format!("`{name}` is open while `{other}` is closed");
            let note = format!("so it is {}", said_instant(prover.context, at));
            Against::new(message).at(at).note(note)
        }))
    })
}

/// The first instant of some stretches that lies in none of others; both are in order.
pub fn outside(here: &[Stretch], there: &[Stretch]) -> Option<Instant> {
    let mut next = 0;
    for stretch in here {
        let mut at = stretch.from;
        while at < stretch.to {
            while there.get(next).is_some_and(|other| other.to <= at) {
                next += 1;
            }
            match there.get(next).filter(|other| other.from <= at) {
                Some(other) => at = other.to,
                None => return Some(at),
            }
        }
    }
    None
}

/// Holds two calendars against each other in every case.
fn pairs(
    prover: &Prover<'_>,
    name: &Name,
    other: &Name,
    when: Option<&Cond>,
    wrong: impl Fn(&Schedule, &Schedule, Stretch) -> Result<Option<Against>, Against>,
) -> Outcome {
    let about = prover.possible(when)?;
    let stretch = prover.stretch()?;
    let (one, two) = (prover.hours(name)?, prover.hours(other)?);
    for (here, first) in one.iter() {
        let here = here.try_and(&about)?;
        for (there, second) in two.iter().filter(|(there, _)| here.overlaps(there)) {
            if let Some(against) = wrong(first, second, stretch)? {
                return Err(against.in_cases(here.and(there)));
            }
        }
    }
    Ok(Extent::timed(about.count(&prover.program.space)))
}

/// A calendar is open for so many seconds in every whole period.
pub fn open_at_least(
    prover: &Prover<'_>,
    name: &Name,
    (seconds, each): (i64, Unit),
    when: Option<&Cond>,
) -> Outcome {
    let about = prover.possible(when)?;
    let stretch = prover.stretch()?;
    for (cases, schedule) in prover.hours(name)?.iter() {
        let here = cases.try_and(&about)?;
        if here.is_empty() {
            continue;
        }
        for (from, to, first) in periods(schedule, stretch, each) {
            let open = schedule.between(from, to)?;
            if open < seconds {
                let message = format!(
                    "`{name}` is open for {} in the {} of {first}, less than {}",
                    hours_of(open),
                    each.word(),
                    hours_of(seconds)
                );
                return Err(Against::new(message).at(from).in_cases(here));
            }
        }
    }
    Ok(Extent::timed(about.count(&prover.program.space)))
}

/// Seconds in hours where they are whole: `40 hours`.
fn hours_of(seconds: i64) -> String {
    match (seconds % 3600, seconds / 3600) {
        (0, 1) => "1 hour".to_owned(),
        (0, hours) => format!("{hours} hours"),
        _ => length_of(seconds),
    }
}

/// The periods of the calendar's zone that lie wholly in a stretch, each with its first day; a week begins on Monday.
fn periods(schedule: &Schedule, stretch: Stretch, each: Unit) -> Vec<(Instant, Instant, Date)> {
    let clock = schedule.clock();
    let midnight = |date: Date| clock.instant(DateTime { date, time: ClockTime::MIDNIGHT });
    let next = |date: Date| match each {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Date::from_number(date.number() + 1),
        Unit::Week => Date::from_number(date.number() + 7),
        Unit::Month => date.plus_months(1),
        Unit::Quarter => date.plus_months(3),
        Unit::Year => date.plus_months(12),
    };
    let begins = clock.local(stretch.from).date;
    let first = match each {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(begins),
        Unit::Week => {
            let days = i64::try_from(begins.weekday().index()).unwrap_or(0);
            Date::from_number(begins.number() - days)
        }
        Unit::Month => Date::new(begins.year(), begins.month(), 1),
        Unit::Quarter => Date::new(begins.year(), (begins.month() - 1) / 3 * 3 + 1, 1),
        Unit::Year => Date::new(begins.year(), 1, 1),
    };
    let mut found = Vec::new();
    let mut day = first;
    while let Some((date, end)) = day.and_then(|date| Some((date, next(date)?))) {
        let (Some(from), Some(to)) = (midnight(date), midnight(end)) else { break };
        if to > stretch.to {
            break;
        }
        if from >= stretch.from {
            found.push((from, to, date));
        }
        day = Some(end);
    }
    found
}
