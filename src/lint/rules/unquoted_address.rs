//! An address in a text that repeats the address of something that is declared.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role};
use crate::value::Name;
use std::collections::BTreeMap;

/// Looks at every address in a text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let mut known: BTreeMap<&str, (&'static str, &Name)> = BTreeMap::new();
    for (name, channel) in &program.channels {
        // Of several addresses a quotation would name all.
        if let [(text, None)] = channel.addresses.as_slice() {
            known.entry(text.original.content.as_str()).or_insert(("channel", name));
        }
    }
    for (name, role) in &program.roles {
        if let [text] = role.addresses.as_slice() {
            known.entry(text.original.content.as_str()).or_insert(("role", name));
        }
    }
    if known.is_empty() {
        return;
    }
    for passage in &context.prose().passages {
        let content = passage.piece.content.as_str();
        if passage.place.role == Role::Address || !(content.contains('@') || content.contains("://")) {
            continue;
        }
        for token in passage.tokens().all.iter().filter(|token| token.kind == Kind::Address) {
            let Some((keyword, name)) = known.get(&content[token.range()]) else { continue };
            let span = passage.piece.place(token.range());
            findings.push(
                Diagnostic::new(
                    &registry::UNQUOTED_ADDRESS,
                    span,
                    format!("this repeats the address of the {keyword} `{name}`"),
                )
                .label("stays behind when the address changes")
                .related(name.span, "declared here")
                .help(format!("write `{{{name} address}}` in its place"))
                .fix("quote the address", true, span, format!("{{{name} address}}")),
            );
        }
    }
}
