//! Characters in a file that cannot be seen and change how the text around them is shown.
//!
//! In: the text of a file and what was found in it. Out: one finding for each line that has some, unless something else was
//! found on that line. Marks that only say in which direction a word of such a script goes are left alone, and so is what
//! is opened and closed in one line.

use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Source, Span};
use std::collections::BTreeSet;

/// Looks at the whole text, comments too, since readers read them.
pub(super) fn hidden(file: FileId, source: &Source, findings: &mut Vec<Diagnostic>) {
    let text = source.text();
    // All of these begin with one of few bytes, which most texts do not have.
    if text.is_ascii() || memchr::memchr3(0xe2, 0xef, 0xf3, text.as_bytes()).is_none() {
        return;
    }
    let line = |offset: u32| source.line_column(offset).line;
    let known: BTreeSet<usize> = findings.iter().map(|finding| line(finding.span.start)).collect();
    let mut offset = 0;
    let mut found = Vec::new();
    for part in text.split_inclusive('\n') {
        if let Some((at, character)) = steers(part) {
            let place = Span::new(file, offset + at, offset + at + character.len_utf8());
            if (offset > 0 || at > 0) && !known.contains(&line(place.start)) {
                found.push(finding(place, character));
            }
        }
        offset += part.len();
    }
    if !found.is_empty() {
        findings.append(&mut found);
        findings.sort_by_key(|finding| finding.span);
    }
}

fn finding(place: Span, character: char) -> Diagnostic {
    let number = format!("U+{:04X}", u32::from(character));
    let message = "a character that cannot be seen changes how this line is shown";
    Diagnostic::new(&registry::HIDDEN_CHARACTER, place, message).label(number).help("take it out").fix(
        "take it out",
        false,
        place,
        "",
    )
}

/// The first character of a line that changes how the line is shown. Isolates that are closed keep within themselves.
fn steers(line: &str) -> Option<(usize, char)> {
    if line.is_ascii() {
        return None;
    }
    let mut isolates = Vec::new();
    for (at, character) in line.char_indices() {
        match character {
            '\u{2066}'..='\u{2068}' => isolates.push((at, character)),
            '\u{2069}' if isolates.pop().is_none() => {
                return Some((at, character));
            }
            '\u{202a}'..='\u{202e}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' => {
                // A flag is a picture made of such letters behind another one.
                let flag =
                    ('\u{e0020}'..='\u{e007f}').contains(&character) && line[..at].ends_with(is_of_a_flag);
                if !flag {
                    return Some((at, character));
                }
            }
            _ => {}
        }
    }
    isolates.first().copied()
}

fn is_of_a_flag(character: char) -> bool {
    character == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_line_is_found_and_what_writing_needs_is_not() {
        assert_eq!(steers("abc \u{202e}def"), Some((4, '\u{202e}')));
        assert_eq!(steers("abc \u{2066}def"), Some((4, '\u{2066}')));
        assert_eq!(steers("a\u{2069}"), Some((1, '\u{2069}')));
        for fine in [
            "\u{2066}abc\u{2069} d",
            "\u{5e9}\u{200f}",
            "\u{645}\u{200c}\u{646}",
            "\u{1f468}\u{200d}\u{1f469}",
            "\u{1f3f4}\u{e0067}\u{e007f}",
        ] {
            assert_eq!(steers(fine), None, "{fine:?}");
        }
    }
}
