//! A weekday before its date: `Saturday 2026-12-05`.
//!
//! In: a text that begins where a date or an instant belongs. Out: how long both are, and the date alone; with a weekday that
//! is not that of the date, nothing is changed unasked, since either of the two may be the wrong one.

use super::weekdays::weekday;
use super::{Slip, after_word};
use crate::time::{Date, Weekday};

/// The weekday that a text begins with, and what stands behind it.
fn stripped(rest: &str) -> Option<(Weekday, &str)> {
    let start = after_word(rest, &["on", "the"]).map_or(rest, |(tail, _)| tail.trim_start());
    let (code, length) = weekday(start)?;
    let day = Weekday::ALL.into_iter().find(|day| day.code() == code)?;
    let tail = start[length..].trim_start_matches(',');
    (tail.len() < start.len() - length || tail.starts_with(' ')).then_some((day, tail.trim_start()))
}

/// What a date or an instant behind a weekday means; `read` says what it is there, how long, and whether that is sure.
pub(super) fn behind_weekday(
    rest: &str,
    read: impl Fn(&str) -> Option<(String, usize, bool)>,
) -> Option<Slip> {
    let (day, tail) = stripped(rest)?;
    let (meant, length, safe) = read(tail)?;
    let date = meant.get(..10).and_then(as_date)?;
    let length = rest.len() - tail.len() + length;
    let right = date.weekday();
    let message = if right == day {
        format!("a date stands without its weekday, as `{meant}`")
    } else {
        format!("{} is a {right:?}, not a {day:?}", &meant[..10])
    };
    Some(Slip { length, meant: vec![meant], message, safe: safe && right == day })
}

/// `2026-12-05`, if there is such a day.
fn as_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut next = || parts.next();
    let (year, month, day) = (next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?);
    Date::new(year, month, day)
}
