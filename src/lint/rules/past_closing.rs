//! A line of a calendar for a day that has gone by.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Line;
use crate::value::DatePoint;

/// Looks at every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    for calendar in context.program.calendars.values() {
        for line in &calendar.lines {
            let last = match &line.line {
                Line::Dates { dates, .. } => match dates.to {
                    DatePoint::Full(date) => Some(date),
                    DatePoint::Yearly(_) => None,
                },
                Line::Instants { to, .. } => Some(to.date),
                Line::Weekly { .. }
                | Line::Monthly { .. }
                | Line::WeekSpan { .. }
                | Line::Calendars { .. }
                | Line::Within(_) => None,
            };
            // What was true of this year still explains its deadlines.
            if let Some(last) = last.filter(|last| last.year() < today.year()) {
                findings.push(
                    Diagnostic::new(&registry::PAST_CLOSING, line.span, format!("{last} has gone by"))
                        .label("readers plan ahead")
                        .help(
                            "write the days of this year and the next, or a day of every year, as `Dec 24`",
                        ),
                );
            }
        }
    }
}
