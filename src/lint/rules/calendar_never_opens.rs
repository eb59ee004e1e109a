//! A calendar without any open time: no promise that counts its hours would ever be due.
//!
//! It is asked of the calendar itself, over all the years that are kept. One that depends on the case is asked about a case for
//! each of its openings. What never opens because a part of it never does is said of the part only.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::evaluate::schedule;
use crate::hir::{Calendar, CalendarLine, Effect, Line};
use crate::time::{Definition, Schedule};
use crate::value::{DatePoint, Name};
use std::collections::BTreeSet;

/// Looks at every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut unsure = BTreeSet::new();
    let never: BTreeSet<&Name> = context
        .program
        .calendars
        .iter()
        .filter(|(_, calendar)| !surely_opens(context, calendar, &mut unsure))
        .filter(|(name, calendar)| !waits(context, calendar) && never_opens(context, name, calendar))
        .map(|(name, _)| name)
        .collect();
    for name in &never {
        let Some(calendar) = context.program.calendars.get(*name) else { continue };
        if !parts(calendar).any(|part| never.contains(part)) {
            findings.push(finding(context, name, calendar));
        }
    }
}

/// Whether the words alone show that a calendar opens: each week in every case, by itself or with one that does, but for some
/// full dates and holidays. Parts of which the words do not show it are kept in `unsure`, so that each is looked at once.
fn surely_opens<'p>(context: &Context<'p>, calendar: &'p Calendar, unsure: &mut BTreeSet<&'p Name>) -> bool {
    let mut opens = |name: &'p Name| {
        // Nothing is known yet of a part that is asked about already; if it opens, so does all that is open with it.
        let other = context.program.calendars.get(name).filter(|_| unsure.insert(name));
        let sure = other.is_some_and(|other| surely_opens(context, other, unsure));
        if sure {
            unsure.remove(name);
        }
        sure
    };
    let mut weekly = |line: &'p CalendarLine| {
        line.when.cases.is_everything()
            && match &line.line {
                Line::Weekly { effect, season, .. } => *effect == Effect::Open && season.is_none(),
                Line::Calendars { effect: Effect::Open, names } => names.iter().any(&mut opens),
                Line::Calendars { effect: Effect::Closed, .. }
                | Line::Monthly { .. }
                | Line::Dates { .. }
                | Line::Instants { .. }
                | Line::WeekSpan { .. }
                | Line::Within(_) => false,
            }
    };
    let spares = |line: &CalendarLine| match &line.line {
        Line::Dates { effect: Effect::Closed, dates, .. } => {
            matches!((dates.from, dates.to), (DatePoint::Full(_), DatePoint::Full(_)))
        }
        Line::Instants { .. } => true,
        other => other.opens(),
    };
    calendar.lines.iter().all(spares) && calendar.lines.iter().any(&mut weekly)
}

/// Whether hours of a calendar, or of what it is open with, are not filled in yet.
fn waits(context: &Context<'_>, calendar: &Calendar) -> bool {
    let calendars = &context.program.calendars;
    let (mut open, mut seen) = (vec![calendar], BTreeSet::new());
    while let Some(calendar) = open.pop() {
        if calendar.clause.unfilled {
            return true;
        }
        open.extend(parts(calendar).filter(|name| seen.insert(*name)).filter_map(|name| calendars.get(name)));
    }
    false
}

/// The calendars that another one is open with, or only within.
fn parts(calendar: &Calendar) -> impl Iterator<Item = &Name> {
    let taken_away = |line: &Line| matches!(line, Line::Calendars { effect: Effect::Closed, .. });
    calendar.lines.iter().filter(move |line| !taken_away(&line.line)).flat_map(|line| line.line.parts())
}

/// The lines that open something.
fn openings(calendar: &Calendar) -> impl Iterator<Item = &CalendarLine> {
    calendar.lines.iter().filter(|line| line.line.opens())
}

fn never_opens(context: &Context<'_>, name: &Name, calendar: &Calendar) -> bool {
    let never = |cases: &CaseSet| {
        schedule(context.time(), name, cases).is_ok_and(|schedule| schedule.is_never_open())
    };
    let possible = context.program.space.possible();
    if let Ok(schedule) = schedule(context.time(), name, possible) {
        return schedule.is_never_open();
    }
    // Whether another case would be open where this one is not is not known, so that nothing is said.
    let closes_at_times =
        calendar.lines.iter().any(|line| !line.line.opens() && !line.when.cases.is_everything());
    !closes_at_times
        && openings(calendar).all(|line| one(context, &line.when.cases).is_none_or(|case| never(&case)))
}

/// One of some cases.
fn one(context: &Context<'_>, cases: &CaseSet) -> Option<CaseSet> {
    let space = &context.program.space;
    let case = cases.witness(space)?;
    let sides = space.dims().zip(&case.classes).map(|(dim, class)| space.is(dim, [*class]));
    Some(sides.fold(space.possible().clone(), |left, side| left.and(&side)))
}

fn finding(context: &Context<'_>, name: &Name, calendar: &Calendar) -> Diagnostic {
    let never = |span| {
        let message = format!("the calendar `{name}` is never open");
        Diagnostic::new(&registry::CALENDAR_NEVER_OPENS, span, message)
    };
    if openings(calendar).next().is_none() {
        return never(name.span)
            .label("no line opens it")
            .help("write its hours, as `open Mon..Fri 09:00..17:00`");
    }
    match culprit(context, name, calendar) {
        Some(line) => never(line.span)
            .label("this takes away all that it opens")
            .related(name.span, "never open")
            .help("take the line out, or close less"),
        None => {
            never(name.span).label("its lines take away all that they open").help("close less, or open more")
        }
    }
}

/// The first line without which the calendar would open.
fn culprit<'a>(context: &Context<'_>, name: &Name, calendar: &'a Calendar) -> Option<&'a CalendarLine> {
    let whole = schedule(context.time(), name, context.program.space.possible()).ok()?;
    let opens_without = |tag: usize| {
        let said = whole.definition();
        let lines = said.lines.iter().filter(|line| line.tag != tag).cloned().collect();
        !Schedule::new(Definition { lines, ..said.clone() }).is_never_open()
    };
    let closings = calendar.lines.iter().enumerate().filter(|(_, line)| !line.line.opens());
    closings.into_iter().find(|(tag, _)| opens_without(*tag)).map(|(_, line)| line)
}
