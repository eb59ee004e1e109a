//! Forms of findings for people and machines, one file each.
//!
//! In: findings with the texts that they speak of. Out: strings. A form never changes what was found, never looks at
//! the terminal or the environment, and never lets a raw control character of a policy through to a terminal.

mod concise;
mod escape;
mod excerpt;
mod forms;
mod github;
mod gitlab;
mod json;
mod junit;
mod pretty;
mod safe;
mod sarif;

pub use concise::concise;
pub use escape::escape;
pub use forms::{FORMS, Form, form};
pub use pretty::{Look, pretty, wrap};

use super::fingerprint::fingerprints;
use super::{Code, Diagnostic, Level, Suppression};
use crate::source::{LineColumn, Sources, Span};

/// Where the page that explains a kind of finding stands, in the files of avouch. There is no site that could be named
/// instead, and an address that leads nowhere would be worse than none.
pub fn page(code: &Code) -> String {
    format!("docs/findings/{}.md", code.name)
}

/// A finding beside the table of files that its places belong to, since one run may have several tables.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The finding.
    pub finding: &'a Diagnostic,
}

impl Found<'_> {
    /// The path of the file that it is in.
    pub fn path(&self) -> &str {
        self.sources.get(self.finding.span.file).path()
    }

    /// Line and column, from 1, of where it begins and of what comes behind it.
    fn place(&self, span: Span) -> [LineColumn; 2] {
        let source = self.sources.get(span.file);
        [source.line_column(span.start), source.line_column(span.end)]
    }
}

/// A finding that does not count.
#[derive(Clone, Copy, Debug)]
pub struct Unheeded<'a> {
    /// The finding.
    pub found: Found<'a>,
    /// Why it does not count.
    pub by: &'a Suppression,
}

/// All that a run has to report.
#[derive(Clone, Debug)]
pub struct Findings<'a> {
    /// What was found, in order.
    pub found: Vec<Found<'a>>,
    /// What was found and does not count, in order.
    pub suppressed: Vec<Unheeded<'a>>,
    /// The files that were asked for.
    pub asked: Vec<&'a str>,
    /// How much there is.
    pub summary: Summary,
    /// From which level on findings make a run fail.
    pub fails_at: Level,
}

impl<'a> Findings<'a> {
    /// These findings, counted.
    pub fn new(found: Vec<Found<'a>>, suppressed: Vec<Unheeded<'a>>) -> Self {
        let mut summary = Summary::default();
        for found in &found {
            summary.count(found.finding.level);
        }
        for unheeded in &suppressed {
            match unheeded.by {
                Suppression::Excuse { .. } => summary.excused += 1,
                Suppression::Baseline => summary.baseline += 1,
            }
        }
        Self { found, suppressed, asked: Vec::new(), summary, fails_at: Level::Error }
    }

    /// The fingerprints of all, those that do not count behind the others.
    fn fingerprints(&self) -> Vec<String> {
        let all: Vec<Found<'_>> =
            self.found.iter().copied().chain(self.suppressed.iter().map(|unheeded| unheeded.found)).collect();
        // Those that are alike are told apart by their order in the file, whether they count or not.
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|at| (all[*at].path(), all[*at].finding.span.start, *at));
        let sorted: Vec<Found<'_>> = order.iter().map(|at| all[*at]).collect();
        let mut made: Vec<(usize, String)> =
            order.into_iter().zip(fingerprints(&sorted, |found| found.path().to_owned())).collect();
        made.sort_unstable();
        made.into_iter().map(|(_, fingerprint)| fingerprint).collect()
    }
}

/// What a run came to, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files read.
    pub files: usize,
    /// Findings at the level error.
    pub errors: usize,
    /// Findings at the level warning.
    pub warnings: usize,
    /// Findings at the level advice.
    pub advice: usize,
    /// Findings that are excused in place.
    pub excused: usize,
    /// Findings that stand in the baseline.
    pub baseline: usize,
    /// Tests and examples that gave the answer they state.
    pub tests_passed: usize,
    /// Tests and examples that did not.
    pub tests_failed: usize,
    /// Proofs that hold for every case.
    pub ensures_proved: usize,
    /// Proofs with a case against them.
    pub ensures_refuted: usize,
}

impl Summary {
    /// Counts one finding.
    pub fn count(&mut self, level: Level) {
        match level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Advice => self.advice += 1,
        }
    }
}

#[cfg(test)]
mod fixture {
    //! Hand-made findings for the tests of each form.

    use crate::diagnostic::{Diagnostic, registry};
    use crate::source::{Source, Sources, Span};

    pub const CALENDAR: &str =
        "calendar office {\n  open Mon..Fri 09:00..17:00\n  clsed  on holidays NL\n}\n";

    /// One file with this text.
    pub fn sources(text: &str) -> Sources {
        let mut sources = Sources::default();
        sources.add(Source::new("support.policy", text));
        sources
    }

    /// The span of the nth `needle` in the first file.
    pub fn span(sources: &Sources, needle: &str, nth: usize) -> Span {
        let (file, source) = sources.iter().next().unwrap();
        let at = source.text().match_indices(needle).nth(nth).unwrap().0;
        Span::new(file, at, at + needle.len())
    }

    /// The first example of the design: a word that is not known.
    pub fn unknown_word(sources: &Sources) -> Diagnostic {
        let place = span(sources, "clsed", 0);
        Diagnostic::new(&registry::UNKNOWN_WORD, place, "`clsed` is not a word of a calendar")
            .label("did you mean `closed`?")
            .help("change it to `closed on holidays NL`")
            .fix("change it to `closed`", true, place, "closed")
    }
}
