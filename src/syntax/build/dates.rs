//! Dates, times, spans of them, zones, and rules that lead to a date.

use super::durations::{duration, release_step};
use super::{impossible, unexpected};
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::source::Spanned;
use crate::syntax::grammar::{Builder, Built, Pair, R, first};
use crate::syntax::slips;
use crate::time::{ClockTime, Date, DateTime, MonthDay, Weekday, Zone};
use crate::value::{ClockSpan, DatePoint, DateRule, DateSpan, Instants, PhaseDates, WeekdaySpan};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2026-12-24`.
pub(in crate::syntax) fn date(b: &Builder, pair: &Pair<'_>) -> Built<Date> {
    let mut parts = pair.as_str().split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let (year, month, day) =
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let narrow = |number: u16| u8::try_from(number).unwrap_or(0);
    let found = i16::try_from(year).ok().and_then(|year| Date::new(year, narrow(month), narrow(day)));
    if let Some(date) = found {
        return Ok(date);
    }
    let known = (1970..=2100).contains(&year);
    if !known && (1..=12).contains(&month) {
        return impossible(
            b.span(pair),
            format!("`{}` is too far away to be counted with", pair.as_str()),
            "years run from 1970 to 2100",
            "",
        );
    }
    let label = if !known {
        "years run from 1970 to 2100".to_owned()
    } else if !(1..=12).contains(&month) {
        format!("there is no month {month}")
    } else {
        let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or("");
        format!("{name} {year} has no day {day}")
    };
    impossible(
        b.span(pair),
        format!("there is no date `{}`", pair.as_str()),
        label,
        "a date is written year-month-day, as `2026-12-24`",
    )
}

/// `09:00`.
pub(in crate::syntax) fn time(b: &Builder, pair: &Pair<'_>) -> Built<ClockTime> {
    let mut parts = pair.as_str().split(':').map(|part| part.parse::<u8>().unwrap_or(99));
    let (hour, minute, second) =
        (parts.next().unwrap_or(99), parts.next().unwrap_or(99), parts.next().unwrap_or(0));
    ClockTime::new(hour, minute, second).map_or_else(
        || {
            impossible(
                b.span(pair),
                format!("no clock shows `{}`", pair.as_str()),
                "times run from 00:00 to 24:00",
                "",
            )
        },
        Ok,
    )
}

/// `2026-12-24 16:45`.
pub(in crate::syntax) fn instant(b: &Builder, pair: Pair<'_>) -> Built<DateTime> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let (Some(day), Some(clock)) = (parts.next(), parts.next()) else { return unexpected(span, &pair) };
    Ok(DateTime { date: date(b, &day)?, time: time(b, &clock)? })
}

/// `2026-12-24 13:00..2026-12-27 09:00`.
pub(in crate::syntax) fn instants(b: &Builder, pair: Pair<'_>) -> Built<Instants> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let (Some(from), Some(to)) = (parts.next(), parts.next()) else { return unexpected(span, &pair) };
    let (from, to) = (instant(b, from)?, instant(b, to)?);
    if from >= to {
        return impossible(span, "this ends before it begins", "the second must be later than the first", "");
    }
    Ok(Instants { from, to })
}

/// `Dec 28`.
pub(in crate::syntax) fn month_day(b: &Builder, pair: Pair<'_>) -> Built<MonthDay> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let (Some(month), Some(day)) = (parts.next(), parts.next()) else { return unexpected(span, &pair) };
    let index = MONTHS.iter().position(|name| *name == month.as_str()).map_or(0, |index| index + 1);
    let found = MonthDay::new(u8::try_from(index).unwrap_or(0), day.as_str().parse().unwrap_or(0));
    found.map_or_else(
        || {
            impossible(
                span,
                format!("there is no `{}`", pair.as_str()),
                format!("{} has no day {}", month.as_str(), day.as_str()),
                "",
            )
        },
        Ok,
    )
}

fn point(b: &Builder, pair: Pair<'_>) -> Built<DatePoint> {
    match pair.as_rule() {
        R::date => Ok(DatePoint::Full(date(b, &pair)?)),
        R::month_day => Ok(DatePoint::Yearly(month_day(b, pair)?)),
        _ => unexpected(b.span(&pair), &pair),
    }
}

/// `2026-01-01..2026-03-31`, `Dec 28..Jan 3`, or one day.
pub(in crate::syntax) fn dates(b: &Builder, pair: Pair<'_>) -> Built<DateSpan> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let Some(from) = parts.next() else { return unexpected(span, &pair) };
    let from = point(b, from)?;
    let to = parts.next().map(|to| point(b, to)).transpose()?.unwrap_or(from);
    match (from, to) {
        (DatePoint::Full(a), DatePoint::Full(z)) if a > z => impossible(
            span,
            "this ends before it begins",
            "the second date must not be earlier than the first",
            "",
        ),
        (DatePoint::Full(_), DatePoint::Yearly(_)) | (DatePoint::Yearly(_), DatePoint::Full(_)) => {
            impossible(
                span,
                "a span of dates is of one year or of every year",
                "one end has a year, the other has none",
                "write both ends in the same way",
            )
        }
        _ => Ok(DateSpan { from, to }),
    }
}

/// `Mon..Fri`.
pub(in crate::syntax) fn weekdays(b: &Builder, pair: Pair<'_>) -> Built<WeekdaySpan> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let Some(from) = parts.next() else { return unexpected(span, &pair) };
    let from = weekday(b, &from)?;
    let to = parts.next().map(|to| weekday(b, &to)).transpose()?.unwrap_or(from);
    Ok(WeekdaySpan { from, to })
}

/// `Mon`.
pub(in crate::syntax) fn weekday(b: &Builder, pair: &Pair<'_>) -> Built<Weekday> {
    Weekday::from_code(pair.as_str()).map_or_else(|| unexpected(b.span(pair), pair), Ok)
}

/// `09:00..17:30`.
pub(in crate::syntax) fn hours(b: &Builder, pair: Pair<'_>) -> Built<ClockSpan> {
    let span = b.span(&pair);
    let mut parts = pair.clone().into_inner();
    let (Some(from), Some(to)) = (parts.next(), parts.next()) else { return unexpected(span, &pair) };
    let (from, to) = (time(b, &from)?, time(b, &to)?);
    if from == to {
        return impossible(
            span,
            "these hours have no length",
            "they begin and end at the same time",
            "for the whole day write `00:00..24:00`",
        );
    }
    if from == ClockTime::DAY_END {
        return impossible(
            span,
            "hours cannot begin at 24:00",
            "24:00 is the end of a day",
            "begin at 00:00 of the next day",
        );
    }
    Ok(ClockSpan { from, to })
}

/// `Europe/Amsterdam`.
pub(in crate::syntax) fn zone(b: &Builder, pair: &Pair<'_>) -> Built<Zone> {
    let written = pair.as_str();
    if let Some(zone) = Zone::new(written) {
        return Ok(zone);
    }
    if slips::is_open(written) {
        return Err(Box::new(slips::stands_for_mark(written, b.span(pair))));
    }
    let finding =
        Diagnostic::new(&registry::UNKNOWN_ZONE, b.span(pair), format!("`{written}` is not a time zone"));
    let names = Zone::all();
    // The signs of `Etc/GMT+1` are the other way round, so these names are never meant.
    let cities = || names.iter().filter(|name| name.contains('/') && !name.starts_with("Etc/"));
    let by_city =
        cities().find(|name| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(written)));
    if ["GMT", "UTC", "UT", "Z"].iter().any(|clock| written.starts_with(clock))
        && written.contains(['+', '-'])
    {
        return Err(Box::new(
            finding
                .label("a fixed distance does not say when the clocks change")
                .help("name the zone by its city, as `Europe/Amsterdam`"),
        ));
    }
    let named = abbreviated(match written.to_ascii_lowercase().as_str() {
        "eastern" => "ET",
        "central" => "CT",
        "mountain" => "MT",
        "pacific" => "PT",
        _ => "",
    });
    if !named.is_empty() {
        let span = b.span(pair);
        let finding = finding.label("name the zone by its city");
        return Err(Box::new(named.iter().fold(finding, |finding, zone| {
            finding.fix(format!("change it to `{zone}`"), false, span, *zone)
        })));
    }
    let near = by_city.map(String::as_str).or_else(|| nearest(written, cities().map(String::as_str)));
    if by_city.is_none() && written.len() <= 5 && written.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let finding = finding.label("an abbreviation does not say when the clocks change");
        let meant = abbreviated(written);
        if meant.is_empty() {
            return Err(Box::new(finding.help("name the zone by its city, as `Europe/Amsterdam`")));
        }
        let span = b.span(pair);
        return Err(Box::new(meant.iter().fold(finding, |finding, zone| {
            finding.fix(format!("change it to `{zone}`"), false, span, *zone)
        })));
    }
    Err(Box::new(match near {
        Some(near) => finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            false,
            b.span(pair),
            near,
        ),
        None => finding
            .label("no zone of this name is known")
            .help("name the zone by its city, as `Europe/Amsterdam`"),
    }))
}

/// Where the clocks stand that people call by these letters.
pub(in crate::syntax) fn abbreviated(letters: &str) -> &'static [&'static str] {
    match letters {
        "CET" | "CEST" | "MEZ" | "MESZ" => &["Europe/Berlin", "Europe/Paris", "Europe/Amsterdam"],
        "GMT" | "BST" => &["Europe/London", "Europe/Dublin"],
        "WET" | "WEST" => &["Europe/Lisbon", "Atlantic/Canary"],
        "EET" | "EEST" => &["Europe/Helsinki", "Europe/Athens", "Europe/Bucharest"],
        "MSK" => &["Europe/Moscow"],
        "ET" | "EST" | "EDT" => &["America/New_York", "America/Toronto"],
        "CT" | "CST" | "CDT" => &["America/Chicago", "America/Winnipeg", "Asia/Shanghai"],
        "MT" | "MST" | "MDT" => &["America/Denver", "America/Phoenix", "America/Edmonton"],
        "PT" | "PST" | "PDT" => &["America/Los_Angeles", "America/Vancouver"],
        "IST" => &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
        "JST" => &["Asia/Tokyo"],
        "KST" => &["Asia/Seoul"],
        "SGT" => &["Asia/Singapore"],
        "HKT" => &["Asia/Hong_Kong"],
        "AEST" | "AEDT" => &["Australia/Sydney", "Australia/Brisbane"],
        "AWST" => &["Australia/Perth"],
        "NZST" | "NZDT" => &["Pacific/Auckland"],
        "BRT" => &["America/Sao_Paulo"],
        "SAST" => &["Africa/Johannesburg"],
        _ => &[],
    }
}

/// A rule that leads to a date.
pub(in crate::syntax) fn date_rule(b: &Builder, pair: Pair<'_>) -> Built<DateRule> {
    let span = b.span(&pair);
    let Some(inner) = pair.clone().into_inner().next() else { return unexpected(span, &pair) };
    let rule = inner.as_rule();
    match rule {
        R::date => return Ok(DateRule::On(date(b, &inner)?)),
        R::release => return Ok(DateRule::Release),
        R::release_step => return Ok(DateRule::Later(release_step(&inner))),
        R::unfilled => return Ok(DateRule::Unfilled),
        _ => {}
    }
    let whole = inner.clone();
    let mut parts = inner.into_inner();
    let Some(head) = parts.next() else { return unexpected(span, &pair) };
    match rule {
        R::start_of => Ok(DateRule::StartOf(b.name(&head))),
        R::end_of => Ok(DateRule::EndOf(b.name(&head))),
        R::after => {
            let Some(base) = parts.next() else { return unexpected(span, &pair) };
            Ok(DateRule::After(duration(b, head)?, Box::new(date_rule(b, base)?)))
        }
        R::first_after => {
            let Some(base) = parts.next() else { return unexpected(span, &pair) };
            Ok(DateRule::FirstAfter(month_day(b, head)?, Box::new(date_rule(b, base)?)))
        }
        R::between => {
            let (Some(one), Some(two)) = (parts.next(), parts.next()) else { return unexpected(span, &pair) };
            let (one, two) = (Box::new(date_rule(b, one)?), Box::new(date_rule(b, two)?));
            Ok(if head.as_str() == "earlier" {
                DateRule::Earlier(one, two)
            } else {
                DateRule::LaterOf(one, two)
            })
        }
        _ => unexpected(b.span(&whole), &whole),
    }
}

/// When a phase of a release runs, in a cell of a product's table.
pub(in crate::syntax) fn phase_dates(b: &Builder, pair: Pair<'_>) -> Built<PhaseDates> {
    let span = b.span(&pair);
    let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
    match inner.as_rule() {
        R::no => Ok(PhaseDates::No(span)),
        R::unfilled => Ok(PhaseDates::Unfilled(span)),
        R::date_rule => Ok(PhaseDates::Until(date_rule(b, inner)?, span)),
        R::onwards => match first(inner).filter(|from| from.as_rule() == R::date) {
            Some(from) => Ok(PhaseDates::From(Some(date(b, &from)?), span)),
            None => Ok(PhaseDates::From(None, span)),
        },
        R::dates => Ok(PhaseDates::Span(dates(b, inner)?, span)),
        _ => unexpected(span, &pair),
    }
}

/// Joins a value with the place of its pair.
pub(in crate::syntax) fn spanned<T>(b: &Builder, pair: &Pair<'_>, value: T) -> Spanned<T> {
    Spanned::new(value, b.span(pair))
}
