//! A deadline at a time of day at which nobody works.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::deadlines;
use crate::value::Promise;

/// Looks at the promises that name a time of day.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for commitment in program.commitments.values() {
        for region in &commitment.rules.regions {
            let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
            let Promise::By(day) = &rule.value.promise else { continue };
            let (Some(time), Some(case)) = (day.time, region.cases.witness(&program.space)) else { continue };
            let alone = deadlines::alone(&program.space, &case);
            let Some(hours) = deadlines::schedule(context, &day.clock, &alone) else { continue };
            let Some(due) = deadlines::of(context, &rule.value.promise, &alone) else { continue };
            let Ok(Some((received, due))) = due.due_outside(&hours) else { continue };
            let told = |at| deadlines::told(context, at);
            findings.push(
                Diagnostic::new(
                    &registry::DUE_WHILE_CLOSED,
                    rule.span,
                    format!(
                        "received {}, this is due {}, when `{}` is closed",
                        told(received),
                        told(due),
                        hours.definition().name
                    ),
                )
                .label(format!("nobody works at {time} then"))
                .instant(context.time().rfc(received))
                .help("name a time within the hours of every such day, or leave it out: the day then ends when it closes"),
            );
        }
    }
}
