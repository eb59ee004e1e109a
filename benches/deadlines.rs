//! How long deadlines take: over hours and over years, with few holidays and with many, in a table for millions, and how long
//! a calendar takes to be worked out. `cargo bench --bench deadlines`; figures stand in `docs/dev/performance.md`, and
//! `benches/deadlines.py` measures other engines beside.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use avouch::time::{
    ClockTime, Date, Definition, Holiday, HolidayList, Hours, Instant, Moment, Schedule, Weekday, Zone,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const HOUR: i64 = 3600;

/// Monday to Friday from 09:00 to 17:30 in Amsterdam, without so many holidays a year.
fn office(holidays: i64) -> Definition {
    let time = |hour, minute| ClockTime::new(hour, minute, 0).expect("a time");
    let hours = Hours { from: time(9, 0), to: time(17, 30) };
    let mut office = Definition::new("office", Zone::new("Europe/Amsterdam").expect("a zone"))
        .open(&Weekday::ALL[..5], &[hours]);
    let first = Date::new(2020, 1, 1).expect("a date").number();
    let holiday = |number| Holiday {
        date: Date::from_number(first + number * 365 / holidays).expect("a date"),
        name: "Holiday".into(),
        hours: None,
    };
    let days = (0..holidays * 20).map(holiday).collect();
    office.holidays.push(HolidayList { name: "NL".into(), years: (2020, 2039), days });
    office
}

fn instant(text: &str) -> Instant {
    match Moment::parse(text) {
        Ok(Moment::Instant(instant)) => instant,
        Ok(Moment::Local(_)) | Err(_) => Instant::FIRST,
    }
}

fn one(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one deadline");
    let from = instant("2026-12-24T15:45:00Z");
    for holidays in [10, 100] {
        let schedule = Schedule::new(office(holidays));
        for (name, hours) in [("4 hours", 4), ("4 years", 6000)] {
            group.bench_function(format!("{name}, {holidays} holidays a year"), |b| {
                b.iter(|| schedule.add(black_box(from), hours * HOUR));
            });
        }
        group.bench_function(format!("500 business days, {holidays} holidays a year"), |b| {
            b.iter(|| schedule.running().add_days(black_box(from), 500));
        });
    }
    group.finish();
}

fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("many deadlines");
    let table = Schedule::new(office(10)).horizon(2025, 2030).expect("years that are kept");
    let start = instant("2025-01-02T00:00:00Z").seconds();
    let mut from: Vec<i64> =
        (0..1_000_000).map(|turn: i64| start + (turn * 48_271) % (3 * 365 * 86_400)).collect();
    let mut due = vec![0; from.len()];
    group.throughput(Throughput::Elements(1_000_000));
    group.bench_function("in any order", |b| b.iter(|| table.add_many(black_box(&from), 4 * HOUR, &mut due)));
    from.sort_unstable();
    group.bench_function("in order", |b| b.iter(|| table.add_many(black_box(&from), 4 * HOUR, &mut due)));
    group.finish();
}

fn calendar(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("calendar");
    let from = instant("2026-12-24T15:45:00Z");
    let definition = office(10);
    group.bench_function("a schedule and its first year", |b| {
        b.iter_batched(
            || definition.clone(),
            |definition| Schedule::new(definition).is_open(from),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("twenty years", |b| {
        b.iter_batched(
            || Schedule::new(definition.clone()),
            |schedule| schedule.horizon(2020, 2039).map(|table| table.end()),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group!(deadlines, one, many, calendar);
criterion_main!(deadlines);
