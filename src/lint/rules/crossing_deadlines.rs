//! A resolution that can be due before the first response, since the two run on different clocks.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::deadlines;

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
                        "received {}, `{}` is due {}, and `{}` only {}",
                        told(apart.received),
                        found.later.0,
                        told(apart.other),
                        found.earlier.0,
                        told(apart.one)
                    ),
                )
                .label(format!("{} can end before {}", found.said.0, found.said.1))
                .instant(context.time().rfc(apart.received))
                .help("let both run on one clock"),
        );
    }
}
