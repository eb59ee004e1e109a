//! Instants held against two other programs: the clocks of Python (`zoneinfo`) and the business days of `numpy`. What they say was
//! worked out once by `tests/counted/make.py` and is kept in `tests/counted/cases.txt`, so that no Python is needed here.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::time::{
    BusinessDays, ClockTime, Date, DateTime, Definition, Holiday, HolidayList, Hours, Instant, Moment,
    Schedule, Weekday, Zone, ZoneClock,
};
use std::collections::BTreeMap;

const CASES: &str = include_str!("counted/cases.txt");

/// The cases of a kind, each as its words.
fn cases<'a>(kinds: &'a [&str]) -> impl Iterator<Item = Vec<&'static str>> + 'a {
    let lines = CASES.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split(' ').collect::<Vec<_>>()).filter(|words| kinds.contains(&words[0]))
}

fn instant(text: &str) -> Instant {
    Instant::new(text.parse().unwrap()).unwrap()
}

fn local(text: &str) -> DateTime {
    match Moment::parse(text) {
        Ok(Moment::Local(local)) => local,
        other => panic!("{text}: {other:?}"),
    }
}

fn date(text: &str) -> Date {
    local(&format!("{text}T00:00")).date
}

fn clock_time(text: &str) -> ClockTime {
    let (hour, minute) = text.split_once(':').unwrap();
    ClockTime::new(hour.parse().unwrap(), minute.parse().unwrap(), 0).unwrap()
}

fn hours(text: &str) -> Vec<Hours> {
    let of = |span: &str| {
        let (from, to) = span.split_once('-').unwrap();
        Hours { from: clock_time(from), to: clock_time(to) }
    };
    text.split('+').filter(|span| !span.is_empty()).map(of).collect()
}

/// Closed on these days, `-` for none of them.
fn holidays(definition: &mut Definition, days: &str) {
    let day = |text: &str| Holiday { date: date(text), name: "closed".into(), hours: None };
    let days = days.split(',').filter(|day| *day != "-").map(day).collect();
    definition.holidays.push(HolidayList { name: "days".into(), years: (1970, 2100), days });
}

#[test]
fn local_times_are_those_of_the_clocks_of_python() {
    let mut clocks: BTreeMap<&str, ZoneClock> = BTreeMap::new();
    let mut count = 0;
    for words in cases(&["local"]) {
        let [_, zone, at, seconds] = words.as_slice() else { panic!("{words:?}") };
        let clock = clocks.entry(zone).or_insert_with(|| ZoneClock::new(&Zone::new(zone).unwrap()));
        assert_eq!(clock.instant(local(at)), Some(instant(seconds)), "{words:?}");
        count += 1;
    }
    assert!(count >= 1_000 && clocks.len() >= 30, "{count} times of {} zones", clocks.len());
}

#[test]
fn business_days_are_those_of_numpy() {
    let mut count = 0;
    for words in cases(&["days"]) {
        let [_, mask, closed, from, number, forward, include, keep] = words.as_slice() else {
            panic!("{words:?}")
        };
        let zone = Zone::new("Europe/Berlin").unwrap();
        let marks = Weekday::ALL.into_iter().zip(mask.chars());
        let days: Vec<Weekday> = marks.filter(|(_, mark)| *mark == '1').map(|(day, _)| day).collect();
        let number: i64 = number.parse().unwrap();
        let due = |reading: BusinessDays| {
            let mut definition = Definition::new("office", zone.clone()).open(&days, &hours("09:00-17:00"));
            holidays(&mut definition, closed);
            definition.business_days = reading;
            let schedule = Schedule::new(definition);
            let noon = schedule.clock().instant(local(&format!("{from}T12:00"))).unwrap();
            let due = schedule.running().add_days(noon, number).unwrap();
            schedule.clock().local(due).to_string()
        };
        assert_eq!(due(BusinessDays::EndAtClose), format!("{forward}T17:00:00"), "{words:?}");
        assert_eq!(due(BusinessDays::IncludeReceipt), format!("{include}T17:00:00"), "{words:?}");
        assert_eq!(due(BusinessDays::KeepTime), format!("{keep}T12:00:00"), "{words:?}");
        count += 1;
    }
    assert!(count >= 500, "{count} cases");
}

#[test]
fn open_time_is_what_sums_of_numpy_give() {
    let mut calendar = None;
    let mut count = 0;
    for words in cases(&["calendar", "due", "between"]) {
        match (words.as_slice(), &calendar) {
            (["calendar", zone, week, closed], _) => {
                let mut definition = Definition::new("office", Zone::new(zone).unwrap());
                for (day, of_day) in Weekday::ALL.into_iter().zip(week.split(';')) {
                    let of_day = hours(of_day);
                    if !of_day.is_empty() {
                        definition = definition.open(&[day], &of_day);
                    }
                }
                holidays(&mut definition, closed);
                calendar = Some(Schedule::new(definition));
            }
            (["due", from, length, due], Some(calendar)) => {
                let found = calendar.add(instant(from), length.parse().unwrap());
                assert_eq!(found, Ok(instant(due)), "{words:?} of {:?}", calendar.definition());
                count += 1;
            }
            (["between", from, to, length], Some(calendar)) => {
                let found = calendar.between(instant(from), instant(to));
                assert_eq!(found, Ok(length.parse().unwrap()), "{words:?} of {:?}", calendar.definition());
                count += 1;
            }
            _ => panic!("{words:?}"),
        }
    }
    assert!(count >= 3_000, "{count} cases");
}
