//! A line of a calendar that changes nothing: it opens what is open, or closes what is closed. A line of a channel likewise,
//! where another one opens it at the same hours in all of its cases.
//!
//! Only what the words themselves show is told: hours of a week within other hours of the same days, and dates on which nothing
//! is open. A whole day off at a weekend is left alone, since lists of holidays are copied whole.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, Calendar, CalendarLine, Clause, Effect, Line, Opening, SetLine};
use crate::source::Span;
use crate::time::Weekday;
use crate::value::{ClockSpan, DatePoint, DateSpan, WeekdaySpan};

/// The seconds of a day.
const DAY: u32 = 86_400;

/// Of very many lines each is held against so many before it and behind it only.
const FURTHEST: usize = 64;

/// Looks at every line of every calendar and of every channel.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    of_calendars(context, findings);
    for (name, channel) in &context.program.channels {
        let lines = &channel.hours.lines;
        for (at, line) in lines.iter().enumerate() {
            let near = lines.iter().enumerate().skip(at.saturating_sub(FURTHEST));
            let mut others = near.take(2 * FURTHEST).filter(|(other, _)| *other != at);
            // Of two that say the same the one with words of its own stays; else the second is told.
            let words = says_more(&line.clause);
            let told = |other: usize, wide: &SetLine<Opening>| {
                let equal = words == says_more(&wide.clause);
                !opens_all(line, wide) || if equal { other < at } else { !words }
            };
            let by = others.find(|(other, wide)| opens_all(wide, line) && told(*other, wide));
            let Some((_, by)) = by else { continue };
            let help = if words {
                "put its words under the other line and leave it out, or say with `when` for which cases the other line is meant"
            } else {
                "leave it out, or say with `when` for which cases the other line is meant"
            };
            findings.push(
                Diagnostic::new(
                    &registry::HOURS_WITHOUT_EFFECT,
                    line.span,
                    format!("this line changes nothing: `{name}` is open then without it"),
                )
                .label("without effect")
                .help(help)
                .related(by.span, "open here"),
            );
        }
    }
}

/// Whether a channel is open by one line whenever it is by another, for all who read that one.
fn opens_all(wide: &SetLine<Opening>, line: &SetLine<Opening>) -> bool {
    let (Opening::Calendars(wider), Opening::Calendars(names)) = (&wide.value, &line.value) else {
        return false;
    };
    let hours = wider.iter().any(|name| name == "always") || names.iter().all(|name| wider.contains(name));
    let readers = &wide.clause.audience;
    hours
        && (*readers == Audience::Everybody || *readers == line.clause.audience)
        && (wide.when.cases == CaseSet::everything() || line.when.cases.is_subset_of(&wide.when.cases))
}

/// Whether a line has words of its own, which would be lost with it.
fn says_more(clause: &Clause) -> bool {
    let silent = clause.means.is_empty() && clause.notes.is_empty() && clause.prose.is_empty();
    !(silent && clause.because.is_empty() && clause.see.is_empty())
}

fn of_calendars(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, calendar) in &context.program.calendars {
        for (at, line) in calendar.lines.iter().enumerate() {
            let told = match &line.line {
                Line::Weekly { effect: Effect::Open, days, hours, season: None } => {
                    let near = calendar.lines.iter().enumerate().skip(at.saturating_sub(FURTHEST));
                    let others = near.take(2 * FURTHEST).filter(|(other, _)| *other != at);
                    wider(others, line, days, hours, at).map(|span| ("is open then without it", Some(span)))
                }
                Line::Dates { effect: Effect::Closed, dates, hours } if !hours.is_empty() => {
                    closed_anyway(calendar, dates, hours).then_some(("is closed then without it", None))
                }
                Line::Weekly { .. }
                | Line::Monthly { .. }
                | Line::Dates { .. }
                | Line::Instants { .. }
                | Line::WeekSpan { .. }
                | Line::Calendars { .. }
                | Line::Within(_) => None,
            };
            let Some((what, by)) = told else { continue };
            let mut finding = Diagnostic::new(
                &registry::HOURS_WITHOUT_EFFECT,
                line.span,
                format!("this line changes nothing: `{name}` {what}"),
            )
            .label("without effect")
            .help("leave it out, or correct its day or its hours");
            if let Some(by) = by {
                finding = finding.related(by, "open here");
            }
            findings.push(finding);
        }
    }
}

/// Another weekly line that is open whenever this one is. Of two that say the same the one without words of its own is told, or
/// else the second.
fn wider<'c>(
    others: impl Iterator<Item = (usize, &'c CalendarLine)>,
    line: &CalendarLine,
    days: &[WeekdaySpan],
    hours: &[ClockSpan],
    at: usize,
) -> Option<Span> {
    for (other_at, other) in others {
        let Line::Weekly { effect: Effect::Open, days: wide, hours: long, season: None } = &other.line else {
            continue;
        };
        let everything = other.when.cases == CaseSet::everything();
        if !everything && !line.when.cases.is_subset_of(&other.when.cases) {
            continue;
        }
        let holds = |days: &[WeekdaySpan], hours: &[ClockSpan], wide: &[WeekdaySpan], long: &[ClockSpan]| {
            days.iter()
                .flat_map(|span| span.days())
                .all(|day| wide.iter().any(|span| span.days().contains(&day)) && is_within(hours, long))
        };
        let same = holds(wide, long, days, hours) && other.when.cases == line.when.cases;
        let (words, others) = (
            says_more(&line.clause) || line.occasion.is_some(),
            says_more(&other.clause) || other.occasion.is_some(),
        );
        let told = if words == others { other_at < at } else { !words };
        if holds(days, hours, wide, long) && (!same || told) {
            return Some(other.span);
        }
    }
    None
}

/// Whether every stretch lies within one of others; none of them means the whole day.
fn is_within(hours: &[ClockSpan], wide: &[ClockSpan]) -> bool {
    if wide.is_empty() {
        return hours.iter().all(|span| !over_midnight(*span));
    }
    !hours.is_empty()
        && hours.iter().all(|span| {
            wide.iter().any(|wide| {
                let (from, to) = ends(*span);
                let (opens, closes) = ends(*wide);
                opens <= from && to <= closes
            })
        })
}

fn over_midnight(span: ClockSpan) -> bool {
    span.to <= span.from
}

/// Both ends in seconds from the midnight before the opening.
fn ends(span: ClockSpan) -> (u32, u32) {
    let (from, to) = (span.from.seconds(), span.to.seconds());
    (from, if to <= from { to + DAY } else { to })
}

/// Whether no line can be open on these dates at these hours.
fn closed_anyway(calendar: &Calendar, dates: &DateSpan, hours: &[ClockSpan]) -> bool {
    let (DatePoint::Full(from), DatePoint::Full(to)) = (dates.from, dates.to) else { return false };
    let (first, last) = (from.number(), to.number());
    if last - first > 31 {
        return false;
    }
    (first..=last).all(|number| {
        let Some(date) = crate::time::Date::from_number(number) else { return false };
        calendar.lines.iter().all(|line| !may_be_open(&line.line, date.weekday(), hours))
    })
}

/// Whether a line may open some of these hours on a weekday; what needs a calendar to tell may.
fn may_be_open(line: &Line, weekday: Weekday, hours: &[ClockSpan]) -> bool {
    match line {
        Line::Weekly { effect: Effect::Open, days, hours: open, .. } => {
            let on = |day: Weekday| days.iter().any(|span| span.days().contains(&day));
            let before = Weekday::ALL[(weekday.index() + 6) % 7];
            let meets = |open: &ClockSpan, shift: u32| {
                let (opens, closes) = ends(*open);
                hours.iter().any(|span| {
                    let (from, to) = ends(*span);
                    opens < to + shift && from + shift < closes
                })
            };
            let today = on(weekday) && (open.is_empty() || open.iter().any(|open| meets(open, 0)));
            today || on(before) && open.iter().any(|open| meets(open, DAY))
        }
        Line::Weekly { effect: Effect::Closed, .. }
        | Line::Monthly { effect: Effect::Closed, .. }
        | Line::Dates { effect: Effect::Closed, .. }
        | Line::Instants { effect: Effect::Closed, .. }
        | Line::Calendars { effect: Effect::Closed, .. }
        | Line::Within(_) => false,
        Line::Monthly { .. }
        | Line::Dates { .. }
        | Line::Instants { .. }
        | Line::WeekSpan { .. }
        | Line::Calendars { .. } => true,
    }
}
