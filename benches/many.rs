//! Works out one deadline for each of many instants, as `benches/deadlines.py` asks for it.
//!
//! `cargo run --release --example deadlines -- INSTANTS SECONDS OUT`: INSTANTS holds seconds since 1970 as 64-bit numbers in
//! little-endian order, OUT gets the deadlines in the same form. The calendar is Monday to Friday from 09:00 to 17:30 in
//! Amsterdam without the holidays named on standard input, one date a line. Prints the seconds that the work took in memory,
//! the best of five.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use avouch::time::{ClockTime, Date, Definition, Holiday, HolidayList, Hours, Schedule, Weekday, Zone};
use std::io::Read;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("INSTANTS SECONDS OUT");
    let (instants, seconds, out) = (next(), next().parse().expect("a number"), next());
    let bytes = std::fs::read(instants).expect("a file of instants");
    let from: Vec<i64> = bytes
        .chunks_exact(8)
        .map(|eight| i64::from_le_bytes(eight.try_into().expect("eight bytes")))
        .collect();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("dates on standard input");
    let days = text.lines().filter_map(|line| {
        let mut parts = line.split('-').map(|part| part.parse::<i16>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some(Holiday { date, name: "Holiday".into(), hours: None })
    });
    let time = |hour, minute| ClockTime::new(hour, minute, 0).expect("a time");
    let zone = Zone::new("Europe/Amsterdam").expect("a zone");
    let hours = Hours { from: time(9, 0), to: time(17, 30) };
    let mut office = Definition::new("office", zone).open(&Weekday::ALL[..5], &[hours]);
    office.holidays.push(HolidayList { name: "NL".into(), years: (2024, 2028), days: days.collect() });
    let table = Schedule::new(office).horizon(2025, 2027).expect("years that are kept");
    let mut due = vec![0; from.len()];
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = std::time::Instant::now();
        table.add_many(&from, seconds, &mut due);
        best = best.min(start.elapsed().as_secs_f64());
    }
    let bytes: Vec<u8> = due.iter().flat_map(|due| due.to_le_bytes()).collect();
    std::fs::write(out, bytes).expect("a file to write");
    println!("{best}");
}
