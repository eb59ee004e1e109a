//! Limits on what is parsed at all, so that no text can exhaust the stack or the memory.

use super::blocks;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};

/// How deeply braces and brackets may nest; the deepest real policy has five levels.
pub(super) const DEPTH: usize = 64;

/// How many bytes a file may have.
pub(super) const BYTES: usize = 16 * 1024 * 1024;

/// How many words that nest (`not`, `of`, `after`) one clause may have.
pub(super) const NESTING_WORDS: usize = 200;

/// Says why a text is not parsed.
pub(super) fn beyond(file: FileId, text: &str) -> Option<Diagnostic> {
    if text.len() > BYTES {
        return Some(
            Diagnostic::new(&registry::TOO_LARGE, Span::new(file, 0, 0), "this file is larger than 16 MB")
                .label("nothing of it was read")
                .help("divide it, and join the parts with `use`"),
        );
    }
    if let Some(at) = too_deep_at(text) {
        let place = Span::new(file, at, at + 1);
        let marks = if text[at..].starts_with('(') { "brackets" } else { "braces" };
        return Some(
            Diagnostic::new(&registry::TOO_DEEP, place, format!("{marks} are nested more than 64 deep"))
                .label("the 65th level begins here")
                .help(format!("a policy needs a handful of levels: perhaps closing {marks} are missing")),
        );
    }
    None
}

/// Says that lines end as on very old Macs. Editors of today show such lines as one or leave the end out, so that a comment
/// hides from the reader where it ends.
pub(super) fn old_line_end(file: FileId, text: &str) -> Option<Diagnostic> {
    let bytes = text.as_bytes();
    let at = memchr::memchr_iter(b'\r', bytes).find(|at| bytes.get(at + 1) != Some(&b'\n'))?;
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        Span::new(file, at, at + 1),
        "a line ends with a lone carriage return, as on very old Macs",
    );
    Some(finding.label("here").help("save the file with the line ends of today (LF or CRLF)"))
}

/// The bytes that count for how deeply a text nests, or begin what does not.
const COUNTS: [bool; 256] = {
    let mut counts = [false; 256];
    let bytes = b"\"#{};()\n";
    let mut index = 0;
    while index < bytes.len() {
        counts[bytes[index] as usize] = true;
        index += 1;
    }
    counts
};

/// Where braces and brackets nest deeper than any policy needs. Quotes and comments are read as the outline reads them,
/// near enough: the guard of the parser's stack catches what is counted too low.
fn too_deep_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // What has fewer opening marks in all nests less deeply.
    let opening = memchr::memchr_iter(b'{', bytes).count() + memchr::memchr_iter(b'(', bytes).count();
    if opening <= DEPTH {
        return None;
    }
    let (mut braces, mut brackets, mut at) = (0_usize, 0_usize, 0_usize);
    while let Some(length) = bytes[at..].iter().position(|byte| COUNTS[usize::from(*byte)]) {
        at += length;
        match bytes[at] {
            b'"' => {
                at = after_text(text, at);
                continue;
            }
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                at = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length);
                continue;
            }
            b'{' => (braces, brackets) = (braces + 1, 0),
            b'}' => (braces, brackets) = (braces.saturating_sub(1), 0),
            b';' => brackets = 0,
            b'(' => brackets += 1,
            b')' => brackets = brackets.saturating_sub(1),
            // A declaration in the first column closes every open body.
            b'\n' if bytes.get(at + 1).is_some_and(|first| *first > b' ') && blocks::is_opening(text, at) => {
                (braces, brackets) = (0, 0);
            }
            _ => {}
        }
        if braces + brackets > DEPTH {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The offset behind the text that begins with a quote, which ends with its line unless it is one of several lines.
fn after_text(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if let Some(inner) = rest.strip_prefix("\"\"\"") {
        return inner.find("\"\"\"").map_or(at + 3, |length| at + length + 6);
    }
    let inner = &rest[1..];
    match memchr::memchr2(b'"', b'\n', inner.as_bytes()) {
        Some(length) if inner.as_bytes()[length] == b'"' => at + length + 2,
        _ => at + 1,
    }
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
