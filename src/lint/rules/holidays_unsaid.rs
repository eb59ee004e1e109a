//! A calendar with hours that does not say what happens on public holidays.
//!
//! A calendar that only joins others has what they say, and one that is open without a break has no holidays to speak of.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Effect, Line};
use crate::time::holidays::Area;

/// Looks at every calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (name, calendar) in &program.calendars {
        if calendar.holidays.is_some() || calendar.clause.unfilled || !opens_by_the_week(calendar) {
            continue;
        }
        let zone = calendar.zone.as_ref().or(program.policy.zone.as_ref());
        let zone = zone.filter(|_| !calendar.zone_of_customer);
        let area = zone.and_then(Area::of_zone);
        let closed = area.map_or_else(
            || "`closed on holidays NL`, with your country or region".to_owned(),
            |area| format!("`closed on holidays {}`", area.code()),
        );
        let mut finding = Diagnostic::new(
            &registry::HOLIDAYS_UNSAID,
            name.span,
            format!("the calendar `{name}` does not say what happens on public holidays"),
        )
        .label("open on holidays too?")
        .help(format!("write {closed}, or `open on holidays`"));
        finding.note = area.map(Area::suggested);
        findings.push(finding);
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
