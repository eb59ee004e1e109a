//! Hours of working days that end in the morning after they began, where the two times were perhaps exchanged.
//!
//! A night at one weekday, as from Friday evening, is meant as it stands, and so is one that begins late or that has its
//! counterpart by day in another calendar: only the hours of a working day, written the wrong way round, are asked about.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Effect, Line};
use crate::value::{ClockSpan, WeekdaySpan};

/// The seconds of an hour.
const HOUR: u32 = 3600;

/// Looks at the weekly hours of every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let by_day: Vec<ClockSpan> = program
        .calendars
        .values()
        .flat_map(|calendar| &calendar.lines)
        .flat_map(|line| hours(&line.line))
        .copied()
        .collect();
    for (name, calendar) in &program.calendars {
        for line in calendar.lines.iter().filter(|line| line.occasion.is_none() && is_of_a_week(&line.line)) {
            let reversed = |night: &&ClockSpan| {
                is_reversed(**night) && !by_day.iter().any(|day| day.from == night.to && day.to == night.from)
            };
            let Some(night) = hours(&line.line).iter().find(reversed) else { continue };
            let (from, to) = (night.from, night.to);
            findings.push(
                Diagnostic::new(
                    &registry::REVERSED_HOURS,
                    line.span,
                    format!("`{name}` is open by night here, from {from} until {to} the next day"),
                )
                .label("is the night meant?")
                .help(format!(
                    "by day it is `{to}..{from}`; if the night is meant, say so in a text behind the hours"
                )),
            );
        }
    }
}

/// The hours that a line opens each week.
fn hours(line: &Line) -> &[ClockSpan] {
    match line {
        Line::Weekly { effect: Effect::Open, hours, .. } => hours,
        Line::Weekly { effect: Effect::Closed, .. }
        | Line::Monthly { .. }
        | Line::Dates { .. }
        | Line::Instants { .. }
        | Line::WeekSpan { .. }
        | Line::Calendars { .. }
        | Line::Within(_) => &[],
    }
}

/// Whether a line is for several days of the week, as working days are.
fn is_of_a_week(line: &Line) -> bool {
    match line {
        Line::Weekly { days, .. } => {
            days.iter().map(|days: &WeekdaySpan| days.days().len()).sum::<usize>() >= 3
        }
        Line::Monthly { .. }
        | Line::Dates { .. }
        | Line::Instants { .. }
        | Line::WeekSpan { .. }
        | Line::Calendars { .. }
        | Line::Within(_) => false,
    }
}

/// Whether hours that run over midnight are, with their ends exchanged, those of a working day.
fn is_reversed(hours: ClockSpan) -> bool {
    let (from, to) = (hours.from.seconds(), hours.to.seconds());
    (7 * HOUR..=11 * HOUR).contains(&to) && (15 * HOUR..=20 * HOUR).contains(&from)
}

#[cfg(test)]
mod tests {
    use super::is_reversed;
    use crate::time::ClockTime;
    use crate::value::ClockSpan;

    fn of(from: (u8, u8), to: (u8, u8)) -> bool {
        let time = |(hour, minute)| ClockTime::new(hour, minute, 0).unwrap_or(ClockTime::MIDNIGHT);
        is_reversed(ClockSpan { from: time(from), to: time(to) })
    }

    #[test]
    fn only_a_working_day_the_wrong_way_round_is_asked_about() {
        assert!(of((17, 0), (9, 0)));
        assert!(of((17, 30), (8, 30)));
        assert!(!of((22, 0), (6, 0)));
        assert!(!of((18, 0), (6, 0)));
        assert!(!of((9, 0), (17, 0)));
    }
}
