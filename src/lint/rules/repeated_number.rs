//! Two titles that begin with one number: "4.2 Standard" and "4.2 Advanced". Sections are numbered by the document, and any number
//! of their own is told by `numbered-title`.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Role, Signs};
use crate::source::Span;
use std::collections::BTreeMap;

/// Looks at every title in its first language.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for passage in &context.prose().passages {
        if passage.place.role != Role::Title || !passage.signs.has(Signs::DIGIT) {
            continue;
        }
        let original = passage.piece.span == passage.text.original.span;
        let Some(number) = number(&passage.piece.content).filter(|_| original) else { continue };
        if passage.place.keyword == "section" {
            continue;
        }
        let span = passage.piece.place(0..number.len());
        let Some(first) = seen.get(number) else {
            seen.insert(number, span);
            continue;
        };
        findings.push(
            Diagnostic::new(
                &registry::REPEATED_NUMBER,
                span,
                format!("another title begins with `{number}` as well"),
            )
            .label("the second one")
            .related(*first, "the first one")
            .help("leave the numbers out: readers are led by titles and links, and numbers change"),
        );
    }
}

/// The number that a title begins with, as outlines are numbered: `4.2`, `4.`, `4)`.
fn number(title: &str) -> Option<&str> {
    if !title.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, _) = title.split_once(' ')?;
    let plain = number.trim_end_matches(['.', ')', ':']);
    let parts =
        plain.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (parts && (number != plain || plain.contains('.'))).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn titles_are_numbered_as_outlines_are() {
        assert_eq!(number("4.2 Standard"), Some("4.2"));
        assert_eq!(number("4) Scope"), Some("4"));
        assert_eq!(number("4. Scope"), Some("4"));
        for title in ["24 hours", "24/7 support", "4.x releases", "Scope 4.2", "4.2"] {
            assert_eq!(number(title), None, "{title}");
        }
    }
}
