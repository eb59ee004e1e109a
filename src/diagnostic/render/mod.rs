//! Forms of findings for people and machines, one file each.
//!
//! In: findings with the texts that they speak of. Out: strings. A form never changes what was found, never looks at
//! the terminal or the environment, and never lets a raw control character of a policy through to a terminal.

mod concise;
mod escape;
mod excerpt;
mod json;
mod pretty;

pub use concise::concise;
pub use escape::escape;
pub use json::json;
pub use pretty::{Look, pretty, wrap};

use super::{Code, Diagnostic, Level};
use crate::source::Sources;

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
