//! What stands against a sentence: a case, an instant where time matters, and both values.
//!
//! In: what the proof of a sentence found. Out: the finding.

use super::prover::Prover;
use crate::cases::{CaseSet, TooComplex};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Legend;
use crate::source::Span;
use crate::time::{CountError, Instant};

/// Why a sentence does not hold, or cannot be shown to.
#[derive(Clone, Debug)]
pub struct Against {
    /// What is wrong, in one line.
    pub message: String,
    /// The cases for which it is; the first of them is shown.
    pub cases: Option<CaseSet>,
    /// The instant at which it is.
    pub at: Option<Instant>,
    /// The values, in words.
    pub note: Option<String>,
    /// The rules that decide.
    pub rules: Vec<(Span, String)>,
    /// What can be done about it.
    way_on: WayOn,
}

/// What can be done about a sentence that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WayOn {
    /// Promising something else.
    Change,
    /// Ruling cases out that occur.
    RuleOut,
    /// Saying less, since nobody can know it.
    SayLess,
}

impl WayOn {
    fn help(self) -> &'static str {
        match self {
            Self::Change => {
                "change what the policy promises, or say with `when` for which cases the sentence is meant"
            }
            Self::RuleOut => {
                "say in the policy that they do not occur: write `no` in the cells that are for them, say with `only when` where a value exists, or let a fact follow from others by a table"
            }
            Self::SayLess => "say with `when` for which cases it is meant, or leave the sentence out",
        }
    }
}

impl Against {
    /// Something that is not so.
    pub fn new(message: impl Into<String>) -> Self {
        let (message, rules) = (message.into(), Vec::new());
        Self { message, cases: None, at: None, note: None, rules, way_on: WayOn::Change }
    }

    /// Something that nobody can know from the policy.
    pub fn unknown(message: impl Into<String>) -> Self {
        Self { way_on: WayOn::SayLess, ..Self::new(message) }
    }

    /// For these cases.
    pub fn in_cases(self, cases: CaseSet) -> Self {
        Self { cases: Some(cases), ..self }
    }

    /// At this instant.
    pub fn at(self, at: Instant) -> Self {
        Self { at: Some(at), ..self }
    }

    /// With these values.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// Of cases that must not occur.
    pub fn of_cases_to_rule_out(self) -> Self {
        Self { way_on: WayOn::RuleOut, ..self }
    }

    /// By this rule, if there is one.
    pub fn rule(mut self, rule: Option<(Span, String)>) -> Self {
        self.rules.extend(rule);
        self
    }

    /// The finding at a sentence.
    pub fn finding(self, prover: &Prover<'_>, span: Span) -> Diagnostic {
        let unknown = self.way_on == WayOn::SayLess;
        let label = if unknown { "this cannot be shown" } else { "this does not always hold" };
        let help = self.way_on.help();
        let mut finding =
            Diagnostic::new(&registry::ENSURE_REFUTED, span, self.message).label(label).help(help);
        let space = &prover.program.space;
        if let Some(cases) = &self.cases
            && let Some(case) = cases.witness(space)
        {
            let (names, words) = Legend::of(&prover.program.facts).case(space, &case, cases);
            finding = finding.case(names, words);
        }
        if let Some(at) = self.at {
            finding = finding.instant(prover.context.rfc(at));
        }
        if let Some(note) = self.note {
            finding = finding.note(note);
        }
        self.rules.into_iter().fold(finding, |finding, (span, words)| finding.related(span, words))
    }
}

impl From<TooComplex> for Against {
    fn from(error: TooComplex) -> Self {
        Self::unknown(format!("this cannot be decided: {error}"))
    }
}

impl From<CountError> for Against {
    fn from(error: CountError) -> Self {
        Self::unknown(format!("this cannot be decided: {error}"))
    }
}
