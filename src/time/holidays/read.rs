//! Reads the data of a country: one line for each holiday, as `docs/dev/decisions/0015-holidays.md` describes them.
//!
//! In: text. Out: the country, or the first line that cannot be read. Lines of lists made by others are read in `list.rs`.

use super::read_when;
use super::rule::{Country, Keep, OnDay, Place, Regions, Rule, Shift, Target};
use crate::time::{ClockTime, Date, MonthDay, Weekday};
use smol_str::SmolStr;
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

/// A line that cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl Problem {
    /// A problem with a line.
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

type Said<T> = Result<T, String>;

/// The country that a file of data describes.
pub fn country(text: &str) -> Result<Country, Problem> {
    let mut country = Country { weekend: vec![Weekday::Saturday, Weekday::Sunday], ..Country::default() };
    for (number, line) in lines(text) {
        statement(&line, &mut country).map_err(|message| Problem::new(number, message))?;
    }
    if country.places.is_empty() {
        return Err(Problem::new(1, "no country is named"));
    }
    Ok(country)
}

/// The feasts that a list gives: `name: dates`.
pub fn feasts(text: &str) -> Result<Vec<(SmolStr, Vec<Date>)>, Problem> {
    let mut feasts = Vec::new();
    for (number, line) in lines(text) {
        let (name, given) = line
            .split_once(": ")
            .ok_or_else(|| Problem::new(number, "the name of a feast and `: ` come first"))?;
        let mut words = given.split_whitespace().peekable();
        let dates = read_when::dates(&mut words).map_err(|message| Problem::new(number, message))?;
        feasts.push((name.into(), dates));
    }
    Ok(feasts)
}

/// The lines that say something, with their numbers; one that begins with a blank goes on with the line before.
fn lines(text: &str) -> Vec<(usize, Cow<'_, str>)> {
    let mut lines: Vec<(usize, Cow<'_, str>)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match lines.last_mut() {
            Some((_, before)) if line.starts_with(' ') => {
                let before = before.to_mut();
                before.push(' ');
                before.push_str(line.trim());
            }
            _ => lines.push((index + 1, Cow::Borrowed(line.trim_end()))),
        }
    }
    lines
}

fn statement(line: &str, country: &mut Country) -> Said<()> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "country" | "region" => {
            let (head, names) = rest.split_once(": ").ok_or("`: ` and a name are missing")?;
            let (code, own) = head.split_once(", ").map_or((head, None), |(code, own)| (code, Some(own)));
            let (name, english) = pair(names);
            let first = country.places.first();
            let years = match own {
                Some(own) => read_when::years(own).ok_or("expected years such as `2015..2100`")?,
                None => first.map(|place| place.years).ok_or("expected `, 2015..2100` behind the code")?,
            };
            let code = match (word, first) {
                ("country", None) => code.into(),
                ("region", Some(first)) => format!("{}-{code}", first.code).into(),
                _ => return Err("one country comes first, its regions behind it".to_owned()),
            };
            country.places.push(Place { code, name, english, years, days: OnceLock::new() });
        }
        "weekend" => {
            let days = rest.split(' ').map(|day| weekday(day).ok_or_else(|| unexpected(day, "a weekday")));
            country.weekend = days.collect::<Said<_>>()?;
        }
        _ => country.rules.push(rule(line, country)?),
    }
    Ok(())
}

/// `local | english`, or one name for both.
fn pair(names: &str) -> (SmolStr, SmolStr) {
    let (name, english) = names.split_once(" | ").unwrap_or((names, names));
    (name.trim().into(), english.trim().into())
}

fn rule(line: &str, country: &Country) -> Said<Rule> {
    let (head, names) = line.split_once(": ").ok_or("`: ` and a name are missing")?;
    let (name, english) = pair(names);
    let mut clauses = head.split(", ");
    let when = read_when::when(clauses.next().unwrap_or_default())?;
    let mut rule = Rule {
        when,
        regions: None,
        years: Vec::new(),
        every: None,
        filters: Vec::new(),
        shifts: Vec::new(),
        hours: (ClockTime::MIDNIGHT, ClockTime::DAY_END),
        name,
        english,
    };
    for text in clauses {
        clause(text, &mut rule, country)?;
    }
    Ok(rule)
}

fn clause(text: &str, rule: &mut Rule, country: &Country) -> Said<()> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["in", codes @ ..] => rule.regions = Some((Regions::Only, regions(codes, country)?)),
        ["except", codes @ ..] => rule.regions = Some((Regions::Except, regions(codes, country)?)),
        ["only", "on", days @ ..] => rule.filters.push((Keep::Only, on_days(days)?)),
        ["not", "on", days @ ..] => rule.filters.push((Keep::Not, on_days(days)?)),
        ["every", step, "years", "from", from] => {
            let step = step.parse().ok().filter(|step: &i16| *step > 0);
            let from = from.parse().ok();
            rule.every = Some(step.zip(from).ok_or("expected `every 4 years from 2017`")?);
        }
        ["from", time] => rule.hours.0 = clock(time).ok_or_else(|| unexpected(time, "a time"))?,
        ["until", time] => rule.hours.1 = clock(time).ok_or_else(|| unexpected(time, "a time"))?,
        [days @ .., "move", "to", a, b] => rule.shifts.push(shift(days, false, a, b, "")?),
        [days @ .., "move", "to", a, b, c] => rule.shifts.push(shift(days, false, a, b, c)?),
        [days @ .., "add", a, b] => rule.shifts.push(shift(days, true, a, b, "")?),
        [days @ .., "add", a, b, c] => rule.shifts.push(shift(days, true, a, b, c)?),
        [] => return Err("a clause is empty".to_owned()),
        years => {
            for word in years {
                let span = read_when::years(word).ok_or_else(|| unexpected(word, "a clause, or years"))?;
                rule.years.push(span);
            }
        }
    }
    Ok(())
}

fn shift(days: &[&str], kept: bool, a: &str, b: &str, c: &str) -> Said<Shift> {
    let to = match (a, weekday(b), b, c) {
        ("next", Some(day), _, "") => Target::Next(day),
        ("previous", Some(day), _, "") => Target::Previous(day),
        ("next", None, "working", "day") => Target::NextWorkingDay,
        ("previous", None, "working", "day") => Target::PreviousWorkingDay,
        ("next", None, "free", "day") => Target::NextFreeDay,
        _ => {
            return Err(unexpected(
                &format!("{a} {b} {c}"),
                "a day such as `next mon` or `next working day`",
            ));
        }
    };
    Ok(Shift { on: on_days(days)?, kept, to })
}

fn regions(codes: &[&str], country: &Country) -> Said<Vec<SmolStr>> {
    if codes.is_empty() {
        return Err("the regions are missing".to_owned());
    }
    // Behind the code of the country and a hyphen.
    let from = country.places.first().map_or(0, |country| country.code.len() + 1);
    let known = |code: &str| {
        country.places.iter().any(|place| place.code.as_bytes().get(from..) == Some(code.as_bytes()))
    };
    codes
        .iter()
        .map(|code| known(code).then(|| SmolStr::new(code)).ok_or_else(|| unexpected(code, "a region")))
        .collect()
}

fn on_days(words: &[&str]) -> Said<Vec<OnDay>> {
    if words.is_empty() {
        return Err("the days are missing".to_owned());
    }
    let mut days = Vec::new();
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        let day = match (weekday(word), month(word), date(word)) {
            (Some(weekday), _, _) => OnDay::Weekday(weekday),
            (_, Some(month), _) => {
                let day = words.next().and_then(|day| month_day(month, day));
                OnDay::Yearly(day.ok_or_else(|| unexpected(word, "a day such as `feb 4`"))?)
            }
            (_, _, Some(date)) => OnDay::Date(date),
            _ if word == "holiday" => OnDay::Holiday,
            _ if word == "easter" => {
                let offset = words.next().unwrap_or_default();
                OnDay::Easter(offset.parse().map_err(|_| unexpected(offset, "a number of days"))?)
            }
            _ => return Err(unexpected(word, "a weekday, a day or a date")),
        };
        days.push(day);
    }
    Ok(days)
}

/// The message about a word that stands where another was expected.
pub fn unexpected(word: &str, expected: &str) -> String {
    format!("`{word}` is not {expected}")
}

/// `mon` to `sun`.
pub fn weekday(word: &str) -> Option<Weekday> {
    Weekday::ALL.into_iter().find(|day| day.code().to_ascii_lowercase() == word)
}

/// `jan` to `dec`, as numbers from 1.
pub fn month(word: &str) -> Option<u8> {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    months.iter().position(|month| *month == word).and_then(|place| u8::try_from(place + 1).ok())
}

/// The day of a month whose number is written so.
pub fn month_day(month: u8, day: &str) -> Option<MonthDay> {
    MonthDay::new(month, day.parse().ok()?)
}

/// `2026-12-24`.
pub fn date(word: &str) -> Option<Date> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    if !shaped {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `13:00`, or `24:00` for the end of the day.
pub fn clock(word: &str) -> Option<ClockTime> {
    let (hour, minute) = word.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    ClockTime::new(hour.parse().ok()?, minute.parse().ok()?, 0)
}
