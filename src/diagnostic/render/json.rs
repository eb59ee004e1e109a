//! Findings for other programs: `avouch/findings`, version 1. Fields may be added, never changed or removed.
//!
//! Lines and columns count from 1, columns in Unicode characters; `end` is the place after the last character.

use std::io;

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::{Found, Summary, escape, page};
use crate::diagnostic::Fix;
use crate::source::{Sources, Span};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format: &'static str,
    format_version: u32,
    findings: Vec<Finding<'a>>,
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
    #[serde(flatten)]
    place: Place<'a>,
    related: Vec<Related<'a>>,
    case: Option<IndexMap<&'a str, &'a str>>,
    case_text: Option<&'a str>,
    /// Always present, so that readers need not ask; findings about an instant fill it.
    instant: Option<&'a str>,
    fixes: Vec<Repair<'a>>,
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
pub fn json(found: &[Found<'_>], summary: &Summary) -> Result<String, serde_json::Error> {
    let report = Report {
        format: "avouch/findings",
        format_version: 1,
        findings: found.iter().map(|found| finding(*found)).collect(),
        summary: Totals {
            files: summary.files,
            errors: summary.errors,
            warnings: summary.warnings,
            advice: summary.advice,
            tests: Tests { passed: summary.tests_passed, failed: summary.tests_failed },
            ensures: Ensures { proved: summary.ensures_proved, refuted: summary.ensures_refuted },
        },
    };
    let mut out = Vec::new();
    report.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Safe(PrettyFormatter::new())))?;
    out.push(b'\n');
    // Everything that the serializer writes is UTF-8, so nothing is replaced here.
    Ok(String::from_utf8_lossy(&out).into_owned())
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

/// Writes hidden characters as `\u` escapes: the same text to a program, and harmless on a terminal.
struct Safe(PrettyFormatter<'static>);

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(escape::is_hidden) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let mut tail = rest[at..].chars();
            for unit in tail.next().unwrap_or_default().encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = tail.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn every_field_of_the_shape_is_there() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources)
            .related(fixture::span(&sources, "calendar", 0), "in this calendar")
            .case(vec![("plan".to_owned(), "basic".to_owned())], "plan Basic");
        let summary =
            Summary { files: 1, errors: 1, tests_passed: 3, ensures_proved: 2, ..Summary::default() };
        insta::assert_snapshot!(json(&[Found { sources: &sources, finding: &finding }], &summary).unwrap());
    }

    #[test]
    fn no_findings_are_an_empty_list() {
        insta::assert_snapshot!(json(&[], &Summary { files: 2, ..Summary::default() }).unwrap());
    }

    #[test]
    fn hidden_characters_are_escaped_without_loss() {
        let sources = fixture::sources("x");
        let mut finding = fixture::unknown_word(&fixture::sources(fixture::CALENDAR));
        finding.span = fixture::span(&sources, "x", 0);
        finding.fixes.clear();
        finding.message = "a\u{202e}b\u{e0041}c\"\\\n".to_owned();
        let text = json(&[Found { sources: &sources, finding: &finding }], &Summary::default()).unwrap();
        assert!(text.contains(r#""a\u202eb\udb40\udc41c\"\\\n""#), "{text}");
        let back: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["findings"][0]["message"], finding.message.as_str());
    }
}
