//! A value as JSON on one line, with a note of where each part of it stands.
//!
//! In: anything that serialises without fractions. Out: the line, and its parts in their order. Both the canonical form
//! (`canonical.rs`) and the text for people (`lines.rs`) are put together from these, so that a rule set is gone through once.

mod serial;
mod writer;

use serde::ser::Serialize;
use serde_json::Error;
use writer::Writer;

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
