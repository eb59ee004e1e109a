//! Hours in prose that are not those of the calendar that it speaks of.
//!
//! Which calendar that is must be sure: that in whose words, or in whose channel's words, the hours stand, or the only one of
//! the policy. A calendar that depends on the case, on others or on the season is left alone. That we are open on a day at all is
//! held against all hours of the policy.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Effect, Line, Opening, Program};
use crate::lint::prose::{Little, Passage, Tag, Weekly};
use crate::time::Weekday;
use crate::value::WeekdaySpan;
use std::ops::Range;

/// What is done by others, or at other times: at which hours is no business of ours.
const OF_OTHERS: [&str; 5] = ["party", "offer", "document", "maintenance", "example"];

/// Looks at every text that states weekly hours.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.calendars.is_empty() {
        return;
    }
    for passage in &context.prose().passages {
        closed_days(program, passage, findings);
        let all = passage.weekly_hours();
        for stated in &all {
            // Several hours in one sentence are those of several groups of people.
            let alone = all.iter().filter(|other| other.sentence == stated.sentence).count() == 1;
            let own = matches!(passage.place.keyword, "calendar" | "channel");
            if !(alone || own) {
                continue;
            }
            if !is_plain(passage, stated) {
                continue;
            }
            let Some(calendar) = calendar(program, passage) else { continue };
            let Some(place) = contradicted(calendar, stated) else { continue };
            let name = &calendar.clause.name;
            let title = crate::hir::spoken(calendar.clause.title.as_deref(), name);
            findings.push(
                Diagnostic::new(
                    &registry::CONTRADICTED_HOURS,
                    passage.span(stated.tokens.clone()),
                    format!("these are not the hours of `{title}`"),
                )
                .label("the text says this")
                .related(place, "the calendar says this")
                .help(format!(
                    "quote the calendar, as in `{{{name} open}}`, so that both always say the same"
                )),
            );
        }
    }
}

/// Days on which a text says that we are open, while no hours of the policy ever are.
fn closed_days(program: &Program, passage: &Passage<'_>, findings: &mut Vec<Diagnostic>) {
    if OF_OTHERS.contains(&passage.place.keyword) {
        return;
    }
    for (day, tokens) in passage.open_days() {
        if may_open(program, day) {
            continue;
        }
        let written = passage.written(tokens.clone());
        findings.push(
            Diagnostic::new(
                &registry::CONTRADICTED_HOURS,
                passage.span(tokens),
                format!("no hours of the policy are open on `{written}`"),
            )
            .label("the text says so")
            .help("open a calendar on that day, as with `open Sat 10:00..16:00`, or leave the day out of the text"),
        );
    }
}

/// Whether any hours may be open on a weekday, in some case or on some date.
fn may_open(program: &Program, day: Weekday) -> bool {
    let opens = |line: &Line| match line {
        Line::Weekly { effect, days, .. } => {
            *effect == Effect::Open && days.iter().any(|span| span.days().contains(&day))
        }
        Line::Monthly { effect, .. } | Line::Dates { effect, .. } | Line::Instants { effect, .. } => {
            *effect == Effect::Open
        }
        Line::Calendars { effect, names } => {
            *effect == Effect::Open && names.iter().any(|name| name == "always")
        }
        Line::WeekSpan { .. } => true,
        Line::Within(_) => false,
    };
    let calendars = program.calendars.values();
    let mut elsewhere =
        calendars.clone().filter(|calendar| calendar.zone.is_some() || calendar.zone_of_customer);
    let decided = |channel: &crate::hir::Channel| {
        channel.hours.lines.iter().any(|line| match &line.value {
            Opening::Calendars(names) => names.iter().any(|name| name == "always"),
            Opening::AsDecided(_) => true,
            Opening::No => false,
        })
    };
    elsewhere.next().is_some()
        || calendars.clone().any(|calendar| calendar.clause.unfilled)
        || calendars.flat_map(|calendar| &calendar.lines).any(|line| opens(&line.line))
        || program.channels.values().any(decided)
}

/// Whether a sentence says plainly which hours are kept. That they cost nothing more, said behind them, changes nothing.
fn is_plain(passage: &Passage<'_>, stated: &Weekly) -> bool {
    const OTHER: [Tag; 3] = [Tag::Not, Tag::Hedge, Tag::LocalTime];
    let tokens = passage.tokens();
    let sentence = tokens.sentence(stated.sentence);
    let free = (stated.tokens.end..sentence.end).find_map(|at| {
        let length = passage.little_at(at, &[Little::Free]);
        (length > 0).then_some(at..at + length)
    });
    let free = free.unwrap_or(sentence.end..sentence.end);
    let mut marks = tokens.marks_in(stated.sentence);
    // Extended hours are others than those of the calendar, and so may those be that it had.
    let others = |part: Range<usize>| {
        let kinds = [Little::Past, Little::Extended];
        passage.lexicon.is_some_and(|lexicon| lexicon.says(passage.written(part), &kinds))
    };
    !marks.any(|mark| OTHER.contains(&mark.tag) && !free.contains(&mark.tokens().start))
        && !others(sentence.start..free.start)
        && !others(free.end..sentence.end)
}

/// The calendar that a text speaks of.
fn calendar<'a>(program: &'a Program, passage: &Passage<'_>) -> Option<&'a Calendar> {
    let name = &passage.place.owner.name;
    match passage.place.keyword {
        "calendar" => return program.calendars.get(name),
        "channel" => {
            let channel = program.channels.get(name)?;
            let [line] = channel.hours.lines.as_slice() else { return None };
            let Opening::Calendars(names) = &line.value else { return None };
            let [only] = names.as_slice() else { return None };
            return program.calendars.get(only);
        }
        keyword if OF_OTHERS.contains(&keyword) => return None,
        _ => {}
    }
    let mut own = program.calendars.values().filter(|calendar| calendar.clause.name != "always");
    let only = own.next()?;
    if own.next().is_some() { None } else { Some(only) }
}

/// The line that says other hours of all these days, or that leaves one of them out; none where they fit or it cannot be told.
fn contradicted(calendar: &Calendar, stated: &Weekly) -> Option<crate::source::Span> {
    let days = WeekdaySpan { from: stated.days.0, to: stated.days.1 }.days();
    let mut first = None;
    let mut fitting = None;
    let mut open: Vec<Weekday> = Vec::new();
    for line in &calendar.lines {
        let Line::Weekly { effect: Effect::Open, days: spans, hours, season: None } = &line.line else {
            match &line.line {
                Line::Weekly { effect: Effect::Open, .. }
                | Line::WeekSpan { .. }
                | Line::Calendars { .. }
                | Line::Within(_)
                | Line::Monthly { .. } => return None,
                Line::Weekly { .. } | Line::Dates { .. } | Line::Instants { .. } => continue,
            }
        };
        if !line.when.cases.is_everything() {
            return None;
        }
        let of_line: Vec<Weekday> = spans.iter().flat_map(|span| span.days()).collect();
        if !days.iter().any(|day| of_line.contains(day)) {
            continue;
        }
        let minutes = |time: crate::time::ClockTime| time.seconds() / 60;
        let begins = hours.iter().map(|span| minutes(span.from)).min();
        let ends = hours.iter().map(|span| minutes(span.to)).max();
        let whole = (begins, ends) == (Some(stated.hours.0), Some(stated.hours.1));
        let fits = whole
            || hours.iter().any(|span| (minutes(span.from), minutes(span.to)) == stated.hours)
            || hours.is_empty();
        open.extend(of_line);
        if fits {
            fitting = fitting.or(Some(line.span));
        } else {
            first = first.or(Some(line.span));
        }
    }
    // Hours that fit on some of the days do not on a day that is closed.
    if fitting.is_some() && days.iter().any(|day| !open.contains(day)) {
        fitting
    } else {
        first.filter(|_| fitting.is_none())
    }
}
