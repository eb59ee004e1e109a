//! Lists of holidays that others keep: dates with a name, a line each, or an `.ics` file.
//!
//! In: the text of a list. Out: its days, year by year, or every line that cannot be read. A list of dates knows the years
//! from its first date to its last; what lies beyond is not known, and not taken for a year without holidays.

use super::read::{self, Problem};
use super::{Holiday, expand, ics};
use crate::time::{ClockTime, Date, MonthDay};
use smol_str::SmolStr;
use std::ops::RangeInclusive;

/// The longest list that is read, in bytes.
pub const MOST_BYTES: usize = 4 << 20;
/// The most days that one line or event may stand for, and the most that a list may have.
pub(super) const MOST_DAYS_OF_A_LINE: i64 = 366;
const MOST_DAYS: usize = 100_000;

/// The holidays of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The days in order, one holiday for each.
    days: Vec<Holiday>,
    years: (i16, i16),
}

impl List {
    /// The years that the list knows: from the first of its dates to the last, or all years if it says only what is every year.
    pub fn years(&self) -> RangeInclusive<i16> {
        self.years.0..=self.years.1
    }

    /// The holidays of a year in order, one for each day; none where the list does not know the year.
    pub fn days(&self, year: i16) -> Option<&[Holiday]> {
        if !self.years().contains(&year) {
            return None;
        }
        let first = self.days.partition_point(|day| day.date.year() < year);
        let last = self.days.partition_point(|day| day.date.year() <= year);
        self.days.get(first..last)
    }

    /// Reads a list of either form; an `.ics` file begins with `BEGIN:VCALENDAR`.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > MOST_BYTES {
            return Err(vec![Problem::new(1, format!("the list is longer than {} MB", MOST_BYTES >> 20))]);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let calendar =
            text.trim_start().get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"));
        let mut days = Days::default();
        if calendar {
            ics::read(text, &mut days);
        } else {
            for (index, line) in text.lines().enumerate() {
                let said = line.split_once(" #").map_or(line, |(said, _)| said).trim();
                if said.is_empty() || said.starts_with('#') || said == "---" {
                    continue;
                }
                if let Err(message) = entry(said, &mut days) {
                    days.problems.push(Problem::new(index + 1, message));
                }
                if days.has_too_many() {
                    break;
                }
            }
        }
        days.finish()
    }
}

/// The days of a list as they are found, and what cannot be read.
#[derive(Default)]
pub(super) struct Days {
    found: Vec<Holiday>,
    dated: Option<(i16, i16)>,
    without_end: Option<i16>,
    /// What cannot be read.
    pub problems: Vec<Problem>,
}

/// A list with more mistakes than this is no list.
const MOST_PROBLEMS: usize = 100;

impl Days {
    /// Adds the days from a moment to another on the clock of the place.
    pub fn add(
        &mut self,
        (first, from): (Date, ClockTime),
        (last, to): (Date, ClockTime),
        name: &str,
    ) -> Result<(), String> {
        if (last, to) <= (first, from) {
            return Err("it ends before it begins".to_owned());
        }
        if self.found.len() >= MOST_DAYS {
            return Err(format!("the list has more than {MOST_DAYS} days"));
        }
        let count = last.number() - first.number();
        if count >= MOST_DAYS_OF_A_LINE {
            return Err(format!("it is longer than {MOST_DAYS_OF_A_LINE} days"));
        }
        for number in first.number()..=last.number() {
            let Some(date) = Date::from_number(number) else { continue };
            let from = if date == first { from } else { ClockTime::MIDNIGHT };
            let to = if date == last { to } else { ClockTime::DAY_END };
            if from < to {
                self.found.push(Holiday { date, name: name.into(), english: name.into(), from, to });
            }
        }
        Ok(())
    }

    /// Says that the list knows these years.
    pub fn knows(&mut self, first: i16, last: i16) {
        let (from, to) = self.dated.unwrap_or((first, last));
        self.dated = Some((from.min(first), to.max(last)));
    }

    /// Says that something is every year from this one on.
    pub fn knows_from(&mut self, first: i16) {
        self.without_end = Some(self.without_end.map_or(first, |known| known.min(first)));
    }

    /// Whether there is no use in reading on.
    pub fn has_too_many(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    fn finish(mut self) -> Result<List, Vec<Problem>> {
        if self.problems.is_empty() && self.found.is_empty() {
            self.problems.push(Problem::new(1, "there is no holiday in this list"));
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        // What is every year adds nothing to the years: the days that are not must be listed for each.
        let years = self.dated.unwrap_or((self.without_end.unwrap_or(1970), 2100));
        let days = self.found.into_iter().filter(|day| (years.0..=years.1).contains(&day.date.year()));
        Ok(List { days: expand::merged(days.collect()), years })
    }
}

/// `2026-12-24 13:00..24:00: Christmas Eve`, `2026-08-03..2026-08-07: Summer closing`, `12-31: New Year's Eve`; each may have
/// the dash of a YAML list before it, and quotes around its name.
fn entry(line: &str, days: &mut Days) -> Result<(), String> {
    let line = line.strip_prefix("- ").unwrap_or(line).trim();
    let (head, name) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
    let head = unquoted(head.trim());
    let name: SmolStr = unquoted(name.trim()).into();
    let mut words = head.split_whitespace();
    let span = words.next().unwrap_or_default();
    let (from, to) = match (words.next(), words.next()) {
        (None, _) => (ClockTime::MIDNIGHT, ClockTime::DAY_END),
        (Some(hours), None) => hours
            .split_once("..")
            .and_then(|(from, to)| read::clock(from).zip(read::clock(to)))
            .ok_or_else(|| read::unexpected(hours, "a span of hours such as `13:00..24:00`"))?,
        (Some(_), Some(more)) => return Err(read::unexpected(more, "expected; `: ` and a name come next")),
    };
    let (first, last) = span.split_once("..").unwrap_or((span, span));
    if let Some((first, last)) = read::date(first).zip(read::date(last)) {
        days.knows(first.year(), last.year());
        return each_day((first, last), (from, to), &name, days);
    }
    let yearly = yearly(first).zip(yearly(last));
    let (first, last) = yearly
        .ok_or_else(|| read::unexpected(span, "a date such as `2026-12-24`, or `12-24` for every year"))?;
    for year in 1970..=2100 {
        // February 29 is no day of most years; a span may run over New Year.
        let end = if (last.month, last.day) < (first.month, first.day) { year + 1 } else { year };
        let dates = Date::new(year, first.month, first.day).zip(Date::new(end, last.month, last.day));
        if let Some(dates) = dates {
            each_day(dates, (from, to), &name, days)?;
        }
    }
    Ok(())
}

/// The same hours on each day of a span.
fn each_day(
    (first, last): (Date, Date),
    (from, to): (ClockTime, ClockTime),
    name: &str,
    days: &mut Days,
) -> Result<(), String> {
    if (from, to) == (ClockTime::MIDNIGHT, ClockTime::DAY_END) || first >= last {
        return days.add((first, from), (last, to), name);
    }
    if last.number() - first.number() >= MOST_DAYS_OF_A_LINE {
        return Err(format!("it is longer than {MOST_DAYS_OF_A_LINE} days"));
    }
    for date in (first.number()..=last.number()).filter_map(Date::from_number) {
        days.add((date, from), (date, to), name)?;
    }
    Ok(())
}

fn yearly(word: &str) -> Option<MonthDay> {
    let (month, day) = word.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    MonthDay::new(month.parse().ok()?, day.parse().ok()?)
}

fn unquoted(text: &str) -> &str {
    let inside = |quote: char| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}
