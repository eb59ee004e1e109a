//! A clock that stops with the event that starts it, or with the receipt that comes before all: it measures nothing.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at the two ends of every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, commitment) in &context.program.commitments {
        let Some(until) = &commitment.until else { continue };
        let same = commitment.from.as_ref() == Some(until);
        if !same && *until != "received" {
            continue;
        }
        let (message, help) = if same {
            (
                format!("the clock of `{name}` starts and stops with the same event, `{until}`"),
                "let it start earlier, as with `from received`, or stop with the event that keeps the promise",
            )
        } else {
            (
                format!("the clock of `{name}` stops when the request is received, which is before all else"),
                "name the event that keeps the promise, as `until responded`",
            )
        };
        let mut finding = Diagnostic::new(&registry::CLOCK_STOPS_AT_START, until.span, message)
            .label("it never runs")
            .help(help);
        if let Some(from) = &commitment.from {
            finding = finding.related(from.span, "it starts here");
        }
        findings.push(finding);
    }
}
