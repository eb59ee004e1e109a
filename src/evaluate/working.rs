//! The working of a deadline: the stretches that were counted, and those that were passed over, each with its reason.
//!
//! In: a clock, its start, its end, and the pauses of the case. Out: stretches in order that fill the time between start and
//! end without a gap.

use super::answer::{Counted, Passed};
use super::commitments::Applied;
use super::context::Context;
use super::process::Course;
use super::shapes::iso_seconds;
use super::ticks::{Ticks, whole};
use crate::time::{BusinessDays, ClockTime, Closure, Date, DateTime, Instant, Pauses};
use crate::value::{Promise, Unit};

/// A working with more stretches than this is told as one.
const MOST: usize = 500;

/// The counted stretches of a commitment, and those passed over.
pub fn working(
    context: &Context<'_>,
    applied: &Applied<'_>,
    ticks: &Ticks,
    start: Instant,
    due: Instant,
    course: &Course,
) -> (Vec<Counted>, Vec<Passed>) {
    let days = applied.rules.first().and_then(|rule| match &rule.value.promise {
        Promise::Within { to, .. } | Promise::Every(to) if !ticks.wall && to.unit == Unit::Day => {
            by_whole_days(ticks).then_some(to.amount)
        }
        _ => None,
    });
    let counted = match days {
        Some(days) => by_days(ticks, start, due, days, &applied.pauses),
        None => by_hours(ticks, start, due, applied),
    };
    let passed = between(context, ticks, start, due, &counted, applied, course);
    let told = counted.into_iter().map(|(from, to, amount)| Counted {
        from: context.rfc(from),
        to: context.rfc(to),
        amount,
    });
    (told.collect(), passed)
}

type Part = (Instant, Instant, String);

/// Open time, stretch by stretch.
fn by_hours(ticks: &Ticks, start: Instant, due: Instant, applied: &Applied<'_>) -> Vec<Part> {
    let civil = applied.rules.first().and_then(|rule| match &rule.value.promise {
        Promise::Within { to, .. } | Promise::Every(to) if ticks.wall && whole(to).is_none() => {
            Some(to.iso())
        }
        _ => None,
    });
    let stretches = ticks.schedule.paused(&applied.pauses).stretches(start, due).unwrap_or_default();
    if let (Some(amount), true) = (civil, stretches.len() <= 1) {
        // A civil day is not said in hours, of which it may have 23 or 25.
        return vec![(start, due, amount)];
    }
    if stretches.len() > MOST {
        let whole = ticks.between(start, due, &applied.pauses).unwrap_or_default();
        return vec![(start, due, iso_seconds(whole))];
    }
    stretches.into_iter().map(|part| (part.from, part.to, iso_seconds(part.seconds()))).collect()
}

/// Whether business days are counted by the day; the others are so many hours.
fn by_whole_days(ticks: &Ticks) -> bool {
    match ticks.schedule.definition().business_days {
        BusinessDays::EndAtClose
        | BusinessDays::KeepTime
        | BusinessDays::KeepTimeNextOpening
        | BusinessDays::KeepTimeUntilClose
        | BusinessDays::RollToOpening
        | BusinessDays::IncludeReceipt => true,
        BusinessDays::Seconds(_) | BusinessDays::ScheduleDay => false,
    }
}

/// Business days, one by one: each from the first opening of its day, or from where the one before it ended.
fn by_days(ticks: &Ticks, start: Instant, due: Instant, days: u32, pauses: &Pauses) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut before = start;
    if usize::try_from(days).is_ok_and(|days| days > MOST) {
        return vec![(start, due, format!("P{days}D"))];
    }
    for number in 1..=i64::from(days) {
        let Ok(end) = ticks.schedule.paused(pauses).add_days(start, number) else { break };
        let from = opening(ticks, before, end, pauses).unwrap_or(before);
        parts.push((from, end, "P1D".to_owned()));
        before = end;
    }
    parts
}

/// The first opening, from an instant on, of the day whose hours end at another one or were the last before it.
fn opening(ticks: &Ticks, before: Instant, end: Instant, pauses: &Pauses) -> Option<Instant> {
    let clock = ticks.schedule.clock();
    let last = ticks.schedule.previous_opening(end.plus(-1)?).ok()??;
    let midnight = DateTime { date: clock.local(last).date, time: ClockTime::MIDNIGHT };
    let from = clock.instant(midnight)?.max(before);
    let open = ticks.schedule.paused(pauses).stretches(from, end.max(from)).ok()?;
    open.first().map(|stretch| stretch.from)
}

/// What lies between the counted stretches, in pieces with one reason each.
fn between(
    context: &Context<'_>,
    ticks: &Ticks,
    start: Instant,
    due: Instant,
    counted: &[Part],
    applied: &Applied<'_>,
    course: &Course,
) -> Vec<Passed> {
    let mut gaps = Vec::new();
    let mut at = start;
    for (from, to, _) in counted {
        gaps.extend((at < *from).then_some((at, *from)));
        at = (*to).max(at);
    }
    gaps.extend((at < due).then_some((at, due)));
    if gaps.len() > MOST {
        return Vec::new();
    }
    let closures = ticks.schedule.closures(start, due).unwrap_or_default();
    let mut passed: Vec<Passed> = Vec::new();
    for (from, to) in gaps {
        let parts = days(ticks, from, to).into_iter().flat_map(|part| cut(part, course));
        for (from, to) in parts {
            let (why, name) = reason(ticks, &closures, (from, to), applied, course);
            match passed.last_mut() {
                Some(last) if last.to == context.rfc(from) && last.why == why && last.name == name => {
                    last.to = context.rfc(to);
                }
                Some(_) | None => {
                    passed.push(Passed { from: context.rfc(from), to: context.rfc(to), why, name });
                }
            }
        }
    }
    passed
}

/// A stretch cut where a state was entered, so that a pause ends where it ends.
fn cut((from, to): (Instant, Instant), course: &Course) -> Vec<(Instant, Instant)> {
    let entered = course.states.iter().flatten().filter_map(|entered| entered.at);
    let mut ends: Vec<Instant> = entered.filter(|at| from < *at && *at < to).collect();
    ends.sort_unstable();
    ends.dedup();
    let begins = std::iter::once(from).chain(ends.iter().copied());
    begins.zip(ends.iter().copied().chain([to])).collect()
}

/// A stretch cut at the midnights of the calendar; one of more than a few years is left whole.
fn days(ticks: &Ticks, from: Instant, to: Instant) -> Vec<(Instant, Instant)> {
    let clock = ticks.schedule.clock();
    let mut parts = Vec::new();
    let mut at = from;
    while at < to && parts.len() < 2 * MOST {
        let next = Date::from_number(clock.local(at).date.number() + 1)
            .and_then(|date| clock.instant(DateTime { date, time: ClockTime::MIDNIGHT }))
            .filter(|next| *next > at)
            .map_or(to, |next| next.min(to));
        parts.push((at, next));
        at = next;
    }
    parts
}

/// Why a stretch within one day is passed over.
fn reason(
    ticks: &Ticks,
    closures: &[Closure],
    (from, to): (Instant, Instant),
    applied: &Applied<'_>,
    course: &Course,
) -> (&'static str, Option<String>) {
    if applied.pauses.contains(from) {
        let states = course.states.iter().flatten();
        let mut paused = states.filter(|entered| {
            entered.at.is_some_and(|at| at <= from)
                && applied.said.paused.iter().any(|(state, _)| *state == entered.state)
        });
        return ("paused", paused.next_back().map(|entered| entered.state.to_string()));
    }
    if ticks.schedule.stretches(from, to).is_ok_and(|open| !open.is_empty()) {
        return ("not-counted", None);
    }
    let closure = closures.iter().find(|closure| closure.from < to && from < closure.to);
    ("closed", closure.and_then(|closure| closure.occasion.as_ref()).map(ToString::to_string))
}
