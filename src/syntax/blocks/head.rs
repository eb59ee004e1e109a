//! The words of a clause, as the rule `head` of the grammar says how far they go.

use super::lines::{
    at, begins_declaration, blanks, char_at, closed_string, is_blank, is_opening, line_end, newline, white,
};
use std::ops::Range;

/// A place that only the grammar can judge.
struct Ask;

/// The end of the words that begin at an offset, and the comments between them; none when the grammar has to be asked.
pub(super) fn end(text: &str, start: usize, comments: &mut Vec<Range<usize>>) -> Option<usize> {
    let known = comments.len();
    let found = words(text, start, comments).ok();
    if found.is_none() {
        comments.truncate(known);
    }
    found
}

fn words(text: &str, start: usize, comments: &mut Vec<Range<usize>>) -> Result<usize, Ask> {
    let mut end = start;
    while end < text.len() {
        end = match at(text, end) {
            b'\n' | b'\r' => match glue_word(text, end, comments)? {
                Some(next) => next,
                None => break,
            },
            b';' | b'{' | b'}' => break,
            b'"' => string(text, end)?,
            b'(' => bracket(text, end)?,
            b',' => match glue_comma(text, end, comments) {
                Some(next) => next,
                None => run(text, end + 1),
            },
            b'#' => match glue_word(text, end, comments)? {
                Some(next) => next,
                None => run(text, end + 1),
            },
            b' ' | b'\t' | 0xC2 | 0xE2 | 0xE3 => {
                let behind = blanks(text, end);
                if behind == end {
                    let c = char_at(text, end).ok_or(Ask)?;
                    if is_quote(c) {
                        return Err(Ask);
                    }
                    run(text, end + c.len_utf8())
                } else if at(text, behind) == b'#' {
                    match glue_word(text, end, comments)? {
                        Some(next) => next,
                        None => break,
                    }
                } else {
                    behind
                }
            }
            _ => run(text, end),
        };
    }
    Ok(end)
}

/// The quotes of a word processor.
fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«')
}

/// Which bytes end a run of plain characters, or may begin a character that does.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let bytes = b"\n\r;{}\"( \t,\xC2\xE2\xE3";
    let mut index = 0;
    while index < bytes.len() {
        stops[bytes[index] as usize] = true;
        index += 1;
    }
    stops
};

/// Whether a byte is nothing but a part of a word, even at its beginning.
fn is_plain(byte: u8) -> bool {
    !STOPS[usize::from(byte)] && byte != b'#'
}

/// The rest of a word and the words behind it: everything up to what needs a closer look.
fn run(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if STOPS[usize::from(byte)] {
            match byte {
                b' ' if bytes.get(end + 1).is_some_and(|next| is_plain(*next)) => {}
                0xC2 | 0xE2 | 0xE3 => match char_at(text, end) {
                    Some(c) if !is_blank(c) && !is_quote(c) => end += c.len_utf8() - 1,
                    _ => return end,
                },
                _ => return end,
            }
        }
        end += 1;
    }
    end
}

/// A text that ends, on one line or between three quotes.
fn string(text: &str, start: usize) -> Result<usize, Ask> {
    let Some(inner) = text[start..].strip_prefix("\"\"\"") else {
        return closed_string(text, start).ok_or(Ask);
    };
    let length = memchr::memmem::find(inner.as_bytes(), b"\"\"\"").ok_or(Ask)?;
    let block = &inner.as_bytes()[..length];
    // A declaration in the first column ends a text that was left open.
    let declares = |line: usize| {
        block.get(line + 1).is_some_and(|first| first.is_ascii_alphabetic() || !first.is_ascii())
    };
    if memchr::memchr_iter(b'\n', block).any(declares) { Err(Ask) } else { Ok(start + length + 6) }
}

/// Round brackets on one line.
fn bracket(text: &str, start: usize) -> Result<usize, Ask> {
    let mut depth = 0_usize;
    let mut end = start;
    loop {
        match at(text, end) {
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return Ok(end + 1);
                }
            }
            b'"' if !text[end..].starts_with("\"\"\"") => {
                end = closed_string(text, end).ok_or(Ask)?;
                continue;
            }
            b'"' | b'\n' | b'\r' | b';' | b'{' | b'}' | b'#' | 0 => return Err(Ask),
            0xC2 | 0xE2 | 0xE3 => match char_at(text, end) {
                Some(c) if !is_blank(c) && !is_quote(c) => end += c.len_utf8() - 1,
                _ => return Err(Ask),
            },
            _ => {}
        }
        end += 1;
    }
}

/// The offset behind a comma that ends its line, where the next line goes on.
fn glue_comma(text: &str, start: usize, comments: &mut Vec<Range<usize>>) -> Option<usize> {
    let known = comments.len();
    let next = line_ends(text, start + 1, comments, true).map(|line| blanks(text, line)).filter(|&next| {
        next < text.len() && !matches!(at(text, next), b'}' | b'|' | b'#') && !begins_declaration(text, next)
    });
    if next.is_none() {
        comments.truncate(known);
    }
    next
}

/// The offset of a word or a translation on a line below that the words go on with.
fn glue_word(text: &str, start: usize, comments: &mut Vec<Range<usize>>) -> Result<Option<usize>, Ask> {
    // Nearly always a line ends here, and no comment stands before the next word.
    if at(text, start) == b'\n' {
        let next = white(text, start);
        match at(text, next) {
            b'#' | b'\r' => {}
            byte if byte.is_ascii_lowercase() => return Ok(goes_on(text, next)?.then_some(next)),
            byte if byte.is_ascii() => return Ok(None),
            _ => {}
        }
    }
    let known = comments.len();
    if let Some(line) = line_ends(text, start, comments, false) {
        let next = blanks(text, line);
        if goes_on(text, next)? {
            return Ok(Some(next));
        }
    }
    comments.truncate(known);
    Ok(None)
}

/// The offset behind line ends with blanks and comments before them, at least one; perhaps none before a declaration.
fn line_ends(
    text: &str,
    start: usize,
    comments: &mut Vec<Range<usize>>,
    stops_at_declarations: bool,
) -> Option<usize> {
    let mut end = None;
    let mut next = start;
    loop {
        next = blanks(text, next);
        let comment = (at(text, next) == b'#').then(|| next..line_end(text, next));
        next = comment.as_ref().map_or(next, |comment| comment.end);
        let Some(line) = newline(text, next) else { return end };
        if stops_at_declarations && is_opening(text, next) {
            return end;
        }
        comments.extend(comment);
        (end, next) = (Some(line), line);
    }
}

/// Whether `when`, `unless`, `and`, `or`, a translation or an `if` in the place of `when` stands at an offset.
fn goes_on(text: &str, start: usize) -> Result<bool, Ask> {
    let bytes = &text.as_bytes()[start..];
    if !bytes.first().is_some_and(u8::is_ascii_lowercase) {
        return Ok(false);
    }
    let end = bytes.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(bytes.len());
    if matches!(&bytes[..end], b"when" | b"unless" | b"and" | b"or" | b"if") {
        match at(text, start + end) {
            byte if !byte.is_ascii() => return Err(Ask),
            byte if byte.is_ascii_alphanumeric() || byte == b'_' => {}
            _ => return Ok(true),
        }
    }
    if !(2..=3).contains(&end) {
        return Ok(false);
    }
    let mut tag = start + end;
    while at(text, tag) == b'-' && at(text, tag + 1).is_ascii_alphanumeric() {
        tag += 1;
        while at(text, tag).is_ascii_alphanumeric() {
            tag += 1;
        }
    }
    if at(text, tag) != b':' {
        return Ok(false);
    }
    let quote = char_at(text, blanks(text, tag + 1));
    Ok(matches!(quote, Some('"' | '“' | '„' | '«')))
}
