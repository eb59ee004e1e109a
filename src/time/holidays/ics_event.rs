//! One event of an `.ics` file: when it is, how often, and what it is called.
//!
//! In: the properties of the event. Out: days, or the line that cannot be read. Times are those of the clock on the wall,
//! whatever zone is named beside them: a holiday begins at midnight wherever it is kept. A moment of universal time names no
//! day by itself, and is refused.

use super::ics::Property;
use super::list::{Days, MOST_DAYS_OF_A_LINE};
use super::read::Problem;
use crate::time::{ClockTime, Date, Weekday};

type Moment = (Date, ClockTime);
type Said<T> = Result<T, Problem>;

/// An event while its lines are read.
pub(super) struct Event {
    line: usize,
    name: String,
    cancelled: bool,
    properties: Vec<Property>,
}

/// A moment, and whether it is a whole day.
struct When {
    moment: Moment,
    whole: bool,
}

/// `RRULE`, as far as years go.
struct Yearly {
    interval: i16,
    count: Option<usize>,
    until: Option<Date>,
    months: Vec<u8>,
    day: Option<i64>,
    weekday: Option<(i64, Weekday)>,
}

impl Event {
    /// An event that begins on this line.
    pub fn new(line: usize) -> Self {
        Self { line, name: String::new(), cancelled: false, properties: Vec::new() }
    }

    /// Takes a line of the event, if it says when it is or what it is called.
    pub fn take(&mut self, property: Property) {
        match property.name.as_str() {
            "SUMMARY" => self.name = unescaped(property.value.trim()),
            "STATUS" => self.cancelled = property.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" | "DTEND" | "DURATION" | "RRULE" | "RDATE" | "EXDATE" | "RECURRENCE-ID" => {
                self.properties.push(property);
            }
            _ => {}
        }
    }

    /// Adds the days of the event.
    pub fn finish(self, days: &mut Days) {
        if !self.cancelled
            && let Err(problem) = self.add(days)
        {
            days.problems.push(problem);
        }
    }

    fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    fn add(&self, days: &mut Days) -> Said<()> {
        let Some(property) = self.get("DTSTART") else {
            return Err(Problem::new(self.line, "this event does not say when it is: `DTSTART` is missing"));
        };
        if let Some(property) = self.get("RECURRENCE-ID") {
            return Err(Problem::new(
                property.line,
                "one day of a repeated event that is moved is not understood; write it as an event of its own",
            ));
        }
        let start = when(property, &property.value)?;
        // How long it lasts, in days and in seconds.
        let (length, end_time) = self.length(&start)?;
        let starts = self.starts(&start, days)?;
        for first in starts {
            let Some(last) = Date::from_number(first.number() + length) else { continue };
            let added = days.add((first, start.moment.1), (last, end_time), &self.name);
            added.map_err(|message| Problem::new(property.line, message))?;
        }
        Ok(())
    }

    /// The number of days from the first day to the last, and the time on the last at which it ends.
    fn length(&self, start: &When) -> Said<(i64, ClockTime)> {
        let (date, time) = start.moment;
        let seconds = date.number() * 86_400 + i64::from(time.seconds());
        let (end, line) = if let Some(property) = self.get("DTEND") {
            let (date, time) = when(property, &property.value)?.moment;
            (date.number() * 86_400 + i64::from(time.seconds()), property.line)
        } else if let Some(property) = self.get("DURATION") {
            let length = duration(property.value.trim());
            let length = length.filter(|length| *length <= MOST_DAYS_OF_A_LINE * 86_400);
            let wrong = || Problem::new(property.line, "this is no duration of at most a year such as `P1D`");
            let length = length.ok_or_else(wrong)?;
            (seconds + length, property.line)
        } else if start.whole {
            (seconds + 86_400, self.line)
        } else {
            let at = self.get("DTSTART").map_or(self.line, |property| property.line);
            return Err(Problem::new(at, "this event has no end: `DTEND` or `DURATION` is missing"));
        };
        // Some programs write the day itself as the end of a whole day.
        let end = if start.whole && end == seconds { end + 86_400 } else { end };
        if end <= seconds {
            return Err(Problem::new(line, "the event ends before it begins"));
        }
        // What ends at midnight ends with the day before.
        let last = (end - 1).div_euclid(86_400);
        let of_day = end - last * 86_400;
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        let clock = |part: i64| u8::try_from(part).unwrap_or(0);
        let time = ClockTime::new(clock(hour), clock(minute), clock(second)).unwrap_or(ClockTime::DAY_END);
        Ok((last - date.number(), time))
    }

    /// The days on which it begins.
    fn starts(&self, start: &When, days: &mut Days) -> Said<Vec<Date>> {
        let first = start.moment.0;
        let mut starts = vec![first];
        match self.get("RRULE") {
            None => days.knows(first.year(), first.year()),
            Some(property) => {
                let rule = yearly(&property.value).map_err(|message| Problem::new(property.line, message))?;
                starts = rule.dates(first);
                match (rule.count, rule.until) {
                    (None, None) => days.knows_from(first.year()),
                    _ => days.knows(first.year(), starts.last().map_or(first.year(), |last| last.year())),
                }
            }
        }
        for property in
            self.properties.iter().filter(|property| matches!(property.name.as_str(), "RDATE" | "EXDATE"))
        {
            for value in property.value.split(',') {
                let date = when(property, value)?.moment.0;
                if property.name == "EXDATE" {
                    starts.retain(|known| *known != date);
                } else {
                    days.knows(date.year(), date.year());
                    starts.push(date);
                }
            }
        }
        Ok(starts)
    }
}

impl Yearly {
    fn dates(&self, first: Date) -> Vec<Date> {
        let mut dates = Vec::new();
        let months = if self.months.is_empty() { vec![first.month()] } else { self.months.clone() };
        let mut year = first.year();
        while year <= 2100 {
            for month in &months {
                let date = match (self.weekday, self.day) {
                    (Some((nth, weekday)), _) => nth_weekday(year, *month, nth, weekday),
                    (None, day) => {
                        let day = day.unwrap_or(i64::from(first.day()));
                        u8::try_from(day).ok().and_then(|day| Date::new(year, *month, day))
                    }
                };
                let Some(date) = date.filter(|date| *date >= first) else { continue };
                if self.until.is_some_and(|until| date > until)
                    || self.count.is_some_and(|most| dates.len() >= most)
                {
                    return dates;
                }
                dates.push(date);
            }
            year += self.interval;
        }
        dates
    }
}

fn nth_weekday(year: i16, month: u8, nth: i64, weekday: Weekday) -> Option<Date> {
    let all = (1..=31).filter_map(|day| Date::new(year, month, day)).filter(|date| date.weekday() == weekday);
    let all: Vec<Date> = all.collect();
    let place = if nth > 0 { nth - 1 } else { i64::try_from(all.len()).ok()? + nth };
    all.get(usize::try_from(place).ok()?).copied()
}

fn yearly(value: &str) -> Result<Yearly, String> {
    let mut rule =
        Yearly { interval: 1, count: None, until: None, months: Vec::new(), day: None, weekday: None };
    let mut each_year = false;
    for part in value.trim().split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let understood = match name.to_ascii_uppercase().as_str() {
            "FREQ" => {
                each_year = value.eq_ignore_ascii_case("YEARLY");
                each_year
            }
            "INTERVAL" => {
                let interval = value.parse().ok().filter(|years: &i16| (1..=100).contains(years));
                rule.interval = interval.unwrap_or(1);
                interval.is_some()
            }
            "COUNT" => {
                rule.count = value.parse().ok();
                rule.count.is_some()
            }
            "UNTIL" => {
                rule.until = value.get(..8).and_then(digits);
                rule.until.is_some()
            }
            "BYMONTH" => {
                let months: Option<Vec<u8>> = value.split(',').map(|month| month.parse().ok()).collect();
                rule.months = months.unwrap_or_default();
                rule.months.sort_unstable();
                !rule.months.is_empty() && rule.months.iter().all(|month| (1..=12).contains(month))
            }
            "BYMONTHDAY" => {
                rule.day = value.parse().ok().filter(|day| (1..=31).contains(day));
                rule.day.is_some()
            }
            "BYDAY" => {
                rule.weekday = by_day(value);
                rule.weekday.is_some()
            }
            "WKST" => true,
            _ => false,
        };
        if !understood {
            return Err(format!(
                "`{part}` is not understood: a holiday is repeated every year, on a day or a weekday of a month"
            ));
        }
    }
    let placed = rule.weekday.is_none() || (!rule.months.is_empty() && rule.day.is_none());
    if each_year && placed {
        Ok(rule)
    } else {
        Err(format!("`{}` does not say on which day of the year", value.trim()))
    }
}

/// `4TH` is the fourth Thursday, `-1MO` the last Monday.
fn by_day(value: &str) -> Option<(i64, Weekday)> {
    let place = value.len().checked_sub(2)?;
    let (nth, day) = (value.get(..place)?, value.get(place..)?);
    let known = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let weekday = *Weekday::ALL.get(known.iter().position(|known| known.eq_ignore_ascii_case(day))?)?;
    let nth: i64 = nth.parse().ok()?;
    (nth != 0 && nth.abs() <= 5).then_some((nth, weekday))
}

/// `20261224` or `20261224T130000`.
fn when(property: &Property, value: &str) -> Said<When> {
    let value = value.trim();
    let wrong = |message: &str| Problem::new(property.line, message);
    let (date, time) = value.split_once(['T', 't']).map_or((value, None), |(date, time)| (date, Some(time)));
    let date = digits(date).ok_or_else(|| wrong("this is no date from 1970 to 2100 such as `20261224`"))?;
    let Some(time) = time else {
        return Ok(When { moment: (date, ClockTime::MIDNIGHT), whole: true });
    };
    if property.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE")) {
        return Err(wrong("a date was promised by `VALUE=DATE`, and a time follows"));
    }
    if time.ends_with(['Z', 'z']) {
        return Err(wrong(
            "a time in UTC (`Z`) is on different days in different places; write the local time without `Z`",
        ));
    }
    let number = |from: usize| time.get(from..from + 2).and_then(|part| part.parse().ok());
    let clock = if time.len() == 6 { number(0).zip(number(2)).zip(number(4)) } else { None };
    let time = clock.and_then(|((hour, minute), second)| ClockTime::new(hour, minute, second));
    Ok(When { moment: (date, time.ok_or_else(|| wrong("this is no time such as `T130000`"))?), whole: false })
}

fn digits(word: &str) -> Option<Date> {
    if word.len() != 8 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Date::new(word.get(..4)?.parse().ok()?, word.get(4..6)?.parse().ok()?, word.get(6..)?.parse().ok()?)
}

/// `P1D`, `P1W`, `PT8H30M`, in seconds.
fn duration(value: &str) -> Option<i64> {
    let mut seconds: i64 = 0;
    let mut number: Option<i64> = None;
    let mut of_day = false;
    for c in value.strip_prefix('P')?.chars() {
        if let Some(digit) = c.to_digit(10) {
            let so_far = number.unwrap_or(0);
            number = Some(so_far.checked_mul(10)?.checked_add(i64::from(digit))?);
            continue;
        }
        let unit = match (c, of_day) {
            ('T', false) if number.is_none() => {
                of_day = true;
                continue;
            }
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    (number.is_none() && seconds > 0).then_some(seconds)
}

/// A text without its escapes: `\,` and `\;` are the signs themselves, `\n` is a new line, for which a blank will do.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next() {
                Some('n' | 'N') => plain.push(' '),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}
