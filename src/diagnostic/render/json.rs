//! Findings for other programs: `avouch/findings`, version 1. Fields may be added, never changed or removed.
//!
//! Lines and columns count from 1, columns in Unicode characters; `end` is the place after the last character.

use indexmap::IndexMap;
use serde::Serialize;

use super::{Findings, Found, Unheeded, page, safe};
use crate::diagnostic::{Fix, Suppression};
use crate::source::{Sources, Span};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format: &'static str,
    format_version: u32,
    findings: Vec<Finding<'a>>,
    /// What does not count, and why.
    suppressed: Vec<Finding<'a>>,
    summary: Totals,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule: &'a str,
    level: &'a str,
    message: &'a str,
    label: Option<&'a str>,
    help: Option<&'a str>,
    note: Option<&'a str>,
    url: String,
    /// The command that prints that page wherever avouch is installed.
    explain: String,
    #[serde(flatten)]
    place: Place<'a>,
    related: Vec<Related<'a>>,
    case: Option<IndexMap<&'a str, &'a str>>,
    case_text: Option<&'a str>,
    /// Always present, so that readers need not ask; findings about an instant fill it.
    instant: Option<&'a str>,
    fixes: Vec<Repair<'a>>,
    fingerprint: String,
    /// Only there for what does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    suppression: Option<Because<'a>>,
}

#[derive(Serialize)]
struct Because<'a> {
    kind: &'a str,
    reason: Option<&'a str>,
    line: Option<usize>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Repair<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Totals {
    files: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    excused: usize,
    baseline: usize,
    tests: Tests,
    ensures: Ensures,
}

#[derive(Serialize)]
struct Tests {
    passed: usize,
    failed: usize,
}

#[derive(Serialize)]
struct Ensures {
    proved: usize,
    refuted: usize,
}

/// The whole report, with a line end.
///
/// # Errors
/// Never in practice, since every value has a form in JSON; the error is passed on rather than hidden.
pub(super) fn json(all: &Findings<'_>) -> Result<String, serde_json::Error> {
    let summary = &all.summary;
    let mut found: Vec<Finding<'_>> = all.found.iter().map(|found| finding(*found)).collect();
    let suppressed = all.suppressed.iter();
    let mut suppressed: Vec<Finding<'_>> = suppressed
        .map(|unheeded| Finding { suppression: Some(because(unheeded)), ..finding(unheeded.found) })
        .collect();
    for (finding, fingerprint) in found.iter_mut().chain(&mut suppressed).zip(all.fingerprints()) {
        finding.fingerprint = fingerprint;
    }
    safe::write(&Report {
        format: "avouch/findings",
        format_version: 1,
        findings: found,
        suppressed,
        summary: Totals {
            files: summary.files,
            errors: summary.errors,
            warnings: summary.warnings,
            advice: summary.advice,
            excused: summary.excused,
            baseline: summary.baseline,
            tests: Tests { passed: summary.tests_passed, failed: summary.tests_failed },
            ensures: Ensures { proved: summary.ensures_proved, refuted: summary.ensures_refuted },
        },
    })
}

fn because<'a>(unheeded: &Unheeded<'a>) -> Because<'a> {
    let (reason, line) = match unheeded.by {
        Suppression::Excuse { reason, span } => {
            let line = unheeded.found.sources.get(span.file).line_column(span.start).line;
            (Some(reason.as_str()), Some(line))
        }
        Suppression::Baseline => (None, None),
    };
    Because { kind: unheeded.by.word(), reason, line }
}

fn finding(Found { sources, finding }: Found<'_>) -> Finding<'_> {
    let case =
        finding.case.iter().map(|(fact, value)| (fact.as_str(), value.as_str())).collect::<IndexMap<_, _>>();
    Finding {
        rule: finding.code.name,
        level: finding.level.word(),
        message: &finding.message,
        label: Some(finding.label.as_str()).filter(|label| !label.is_empty()),
        help: finding.help.as_deref(),
        note: finding.note.as_deref(),
        url: page(finding.code),
        explain: format!("avouch explain {}", finding.code.name),
        place: place(sources, finding.span),
        related: finding
            .related
            .iter()
            .map(|other| Related { place: place(sources, other.span), message: &other.message })
            .collect(),
        case: Some(case).filter(|case| !case.is_empty()),
        case_text: finding.case_text.as_deref(),
        instant: finding.instant.as_deref(),
        fixes: finding.fixes.iter().map(|fix| repair(sources, fix)).collect(),
        fingerprint: String::new(),
        suppression: None,
    }
}

fn repair<'a>(sources: &'a Sources, fix: &'a Fix) -> Repair<'a> {
    Repair {
        title: &fix.title,
        safe: fix.safe,
        edits: fix
            .edits
            .iter()
            .map(|edit| Change { place: place(sources, edit.span), text: &edit.text })
            .collect(),
    }
}

fn place(sources: &Sources, span: Span) -> Place<'_> {
    let source = sources.get(span.file);
    let position = |offset| {
        let at = source.line_column(offset);
        Position { line: at.line, column: at.column }
    };
    Place { file: source.path(), start: position(span.start), end: position(span.end) }
}

#[cfg(test)]
mod tests {
    use super::super::{Summary, fixture};
    use super::*;

    #[test]
    fn every_field_of_the_shape_is_there() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources)
            .related(fixture::span(&sources, "calendar", 0), "in this calendar")
            .case(vec![("plan".to_owned(), "basic".to_owned())], "plan Basic")
            .instant("2027-03-07T03:00:00+01:00");
        let found = Found { sources: &sources, finding: &finding };
        let by = Suppression::Excuse {
            reason: "the lawyers agreed".to_owned(),
            span: fixture::span(&sources, "open", 0),
        };
        let mut all = Findings::new(vec![found], vec![Unheeded { found, by: &by }]);
        all.summary =
            Summary { files: 1, errors: 1, excused: 1, tests_passed: 3, ensures_proved: 2, ..all.summary };
        insta::assert_snapshot!(json(&all).unwrap());
    }

    #[test]
    fn no_findings_are_an_empty_list() {
        let mut all = Findings::new(vec![], vec![]);
        all.summary.files = 2;
        insta::assert_snapshot!(json(&all).unwrap());
    }

    #[test]
    fn hidden_characters_are_escaped_without_loss() {
        let sources = fixture::sources("x");
        let mut finding = fixture::unknown_word(&fixture::sources(fixture::CALENDAR));
        finding.span = fixture::span(&sources, "x", 0);
        finding.fixes.clear();
        finding.message = "a\u{202e}b\u{e0041}c\"\\\n".to_owned();
        let text =
            json(&Findings::new(vec![Found { sources: &sources, finding: &finding }], vec![])).unwrap();
        assert!(text.contains(r#""a\u202eb\udb40\udc41c\"\\\n""#), "{text}");
        let back: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["findings"][0]["message"], finding.message.as_str());
    }
}
