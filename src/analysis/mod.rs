//! The outer face of the compiler, which is all that the command line, the editor server and the tests hold: a path and
//! a way to read files go in, an [`Analysis`] comes out, and artifacts are made from that.
//!
//! This room runs the phases in order and applies the settings. It judges nothing itself, reads files only through
//! [`Files`], and never prints.

mod across;
mod excuses;
mod files;
mod inquire;
mod judge;
mod layout;
mod load;
mod output;
mod quiet;
pub mod versions;
mod wording;
mod wordless;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use across::across;
pub use files::{Files, Looks, MAX_BYTES, Memory, ReadError, decode, join, normal};
pub use inquire::inquire;

use crate::check;
use crate::config::Settings;
use crate::diagnostic::{Code, Diagnostic, Level, Suppressed, fixes, registry, sort};
use crate::emit::{Artifact, BuildOptions, rules};
use crate::evaluate::{Context, Customer, examples};
use crate::hir::Program;
use crate::lint;
pub use crate::lint::across::Summary;
use crate::prove::{self, Proved};
use crate::source::{Source, Sources, Span};
use crate::syntax;
use quiet::Lost;

/// What is known about one policy file and the files that it uses.
#[derive(Debug)]
pub struct Analysis {
    /// The path of the policy file.
    pub path: String,
    /// It and the files that it uses.
    pub sources: Sources,
    /// What was found, at the levels of the settings, in order.
    pub findings: Vec<Diagnostic>,
    /// What was found and does not count, in order.
    pub suppressed: Vec<Suppressed>,
    /// What was looked at.
    pub counts: Counts,
    /// What was proved, with what each proof covered.
    pub proved: Vec<Proved>,
    /// What is kept of the policy for holding it against others; none where nothing is to be compared.
    pub summary: Option<Box<Summary>>,
    /// The resolved program; none for a file that only lends declarations, or that cannot be read.
    pub program: Option<Box<Program>>,
    /// Whether it is no policy but a file that lends declarations to policies.
    pub library: bool,
    /// Why the policy file could not be read, if it could not.
    pub unread: Option<ReadError>,
    /// Whether something is an error, by its nature or by the settings: then nothing is built from the policy.
    pub broken: bool,
}

/// What was looked at, in numbers, for the summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Counts {
    /// Policies, without files that only lend declarations.
    pub policies: usize,
    /// Promises that the policies make.
    pub promises: usize,
    /// Published examples.
    pub examples: usize,
    /// Tests and examples that gave the answer they state.
    pub tests_passed: usize,
    /// Tests and examples that did not.
    pub tests_failed: usize,
    /// Proofs that hold for every case.
    pub ensures_proved: usize,
    /// Proofs with a case against them.
    pub ensures_refuted: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.policies += other.policies;
        self.promises += other.promises;
        self.examples += other.examples;
        self.tests_passed += other.tests_passed;
        self.tests_failed += other.tests_failed;
        self.ensures_proved += other.ensures_proved;
        self.ensures_refuted += other.ensures_refuted;
    }
}

impl Analysis {
    /// What is known of a policy file in which nothing was found, without what it says.
    pub fn unopened(path: &str, counts: Counts, library: bool) -> Self {
        Self {
            path: path.to_owned(),
            sources: Sources::default(),
            findings: Vec::new(),
            suppressed: Vec::new(),
            counts,
            proved: Vec::new(),
            summary: None,
            program: None,
            library,
            unread: None,
            broken: false,
        }
    }
}

/// How much of a policy is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// What it means, and what leaves it without a meaning.
    Meaning,
    /// All there is to say about it.
    All,
}

/// Runs all phases over a policy file.
pub fn analyse(path: &str, files: &dyn Files, settings: &Settings) -> Analysis {
    run(path, files, settings, Depth::All)
}

/// Runs the phases over a policy file that say what it means, for those who ask it something. What leaves it without a meaning is
/// found as by [`analyse`]; what is only not intended may not be, and no example is asked and no sentence proved.
pub fn understand(path: &str, files: &dyn Files, settings: &Settings) -> Analysis {
    run(path, files, settings, Depth::Meaning)
}

fn run(path: &str, files: &dyn Files, settings: &Settings, depth: Depth) -> Analysis {
    let mut analysis = Analysis::unopened(path, Counts::default(), false);
    let keys: Vec<String> = match files.read(path) {
        Ok(text) => {
            let root = analysis.sources.add(Source::new(path, text));
            let loaded = load::load(root, files, &mut analysis.sources, &mut analysis.findings);
            let keys = keys(&analysis.sources, files);
            let trees: Vec<_> = loaded.iter().map(|loaded| (loaded.id, &loaded.file)).collect();
            let mut checked = check::program(&trees);
            if let Some(lost) = Lost::to(&analysis.findings, &analysis.sources) {
                checked.without_consequences(|place| lost.may_explain(&analysis.sources, place));
            }
            for (id, source) in analysis.sources.iter() {
                syntax::settle(id, source, &mut checked.findings);
            }
            analysis.findings.extend(checked.findings);
            let files_read = loaded.iter().map(|loaded| &loaded.file);
            let without_hours = quiet::loses_hours(&analysis.findings, files_read);
            analysis.library = loaded.first().is_some_and(load::Loaded::lends);
            let wanted = |code: &Code| {
                !(without_hours && lint::OF_HOURS.contains(&code))
                    && (depth == Depth::All || code.level == Level::Error)
                    && keys.iter().any(|key| settings.level(code, key).is_some())
            };
            if let Some(program) = &checked.program {
                let judged = judge::Judged { program, root, sources: &analysis.sources, files };
                let found = judge::judge(judged, loaded, &wanted);
                analysis.findings.extend(found);
                if lint::across::CODES.iter().any(|code| wanted(code)) {
                    let summary = Summary::of(program, &analysis.sources);
                    analysis.summary = summary.map(Box::new);
                }
                wordless::check(program, &mut analysis.findings);
                analysis.counts = counts(program);
            }
            let business = checked.program.as_ref().and_then(|program| program.policy.business.as_ref());
            if let Some(business) = business {
                wording::in_words_of_header(business.word.value.word(), &mut analysis.findings);
            }
            quiet::of_empty_cells(&mut analysis.findings);
            quiet::of_what_waits(&mut analysis.findings);
            quiet::of_slips(&mut analysis.findings);
            quiet::of_names_of_nothing(&mut analysis.findings);
            fixes::after_slips(&mut analysis.findings);
            analysis.program = checked.program.map(Box::new);
            if depth == Depth::All {
                run_cases(&mut analysis, files);
            }
            keys
        }
        Err(error) => {
            report_unread(&mut analysis, error);
            keys(&analysis.sources, files)
        }
    };
    settle(&mut analysis, &keys, settings);
    analysis
}

/// Runs the examples and tests of a policy in which nothing else is wrong, and proves what it ensures: what a mistake makes of
/// an answer is no news.
fn run_cases(analysis: &mut Analysis, files: &dyn Files) {
    let sound = analysis.findings.iter().all(|finding| finding.code.level != Level::Error);
    let asks = |program: &Program| {
        !program.examples.is_empty() || !program.tests.is_empty() || !program.ensures.is_empty()
    };
    if !sound || !analysis.program.as_deref().is_some_and(asks) {
        return;
    }
    let both = |context: &Context<'_>| (examples::run(context), prove::run(context));
    let (trial, proofs) = inquire(analysis, files, Customer::default(), both).unwrap_or_default();
    analysis.counts.tests_passed = trial.passed;
    analysis.counts.tests_failed = trial.failed;
    analysis.counts.ensures_proved = proofs.proved.len();
    analysis.counts.ensures_refuted = proofs.refuted;
    analysis.findings.extend(trial.findings);
    analysis.findings.extend(proofs.findings);
    analysis.proved = proofs.proved;
}

/// The files that a policy is compiled into. Nothing is made from a policy with errors.
pub fn artifacts(analysis: &Analysis, options: &BuildOptions) -> Result<Vec<Artifact>, BuildError> {
    if analysis.broken {
        return Err(BuildError::HasErrors { path: analysis.path.clone() });
    }
    output::artifacts(analysis, options)
}

/// The length of time that a whole text means in other words, as `2 business days` for `2 Werktage`.
pub fn length_in_other_words(text: &str) -> Option<String> {
    syntax::length_in_other_words(text)
}

/// The JSON Schema of the rule set.
pub fn schema() -> String {
    rules::schema()
}

/// What a program promises and shows, in numbers.
fn counts(program: &Program) -> Counts {
    let rules = program.commitments.values().map(|commitment| commitment.rules.rules.len()).sum();
    Counts { policies: 1, promises: rules, examples: program.examples.len(), ..Counts::default() }
}

/// Why nothing is built from a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// It has errors.
    HasErrors {
        /// The policy file.
        path: String,
    },
    /// It has no audience of this name.
    UnknownAudience {
        /// The policy file.
        path: String,
        /// The name asked for.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// Its language has no words yet.
    NoWords {
        /// The policy file.
        path: String,
    },
    /// Its rule set cannot be made.
    Rules {
        /// The policy file.
        path: String,
        /// Why.
        error: rules::RulesError,
    },
    /// It is not written in this language.
    UnknownLanguage {
        /// The policy file.
        path: String,
        /// The tag asked for.
        name: String,
        /// The tags that there are.
        known: Vec<String>,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWords { path } => {
                write!(f, "{path} is written in a language that documents cannot be made in yet")
            }
            Self::Rules { path, error } => write!(f, "{path}: {error}"),
            Self::HasErrors { path } => write!(f, "{path} has errors, so nothing is built from it"),
            Self::UnknownAudience { path, name, .. } => write!(f, "{path} has no audience `{name}`"),
            Self::UnknownLanguage { path, name, .. } => write!(f, "{path} is not written in `{name}`"),
        }
    }
}

impl BuildError {
    /// What can be asked for instead.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownAudience { known, .. } => {
                let internal = known.iter().any(|known| *known == "internal");
                let whose = if internal { "; your own people are `internal`" } else { "" };
                Some(format!("it has {}{whose}", listed(known)))
            }
            Self::UnknownLanguage { known, .. } => Some(format!("it is written in {}", listed(known))),
            Self::NoWords { .. } | Self::Rules { .. } | Self::HasErrors { .. } => None,
        }
    }
}

impl std::error::Error for BuildError {}

fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// A file that could not be read gets a finding, at the byte that is at fault if one is.
fn report_unread(analysis: &mut Analysis, error: ReadError) {
    let text = match &error {
        // What stands before the first wrong byte of a picture says nothing to anybody.
        ReadError::NotUtf8 { looks: Looks::Text | Looks::Utf16, before } => before.as_str(),
        ReadError::NotUtf8 { looks: Looks::Binary, .. }
        | ReadError::Missing
        | ReadError::Unreadable(_)
        | ReadError::TooLarge { .. }
        | ReadError::OutsideWorkspace
        | ReadError::LeadsOutside
        | ReadError::IsFolder
        | ReadError::TooMany => "",
    };
    let file = analysis.sources.add(Source::new(analysis.path.as_str(), text));
    let place = Span::new(file, text.len(), text.len());
    let mut finding = Diagnostic::new(&registry::UNREADABLE_FILE, place, error.message(&analysis.path));
    if !text.is_empty() {
        finding = finding.label("text up to here");
    }
    finding.help = error.help().map(str::to_owned);
    analysis.findings.push(finding);
    analysis.unread = Some(error);
}

/// Gives each finding the level that the settings say, takes out what is excused, and puts all in order.
fn settle(analysis: &mut Analysis, keys: &[String], settings: &Settings) {
    let findings = &mut analysis.findings;
    let natural_error = findings.iter().any(|finding| finding.code.level == Level::Error);
    findings.retain_mut(|finding| {
        let key = keys.get(usize::from(finding.span.file.0)).map_or("", String::as_str);
        let level = settings.level(finding.code, key);
        finding.level = level.unwrap_or(finding.level);
        level.is_some()
    });
    excuses::apply(analysis, keys, settings);
    sort(&mut analysis.findings);
    analysis.broken = natural_error || analysis.findings.iter().any(|finding| finding.level == Level::Error);
}

/// The paths of the files from the root of the workspace, by which settings speak of them.
fn keys(sources: &Sources, files: &dyn Files) -> Vec<String> {
    sources.iter().map(|(_, source)| files.key(source.path())).collect()
}

#[cfg(test)]
mod tests;
