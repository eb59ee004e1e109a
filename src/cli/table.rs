//! The table that is read: its form, its columns, and its rows piece by piece.
//!
//! In: a path or standard input. Out: the head of the table, and a source of its rows. What has to be read from any place or twice, and
//! cannot, is put into a file without a name first.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::guard;
use super::pipe::{Broken, LONGEST, Source};
use super::policy::failure;
use super::sink::{form_of, spooled};
use crate::evaluate::Problem;
use crate::evaluate::bulk::columnar::{self, Batch, described};
use crate::evaluate::bulk::{Column, Form, Head, MAGIC, Survey, head, is_begun};

/// A form as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// Fields between separators, the names of the columns first
    Csv,
    /// An object on each line
    Jsonl,
    /// Columns with types
    Parquet,
}

impl Written {
    /// The form. Fields are separated as the table has them, or by commas.
    pub fn form(self, table: Form) -> Form {
        match (self, table) {
            (Self::Csv, Form::Csv { .. }) => table,
            (Self::Csv, Form::JsonLines | Form::Parquet) => Form::Csv { separator: b',' },
            (Self::Jsonl, _) => Form::JsonLines,
            (Self::Parquet, _) => Form::Parquet,
        }
    }
}

/// The input, opened.
pub enum Table {
    /// As text.
    Text(Text),
    /// In columns.
    Columns(Box<columnar::Table<File>>),
}

/// A text, and what was read of it to find out what it is.
pub struct Text {
    path: PathBuf,
    /// What comes behind the beginning.
    pub input: Box<dyn Read + Send>,
    /// The beginning.
    pub begun: Vec<u8>,
    /// How long it is, if that is known; then it can be read again.
    pub length: Option<u64>,
}

/// The names of the columns may not be longer.
const LONGEST_HEAD: usize = 64 << 20;
/// How much of a table is looked at before anything is worked out.
const BEGINNING: u64 = 1 << 20;

impl Table {
    /// Opens a table in this form, or in that which it turns out to have.
    pub fn open(path: &Path, form: Option<Written>) -> Result<(Self, Head), Failure> {
        let mut text = Text::open(path)?;
        let named = form_of(path) == Some(Form::Parquet);
        let columns = form.map_or(named || text.begun.starts_with(MAGIC), |form| form == Written::Parquet);
        if columns {
            let table = text.columns(form.is_none())?;
            let head = Head::of_columns(described(table.schema()));
            return Ok((Self::Columns(Box::new(table)), head));
        }
        text.first_line()?;
        let head = head(&text.begun, form.map(|form| form == Written::Jsonl)).map_err(failure)?;
        Ok((Self::Text(text), head))
    }
}

impl Text {
    fn open(path: &Path) -> Result<Self, Failure> {
        let (input, length): (Box<dyn Read + Send>, Option<u64>) = if path.as_os_str() == "-" {
            (Box::new(io::stdin()), None)
        } else {
            let cannot = |error: io::Error| cannot_read(path, &reason(&error));
            let file = File::open(path).map_err(cannot)?;
            let about = file.metadata().map_err(cannot)?;
            if about.is_dir() {
                return Err(Failure::new(format!("`{}` is a folder", slashed(path))).help("name one table"));
            }
            (Box::new(file), about.is_file().then_some(about.len()))
        };
        let mut text = Self { path: path.to_owned(), input, begun: Vec::new(), length };
        text.read_on()?;
        Ok(text)
    }

    /// Reads on, as much again as was read; says whether there may be more.
    fn read_on(&mut self) -> Result<bool, Failure> {
        let wanted = BEGINNING.max(self.begun.len() as u64);
        let read = self.input.by_ref().take(wanted).read_to_end(&mut self.begun);
        let read = read.map_err(|error| cannot_read(&self.path, &reason(&error)))?;
        Ok(read as u64 == wanted)
    }

    fn first_line(&mut self) -> Result<(), Failure> {
        while !is_begun(&self.begun) && self.read_on()? {
            if self.begun.len() > LONGEST_HEAD {
                return Err(Failure::new("the first line of the table does not end")
                    .help("the first line names the columns; rows come on lines of their own"));
            }
        }
        Ok(())
    }

    /// The same as a file in columns. `guessed` is whether nobody said that it is one.
    fn columns(mut self, guessed: bool) -> Result<columnar::Table<File>, Failure> {
        let shown = slashed(&self.path);
        if !self.begun.starts_with(MAGIC) {
            return Err(match &self.begun[..] {
                [] => Failure::new(format!("`{shown}` is empty, which no Parquet file is")),
                [b'P', b'A', b'R', b'E', ..] => {
                    Failure::new(format!("`{shown}` is encrypted")).help("write it again without encryption")
                }
                _ if guessed => {
                    Failure::new(format!("`{shown}` is no Parquet file, as its name says that it is"))
                        .help("if it is CSV or JSON lines, say so with `--form`")
                }
                _ => Failure::new(format!("`{shown}` is no Parquet file")),
            });
        }
        let cannot = |error: io::Error| cannot_read(&self.path, &reason(&error));
        // Its end says what is in it, so that it has to be there first.
        let file = match self.length {
            Some(_) => File::open(&self.path).map_err(cannot)?,
            None => spooled(&self.begun, &mut self.input).map_err(cannot)?,
        };
        guard::reads(&self.path);
        columnar::Table::open(file).map_err(|problem| damaged(&self.path, problem))
    }

    /// The columns that all lines of JSON have together.
    pub fn surveyed(&mut self) -> Result<Vec<Column>, Failure> {
        let mut survey = Survey::default();
        let cannot = |error: io::Error| cannot_read(&self.path, &reason(&error));
        let file = if self.length.is_some() {
            File::open(&self.path).map_err(cannot)?
        } else {
            let mut file = spooled(&self.begun, &mut self.input).map_err(cannot)?;
            let again = file.try_clone().map_err(cannot)?;
            file.rewind().map_err(cannot)?;
            self.input = Box::new(again);
            file
        };
        let mut lines = BufReader::new(&file);
        let (mut line, mut first) = (Vec::new(), true);
        loop {
            line.clear();
            let read = lines.by_ref().take(LONGEST as u64).read_until(b'\n', &mut line).map_err(cannot)?;
            if read == 0 {
                break;
            }
            let bytes = if first { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
            first = false;
            // What is no object is told of when rows are worked out.
            let _ = survey.line(bytes);
        }
        if self.length.is_none() {
            // Both handles of a file are at the same place.
            (&file).seek(SeekFrom::Start(self.begun.len() as u64)).map_err(cannot)?;
        }
        Ok(survey.columns())
    }
}

/// A file in columns, batch by batch.
pub struct Batches<'t> {
    /// Its path, for what is wrong with it.
    pub path: &'t Path,
    /// The file.
    pub table: &'t mut columnar::Table<File>,
}

impl Source for Batches<'_> {
    type Piece = Batch;

    fn next(&mut self) -> Result<Option<Batch>, Broken> {
        self.table.batch().map_err(|problem| Broken::Damaged(damaged(self.path, problem)))
    }
}

fn damaged(path: &Path, problem: Problem) -> Failure {
    let failure = cannot_read(path, &problem.message);
    match problem.help {
        Some(help) => failure.help(help),
        None => failure,
    }
}

/// That a table cannot be read.
pub fn cannot_read(path: &Path, why: &str) -> Failure {
    Failure::new(format!("`{}` cannot be read: {why}", slashed(path)))
}
