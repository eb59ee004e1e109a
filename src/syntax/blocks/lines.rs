//! Lines and what stands in them, as the rules `blank`, `NEWLINE`, `row` and `top` of the grammar say it.

use crate::syntax::grammar::{R, fits};
use crate::syntax::schema;

/// The byte at an offset; 0 behind the end.
pub(super) fn at(text: &str, offset: usize) -> u8 {
    text.as_bytes().get(offset).copied().unwrap_or(0)
}

/// The character that begins at an offset.
pub(super) fn char_at(text: &str, offset: usize) -> Option<char> {
    text[offset..].chars().next()
}

/// White space within a line, with the no-break and wide spaces that word processors put in.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{3000}')
}

/// The offset behind the blanks at an offset.
#[inline]
pub(super) fn blanks(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(b' ' | b'\t') = bytes.get(end) {
        end += 1;
    }
    match bytes.get(end) {
        Some(0xC2 | 0xE2 | 0xE3) => wide_blanks(text, end),
        _ => end,
    }
}

/// The same where a blank of a word processor may stand.
fn wide_blanks(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    start + rest.len() - rest.trim_start_matches(is_blank).len()
}

/// The offset behind the plain blanks and line ends at an offset; it may stand before others.
#[inline]
pub(super) fn white(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(b' ' | b'\n' | b'\t') = bytes.get(end) {
        end += 1;
    }
    end
}

/// The offset behind the line end at an offset, if one stands there.
pub(super) fn newline(text: &str, offset: usize) -> Option<usize> {
    match at(text, offset) {
        b'\r' if at(text, offset + 1) == b'\n' => Some(offset + 2),
        b'\n' | b'\r' => Some(offset + 1),
        _ => None,
    }
}

/// The offset of the next line feed, or the end; a comment goes so far.
pub(super) fn line_end(text: &str, start: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |length| start + length)
}

/// The end of the text between straight quotes on one line that begins at an offset.
pub(super) fn closed_string(text: &str, start: usize) -> Option<usize> {
    let inner = &text.as_bytes()[start + 1..];
    let length = memchr::memchr2(b'"', b'\n', inner)?;
    (inner[length] == b'"').then_some(start + length + 2)
}

/// Which bytes of a row need a closer look.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let bytes = b"\"\n\r} \t\xC2\xE2\xE3#";
    let mut index = 0;
    while index < bytes.len() {
        stops[bytes[index] as usize] = true;
        index += 1;
    }
    stops
};

/// The end of the row of a table that begins at an offset.
pub(super) fn row(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let plain = |at: usize| bytes.get(at).is_some_and(|byte| !STOPS[usize::from(*byte)]);
    let mut end = start + 1;
    while let Some(&byte) = bytes.get(end) {
        end = match byte {
            _ if plain(end) => end + 1,
            b' ' if plain(end + 1) => end + 2,
            b'"' => closed_string(text, end).unwrap_or(end + 1),
            b'\n' => return end,
            b'\r' if at(text, end + 1) == b'\n' => return end,
            b'}' if closes_body(text, end) => return end,
            b' ' | b'\t' | 0xC2 | 0xE2 | 0xE3 => {
                let behind = blanks(text, end);
                match at(text, behind) {
                    _ if behind == end => end + char_at(text, end).map_or(1, char::len_utf8),
                    b'#' => return end,
                    b'}' if closes_body(text, behind) => return end,
                    _ => behind,
                }
            }
            _ => end + 1,
        };
    }
    end
}

/// Whether nothing but a comment follows a brace on its line.
fn closes_body(text: &str, brace: usize) -> bool {
    let behind = blanks(text, brace + 1);
    behind >= text.len() || matches!(at(text, behind), b'\n' | b'\r' | b'#')
}

/// Whether a declaration begins in the first column of the line behind the line end at an offset.
pub(in crate::syntax) fn is_opening(text: &str, offset: usize) -> bool {
    newline(text, offset).is_some_and(|line| {
        let first = at(text, line);
        let letter = if first.is_ascii() {
            first.is_ascii_alphabetic()
        } else {
            char_at(text, line).is_some_and(char::is_alphabetic)
        };
        letter && begins_declaration(text, line)
    })
}

/// Whether the words at an offset begin a declaration, as the rule `top_words` says.
pub(super) fn begins_declaration(text: &str, start: usize) -> bool {
    let first = at(text, start);
    if first.is_ascii() {
        // A keyword stands first, or second behind the name of an audience; else the line need not be looked at.
        let end = word(text, start);
        let next = blanks(text, end);
        let second = &text[next..word(text, next)];
        let keyword = first.is_ascii_lowercase()
            && (at(text, end) >= 0x80 || is_keyword(&text[start..end]) || is_keyword(second));
        if !keyword {
            return false;
        }
    }
    // Only that line is looked at, so that many lines cost no more than their length.
    let end = (line_end(text, start) + 1).min(text.len());
    let line = &text[start..end];
    if titled(line) { true } else { fits(R::top_words, line) }
}

/// Whether a line begins as nearly all declarations do: a keyword, perhaps a name, and a quote or a brace.
fn titled(line: &str) -> bool {
    let mut end = word(line, 0);
    if !is_keyword(&line[..end]) {
        return false;
    }
    let name = blanks(line, end);
    if name > end && at(line, name).is_ascii_lowercase() {
        end = word(line, name);
    }
    let next = blanks(line, end);
    at(line, next) == b'{' || at(line, next) == b'"' && next > end
}

/// Whether a word is one of the grammar's `keyword`.
fn is_keyword(word: &str) -> bool {
    word == "use" || schema::keyword(word).is_some()
}

/// The end of the run of letters, digits, hyphens and low lines of ASCII at an offset.
fn word(text: &str, start: usize) -> usize {
    let mut end = start;
    while matches!(at(text, end), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_') {
        end += 1;
    }
    end
}
