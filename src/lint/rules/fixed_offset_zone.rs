//! A zone that never changes its clocks, for a place that does: every summer the hours are an hour off.
//!
//! A zone such as `Etc/GMT-1` is an offset by its name. Universal time is one too, and is meant by many: it is only asked about
//! where the calendar keeps the holidays of a country that changes its clocks everywhere.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Holidays};
use crate::source::Span;
use crate::time::Zone;

/// Countries in all parts of which the clocks are changed twice a year.
const CHANGING: [&str; 32] = [
    "AD", "AL", "AT", "BA", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "FI", "FR", "GB", "GR", "HR", "HU",
    "IE", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "RO", "SE", "SI", "SK",
];

/// Looks at the zones of the policy, of calendars and of maintenances.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let mut offset = |zone: Option<&Zone>, after: Span| {
        let Some(zone) = zone.filter(|zone| is_offset(zone)) else { return };
        findings.push(
            Diagnostic::new(
                &registry::FIXED_OFFSET_ZONE,
                place(context, after, zone.name()),
                format!("`{zone}` is an offset and no place, so its clocks are never changed"),
            )
            .label("whose time is this in summer?")
            .help("name the place whose clocks count, as `Europe/Amsterdam`"),
        );
    };
    offset(program.policy.zone.as_ref(), program.policy.clause.name.span);
    for (name, calendar) in &program.calendars {
        offset(calendar.zone.as_ref(), name.span);
    }
    for (name, maintenance) in &program.maintenances {
        offset(maintenance.zone.as_ref(), name.span);
    }
    for (name, calendar) in &program.calendars {
        let zone = calendar.zone.as_ref().or(program.policy.zone.as_ref());
        let universal = zone.is_some_and(|zone| *zone == Zone::utc()) && !calendar.zone_of_customer;
        let Some((code, span)) = changing(calendar).filter(|_| universal) else { continue };
        findings.push(
            Diagnostic::new(
                &registry::FIXED_OFFSET_ZONE,
                span,
                format!("`{name}` keeps the holidays of {code} and its hours in UTC, whose clocks are never changed"),
            )
            .label("here the clocks are changed twice a year")
            .help("give it the zone of the place, as in `timezone Europe/London`"),
        );
    }
}

fn is_offset(zone: &Zone) -> bool {
    let rest = zone.name().strip_prefix("Etc/GMT").unwrap_or("");
    rest.starts_with(['+', '-']) && rest.get(1..) != Some("0")
}

/// The first area of a calendar in all of which the clocks are changed.
fn changing(calendar: &Calendar) -> Option<(&str, Span)> {
    let Some(Holidays::Areas(areas)) = &calendar.holidays else { return None };
    areas.iter().find_map(|area| {
        let country = area.value.split('-').next()?;
        CHANGING.contains(&country).then_some((country, area.span))
    })
}

/// Where a zone stands behind a name, or the name.
fn place(context: &Context<'_>, name: Span, zone: &str) -> Span {
    let text = context.sources.get(name.file).text();
    let from = name.end as usize;
    let found = text.get(from..).and_then(|rest| rest.to_lowercase().find(&zone.to_lowercase()));
    found.map_or(name, |at| Span::new(name.file, from + at, from + at + zone.len()))
}
