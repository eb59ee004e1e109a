//! Every answer about time is compared with one found by going from minute to minute.
//!
//! Calendars, zones, pauses and instants are drawn at random, most of them around a change of clocks. The oracle is written
//! from the words of `docs/language/time.md` and knows no intervals. `AVOUCH_PROPERTY_CASES` sets how many calendars are drawn,
//! `AVOUCH_PROPERTY_FIRST` the first of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

mod minutes;

use avouch::time::{ClockTime, CountError, Elapsed, Instant, Pauses, Running, Schedule, ZoneClock};
use minutes::chance::Chance;
use minutes::days::Case;
use minutes::truth::Truth;
use minutes::world::{World, ZONES, instant, world};

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Cases that are tried, and how many answers the oracle had.
#[derive(Default)]
struct Compared {
    answers: u64,
    unknown: u64,
}

impl Compared {
    /// Holds an answer against that of the oracle, which is silent about what lies beyond the minutes it looks at.
    fn hold(
        &mut self,
        seed: u64,
        what: &str,
        found: impl FnOnce() -> Result<Instant, CountError>,
        expected: Option<i64>,
    ) {
        if let Some(expected) = expected {
            self.answers += 1;
            let found = found().map(Instant::seconds);
            assert_eq!(found, Ok(expected), "case {seed}: {what}");
            return;
        }
        self.unknown += 1;
        // Looking through all years to come takes long; that it ends at all is tried with some.
        if seed.is_multiple_of(50) {
            let _ = found();
        }
    }
}

fn cases(first: u64, count: u64) -> Compared {
    let mut compared = Compared::default();
    for seed in first..first + count {
        let world = world(seed);
        let truth = Truth::new(&world.calendar, world.first, world.minutes);
        let schedule = world.calendar.schedule();
        open_or_closed(&mut compared, seed, &world, &truth, &schedule);
        counting(&mut compared, seed, &world, &truth, &schedule);
    }
    compared
}

fn open_or_closed(compared: &mut Compared, seed: u64, world: &World, truth: &Truth, schedule: &Schedule) {
    let (first, end) = (world.first, world.first + world.minutes);
    let mut stretches = Vec::new();
    let mut opened = None;
    for minute in first..=end {
        let open = minute < end && truth.at(minute).is_some();
        match (opened, open) {
            (None, true) => opened = Some(minute),
            (Some(from), false) => {
                stretches.push((from * 60, minute * 60));
                opened = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    let found = schedule.stretches(instant(first), instant(end)).unwrap();
    let found: Vec<(i64, i64)> = found.iter().map(|one| (one.from.seconds(), one.to.seconds())).collect();
    assert_eq!(found, stretches, "case {seed}: open from {first} to {end}");
    let mut chance = Chance::new(seed ^ 0xA5A5);
    for _ in 0..2 {
        let minute = first + chance.below(world.minutes);
        let at = instant(minute);
        let open = |minute: &i64| truth.at(*minute).is_some();
        assert_eq!(schedule.is_open(at), Ok(open(&minute)), "case {seed}: open at {minute}");
        let change = |to_open: bool| {
            let turns = move |minute: &i64| open(minute) == to_open && open(&(minute - 1)) != to_open;
            let next = (minute + 1..end).find(turns);
            let previous = (first + 1..=minute).rev().find(turns);
            (next.map(|minute| minute * 60), previous.map(|minute| minute * 60))
        };
        let ((opening, opened), (closing, closed)) = (change(true), change(false));
        let seen =
            |found: Result<Option<Instant>, CountError>| found.and_then(|at| at.ok_or(CountError::NeverOpen));
        compared.hold(seed, "next opening", || seen(schedule.next_opening(at)), opening);
        compared.hold(seed, "next closing", || seen(schedule.next_closing(at)), closing);
        compared.hold(seed, "previous opening", || seen(schedule.previous_opening(at)), opened);
        compared.hold(seed, "previous closing", || seen(schedule.previous_closing(at)), closed);
    }
}

fn counting(compared: &mut Compared, seed: u64, world: &World, truth: &Truth, schedule: &Schedule) {
    let definition = &world.calendar.definition;
    let rules = (definition.business_days, definition.cut_off);
    let case = Case::new(truth, &world.pauses, world.first, rules);
    let to_instant = |(from, to): &(i64, Option<i64>)| (instant(*from), to.map(instant));
    let pauses = Pauses::new(world.pauses.iter().map(to_instant));
    let running = schedule.paused(&pauses);
    let days = case.days();
    let mut chance = Chance::new(seed ^ 0x5A5A);
    for _ in 0..3 {
        let minute = world.first + chance.below(world.minutes * 2 / 3);
        let minute = if chance.percent(50) { minute / 15 * 15 } else { minute }.max(world.first);
        let turns = |minute: &i64| truth.at(*minute).is_some() != truth.at(minute - 1).is_some();
        let edge = chance.percent(20).then(|| (minute + 1..truth.end()).find(turns)).flatten();
        let minute = edge.unwrap_or(minute);
        let at = minute * 60 + if chance.percent(20) { chance.below(60) } else { 0 };
        let from = Instant::new(at).unwrap();
        let minutes = if chance.percent(50) { chance.below(600) } else { chance.below(6000) };
        let length = minutes * 60 + if chance.percent(10) { chance.below(60) } else { 0 };
        let due = case.add(at, length);
        compared.hold(seed, &format!("{length} s from {at}"), || running.add(from, length), due);
        if let Some(due) = due
            && length > 0
        {
            let open = running.between(from, Instant::new(due).unwrap());
            assert_eq!(open, Ok(length), "case {seed}: between {at} and {due}");
            exact_fill(seed, &case, running, due);
        }
        if due.is_none()
            && endless(world)
            && let Ok(found) = running.add(from, length).map(Instant::seconds)
        {
            assert!(
                found > truth.end() * 60 || !case.paused(truth.end()),
                "case {seed}: counted on in a pause"
            );
        }
        if length > 0 {
            let begun = case.subtract(at, length);
            compared.hold(seed, &format!("{length} s before {at}"), || running.subtract(from, length), begun);
        }
        let other = world.first * 60 + chance.below(world.minutes * 60);
        let (low, high) = (at.min(other), at.max(other));
        if seed.is_multiple_of(25) && length > 0 {
            in_a_table(seed, schedule, from, length);
        }
        let open = case.between(low, high) * if at <= other { 1 } else { -1 };
        assert_eq!(
            running.between(from, Instant::new(other).unwrap()),
            Ok(open),
            "case {seed}: {at} to {other}"
        );
        let count = 1 + chance.below(4);
        let name = format!("{count} days {:?} from {at}", case.reading);
        compared.hold(seed, &name, || running.add_days(from, count), case.add_days(&days, at, count));
        let begun = case.subtract_days(&days, at, usize::try_from(count).unwrap());
        compared.hold(seed, &format!("before {name}"), || running.subtract_days(from, count), begun);
        let ahead = chance.below(3);
        let time = chance.percent(50).then(|| ClockTime::from_seconds(chance.below(97) * 900));
        let found = || running.end_of_day(from, u32::try_from(ahead).unwrap(), time);
        let expected = case.end_of_day(&days, at, usize::try_from(ahead).unwrap(), time);
        compared.hold(seed, &format!("day {ahead} {time:?} from {at}"), found, expected);
    }
}

/// A table of some years gives the answers of the schedule that it is made of.
fn in_a_table(seed: u64, schedule: &Schedule, from: Instant, length: i64) {
    let year = ZoneClock::new(&avouch::time::Zone::new("UTC").unwrap()).local(from).date.year();
    let table = schedule.horizon(year, year).unwrap();
    let due = schedule.add(from, length).map(Instant::seconds);
    match due.ok().filter(|due| *due <= table.end().unwrap().seconds()) {
        Some(due) => assert_eq!(table.add(from.seconds(), length), due, "case {seed}: table"),
        None => assert_eq!(
            table.add(from.seconds(), length),
            avouch::time::Horizon::UNKNOWN,
            "case {seed}: table"
        ),
    }
}

fn endless(world: &World) -> bool {
    world.pauses.iter().any(|(_, to)| to.is_none())
}

/// What is due has just run: a deadline never lies at the opening after it.
fn exact_fill(seed: u64, case: &Case<'_>, running: Running<'_>, due: i64) {
    assert!(case.runs((due - 1).div_euclid(60)), "case {seed}: nothing ran just before {due}");
    let next = running.add(Instant::new(due).unwrap(), 1).map(Instant::seconds);
    assert_ne!(next, Ok(due), "case {seed}: time stood still at {due}");
}

#[test]
fn calendars_pauses_and_readings_agree_with_going_minute_by_minute() {
    let (first, count) = (number("AVOUCH_PROPERTY_FIRST", 0), number("AVOUCH_PROPERTY_CASES", 10_000));
    let workers = 2;
    let each = count.div_ceil(workers);
    let all: Vec<Compared> = std::thread::scope(|scope| {
        let worker = |worker| scope.spawn(move || cases(first + worker * each, each));
        let workers: Vec<_> = (0..workers).map(worker).collect();
        workers.into_iter().map(|worker| worker.join().expect("no difference")).collect()
    });
    let (answers, unknown) = all.iter().fold((0, 0), |sum, one| (sum.0 + one.answers, sum.1 + one.unknown));
    println!(
        "{count} calendars: {answers} answers agree, {unknown} lie beyond the minutes that were looked at"
    );
    assert!(answers > unknown / 2, "the oracle has too few answers");
}

#[test]
fn elapsed_time_agrees_with_the_time_library() {
    let mut chance = Chance::new(number("AVOUCH_PROPERTY_FIRST", 0) ^ 0x1234);
    for name in ZONES {
        let zone = avouch::time::Zone::new(name).unwrap();
        let clock = ZoneClock::new(&zone);
        let theirs = jiff::tz::db().get(name).unwrap();
        for _ in 0..number("AVOUCH_PROPERTY_CASES", 10_000) / 50 {
            let anywhere = 86_400 + chance.below(4_000_000_000);
            let start = jiff::Timestamp::from_second(anywhere).unwrap();
            let near =
                theirs.following(start).next().map_or(anywhere, |change| change.timestamp().as_second());
            let at =
                if chance.percent(50) { anywhere } else { near.min(4_100_000_000) - chance.below(200_000) }
                    .max(0);
            let from = Instant::new(at).unwrap();
            let before = jiff::Timestamp::from_second(at).unwrap().to_zoned(theirs.clone());
            assert_eq!(
                clock.rfc3339(from),
                before.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
                "{name} {at}"
            );
            let count = chance.below(40);
            for (length, span) in [
                (Elapsed::Seconds(count * 3600), jiff::Span::new().hours(count)),
                (Elapsed::Days(count), jiff::Span::new().days(count)),
                (Elapsed::Days(-count), jiff::Span::new().days(-count)),
                (Elapsed::Months(count), jiff::Span::new().months(count)),
            ] {
                let expected = before.checked_add(span).unwrap().timestamp().as_second();
                let found = clock.add(from, length).map(Instant::seconds);
                if (0..=Instant::LAST.seconds()).contains(&expected) && found != Err(CountError::OutOfRange) {
                    assert_eq!(found, Ok(expected), "{name}: {length:?} from {before}");
                }
            }
        }
    }
}
