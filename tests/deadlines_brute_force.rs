//! Deadlines as laws are compared with deadlines worked out one by one: minute by minute, and second by second where a law ends.
//!
//! Calendars are those of the oracle of time, drawn at random around changes of clocks, with promises of every form.
//! `AVOUCH_PROPERTY_CASES` sets how many calendars are drawn, `AVOUCH_PROPERTY_FIRST` the first of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]
#![allow(dead_code, reason = "the calendars are shared with the oracle of time, which needs more of them")]

mod minutes;

use avouch::time::{ClockTime, Deadlines, Elapsed, Instant, Law, Length, Receipts, Schedule, Wait};
use minutes::chance::Chance;
use minutes::world::{instant, world};

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Promises of every form, some of whose lengths are no full minutes.
fn waits(chance: &mut Chance) -> Vec<Wait> {
    let seconds =
        chance.below(40 * 3600) / 900 * 900 + if chance.percent(30) { chance.below(900) } else { 0 };
    let civil = *chance.of(&[
        Elapsed::Seconds(seconds),
        Elapsed::Days(chance.clone().below(9)),
        Elapsed::Months(chance.clone().below(3)),
    ]);
    let time = chance.percent(50).then(|| ClockTime::from_seconds(chance.below(97) * 900));
    vec![
        Wait::Length(Length::Elapsed(civil)),
        Wait::Length(Length::Open(seconds)),
        Wait::Length(Length::Days(chance.below(5))),
        Wait::CivilThenOpen(civil),
        Wait::Day { ahead: u32::try_from(chance.below(3)).unwrap(), time },
    ]
}

/// The receipts that are tried: each minute, a second around it, and the seconds around each end of a law.
fn tried(chance: &mut Chance, rows: &[Receipts], from: i64, until: i64) -> Vec<i64> {
    let minutes = (from.div_euclid(60)..=until.div_euclid(60)).map(|minute| minute * 60);
    let mut tried: Vec<i64> = minutes.flat_map(|minute| [minute - 1, minute, minute + 1]).collect();
    tried.extend(rows.iter().flat_map(|row| row.from.seconds() - 3..=row.from.seconds() + 3));
    tried.extend((0..200).map(|_| from + chance.below(until - from)));
    tried.retain(|at| (from..until).contains(at));
    tried.sort_unstable();
    tried.dedup();
    tried
}

fn compare(seed: u64, wait: &Wait, schedule: &Schedule, (from, to): (Instant, Instant)) -> u64 {
    let name = format!("case {seed}: {wait:?}, {:?}", schedule.definition().business_days);
    let deadlines = match Deadlines::new(schedule, wait, from, to) {
        Ok(deadlines) => deadlines,
        Err(error) => {
            assert_eq!(wait.due(schedule, from), Err(error), "{name}");
            return 0;
        }
    };
    let rows = deadlines.receipts();
    assert_eq!(rows[0].from, from, "{name}");
    assert!(rows.windows(2).all(|pair| pair[0].to == pair[1].from && pair[0].law != pair[1].law), "{name}");
    assert_eq!(rows[rows.len() - 1].to, deadlines.until(), "{name}");
    if deadlines.until() < to {
        assert!(deadlines.ended().is_some() && wait.due(schedule, deadlines.until()).is_err(), "{name}");
    }
    let (longest, shortest) = (deadlines.longest().unwrap(), deadlines.shortest().unwrap());
    for extreme in [longest, shortest] {
        assert_eq!(wait.due(schedule, extreme.received), Ok(extreme.due), "{name}");
        assert!((extreme.limit - extreme.seconds()).abs() <= 1, "{name}");
    }
    let tried = tried(&mut Chance::new(seed), rows, from.seconds(), deadlines.until().seconds());
    let mut row = 0;
    for at in &tried {
        while rows[row].to.seconds() <= *at {
            row += 1;
        }
        let at = Instant::new(*at).unwrap();
        let due = wait.due(schedule, at);
        assert_eq!(Ok(rows[row].law.due(at)), due, "{name}: {at:?} in {:?}", rows[row]);
        let wait = due.unwrap().seconds() - at.seconds();
        assert!(wait <= longest.seconds() && wait >= shortest.seconds(), "{name}: {at:?} takes {wait}");
    }
    // A wait is only said not to be attained where it jumps within the second before or after.
    for pair in rows.windows(2).filter(|pair| pair[1].just_after) {
        let (before, after) = (pair[0].law, pair[1].law);
        let at = pair[1].from.plus(-1).unwrap();
        assert!(
            before.due(at) != after.due(at)
                || matches!((before, after), (Law::At(_), Law::Later(_)) | (Law::Later(_), Law::At(_))),
            "{name}"
        );
    }
    u64::try_from(tried.len()).unwrap()
}

#[test]
fn laws_of_deadlines_agree_with_each_deadline_alone() {
    let (first, count) = (number("AVOUCH_PROPERTY_FIRST", 0), number("AVOUCH_PROPERTY_CASES", 40));
    let mut compared = 0;
    for seed in first..first + count {
        let world = world(seed);
        let schedule = world.calendar.schedule();
        let stretch = (instant(world.first), instant(world.first + world.minutes));
        for wait in waits(&mut Chance::new(seed ^ 0xDEAD)) {
            compared += compare(seed, &wait, &schedule, stretch);
        }
    }
    println!("{count} calendars: {compared} deadlines agree");
    assert!(compared > count * 10_000, "too few deadlines were compared");
}
