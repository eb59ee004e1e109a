//! Rows of a table as text: comma-separated values and JSON lines.
//!
//! In: pieces of a table that end where a record ends, and how rows are to be written. Out: what became of each piece: the rows with their
//! answers, in the same order, and apart from them the rows that have no answer, each with its line and the reason.

use super::super::problem::Problem;
use super::cell::Cell;
use super::form::Form;
use super::mapping::{Mapping, Role};
use super::object::Object;
use super::plan::Plan;
use super::records::{is_unclosed, reader};
use super::sheet::{Part, Row, Sheet};
use super::worker::Worker;
use serde_json::Value;
use smallvec::SmallVec;
use std::borrow::Cow;

/// How many rows were worked out, and how many had no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All rows.
    pub rows: u64,
    /// Those without an answer.
    pub rejected: u64,
}

/// What a piece became.
pub struct Made {
    /// The rows with their answers.
    pub answers: Part,
    /// The rows without.
    pub rejects: Part,
    /// How many of each.
    pub count: Count,
}

/// Both files, as far as one piece goes.
struct Sheets<'p> {
    answers: Sheet<'p>,
    rejects: Sheet<'p>,
    count: Count,
}

/// Works out the rows of a piece that begins on this line.
pub fn work(worker: &mut Worker<'_, '_>, plan: &Plan, piece: &[u8], line: u64) -> Result<Made, Problem> {
    let mut sheets =
        Sheets { answers: Sheet::answers(plan), rejects: Sheet::rejects(plan), count: Count::default() };
    match plan.head.form {
        Form::Csv { separator } => values(worker, separator, piece, line, &mut sheets),
        Form::JsonLines | Form::Parquet => objects(worker, plan, piece, line, &mut sheets),
    }
    let (answers, rejects) = (sheets.answers.part(Vec::new())?, sheets.rejects.part(Vec::new())?);
    Ok(Made { answers, rejects, count: sheets.count })
}

impl Sheets<'_> {
    fn reject(&mut self, raw: &[u8], line: u64, problem: &Problem) {
        self.count.rejected += 1;
        self.rejects.reject(Row::Raw(raw), line, &reason(problem));
    }
}

fn values(worker: &mut Worker<'_, '_>, separator: u8, piece: &[u8], line: u64, sheets: &mut Sheets<'_>) {
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
        let fields: SmallVec<[&[u8]; 24]> = record.iter().collect();
        sheets.count.rows += 1;
        let found = if whole(reader.position().byte()) == piece.len() && is_unclosed(raw, separator) {
            Err(Problem::new("a quote that is opened at the beginning of a field is not closed")
                .help("close it; everything behind it was taken for this field"))
        } else {
            worker.row(&fields)
        };
        let put = found.and_then(|()| {
            if sheets.answers.is_raw() {
                return sheets.answers.answer(Row::Raw(raw), worker);
            }
            let cells = fields.iter().map(|field| told(field)).collect::<Result<Vec<_>, _>>()?;
            sheets.answers.answer(Row::Cells(&cells), worker)
        });
        if let Err(problem) = put {
            sheets.reject(raw, line, &problem);
        }
    }
}

/// A field as a value; an empty one is none.
fn told(field: &[u8]) -> Result<Cell<'_>, Problem> {
    let text = super::worker::text(field)?;
    Ok(if text.is_empty() { Cell::Nothing } else { Cell::Text(Cow::Borrowed(text)) })
}

/// What is wrong with a row, and what to do about it.
pub(super) fn reason(problem: &Problem) -> String {
    match &problem.help {
        Some(help) => format!("{}; {help}", problem.message),
        None => problem.message.clone(),
    }
}

fn objects(worker: &mut Worker<'_, '_>, plan: &Plan, piece: &[u8], first: u64, sheets: &mut Sheets<'_>) {
    for (line, raw) in (first..).zip(piece.split(|byte| *byte == b'\n')) {
        let raw = raw.trim_ascii();
        if raw.is_empty() {
            continue;
        }
        sheets.count.rows += 1;
        if let Err(problem) = object(worker, plan, raw, &mut sheets.answers) {
            sheets.reject(raw, line, &problem);
        }
    }
}

fn object(
    worker: &mut Worker<'_, '_>,
    plan: &Plan,
    raw: &[u8],
    answers: &mut Sheet<'_>,
) -> Result<(), Problem> {
    let object = Object::read(raw).map_err(|error| {
        Problem::new(format!("this is no JSON object: {error}")).help("write one object on each line")
    })?;
    if plan.answers.form == Form::JsonLines && object.0.contains_key("avouch") {
        return Err(Problem::new("there is a member `avouch` already, which is where the answer stands")
            .help("leave it out, or give it another name"));
    }
    let texts = texts(worker.mapping(), &object)?;
    worker.has_only_known(&object)?;
    let fields: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    worker.row(&fields)?;
    if answers.is_raw() {
        return answers.answer(Row::Raw(raw), worker);
    }
    let columns = plan.head.columns.iter();
    let cells: Vec<Cell<'_>> = columns.map(|column| Cell::of_json(object.0.get(&column.name))).collect();
    answers.answer(Row::Cells(&cells), worker)
}

/// The members of an object for each column, as text.
fn texts<'l>(mapping: &Mapping, object: &'l Object) -> Result<Vec<Cow<'l, str>>, Problem> {
    let pairs = mapping.columns().iter().zip(mapping.roles());
    let text = |(column, role): (&String, &Role)| match object.0.get(column) {
        None | Some(Value::Null) => Ok(Cow::Borrowed("")),
        Some(Value::String(text)) => Ok(Cow::Borrowed(text.as_str())),
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
