//! Calendars of the policy as schedules: which of their lines count in a case, and what they are for the time room.
//!
//! In: the name of a calendar and the cases that are left. Out: the compiled schedule, made once for each set of lines that
//! count. A calendar whose lines depend on what is not known has none, and says on which facts.

use super::context::Context;
use super::look::within;
use crate::cases::{CaseSet, Dim};
use crate::hir::{self, CalendarLine, Holidays};
use crate::time::holidays::{Area, List};
use crate::time::{
    AreaDays, BusinessDays, Dates, Definition, Effect, HolidayList, Hours, Line, MonthDay, Nth, Schedule,
    WeekMoment, Weekday, What, Zone, closure,
};
use crate::value::{ClockSpan, DatePoint, DateSpan, Decimal, Name};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Compiled schedules, by the calendar and the lines that count in it and in what it is made of.
pub type Cache = BTreeMap<(SmolStr, Vec<bool>), Arc<Schedule>>;

/// How deep calendars may be made of calendars; circles are found when a policy is checked.
const DEEPEST: usize = 256;

/// The hours of a calendar in a case.
pub fn schedule(context: &Context<'_>, name: &Name, cases: &CaseSet) -> Result<Arc<Schedule>, Vec<Dim>> {
    compiled(context, name, cases, 0)
}

fn compiled(
    context: &Context<'_>,
    name: &Name,
    cases: &CaseSet,
    depth: usize,
) -> Result<Arc<Schedule>, Vec<Dim>> {
    let mut active = Vec::new();
    lines_of(context, name, cases, &mut active, &mut BTreeSet::new(), 0)?;
    let key = (name.text.clone(), active);
    if let Some(known) = context.cache.borrow().get(&key) {
        return Ok(Arc::clone(known));
    }
    let schedule = Arc::new(Schedule::new(definition(context, name, cases, depth)?));
    context.cache.borrow_mut().insert(key, Arc::clone(&schedule));
    Ok(schedule)
}

/// The calendars of which a line is not filled in yet: this one, and those that it is made of.
pub fn waiting(context: &Context<'_>, name: &Name) -> Vec<Name> {
    let program = context.program;
    let (mut names, mut at) = (vec![name.clone()], 0);
    while let Some(name) = names.get(at) {
        let own = program.calendars.get(name);
        let parts: Vec<Name> =
            own.iter().flat_map(|own| &own.lines).flat_map(|line| line.line.parts()).cloned().collect();
        for part in parts {
            if !names.contains(&part) {
                names.push(part);
            }
        }
        at += 1;
    }
    let waits = |name: &Name| {
        let maintenance = || program.maintenances.get(name).map(|maintenance| &maintenance.clause);
        let clause = program.calendars.get(name).map(|calendar| &calendar.clause).or_else(maintenance);
        clause.is_some_and(|clause| clause.unfilled)
    };
    names.retain(waits);
    names
}

/// Where nothing that is filled in opens a calendar, the one for want of whose line nobody knows yet when it is open.
pub fn unknown(context: &Context<'_>, name: &Name, schedule: &Schedule) -> Option<Name> {
    // Asking whether it ever opens takes a look at its years.
    waiting(context, name).into_iter().next().filter(|_| schedule.is_never_open())
}

/// The cases of every line that counts in some cases only, of a calendar and of those that it is made of. Where a set of cases
/// lies on one side of each of them, the calendar is the same for all of it.
pub fn conditions(context: &Context<'_>, name: &Name) -> Vec<CaseSet> {
    let mut found: Vec<CaseSet> = Vec::new();
    let mut seen = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let maintenance = context.program.maintenances.get(name);
        let lines = maintenance.iter().flat_map(|maintenance| &maintenance.lines);
        let mut sets: Vec<&CaseSet> =
            lines.filter_map(|line| line.clause.when.as_ref()).map(|when| &when.cases).collect();
        let own = context.calendars().get(name);
        for line in own.iter().flat_map(|calendar| &calendar.lines) {
            sets.push(&line.when.cases);
            open.extend(line.line.parts().iter().filter(|name| seen.insert(*name)));
        }
        for set in sets {
            if !set.is_everything() && !found.contains(set) {
                found.push(set.clone());
            }
        }
    }
    found
}

/// The years for which every list of holidays is known that some calendar names, if one does.
pub fn known_years(context: &Context<'_>) -> Option<(i16, i16)> {
    let years = context.calendars().values().flat_map(|calendar| {
        let areas = areas(context, calendar).into_iter().map(|area| area.years());
        let lists = listed(context, calendar).into_iter().map(|list| list.years);
        areas.chain(lists).collect::<Vec<_>>()
    });
    years.reduce(|one, other| (one.0.max(other.0), one.1.min(other.1)))
}

/// Whether each line counts, of the calendar and of those that it is made of, each looked at once.
fn lines_of<'a>(
    context: &Context<'a>,
    name: &Name,
    cases: &CaseSet,
    active: &mut Vec<bool>,
    seen: &mut BTreeSet<&'a Name>,
    depth: usize,
) -> Result<(), Vec<Dim>> {
    if let Some(maintenance) = context.program.maintenances.get(name)
        && !context.calendars().contains_key(name)
    {
        for line in &maintenance.lines {
            active.push(holds(context, line.clause.when.as_ref(), cases)?);
        }
        return Ok(());
    }
    let found = context.calendars().get_key_value(name).filter(|_| depth < DEEPEST);
    let Some((_, calendar)) = found.filter(|(name, _)| seen.insert(name)) else { return Ok(()) };
    for line in &calendar.lines {
        let counts = within(context.program, &line.when.cases, cases)?;
        active.push(counts);
        match &line.line {
            hir::Line::Calendars { names, .. } if counts => {
                for name in names {
                    lines_of(context, name, cases, active, seen, depth + 1)?;
                }
            }
            hir::Line::Within(name) if counts => lines_of(context, name, cases, active, seen, depth + 1)?,
            hir::Line::Calendars { .. }
            | hir::Line::Within(_)
            | hir::Line::Weekly { .. }
            | hir::Line::Monthly { .. }
            | hir::Line::Dates { .. }
            | hir::Line::Instants { .. }
            | hir::Line::WeekSpan { .. } => {}
        }
    }
    Ok(())
}

/// Whether a line with this condition counts; otherwise the facts on which that depends.
fn holds(context: &Context<'_>, when: Option<&hir::Cond>, cases: &CaseSet) -> Result<bool, Vec<Dim>> {
    when.map_or(Ok(true), |when| within(context.program, &when.cases, cases))
}

fn definition(
    context: &Context<'_>,
    name: &Name,
    cases: &CaseSet,
    depth: usize,
) -> Result<Definition, Vec<Dim>> {
    let policy = || context.clock.zone().clone();
    if let Some(maintenance) = context.program.maintenances.get(name)
        && !context.calendars().contains_key(name)
    {
        let zone = maintenance.zone.clone().unwrap_or_else(policy);
        let mut definition = Definition::new(name.as_str(), zone);
        for line in &maintenance.lines {
            let when = line.clause.when.as_ref();
            if holds(context, when, cases)? {
                // A maintenance says when it takes place; who names it is closed then.
                let line = plain(context, &line.line, cases, depth)?;
                definition.lines.extend(line.map(|line| Line { effect: Effect::Open, ..line }));
            }
        }
        return Ok(definition);
    }
    let Some(calendar) = context.calendars().get(name).filter(|_| depth < DEEPEST) else {
        let definition = Definition::new(name.as_str(), policy());
        // The calendar that is built in is declared only where a policy uses it.
        return Ok(if name == "always" { definition.open(&Weekday::ALL, &[Hours::DAY]) } else { definition });
    };
    let zone = match (&calendar.zone, &context.customer) {
        (Some(zone), _) => zone.clone(),
        (None, Some(zone)) if calendar.zone_of_customer => zone.clone(),
        (None, _) => policy(),
    };
    let mut definition = Definition::new(name.as_str(), zone);
    for (tag, line) in calendar.lines.iter().enumerate() {
        if within(context.program, &line.when.cases, cases)? {
            let plain = plain(context, &line.line, cases, depth)?;
            definition.lines.extend(plain.into_iter().map(|plain| told(plain, line, tag)));
        }
    }
    definition.cut_off = calendar.cut_off;
    definition.business_days = reading(calendar.business_days.value);
    definition.holidays = listed(context, calendar);
    definition.areas = areas(context, calendar);
    Ok(definition)
}

/// The line with its reason and the number by which it is found again.
fn told(plain: Line, line: &CalendarLine, tag: usize) -> Line {
    let plain = Line { tag, ..plain };
    match &line.occasion {
        Some(occasion) => plain.because(occasion.original.content.as_str()),
        None => plain,
    }
}

fn reading(said: hir::BusinessDays) -> BusinessDays {
    match said {
        hir::BusinessDays::EndAtClose => BusinessDays::EndAtClose,
        hir::BusinessDays::KeepTime => BusinessDays::KeepTime,
        hir::BusinessDays::KeepTimeNextOpening => BusinessDays::KeepTimeNextOpening,
        hir::BusinessDays::KeepTimeUntilClose => BusinessDays::KeepTimeUntilClose,
        hir::BusinessDays::RollToOpening => BusinessDays::RollToOpening,
        hir::BusinessDays::IncludeReceipt => BusinessDays::IncludeReceipt,
        hir::BusinessDays::Hours(hours) => BusinessDays::Seconds(seconds(hours)),
        hir::BusinessDays::ScheduleDay => BusinessDays::ScheduleDay,
    }
}

fn seconds(hours: Decimal) -> i64 {
    let power = 10_i64.pow(u32::from(hours.scale.min(9)));
    hours.units.saturating_mul(3600) / power
}

fn effect(said: hir::Effect) -> Effect {
    match said {
        hir::Effect::Open => Effect::Open,
        hir::Effect::Closed => Effect::Closed,
    }
}

fn hours(said: &[ClockSpan]) -> Vec<Hours> {
    said.iter().map(|span| Hours { from: span.from, to: span.to }).collect()
}

/// A span of dates; both ends have one form, which was checked.
fn dates(said: &DateSpan) -> Option<Dates> {
    match (said.from, said.to) {
        (DatePoint::Full(from), DatePoint::Full(to)) => Some(Dates::Full(from, to)),
        (DatePoint::Yearly(from), DatePoint::Yearly(to)) => {
            let day = |day: MonthDay| MonthDay { month: day.month, day: day.day };
            Some(Dates::Yearly(day(from), day(to)))
        }
        (DatePoint::Full(_), DatePoint::Yearly(_)) | (DatePoint::Yearly(_), DatePoint::Full(_)) => None,
    }
}

fn plain(
    context: &Context<'_>,
    line: &hir::Line,
    cases: &CaseSet,
    depth: usize,
) -> Result<Option<Line>, Vec<Dim>> {
    Ok(Some(match line {
        hir::Line::Weekly { effect: said, days, hours: of_day, season } => {
            let season = season.as_ref().and_then(dates);
            let days = days.iter().flat_map(|span| span.days()).collect();
            Line::new(effect(*said), What::Weekly { days, hours: hours(of_day), season })
        }
        hir::Line::Monthly { effect: said, which, day, hours: of_day } => {
            let which = match which {
                hir::Nth::First => Nth::First,
                hir::Nth::Second => Nth::Second,
                hir::Nth::Third => Nth::Third,
                hir::Nth::Fourth => Nth::Fourth,
                hir::Nth::Last => Nth::Last,
            };
            Line::new(effect(*said), What::Monthly { which, day: *day, hours: hours(of_day) })
        }
        hir::Line::Dates { effect: said, dates: span, hours: of_day } => match dates(span) {
            Some(dates) => Line::new(effect(*said), What::Dates { dates, hours: hours(of_day) }),
            None => return Ok(None),
        },
        hir::Line::Instants { effect: said, from, to } => {
            Line::new(effect(*said), What::Instants { from: *from, to: *to })
        }
        hir::Line::WeekSpan { from, to } => {
            let moment = |(day, time, zone): &(_, _, Option<Zone>)| WeekMoment {
                day: *day,
                time: *time,
                zone: zone.clone(),
            };
            Line::new(Effect::Open, What::WeekSpan { from: moment(from), to: moment(to) })
        }
        hir::Line::Calendars { effect: said, names } => {
            let parts: Result<Vec<_>, _> =
                names.iter().map(|name| compiled(context, name, cases, depth + 1)).collect();
            Line::new(effect(*said), What::Calendars(parts?))
        }
        hir::Line::Within(name) => {
            Line::new(Effect::Open, What::Within(compiled(context, name, cases, depth + 1)?))
        }
    }))
}

/// The areas on whose holidays a calendar is closed: in English for a policy in English, otherwise as they are called there.
fn areas(context: &Context<'_>, calendar: &hir::Calendar) -> Vec<AreaDays> {
    let first = context.program.policy.languages.first();
    let english = first.is_some_and(|language| language.tag == "en" || language.tag.starts_with("en-"));
    let days = |code: &str| Some(AreaDays::new(Area::new(code)?, english));
    match &calendar.holidays {
        None | Some(Holidays::Ignored(_) | Holidays::From(_)) => Vec::new(),
        Some(Holidays::Areas(areas)) => areas.iter().filter_map(|area| days(&area.value)).collect(),
        Some(Holidays::OfCustomer(_)) => context.area.iter().filter_map(|area| days(area)).collect(),
    }
}

/// The list of days on which a calendar is closed.
fn listed(context: &Context<'_>, calendar: &hir::Calendar) -> Vec<HolidayList> {
    let Some(Holidays::From(path)) = &calendar.holidays else { return Vec::new() };
    let text = (context.lists)(path.span, &path.value);
    let list = text.ok().and_then(|text| List::read(&text).ok());
    list.map(|list| of_list(&path.value, &list)).into_iter().collect()
}

fn of_list(path: &str, list: &List) -> HolidayList {
    let years = list.years();
    let days = years.clone().filter_map(|year| list.days(year)).flatten();
    let days = days.map(|said| closure(said, false)).collect();
    HolidayList { name: path.into(), years: (*years.start(), *years.end()), days }
}
