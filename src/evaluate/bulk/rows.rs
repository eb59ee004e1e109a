//! Tables as text: comma-separated values and JSON lines, read in pieces and written with what applies to each row.
//!
//! In: pieces of a table that end where a record ends. Out: the same records with columns for the answer, in the same order, and
//! apart from them the records that have no answer, each with its line and the reason. What a record said stays as it was written.

use super::super::problem::Problem;
use super::mapping::{Mapping, Role};
use super::worker::Worker;
use crate::time::{Instant, ZoneClock};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Fields between separators, names of the columns in the first record.
    Csv {
        /// What stands between fields.
        separator: u8,
    },
    /// An object on each line.
    JsonLines,
}

/// The beginning of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How it is written.
    pub form: Form,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// How many bytes stand before the first row.
    pub length: usize,
    /// The line on which the rows begin, from 1.
    pub line: u64,
}

/// How many rows were worked out, and how many had no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All rows.
    pub rows: u64,
    /// Those without an answer.
    pub rejected: u64,
}

/// What a piece became.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// The rows with their answers.
    pub rows: Vec<u8>,
    /// The rows without.
    pub rejected: Vec<u8>,
    /// How many of each.
    pub count: Count,
}

const BOM: &[u8] = b"\xef\xbb\xbf";
/// What may stand between fields; where two are equally frequent, the first.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// Reads the beginning of a table from its first piece.
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
    if text.starts_with(b"PAR1") || text.contains(&0) {
        return Err(Problem::new("this is no text").help("give the table as CSV or as JSON lines, in UTF-8"));
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
    let columns = record.iter().map(|name| name.trim().to_owned()).collect();
    Ok(Head { form: Form::Csv { separator }, columns, length: bom + length, line })
}

/// The keys of the first lines, in the order in which they come.
fn keys(text: &[u8]) -> Result<Vec<String>, Problem> {
    const LINES: usize = 100;
    let mut keys: Vec<String> = Vec::new();
    let mut wrong = None;
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    for line in lines.take(LINES) {
        match serde_json::from_slice::<Map<String, Value>>(line) {
            Ok(object) => {
                for key in object.keys() {
                    if !keys.contains(key) {
                        keys.push(key.clone());
                    }
                }
            }
            // The last line of a piece may be cut; a bad line is told of when rows are worked out.
            Err(error) => wrong = wrong.or(Some(error)),
        }
    }
    match (keys.is_empty(), wrong) {
        (true, Some(error)) => Err(Problem::new(format!("the first lines are no JSON objects: {error}"))
            .help("write one object on each line")),
        _ => Ok(keys),
    }
}

fn reader(text: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text)
}

/// Where the last whole record of a piece ends; none if it holds no whole record.
pub fn cut(piece: &[u8], form: Form) -> Option<usize> {
    let separator = match form {
        Form::JsonLines => return memchr::memrchr(b'\n', piece).map(|at| at + 1),
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
fn record_end(text: &[u8], separator: u8, from: usize) -> Option<usize> {
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
fn is_unclosed(record: &[u8], separator: u8) -> bool {
    record.contains(&b'"') && record_end(&[record, b"\n"].concat(), separator, 0).is_none()
}

/// Whether the first line of a table is all there.
pub fn is_begun(first: &[u8]) -> bool {
    let text = first.strip_prefix(BOM).unwrap_or(first);
    record_end(text, SEPARATORS[0], 0).is_some()
}

/// The first line of the answers, and that of the rows without one.
pub fn headings(mapping: &Mapping, commitments: &[&str], form: Form) -> (Vec<u8>, Vec<u8>) {
    let Form::Csv { separator } = form else { return (Vec::new(), Vec::new()) };
    let (mut rows, mut rejected) = (Vec::new(), b"line".to_vec());
    rejected.push(separator);
    rejected.extend_from_slice(b"reason");
    for (at, column) in mapping.columns().iter().enumerate() {
        if at > 0 {
            rows.push(separator);
        }
        field(&mut rows, column.as_bytes(), separator);
        rejected.push(separator);
        field(&mut rejected, column.as_bytes(), separator);
    }
    rows.push(separator);
    rows.extend_from_slice(b"covered");
    for name in commitments {
        for part in ["starts", "due", "state", "rule"] {
            rows.push(separator);
            rows.extend_from_slice(name.as_bytes());
            rows.push(b'.');
            rows.extend_from_slice(part.as_bytes());
        }
    }
    rows.push(separator);
    rows.extend_from_slice(b"notes\n");
    rejected.push(b'\n');
    (rows, rejected)
}

/// A field, in quotes where it must be.
fn field(out: &mut Vec<u8>, text: &[u8], separator: u8) {
    let special = |byte: &u8| *byte == separator || matches!(*byte, b'"' | b'\n' | b'\r');
    if !text.iter().any(special) {
        out.extend_from_slice(text);
        return;
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

/// Works out the rows of a piece that begins on this line.
pub fn work(worker: &mut Worker<'_, '_>, form: Form, piece: &[u8], line: u64, commitments: &[&str]) -> Made {
    let mut made = Made { rows: Vec::with_capacity(piece.len() * 3), ..Made::default() };
    match form {
        Form::Csv { separator } => values(worker, separator, piece, line, &mut made),
        Form::JsonLines => objects(worker, piece, line, commitments, &mut made),
    }
    made
}

fn values(worker: &mut Worker<'_, '_>, separator: u8, piece: &[u8], line: u64, made: &mut Made) {
    let mut reader = reader(piece, separator);
    let mut record = csv::ByteRecord::new();
    let whole = |at: u64| usize::try_from(at).unwrap_or(piece.len()).min(piece.len());
    let (mut line, mut counted) = (line, 0);
    // Reading from memory cannot fail, and records may have any number of fields.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let start = whole(record.position().map_or(0, csv::Position::byte));
        // The reader leaves the second half of a line end, and empty lines, to the next record.
        let blank = piece[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = start + blank;
        let raw = &piece[start..whole(reader.position().byte()).max(start)];
        let raw = raw.strip_suffix(b"\n").unwrap_or(raw);
        let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
        line += memchr::memchr_iter(b'\n', &piece[counted..start]).count() as u64;
        counted = start;
        let fields: smallvec::SmallVec<[&[u8]; 24]> = record.iter().collect();
        made.count.rows += 1;
        let found = if whole(reader.position().byte()) == piece.len() && is_unclosed(raw, separator) {
            Err(Problem::new("a quote that is opened at the beginning of a field is not closed")
                .help("close it; everything behind it was taken for this field"))
        } else {
            worker.row(&fields)
        };
        match found {
            Ok(()) => {
                made.rows.extend_from_slice(raw);
                answers(worker, separator, &mut made.rows);
            }
            Err(problem) => {
                made.count.rejected += 1;
                made.rejected.extend_from_slice(line.to_string().as_bytes());
                made.rejected.push(separator);
                field(&mut made.rejected, reason(&problem).as_bytes(), separator);
                made.rejected.push(separator);
                made.rejected.extend_from_slice(raw);
                made.rejected.push(b'\n');
            }
        }
    }
}

/// What is wrong with a row, and what to do about it.
fn reason(problem: &Problem) -> String {
    match &problem.help {
        Some(help) => format!("{}; {help}", problem.message),
        None => problem.message.clone(),
    }
}

/// The fields of the answer.
fn answers(worker: &Worker<'_, '_>, separator: u8, out: &mut Vec<u8>) {
    out.push(separator);
    out.extend_from_slice(match worker.covered {
        Some(true) => b"yes",
        Some(false) => b"no",
        None => b"",
    });
    let clock = worker.clock();
    let instant = |at: Option<Instant>, out: &mut Vec<u8>| {
        out.push(separator);
        if let Some(at) = at {
            out.extend_from_slice(&clock.rfc3339_bytes(at));
        }
    };
    for outcome in &worker.outcomes {
        let Some(outcome) = outcome else {
            out.extend_from_slice(&[separator; 4]);
            continue;
        };
        instant(outcome.starts, out);
        instant(outcome.due, out);
        out.push(separator);
        out.extend_from_slice(outcome.state.name().as_bytes());
        out.push(separator);
        out.extend_from_slice(outcome.rule.as_bytes());
    }
    out.push(separator);
    let notes: Vec<&str> =
        worker.outcomes.iter().flatten().filter_map(|outcome| outcome.note.as_deref()).collect();
    if !notes.is_empty() {
        field(out, notes.join("; ").as_bytes(), separator);
    }
    out.push(b'\n');
}

fn objects(worker: &mut Worker<'_, '_>, piece: &[u8], first: u64, commitments: &[&str], made: &mut Made) {
    for (line, raw) in (first..).zip(piece.split(|byte| *byte == b'\n')) {
        let raw = raw.trim_ascii();
        if raw.is_empty() {
            continue;
        }
        made.count.rows += 1;
        let found = texts(worker.mapping(), raw).and_then(|texts| {
            let fields: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
            worker.row(&fields)
        });
        match (found, raw.strip_suffix(b"}")) {
            (Ok(()), Some(open)) => {
                made.rows.extend_from_slice(open);
                let empty = open.trim_ascii_end().ends_with(b"{");
                made.rows.extend_from_slice(if empty { b"\"avouch\":" } else { b",\"avouch\":" });
                let answer = object(worker, commitments).to_string();
                made.rows.extend_from_slice(answer.as_bytes());
                made.rows.extend_from_slice(b"}\n");
            }
            (found, _) => {
                made.count.rejected += 1;
                let why = found.err().map_or_else(|| "this is no JSON object".to_owned(), |why| reason(&why));
                let text = String::from_utf8_lossy(raw);
                let row = serde_json::from_slice(raw).unwrap_or_else(|_| Value::String(text.into_owned()));
                let told = serde_json::json!({ "line": line, "reason": why, "row": row });
                made.rejected.extend_from_slice(told.to_string().as_bytes());
                made.rejected.push(b'\n');
            }
        }
    }
}

/// The values of a line for each column, as text.
fn texts<'l>(mapping: &Mapping, line: &'l [u8]) -> Result<Vec<Cow<'l, str>>, Problem> {
    let object: Map<String, Value> = serde_json::from_slice(line).map_err(|error| {
        Problem::new(format!("this is no JSON object: {error}")).help("write one object on each line")
    })?;
    let pairs = mapping.columns().iter().zip(mapping.roles());
    let text = |(column, role): (&String, &Role)| match object.get(column) {
        None | Some(Value::Null) => Ok(Cow::Borrowed("")),
        Some(Value::String(text)) => Ok(Cow::Owned(text.clone())),
        Some(Value::Bool(true)) => Ok(Cow::Borrowed("yes")),
        Some(Value::Bool(false)) => Ok(Cow::Borrowed("no")),
        Some(Value::Number(number)) => Ok(Cow::Owned(number.to_string())),
        Some(Value::Array(_) | Value::Object(_)) if *role == Role::Kept => Ok(Cow::Borrowed("")),
        Some(Value::Array(_) | Value::Object(_)) => {
            Err(Problem::new(format!("`{column}` is a list or an object, and one value is needed")))
        }
    };
    pairs.map(text).collect()
}

/// The answer as an object.
fn object(worker: &Worker<'_, '_>, commitments: &[&str]) -> Value {
    let clock: &ZoneClock = worker.clock();
    let instant = |at: Option<Instant>| at.map_or(Value::Null, |at| Value::String(clock.rfc3339(at)));
    let answers = commitments.iter().zip(&worker.outcomes).filter_map(|(name, outcome)| {
        let outcome = outcome.as_ref()?;
        let mut answer = serde_json::json!({
            "starts": instant(outcome.starts),
            "due": instant(outcome.due),
            "state": outcome.state.name(),
            "rule": outcome.rule.as_str(),
        });
        if let (Some(note), Value::Object(fields)) = (&outcome.note, &mut answer) {
            fields.insert("note".to_owned(), Value::String(note.clone()));
        }
        Some(((*name).to_owned(), answer))
    });
    serde_json::json!({ "covered": worker.covered, "commitments": answers.collect::<Map<_, _>>() })
}
