//! A value as JSON on one line, with a note of where each part of it stands.
//!
//! In: anything that serialises without fractions. Out: the line, and its parts in their order. Both the canonical form
//! (`canonical.rs`) and the text for people (`lines.rs`) are put together from these, so that a rule set is gone through once.

use serde::ser::{self, Serialize};
use serde_json::Error;

/// A value as one line.
pub struct Json {
    /// The line, with a space behind each colon and comma and inside the braces of an object.
    pub(super) text: String,
    /// All values in it and all keys, in the order of the line.
    pub(super) parts: Vec<Part>,
}

/// A piece of the text.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A text, a number or a word; or a key, which its value follows.
    Token {
        start: usize,
        end: usize,
        /// Whether it is ASCII without escapes, so that the order of its bytes is that of its code units.
        plain: bool,
    },
    /// A list or an object, up to the part after its last.
    List(Inside),
    Object(Inside),
}

/// Where a list or an object stands.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    /// From its first brace to its last, in the line.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The part after its last.
    pub(super) after: usize,
}

/// Room for most rule sets, in characters and in parts.
const USUAL_LENGTH: usize = 32 * 1024;
const USUAL_PARTS: usize = 4 * 1024;

impl Json {
    /// Writes a value.
    pub(super) fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        let json = Self { text: String::with_capacity(USUAL_LENGTH), parts: Vec::with_capacity(USUAL_PARTS) };
        let mut writer = Writer { json };
        value.serialize(&mut writer)?;
        Ok(writer.json)
    }

    /// The part after a value.
    pub(super) fn after(&self, at: usize) -> usize {
        match self.parts[at] {
            Part::Token { .. } => at + 1,
            Part::List(inside) | Part::Object(inside) => inside.after,
        }
    }

    /// Sets the text that is the value of a field of the outermost object, to one that is as long and needs no escapes.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        let mut key = 1;
        while let Some(&Part::Token { start, end, .. }) = self.parts.get(key) {
            if &self.text[start + 1..end - 1] == name {
                if let Some(&Part::Token { start, end, .. }) = self.parts.get(key + 1) {
                    debug_assert_eq!(end - start, value.len() + 2, "all parts stay where they are");
                    self.text.replace_range(start + 1..end - 1, value);
                }
                return;
            }
            key = self.after(key + 1);
        }
    }
}

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

struct Writer {
    json: Json,
}

impl Writer {
    /// Adds what stands for itself.
    fn token(&mut self, token: &str) {
        let start = self.json.text.len();
        self.json.text.push_str(token);
        self.json.parts.push(Part::Token { start, end: self.json.text.len(), plain: true });
    }

    fn text(&mut self, words: &str) -> Result<(), Error> {
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

    fn number(&mut self, number: u64, negative: bool) {
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

    fn open(&mut self, object: bool, inside: bool) -> Open<'_> {
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
    fn variant(&mut self, variant: &str) -> Result<Open<'_>, Error> {
        let mut object = self.open(true, false);
        object.key(variant)?;
        Ok(object)
    }
}

/// An open list or object.
struct Open<'w> {
    writer: &'w mut Writer,
    /// Its own part.
    part: usize,
    /// Whether something stands in it.
    filled: bool,
    /// Whether it is the value of the one key of an object that ends with it.
    inside: bool,
}

impl<'w> Open<'w> {
    /// What stands inside, as the value of the key that was just written.
    fn inner(self, object: bool) -> Open<'w> {
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

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.begin();
        value.serialize(&mut *self.writer)
    }

    fn key(&mut self, key: &str) -> Result<(), Error> {
        self.begin();
        self.writer.text(key)
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.json.text.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        self.writer.close(self.part);
        if self.inside {
            // The object and its key are the two parts before.
            self.writer.close(self.part - 2);
        }
    }
}

/// Whole numbers differ only in how long they are.
macro_rules! numbers {
    ($($unsigned:ident $of_unsigned:ty, $signed:ident $of_signed:ty;)*) => { $(
        fn $unsigned(self, value: $of_unsigned) -> Result<(), Error> {
            self.number(value.into(), false);
            Ok(())
        }

        fn $signed(self, value: $of_signed) -> Result<(), Error> {
            self.number(value.unsigned_abs().into(), value < 0);
            Ok(())
        }
    )* };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'w>;
    type SerializeTuple = Open<'w>;
    type SerializeTupleStruct = Open<'w>;
    type SerializeTupleVariant = Open<'w>;
    type SerializeMap = Open<'w>;
    type SerializeStruct = Open<'w>;
    type SerializeStructVariant = Open<'w>;

    numbers! {
        serialize_u8 u8, serialize_i8 i8;
        serialize_u16 u16, serialize_i16 i16;
        serialize_u32 u32, serialize_i32 i32;
        serialize_u64 u64, serialize_i64 i64;
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.token(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        Err(ser::Error::custom("a fraction has no canonical form here"))
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        Err(ser::Error::custom("a fraction has no canonical form here"))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.token("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut object = self.variant(variant)?;
        object.value(value)?;
        object.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        Ok(self.open(false, false))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'w>, Error> {
        Ok(self.open(false, false))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'w>, Error> {
        Ok(self.open(false, false))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, Error> {
        Ok(self.variant(variant)?.inner(false))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        Ok(self.open(true, false))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'w>, Error> {
        Ok(self.open(true, false))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, Error> {
        Ok(self.variant(variant)?.inner(true))
    }
}

/// The kinds of lists and objects differ only in what serde calls their parts.
macro_rules! opened {
    ($($kind:ident $part:ident ($($key:ident: $key_type:ty)?) $method:ident;)*) => { $(
        impl ser::$kind for Open<'_> {
            type Ok = ();
            type Error = Error;

            fn $part<T: Serialize + ?Sized>(&mut self, $($key: $key_type,)? value: &T) -> Result<(), Error> {
                $(self.key($key)?;)?
                self.$method(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )* };
}
opened! {
    SerializeSeq serialize_element() item;
    SerializeTuple serialize_element() item;
    SerializeTupleStruct serialize_field() item;
    SerializeTupleVariant serialize_field() item;
    SerializeStruct serialize_field(key: &'static str) value;
    SerializeStructVariant serialize_field(key: &'static str) value;
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let start = self.writer.json.text.len();
        self.item(key)?;
        let is_text = match self.writer.json.parts.last() {
            Some(Part::Token { start: own, .. }) if *own > start => {
                self.writer.json.text[*own..].starts_with('"')
            }
            Some(_) | None => false,
        };
        if is_text { Ok(()) } else { Err(ser::Error::custom("a key is no text")) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_json::{Value, json};

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Of(i64),
        Pair(u8, &'static str),
        Named { first: bool, second: Vec<u32> },
    }

    #[test]
    fn the_value_is_that_of_serde_json() {
        let kinds = [Kind::Plain, Kind::Of(i64::MIN), Kind::Pair(0, "é"), Kind::Pair(255, "\u{7f}")];
        let named = Kind::Named { first: true, second: vec![0, 10, u32::MAX] };
        let texts =
            ["\"", "1234567\\", "12345678\u{1f}", "\n12345678", "Ünïcödé \u{1F600}", "plain text/", ""];
        let value = (json!([{ "a": {}, "b": [] }]), kinds, named, texts, None::<Value>, -1, u64::MAX);
        let said = Json::new(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&said.text).unwrap(), serde_json::to_value(&value).unwrap());
        let opening =
            r#"[[{ "a": {}, "b": [] }], ["Plain", { "Of": -9223372036854775808 }, { "Pair": [0, "é"] }, "#;
        assert!(said.text.starts_with(opening), "{}", said.text);
        // Escapes are those of the standard.
        for text in texts {
            assert_eq!(Json::new(text).unwrap().text, serde_json::to_string(text).unwrap());
        }
        assert!(Json::new(&0.5).is_err());
    }

    #[test]
    fn a_field_is_set_where_it_stands() {
        let mut said = Json::new(&json!({ "a": { "b": "12" }, "b": "34", "c": 5 })).unwrap();
        said.set("b", "56");
        said.set("d", "78");
        assert_eq!(said.text, r#"{ "a": { "b": "12" }, "b": "56", "c": 5 }"#);
    }
}
