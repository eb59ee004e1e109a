//! `avouch check`: what is wrong, and what could be better, in policies.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::discover::{Target, Targets, discover};
use super::disk::slashed;
use super::failure::{Failure, reason};
use super::fix;
use super::report::{Format, Report, outcome};
use super::run::check_all;
use super::terminal::Terminal;
use super::workspace::Workspace;
use super::{FailOn, Outcome};
use crate::analysis::{MAX_BYTES, normal};
use crate::diagnostic::render::Look;

#[derive(Args, Debug)]
pub struct Arguments {
    /// Files and folders; the current folder when none is given, standard input for `-`
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form of the findings
    #[arg(long, value_enum, default_value_t, env = "AVOUCH_FORMAT")]
    format: Format,
    /// From which level on findings make the exit code 1 (error unless the settings say otherwise)
    #[arg(long, value_enum, env = "AVOUCH_FAIL_ON", value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// How many findings to show to people at most, 0 for all
    #[arg(long, default_value_t = 100, env = "AVOUCH_MAX_FINDINGS", value_name = "NUMBER")]
    max_findings: usize,
    /// Mend what can be mended without doubt, then check; the text of standard input goes to standard output
    #[arg(long)]
    fix: bool,
    /// Mend also what was probably meant
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what would be mended as a diff, and change no file
    #[arg(long)]
    diff: bool,
    /// The path that the text of standard input is checked as
    #[arg(long, value_name = "PATH", default_value = "stdin.policy")]
    stdin_filename: PathBuf,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let look = terminal.look_err();
    let standard = arguments.paths.iter().any(|path| path.as_os_str() == "-");
    let mut targets = if standard {
        if arguments.paths.len() > 1 {
            return Err(
                Failure::new("`-` stands alone").help("check standard input and files one after the other")
            );
        }
        standard_input(&arguments.stdin_filename, look)?
    } else {
        discover(&arguments.paths, look)?
    };
    let mending = arguments.fix || arguments.unsafe_fixes || arguments.diff;
    let fixed = if mending { Some(fix::fix(&mut targets, arguments.unsafe_fixes)?) } else { None };
    if let Some(fixed) = &fixed {
        if arguments.diff {
            terminal.print(&fixed.diff());
        } else if standard {
            fixed.files.iter().for_each(|file| terminal.print(&file.after));
        } else {
            fixed.write()?;
        }
    }
    // A diff changes nothing, so what counts are the findings of the files as they are.
    let analyses = match &fixed {
        Some(fixed) if arguments.diff => fixed.before(),
        Some(fixed) => &fixed.analyses,
        None => &check_all(&targets),
    };
    let report = Report::new(analyses);
    let (format, most) = (arguments.format, arguments.max_findings);
    if mending && standard && !arguments.diff {
        // Standard output holds the text.
        terminal.say(report.text(look, format, most)?.trim_end_matches('\n'));
    } else if !arguments.diff {
        report.print(terminal, format, most)?;
    }
    match format {
        Format::Pretty | Format::Concise => {
            report.sum_up(terminal, if arguments.diff { 0 } else { most }, start.elapsed());
        }
        // The summary is in the report itself.
        Format::Json => {}
    }
    if let Some(words) = fixed.as_ref().and_then(|fixed| fixed.in_words(arguments.diff)) {
        terminal.say(&words);
    }
    Ok(outcome(analyses, &targets, arguments.fail_on.map(FailOn::level)))
}

/// Standard input as a policy file at a path, which need not exist but whose folder must.
pub fn standard_input(path: &Path, look: Look) -> Result<Targets, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Failure::new(format!("there is no folder `{}`", slashed(folder)))
            .help("`--stdin-filename` is a path in a folder that exists"));
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("standard input cannot be read: {}", reason(&error))))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Failure::new(format!("standard input has more than {} MB", MAX_BYTES / 1024 / 1024)));
    }
    let mut workspace = Workspace::of(folder, look)?;
    let shown = normal(&slashed(path));
    workspace.files = workspace.files.with(&shown, bytes);
    Ok(Targets { workspaces: vec![workspace], files: vec![Target { path: shown, workspace: 0 }] })
}
