//! A file that `avouch fmt` would lay out in another way.
//!
//! In: the text of a policy. Out: one finding at the first line that would differ, with the whole layout as its fix. A file
//! that could not be laid out whole is left alone, as are the files that it uses, which are looked at on their own.

use crate::diagnostic::{Diagnostic, registry};
use crate::format::format;
use crate::source::{FileId, Source, Span};

/// Looks at the layout of a file.
pub fn check(id: FileId, source: &Source) -> Option<Diagnostic> {
    let text = source.text();
    let formatted = format(text).ok()?;
    if formatted.left > 0 || formatted.text == text {
        return None;
    }
    let (start, end, new) = difference(text, &formatted.text);
    let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    let whole = Span { file: id, start: at(start), end: at(end) };
    // The mark goes to where the eye will look: the first line that would change.
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let first = Span { end: at(line_end.min(end).max(start)), ..whole };
    Some(
        Diagnostic::new(
            &registry::UNTIDY_LAYOUT,
            first,
            "`avouch fmt` would lay this file out in another way",
        )
        .label("the first line that would change")
        .help("run `avouch fmt`; it moves white space and changes no word")
        .fix("lay the file out", true, whole, new),
    )
}

/// The stretch of whole lines of a text that differs, and what is to stand there.
fn difference<'n>(text: &str, new: &'n str) -> (usize, usize, &'n str) {
    let mut start = 0;
    for (line, other) in text.split_inclusive('\n').zip(new.split_inclusive('\n')) {
        if line != other {
            break;
        }
        start += line.len();
    }
    let mut tail = 0;
    for (line, other) in
        text[start..].split_inclusive('\n').rev().zip(new[start..].split_inclusive('\n').rev())
    {
        if line != other {
            break;
        }
        tail += line.len();
    }
    (start, text.len() - tail, &new[start..new.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn only_the_lines_that_differ_are_replaced() {
        assert_eq!(difference("a\n b\nc\n", "a\nb\nc\n"), (2, 5, "b\n"));
        assert_eq!(difference("a\n", "a\nb\n"), (2, 2, "b\n"));
        assert_eq!(difference("a\na\n", "a\n"), (2, 4, ""));
    }
}
