//! A resolution that can be due before the first response, for what is received at some times.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::deadlines;
use crate::lint::sequence::Found;
use crate::value::{Clock, Promise, Which};

/// Looks at every two commitments of which one ends with an event that comes before the other's.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for found in context.sequence() {
        let Some(apart) = found.apart else { continue };
        let told = |at| deadlines::told(context, at);
        findings.push(
            found
                .finding(
                    context.program,
                    &registry::CROSSING_DEADLINES,
                    format!(
                        "`{}` can be due before `{}`: received {}, it is due {}, and `{}` only {}",
                        found.later.0,
                        found.earlier.0,
                        told(apart.received),
                        told(apart.other),
                        found.earlier.0,
                        told(apart.one)
                    ),
                )
                .label(format!("{} can end before {}", found.said.0, found.said.1))
                .instant(context.time().rfc(apart.received))
                .help(help(context, found)),
        );
    }
}

/// What to do, which depends on why the one can end first.
fn help(context: &Context<'_>, found: &Found<'_>) -> String {
    let (end, begin) = (&found.later.1.value.promise, &found.earlier.1.value.promise);
    let business = context.program.policy.business_calendar();
    let one_clock = match (end.clock(), begin.clock()) {
        (Some(end), Some(begin)) => end == begin || end.same_as(begin, business),
        _ => false,
    };
    let (late, soon) = (found.later.0, found.earlier.0);
    match end {
        Promise::By(day) if one_clock && day.which == Which::Same => {
            let whole = match &day.clock {
                Clock::Elapsed => "1 day".to_owned(),
                Clock::Business(word) => format!("1 {} day", word.word()),
                Clock::Calendar(name) => format!("1 day of {name}"),
            };
            format!(
                "what comes late in the day is due on that same day: promise `{whole}`, or let `{soon}` end within that day too"
            )
        }
        _ if one_clock => format!("give `{late}` more time, or `{soon}` less"),
        _ => format!("let both run on one clock, or give `{late}` more time"),
    }
}
