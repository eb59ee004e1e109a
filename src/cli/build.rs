//! `avouch build`: documents and rule sets, written whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use clap::{Args, ValueEnum};
use serde_json::value::RawValue;

use super::discover::{Targets, discover};
use super::disk::slashed;
use super::failure::Failure;
use super::form::chosen;
use super::output::{Made, Sink};
use super::owners::Owners;
use super::record::{self, Before, Entry, Kept};
use super::report::{Report, lowered, outcome};
use super::run::{across_all, in_order};
use super::standing::public_beside;
use super::terminal::Terminal;
use super::trace::{Trace, Traced};
use super::written::Written;
use super::{FailOn, Outcome, Profile};
use crate::analysis::{Analysis, analyse, artifacts};
use crate::diagnostic::render::escape;
use crate::emit::{BuildOptions, Form};

/// The output folder when neither the command line nor the settings name one.
const DEFAULT_FOLDER: &str = "site";

#[derive(Args, Debug)]
pub struct Arguments {
    /// Files and folders; the current folder when none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The folder to write to (`output` in the settings, otherwise `site`)
    #[arg(short, long, env = "AVOUCH_OUTPUT", value_name = "DIR")]
    output: Option<PathBuf>,
    /// What to write
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "html,markdown,rules",
        env = "AVOUCH_EMIT"
    )]
    emit: Vec<Emit>,
    /// For which audiences: `public`, `internal`, or parties (public unless said)
    #[arg(long, value_delimiter = ',', value_name = "NAME")]
    audience: Vec<String>,
    /// In which languages, by their tags, as `nl` (all of the policy unless said)
    #[arg(long, value_delimiter = ',', value_name = "TAG")]
    language: Vec<String>,
    /// From which level on findings make the exit code 1 (error unless the settings say otherwise)
    #[arg(long, value_enum, env = "AVOUCH_FAIL_ON", value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// How much to report (recommended unless the settings say otherwise)
    #[arg(long, value_enum, env = "AVOUCH_PROFILE", value_name = "PROFILE")]
    profile: Option<Profile>,
    /// How many findings to show at most, 0 for all
    #[arg(long, default_value_t = 100, env = "AVOUCH_MAX_FINDINGS", value_name = "NUMBER")]
    max_findings: usize,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Emit {
    /// The document as a web page
    Html,
    /// The document in Markdown
    Markdown,
    /// The rule set in JSON
    Rules,
    /// The rule set in YAML
    Yaml,
}

impl Emit {
    fn form(self) -> Form {
        match self {
            Self::Html => Form::Html,
            Self::Markdown => Form::Markdown,
            Self::Rules => Form::Rules,
            Self::Yaml => Form::Yaml,
        }
    }
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let mut targets = discover(&arguments.paths, terminal.look_err())?;
    targets.ask_for(arguments.profile);
    let folder = folder(arguments, &targets);
    let mut forms: Vec<Form> = arguments.emit.iter().map(|emit| emit.form()).collect();
    forms.sort_unstable();
    forms.dedup();
    let options =
        BuildOptions { forms, audiences: arguments.audience.clone(), languages: arguments.language.clone() };
    let key = record::key(&targets, &options);
    let before = key.as_ref().map_or_else(Before::default, |key| Before::of(&folder, key, &targets));
    let work = Work {
        targets: &targets,
        options: &options,
        before: &before,
        folder: &folder,
        sink: OnceLock::new(),
        broken: AtomicBool::new(false),
    };
    let (mut analyses, made): (Vec<Analysis>, Vec<_>) =
        in_order(targets.files.len(), |index| work.one(index)).into_iter().unzip();
    across_all(&targets, &mut analyses);
    let report = Report::new(&analyses);
    report.print(terminal, chosen(None), arguments.max_findings)?;
    let broken: Vec<&Analysis> = analyses.iter().filter(|analysis| analysis.broken).collect();
    // What cannot be made as it was asked for is said in the place of "all good".
    let made = if broken.is_empty() { made.into_iter().collect::<Result<Vec<Of>, _>>()? } else { Vec::new() };
    report.sum_up(terminal, arguments.max_findings, start.elapsed());
    let named = slashed(&folder);

    if let Some(first) = broken.first() {
        let others = match broken.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let (path, lowered) = (&first.path, lowered(first));
        terminal.say(&escape(&format!(
            "nothing was written to {named}: there are errors in {path}{others}{lowered}"
        )));
        return Ok(outcome(&analyses, &targets, arguments.fail_on.map(FailOn::level)).max(Outcome::Findings));
    }
    let written = match before.nothing_changed(&targets) {
        Some(unchanged) if made.iter().all(|of| of.kept) => Written { unchanged, ..Written::default() },
        Some(_) | None => {
            let all: Vec<Made> = made.iter().flat_map(|of| of.made.iter().cloned()).collect();
            let owners = Owners::new(&folder, &targets, made.iter().map(|of| of.made.as_slice()));
            let sink = work.sink.into_inner().unwrap_or_else(|| Sink::open(&folder))?;
            public_beside(&named, &options.audiences, &sink.old.files)?;
            sink.finish(&all, &owners, |list, stamps| {
                let entries = analyses.iter().zip(&targets.files).zip(&made);
                let entries = entries.map(|((analysis, target), of)| Entry {
                    target,
                    analysis,
                    trace: &of.trace,
                    made: &of.made,
                    summary: &of.summary,
                });
                let key = key.as_ref().filter(|_| before.may_be_replaced())?;
                record::bytes(key, &entries.collect::<Vec<_>>(), list, stamps)
            })?
        }
    };
    terminal.say(&written.in_lines(&named));
    Ok(outcome(&analyses, &targets, arguments.fail_on.map(FailOn::level)))
}

/// What all policies of a build share.
struct Work<'a> {
    targets: &'a Targets,
    options: &'a BuildOptions,
    before: &'a Before,
    folder: &'a Path,
    /// What files are put into, once there is one to put.
    sink: OnceLock<Result<Sink<'a>, Failure>>,
    /// Whether a policy has errors, so that nothing more need be made.
    broken: AtomicBool,
}

/// What was made of one policy.
#[derive(Default)]
struct Of {
    trace: Trace,
    made: Vec<Made>,
    /// What the policy is held against others by, as it is written.
    summary: Option<Box<RawValue>>,
    /// Whether all of it stands there from the last build.
    kept: bool,
}

impl Work<'_> {
    /// Looks at one policy and puts what is made of it into the folder, unless it is there from the last build. Of the
    /// program nothing stays in memory, and of the texts only what findings are shown in.
    fn one(&self, index: usize) -> (Analysis, Result<Of, Failure>) {
        let target = &self.targets.files[index];
        let workspace = &self.targets.workspaces[target.workspace];
        let kept = self.before.kept(target, self.targets);
        let (kept, shown) = match kept {
            Some(Kept { analysis, findings, trace, made, summary }) => {
                let of = Of { trace, made, summary, kept: true };
                if !findings {
                    return (analysis, Ok(of));
                }
                (Some(of), findings)
            }
            None => (None, false),
        };
        let files = Traced::new(&workspace.files);
        let mut analysis = analyse(&target.path, &files, &workspace.settings);
        let made = match kept {
            Some(of) if shown && !analysis.broken => Ok(of),
            Some(_) | None => self.made(&analysis, files.into_trace()),
        };
        analysis.program = None;
        if analysis.findings.is_empty() && analysis.suppressed.is_empty() {
            analysis.sources = std::mem::take(&mut analysis.sources).without_texts();
        }
        (analysis, made)
    }

    fn made(&self, analysis: &Analysis, trace: Trace) -> Result<Of, Failure> {
        if analysis.broken {
            self.broken.store(true, Ordering::Relaxed);
        }
        let mut of = Of { trace, summary: record::written_summary(analysis), ..Of::default() };
        if self.broken.load(Ordering::Relaxed) {
            return Ok(of);
        }
        // Why the folder cannot be written to is said when everything else has been.
        if let Ok(sink) = self.sink.get_or_init(|| Sink::open(self.folder)) {
            let artifacts = artifacts(analysis, self.options)?;
            of.made = artifacts.iter().map(|artifact| sink.put(artifact)).collect::<Result<_, _>>()?;
        }
        Ok(of)
    }
}

/// The output folder: command line or environment, then the settings of the first workspace, then the usual one.
fn folder(arguments: &Arguments, targets: &Targets) -> PathBuf {
    if let Some(folder) = &arguments.output {
        return folder.clone();
    }
    let set = targets.workspaces.first().and_then(|workspace| {
        let output = workspace.settings.output.as_ref()?;
        Some(PathBuf::from(super::workspace::shown(&workspace.root.join(output))))
    });
    set.unwrap_or_else(|| PathBuf::from(DEFAULT_FOLDER))
}
