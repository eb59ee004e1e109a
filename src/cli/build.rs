//! `avouch build`: documents and rule sets, written whole or not at all.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};

use super::discover::{Targets, discover};
use super::disk::slashed;
use super::failure::Failure;
use super::output;
use super::report::{Format, Report, outcome};
use super::run::{analyse_all, in_order};
use super::terminal::Terminal;
use super::{FailOn, Outcome};
use crate::analysis::artifacts;
use crate::diagnostic::render::escape;
use crate::emit::{Artifact, BuildOptions, Form};

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
    let targets = discover(&arguments.paths, terminal.look_err())?;
    let analyses = analyse_all(&targets);
    let report = Report::new(&analyses);
    report.print(terminal, Format::Pretty, arguments.max_findings)?;
    report.sum_up(terminal, arguments.max_findings, start.elapsed());
    let folder = folder(arguments, &targets);
    let named = slashed(&folder);

    let broken: Vec<&str> =
        analyses.iter().filter(|analysis| analysis.broken).map(|analysis| analysis.path.as_str()).collect();
    if let Some(first) = broken.first() {
        let others = match broken.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        terminal
            .say(&escape(&format!("nothing was written to {named}: there are errors in {first}{others}")));
        return Ok(outcome(&analyses, &targets, arguments.fail_on.map(FailOn::level)).max(Outcome::Findings));
    }
    let mut forms: Vec<Form> = arguments.emit.iter().map(|emit| emit.form()).collect();
    forms.sort_unstable();
    forms.dedup();
    let options =
        BuildOptions { forms, audiences: arguments.audience.clone(), languages: arguments.language.clone() };
    let mut all: Vec<Artifact> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for made in in_order(analyses.len(), |index| artifacts(&analyses[index], &options)) {
        for artifact in made.map_err(|error| Failure::new(error.to_string()))? {
            // Policies share the style sheet; anything else that two of them would write is refused by the writer.
            let first = *places.entry(artifact.path.clone()).or_insert(all.len());
            if all.get(first) != Some(&artifact) {
                all.push(artifact);
            }
        }
    }
    let written = output::write(&folder, &all)?;
    let mut lines = vec![escape(&written.in_words(&named)).into_owned()];
    lines.extend(written.files.iter().map(|path| format!("  {}", escape(path))));
    lines.extend(written.removed.iter().map(|path| format!("  {} (removed)", escape(path))));
    terminal.say(&lines.join("\n"));
    Ok(outcome(&analyses, &targets, arguments.fail_on.map(FailOn::level)))
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
