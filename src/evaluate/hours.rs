//! When one calendar is open, by itself: its stretches between two instants, the doors around one, and working time from it.
//!
//! In: the name of a calendar, and instants and lengths as they are typed. Out: the hours in the machine format, and as events
//! of an `.ics` file. Local times are those of the calendar's own zone.

use super::calendars::{schedule, unknown, waiting};
use super::context::Context;
use super::known::Known;
use super::lengths;
use super::note::Note;
use super::problem::Problem;
use super::read;
use super::ticks::Ticks;
use crate::hir::{Program, spoken};
use crate::source::Span;
use crate::time::{
    ClockTime, CountError, Date, DateTime, Instant, Moment, Pauses, Schedule, Stretch, Zone, ZoneClock,
    worded,
};
use crate::value::{BusinessWord, Clock, Duration, Name};
use serde::Serialize;
use std::fmt::Write as _;
use std::sync::Arc;

/// What is asked of a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The calendar.
    pub calendar: &'a str,
    /// Facts, for a calendar that depends on the case.
    pub facts: &'a [String],
    /// List its hours from here on.
    pub from: Option<&'a str>,
    /// And up to here.
    pub to: Option<&'a str>,
    /// Whether it is open then.
    pub at: Option<&'a str>,
    /// How much working time to add.
    pub add: Option<&'a str>,
    /// How much to subtract.
    pub subtract: Option<&'a str>,
    /// The length of time that other words mean, for those who write `2 Werktage`.
    pub meant: fn(&str) -> Option<String>,
}

/// The hours of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hours {
    /// `avouch/hours`.
    pub format: &'static str,
    /// The version of this shape.
    pub format_version: u32,
    /// The calendar.
    pub calendar: String,
    /// The zone of its times.
    pub timezone: String,
    /// Its hours in a stretch of time.
    #[serde(flatten)]
    pub listed: Option<Listed>,
    /// Its doors around an instant.
    #[serde(flatten)]
    pub around: Option<Around>,
    /// Nobody knows yet when it is open, since a `?` stands where that is said; then neither of the two is there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
}

/// Open stretches and their sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// From this instant.
    pub from: String,
    /// To this one.
    pub to: String,
    /// The stretches.
    pub open: Vec<Open>,
    /// Their sum.
    pub total: String,
    /// On how many business days it is open at some time of them.
    pub business_days: usize,
}

/// An open stretch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Its first instant.
    pub from: String,
    /// The instant after its last.
    pub to: String,
}

/// The doors around an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Around {
    /// The instant.
    pub at: String,
    /// Whether it is open then.
    pub is_open: bool,
    /// The last opening at or before it.
    pub previous_opening: Option<String>,
    /// The last closing at or before it.
    pub previous_closing: Option<String>,
    /// The first opening after it.
    pub next_opening: Option<String>,
    /// The first closing after it.
    pub next_closing: Option<String>,
    /// Where the working time ends that was added or subtracted.
    pub result: Option<String>,
}

/// The answer, and what the reader should know about it.
pub fn hours(context: &Context<'_>, asked: Asked<'_>) -> Result<(Hours, Vec<Note>), Problem> {
    let mut notes = Vec::new();
    let mut known = Known::nothing();
    for words in asked.facts {
        read::fact(context, &mut known, words)?;
    }
    let cases = known.left(context.program);
    let name = calendar(context, asked.calendar)?;
    let schedule = schedule(context, &name, &cases)
        .map_err(|facts| context.missing(&facts, &format!("when `{name}` is open")))?;
    let clock = schedule.clock();
    let unfilled = unknown(context, &name, &schedule).is_some();
    let mut waits = waiting(context, &name);
    let listed = match (asked.from, asked.to) {
        (None, None) => None,
        (Some(from), Some(to)) => {
            // The day after the last one begins where the first one does, which would be an empty list.
            if read::date(from).zip(read::date(to)).is_some_and(|(from, to)| to < from) {
                return Err(backwards());
            }
            let from = edge(clock, from, false)?;
            let to = edge(clock, to, true)?;
            Some(listed(&schedule, from, to)?)
        }
        (Some(_), None) => {
            return Err(Problem::new("`--from` says where the list begins, and nothing says where it ends")
                .help("add `--to`, with a date or a time"));
        }
        (None, Some(_)) => {
            return Err(Problem::new("`--to` says where the list ends, and nothing says where it begins")
                .help("add `--from`, with a date or a time"));
        }
    };
    let around = match asked.at {
        Some(at) => {
            let at = instant(clock, at, &mut notes)?;
            Some(around(context, (&name, &schedule), at, asked, &cases, &mut waits)?)
        }
        None if asked.add.is_some() || asked.subtract.is_some() => {
            return Err(Problem::new("nothing says from when on working time is to be counted")
                .help("add `--at` with a time"));
        }
        None => None,
    };
    if listed.is_none() && around.is_none() {
        return Err(Problem::new("nothing is asked about the calendar")
            .help("list its hours with `--from` and `--to`, or ask about one time with `--at`"));
    }
    if !unfilled {
        notes.extend(waits.into_iter().map(|name| Note::Waits(name.to_string())));
    }
    let hours = Hours {
        format: "avouch/hours",
        format_version: 1,
        calendar: name.to_string(),
        timezone: clock.zone().name().to_owned(),
        listed: listed.filter(|_| !unfilled),
        around: around.filter(|_| !unfilled),
        unfilled,
    };
    Ok((hours, notes))
}

fn backwards() -> Problem {
    Problem::new("the list ends before it begins").help("give a later time with `--to`")
}

/// A calendar or a maintenance by its name; `business` and `working` are the hours of the header.
fn calendar(context: &Context<'_>, asked: &str) -> Result<Name, Problem> {
    let program = context.program;
    if program.calendars.contains_key(asked) || program.maintenances.contains_key(asked) || asked == "always"
    {
        return Ok(Name::new(asked, Span::default()));
    }
    if let (Some(business), "business" | "working") = (&program.policy.business, asked) {
        return Ok(business.calendar.clone());
    }
    let problem = Problem::new(format!("this policy has no calendar `{asked}`"));
    let names = program.calendars.keys().chain(program.maintenances.keys()).map(Name::as_str);
    let problem = problem.near(asked, names);
    Err(if problem.help.is_some() { problem } else { problem.help("it declares none") })
}

fn listed(schedule: &Schedule, from: Instant, to: Instant) -> Result<Listed, Problem> {
    let clock = schedule.clock();
    if from > to {
        return Err(backwards());
    }
    let stretches = schedule.stretches(from, to).map_err(|error| uncounted(&error))?;
    let total: i64 = stretches.iter().map(|stretch| stretch.seconds()).sum();
    let open = |stretch: &Stretch| Open { from: clock.rfc3339(stretch.from), to: clock.rfc3339(stretch.to) };
    Ok(Listed {
        from: clock.rfc3339(from),
        to: clock.rfc3339(to),
        open: stretches.iter().map(open).collect(),
        total: format!("PT{total}S"),
        business_days: schedule.business_days_between(from, to).map_err(|error| uncounted(&error))?,
    })
}

fn around(
    context: &Context<'_>,
    (name, schedule): (&Name, &Arc<Schedule>),
    at: Instant,
    asked: Asked<'_>,
    cases: &crate::cases::CaseSet,
    waits: &mut Vec<Name>,
) -> Result<Around, Problem> {
    let clock = schedule.clock();
    let door = |found: Result<Option<Instant>, CountError>| {
        // Where the holidays are not known any more, the next door is not known either.
        found.ok().flatten().map(|at| clock.rfc3339(at))
    };
    let mut counted = |text: &str, back: bool| -> Result<Option<Instant>, Problem> {
        let length = length(context, text, asked.meant)?;
        let ticks = match &length.clock {
            Clock::Business(_) => Ticks::open(context, Arc::clone(schedule)).known_by(context, name),
            clock @ (Clock::Elapsed | Clock::Calendar(_)) => Ticks::of(context, clock, cases)
                .map_err(|facts| context.missing(&facts, &format!("`{text}`")))?,
        };
        if let Clock::Calendar(other) = &length.clock {
            for name in waiting(context, other) {
                if !waits.contains(&name) {
                    waits.push(name);
                }
            }
        }
        if ticks.unknown.is_some() {
            return Ok(None);
        }
        let found = if back {
            ticks.before(at, &length, &Pauses::NONE)
        } else {
            ticks.after(at, &length, 1, &Pauses::NONE)
        };
        found.map(Some).map_err(|error| uncounted(&error))
    };
    let result = match (asked.add, asked.subtract) {
        (Some(text), None) => counted(text, false)?,
        (None, Some(text)) => counted(text, true)?,
        (None, None) => None,
        (Some(_), Some(_)) => {
            return Err(Problem::new("`--add` and `--subtract` exclude each other"));
        }
    };
    Ok(Around {
        at: clock.rfc3339(at),
        is_open: schedule.is_open(at).map_err(|error| uncounted(&error))?,
        previous_opening: door(schedule.previous_opening(at)),
        previous_closing: door(schedule.previous_closing(at)),
        next_opening: door(schedule.next_opening(at)),
        next_closing: door(schedule.next_closing(at)),
        result: result.map(|at| clock.rfc3339(at)),
    })
}

/// A length of time whose clock is that of the calendar asked for, the wall's, or another calendar's.
fn length(context: &Context<'_>, text: &str, meant: fn(&str) -> Option<String>) -> Result<Duration, Problem> {
    let clock = |word: &str| match word {
        "business" => Some(Clock::Business(BusinessWord::Business)),
        "working" => Some(Clock::Business(BusinessWord::Working)),
        name => {
            let name = Name::new(name, Span::default());
            context.program.calendars.contains_key(&name).then(|| Clock::of(name))
        }
    };
    lengths::duration(text, &clock).ok_or_else(|| {
        let form = || "write it as `4 business hours`, `2 business days` or `30 minutes`".to_owned();
        let meant = meant(text).filter(|meant| lengths::duration(meant, &clock).is_some());
        Problem::new(format!("`{text}` is no length of time"))
            .help(meant.map_or_else(form, |meant| format!("did you mean `{meant}`?")))
    })
}

/// Why nothing can be counted, as a problem.
fn uncounted(error: &CountError) -> Problem {
    let problem = Problem::new(match error {
        CountError::OutOfRange => "the result is not between 1970 and 2100".to_owned(),
        CountError::NeverOpen => "the calendar is not open for so long".to_owned(),
        CountError::HolidaysUnknown { .. } | CountError::Paused => error.to_string(),
    });
    match error {
        CountError::HolidaysUnknown { .. } => {
            problem.help("ask about an earlier time, or keep a list of holidays of your own")
        }
        CountError::OutOfRange | CountError::NeverOpen | CountError::Paused => problem,
    }
}

/// An end of a list: a time, or a date, whose whole day is meant.
fn edge(clock: &ZoneClock, text: &str, last: bool) -> Result<Instant, Problem> {
    if let Some(date) = read::date(text) {
        let day = if last { Date::from_number(date.number() + 1) } else { Some(date) };
        let midnight = day.map(|date| DateTime { date, time: ClockTime::MIDNIGHT });
        return match midnight {
            Some(midnight) => clock.instant(midnight).ok_or_else(|| far(text)),
            None => Ok(Instant::LAST),
        };
    }
    // `8 March 2027`: a whole day will do here.
    let days: Vec<String> = worded(text)
        .into_iter()
        .filter(|meant| meant.time.is_none())
        .map(|meant| format!("`{meant}`"))
        .collect();
    if !days.is_empty() {
        let problem = Problem::new(format!("`{text}` is not a date such as 2026-12-24"));
        return Err(problem.help(format!("write {}", days.join(" or "))));
    }
    instant(clock, text, &mut Vec::new())
}

fn far(text: &str) -> Problem {
    Problem::new(format!("`{text}` is not between 1970 and 2100"))
}

fn instant(clock: &ZoneClock, text: &str, notes: &mut Vec<Note>) -> Result<Instant, Problem> {
    read::on_clock(clock, text, notes)
}

/// The open stretches as events of an `.ics` file, in UTC, each with the title of the calendar.
pub fn ics(program: &Program, hours: &Hours) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//avouch//hours//EN\r\n");
    let utc = |text: &str| match Moment::parse(text) {
        Ok(Moment::Instant(at)) => {
            let local = ZoneClock::new(&Zone::utc()).local(at);
            let (hour, minute, second) = local.time.parts();
            let date = local.date.to_string().replace('-', "");
            format!("{date}T{hour:02}{minute:02}{second:02}Z")
        }
        Ok(Moment::Local(_)) | Err(_) => String::new(),
    };
    let name = Name::new(hours.calendar.as_str(), Span::default());
    let calendar = program.calendars.get(&name).map(|calendar| &calendar.clause);
    let clause = calendar.or(program.maintenances.get(&name).map(|maintenance| &maintenance.clause));
    let title = spoken(clause.and_then(|clause| clause.title.as_deref()), &name);
    let summary = folded(&format!("SUMMARY:{}", escaped(title)));
    for open in hours.listed.iter().flat_map(|listed| &listed.open) {
        let (from, to) = (utc(&open.from), utc(&open.to));
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{from}-{name}@avouch\r\nDTSTAMP:{from}\r\nDTSTART:{from}\r\nDTEND:{to}\r\n{summary}\r\nEND:VEVENT\r\n",
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// A text as a value of an `.ics` file.
fn escaped(text: &str) -> String {
    let plain = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    plain.replace(['\r', '\n'], " ")
}

/// A line of an `.ics` file, which may have 75 bytes, with the rest on lines that begin with a blank.
fn folded(line: &str) -> String {
    const LONGEST: usize = 75;
    let (mut text, mut length) = (String::new(), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_keeps_its_marks_and_long_lines_are_folded() {
        assert_eq!(escaped(r"Day, night; C:\"), r"Day\, night\; C:\\");
        let line = "é".repeat(50);
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), line);
    }
}
