//! Where records end in a text.
//!
//! In: the bytes of a table as text. Out: the ends of its records. Quotes count only where a field begins with them, so that an
//! inch mark within a field does no harm.

use super::form::Form;

/// What may stand between fields; where two are equally frequent, the first.
pub(super) const SEPARATORS: [u8; 4] = *b",;\t|";

pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

pub(super) fn reader(text: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text)
}

/// Where the last whole record of a piece ends; none if it holds no whole record.
pub fn cut(piece: &[u8], form: Form) -> Option<usize> {
    let separator = match form {
        Form::JsonLines | Form::Parquet => return memchr::memrchr(b'\n', piece).map(|at| at + 1),
        Form::Csv { separator } => separator,
    };
    if memchr::memchr(b'"', piece).is_none() {
        return memchr::memrchr(b'\n', piece).map(|at| at + 1);
    }
    let mut end = None;
    while let Some(next) = record_end(piece, separator, end.unwrap_or(0)) {
        end = Some(next);
    }
    end
}

/// Where the record that begins here ends, behind its line end. Quotes count only where a field begins with them.
pub(super) fn record_end(text: &[u8], separator: u8, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        if text.get(at) == Some(&b'"') {
            // Two quotes in a quoted field are one, and do not end it.
            at += 1;
            loop {
                at += memchr::memchr(b'"', text.get(at..)?)? + 1;
                if text.get(at) != Some(&b'"') {
                    break;
                }
                at += 1;
            }
        }
        at += memchr::memchr2(separator, b'\n', text.get(at..)?)? + 1;
        if text[at - 1] == b'\n' {
            return Some(at);
        }
    }
}

/// Whether a record ends within quotes.
pub(super) fn is_unclosed(record: &[u8], separator: u8) -> bool {
    record.contains(&b'"') && record_end(&[record, b"\n"].concat(), separator, 0).is_none()
}

/// Whether the first line of a table is all there.
pub fn is_begun(first: &[u8]) -> bool {
    let text = first.strip_prefix(BOM).unwrap_or(first);
    record_end(text, SEPARATORS[0], 0).is_some()
}
