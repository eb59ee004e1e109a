//! A channel that does not say when it is open.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every channel.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, channel) in &context.program.channels {
        if channel.hours.lines.is_empty() && !channel.self_service && !channel.clause.unfilled {
            findings.push(
                Diagnostic::new(
                    &registry::CHANNEL_WITHOUT_HOURS,
                    name.span,
                    format!("the channel `{name}` does not say when it is open"),
                )
                .label("when is somebody there?")
                .help("add `open` with a calendar, `open always`, or `self-service` if nobody needs to be there"),
            );
        }
    }
}
