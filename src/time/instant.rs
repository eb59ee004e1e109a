//! Points on the line of time, to the second, and stretches of it.
//!
//! In: seconds of UTC, or text of RFC 3339. Out: instants from 1970 to 2100, and what a text without an offset says.

use super::civil::{ClockTime, Date, DateTime};
use std::fmt;

/// Seconds in a day whose clocks are not changed.
pub(super) const DAY: i64 = 86_400;

/// An instant, to the second, from the beginning of 1970 to the end of 2100 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The beginning of 1970.
    pub const FIRST: Self = Self(0);
    /// The end of 2100.
    pub const LAST: Self = Self(47_847 * DAY);

    /// The instant so many seconds after the beginning of 1970 in UTC, if it lies in the years that are kept.
    pub const fn new(seconds: i64) -> Option<Self> {
        if seconds >= 0 && seconds <= Self::LAST.0 { Some(Self(seconds)) } else { None }
    }

    /// Seconds since the beginning of 1970 in UTC.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The instant so many seconds later, or earlier if negative.
    pub fn plus(self, seconds: i64) -> Option<Self> {
        Self::new(self.0.checked_add(seconds)?)
    }
}

/// A stretch of time, from an instant to another one that is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// The first instant.
    pub from: Instant,
    /// The instant after the last.
    pub to: Instant,
}

impl Stretch {
    /// How many seconds it lasts.
    pub fn seconds(self) -> i64 {
        self.to.0 - self.from.0
    }
}

/// What a text says about a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// It has an offset, so it is an instant.
    Instant(Instant),
    /// It has no offset, so it is a time on somebody's clock.
    Local(DateTime),
}

/// Why a text is no point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentError {
    /// It is not of the form `2026-12-24T16:45:00+01:00`, where seconds and offset may be left out.
    Form,
    /// There is no such day, time or offset.
    NoSuchTime,
    /// It lies before 1970 or after 2100.
    OutOfRange,
}

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a time such as 2026-12-24T16:45:00+01:00",
            Self::NoSuchTime => "no such day or time",
            Self::OutOfRange => "not between 1970 and 2100",
        })
    }
}

impl std::error::Error for MomentError {}

impl Moment {
    /// Reads RFC 3339, with `T` or a blank between date and time. Seconds may be left out, and so may the offset. Parts of a
    /// second count as a whole one, so that what came too late by less than that is not in time.
    pub fn parse(text: &str) -> Result<Self, MomentError> {
        let bytes = text.as_bytes();
        let Local { date, time, begun, length } = local(bytes)?;
        let rest = bytes.get(length..).unwrap_or_default();
        if rest.is_empty() {
            let date = Date::new(date.0, date.1, date.2).ok_or_else(|| why_no_date(date))?;
            let local = DateTime { date, time };
            return if begun { next_second(local).map(Self::Local) } else { Ok(Self::Local(local)) };
        }
        let offset = offset(rest)?;
        // A local date just outside of the years can be an instant just inside.
        let number = match (Date::new(date.0, date.1, date.2), date) {
            (Some(date), _) => date.number(),
            (None, (1969, 12, 31)) => -1,
            (None, (2101, 1, 1)) => Date::LAST.number(),
            (None, _) => return Err(why_no_date(date)),
        };
        let seconds = number * DAY + i64::from(time.seconds()) + i64::from(begun) - offset;
        Instant::new(seconds).map(Self::Instant).ok_or(MomentError::OutOfRange)
    }
}

type Day = (i16, u8, u8);

/// Whether a date does not exist at all, or lies outside of the years that are kept.
fn why_no_date((year, month, day): Day) -> MomentError {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let same = Date::new(if leap { 2000 } else { 2001 }, month, day);
    same.map_or(MomentError::NoSuchTime, |_| MomentError::OutOfRange)
}

/// What clocks show a second later.
fn next_second(local: DateTime) -> Result<DateTime, MomentError> {
    let seconds = local.date.number() * DAY + i64::from(local.time.seconds()) + 1;
    let date = Date::from_number(seconds.div_euclid(DAY)).ok_or(MomentError::OutOfRange)?;
    Ok(DateTime { date, time: ClockTime::from_seconds(seconds.rem_euclid(DAY)) })
}

/// A date and a time of day as they are written.
struct Local {
    date: Day,
    time: ClockTime,
    /// Whether a part of the next second has passed.
    begun: bool,
    /// How many bytes they take.
    length: usize,
}

/// Date and time of day.
fn local(bytes: &[u8]) -> Result<Local, MomentError> {
    let mark = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|byte| marks.contains(byte));
    if !(mark(4, b"-") && mark(7, b"-") && mark(10, b"Tt ") && mark(13, b":")) {
        return Err(MomentError::Form);
    }
    let year = i16::from(two(bytes, 0)?) * 100 + i16::from(two(bytes, 2)?);
    let date = (year, two(bytes, 5)?, two(bytes, 8)?);
    let (hour, minute) = (two(bytes, 11)?, two(bytes, 14)?);
    let mut length = 16;
    let (mut second, mut begun) = (0, false);
    if mark(16, b":") {
        second = two(bytes, 17)?;
        length = 19;
        if mark(19, b".") {
            let digits = bytes[20..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits == 0 {
                return Err(MomentError::Form);
            }
            length = 20 + digits;
            begun = bytes[20..length].iter().any(|byte| *byte != b'0');
        }
    }
    let time = ClockTime::new(hour, minute, second).ok_or(MomentError::NoSuchTime)?;
    Ok(Local { date, time, begun, length })
}

/// Seconds east of UTC: `Z`, `+01:00`.
fn offset(bytes: &[u8]) -> Result<i64, MomentError> {
    let east = match bytes {
        b"Z" | b"z" => return Ok(0),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return Err(MomentError::Form),
    };
    if bytes.len() != 6 || bytes[3] != b':' {
        return Err(MomentError::Form);
    }
    let (hours, minutes) = (i64::from(two(bytes, 1)?), i64::from(two(bytes, 4)?));
    if hours > 23 || minutes > 59 {
        return Err(MomentError::NoSuchTime);
    }
    Ok(east * (hours * 3600 + minutes * 60))
}

fn two(bytes: &[u8], at: usize) -> Result<u8, MomentError> {
    match bytes.get(at..at + 2) {
        Some([tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => Ok((tens - b'0') * 10 + (ones - b'0')),
        Some(_) | None => Err(MomentError::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Result<i64, MomentError> {
        match Moment::parse(text)? {
            Moment::Instant(instant) => Ok(instant.seconds()),
            Moment::Local(local) => panic!("{local} has no offset"),
        }
    }

    #[test]
    fn parts_of_a_second_count_as_a_whole_one() {
        assert_eq!(seconds("2026-12-24T15:45:00.001Z"), Ok(1_798_127_101));
        assert_eq!(seconds("2026-12-24T15:44:59.5Z"), Ok(1_798_127_100));
        let local = |text: &str| match Moment::parse(text) {
            Ok(Moment::Local(local)) => local.to_string(),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(local("2026-12-31T23:59:59.9"), "2027-01-01T00:00:00");
        assert_eq!(local("2026-12-31T23:59:59.0"), "2026-12-31T23:59:59");
    }

    #[test]
    fn reads_instants_with_offsets() {
        assert_eq!(seconds("1970-01-01T00:00:00Z"), Ok(0));
        assert_eq!(seconds("2026-12-24T16:45:00+01:00"), Ok(1_798_127_100));
        assert_eq!(seconds("2026-12-24 16:45+01:00"), Ok(1_798_127_100));
        assert_eq!(seconds("2026-12-24t15:45:00.000z"), Ok(1_798_127_100));
        assert_eq!(seconds("2101-01-01T05:00:00+05:00"), Ok(Instant::LAST.seconds()));
        assert_eq!(seconds("1969-12-31T19:00:00-05:00"), Ok(0));
    }

    #[test]
    fn reads_times_on_the_wall() {
        let local = Moment::parse("2026-12-24T16:45").map(|moment| format!("{moment:?}"));
        assert!(local.unwrap().starts_with("Local"));
        assert!(matches!(Moment::parse("2026-12-24 24:00"), Ok(Moment::Local(_))));
    }

    #[test]
    fn says_why_a_text_is_no_time() {
        for (text, error) in [
            ("", MomentError::Form),
            ("2026-12-24", MomentError::Form),
            ("24-12-2026 16:45", MomentError::Form),
            ("2026-12-24T16:45:00+0100", MomentError::Form),
            ("2026-12-24T16:45:00.Z", MomentError::Form),
            ("2026-12-24T16:45:00Zulu", MomentError::Form),
            ("2026-02-29T16:45:00Z", MomentError::NoSuchTime),
            ("1900-02-29T16:45:00Z", MomentError::NoSuchTime),
            ("2026-12-24T25:00:00Z", MomentError::NoSuchTime),
            ("2026-12-24T24:00:01Z", MomentError::NoSuchTime),
            ("2026-12-24T16:45:00+25:00", MomentError::NoSuchTime),
            ("1969-12-31T23:59:59Z", MomentError::OutOfRange),
            ("9999-12-31T23:59:59Z", MomentError::OutOfRange),
            ("0000-12-31T23:59:59Z", MomentError::OutOfRange),
            ("2101-01-01T00:00:01Z", MomentError::OutOfRange),
            ("2101-01-01T00:00", MomentError::OutOfRange),
        ] {
            assert_eq!(Moment::parse(text), Err(error), "{text}");
        }
    }
}
