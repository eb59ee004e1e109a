//! Random calendars, pauses and instants around changes of clocks.

use super::chance::Chance;
use avouch::time::{
    BusinessDays, ClockTime, Date, DateTime, Dates, Definition, Effect, Holiday, HolidayList, Hours, Instant,
    Line, MonthDay, Nth, Schedule, WeekMoment, Weekday, What, Zone,
};
use std::sync::Arc;

/// Zones whose clocks do all that clocks have done: shifts by 30 minutes and by two hours, at midnight and at one minute past,
/// backward in summer, around Ramadan, over the date line, in different weeks on two continents.
pub const ZONES: [&str; 22] = [
    "Europe/Amsterdam",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Havana",
    "Asia/Beirut",
    "Pacific/Apia",
    "Africa/Casablanca",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Asia/Amman",
    "Australia/Sydney",
    "UTC",
    "Asia/Kolkata",
    "Africa/Cairo",
    "Antarctica/Troll",
    "Asia/Tehran",
    "Atlantic/Azores",
    "America/Asuncion",
    "Europe/Dublin",
    "Pacific/Kwajalein",
    "America/Los_Angeles",
    "Asia/Gaza",
];

/// A calendar, with what it is made of.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Its definition; lines that name other calendars are added when it is made.
    pub definition: Definition,
    /// Others that it is open with, closed during, or open only within.
    pub parts: Vec<(Part, Calendar)>,
}

/// How a calendar is part of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Open,
    Closed,
    Within,
}

impl Calendar {
    /// The schedule that is tried.
    pub fn schedule(&self) -> Arc<Schedule> {
        let mut definition = self.definition.clone();
        for (part, calendar) in &self.parts {
            let other = calendar.schedule();
            definition.lines.push(match part {
                Part::Open => Line::new(Effect::Open, What::Calendars(vec![other])),
                Part::Closed => Line::new(Effect::Closed, What::Calendars(vec![other])),
                Part::Within => Line::new(Effect::Open, What::Within(other)),
            });
        }
        Arc::new(Schedule::new(definition))
    }
}

/// Where and when something happens.
#[derive(Clone, Debug)]
pub struct World {
    /// The calendar.
    pub calendar: Calendar,
    /// The first minute that is looked at, in minutes since 1970.
    pub first: i64,
    /// How many minutes are looked at.
    pub minutes: i64,
    /// Pauses in minutes, some without an end.
    pub pauses: Vec<(i64, Option<i64>)>,
}

/// A world of a seed.
pub fn world(seed: u64) -> World {
    let mut chance = Chance::new(seed);
    let zone = any_zone(&mut chance);
    let days = if chance.percent(8) { 10 + chance.below(16) } else { 8 + chance.below(3) };
    let middle = near_a_change(&mut chance, &zone);
    let first = middle / 60 - chance.below(days) * 1440 - chance.below(1440);
    let minutes = days * 1440;
    let around = first / 1440;
    let calendar = calendar(&mut chance, zone, around, days, 0);
    let mut pauses = Vec::new();
    if chance.percent(40) {
        for _ in 0..=chance.below(3) {
            let from = first + chance.below(minutes) / 15 * 15;
            let length = if chance.percent(50) { chance.below(600) } else { chance.below(8000) };
            let to = if chance.percent(6) { None } else { Some(from + length) };
            pauses.push((from, to));
        }
    }
    World { calendar, first, minutes, pauses }
}

/// An instant in seconds near a change of the clocks of a zone, or anywhere.
fn near_a_change(chance: &mut Chance, zone: &Zone) -> i64 {
    let (from, to) = (631_152_000, 4_070_908_800);
    let anywhere = from + chance.below(to - from);
    if chance.percent(30) {
        return anywhere;
    }
    let clocks = jiff::tz::db().get(zone.name()).unwrap();
    let start = jiff::Timestamp::from_second(anywhere).unwrap();
    clocks.following(start).next().map_or(anywhere, |change| change.timestamp().as_second().min(to))
}

fn any_zone(chance: &mut Chance) -> Zone {
    let name: &&str = chance.of(&ZONES);
    Zone::new(name).unwrap()
}

fn calendar(chance: &mut Chance, zone: Zone, around: i64, days: i64, depth: u32) -> Calendar {
    let mut definition = Definition::new("office", zone);
    definition.business_days = *chance.of(&[
        BusinessDays::EndAtClose,
        BusinessDays::KeepTime,
        BusinessDays::KeepTimeNextOpening,
        BusinessDays::KeepTimeUntilClose,
        BusinessDays::RollToOpening,
        BusinessDays::IncludeReceipt,
        BusinessDays::Seconds(8 * 3600),
        BusinessDays::Seconds(90 * 60),
        BusinessDays::ScheduleDay,
    ]);
    definition.cut_off = chance.percent(30).then(|| clock_time(chance));
    if chance.percent(5) {
        definition = definition.open(&Weekday::ALL, &[Hours::DAY]);
    } else if chance.percent(10) {
        definition.lines.push(Line::new(Effect::Open, week_span(chance)));
    } else {
        for _ in 0..=chance.below(2) {
            let what = weekly(chance, true, None);
            definition.lines.push(Line::new(Effect::Open, what));
        }
    }
    for _ in 0..chance.below(5) {
        let line = line(chance, around, days);
        definition.lines.push(line);
    }
    for _ in 0..chance.below(3) {
        let list = holidays(chance, around, days);
        definition.holidays.push(list);
    }
    let mut parts = Vec::new();
    if depth < 2 && chance.percent(if depth == 0 { 35 } else { 15 }) {
        for _ in 0..=chance.below(2) {
            let zone = if chance.percent(50) { definition.zone.clone() } else { any_zone(chance) };
            let part = *chance.of(&[Part::Open, Part::Closed, Part::Within]);
            parts.push((part, calendar(chance, zone, around, days, depth + 1)));
        }
    }
    Calendar { definition, parts }
}

fn line(chance: &mut Chance, around: i64, days: i64) -> Line {
    let effect = *chance.of(&[Effect::Open, Effect::Closed]);
    let opens = effect == Effect::Open;
    let what = match chance.below(7) {
        0 => weekly(chance, opens, None),
        1 => {
            let season = dates(chance, around, days);
            weekly(chance, opens, Some(season))
        }
        2 => What::Monthly {
            which: *chance.of(&[Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last]),
            day: *chance.of(&Weekday::ALL),
            hours: some_hours(chance, false),
        },
        3 => week_span(chance),
        4 => {
            let (from, to) = (local(chance, around, days), local(chance, around, days));
            let (from, mut to) = (from.min(to), from.max(to));
            if chance.percent(20) {
                to.time = ClockTime::DAY_END;
            }
            What::Instants { from, to }
        }
        _ => What::Dates { dates: dates(chance, around, days), hours: some_hours(chance, false) },
    };
    Line::new(effect, what)
}

fn weekly(chance: &mut Chance, with_hours: bool, season: Option<Dates>) -> What {
    let usual = chance.percent(50);
    let days = Weekday::ALL
        .into_iter()
        .filter(|day| if usual { day.index() < 5 } else { chance.percent(50) })
        .collect();
    What::Weekly { days, hours: some_hours(chance, with_hours), season }
}

fn week_span(chance: &mut Chance) -> What {
    let mut moment = || WeekMoment {
        day: *chance.of(&Weekday::ALL),
        time: clock_time(chance),
        zone: chance.percent(60).then(|| any_zone(chance)),
    };
    What::WeekSpan { from: moment(), to: moment() }
}

fn some_hours(chance: &mut Chance, at_least_one: bool) -> Vec<Hours> {
    if !at_least_one && chance.percent(40) {
        return Vec::new();
    }
    let time = |minutes: i64| ClockTime::from_seconds(minutes * 60);
    match chance.below(6) {
        0 => vec![Hours { from: time(540), to: time(1020) }],
        1 => vec![Hours { from: time(480), to: time(720) }, Hours { from: time(780), to: time(1020) }],
        2 => vec![Hours { from: time(1320), to: time(360) }],
        3 => vec![Hours::DAY],
        _ => (0..=chance.below(2))
            .map(|_| Hours { from: clock_time(chance), to: clock_time(chance) })
            .collect(),
    }
}

fn clock_time(chance: &mut Chance) -> ClockTime {
    let minutes = if chance.percent(30) { chance.below(17) * 15 } else { chance.below(97) * 15 };
    ClockTime::from_seconds(minutes * 60)
}

fn day(chance: &mut Chance, around: i64, days: i64) -> Date {
    Date::from_number(around - 2 + chance.below(days + 4)).unwrap()
}

fn local(chance: &mut Chance, around: i64, days: i64) -> DateTime {
    DateTime { date: day(chance, around, days), time: clock_time(chance) }
}

fn dates(chance: &mut Chance, around: i64, days: i64) -> Dates {
    let (one, other) = (day(chance, around, days), day(chance, around, days));
    let one = if chance.percent(50) { other } else { one };
    let yearly = |date: Date| MonthDay::new(date.month(), date.day()).unwrap();
    if chance.percent(50) {
        Dates::Full(one.min(other), one.max(other))
    } else {
        Dates::Yearly(yearly(one), yearly(other))
    }
}

fn holidays(chance: &mut Chance, around: i64, days: i64) -> HolidayList {
    let holiday = |chance: &mut Chance| Holiday {
        date: day(chance, around, days),
        name: "Holiday".into(),
        hours: chance.percent(30).then(|| Hours { from: clock_time(chance), to: ClockTime::DAY_END }),
    };
    let days = (0..chance.below(4)).map(|_| holiday(chance)).collect();
    HolidayList { name: "XX".into(), years: (1970, 2100), days }
}

/// An instant of so many minutes since 1970.
pub fn instant(minutes: i64) -> Instant {
    Instant::new(minutes * 60).unwrap()
}
