//! Dates, times and spans of them.

use super::words::{at, blanks, is_word};
use super::{Miss, Scan};
use crate::time::{ClockTime, Date, DateTime, Weekday};
use crate::value::{ClockSpan, DatePoint, DateSpan, WeekdaySpan};

/// So many digits, as a number.
fn figure(text: &str, start: usize, count: usize) -> Result<u16, Miss> {
    let digits = text.as_bytes().get(start..start + count).ok_or(Miss::Not)?;
    digits.iter().try_fold(0, |value, digit| {
        if digit.is_ascii_digit() { Ok(value * 10 + u16::from(digit - b'0')) } else { Err(Miss::Not) }
    })
}

fn two(text: &str, start: usize) -> Result<u8, Miss> {
    figure(text, start, 2).map(|value| u8::try_from(value).unwrap_or(u8::MAX))
}

fn mark(text: &str, offset: usize, byte: u8) -> Result<(), Miss> {
    if at(text, offset) == byte { Ok(()) } else { Err(Miss::Not) }
}

/// Nothing that makes a word longer stands at an offset.
fn ends(text: &str, end: usize) -> Result<usize, Miss> {
    match at(text, end) {
        byte if is_word(byte) => Err(Miss::Not),
        byte if !byte.is_ascii() => Err(Miss::Ask),
        _ => Ok(end),
    }
}

/// `2026-12-24`.
pub(super) fn date(text: &str, start: usize) -> Scan<Date> {
    let year = figure(text, start, 4)?;
    mark(text, start + 4, b'-')?;
    let month = two(text, start + 5)?;
    mark(text, start + 7, b'-')?;
    let day = two(text, start + 8)?;
    let end = ends(text, start + 10)?;
    if at(text, end) == b'-' {
        return Err(Miss::Not);
    }
    let year = i16::try_from(year).map_err(|_| Miss::Ask)?;
    Date::new(year, month, day).map(|date| (date, end)).ok_or(Miss::Ask)
}

/// `09:00`.
pub(super) fn time(text: &str, start: usize) -> Scan<ClockTime> {
    let hour = two(text, start)?;
    mark(text, start + 2, b':')?;
    let minute = two(text, start + 3)?;
    let (second, end) = match at(text, start + 5) {
        b':' => match two(text, start + 6) {
            Ok(second) => (second, start + 8),
            Err(_) => (0, start + 5),
        },
        _ => (0, start + 5),
    };
    let end = ends(text, end)?;
    ClockTime::new(hour, minute, second).map(|time| (time, end)).ok_or(Miss::Ask)
}

/// `2026-12-24 16:45`.
pub(super) fn instant(text: &str) -> Scan<DateTime> {
    let (date, end) = date(text, 0)?;
    let next = blanks(text, end)?;
    if next == end {
        return Err(Miss::Not);
    }
    let (time, end) = time(text, next)?;
    Ok((DateTime { date, time }, end))
}

/// The offset behind the two dots between the ends of a span, if they stand here.
fn dots(text: &str, start: usize) -> Result<Option<usize>, Miss> {
    let end = blanks(text, start)?;
    if at(text, end) == b'.' && at(text, end + 1) == b'.' {
        blanks(text, end + 2).map(Some)
    } else {
        Ok(None)
    }
}

/// Behind one end of a span that stands alone: a dash or a word for one is a slip, which the grammar tells from a value.
fn alone(text: &str, end: usize) -> Result<usize, Miss> {
    let next = blanks(text, end)?;
    match at(text, next) {
        b'-' | b't' | b'u' => Err(Miss::Ask),
        _ => Ok(end),
    }
}

/// `09:00..17:30`.
pub(super) fn hours(text: &str, start: usize) -> Scan<ClockSpan> {
    let (from, end) = time(text, start)?;
    let Some(next) = dots(text, end)? else { return Err(Miss::Not) };
    let (to, end) = time(text, next)?;
    if from == to || from == ClockTime::DAY_END {
        return Err(Miss::Ask);
    }
    Ok((ClockSpan { from, to }, end))
}

/// `Mon`.
pub(super) fn weekday(text: &str, start: usize) -> Scan<Weekday> {
    let code = text.as_bytes().get(start..start + 3).ok_or(Miss::Not)?;
    let found = Weekday::ALL.into_iter().find(|day| day.code().as_bytes() == code).ok_or(Miss::Not)?;
    let end = ends(text, start + 3)?;
    if at(text, end) == b'-' { Err(Miss::Not) } else { Ok((found, end)) }
}

/// `Mon..Fri`.
pub(super) fn weekdays(text: &str, start: usize) -> Scan<WeekdaySpan> {
    let (from, end) = weekday(text, start)?;
    match dots(text, end)? {
        Some(next) => {
            let (to, end) = weekday(text, next).map_err(|_| Miss::Ask)?;
            Ok((WeekdaySpan { from, to }, end))
        }
        None => alone(text, end).map(|end| (WeekdaySpan { from, to: from }, end)),
    }
}

/// `2026-01-01..2026-03-31`, or one day; days without a year are left to the grammar.
pub(super) fn dates(text: &str, start: usize) -> Scan<DateSpan> {
    if at(text, start).is_ascii_uppercase() {
        return Err(Miss::Ask);
    }
    let (from, end) = date(text, start)?;
    let (to, end) = match dots(text, end)? {
        Some(next) => date(text, next).map_err(|_| Miss::Ask)?,
        None => (from, alone(text, end)?),
    };
    if from > to {
        return Err(Miss::Ask);
    }
    Ok((DateSpan { from: DatePoint::Full(from), to: DatePoint::Full(to) }, end))
}
