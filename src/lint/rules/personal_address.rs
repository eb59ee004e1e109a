//! A mailbox that seems to belong to one person, in a text for everybody.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;
use crate::lint::persons::mailboxes;
use crate::lint::prose::Signs;

/// Looks at every mail address in texts for everybody.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let content = passage.piece.content.as_str();
        if !passage.signs.has(Signs::AT) || *passage.place.audience != Audience::Everybody {
            continue;
        }
        for range in mailboxes(content) {
            let written = &content[range.clone()];
            findings.push(
                Diagnostic::new(
                    &registry::PERSONAL_ADDRESS,
                    passage.piece.place(range.clone()),
                    format!("`{written}` seems to be one person's mailbox"),
                )
                .label("published for everybody")
                .help("name a mailbox that several people read, or keep it among `internal` lines"),
            );
        }
    }
}
