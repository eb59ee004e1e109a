//! Time zones, countries and languages.
//!
//! In: a text. Out: what it begins with, where that is known; what is not known is left to the grammar, whose builder says what
//! was meant.

use super::words::{at, blanks, is_word};
use super::{Miss, Scan};
use crate::syntax::build::places::is_area;
use crate::time::Zone;
use smol_str::SmolStr;

/// `Europe/Amsterdam`.
pub(super) fn zone(text: &str) -> Scan<Zone> {
    let more = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-' | b'/');
    let length = text.bytes().take_while(|byte| more(byte)).count();
    if !at(text, 0).is_ascii_uppercase() {
        return Err(Miss::Not);
    }
    Zone::new(&text[..length]).map(|zone| (zone, length)).ok_or(Miss::Ask)
}

/// `NL`, `DE-BY`.
pub(super) fn area(text: &str) -> Scan<SmolStr> {
    if !(at(text, 0).is_ascii_uppercase() && at(text, 1).is_ascii_uppercase()) {
        return Err(Miss::Not);
    }
    let more = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let region = text.bytes().skip(3).take_while(more).count();
    let length = if at(text, 2) == b'-' && region > 0 { 3 + region } else { 2 };
    match at(text, length) {
        byte if is_word(byte) => Err(Miss::Not),
        byte if !byte.is_ascii() => Err(Miss::Ask),
        _ if is_area(&text[..length]) => Ok((text[..length].into(), length)),
        _ => Err(Miss::Ask),
    }
}

/// `nl`, `pt-BR`; how it addresses the reader is left to the grammar.
pub(super) fn language(text: &str) -> Scan<SmolStr> {
    let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (tag, rest) = text.split_at(length);
    let plain = (2..=3).contains(&length) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    let next = at(rest, blanks(rest, 0)?);
    let goes_on = next.is_ascii_alphabetic() || next == b'_' || !next.is_ascii();
    if plain && !goes_on { Ok((tag.into(), length)) } else { Err(Miss::Ask) }
}
