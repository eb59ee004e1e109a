//! A mail address in the words of a channel that is not the address of the channel.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role, Signs};

/// Looks at the words of every channel that has a mail address.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.channels.is_empty() {
        return;
    }
    let is_known = |written: &str| {
        let mut addresses = context.prose().passages.iter().filter(|it| it.place.role == Role::Address);
        addresses.any(|passage| passage.piece.content.trim() == written)
    };
    for passage in &context.prose().passages {
        let place = &passage.place;
        if !passage.signs.has(Signs::AT) || place.keyword != "channel" || place.role == Role::Address {
            continue;
        }
        let Some(channel) = program.channels.get(&place.owner.name) else { continue };
        let [(own, None)] = channel.addresses.as_slice() else { continue };
        let Some((_, host)) = own.original.content.trim().rsplit_once('@') else { continue };
        for token in passage.tokens().all.iter().filter(|token| token.kind == Kind::Address) {
            let written = &passage.piece.content[token.range()];
            // An address elsewhere is somebody else's.
            let same_house =
                written.rsplit_once('@').is_some_and(|(_, other)| other.eq_ignore_ascii_case(host));
            if same_house && !is_known(written) {
                findings.push(
                    Diagnostic::new(
                        &registry::OTHER_ADDRESS,
                        passage.piece.place(token.range()),
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
