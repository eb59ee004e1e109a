//! Where the rows of a table go: files that get their names when all of it is there, or standard output.
//!
//! In: parts of a table in order. Out: whole files. What an interrupted run left is never taken for a whole one; nothing is written over
//! what is read, nor over each other.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::guard::begun;
use super::terminal::Terminal;
use crate::evaluate::Problem;
use crate::evaluate::bulk::columnar::{Book, Scheme};
use crate::evaluate::bulk::{Form, Paper, Part};

/// A file that gets its name at the end.
pub struct Sink {
    path: PathBuf,
    ink: Ink,
}

enum Ink {
    Text(BufWriter<NamedTempFile>),
    Columns(Book<BufWriter<NamedTempFile>>),
}

/// Bytes that are written at a time.
const AT_A_TIME: usize = 1 << 16;

impl Sink {
    /// Begins a file, in columns if there is a scheme for them.
    pub fn open(path: &Path, scheme: Option<&Scheme>) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if path.is_dir() {
            return Err(Failure::new(format!("`{}` is a folder", slashed(path))).help("name a file"));
        }
        let mut file = tempfile::Builder::new();
        let file = file.prefix(".avouch-").suffix(".partial").tempfile_in(folder);
        let file = file.map_err(|error| cannot_write(path, &reason(&error)))?;
        begun(file.path());
        let file = BufWriter::with_capacity(AT_A_TIME, file);
        let ink = match scheme {
            None => Ink::Text(file),
            Some(scheme) => Ink::Columns(Book::open(file, scheme).map_err(|problem| lost(path, problem))?),
        };
        Ok(Self { path: path.to_owned(), ink })
    }

    /// Puts a part behind the others.
    pub fn put(&mut self, part: Part) -> Result<(), Failure> {
        match (&mut self.ink, part) {
            (Ink::Text(file), Part::Text(bytes)) => {
                file.write_all(&bytes).map_err(|error| cannot_write(&self.path, &reason(&error)))
            }
            (Ink::Columns(book), Part::Group(Some(group))) => {
                book.add(group).map_err(|problem| lost(&self.path, problem))
            }
            (Ink::Columns(_), Part::Text(_) | Part::Group(None)) | (Ink::Text(_), Part::Group(_)) => Ok(()),
        }
    }

    /// Gives the file its name.
    pub fn keep(self) -> Result<(), Failure> {
        let path = self.path;
        let file = match self.ink {
            Ink::Text(file) => file,
            Ink::Columns(book) => book.close().map_err(|problem| lost(&path, problem))?,
        };
        let cannot = |error: &io::Error| cannot_write(&path, &reason(error));
        let file = file.into_inner().map_err(|error| cannot(error.error()))?;
        readable(&file).map_err(|error| cannot(&error))?;
        file.persist(&path).map(|_| ()).map_err(|error| cannot(&error.error))
    }
}

fn lost(path: &Path, problem: Problem) -> Failure {
    cannot_write(path, &problem.message)
}

fn cannot_write(path: &Path, why: &str) -> Failure {
    Failure::new(format!("`{}` cannot be written: {why}", slashed(path)))
        .help("nothing of it was kept; the table and earlier output are as they were")
}

/// A file that is only put in place later is readable for its owner alone; others may read what a program writes, as usual.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Where the rows with answers go.
pub enum Output {
    /// A file.
    File(Sink),
    /// Standard output, as text.
    Screen,
    /// Standard output, in columns.
    Stream(Book<BufWriter<io::Stdout>>),
}

impl Output {
    /// Opens the file, or standard output.
    pub fn open(path: Option<&Path>, paper: &Paper) -> Result<Self, Failure> {
        let scheme = paper.scheme.as_ref();
        match (path, scheme) {
            (Some(path), scheme) => Sink::open(path, scheme).map(Self::File),
            (None, None) => Ok(Self::Screen),
            (None, Some(_)) if io::stdout().is_terminal() => {
                Err(Failure::new("Parquet is nothing to look at")
                    .help("name a file, as in `-o answers.parquet`"))
            }
            (None, Some(scheme)) => {
                let stream = BufWriter::with_capacity(AT_A_TIME, io::stdout());
                Book::open(stream, scheme).map(Self::Stream).map_err(streamed)
            }
        }
    }

    /// Puts a part behind the others.
    pub fn put(&mut self, part: Part, terminal: &mut Terminal) -> Result<(), Failure> {
        match (self, part) {
            (Self::File(sink), part) => sink.put(part),
            (Self::Screen, Part::Text(bytes)) => {
                terminal.print_bytes(&bytes);
                Ok(())
            }
            (Self::Stream(book), Part::Group(Some(group))) => book.add(group).map_err(streamed),
            (Self::Screen, Part::Group(_)) | (Self::Stream(_), Part::Text(_) | Part::Group(None)) => Ok(()),
        }
    }

    /// Ends it.
    pub fn keep(self) -> Result<(), Failure> {
        match self {
            Self::File(sink) => sink.keep(),
            Self::Screen => Ok(()),
            Self::Stream(book) => book
                .close()
                .map_err(streamed)?
                .flush()
                .map_err(|error| streamed(Problem::new(reason(&error)))),
        }
    }
}

fn streamed(problem: Problem) -> Failure {
    Failure::new(format!("standard output cannot be written: {}", problem.message))
}

/// The form that the ending of a path tells of.
pub fn form_of(path: &Path) -> Option<Form> {
    path.extension().and_then(|ending| Form::of_ending(&ending.to_string_lossy()))
}

/// `cases.rejected.csv`, beside the output; without one, in the current folder, under the name of the table.
pub fn beside(output: Option<&Path>, cases: &Path, form: Form) -> PathBuf {
    let (folder, named) = match (output, cases.as_os_str() == "-") {
        (Some(output), _) => (output.parent(), output),
        (None, false) => (None, cases),
        (None, true) => (None, Path::new("cases")),
    };
    let stem = named.file_stem().unwrap_or_default().to_string_lossy();
    let ending = named.extension().unwrap_or_default().to_string_lossy();
    // An ending that says another form would be wrong, and no ending stays none.
    let other = cases.as_os_str() == "-" && output.is_none();
    let ending = match form_of(named) {
        Some(known) if !known.is_like(form) => form.ending(),
        None if other => form.ending(),
        Some(_) | None => &ending,
    };
    let dot = if ending.is_empty() { "" } else { "." };
    folder.unwrap_or(Path::new("")).join(format!("{stem}.rejected{dot}{ending}"))
}

/// What is written may not be what is read, nor two things at once, nor a device.
pub fn apart(read: &[&Path], written: &[&Path]) -> Result<(), Failure> {
    let mut taken: Vec<PathBuf> = read.iter().map(|path| place(path)).collect();
    for path in written {
        let here = place(path);
        if taken.contains(&here) {
            return Err(Failure::new(format!(
                "`{}` would be written over something else that is needed",
                slashed(path)
            ))
            .help("give every file a name of its own"));
        }
        if std::fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
            return Err(Failure::new(format!("`{}` is no file that can be replaced", slashed(path)))
                .help("leave `--output` out to write to standard output"));
        }
        taken.push(here);
    }
    Ok(())
}

/// Where a path leads, whether or not there is a file yet.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folder.join(path.file_name().unwrap_or_default())
}

/// Puts what cannot be read twice into a file without a name.
pub fn spooled(begun: &[u8], rest: &mut dyn io::Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(begun)?;
    io::copy(rest, &mut file)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_an_answer_go_beside_the_output_in_their_own_form() {
        let csv = Form::Csv { separator: b',' };
        let place = |output: Option<&str>, cases: &str, form| {
            slashed(&beside(output.map(Path::new), Path::new(cases), form))
        };
        assert_eq!(place(Some("out/a.csv"), "b.csv", csv), "out/a.rejected.csv");
        assert_eq!(place(Some("out/a.parquet"), "b.csv", csv), "out/a.rejected.csv");
        assert_eq!(place(Some("out/a.csv"), "b.parquet", Form::Parquet), "out/a.rejected.parquet");
        assert_eq!(place(Some("a.txt"), "b.csv", csv), "a.rejected.txt");
        assert_eq!(place(None, "in/b.tsv", Form::Csv { separator: b'\t' }), "b.rejected.tsv");
        assert_eq!(place(None, "-", Form::JsonLines), "cases.rejected.jsonl");
    }
}
