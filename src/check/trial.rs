//! Small policies for the tests of this room: what checking them finds, as `code marked-text`.

use super::{Checked, program};
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{FileId, Source};
use crate::syntax;

/// A header, business hours, two severities, two people, a channel and a plan.
pub const BASE: &str = "policy p \"P\" {\n  edition 1\n  version \"1\"\n  effective 2026-01-01\n  publisher \"P\"\n  \
    written in en\n  timezone Europe/Amsterdam\n  business hours office\n}\n\
    calendar office \"Office\" { open Mon..Fri 09:00..17:00; open on holidays }\n\
    severity high \"High\"\nseverity low \"Low\"\nrole lead \"Lead\"\nrole boss \"Boss\"\n\
    channel email \"E-mail\" { address \"help@p.example\"; open office }\n";

/// Checks one file; its form must be right.
pub fn check(text: &str) -> Checked {
    check_files(&[text])
}

/// Checks a file and those that it uses.
pub fn check_files(texts: &[&str]) -> Checked {
    let parsed = texts.iter().zip(0..).map(|(text, number)| {
        let source = Source::new("p.policy", (*text).to_owned());
        let parsed = syntax::parse(FileId(number), &source);
        assert_eq!(parsed.findings, [], "the text of a test is well formed");
        (FileId(number), parsed.file)
    });
    let files: Vec<_> = parsed.collect();
    let files: Vec<_> = files.iter().map(|(id, file)| (*id, file)).collect();
    program(&files)
}

/// Errors and warnings of meaning, in order, each with the text that it marks.
pub fn codes(text: &str) -> Vec<String> {
    let findings = check(text).findings;
    let grave = findings.iter().filter(|finding| finding.level > Level::Advice);
    grave.map(|finding| format!("{} {}", finding.code.name, &text[finding.span.range()])).collect()
}

/// The only error or warning of meaning.
pub fn only(text: &str) -> Diagnostic {
    let mut findings = check(text).findings;
    findings.retain(|finding| finding.level > Level::Advice);
    assert_eq!(findings.len(), 1, "one mistake makes one finding: {:?}", codes(text));
    findings.remove(0)
}
