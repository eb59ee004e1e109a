//! `avouch diff`: what changed for customers, and whether it is announced in time.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::notices::{self, Notice, in_languages};
use super::run::in_order;
use super::terminal::Terminal;
use super::versions::Named;
use super::{Outcome, day};
use crate::analysis::versions::{Pair, Version, Wanted, alone, compared, pairs};
use crate::compare::{Found as Told, Gate, Report, alone as told_alone, report};
use crate::diagnostic::render::{Look, escape};
use crate::document::notice::{self, notice};
use crate::emit::changes::{self, missing_notice};
use crate::evaluate::Context;
use crate::time::Date;

#[derive(Args, Debug)]
pub struct Arguments {
    /// The older and the newer version: files, folders, or revisions with a path as `HEAD~1:policies/`; with `--against` or
    /// `--published` only the newer one
    #[arg(value_name = "OLD NEW", num_args = 0..=2)]
    versions: Vec<PathBuf>,
    /// Compare with the same path in this revision
    #[arg(long, value_name = "REVISION")]
    against: Option<String>,
    /// The version that customers have, as a path or a revision with a path: what is judged is what changed since then
    #[arg(long, value_name = "OLD")]
    published: Option<PathBuf>,
    /// The day on which the change is announced; today, otherwise
    #[arg(long, value_name = "DATE")]
    announced: Option<String>,
    /// The form of the changes
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Also write a notice to customers, in Markdown (`.md`) or as a page (`.html`), in each language of the policy
    #[arg(long, value_name = "FILE")]
    notice: Vec<PathBuf>,
    /// Which changes make the command fail
    #[arg(long, value_enum, value_name = "CHANGES", default_value_t)]
    fail_on: FailOn,
    /// Fail when anything is told
    #[arg(long)]
    exit_code: bool,
    /// Also tell what only authors see: tests that came, went or try something else
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Pretty,
    /// For other programs
    Json,
    /// Annotations of a pull request on GitHub
    Github,
    /// For the description of a pull request
    Markdown,
    /// The notice to customers, in Markdown
    Notice,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// None
    #[default]
    Nothing,
    /// Those for the worse that are not announced for as long as the older version promised
    WeakerWithoutNotice,
    /// All that are not announced for as long as the older version promised
    WithoutNotice,
    /// Those for the worse, for some or for all
    Weaker,
    /// All by which somebody gains or loses
    Any,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let today = day::today()?;
    let announced = match &arguments.announced {
        Some(written) => Some(date(written)?),
        None => today,
    };
    let wanted = Wanted { today, announced, tests: arguments.all };
    let asked = Asked::of(arguments)?;
    let (new, old) = read(&asked, terminal.look_err());
    let new = match new?.sound(terminal) {
        Ok(named) => named,
        Err(outcome) => return Ok(outcome),
    };
    if !new.has_policies() {
        return Err(no_policy(&new.name));
    }
    let asked_for = arguments.format == Format::Notice || !arguments.notice.is_empty();
    let mut outcomes = Vec::new();
    for old in old {
        let old = match old?.sound(terminal) {
            Ok(named) => named,
            Err(outcome) => return Ok(outcome),
        };
        let (outcome, notices) = all(&old, &new, wanted, asked_for)?;
        outcomes.push((outcome, notices));
    }
    let mut outcomes = outcomes.into_iter();
    let Some((judged, notices)) = outcomes.next() else { return Ok(Outcome::Failed) };
    let advice = outcomes.next().map(|(advice, _)| advice);
    // Programs are told of both, as they asked; people read it once.
    let advice = advice.filter(|advice| arguments.format == Format::Json || !is_told(&judged, advice));
    print(arguments.format, &judged, advice.as_ref(), &notices, terminal)?;
    for file in &arguments.notice {
        notices::write(file, &notices, terminal)?;
    }
    if arguments.format == Format::Pretty {
        sum_up(&judged, advice.as_ref(), terminal);
    }
    Ok(if fails(arguments, &judged) { Outcome::Findings } else { Outcome::Clean })
}

/// Reads the newer version and the older ones at once.
fn read(asked: &Asked<'_>, look: Look) -> (Result<Named, Failure>, Vec<Result<Named, Failure>>) {
    let older = |old: &Old<'_>| match old {
        Old::Path(path) => Named::open(path, look),
        Old::Revision(name) => Named::beside(name, asked.new),
    };
    thread::scope(|scope| {
        let new = scope.spawn(|| Named::open(asked.new, look));
        let old = asked.old.iter().map(older).collect();
        (new.join().unwrap_or_else(|panic| resume_unwind(panic)), old)
    })
}

/// What is compared with what.
struct Asked<'a> {
    new: &'a Path,
    /// The version that is judged against first, and one that only advises.
    old: Vec<Old<'a>>,
}

enum Old<'a> {
    Path(&'a Path),
    Revision(&'a str),
}

impl<'a> Asked<'a> {
    fn of(arguments: &'a Arguments) -> Result<Self, Failure> {
        let named = arguments.against.is_some() || arguments.published.is_some();
        let (old, new) = match arguments.versions.as_slice() {
            [old, new] => (Some(Old::Path(old)), new.as_path()),
            [new] if named => (None, new.as_path()),
            [] if named => (None, Path::new(".")),
            [_] | [] => {
                return Err(Failure::new("two versions are compared, and one was named")
                    .help("name both, as `avouch diff old.policy new.policy`, or compare with a revision: `avouch diff --against HEAD~1 policies/`"));
            }
            [_, _, ..] => return Err(Failure::new("two versions are compared, and more were named")),
        };
        if old.is_some() && arguments.against.is_some() {
            return Err(Failure::new("the older version was named twice")
                .help("leave out `--against`, or name only the newer version"));
        }
        let published = arguments.published.as_deref().map(Old::Path);
        let against = arguments.against.as_deref().map(Old::Revision);
        Ok(Self { new, old: [published, against, old].into_iter().flatten().collect() })
    }
}

fn no_policy(name: &str) -> Failure {
    Failure::new(format!("`{name}` declares no policy, so there is nothing to compare"))
        .help("name a file that begins with `policy some-name \"Title\" { … }`, or a folder with such files")
}

fn date(written: &str) -> Result<Date, Failure> {
    day::date(written).ok_or_else(|| day::no_day(written))
}

/// All policies of two versions compared.
fn all(
    old: &Named,
    new: &Named,
    wanted: Wanted,
    notices: bool,
) -> Result<(changes::Outcome, Vec<Notice>), Failure> {
    if old.folder != new.folder {
        let (folder, file) = if old.folder { (old, new) } else { (new, old) };
        return Err(Failure::new(format!("`{}` is a folder and `{}` is a file", folder.name, file.name))
            .help("compare two files, or two folders"));
    }
    if !old.has_policies() {
        return Err(no_policy(&old.name));
    }
    let mut outcome = changes::Outcome { old: old.name.clone(), new: new.name.clone(), reports: Vec::new() };
    let (before, after) = (old.versions(), new.versions());
    let pairs = pairs(&before, &after);
    let mut written = Vec::new();
    for done in in_order(pairs.len(), |index| one(pairs[index], wanted, notices)) {
        let (report, mut notices) = done?;
        outcome.reports.extend(report);
        written.append(&mut notices);
    }
    Ok((outcome, written))
}

/// One policy of two versions, with its notices if they are asked for.
fn one(pair: Pair<'_>, wanted: Wanted, notices: bool) -> Result<(Option<Report>, Vec<Notice>), Failure> {
    match pair {
        Pair::Both(was, is) => {
            both(was, is, wanted, notices).map(|(report, written)| (Some(report), written))
        }
        Pair::Gone(version) => {
            let gone = |context: &Context<'_>| {
                let gate = Gate::of_removed(context, wanted.announced, wanted.today);
                let report = told_alone(context, false, &gate);
                let languages = if notices { notice::languages(context.program) } else { Vec::new() };
                let document = |at| notice::ends(context.program, &gate, at);
                let written = in_languages(&report.policy, version.path, languages, document);
                (report, written)
            };
            let (report, written) = alone(version, gone).unzip();
            Ok((report, written.unwrap_or_default()))
        }
        Pair::Fresh(version) => {
            let fresh = |context: &Context<'_>| told_alone(context, true, &Gate::default());
            Ok((alone(version, fresh), Vec::new()))
        }
    }
}

fn both(
    was: Version<'_>,
    is: Version<'_>,
    wanted: Wanted,
    notices: bool,
) -> Result<(Report, Vec<Notice>), Failure> {
    let found = compared(was, is, wanted, |comparison, gate| {
        let told = report(comparison, gate);
        let program = comparison.common.new.program();
        let languages = if notices { notice::languages(program) } else { Vec::new() };
        let written = in_languages(&told.policy, is.path, languages, |at| notice(comparison, gate, at));
        (told, written)
    });
    match found {
        Some(Ok(found)) => Ok(found),
        Some(Err(error)) => Err(Failure::new(format!("`{}` cannot be compared: {error}", is.path))
            .help("divide the policy, or use fewer facts in one condition")),
        None => Err(no_policy(is.path)),
    }
}

/// Whether two older versions are one and the same for the newer one: then the second has nothing to add.
fn is_told(judged: &changes::Outcome, advice: &changes::Outcome) -> bool {
    let all = |outcome: &changes::Outcome| -> Vec<(String, Option<String>)> {
        let told = outcome.reports.iter();
        let told = told.flat_map(|report| {
            let change = |change: &Told| (change.fingerprint.clone(), report.old_version.clone());
            report.changes.iter().map(change).collect::<Vec<_>>()
        });
        told.collect()
    };
    all(judged) == all(advice)
}

fn print(
    format: Format,
    judged: &changes::Outcome,
    advice: Option<&changes::Outcome>,
    notices: &[Notice],
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let look = terminal.look;
    let text = match format {
        Format::Pretty => {
            let mut text = changes::pretty(judged, look.width, look.colour);
            if let Some(advice) = advice {
                let changes = changes::pretty(advice, look.width, look.colour);
                if !changes.is_empty() {
                    text.push_str(&format!(
                        "\nSince {}, for your information:\n\n{changes}",
                        escape(&advice.old)
                    ));
                }
            }
            text
        }
        Format::Json => changes::json(judged, advice)
            .map_err(|error| Failure::new(format!("the changes cannot be written as JSON: {error}")))?,
        Format::Github => {
            let advice = advice.map(|advice| changes::github(advice, false)).unwrap_or_default();
            changes::github(judged, true) + &advice
        }
        Format::Markdown => {
            let mut text = changes::markdown(judged);
            if let Some(advice) = advice {
                text.push_str(&format!("\n---\n\nSince `{}`:\n\n{}", advice.old, changes::markdown(advice)));
            }
            text
        }
        Format::Notice => {
            let first = notices.iter().filter(|written| written.language.is_none());
            first.map(|written| written.markdown.as_str()).collect::<Vec<_>>().join("\n")
        }
    };
    terminal.print(&text);
    Ok(())
}

fn sum_up(judged: &changes::Outcome, advice: Option<&changes::Outcome>, terminal: &mut Terminal) {
    let policies = judged.reports.len();
    let policies = if policies == 1 { "1 policy".to_owned() } else { format!("{policies} policies") };
    let since = advice.map_or_else(String::new, |advice| {
        format!("; since {}: {}", escape(&advice.old), advice.summary().words())
    });
    terminal.say(&format!("{policies}: {}{since}", judged.summary().words()));
}

fn fails(arguments: &Arguments, judged: &changes::Outcome) -> bool {
    let summary = judged.summary();
    if arguments.exit_code && !summary.is_empty() {
        return true;
    }
    let late = || judged.reports.iter().any(|report| missing_notice(report).is_some());
    match arguments.fail_on {
        FailOn::Nothing => false,
        FailOn::WeakerWithoutNotice => judged.reports.iter().any(|report| !report.notice.worse_satisfied),
        FailOn::WithoutNotice => late(),
        FailOn::Weaker => summary.weaker + summary.mixed > 0,
        FailOn::Any => summary.weaker + summary.mixed + summary.stronger > 0,
    }
}
