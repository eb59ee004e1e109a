//! A merge that nobody finished: of its two versions the first is read, so that the mistake costs one message.
//!
//! In: the text of a file. Out: `None` when there is no merge in it; else a text of the same length in which the marks and
//! the other version are blank, and one finding for each merge. A mark that lacks its others is left to whoever meets it.

use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};
use std::ops::Range;

/// The marks, each at the beginning of a line: the first version, what both came from, the other version, the end.
const BEGIN: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const OTHER: &str = "=======";
const END: &str = ">>>>>>>";

/// The text with the first version of each merge, and the findings.
pub(super) fn first_versions(file: FileId, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    // Most texts do not have the sign at all.
    memchr::memchr(BEGIN.as_bytes()[0], text.as_bytes())?;
    memchr::memmem::find(text.as_bytes(), BEGIN.as_bytes())?;
    let merges = merges(text);
    let mut bytes = text.as_bytes().to_vec();
    let mut findings = Vec::new();
    for merge in &merges {
        let mark = |at: usize| Span::new(file, at, at + BEGIN.len());
        findings.push(
            Diagnostic::new(
                &registry::SYNTAX,
                mark(merge.begin.start),
                "two versions of these lines were merged, and nobody chose",
            )
            .label("the first version begins here")
            .related(mark(merge.end), "the other one ends here")
            .help(
                "keep one of the two, and take the lines with these marks out; until then the first is read",
            ),
        );
        for byte in merge.begin.clone().chain(merge.rest.clone()) {
            if !matches!(bytes[byte], b'\n' | b'\r') {
                bytes[byte] = b' ';
            }
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    (!findings.is_empty()).then_some((text, findings))
}

/// Where one merge stands.
struct Merge {
    /// The line with the first mark.
    begin: Range<usize>,
    /// From the mark behind the first version to the line end behind the last mark.
    rest: Range<usize>,
    /// Where the last mark begins.
    end: usize,
}

/// All merges with their three marks, in order.
fn merges(text: &str) -> Vec<Merge> {
    let is = |line: &str, mark: &str| {
        line.strip_prefix(mark).is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with(' '))
    };
    let mut found = Vec::new();
    let (mut begin, mut rest, mut other) = (None, None, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let here = at..at + line.len();
        at = here.end;
        if is(line, BEGIN) {
            (begin, rest, other) = (Some(here), None, false);
        } else if begin.is_some() && rest.is_none() && (is(line, BASE) || is(line, OTHER)) {
            rest = Some(here.start);
            other = is(line, OTHER);
        } else if rest.is_some() && is(line, OTHER) {
            other = true;
        } else if is(line, END)
            && other
            && let (Some(begin), Some(start)) = (begin.take(), rest.take())
        {
            found.push(Merge { begin, rest: start..here.end, end: here.start });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let (read, findings) = first_versions(FileId::default(), text)?;
        assert_eq!(read.len(), text.len());
        Some(format!("{} {}", findings.len(), read.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    #[test]
    fn the_first_version_is_read_whatever_both_came_from() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\ne\n";
        assert_eq!(read(text).as_deref(), Some("1 a b e"));
        let two = "<<<<<<< HEAD\r\nb\r\n=======\r\nd\r\n>>>>>>> other\r\n<<<<<<< HEAD\nb\n=======\nd\n>>>>>>> other\n";
        assert_eq!(read(two).as_deref(), Some("2 b b"));
    }

    #[test]
    fn marks_without_their_others_are_no_merge() {
        assert_eq!(read("Title\n=======\n"), None);
        assert_eq!(read("<<<<<<< HEAD\nb\n"), None);
        assert_eq!(read("<<<<<<< HEAD\nb\n>>>>>>> other\n"), None);
    }
}
