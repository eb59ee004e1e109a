//! Small calendars and what they answer.

mod calendars;
mod extremes;
mod faults;
mod readings;

use super::*;

pub fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

pub fn time(text: &str) -> ClockTime {
    let part = |at: usize| text[at..at + 2].parse().unwrap();
    ClockTime::new(part(0), part(3), 0).unwrap()
}

/// `09:00..17:00`.
pub fn hours(text: &str) -> Hours {
    Hours { from: time(&text[..5]), to: time(&text[7..]) }
}

/// `2026-12-24`.
pub fn date(text: &str) -> Date {
    Date::new(text[..4].parse().unwrap(), text[5..7].parse().unwrap(), text[8..10].parse().unwrap()).unwrap()
}

/// An instant on the clocks of a zone, as `2026-12-24 16:45`.
pub fn at(clock: &ZoneClock, text: &str) -> Instant {
    match Moment::parse(text).unwrap() {
        Moment::Instant(instant) => instant,
        Moment::Local(local) => clock.instant(local).unwrap(),
    }
}

/// The local time of an instant, as `2026-12-24 16:45`.
pub fn shown(clock: &ZoneClock, at: Instant) -> String {
    clock.rfc3339(at)[..16].replace('T', " ")
}

/// Monday to Friday from 09:00 to 17:00 in Amsterdam.
pub fn office() -> Definition {
    Definition::new("office", zone("Europe/Amsterdam")).open(&Weekday::ALL[..5], &[hours("09:00..17:00")])
}
