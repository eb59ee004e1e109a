//! "24/7" and its like in the words of a channel or a calendar that closes.
//!
//! What can be sent or read at any hour is no claim about hours of work, and a channel that is open all day in some cases
//! may speak of those.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Line, Opening, Program};
use crate::lint::prose::Tag;
use crate::value::Name;

/// What limits "around the clock" to some days or cases, or to what can be sent at any hour.
const SILENT: [Tag; 11] = [
    Tag::Not,
    Tag::Receive,
    Tag::Limit,
    Tag::Weekdays,
    Tag::Monday,
    Tag::Tuesday,
    Tag::Wednesday,
    Tag::Thursday,
    Tag::Friday,
    Tag::Saturday,
    Tag::Sunday,
];

/// Looks at every "around the clock".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for passage in context.prose().with(Tag::AroundTheClock) {
        let name = &passage.place.owner.name;
        let closing = match passage.place.keyword {
            "calendar" => program.calendars.get(name).filter(|calendar| closes(calendar)),
            "channel" => of_channel(program, name),
            _ => None,
        };
        let Some(closing) = closing else { continue };
        for mark in passage.marks(Tag::AroundTheClock) {
            if passage.tokens().says(mark.sentence, &SILENT) {
                continue;
            }
            let written = passage.written(mark.tokens.clone());
            findings.push(
                Diagnostic::new(
                    &registry::AROUND_THE_CLOCK,
                    passage.span(mark.tokens.clone()),
                    format!("`{written}` stands beside hours that close"),
                )
                .label("day and night")
                .related(closing.clause.span, "these hours close")
                .help("quote the hours, as in `{office open}`, or open the channel at all times with `open always`"),
            );
        }
    }
}

/// A calendar that closes and by which a channel is open, where it is open by no other.
fn of_channel<'a>(program: &'a Program, name: &Name) -> Option<&'a Calendar> {
    let channel = program.channels.get(name)?;
    if channel.self_service {
        return None;
    }
    let mut closing = None;
    for line in &channel.hours.lines {
        match &line.value {
            Opening::Calendars(names) => {
                for name in names {
                    closing = Some(program.calendars.get(name).filter(|calendar| closes(calendar))?);
                }
            }
            Opening::AsDecided(_) => return None,
            Opening::No => {}
        }
    }
    closing
}

/// Whether a calendar has weekly hours of its own that leave a part of the week out.
fn closes(calendar: &Calendar) -> bool {
    calendar.clause.name != "always"
        && calendar.lines.iter().any(|line| matches!(line.line, Line::Weekly { .. }))
        && calendar.lines.iter().all(|line| match &line.line {
            Line::Weekly { hours, days, .. } => {
                !hours.is_empty() || days.iter().any(|span| span.days().len() < 7)
            }
            Line::Monthly { .. } | Line::Dates { .. } | Line::Instants { .. } | Line::Within(_) => true,
            Line::WeekSpan { .. } | Line::Calendars { .. } => false,
        })
}
