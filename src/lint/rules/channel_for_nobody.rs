//! A channel that exists in no case: a table or the plans leave it to nobody.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::reach;

/// Looks at every channel.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (name, channel) in program.channels.iter().filter(|(_, channel)| reach::is_limited(channel)) {
        if reach::exists(program, channel).is_empty() {
            findings.push(
                Diagnostic::new(
                    &registry::CHANNEL_FOR_NOBODY,
                    name.span,
                    format!("no case may use the channel `{name}`"),
                )
                .label("for whom is it?")
                .help("say with `only when`, or in the table, who may use it; or leave the channel out"),
            );
        }
    }
}
