//! A calendar with hours that does not say what happens on public holidays.
//!
//! A calendar that only joins others has what they say, and one that is open without a break has no holidays to speak of.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Effect, Line};

/// Looks at every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (name, calendar) in &program.calendars {
        if calendar.holidays.is_some() || calendar.clause.unfilled || !opens_by_the_week(calendar) {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::HOLIDAYS_UNSAID,
                name.span,
                format!("the calendar `{name}` does not say what happens on public holidays"),
            )
            .label("open on holidays too?")
            .help("write `closed on holidays NL`, with your country or region, or `open on holidays`"),
        );
    }
}

fn opens_by_the_week(calendar: &Calendar) -> bool {
    calendar.lines.iter().any(|line| match &line.line {
        Line::Weekly { effect, .. } => *effect == Effect::Open,
        Line::WeekSpan { .. } => true,
        Line::Monthly { .. }
        | Line::Dates { .. }
        | Line::Instants { .. }
        | Line::Calendars { .. }
        | Line::Within(_) => false,
    })
}
