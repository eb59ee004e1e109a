//! The beginning of a table: its form, and the names of its columns.
//!
//! In: the first piece of a table as text, or the description of a Parquet file; for JSON lines that become columns, all lines. Out:
//! the columns with what they hold, and where the rows begin.

use super::super::problem::Problem;
use super::columnar::{self, Holds};
use super::form::{Form, MAGIC};
use super::object::Object;
use super::records::{BOM, SEPARATORS, reader, record_end};
use serde_json::Value;
use std::collections::BTreeMap;

/// The beginning of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How it is written.
    pub form: Form,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many bytes stand before the first row.
    pub length: usize,
    /// The line on which the rows begin, from 1.
    pub line: u64,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Fields or members, and what they are in a column with a type.
    Told(Holds),
    /// One value in a row, in the lowest column of this number.
    Stored(usize),
    /// Any number of values in a row.
    Several,
}

impl Head {
    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// The beginning of a file in columns.
    pub fn of_columns(described: Vec<columnar::Described>) -> Self {
        let columns = described.into_iter().map(|column| Column {
            name: column.name,
            content: column.leaf.map_or(Content::Several, Content::Stored),
        });
        Self { form: Form::Parquet, columns: columns.collect(), length: 0, line: 1 }
    }
}

fn told(name: String) -> Column {
    Column { name, content: Content::Told(Holds::Text) }
}

/// Reads the beginning of a table as text from its first piece.
pub fn head(first: &[u8], json: Option<bool>) -> Result<Head, Problem> {
    let bom = if first.starts_with(BOM) { BOM.len() } else { 0 };
    let text = &first[bom..];
    let begins = text.iter().find(|byte| !byte.is_ascii_whitespace());
    let Some(begins) = begins else {
        return Err(Problem::new("the table is empty").help("the first line names the columns"));
    };
    if json.unwrap_or(*begins == b'{') {
        return Ok(Head { form: Form::JsonLines, columns: keys(text)?, length: bom, line: 1 });
    }
    if text.starts_with(MAGIC) || text.contains(&0) {
        return Err(Problem::new("this is no text")
            .help("give the table as CSV or as JSON lines, in UTF-8, or as Parquet"));
    }
    let end = record_end(text, b',', 0).unwrap_or(text.len());
    let count = |separator: u8| memchr::memchr_iter(separator, &text[..end]).count();
    let mut separator = SEPARATORS[0];
    for other in SEPARATORS {
        if count(other) > count(separator) {
            separator = other;
        }
    }
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => {}
        Ok(false) => return Err(Problem::new("the table is empty").help("the first line names the columns")),
        Err(error) => {
            return Err(Problem::new(format!("the names of the columns cannot be read: {error}"))
                .help("save the table as UTF-8 and try again"));
        }
    }
    // The reader stops in the middle of a line end of two characters.
    let length = record_end(text, separator, 0).unwrap_or(text.len());
    let line = 1 + memchr::memchr_iter(b'\n', &text[..length]).count() as u64;
    let columns = record.iter().map(|name| told(name.trim().to_owned())).collect();
    Ok(Head { form: Form::Csv { separator }, columns, length: bom + length, line })
}

/// The members of the first lines, in the order in which they come.
fn keys(text: &[u8]) -> Result<Vec<Column>, Problem> {
    let mut survey = Survey::default();
    let mut wrong = None;
    for line in text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
        // The last line of a piece may be cut; a bad line is told of when rows are worked out.
        wrong = survey.line(line).err().filter(|_| wrong.is_none()).or(wrong);
    }
    match (survey.columns.is_empty(), wrong) {
        (true, Some(problem)) => Err(Problem::new(format!("the first lines are no JSON objects: {problem}"))
            .help("write one object on each line")),
        _ => Ok(survey.columns.into_iter().map(|(name, _)| told(name)).collect()),
    }
}

/// What the members of all lines are, so that they can stand in columns.
#[derive(Debug, Default)]
pub struct Survey {
    columns: Vec<(String, Option<Holds>)>,
    known: BTreeMap<String, usize>,
}

impl Survey {
    /// Looks at a line; what is no object tells nothing, but why.
    pub fn line(&mut self, line: &[u8]) -> Result<(), serde_json::Error> {
        for (key, value) in Object::read(line)?.0 {
            let held = holds(&value);
            if let Some(at) = self.known.get(&key) {
                let held = both(self.columns[*at].1, held);
                self.columns[*at].1 = held;
            } else {
                self.known.insert(key.clone(), self.columns.len());
                self.columns.push((key, held));
            }
        }
        Ok(())
    }

    /// The columns, in the order in which they came.
    pub fn columns(self) -> Vec<Column> {
        let columns = self.columns.into_iter();
        let content = |holds: Option<Holds>| Content::Told(holds.unwrap_or(Holds::Text));
        columns.map(|(name, holds)| Column { name, content: content(holds) }).collect()
    }
}

/// The column in which a value fits; every column holds nothing.
fn holds(value: &Value) -> Option<Holds> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some(Holds::Truth),
        Value::Number(number) if number.is_i64() => Some(Holds::Integer),
        Value::Number(number) if number.is_f64() => Some(Holds::Number),
        Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => Some(Holds::Text),
    }
}

/// The column in which both fit.
fn both(one: Option<Holds>, other: Option<Holds>) -> Option<Holds> {
    match (one, other) {
        (None, held) | (held, None) => held,
        (Some(one), Some(other)) if one == other => Some(one),
        (Some(Holds::Integer), Some(Holds::Number)) | (Some(Holds::Number), Some(Holds::Integer)) => {
            Some(Holds::Number)
        }
        (Some(_), Some(_)) => Some(Holds::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_hold_what_all_lines_say() {
        let mut survey = Survey::default();
        for line in
            [r#"{"a": 1, "b": null, "c": true}"#, r#"{"a": 2.5, "b": 7, "c": "x"}"#, "no", r#"{"d": []}"#]
        {
            let _ = survey.line(line.as_bytes());
        }
        let columns: Vec<_> =
            survey.columns().into_iter().map(|column| (column.name, column.content)).collect();
        let told = |name: &str, holds| (name.to_owned(), Content::Told(holds));
        let expected = [
            told("a", Holds::Number),
            told("b", Holds::Integer),
            told("c", Holds::Text),
            told("d", Holds::Text),
        ];
        assert_eq!(columns, expected);
    }
}
