//! Calendars, their lines sorted into the layers in which they count.

use super::super::RulesError;
use super::clause::{clause, with_cond};
use super::context::Context;
use super::value::decimal;
use crate::emit::rules::types::{
    BusinessDays, Calendar, CalendarLine, Dates, Effect, Holidays, Hours, Layer, Line, Nth, Reading, True,
    WeekMoment, Weekday,
};
use crate::hir::{self, SectionItem};
use crate::time::{self, ClockTime, Zone};
use crate::value::{ClockSpan, DatePoint, DateSpan};
use rustc_hash::FxHashSet;

/// The calendars that the audience sees, without those that nothing goes by and that therefore have no place in the document.
pub fn calendars(cx: &Context<'_>) -> Result<Vec<Calendar>, RulesError> {
    let mut placed = FxHashSet::default();
    cx.program.layout.iter().for_each(|section| gather(section, &mut placed));
    let kept = |said: &&hir::Calendar| {
        let name = said.clause.name.as_str();
        said.is_shown(cx.published) && (name == "always" || placed.contains(name))
    };
    let kept = cx.program.calendars.values().filter(kept);
    cx.each(kept, |calendar| &calendar.clause, |said| calendar(cx, said))
}

/// Adds the calendars in a section.
fn gather<'p>(section: &'p hir::Section, placed: &mut FxHashSet<&'p str>) {
    for item in &section.items {
        match item {
            SectionItem::Declaration(of) if of.keyword == "calendar" => {
                placed.insert(of.name.as_str());
            }
            SectionItem::Section(inner) => gather(inner, placed),
            SectionItem::Declaration(_)
            | SectionItem::Duty(_)
            | SectionItem::Prose(..)
            | SectionItem::Note(..) => {}
        }
    }
}

fn calendar(cx: &Context<'_>, said: &hir::Calendar) -> Result<Calendar, RulesError> {
    let mut lines = cx.each(&said.lines, |line| &line.clause, |line| calendar_line(cx, line))?;
    lines.sort_by_key(|line| line.layer);
    let zone = said.zone.as_ref().or(cx.program.policy.zone.as_ref());
    Ok(Calendar {
        clause: clause(cx, &said.clause)?,
        zone: if said.zone_of_customer { None } else { zone.map(ToString::to_string) },
        zone_of_customer: said.zone_of_customer.then_some(True),
        lines,
        holidays: said.holidays.as_ref().map(holidays),
        cut_off: said.cut_off.map(|time| time.to_string()),
        business_days: business_days(*said.business_days, said.business_days_said),
    })
}

fn calendar_line(cx: &Context<'_>, said: &hir::CalendarLine) -> Result<CalendarLine, RulesError> {
    let (layer, effect) = place(&said.line);
    Ok(CalendarLine {
        layer,
        effect,
        line: line(cx, &said.line),
        occasion: said.occasion.as_ref().map(|text| cx.texts(text)),
        clause: with_cond(cx, &said.clause, Some(&said.when))?,
    })
}

/// The layer of a line, and whether it opens or closes.
fn place(line: &hir::Line) -> (Layer, Effect) {
    let of = |effect: &hir::Effect| match effect {
        hir::Effect::Open => Effect::Open,
        hir::Effect::Closed => Effect::Closed,
    };
    match line {
        hir::Line::Weekly { effect, season: None, .. } => (Layer::Weekly, of(effect)),
        hir::Line::Weekly { effect, season: Some(_), .. } | hir::Line::Monthly { effect, .. } => {
            (Layer::Season, of(effect))
        }
        hir::Line::Dates { effect, dates, hours } => {
            let layer = match (dates.from, hours.is_empty()) {
                (DatePoint::Yearly(_), true) => Layer::YearlyDays,
                (DatePoint::Yearly(_), false) => Layer::YearlyHours,
                (DatePoint::Full(_), true) => Layer::DatedDays,
                (DatePoint::Full(_), false) => Layer::DatedHours,
            };
            (layer, of(effect))
        }
        hir::Line::Instants { effect, .. } => (Layer::DatedHours, of(effect)),
        hir::Line::WeekSpan { .. } | hir::Line::Calendars { effect: hir::Effect::Open, .. } => {
            (Layer::Weekly, Effect::Open)
        }
        hir::Line::Calendars { effect: hir::Effect::Closed, .. } => (Layer::TakenAway, Effect::Closed),
        hir::Line::Within(_) => (Layer::Within, Effect::Closed),
    }
}

/// What a line of a calendar or of a maintenance opens or closes.
pub fn line(cx: &Context<'_>, line: &hir::Line) -> Line {
    match line {
        hir::Line::Weekly { days, hours: said, season, .. } => Line::Weekly {
            days: days.iter().flat_map(|span| span.days()).map(weekday).collect(),
            hours: hours(said),
            season: season.map(dates),
        },
        hir::Line::Monthly { which, day, hours: said, .. } => Line::Monthly {
            which: match which {
                hir::Nth::First => Nth::First,
                hir::Nth::Second => Nth::Second,
                hir::Nth::Third => Nth::Third,
                hir::Nth::Fourth => Nth::Fourth,
                hir::Nth::Last => Nth::Last,
            },
            day: weekday(*day),
            hours: hours(said),
        },
        hir::Line::Dates { dates: said, hours: open, .. } => {
            Line::Dates { dates: dates(*said), hours: hours(open) }
        }
        hir::Line::Instants { from, to, .. } => Line::Instants { from: from.to_string(), to: to.to_string() },
        hir::Line::WeekSpan { from, to } => Line::WeekSpan { from: moment(from), to: moment(to) },
        hir::Line::Calendars { names, .. } => {
            Line::Calendars { calendars: cx.names(&["calendar", "maintenance"], names) }
        }
        hir::Line::Within(name) => Line::Within { calendar: name.to_string() },
    }
}

fn hours(spans: &[ClockSpan]) -> Vec<Hours> {
    spans.iter().map(|span| Hours { from: span.from.to_string(), to: span.to.to_string() }).collect()
}

/// Days of one year or of every year.
pub fn dates(span: DateSpan) -> Dates {
    let point = |point| match point {
        DatePoint::Full(date) => date.to_string(),
        DatePoint::Yearly(day) => day.to_string(),
    };
    Dates { from: point(span.from), to: point(span.to) }
}

fn moment((day, at, zone): &(time::Weekday, ClockTime, Option<Zone>)) -> WeekMoment {
    WeekMoment { day: weekday(*day), time: at.to_string(), zone: zone.as_ref().map(ToString::to_string) }
}

fn weekday(day: time::Weekday) -> Weekday {
    match day {
        time::Weekday::Monday => Weekday::Mon,
        time::Weekday::Tuesday => Weekday::Tue,
        time::Weekday::Wednesday => Weekday::Wed,
        time::Weekday::Thursday => Weekday::Thu,
        time::Weekday::Friday => Weekday::Fri,
        time::Weekday::Saturday => Weekday::Sat,
        time::Weekday::Sunday => Weekday::Sun,
    }
}

fn holidays(said: &hir::Holidays) -> Holidays {
    match said {
        hir::Holidays::Areas(areas) => {
            Holidays::Areas { areas: areas.iter().map(|area| area.value.to_string()).collect() }
        }
        hir::Holidays::OfCustomer(_) => Holidays::OfCustomer { of_customer: True },
        hir::Holidays::From(file) => Holidays::File { file: file.value.to_string() },
        hir::Holidays::Ignored(_) => Holidays::Ignored { ignored: True },
    }
}

fn business_days(days: hir::BusinessDays, said: bool) -> BusinessDays {
    let (reading, hours) = match days {
        hir::BusinessDays::EndAtClose => (Reading::EndAtClose, None),
        hir::BusinessDays::KeepTime => (Reading::KeepTime, None),
        hir::BusinessDays::KeepTimeNextOpening => (Reading::KeepTimeNextOpening, None),
        hir::BusinessDays::KeepTimeUntilClose => (Reading::KeepTimeUntilClose, None),
        hir::BusinessDays::RollToOpening => (Reading::RollToOpening, None),
        hir::BusinessDays::IncludeReceipt => (Reading::IncludeReceipt, None),
        hir::BusinessDays::Hours(hours) => (Reading::Hours, Some(decimal(hours))),
        hir::BusinessDays::ScheduleDay => (Reading::ScheduleDay, None),
    };
    BusinessDays { reading, hours, said }
}
