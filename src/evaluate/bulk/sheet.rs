//! Rows as they are written, with an answer or with the reason why they have none.
//!
//! In: rows as they came or as cells, and what a worker found of each. Out: the bytes or the group of rows that a piece of a table
//! becomes. A row that stays in its form stays byte for byte as it was.

use super::super::answer::State;
use super::super::problem::Problem;
use super::cell::Cell;
use super::columnar::{Group, Growing, Leaf};
use super::form::Form;
use super::object::Object;
use super::plan::{Paper, Plan, field};
use super::worker::Worker;
use crate::time::{Instant, ZoneClock};
use serde_json::{Map, Value};

/// What a piece of a table becomes in one file.
pub enum Part {
    /// Text.
    Text(Vec<u8>),
    /// A group of rows; none where there are no rows.
    Group(Option<Group>),
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub enum Row<'r> {
    /// As it was written.
    Raw(&'r [u8]),
    /// By its values.
    Cells(&'r [Cell<'r>]),
    /// It is carried in columns.
    Carried,
}

/// Rows of one file.
pub struct Sheet<'p> {
    plan: &'p Plan,
    paper: &'p Paper,
    text: Vec<u8>,
    /// A field in the making.
    words: Vec<u8>,
    told: Vec<Growing>,
    added: Vec<Growing>,
    rows: usize,
}

impl<'p> Sheet<'p> {
    /// An empty sheet for rows with answers.
    pub fn answers(plan: &'p Plan) -> Self {
        Self::new(plan, &plan.answers)
    }

    /// An empty sheet for rows without.
    pub fn rejects(plan: &'p Plan) -> Self {
        Self::new(plan, &plan.rejects)
    }

    fn new(plan: &'p Plan, paper: &'p Paper) -> Self {
        let made = |columns: &[(String, _)]| columns.iter().map(|(_, holds)| Growing::new(*holds)).collect();
        Self {
            plan,
            paper,
            text: Vec::new(),
            words: Vec::new(),
            told: made(&paper.told),
            added: made(&paper.added),
            rows: 0,
        }
    }

    /// Whether rows stay as they are written.
    pub fn is_raw(&self) -> bool {
        self.paper.raw
    }

    /// A row with what was found of it.
    pub fn answer(&mut self, row: Row<'_>, worker: &Worker<'_, '_>) -> Result<(), Problem> {
        match self.paper.form {
            Form::Csv { separator } => {
                self.fields(row, separator);
                answer_fields(worker, separator, &mut self.text);
            }
            Form::JsonLines => {
                let answer = answer_object(worker, &self.plan.commitments);
                self.member(row, "avouch", answer)?;
            }
            Form::Parquet => {
                self.columns(row)?;
                answer_columns(worker, &mut self.added);
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// A row without an answer, with its number and the reason.
    pub fn reject(&mut self, row: Row<'_>, number: u64, reason: &str) {
        match self.paper.form {
            Form::Csv { separator } => {
                self.text.extend_from_slice(number.to_string().as_bytes());
                self.text.push(separator);
                field(&mut self.text, reason.as_bytes(), separator);
                self.text.push(separator);
                self.fields(row, separator);
                self.text.push(b'\n');
            }
            Form::JsonLines => {
                let row = match row {
                    Row::Raw(raw) => Object::read(raw).map_or_else(
                        |_| Value::String(String::from_utf8_lossy(raw).into_owned()),
                        |object| Value::Object(object.0),
                    ),
                    Row::Cells(cells) => Value::Object(self.object(cells)),
                    Row::Carried => Value::Null,
                };
                let told = serde_json::json!({ "line": number, "reason": reason, "row": row });
                self.text.extend_from_slice(told.to_string().as_bytes());
                self.text.push(b'\n');
            }
            Form::Parquet => {
                if let [place, why] = &mut self.added[..] {
                    place.integer(i64::try_from(number).unwrap_or(i64::MAX));
                    why.text(reason.as_bytes());
                }
            }
        }
        self.rows += 1;
    }

    /// What became of it, with the columns that were carried.
    pub fn part(self, carried: Vec<Leaf>) -> Result<Part, Problem> {
        let Some(scheme) = &self.paper.scheme else { return Ok(Part::Text(self.text)) };
        if self.rows == 0 {
            return Ok(Part::Group(None));
        }
        let told = self.told.into_iter().map(Growing::leaf);
        let added = self.added.into_iter().map(Growing::leaf);
        let is_rejects = std::ptr::eq(self.paper, &raw const self.plan.rejects);
        let leaves: Vec<Leaf> = if is_rejects {
            added.chain(told).chain(carried).collect()
        } else {
            told.chain(carried).chain(added).collect()
        };
        scheme.group(&leaves).map(|group| Part::Group(Some(group)))
    }

    fn fields(&mut self, row: Row<'_>, separator: u8) {
        match row {
            Row::Raw(raw) => self.text.extend_from_slice(raw),
            Row::Cells(cells) => {
                for (at, cell) in cells.iter().enumerate() {
                    if at > 0 {
                        self.text.push(separator);
                    }
                    self.words.clear();
                    cell.write(&mut self.words);
                    field(&mut self.text, &self.words, separator);
                }
            }
            Row::Carried => {}
        }
    }

    fn object(&self, cells: &[Cell<'_>]) -> Map<String, Value> {
        let names = self.plan.head.columns.iter().map(|column| column.name.clone());
        names.zip(cells.iter().map(Cell::json)).collect()
    }

    fn member(&mut self, row: Row<'_>, name: &str, member: Value) -> Result<(), Problem> {
        match row {
            Row::Raw(raw) => {
                let open = raw.strip_suffix(b"}").unwrap_or(raw);
                self.text.extend_from_slice(open);
                let empty = open.trim_ascii_end().ends_with(b"{");
                self.text.extend_from_slice(if empty { b"\"" } else { b",\"" });
                self.text.extend_from_slice(name.as_bytes());
                self.text.extend_from_slice(b"\":");
                self.text.extend_from_slice(member.to_string().as_bytes());
                self.text.extend_from_slice(b"}\n");
            }
            Row::Cells(cells) => {
                let mut all = self.object(cells);
                all.insert(name.to_owned(), member);
                let line = serde_json::to_string(&all)
                    .map_err(|error| Problem::new(format!("the row cannot be written as JSON: {error}")))?;
                self.text.extend_from_slice(line.as_bytes());
                self.text.push(b'\n');
            }
            Row::Carried => {}
        }
        Ok(())
    }

    /// Puts the values into columns, all of them or none.
    fn columns(&mut self, row: Row<'_>) -> Result<(), Problem> {
        let Row::Cells(cells) = row else { return Ok(()) };
        let misfit = self.told.iter().zip(cells).position(|(column, cell)| !column.fits(cell));
        if let Some(at) = misfit {
            let name = self.paper.told.get(at).map_or("", |(name, _)| name.as_str());
            return Err(Problem::new(format!("`{name}` does not fit among the other values of its column"))
                .help("write JSON lines, or give the value as text in all rows"));
        }
        for (column, cell) in self.told.iter_mut().zip(cells) {
            column.cell(cell);
        }
        Ok(())
    }
}

/// The fields of the answer, each behind a separator.
fn answer_fields(worker: &Worker<'_, '_>, separator: u8, out: &mut Vec<u8>) {
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
        out.extend_from_slice(outcome.state.map_or("", State::name).as_bytes());
        out.push(separator);
        out.extend_from_slice(outcome.rule.as_bytes());
    }
    out.push(separator);
    if let Some(notes) = notes(worker) {
        field(out, notes.as_bytes(), separator);
    }
    out.push(b'\n');
}

/// The values of the columns of the answer, in the same order.
fn answer_columns(worker: &Worker<'_, '_>, columns: &mut [Growing]) {
    let Some((covered, columns)) = columns.split_first_mut() else { return };
    let Some((last, columns)) = columns.split_last_mut() else { return };
    covered.truth(worker.covered);
    for (outcome, columns) in worker.outcomes.iter().zip(columns.chunks_exact_mut(4)) {
        let [starts, due, state, rule] = columns else { continue };
        let Some(outcome) = outcome else {
            columns.iter_mut().for_each(Growing::nothing);
            continue;
        };
        starts.instant(outcome.starts.map(Instant::seconds));
        due.instant(outcome.due.map(Instant::seconds));
        match outcome.state {
            Some(reached) => state.text(reached.name().as_bytes()),
            None => state.nothing(),
        }
        rule.text(outcome.rule.as_bytes());
    }
    match notes(worker) {
        Some(notes) => last.text(notes.as_bytes()),
        None => last.nothing(),
    }
}

/// What is said of the row and of its promises; none where nothing is.
fn notes(worker: &Worker<'_, '_>) -> Option<String> {
    let of_promises = worker.outcomes.iter().flatten().filter_map(|outcome| outcome.note.as_deref());
    let notes: Vec<&str> = worker.notes.iter().map(String::as_str).chain(of_promises).collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// The answer as an object.
fn answer_object(worker: &Worker<'_, '_>, commitments: &[String]) -> Value {
    let clock: &ZoneClock = worker.clock();
    let instant = |at: Option<Instant>| at.map_or(Value::Null, |at| Value::String(clock.rfc3339(at)));
    let answers = commitments.iter().zip(&worker.outcomes).filter_map(|(name, outcome)| {
        let outcome = outcome.as_ref()?;
        let mut answer = serde_json::json!({
            "starts": instant(outcome.starts),
            "due": instant(outcome.due),
            "state": outcome.state.map(State::name),
            "rule": outcome.rule.as_str(),
        });
        if let (Some(note), Value::Object(fields)) = (&outcome.note, &mut answer) {
            fields.insert("note".to_owned(), Value::String(note.clone()));
        }
        Some((name.clone(), answer))
    });
    let mut all =
        serde_json::json!({ "covered": worker.covered, "commitments": answers.collect::<Map<_, _>>() });
    if let (false, Value::Object(fields)) = (worker.notes.is_empty(), &mut all) {
        fields.insert("notes".to_owned(), worker.notes.clone().into());
    }
    all
}
