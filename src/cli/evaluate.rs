//! `avouch evaluate`: what applies to each row of a table, and when it is due.
//!
//! Rows go from file to file on several threads, in order. The output gets its name when all of it is there, so that what an
//! interrupted run left is never taken for a whole one. Rows without an answer go into a file of their own.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::Args;

use super::Outcome;
use super::day;
use super::disk::slashed;
use super::failure::Failure;
use super::pipe::{Broken, Cutter, PIECE, Pieces, Source, pipe};
use super::policy::{Policy, Whose, failure};
use super::progress::{Progress, grouped};
use super::sink::{Output, Sink, apart, beside, form_of};
use super::table::{Batches, Table, Written, cannot_read};
use super::terminal::Terminal;
use crate::diagnostic::render::escape;
use crate::evaluate::bulk::columnar::{Kept, Schema};
use crate::evaluate::bulk::{
    Attained, Attainment, Count, Form, Head, Made, Mapping, Part, Plan, Role, Worker, cut, one_value_each,
    work, work_batch,
};
use crate::evaluate::{Customer, Problem};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The policy file
    file: PathBuf,
    /// The table of cases: CSV, JSON lines or Parquet; `-` is standard input
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
    /// Write rows without an answer to this file; otherwise beside the output, or without one into the current folder
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    /// Write how often promises were kept to this file, as JSON
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// How the table is written; found out if unsaid
    #[arg(long, value_enum, value_name = "FORM")]
    form: Option<Written>,
    /// How the answers are written; as the name of the output ends, or as the table, if unsaid
    #[arg(long, value_enum, value_name = "FORM")]
    output_form: Option<Written>,
    #[command(flatten)]
    whose: Whose,
    /// How many threads work; as many as there are processors if unsaid
    #[arg(long, value_name = "COUNT")]
    threads: Option<std::num::NonZero<usize>>,
}

/// A text that becomes columns is read in longer pieces, since each is a group of rows.
const GROUP: usize = 8 << 20;

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    day::refuse_words("--at", arguments.at.as_deref(), false)?;
    let policy = match Policy::open(&arguments.file, "answer", terminal)? {
        Ok(policy) => policy,
        Err(outcome) => return Ok(outcome),
    };
    let customer = arguments.whose.customer()?;
    let (mut table, mut head) = Table::open(&arguments.cases, arguments.form)?;
    let [form, _] = forms(arguments, &head)?;
    if let (Table::Text(text), Form::JsonLines, false) = (&mut table, head.form, form == Form::JsonLines) {
        head.columns = text.surveyed()?;
    }
    let mapping = policy
        .ask(&customer, |context| {
            let mapping = Mapping::of(context, &head.names(), &arguments.map)?;
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
    let work = Work { arguments, policy: &policy, customer: &customer, mapping: &mapping };
    let plan = work.plan(&table, head)?;
    for note in &plan.notes {
        terminal.say(&escape(note));
    }
    let done = work.all(&mut table, &plan, terminal);
    if work.is_unread(terminal) {
        return Ok(Outcome::Clean);
    }
    work.summary(&done?, begins.elapsed(), terminal)
}

/// The forms of the rows with answers and of those without. What has no answer stays as it came, unless it came in columns and
/// somebody wants to read it as text.
fn forms(arguments: &Arguments, head: &Head) -> Result<[Form; 2], Failure> {
    let named = |path: &Path| match (form_of(path), head.form) {
        // Who writes `.csv` does not ask for commas.
        (Some(Form::Csv { separator: b',' }), known @ Form::Csv { .. }) => Some(known),
        (form, _) => form,
    };
    let asked = arguments.output_form.map(|form| form.form(head.form));
    if let (None, Some(path)) = (asked, &arguments.output) {
        named_as_a_table(path)?;
    }
    let answers = asked.or_else(|| arguments.output.as_deref().and_then(named)).unwrap_or(head.form);
    let Some(path) = &arguments.rejected else { return Ok([answers, head.form]) };
    let rejects = named(path).unwrap_or(head.form);
    if head.form != Form::Parquet && !rejects.is_like(head.form) {
        return Err(Failure::new(format!(
            "rows without an answer stay as they came, in {}, and `{}` is the name of something else",
            head.form,
            slashed(path)
        ))
        .help(format!("give the file a name that ends in `.{}`", head.form.ending())));
    }
    Ok([answers, if head.form == Form::Parquet { rejects } else { head.form }])
}

/// That nobody opens a file whose name says that it is something else.
fn named_as_a_table(path: &Path) -> Result<(), Failure> {
    if !path.extension().is_some_and(|ending| Form::is_strange(&ending.to_string_lossy())) {
        return Ok(());
    }
    let [csv, lines, parquet] =
        ["csv", "jsonl", "parquet"].map(|ending| slashed(&path.with_extension(ending)));
    Err(Failure::new(format!(
        "answers are written as CSV, JSON lines or Parquet, and `{}` is the name of something else",
        slashed(path)
    ))
    .help(format!(
        "name it `{csv}`, `{lines}` or `{parquet}`, or say with `--output-form` how it is written"
    )))
}

/// What is asked of whom.
struct Work<'w> {
    arguments: &'w Arguments,
    policy: &'w Policy,
    customer: &'w Customer,
    mapping: &'w Mapping,
}

/// What came of all rows.
struct Done {
    count: Count,
    attainment: Attainment,
    /// Where rows without an answer would go, and whether there are any.
    rejected: (PathBuf, bool),
}

impl Work<'_> {
    /// Whether whoever reads standard output has seen enough, and nothing else needs the rows that are left.
    fn is_unread(&self, terminal: &Terminal) -> bool {
        terminal.is_closed() && self.arguments.summary.is_none()
    }

    /// How rows are written.
    fn plan(&self, table: &Table, head: Head) -> Result<Plan, Failure> {
        let forms = forms(self.arguments, &head)?;
        let kept = forms.map(|form| match table {
            Table::Columns(table) if form == Form::Parquet => Kept {
                fields: table.root().get_fields().to_vec(),
                compressions: table.compressions(),
                said: table.said().to_vec(),
            },
            Table::Columns(_) | Table::Text(_) => Kept::default(),
        });
        let plan = self.policy.ask(self.customer, |context| {
            let commitments = context.program.commitments.keys().map(ToString::to_string).collect();
            let zone = context.clock.zone().name();
            let policy = context.program.policy.clause.name.as_str();
            let said = [("avouch.policy", policy), ("avouch.timezone", zone)];
            let plan = Plan::new(head, commitments, forms, kept, &said)?;
            one_value_each(&plan, self.mapping.roles())?;
            Ok(plan)
        });
        plan.map_err(failure)
    }

    /// Works out all rows of a table.
    fn all(&self, table: &mut Table, plan: &Plan, terminal: &mut Terminal) -> Result<Done, Failure> {
        let (head, cases) = (&plan.head, &*self.arguments.cases);
        match table {
            Table::Text(text) => {
                let form = head.form;
                let begun = text.begun.split_off(head.length);
                let length = if plan.answers.form == Form::Parquet { GROUP } else { PIECE };
                let source = Cutter::new(&mut text.input, begun, head.line, length, |bytes| cut(bytes, form));
                let work = |worker: &mut Worker<'_, '_>, piece: super::pipe::Piece| {
                    (piece.bytes.len(), work(worker, plan, &piece.bytes, piece.line))
                };
                self.through(source, text.length, plan, work, terminal)
            }
            Table::Columns(table) => {
                let rows = table.rows();
                let schema: Schema = table.schema().clone();
                let source = Batches { path: cases, table };
                let work = |worker: &mut Worker<'_, '_>, batch: crate::evaluate::bulk::columnar::Batch| {
                    (batch.rows, work_batch(worker, plan, &schema, batch))
                };
                self.through(source, Some(rows), plan, work, terminal)
            }
        }
    }

    fn through<S: Source>(
        &self,
        source: S,
        length: Option<u64>,
        plan: &Plan,
        work: impl Fn(&mut Worker<'_, '_>, S::Piece) -> (usize, Result<Made, Problem>) + Sync,
        terminal: &mut Terminal,
    ) -> Result<Done, Failure> {
        let arguments = self.arguments;
        let threads = arguments.threads.or(std::thread::available_parallelism().ok()).map_or(1, Into::into);
        let path = arguments.rejected.clone();
        let path =
            path.unwrap_or_else(|| beside(arguments.output.as_deref(), &arguments.cases, plan.rejects.form));
        let read = [&*arguments.file, &*arguments.cases];
        let read = if arguments.cases.as_os_str() == "-" { &read[..1] } else { &read[..] };
        let written: Vec<&Path> = [arguments.output.as_deref(), arguments.summary.as_deref(), Some(&path)]
            .into_iter()
            .flatten()
            .collect();
        apart(read, &written)?;
        let now = arguments.at.as_deref();
        let now = self.policy.ask(self.customer, |context| now.map(|at| context.instant(at)).transpose());
        let now = now.map_err(failure)?;
        let attainment = Mutex::new(Attainment::default());
        let worker = |pieces: &dyn Pieces<S::Piece, Result<Made, Failure>>| {
            let result = self.policy.ask(self.customer, |context| {
                let mut worker = Worker::new(context, self.mapping, now)?;
                while let Some((index, piece)) = pieces.take() {
                    let (length, made) = work(&mut worker, piece);
                    pieces.give(index, length, made.map_err(failure));
                }
                let mut all = attainment.lock().unwrap_or_else(PoisonError::into_inner);
                all.add(&worker.attainment);
                Ok(())
            });
            // Pieces that nobody works out are given back with the reason.
            if let Err(problem) = result {
                while let Some((index, _)) = pieces.take() {
                    pieces.give(index, 0, Err(failure(problem.clone())));
                }
            }
        };
        let [heading, rejected_heading] = plan.headings();
        let mut output = Output::open(arguments.output.as_deref(), &plan.answers)?;
        let mut rejected: Option<Sink> = None;
        let mut count = Count::default();
        let mut progress = Progress::new(length);
        output.put(Part::Text(heading), terminal)?;
        let result = pipe(source, threads, worker, |made, length| {
            let made = made?;
            output.put(made.answers, terminal)?;
            if self.is_unread(terminal) {
                return Err(Failure::new("nobody reads the answers any more"));
            }
            if made.count.rejected > 0 {
                let sink = match &mut rejected {
                    Some(sink) => sink,
                    none => {
                        let mut sink = Sink::open(&path, plan.rejects.scheme.as_ref())?;
                        sink.put(Part::Text(rejected_heading.clone()))?;
                        none.insert(sink)
                    }
                };
                sink.put(made.rejects)?;
            }
            count.rows += made.count.rows;
            count.rejected += made.count.rejected;
            progress.told(length, count.rows);
            Ok(())
        });
        progress.end();
        result.map_err(|broken| match broken {
            Broken::Input(error) => cannot_read(&arguments.cases, &super::failure::reason(&error)),
            Broken::Endless(line) => Failure::new(format!("the row that begins in line {line} does not end"))
                .help("a quote that is opened at the beginning of a field has to be closed"),
            Broken::Damaged(failure) | Broken::Output(failure) => failure,
        })?;
        let any = rejected.is_some();
        rejected.map(Sink::keep).transpose()?;
        output.keep()?;
        let attainment = attainment.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Done { count, attainment, rejected: (path, any) })
    }

    /// Says what came of it.
    fn summary(&self, done: &Done, time: Duration, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let arguments = self.arguments;
        let attained = self.policy.ask(self.customer, |context| Ok(done.attainment.lines(context.program)));
        let attained = attained.map_err(failure)?;
        if let Some(path) = &arguments.summary {
            let Count { rows, rejected } = done.count;
            let all = Summary {
                format: "avouch/evaluation",
                format_version: 1,
                rows,
                rejected,
                attainment: &attained,
            };
            let mut text = serde_json::to_string_pretty(&all)
                .map_err(|error| Failure::new(format!("the summary cannot be written as JSON: {error}")))?;
            text.push('\n');
            let mut sink = Sink::open(path, None)?;
            sink.put(Part::Text(text.into_bytes()))?;
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
        let (path, any) = &done.rejected;
        if !any {
            if path.exists() {
                terminal.say(&format!(
                    "{} was there before; no row of this table is in it",
                    escape(&slashed(path))
                ));
            }
            return Ok(Outcome::Clean);
        }
        let (have, them) =
            if done.count.rejected == 1 { ("row has", "it stands") } else { ("rows have", "they stand") };
        terminal.say(&format!(
            "{} {have} no answer: {them} with the reason in {}",
            grouped(done.count.rejected),
            escape(&slashed(path))
        ));
        Ok(Outcome::Findings)
    }
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
