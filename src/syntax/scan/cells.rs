//! Cells of tables: names in headers and labels, and the promises that are written most often.

use super::words::{at, blanks, name};
use super::{Miss, Scan, lengths};
use crate::syntax::cell::{Header, LabelWord};
use crate::syntax::grammar::Builder;
use crate::value::{Figure, Name};

/// A promise that fills its cell: a length of time, or a word for none.
pub(in crate::syntax) fn figure(b: &Builder, text: &str) -> Scan<Figure> {
    let found = match at(text, 0) {
        b'0'..=b'9' => lengths::lapse(b, text, 0),
        _ => lengths::no_figure(text, 0),
    };
    let (promise, end) = filled(found, text)?;
    Ok((Figure { promise, strength: None, span: b.stretch(0, end) }, end))
}

/// Names joined by commas, `other` or `any`; texts and figures are left to the grammar.
pub(in crate::syntax) fn labels(b: &Builder, text: &str) -> Scan<Vec<LabelWord>> {
    // Most labels are one word.
    let mut words = Vec::with_capacity(1);
    let mut end = 0;
    loop {
        let start = end;
        let word = if at(text, start).is_ascii_digit() {
            let (duration, past) = lengths::duration(b, text, start).map_err(|_| Miss::Ask)?;
            end = past;
            LabelWord::Duration(duration)
        } else {
            end = name(text, start).map_err(|_| Miss::Ask)?;
            let span = b.stretch(start, end);
            match &text[start..end] {
                "any" if words.is_empty() && end == text.len() => LabelWord::Any(span),
                "other" if words.is_empty() && end == text.len() => LabelWord::Other(span),
                "any" | "other" => return Err(Miss::Ask),
                "yes" => LabelWord::Bool(true, span),
                "no" => LabelWord::Bool(false, span),
                _ => LabelWord::Name(b.name_at(text, start, end)),
            }
        };
        words.push(word);
        if end == text.len() {
            return Ok((words, end));
        }
        let comma = blanks(text, end)?;
        if at(text, comma) != b',' {
            return Err(Miss::Ask);
        }
        end = blanks(text, comma + 1)?;
    }
}

/// The header of a column: names, or a name `by` a name.
pub(in crate::syntax) fn header(b: &Builder, text: &str) -> Scan<Header> {
    let Some(by) = text.as_bytes().windows(4).position(|bytes| bytes == b" by ") else {
        let (words, end) = labels(b, text)?;
        return Ok((Header { words, by: None }, end));
    };
    let (first, fact) = (&text[..by], &text[by + 4..]);
    let (words, _) = labels(b, first)?;
    let by: Name = match name(fact, 0) {
        Ok(end) if end == fact.len() => b.name_at(text, text.len() - end, text.len()),
        _ => return Err(Miss::Ask),
    };
    Ok((Header { words, by: Some(by) }, text.len()))
}

/// What was read, if nothing is left over; else the grammar says what that is.
fn filled<T>(found: Scan<T>, text: &str) -> Scan<T> {
    found.and_then(|(value, end)| if end == text.len() { Ok((value, end)) } else { Err(Miss::Ask) })
}
