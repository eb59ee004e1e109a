//! `avouch check`: what is wrong, and what could be better, in policies.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::baseline::Baseline;
use super::cache::check_all_cached;
use super::discover::{Target, Targets, discover, settings_around, settings_below};
use super::disk::slashed;
use super::failure::{Failure, reason};
use super::fix::fix as mend;
use super::form::{FormOf, chosen, outputs};
use super::large_pages;
use super::report::{Report, outcome};
use super::run::{across_all, check_all, check_all_traced};
use super::stamp::Stamp;
use super::terminal::Terminal;
use super::watch::watch;
use super::workspace::{Workspace, shown};
use super::{FailOn, Outcome, Profile};
use crate::analysis::{MAX_BYTES, normal};
use crate::config::FILE_NAME;
use crate::diagnostic::Level;
use crate::diagnostic::render::{Form, Look};

#[derive(Args, Debug)]
pub struct Arguments {
    /// Files and folders; the current folder when none is given, standard input for `-`
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form of the findings (pretty; github inside GitHub Actions)
    #[arg(long, value_parser = FormOf, env = "AVOUCH_FORMAT")]
    format: Option<&'static Form>,
    /// Write the findings to a file as well, as `sarif=report.sarif`; can be given several times
    #[arg(long, value_name = "FORMAT=FILE")]
    output: Vec<String>,
    /// From which level on findings make the exit code 1 (error unless the settings say otherwise)
    #[arg(long, value_enum, env = "AVOUCH_FAIL_ON", value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    /// How much to report (recommended unless the settings say otherwise)
    #[arg(long, value_enum, env = "AVOUCH_PROFILE", value_name = "PROFILE")]
    profile: Option<Profile>,
    /// How many findings to show to people at most, 0 for all
    #[arg(long, default_value_t = 100, env = "AVOUCH_MAX_FINDINGS", value_name = "NUMBER")]
    max_findings: usize,
    /// Let findings that stand in this file not count
    #[arg(long, value_name = "FILE", env = "AVOUCH_BASELINE")]
    baseline: Option<PathBuf>,
    /// Write to that file what is found now
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
    #[command(flatten)]
    mending: Mending,
    /// Check again whenever a file changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "diff", "update_baseline"])]
    watch: bool,
    /// Neither use nor keep what is remembered of the last check in `.avouch-cache`
    #[arg(long)]
    no_cache: bool,
    /// The path that the text of standard input is checked as
    #[arg(long, value_name = "PATH", default_value = "stdin.policy")]
    stdin_filename: PathBuf,
}

#[derive(Args, Debug)]
struct Mending {
    /// Mend what can be mended without doubt, then check; the text of standard input goes to standard output
    #[arg(long)]
    fix: bool,
    /// Mend also what was probably meant
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what would be mended as a diff, and change no file
    #[arg(long, conflicts_with = "update_baseline")]
    diff: bool,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    if !arguments.watch {
        return once(arguments, terminal, None);
    }
    if is_standard(arguments) {
        return Err(Failure::new("standard input cannot be watched").help("name files or folders"));
    }
    let asked = RefCell::new(BTreeMap::new());
    let look = terminal.look_err();
    let watched = || {
        let mut all: Vec<PathBuf> =
            arguments.paths.iter().cloned().chain(arguments.baseline.clone()).collect();
        all.extend(settings_around(&arguments.paths));
        match discover(&arguments.paths, look) {
            Ok(targets) => {
                all.extend(targets.files.iter().map(|file| PathBuf::from(&file.path)));
                all.extend(targets.workspaces.iter().map(|workspace| workspace.root.join(FILE_NAME)));
            }
            // Settings that are broken may be mended, and a folder that is gone may come back.
            Err(_) => all.extend(settings_below(&arguments.paths)),
        }
        all.extend(asked.borrow().keys().cloned());
        all.iter().map(|path| PathBuf::from(shown(path))).collect()
    };
    watch(
        terminal,
        |terminal| {
            let outcome = once(arguments, terminal, Some(&asked));
            let read = asked.borrow();
            let read = read.iter().filter_map(|(path, stamp)| Some((PathBuf::from(shown(path)), (*stamp)?)));
            (outcome, read.collect())
        },
        watched,
    )
}

fn is_standard(arguments: &Arguments) -> bool {
    arguments.paths.iter().any(|path| path.as_os_str() == "-")
}

/// Checks once; what was asked of the disk on the way is kept for whoever watches it.
fn once(
    arguments: &Arguments,
    terminal: &mut Terminal,
    watched: Option<&RefCell<BTreeMap<PathBuf, Option<Stamp>>>>,
) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let look = terminal.look_err();
    let form = chosen(arguments.format);
    let outputs = outputs(&arguments.output)?;
    let update = arguments.update_baseline;
    let mut baseline = arguments.baseline.as_ref().map(|path| Baseline::read(path, update)).transpose()?;
    let standard = is_standard(arguments);
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
    for output in &outputs {
        let files = targets
            .files
            .iter()
            .filter_map(|target| targets.workspaces.get(target.workspace)?.files.real(&target.path).ok());
        let settings = targets.workspaces.iter().map(|workspace| workspace.root.join(FILE_NAME));
        let known = arguments.baseline.iter().filter_map(|path| std::fs::canonicalize(path).ok());
        output.apart(files.chain(settings).chain(known))?;
    }
    targets.ask_for(arguments.profile);
    let Mending { fix, unsafe_fixes, diff } = arguments.mending;
    let mending = fix || unsafe_fixes || diff;
    let mut fixed = if mending { Some(mend(&mut targets, unsafe_fixes)?) } else { None };
    if let Some(fixed) = &fixed {
        if diff {
            terminal.print(&fixed.diff());
        } else if standard {
            fixed.files.iter().for_each(|file| terminal.print(&file.after));
        } else {
            fixed.write()?;
        }
    }
    // A diff changes nothing, so what counts are the findings of the files as they are.
    let most = arguments.max_findings;
    let mut analyses = match (&mut fixed, watched) {
        (None, None) if !arguments.no_cache => {
            // People see so many findings; baselines and other programs want all of them.
            let shown = if form.for_people && outputs.is_empty() && baseline.is_none() { most } else { 0 };
            check_all_cached(&targets, shown)
        }
        (fixed, watched) => {
            let mut analyses = match (fixed, watched) {
                (Some(fixed), _) => fixed.take(diff),
                (None, Some(watched)) => {
                    let (analyses, asked) = check_all_traced(&targets);
                    *watched.borrow_mut() = asked;
                    analyses
                }
                (None, None) => check_all(&targets),
            };
            across_all(&targets, &mut analyses);
            analyses
        }
    };
    if let Some(baseline) = &mut baseline {
        baseline.apply(&mut analyses, &targets);
    }
    let fail_on = arguments.fail_on.map(FailOn::level);
    let report = Report::new(&analyses).failing_at(least(&targets, fail_on));
    for output in &outputs {
        output.write(&report)?;
    }
    if mending && standard && !diff {
        // Standard output holds the text.
        terminal.say(report.text(look, form, most)?.trim_end_matches('\n'));
    } else if !diff {
        report.print(terminal, form, most)?;
    }
    if !form.sums_up {
        let shown = if diff || !form.for_people { 0 } else { most };
        report.sum_up(terminal, shown, start.elapsed());
    }
    if let Some(words) = fixed.as_ref().and_then(|fixed| fixed.in_words(diff)) {
        terminal.say(&words);
    }
    if let Some(baseline) = &baseline {
        let words = if update { Some(baseline.update()?) } else { baseline.in_words() };
        if let Some(words) = words {
            terminal.say(&words);
        }
    }
    let outcome = outcome(&analyses, &targets, fail_on);
    if watched.is_none() {
        // The program ends here: whatever is let go of one by one only keeps people waiting.
        std::mem::forget((analyses, targets));
    }
    Ok(outcome)
}

/// The lightest level at which a finding of any workspace makes the run fail.
fn least(targets: &Targets, fail_on: Option<Level>) -> Level {
    let set = targets.workspaces.iter().filter_map(|workspace| workspace.settings.fail_on).min();
    fail_on.or(set).unwrap_or(Level::Error)
}

/// Standard input as a policy file at a path, which need not exist but whose folder must.
fn standard_input(path: &Path, look: Look) -> Result<Targets, Failure> {
    standing_for(path, read_standard_input()?, look)
}

/// What standard input holds.
pub fn read_standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("standard input cannot be read: {}", reason(&error))))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Failure::new(format!("standard input has more than {} MB", MAX_BYTES / 1024 / 1024)));
    }
    Ok(bytes)
}

/// The target at a path that these bytes stand for.
pub fn standing_for(path: &Path, bytes: Vec<u8>, look: Look) -> Result<Targets, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Failure::new(format!("there is no folder `{}`", slashed(folder)))
            .help("`--stdin-filename` is a path in a folder that exists"));
    }
    large_pages::for_policy(bytes.len() as u64);
    let mut workspace = Workspace::of(folder, look)?;
    let path = normal(&slashed(path));
    workspace.files = workspace.files.with(&path, bytes);
    Ok(Targets { workspaces: vec![workspace], files: vec![Target { path, workspace: 0 }] })
}
