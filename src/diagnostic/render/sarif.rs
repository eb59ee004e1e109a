//! SARIF 2.1.0, the form in which code scanning takes findings: rules with their pages, places, fixes, fingerprints, and what
//! does not count with the reason.
//!
//! Columns count Unicode characters, which is said in `columnKind`; paths are relative references, percent-encoded.

use serde_json::{Map, Value, json};

use super::{Findings, Found, safe};
use crate::diagnostic::{Code, Fix, Level, Suppression};
use crate::source::Span;

/// Where the schema of the form stands.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the root that paths are relative to; whoever reads the report knows it.
const ROOT: &str = "%SRCROOT%";

/// The whole report, with a line end.
pub(super) fn sarif(all: &Findings<'_>) -> Result<String, serde_json::Error> {
    let counted = all.found.iter().map(|found| (*found, None));
    let unheeded = all.suppressed.iter().map(|unheeded| (unheeded.found, Some(unheeded.by)));
    let results: Vec<(Found<'_>, Option<&Suppression>)> = counted.chain(unheeded).collect();
    let mut rules: Vec<&Code> = results.iter().map(|(found, _)| found.finding.code).collect();
    rules.sort_by_key(|code| code.name);
    rules.dedup();
    let place = |code: &Code| rules.iter().position(|rule| *rule == code).unwrap_or_default();
    let results: Vec<Value> = results
        .iter()
        .zip(all.fingerprints())
        .map(|((found, by), fingerprint)| result(*found, *by, place(found.finding.code), &fingerprint))
        .collect();
    safe::write(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "avouch",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| rule(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// What a rule is, with its whole page.
fn rule(code: &Code) -> Value {
    let (_, body) = code.page.split_once("\n\n").unwrap_or(("", code.page));
    let summary = body.lines().next().unwrap_or_default();
    let full = body.split("\n## ").next().unwrap_or(body).trim();
    json!({
        "id": code.name,
        "shortDescription": { "text": summary },
        "fullDescription": { "text": full },
        "help": { "text": body.trim(), "markdown": body.trim() },
        "defaultConfiguration": { "level": level(code.level) },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}

fn result(found: Found<'_>, by: Option<&Suppression>, index: usize, fingerprint: &str) -> Value {
    let finding = found.finding;
    let case = finding.case_text.as_ref().map(|case| format!("\ncase: {case}"));
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}"));
    let text = format!("{}{}{}", finding.message, case.unwrap_or_default(), help.unwrap_or_default());
    let related = finding.related.iter().enumerate().map(|(number, related)| {
        let mut place = location(found, related.span);
        place.insert("id".to_owned(), json!(number + 1));
        place.insert("message".to_owned(), json!({ "text": related.message }));
        Value::Object(place)
    });
    let mut place = location(found, finding.span);
    if !finding.label.is_empty() {
        place.insert("message".to_owned(), json!({ "text": finding.label }));
    }
    let mut result = json!({
        "ruleId": finding.code.name,
        "ruleIndex": index,
        "level": level(finding.level),
        "message": { "text": text },
        "locations": [place],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": { "avouch/v1": fingerprint },
        "fixes": finding.fixes.iter().map(|fix| self::fix(found, fix)).collect::<Vec<_>>(),
        // Either all results of a run say whether they count, or none does.
        "suppressions": by.map(|by| suppression(found, by)).into_iter().collect::<Vec<_>>(),
    });
    if !finding.case.is_empty() || finding.instant.is_some() {
        let case: Map<String, Value> =
            finding.case.iter().map(|(fact, value)| (fact.clone(), json!(value))).collect();
        result["properties"] = json!({ "case": case, "instant": finding.instant });
    }
    result
}

fn suppression(found: Found<'_>, by: &Suppression) -> Value {
    match by {
        Suppression::Excuse { reason, span } => json!({
            "kind": "inSource",
            "status": "accepted",
            "justification": reason,
            "location": location(found, *span),
        }),
        Suppression::Baseline => json!({
            "kind": "external",
            "status": "accepted",
            "justification": "it stands in the baseline",
        }),
    }
}

fn location(found: Found<'_>, span: Span) -> Map<String, Value> {
    let physical = json!({ "artifactLocation": artifact(found, span), "region": region(found, span) });
    Map::from_iter([("physicalLocation".to_owned(), physical)])
}

fn artifact(found: Found<'_>, span: Span) -> Value {
    let path = found.sources.get(span.file).path();
    if path.starts_with('/') {
        return json!({ "uri": format!("file://{}", encoded(path)) });
    }
    json!({ "uri": encoded(path), "uriBaseId": ROOT })
}

fn region(found: Found<'_>, span: Span) -> Value {
    let [start, end] = found.place(span);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A fix with its changes, gathered by file.
fn fix(found: Found<'_>, fix: &Fix) -> Value {
    let mut files: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
    files.sort_unstable();
    files.dedup_by_key(|span| span.file);
    let changes = files.into_iter().map(|file| {
        let edits = fix.edits.iter().filter(|edit| edit.span.file == file.file);
        let replacements = edits.map(|edit| {
            json!({ "deletedRegion": region(found, edit.span), "insertedContent": { "text": edit.text } })
        });
        json!({ "artifactLocation": artifact(found, file), "replacements": replacements.collect::<Vec<_>>() })
    });
    let safe = if fix.safe { "" } else { " (look at it before you make it)" };
    json!({
        "description": { "text": format!("{}{safe}", fix.title) },
        "artifactChanges": changes.collect::<Vec<_>>(),
    })
}

/// A path as a reference: whatever has a meaning in one is written by its bytes.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Unheeded, fixture};
    use super::*;

    #[test]
    fn a_finding_has_its_rule_place_fix_and_whether_it_counts() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources)
            .related(fixture::span(&sources, "calendar", 0), "in this calendar")
            .case(vec![("plan".to_owned(), "basic".to_owned())], "plan Basic");
        let found = Found { sources: &sources, finding: &finding };
        let by = Suppression::Excuse {
            reason: "the lawyers agreed".to_owned(),
            span: fixture::span(&sources, "open", 0),
        };
        let unheeded = vec![Unheeded { found, by: &by }, Unheeded { found, by: &Suppression::Baseline }];
        let text = sarif(&Findings::new(vec![found], unheeded)).unwrap();
        insta::with_settings!({ filters => [(env!("CARGO_PKG_VERSION"), "VERSION")] }, {
            insta::assert_snapshot!(text);
        });
    }

    #[test]
    fn paths_are_references() {
        assert_eq!(encoded("a b/ü#1?:%.policy"), "a%20b/%C3%BC%231%3F%3A%25.policy");
    }
}
