//! A policy with one channel, which says nothing for the day on which that fails.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at a channel that is the only one.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut staffed = context.program.channels.values().filter(|channel| !channel.self_service);
    let (Some(channel), None) = (staffed.next(), staffed.next()) else { return };
    if channel.alternatives.is_empty() && channel.addresses.len() < 2 {
        findings.push(
            Diagnostic::new(
                &registry::NO_OTHER_WAY,
                channel.clause.name.span,
                format!("`{}` is the only way to reach you", channel.clause.name),
            )
            .label("and when it fails?")
            .help("add a second channel, or a second address of this one"),
        );
    }
}
