//! A channel that does not say where it is.
//!
//! Its readers know its hours and cannot use it. An address that is not known yet is reported as that, words about the
//! channel may say where it is, and one that comes after another channel is arranged there.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every channel.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (name, channel) in &program.channels {
        let clause = &channel.clause;
        let in_words = !(clause.means.is_empty() && clause.notes.is_empty() && clause.prose.is_empty());
        let arranged = !channel.after.is_empty() || !channel.alternatives.is_empty();
        if !channel.addresses.is_empty() || clause.unfilled || in_words || arranged {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::CHANNEL_WITHOUT_ADDRESS,
                name.span,
                format!("the channel `{name}` does not say where it can be reached"),
            )
            .label("at which address or number?")
            .help("write `address \"support@northwind.example\"`, or `address ?` while it is not known"),
        );
    }
}
