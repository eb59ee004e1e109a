//! Calendars by name: those that are made of other calendars, the one that is always there, and days that people call by
//! a name as if it were a calendar's.
//!
//! In: the calendars of a policy, or a name that none has. Out: the calendar `always`, and findings about circles and about
//! `closed weekends`.

use super::circles;
use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, BusinessDays, Calendar, CalendarLine, Clause, Effect, Holidays, Line};
use crate::resolve::ALWAYS;
use crate::source::{Span, Spanned};
use crate::syntax::cell;
use crate::time::{ClockTime, Weekday};
use crate::value::{ClockSpan, Name, Named, WeekdaySpan};
use smol_str::SmolStr;

/// `closed holidays`, `closed weekends`: days by their usual name, where nobody called a calendar so.
pub(super) fn days_by_name(effect: Effect, name: &Name) -> Option<Diagnostic> {
    let finding =
        Diagnostic::new(&registry::UNKNOWN_NAME, name.span, format!("there is no calendar called `{name}`"));
    let holidays =
        matches!(name.as_str(), "holidays" | "public-holidays" | "bank-holidays" | "national-holidays");
    Some(match (effect, name.as_str()) {
        (Effect::Closed, _) if holidays => finding.label("of which country or region?").fix(
            "write `closed on holidays ?`, and the code of the country or region, as `NL`, for `?`",
            false,
            name.span,
            "on holidays ?",
        ),
        (Effect::Open, _) if holidays => finding.label("are these days like any other?").fix(
            "write `open on holidays`, which makes them days like any other",
            false,
            name.span,
            "on holidays",
        ),
        (_, called) if let Some(days) = cell::weekdays_called(called) => {
            if effect == Effect::Open {
                let help = format!("write the days and the hours, as `open {days} 09:00..17:30`");
                return Some(finding.label("from when until when?").help(help));
            }
            finding.label(format!("`{days}`")).fix(format!("change it to `{days}`"), false, name.span, days)
        }
        (Effect::Closed, "weekends" | "weekend") => {
            finding.label("Saturday and Sunday?").fix("write `closed Sat..Sun`", false, name.span, "Sat..Sun")
        }
        (Effect::Open, "weekends" | "weekend") => finding
            .label("from when until when?")
            .help("write the days and the hours, as `open Sat..Sun 10:00..16:00`"),
        (Effect::Open, "weekdays" | "workdays" | "working-days" | "business-days") => finding
            .label("from when until when?")
            .help("write the days and the hours, as `open Mon..Fri 09:00..17:30`"),
        _ => return None,
    })
}

/// `open za, zo`, `closed Sa, So`: several days of the week, in any language, where nobody called calendars so.
pub(super) fn days_in_place_of_calendars(effect: Effect, names: &[Name]) -> Option<Diagnostic> {
    let ([first, .., last], true) = (names, names.len() <= Weekday::ALL.len()) else { return None };
    let all: Vec<&str> = names.iter().map(Name::as_str).collect();
    let called = cell::all_weekdays_called(&all)?;
    let span = Span { end: last.span.end, ..first.span };
    let shown: Vec<String> = all.iter().map(|name| format!("`{name}`")).collect();
    let message = format!("{} are days of the week, and no calendars", shown.join(", "));
    let finding = Diagnostic::new(&registry::UNKNOWN_NAME, span, message);
    let Some(days) = called.into_iter().collect::<Option<Vec<String>>>().map(|days| days.join(", ")) else {
        let help = "write the days in English, as `Mon`, `Tue` or `Sat..Sun`";
        return Some(finding.label("which days are these?").help(help));
    };
    Some(match effect {
        Effect::Open => finding.label("from when until when?").help(format!(
            "write the days and the hours, as `open {days} 09:00..17:30`, or `?` until the hours are known"
        )),
        Effect::Closed => {
            finding.label(format!("`{days}`")).fix(format!("change it to `{days}`"), false, span, days)
        }
    })
}

/// The calendar that is open all the time.
pub fn always(context: &mut Context<'_>) -> Calendar {
    let nowhere = Span::default();
    let anchor = context.anchor("calendar-always");
    let whole = |keyword: &'static str, anchor: SmolStr| {
        Clause::silent(keyword, Name::new(ALWAYS, nowhere), anchor, Audience::Everybody, nowhere)
    };
    let line_anchor = context.anchor("always-1");
    let line = CalendarLine {
        line: Line::Weekly {
            effect: Effect::Open,
            days: vec![WeekdaySpan { from: Weekday::Monday, to: Weekday::Sunday }],
            hours: vec![ClockSpan { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END }],
            season: None,
        },
        clause: whole("rule", line_anchor),
        occasion: None,
        when: crate::hir::Cond::always(),
        span: nowhere,
    };
    Calendar {
        clause: whole("calendar", anchor),
        zone: None,
        zone_of_customer: false,
        lines: vec![line],
        holidays: Some(Holidays::Ignored(nowhere)),
        cut_off: None,
        business_days: Spanned::new(BusinessDays::EndAtClose, nowhere),
        business_days_said: false,
        inside: false,
    }
}

/// So many calendars may be made one of the other; the deepest real ones have three.
const DEEPEST: usize = 64;

/// Calendars that are made of themselves, or of too many others one after the other.
pub fn circles(context: &mut Context<'_>, calendars: &Named<Calendar>) {
    let places = |calendar: &Calendar| {
        let parts = calendar.lines.iter().flat_map(|line| line.line.parts());
        parts.filter_map(|name| calendars.get_index_of(name)).collect::<Vec<_>>()
    };
    let leads: Vec<Vec<usize>> = calendars.values().map(places).collect();
    for (name, _) in circles::circles(&leads).into_iter().filter_map(|at| calendars.get_index(at)) {
        let finding = Diagnostic::new(
            &registry::CIRCULAR_CALENDAR,
            name.span,
            format!("the calendar `{name}` is made of itself in the end"),
        )
        .label("part of a circle")
        .help("let one of the calendars say its own hours");
        context.report(finding);
    }
    for (name, _) in circles::too_deep(&leads, DEEPEST).into_iter().filter_map(|at| calendars.get_index(at)) {
        let finding = Diagnostic::new(
            &registry::TOO_DEEP,
            name.span,
            format!("calendars are made of calendars more than {DEEPEST} deep"),
        )
        .label(format!("made of {}, one inside the other", DEEPEST + 1))
        .help("let one of the calendars say its own hours");
        context.report(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::DEEPEST;
    use crate::check::trial::{BASE, codes};

    /// A policy with so many calendars behind business hours, each made of the one before it.
    fn chain(calendars: usize) -> String {
        let part = |at: usize| if at == 1 { "office".to_owned() } else { format!("c{}", at - 1) };
        let line = |at: usize| format!("calendar c{at} \"C {at}\" {{ open {} }}\n", part(at));
        let uses =
            format!("commitment c \"C\" {{ from received; until responded; within 2 c{calendars} hours }}\n");
        // The last one comes first, so that nothing depends on the order.
        BASE.to_owned() + &uses + &(1..=calendars).rev().map(line).collect::<String>()
    }

    #[test]
    fn calendars_that_are_made_of_too_many_are_told_once_and_others_open() {
        assert_eq!(codes(&chain(DEEPEST)), Vec::<String>::new());
        assert_eq!(codes(&chain(20 * DEEPEST)), ["too-deep c65"]);
    }
}
