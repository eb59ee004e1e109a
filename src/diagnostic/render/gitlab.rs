//! Findings as GitLab shows them beside a merge request: its form of a report on code quality.

use serde_json::{Value, json};

use super::{Findings, safe};
use crate::diagnostic::Level;

/// The whole report, with a line end.
pub(super) fn gitlab(all: &Findings<'_>) -> Result<String, serde_json::Error> {
    let entries = all.found.iter().zip(all.fingerprints()).map(|(found, fingerprint)| {
        let finding = found.finding;
        let [start, end] = found.place(finding.span);
        let severity = match finding.level {
            Level::Error => "critical",
            Level::Warning => "minor",
            Level::Advice => "info",
        };
        json!({
            "description": finding.message,
            "check_name": finding.code.name,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": { "path": found.path(), "lines": { "begin": start.line, "end": end.line } },
        })
    });
    safe::write(&entries.collect::<Vec<Value>>())
}

#[cfg(test)]
mod tests {
    use super::super::{Found, fixture};
    use super::*;

    #[test]
    fn a_finding_has_a_place_a_severity_and_a_fingerprint() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources);
        let all = Findings::new(vec![Found { sources: &sources, finding: &finding }], vec![]);
        insta::assert_snapshot!(gitlab(&all).unwrap());
    }

    #[test]
    fn nothing_found_is_an_empty_list() {
        assert_eq!(gitlab(&Findings::new(vec![], vec![])).unwrap(), "[]\n");
    }
}
