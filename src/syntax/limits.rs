//! Limits on what is parsed at all, so that no text can exhaust the stack or the memory.

use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};

/// How deeply braces and brackets may nest; the deepest real policy has five levels.
pub(super) const DEPTH: usize = 64;

/// How many bytes a file may have.
pub(super) const BYTES: usize = 64 * 1024 * 1024;

/// How many words that nest (`not`, `of`, `after`) one clause may have.
pub(super) const NESTING_WORDS: usize = 200;

/// Says why a text is not parsed.
pub(super) fn beyond(file: FileId, text: &str) -> Option<Diagnostic> {
    if text.len() > BYTES {
        return Some(
            Diagnostic::new(&registry::TOO_LARGE, Span::new(file, 0, 0), "this file is larger than 64 MB")
                .label("nothing of it was read")
                .help("divide it, and join the parts with `use`"),
        );
    }
    let mut depth = 0_usize;
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            // A text on one line ends with the line at the latest.
            b'\n' => quoted = false,
            b'{' | b'(' if !quoted => depth += 1,
            b'}' | b')' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return Some(
                Diagnostic::new(
                    &registry::TOO_DEEP,
                    Span::new(file, at, at + 1),
                    "braces are nested more than 64 deep",
                )
                .label("the 65th level begins here")
                .help("a policy needs a handful of levels: perhaps closing braces are missing"),
            );
        }
    }
    None
}

/// Whether one clause nests deeper by its words than any real one.
pub(super) fn nests_too_deep(clause: &str) -> bool {
    clause.len() > 4 * NESTING_WORDS
        && clause
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| matches!(*word, "not" | "of" | "after"))
            .count()
            > NESTING_WORDS
        && clause
            .split('"')
            .step_by(2)
            .flat_map(str::split_whitespace)
            .filter(|word| matches!(*word, "not" | "of" | "after"))
            .count()
            > NESTING_WORDS
}
