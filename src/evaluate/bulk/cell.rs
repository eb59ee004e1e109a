//! One value of a row, between two forms of a table.
//!
//! In: a field, a member of an object, or a value of a column with a type. Out: the same as text, as JSON, or as the words that a
//! question is asked with. A value that stays in its form does not come here.

use serde_json::{Number, Value};
use std::borrow::Cow;
use std::io::Write as _;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'c> {
    /// None.
    Nothing,
    /// Text, and what is best told as text: times, days, decimals.
    Text(Cow<'c, str>),
    /// Bytes that are no text.
    Bytes(&'c [u8]),
    /// A whole number.
    Integer(i128),
    /// A number with a fraction.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// A list or an object.
    Several(&'c Value),
}

impl<'c> Cell<'c> {
    /// A member of an object.
    pub fn of_json(value: Option<&'c Value>) -> Self {
        match value {
            None | Some(Value::Null) => Self::Nothing,
            Some(Value::Bool(truth)) => Self::Truth(*truth),
            Some(Value::String(text)) => Self::Text(Cow::Borrowed(text)),
            Some(Value::Number(number)) => number
                .as_i128()
                .map_or_else(|| Self::Number(number.as_f64().unwrap_or(f64::NAN)), Self::Integer),
            Some(value @ (Value::Array(_) | Value::Object(_))) => Self::Several(value),
        }
    }

    /// Writes it as text; nothing is empty.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => out.extend_from_slice(text.as_bytes()),
            Self::Bytes(bytes) => hexadecimal(bytes, out),
            Self::Truth(truth) => out.extend_from_slice(if *truth { b"true" } else { b"false" }),
            // Writing to memory cannot fail.
            Self::Integer(number) => drop(write!(out, "{number}")),
            // Numbers with very many digits are written with an exponent.
            Self::Number(number)
                if *number != 0.0 && !(1e-7..1e17).contains(&number.abs()) && number.is_finite() =>
            {
                drop(write!(out, "{number:e}"));
            }
            Self::Number(number) => drop(write!(out, "{number}")),
            Self::Several(value) => drop(write!(out, "{value}")),
        }
    }

    /// Writes it as a question says it.
    pub fn say(&self, out: &mut Vec<u8>) {
        match self {
            Self::Truth(truth) => out.extend_from_slice(if *truth { b"yes" } else { b"no" }),
            // What is no text is told of as such.
            Self::Bytes(bytes) => out.extend_from_slice(bytes),
            Self::Nothing | Self::Text(_) | Self::Integer(_) | Self::Number(_) | Self::Several(_) => {
                self.write(out);
            }
        }
    }

    /// The same as JSON. Numbers that JSON has not are text.
    pub fn json(&self) -> Value {
        let text = || {
            let mut bytes = Vec::new();
            self.write(&mut bytes);
            Value::String(String::from_utf8_lossy(&bytes).into_owned())
        };
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => Value::String(text.clone().into_owned()),
            Self::Bytes(_) => text(),
            Self::Integer(number) => Number::from_i128(*number).map_or_else(text, Value::Number),
            Self::Number(number) => Number::from_f64(*number).map_or_else(text, Value::Number),
            Self::Truth(truth) => Value::Bool(*truth),
            Self::Several(value) => (*value).clone(),
        }
    }
}

/// `0x00ff`.
fn hexadecimal(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"0x");
    for byte in bytes {
        drop(write!(out, "{byte:02x}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(cell: &Cell<'_>) -> String {
        let mut out = Vec::new();
        cell.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(text(&Cell::Integer(i128::from(u64::MAX))), "18446744073709551615");
        assert_eq!(
            [0.1, 2.0, 1e300, 0.0].map(|number| text(&Cell::Number(number))),
            ["0.1", "2", "1e300", "0"]
        );
        assert_eq!(Cell::Integer(-7).json(), serde_json::json!(-7));
        assert_eq!(Cell::Number(f64::NAN).json(), serde_json::json!("NaN"));
    }

    #[test]
    fn bytes_that_are_no_text_are_hexadecimal() {
        assert_eq!(text(&Cell::Bytes(&[0, 255])), "0x00ff");
    }

    #[test]
    fn truths_are_yes_and_no_in_questions_only() {
        let mut said = Vec::new();
        Cell::Truth(true).say(&mut said);
        assert_eq!(said, b"yes");
        assert_eq!(text(&Cell::Truth(true)), "true");
    }
}
