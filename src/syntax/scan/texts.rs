//! Texts in straight quotes, with the translations that follow them.

use super::words::{at, fixed};
use super::{Miss, Scan};
use crate::syntax::build::texts;
use crate::syntax::grammar::Builder;
use crate::value::{Piece, Text, Translation};
use thin_vec::ThinVec;

/// A text with its translations. Other quotes, texts that do not end and empty ones are left to the grammar.
pub(super) fn text(b: &mut Builder, text: &str) -> Scan<Text> {
    let (original, mut end) = quoted(b, text, 0)?;
    let mut translations = ThinVec::<Translation>::new();
    loop {
        let next = behind(text, end)?;
        let Some((tag, quote)) = translation(text, next)? else { break };
        let language = &text[next..tag];
        if translations.iter().any(|known| known.language == language) {
            return Err(Miss::Ask);
        }
        let (piece, past) = quoted(b, text, quote)?;
        translations.push(Translation { language: language.into(), span: b.stretch(next, tag), piece });
        end = past;
    }
    let everywhere = in_all_languages(text, end)?;
    let (everywhere, end) = everywhere.map_or((false, end), |end| (true, end));
    Ok((Text { original, translations, everywhere, span: b.stretch(0, end) }, end))
}

/// One text between quotes, on one line or between three of them.
fn quoted(b: &mut Builder, text: &str, start: usize) -> Scan<Piece> {
    match at(text, start) {
        b'"' => {}
        b'\'' => return Err(Miss::Ask),
        byte if byte.is_ascii() => return Err(Miss::Not),
        _ => return Err(Miss::Ask),
    }
    let rest = &text[start..];
    if let Some(inner) = rest.strip_prefix("\"\"\"") {
        let length = memchr::memmem::find(inner.as_bytes(), b"\"\"\"").ok_or(Miss::Ask)?;
        let inner = &inner[..length];
        // A declaration in the first column ends a text that was left open.
        let declares = |line: usize| {
            let first = at(inner, line + 1);
            first.is_ascii_alphabetic() || !first.is_ascii()
        };
        if memchr::memchr_iter(b'\n', inner.as_bytes()).any(declares) {
            return Err(Miss::Ask);
        }
        let end = start + length + 6;
        return Ok((texts::piece_of(b, inner, true, start, end), end));
    }
    let inner = &rest.as_bytes()[1..];
    let length = memchr::memchr2(b'"', b'\n', inner).filter(|at| inner[*at] == b'"').ok_or(Miss::Ask)?;
    let inner = &rest[1..=length];
    if !at(inner, 0).is_ascii_graphic() && inner.trim().is_empty() {
        return Err(Miss::Ask);
    }
    let end = start + length + 2;
    Ok((texts::piece_of(b, inner, false, start, end), end))
}

/// The offset behind white space and line ends.
fn behind(text: &str, start: usize) -> Result<usize, Miss> {
    let mut end = start;
    loop {
        match at(text, end) {
            b' ' | b'\t' | b'\n' => end += 1,
            b'\r' if at(text, end + 1) == b'\n' => end += 2,
            b'\r' | b'#' => return Err(Miss::Ask),
            byte if !byte.is_ascii() => return Err(Miss::Ask),
            _ => return Ok(end),
        }
    }
}

/// The end of the tag of a translation and the quote that begins it, if one stands here.
fn translation(text: &str, start: usize) -> Result<Option<(usize, usize)>, Miss> {
    let mut end = start;
    while end < start + 3 && at(text, end).is_ascii_lowercase() {
        end += 1;
    }
    if end < start + 2 {
        return Ok(None);
    }
    while at(text, end) == b'-' && at(text, end + 1).is_ascii_alphanumeric() {
        end += 2;
        while at(text, end).is_ascii_alphanumeric() {
            end += 1;
        }
    }
    if at(text, end) != b':' {
        return Ok(None);
    }
    let quote = super::words::blanks(text, end + 1)?;
    match at(text, quote) {
        b'"' => Ok(Some((end, quote))),
        b'\'' => Err(Miss::Ask),
        _ => Ok(None),
    }
}

/// The end of `in all languages` behind a text, if that stands here.
fn in_all_languages(text: &str, start: usize) -> Result<Option<usize>, Miss> {
    let mut end = start;
    for word in ["in", "all", "languages"] {
        let next = super::words::blanks(text, end)?;
        if next == end || !text[next..].starts_with(word) {
            return Ok(None);
        }
        end = next + word.len();
    }
    match fixed(text, end - "languages".len(), &["languages"]) {
        Ok(end) => Ok(Some(end)),
        Err(Miss::Not) => Ok(None),
        Err(Miss::Ask) => Err(Miss::Ask),
    }
}
