//! `avouch evaluate`: what applies to each row of a table, and when it is due.
//!
//! Rows go from file to file on several threads, in order. The output gets its name when all of it is there, so that what an
//! interrupted run left is never taken for a whole one. Rows without an answer go into a file of their own.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Read, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use tempfile::NamedTempFile;

use super::Outcome;
use super::disk::slashed;
use super::failure::{Failure, reason};
use super::pipe::{Broken, Pieces, pipe};
use super::policy::{Policy, Whose, failure};
use super::terminal::Terminal;
use crate::diagnostic::render::escape;
use crate::evaluate::Customer;
use crate::evaluate::bulk::rows::{Count, Head, Made, cut, head, headings, is_begun, work};
use crate::evaluate::bulk::{Attained, Attainment, Mapping, Role, Worker};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The policy file
    file: PathBuf,
    /// The table of cases: CSV or JSON lines; `-` is standard input
    cases: PathBuf,
    /// Write the rows with their answers to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Say what a column is: a fact, an event, `received`, `at`, `severity=critical` for when that came about, `-` for nothing
    #[arg(long = "map", value_name = "COLUMN=ROLE")]
    map: Vec<String>,
    /// The time at which states are asked for, in rows that name none; otherwise the last time that a row tells of
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Write rows without an answer to this file; otherwise they go beside the output
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    /// Write how often promises were kept to this file, as JSON
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// How the table is written; found out if unsaid
    #[arg(long, value_enum, value_name = "FORM")]
    form: Option<Written>,
    #[command(flatten)]
    whose: Whose,
    /// How many threads work; as many as there are processors if unsaid
    #[arg(long, value_name = "COUNT")]
    threads: Option<std::num::NonZero<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// Fields between separators, the names of the columns first
    Csv,
    /// An object on each line
    Jsonl,
}

/// The names of the columns may not be longer.
const LONGEST_HEAD: usize = 64 << 20;
/// How much of a table is looked at before anything is worked out.
const BEGINNING: u64 = 1 << 20;

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let policy = match Policy::open(&arguments.file, "answer", terminal)? {
        Ok(policy) => policy,
        Err(outcome) => return Ok(outcome),
    };
    let customer = arguments.whose.customer()?;
    apart(arguments)?;
    let mut table = Table::open(arguments)?;
    let head = head(&table.begun, arguments.form.map(|form| form == Written::Jsonl)).map_err(failure)?;
    let mapping = policy
        .ask(&customer, |context| {
            let mapping = Mapping::of(context, &head.columns, &arguments.map)?;
            for line in mapping.lines(context) {
                terminal.say(&escape(&line));
            }
            Ok(mapping)
        })
        .map_err(failure)?;
    if !mapping.says_something() {
        return Err(Failure::new("no column is a fact or an event of this policy")
            .help("say which is which, as in `--map Priority=severity --map \"Created=received\"`"));
    }
    if !mapping.roles().contains(&Role::Received) {
        terminal.say("no column says when requests were received, so that no clock runs; if one does, say `--map COLUMN=received`");
    }
    let begins = Instant::now();
    let sinks = Sinks::open(arguments, terminal)?;
    let done = through(arguments, &policy, &customer, &mut table, head, &mapping, sinks)?;
    summary(arguments, &policy, &customer, &done, begins.elapsed(), terminal)
}

/// What is written may not be what is read, nor two things at once, nor a device.
fn apart(arguments: &Arguments) -> Result<(), Failure> {
    let rejected = arguments.rejected.clone().unwrap_or_else(|| beside(arguments));
    let written: Vec<&Path> = [arguments.output.as_deref(), arguments.summary.as_deref(), Some(&rejected)]
        .into_iter()
        .flatten()
        .collect();
    let mut taken = vec![place(&arguments.file)];
    if arguments.cases.as_os_str() != "-" {
        taken.push(place(&arguments.cases));
    }
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

/// The input, and what was read of it to find out what it is.
struct Table {
    input: Box<dyn Read + Send>,
    begun: Vec<u8>,
    /// How long it is, if that is known.
    length: Option<u64>,
}

impl Table {
    fn open(arguments: &Arguments) -> Result<Self, Failure> {
        let path = &arguments.cases;
        let (mut input, length): (Box<dyn Read + Send>, Option<u64>) = if path.as_os_str() == "-" {
            (Box::new(io::stdin()), None)
        } else {
            let cannot = |error: io::Error| cannot_read(path, &error);
            let file = File::open(path).map_err(cannot)?;
            let about = file.metadata().map_err(cannot)?;
            if about.is_dir() {
                return Err(Failure::new(format!("`{}` is a folder", slashed(path))).help("name one table"));
            }
            (Box::new(file), about.is_file().then_some(about.len()))
        };
        let mut begun = Vec::new();
        loop {
            let wanted = BEGINNING.max(begun.len() as u64);
            let read = input.by_ref().take(wanted).read_to_end(&mut begun);
            let read = read.map_err(|error| cannot_read(path, &error))?;
            if (read as u64) < wanted || is_begun(&begun) {
                break;
            }
            if begun.len() > LONGEST_HEAD {
                return Err(Failure::new("the first line of the table does not end")
                    .help("the first line names the columns; rows come on lines of their own"));
            }
        }
        Ok(Self { input, begun, length })
    }
}

fn cannot_read(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be read: {}", slashed(path), reason(error)))
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {}", slashed(path), reason(error)))
        .help("nothing of it was kept; the table and earlier output are as they were")
}

/// A file that gets its name at the end.
struct Sink {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Sink {
    fn open(path: &Path) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if path.is_dir() {
            return Err(Failure::new(format!("`{}` is a folder", slashed(path))).help("name a file"));
        }
        let mut file = tempfile::Builder::new();
        let file = file.prefix(".avouch-").suffix(".partial").tempfile_in(folder);
        let file = file.map_err(|error| cannot_write(path, &error))?;
        Ok(Self { path: path.to_owned(), file: BufWriter::with_capacity(1 << 16, file) })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(|error| cannot_write(&self.path, &error))
    }

    fn keep(self) -> Result<(), Failure> {
        let cannot = |error: &io::Error| cannot_write(&self.path, error);
        let file = self.file.into_inner().map_err(|error| cannot(error.error()))?;
        readable(&file).map_err(|error| cannot(&error))?;
        file.persist(&self.path).map(|_| ()).map_err(|error| cannot(&error.error))
    }
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

/// Where rows go.
struct Sinks<'t> {
    output: Option<Sink>,
    terminal: &'t mut Terminal,
    rejected: PathBuf,
}

impl<'t> Sinks<'t> {
    fn open(arguments: &Arguments, terminal: &'t mut Terminal) -> Result<Self, Failure> {
        let output = arguments.output.as_deref().map(Sink::open).transpose()?;
        let rejected = arguments.rejected.clone().unwrap_or_else(|| beside(arguments));
        Ok(Self { output, terminal, rejected })
    }
}

/// `cases.rejected.csv`, beside the output, or here.
fn beside(arguments: &Arguments) -> PathBuf {
    let (folder, named) = match (&arguments.output, arguments.cases.as_os_str() == "-") {
        (Some(output), _) => (output.parent(), output.as_path()),
        (None, false) => (None, arguments.cases.as_path()),
        (None, true) => (None, Path::new("cases.csv")),
    };
    let stem = named.file_stem().unwrap_or_default().to_string_lossy();
    let ending = named.extension().unwrap_or_default().to_string_lossy();
    let dot = if ending.is_empty() { "" } else { "." };
    folder.unwrap_or(Path::new("")).join(format!("{stem}.rejected{dot}{ending}"))
}

/// What came of all rows.
struct Done {
    count: Count,
    attainment: Attainment,
    rejected: Option<PathBuf>,
}

/// A piece worked out, or why the worker has no answers.
type Worked = Result<Made, Failure>;

fn through(
    arguments: &Arguments,
    policy: &Policy,
    customer: &Customer,
    table: &mut Table,
    head: Head,
    mapping: &Mapping,
    mut sinks: Sinks<'_>,
) -> Result<Done, Failure> {
    let threads = arguments.threads.or(std::thread::available_parallelism().ok()).map_or(1, Into::into);
    let names = policy
        .ask(customer, |context| Ok(context.program.commitments.keys().map(ToString::to_string).collect()))
        .map_err(failure)?;
    let names: Vec<String> = names;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let now = arguments.at.as_deref();
    let now =
        policy.ask(customer, |context| now.map(|at| context.instant(at)).transpose()).map_err(failure)?;
    let attainment = std::sync::Mutex::new(Attainment::default());
    let form = head.form;
    let worker = |pieces: &dyn Pieces<Worked>| {
        let result = policy.ask(customer, |context| {
            let mut worker = Worker::new(context, mapping, now)?;
            while let Some((index, piece)) = pieces.take() {
                let made = work(&mut worker, form, &piece.bytes, piece.line, &names);
                pieces.give(index, piece.bytes.len(), Ok(made));
            }
            let mut all = attainment.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            all.add(&worker.attainment);
            Ok(())
        });
        // Pieces that nobody works out are given back with the reason.
        if let Err(problem) = result {
            while let Some((index, piece)) = pieces.take() {
                pieces.give(index, piece.bytes.len(), Err(failure(problem.clone())));
            }
        }
    };
    let (heading, rejected_heading) = headings(mapping, &names, form);
    let mut rejected: Option<Sink> = None;
    let mut count = Count::default();
    let mut progress = Progress::new(table.length);
    let mut put = |bytes: &[u8]| {
        if let Some(sink) = &mut sinks.output {
            return sink.write(bytes);
        }
        sinks.terminal.print_bytes(bytes);
        Ok(())
    };
    put(&heading)?;
    let begun = table.begun.split_off(head.length);
    let result = pipe(
        &mut table.input,
        begun,
        head.line,
        |bytes| cut(bytes, form),
        threads,
        worker,
        |made, length| {
            let made = made?;
            put(&made.rows)?;
            if made.count.rejected > 0 {
                let sink = match &mut rejected {
                    Some(sink) => sink,
                    none => {
                        let mut sink = Sink::open(&sinks.rejected)?;
                        sink.write(&rejected_heading)?;
                        none.insert(sink)
                    }
                };
                sink.write(&made.rejected)?;
            }
            count.rows += made.count.rows;
            count.rejected += made.count.rejected;
            progress.told(length, count.rows);
            Ok(())
        },
    );
    progress.end();
    result.map_err(|broken| match broken {
        Broken::Input(error) => cannot_read(&arguments.cases, &error),
        Broken::Endless(line) => Failure::new(format!("the row that begins in line {line} does not end"))
            .help("a quote that is opened at the beginning of a field has to be closed"),
        Broken::Output(failure) => failure,
    })?;
    let path = rejected.as_ref().map(|sink| sink.path.clone());
    rejected.map(Sink::keep).transpose()?;
    sinks.output.map(Sink::keep).transpose()?;
    let attainment = attainment.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(Done { count, attainment, rejected: path })
}

/// How far it is, on a terminal.
struct Progress {
    length: Option<u64>,
    read: u64,
    told: Option<Instant>,
    begins: Instant,
    shown: bool,
}

impl Progress {
    fn new(length: Option<u64>) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let now = Instant::now();
        Self { length, read: 0, told: watched.then_some(now), begins: now, shown: false }
    }

    fn told(&mut self, length: usize, rows: u64) {
        self.read += length as u64;
        let Some(told) = self.told.filter(|told| told.elapsed() > Duration::from_millis(200)) else { return };
        let _ = told;
        self.told = Some(Instant::now());
        self.shown = true;
        let share =
            self.length.filter(|length| *length > 0).map(|length| self.read.min(length) * 100 / length);
        let share = share.map_or_else(String::new, |share| format!("{share:>3} %  "));
        let seconds = self.begins.elapsed().as_secs().max(1);
        // A terminal that is gone needs no progress.
        let _ = write!(
            io::stderr(),
            "\r\u{1b}[K{share}{} rows, {} a second",
            grouped(rows),
            grouped(rows / seconds)
        );
        let _ = io::stderr().flush();
    }

    fn end(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary<'s> {
    format: &'static str,
    format_version: u32,
    rows: u64,
    rejected: u64,
    attainment: &'s [Attained],
}

/// Says what came of it.
fn summary(
    arguments: &Arguments,
    policy: &Policy,
    customer: &Customer,
    done: &Done,
    time: Duration,
    terminal: &mut Terminal,
) -> Result<Outcome, Failure> {
    let attained =
        policy.ask(customer, |context| Ok(done.attainment.lines(context.program))).map_err(failure)?;
    if let Some(path) = &arguments.summary {
        let Count { rows, rejected } = done.count;
        let all =
            Summary { format: "avouch/evaluation", format_version: 1, rows, rejected, attainment: &attained };
        let mut text = serde_json::to_string_pretty(&all)
            .map_err(|error| Failure::new(format!("the summary cannot be written as JSON: {error}")))?;
        text.push('\n');
        let mut sink = Sink::open(path)?;
        sink.write(text.as_bytes())?;
        sink.keep()?;
    }
    for line in &attained {
        let share = line.basis_points.map_or_else(
            || "none is decided yet".to_owned(),
            |points| format!("{}.{:02} % were met", points / 100, points % 100),
        );
        let verdict = match line.reached {
            Some(true) => "reached",
            Some(false) => "not reached",
            None => "open",
        };
        terminal.say(&format!(
            "{} {}: {share}, {} % are promised: {verdict} ({} met, {} missed, {} open)",
            escape(&line.commitment),
            line.period,
            line.promised,
            grouped(line.met),
            grouped(line.missed),
            grouped(line.open)
        ));
    }
    let rows = if done.count.rows == 1 { "row" } else { "rows" };
    terminal.say(&format!("{} {rows} ({} ms)", grouped(done.count.rows), time.as_millis()));
    if arguments.at.is_none() && attained.iter().any(|line| line.open > 0) {
        terminal.say("open requests are neither met nor missed; `--at TIME` counts those as missed that are overdue then");
    }
    let Some(path) = &done.rejected else { return Ok(Outcome::Clean) };
    let (have, them) =
        if done.count.rejected == 1 { ("row has", "it stands") } else { ("rows have", "they stand") };
    terminal.say(&format!(
        "{} {have} no answer: {them} with the reason in {}",
        grouped(done.count.rejected),
        escape(&slashed(path))
    ));
    Ok(Outcome::Findings)
}
