//! Something that is sent so late that the request has left the state by then: a reminder after the closing.
//!
//! Only ways that time alone opens, for every case, count: whoever waits for an event may wait for ever.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::lint::lengths;
use crate::value::Stated;

/// Looks at what each process sends.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for process in context.program.processes.values() {
        for sending in &process.sendings {
            let Some(late) = sending.after.as_ref().and_then(Stated::known) else { continue };
            let leaves = process.transitions.iter().find_map(|way| {
                let after = way.after.as_ref().and_then(Stated::known)?;
                let sure = way.from == sending.state && way.on.is_none() && way.clause.when.is_none();
                (sure && lengths::compare(late, after)?.is_ge()).then_some((way, after))
            });
            let Some((way, after)) = leaves else { continue };
            findings.push(
                Diagnostic::new(
                    &registry::MESSAGE_NEVER_SENT,
                    late.span,
                    format!(
                        "after {} the request is `{}`, so nothing is sent after {}",
                        say::duration(after),
                        way.to,
                        say::duration(late)
                    ),
                )
                .label("too late")
                .related(way.span, format!("it leaves `{}` here", way.from))
                .help("send it earlier, or let the request stay longer"),
            );
        }
    }
}
