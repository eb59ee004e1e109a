//! A mail address in the words of a channel that is not the address of the channel.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role};
use std::collections::BTreeSet;

/// Looks at the words of every channel that has a mail address.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.channels.is_empty() {
        return;
    }
    let known: BTreeSet<&str> = context
        .prose()
        .passages
        .iter()
        .filter(|passage| passage.place.role == Role::Address)
        .map(|passage| passage.piece.content.trim())
        .collect();
    for passage in &context.prose().passages {
        let place = &passage.place;
        if place.keyword != "channel" || place.role == Role::Address || !passage.piece.content.contains('@') {
            continue;
        }
        let Some(channel) = program.channels.get(&place.owner.name) else { continue };
        let [(own, None)] = channel.addresses.as_slice() else { continue };
        let Some((_, host)) = own.original.content.trim().rsplit_once('@') else { continue };
        for token in passage.tokens().all.iter().filter(|token| token.kind == Kind::Address) {
            let written = &passage.piece.content[token.range.clone()];
            // An address elsewhere is somebody else's.
            let same_house =
                written.rsplit_once('@').is_some_and(|(_, other)| other.eq_ignore_ascii_case(host));
            if same_house && !known.contains(written) {
                findings.push(
                    Diagnostic::new(
                        &registry::OTHER_ADDRESS,
                        passage.piece.place(token.range.clone()),
                        format!("`{}` has another address", place.owner.name),
                    )
                    .label("which of the two?")
                    .related(own.original.span, "its address")
                    .help(format!("quote it, as in `{{{} address}}`", place.owner.name)),
                );
            }
        }
    }
}
