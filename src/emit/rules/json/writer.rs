//! How the parts of a line are written, one behind the other.
//!
//! In: texts, numbers and words, and where lists and objects begin and end. Out: the line with its parts. What serde calls these
//! is in `serial.rs`.

use super::{Inside, Json, Part};
use serde::ser::Serialize;
use serde_json::Error;

/// A byte that must be escaped stands in a text.
const ESCAPES: u8 = 1;
/// A byte stands in it that is not ASCII.
const MORE: u8 = 2;

/// What each byte tells of a text that it stands in.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        signs[byte] = match byte {
            0..0x20 | 0x22 | 0x5C => ESCAPES,
            0x80.. => MORE,
            _ => 0,
        };
        byte += 1;
    }
    signs
};

/// What stands in a text. Eight bytes without a sign are passed over in one step.
fn signs(text: &str) -> u8 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let sum = |bytes: &[u8]| bytes.iter().fold(0, |signs, byte| signs | SIGNS[usize::from(*byte)]);
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    let mut signs = sum(rest);
    for chunk in chunks {
        let bytes = u64::from_ne_bytes(*chunk);
        let quote = bytes ^ (ONES * u64::from(b'"'));
        let backslash = bytes ^ (ONES * u64::from(b'\\'));
        // The high bit of a byte is set where it is no ASCII, or was below what is taken from it.
        let found =
            bytes | bytes.wrapping_sub(ONES * 0x20) | quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES);
        if found & (ONES << 7) != 0 {
            signs |= sum(chunk);
        }
    }
    signs
}

/// What a value is written into.
pub(super) struct Writer {
    pub(super) json: Json,
}

impl Writer {
    /// Adds what stands for itself.
    pub(super) fn token(&mut self, token: &str) {
        let start = self.json.text.len();
        self.json.text.push_str(token);
        self.json.parts.push(Part::Token { start, end: self.json.text.len(), plain: true });
    }

    pub(super) fn text(&mut self, words: &str) -> Result<(), Error> {
        let signs = signs(words);
        let text = &mut self.json.text;
        let start = text.len();
        if signs & ESCAPES == 0 {
            text.push('"');
            text.push_str(words);
            text.push('"');
        } else {
            text.push_str(&serde_json::to_string(words)?);
        }
        self.json.parts.push(Part::Token { start, end: text.len(), plain: signs == 0 });
        Ok(())
    }

    pub(super) fn number(&mut self, number: u64, negative: bool) {
        let mut digits = [b'-'; 21];
        let mut first = digits.len();
        let mut rest = number;
        loop {
            first -= 1;
            digits[first] = b"0123456789"[usize::try_from(rest % 10).unwrap_or(0)];
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        first -= usize::from(negative);
        self.token(str::from_utf8(&digits[first..]).unwrap_or_default());
    }

    pub(super) fn open(&mut self, object: bool, inside: bool) -> Open<'_> {
        let part = self.json.parts.len();
        let place = Inside { start: self.json.text.len(), end: 0, after: 0 };
        self.json.parts.push(if object { Part::Object(place) } else { Part::List(place) });
        self.json.text.push(if object { '{' } else { '[' });
        Open { writer: self, part, filled: false, inside }
    }

    fn close(&mut self, part: usize) {
        let after = self.json.parts.len();
        let filled = after > part + 1;
        let text = &mut self.json.text;
        let (place, last) = match &mut self.json.parts[part] {
            Part::Object(place) => (place, if filled { " }" } else { "}" }),
            Part::List(place) => (place, "]"),
            Part::Token { .. } => return,
        };
        text.push_str(last);
        (place.end, place.after) = (text.len(), after);
    }

    /// Opens the object that says which variant its one value is.
    pub(super) fn variant(&mut self, variant: &str) -> Result<Open<'_>, Error> {
        let mut object = self.open(true, false);
        object.key(variant)?;
        Ok(object)
    }
}

/// An open list or object.
pub(super) struct Open<'w> {
    pub(super) writer: &'w mut Writer,
    /// Its own part.
    part: usize,
    /// Whether something stands in it.
    filled: bool,
    /// Whether it is the value of the one key of an object that ends with it.
    inside: bool,
}

impl<'w> Open<'w> {
    /// What stands inside, as the value of the key that was just written.
    pub(super) fn inner(self, object: bool) -> Open<'w> {
        self.writer.json.text.push_str(": ");
        self.writer.open(object, true)
    }

    fn begin(&mut self) {
        let text = &mut self.writer.json.text;
        if self.filled {
            text.push_str(", ");
        } else if matches!(self.writer.json.parts[self.part], Part::Object(_)) {
            text.push(' ');
        }
        self.filled = true;
    }

    pub(super) fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.begin();
        value.serialize(&mut *self.writer)
    }

    pub(super) fn key(&mut self, key: &str) -> Result<(), Error> {
        self.begin();
        self.writer.text(key)
    }

    pub(super) fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.json.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    pub(super) fn close(self) {
        self.writer.close(self.part);
        if self.inside {
            // The object and its key are the two parts before.
            self.writer.close(self.part - 2);
        }
    }
}
