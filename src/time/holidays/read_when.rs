//! Reads the first part of a line of data: on which day or days of a year a holiday falls.
//!
//! In: words. Out: the day, or what is wrong with them.

use super::read::{date, month, month_day, unexpected, weekday};
use super::rule::{Base, Side, When};
use crate::time::{Date, MonthDay};
use std::iter::Peekable;

type Said<T> = Result<T, String>;

/// Such as `jan 1`, `easter -2`, `last mon of may`, `sat from jun 20`, `2024-02-10 2025-01-29`.
pub fn when(text: &str) -> Said<When> {
    if text == "between holidays" {
        return Ok(When::BetweenHolidays);
    }
    let mut words = text.split_whitespace().peekable();
    if words.peek().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('-')) {
        return Ok(When::Dates(dates(&mut words)?));
    }
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let offset = match words.last() {
        Some(word) if word.starts_with(['+', '-']) => {
            let offset = word.parse().map_err(|_| unexpected(word, "a number of days"))?;
            words.pop();
            offset
        }
        _ => 0,
    };
    Ok(When::Counted { base: base(&words)?, offset })
}

fn base(words: &[&str]) -> Said<Base> {
    let day = |month_word: &str, number: &str| -> Said<MonthDay> {
        month(month_word)
            .and_then(|month| month_day(month, number))
            .ok_or_else(|| unexpected(&format!("{month_word} {number}"), "a day such as `jan 1`"))
    };
    let base = match words {
        ["easter"] => Base::Easter,
        ["orthodox", "easter"] => Base::OrthodoxEaster,
        ["vernal", "equinox"] => Base::Equinox { autumnal: false },
        ["autumnal", "equinox"] => Base::Equinox { autumnal: true },
        ["hebrew", name, number] => {
            let months = [
                "nisan", "iyar", "sivan", "tammuz", "av", "elul", "tishri", "heshvan", "kislev", "tevet",
                "shevat", "adar",
            ];
            let place = months.iter().position(|month| month == name);
            let month = place.and_then(|place| u8::try_from(place + 1).ok());
            let number = number.parse().ok().filter(|day| (1..=30).contains(day));
            let (month, day) =
                month.zip(number).ok_or_else(|| unexpected(name, "a Hebrew month and a day"))?;
            Base::Hebrew(month, day)
        }
        ["feast", ..] => Base::Feast(words[1..].join(" ").into()),
        [nth, name, "of", of] => {
            let weekday = weekday(name).ok_or_else(|| unexpected(name, "a weekday"))?;
            let month = month(of).ok_or_else(|| unexpected(of, "a month"))?;
            match *nth {
                "1st" => Base::Nth(1, weekday, month),
                "2nd" => Base::Nth(2, weekday, month),
                "3rd" => Base::Nth(3, weekday, month),
                "4th" => Base::Nth(4, weekday, month),
                "5th" => Base::Nth(5, weekday, month),
                "last" => Base::Last(weekday, month),
                other => return Err(unexpected(other, "`1st` to `5th` or `last`")),
            }
        }
        [name, side, month, number] => {
            let weekday = weekday(name).ok_or_else(|| unexpected(name, "a weekday"))?;
            let side = match *side {
                "from" => Side::From,
                "after" => Side::After,
                "until" => Side::Until,
                "before" => Side::Before,
                "nearest" => Side::Nearest,
                other => return Err(unexpected(other, "`from`, `after`, `until`, `before` or `nearest`")),
            };
            Base::Beside(side, weekday, day(month, number)?)
        }
        [month, number] => Base::Fixed(day(month, number)?),
        _ => return Err(unexpected(&words.join(" "), "a day")),
    };
    Ok(base)
}

/// Dates one by one, and spans of them such as `2024-02-10..2024-02-17`, in order.
pub fn dates<'t>(words: &mut Peekable<impl Iterator<Item = &'t str>>) -> Said<Vec<Date>> {
    let mut dates: Vec<Date> = Vec::new();
    for word in words {
        let (first, last) = word.split_once("..").unwrap_or((word, word));
        let (first, last) =
            date(first).zip(date(last)).ok_or_else(|| unexpected(word, "a date such as `2024-02-10`"))?;
        if dates.last().is_some_and(|before| *before >= first) || first > last {
            return Err(format!("`{word}` comes too late: dates stand in order"));
        }
        dates.extend((first.number()..=last.number()).filter_map(Date::from_number));
    }
    Ok(dates)
}

/// `2015..2020`, `2015..`, `..2020` or `2020`.
pub fn years(word: &str) -> Option<(i16, i16)> {
    let year = |text: &str, open: i16| -> Option<i16> {
        if text.is_empty() {
            return Some(open);
        }
        text.parse().ok().filter(|year| (1970..=2100).contains(year))
    };
    let (first, last) = match word.split_once("..") {
        Some((first, last)) if first.is_empty() && last.is_empty() => return None,
        Some((first, last)) => (year(first, 1970)?, year(last, 2100)?),
        None => (year(word, 0)?, year(word, 0)?),
    };
    (first > 0 && first <= last).then_some((first, last))
}
