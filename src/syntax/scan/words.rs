//! The smallest pieces: names, numbers, units, fixed words and the blanks between them, as the grammar's rules of the same
//! name read them. A letter outside ASCII is left to the grammar, which knows all scripts.

use super::{Miss, Scan};
use crate::value::{Decimal, Unit};

/// The byte at an offset; 0 behind the end.
pub(super) fn at(text: &str, offset: usize) -> u8 {
    text.as_bytes().get(offset).copied().unwrap_or(0)
}

/// Whether a byte can be part of a word.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a text is one name and nothing else.
pub(in crate::syntax) fn is_name(text: &str) -> Option<bool> {
    match name(text, 0) {
        Ok(end) => Some(end == text.len()),
        Err(Miss::Not) => Some(false),
        Err(Miss::Ask) => None,
    }
}

/// The end of the name that begins at an offset.
pub(super) fn name(text: &str, start: usize) -> Result<usize, Miss> {
    let bytes = text.as_bytes();
    match bytes.get(start) {
        Some(first) if first.is_ascii_lowercase() => {}
        Some(first) if !first.is_ascii() => return Err(Miss::Ask),
        _ => return Err(Miss::Not),
    }
    let mut end = start + 1;
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_alphanumeric() => end += 1,
            Some(b'-') => match bytes.get(end + 1) {
                Some(next) if next.is_ascii_alphanumeric() => end += 2,
                Some(next) if !next.is_ascii() => return Err(Miss::Ask),
                _ => return Err(Miss::Not),
            },
            Some(b'_') => return Err(Miss::Not),
            Some(byte) if !byte.is_ascii() => return Err(Miss::Ask),
            _ => return Ok(end),
        }
    }
}

/// The end of a run of digits with single low lines between them.
fn digits(text: &str, start: usize) -> Result<usize, Miss> {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        let joined = *byte == b'_' && end > start && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !joined {
            break;
        }
        end += 1;
    }
    if end == start { Err(Miss::Not) } else { Ok(end) }
}

/// What must not follow a number: a letter, a per cent sign, a second mark.
fn ends_number(text: &str, end: usize) -> Result<usize, Miss> {
    let next = at(text, end + 1);
    match at(text, end) {
        b'%' => Err(Miss::Not),
        b'.' | b',' if next.is_ascii_digit() || next == b'-' => Err(Miss::Not),
        b'.' | b',' if !next.is_ascii() => Err(Miss::Ask),
        b':' | b'-' if next.is_ascii_digit() => Err(Miss::Not),
        byte if is_word(byte) => Err(Miss::Not),
        byte if !byte.is_ascii() => Err(Miss::Ask),
        _ => Ok(end),
    }
}

/// A whole number that a count can be.
pub(super) fn integer(text: &str, start: usize) -> Scan<u32> {
    let end = ends_number(text, digits(text, start)?)?;
    let mut value: u32 = 0;
    for digit in text.as_bytes()[start..end].iter().filter(|byte| **byte != b'_') {
        let digit = u32::from(digit - b'0');
        value = value.checked_mul(10).and_then(|value| value.checked_add(digit)).ok_or(Miss::Ask)?;
    }
    if value > 1_000_000_000 { Err(Miss::Ask) } else { Ok((value, end)) }
}

/// A number. One with a point is left to the grammar, since it may have two readings.
pub(super) fn number(text: &str, start: usize) -> Scan<Decimal> {
    let end = digits(text, start)?;
    if at(text, end) == b'.' && at(text, end + 1).is_ascii_digit() {
        return Err(Miss::Ask);
    }
    let (value, end) = integer(text, start)?;
    Ok((Decimal::whole(value.into()), end))
}

/// A unit of time.
pub(super) fn unit(text: &str, start: usize) -> Scan<Unit> {
    let rest = &text.as_bytes()[start.min(text.len())..];
    for (unit, word) in Unit::ALL {
        if rest.first() == word.as_bytes().first() && rest.starts_with(word.as_bytes()) {
            let end = start + word.len();
            let end = if at(text, end) == b's' { end + 1 } else { end };
            return match at(text, end) {
                b'-' => Err(Miss::Not),
                byte if is_word(byte) => Err(Miss::Not),
                byte if !byte.is_ascii() => Err(Miss::Ask),
                _ => Ok((unit, end)),
            };
        }
    }
    Err(Miss::Not)
}

/// The end of the first of some words that stands at an offset and is not part of a longer word.
pub(super) fn fixed(text: &str, start: usize, words: &[&str]) -> Result<usize, Miss> {
    let rest = &text.as_bytes()[start.min(text.len())..];
    for word in words {
        if rest.starts_with(word.as_bytes()) {
            let end = start + word.len();
            return match at(text, end) {
                byte if is_word(byte) => Err(Miss::Not),
                byte if !byte.is_ascii() => Err(Miss::Ask),
                _ => Ok(end),
            };
        }
    }
    Err(Miss::Not)
}

/// The same for words that a hyphen makes longer too.
pub(super) fn whole(text: &str, start: usize, words: &[&str]) -> Result<usize, Miss> {
    let end = fixed(text, start, words)?;
    if at(text, end) == b'-' { Err(Miss::Not) } else { Ok(end) }
}

/// White space within a value, over several lines; comments and the blanks of word processors are left to the grammar.
pub(super) fn space(text: &str, start: usize) -> Result<usize, Miss> {
    let end = gap(text, start)?;
    if end == start { Err(Miss::Not) } else { Ok(end) }
}

/// White space that may be absent.
pub(super) fn gap(text: &str, start: usize) -> Result<usize, Miss> {
    let mut end = start;
    while matches!(at(text, end), b' ' | b'\t' | b'\n') {
        end += 1;
    }
    match at(text, end) {
        b'#' | b'\r' => Err(Miss::Ask),
        byte if !byte.is_ascii() => Err(Miss::Ask),
        _ => Ok(end),
    }
}

/// Blanks within a line, which may be absent.
pub(super) fn blanks(text: &str, start: usize) -> Result<usize, Miss> {
    let mut end = start;
    while matches!(at(text, end), b' ' | b'\t') {
        end += 1;
    }
    if at(text, end).is_ascii() { Ok(end) } else { Err(Miss::Ask) }
}

/// Whether it is worth asking the grammar about a value that begins with one of some words.
pub(super) fn begins(text: &str, words: &[&str]) -> Miss {
    if words.iter().any(|word| text.starts_with(word)) { Miss::Ask } else { Miss::Not }
}

/// The same for what begins with a digit.
pub(super) fn digit(text: &str) -> Miss {
    if at(text, 0).is_ascii_digit() { Miss::Ask } else { Miss::Not }
}

/// The same for what begins with a quotation mark, of which there are many.
pub(super) fn quote(text: &str) -> Miss {
    match at(text, 0) {
        b'"' | b'\'' => Miss::Ask,
        byte if !byte.is_ascii() => Miss::Ask,
        _ => Miss::Not,
    }
}
