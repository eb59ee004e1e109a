//! "See section 4.2": a reference by number, which nothing keeps right.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role, Tag};

/// Looks at every "section 4".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Section) {
        if matches!(passage.place.role, Role::Title | Role::Address) {
            continue;
        }
        for mark in passage.marks(Tag::Section) {
            let tokens = passage.tokens();
            let Some(next) = tokens.all.get(mark.tokens().end) else { continue };
            let plain = next.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            if next.kind != Kind::Number
                || next.sentence() != mark.sentence()
                || !plain
                || is_of_another(passage, mark)
            {
                continue;
            }
            let whole = mark.tokens().start..mark.tokens().end + 1;
            findings.push(
                Diagnostic::new(
                    &registry::NUMBERED_REFERENCE,
                    passage.span(whole.clone()),
                    format!("`{}` may be another one tomorrow", passage.written(whole)),
                )
                .label("nothing keeps this number right")
                .help("quote what is meant by its name, as in `{section changes}`, which becomes a link with its title"),
            );
        }
    }
}

/// Whether the number is that of a law or of another document: "article 28 of the regulation".
fn is_of_another(passage: &crate::lint::prose::Passage<'_>, mark: &crate::lint::prose::Mark) -> bool {
    let behind = mark.tokens().end + 1;
    let Some(next) = passage.tokens().all.get(behind) else { return false };
    let of =
        passage.marks(Tag::PlaceOf).any(|it| it.tokens().start == behind && it.sentence() == mark.sentence());
    of || next.sentence() == mark.sentence() && (next.kind == Kind::Gap || next.text == "(")
}
