//! `avouch rules`: the rule set of one policy on standard output.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::discover::discover;
use super::failure::Failure;
use super::report::{lowered, outcome};
use super::run::analyse_all;
use super::terminal::Terminal;
use crate::analysis::artifacts;
use crate::diagnostic::Level;
use crate::diagnostic::render::{Found, escape, pretty};
use crate::emit::{BuildOptions, Form};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The policy file
    file: PathBuf,
    /// The form of the rule set
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// JSON
    #[default]
    Json,
    /// YAML
    Yaml,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    if arguments.file.is_dir() {
        let named = super::disk::slashed(&arguments.file);
        return Err(Failure::new(format!("`{named}` is a folder"))
            .help("name one policy file, or use `avouch build`"));
    }
    let targets = discover(std::slice::from_ref(&arguments.file), terminal.look_err())?;
    let analyses = analyse_all(&targets);
    if let Some(analysis) = analyses.iter().find(|analysis| analysis.broken) {
        // Standard output belongs to the rule set, so what stands in its way is told beside it.
        for finding in analysis.findings.iter().filter(|finding| finding.level == Level::Error) {
            let found = Found { sources: &analysis.sources, finding };
            terminal.say(&pretty(found, terminal.look_err()));
        }
        terminal.say(&format!(
            "there is no rule set: {} has errors{}",
            escape(&analysis.path),
            lowered(analysis)
        ));
        return Ok(outcome(&analyses, &targets, None).max(Outcome::Findings));
    }
    let form = match arguments.format {
        Format::Json => Form::Rules,
        Format::Yaml => Form::Yaml,
    };
    let options = BuildOptions { forms: vec![form], audiences: Vec::new(), languages: Vec::new() };
    if let Some(analysis) = analyses.iter().find(|analysis| analysis.program.is_none()) {
        return Err(Failure::new(format!("`{}` declares no policy, so it has no rule set", analysis.path))
            .help("name a file that begins with `policy some-name \"Title\" { … }`"));
    }
    for analysis in &analyses {
        for artifact in artifacts(analysis, &options)? {
            terminal.print_bytes(&artifact.bytes);
        }
    }
    Ok(Outcome::Clean)
}
