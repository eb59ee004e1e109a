//! What documents say of small policies, in both languages, and that nothing leaks or leads nowhere.

mod aloud;
mod articles;
mod calendars;
mod cases;
mod flat;
mod people;
mod products;
mod promises;
mod readers;
mod services;
mod waits;

use super::{Options, build};
use crate::document::model::{Document, link_faults};
use crate::hir::{Audience, Program, Published};
use crate::source::{Source, Span};
use crate::value::Name;
use crate::{check, source, syntax};

/// A header in two languages, which most policies here share.
const HEADER: &str = r#"
policy p "Policy" in all languages {
  effective      2026-03-01
  publisher      "Publisher"
  written in     en, nl
  timezone       Europe/Amsterdam
  business hours office
}
calendar office "Office hours" nl: "Kantooruren" { open Mon..Fri 09:00..17:30; open on holidays }
"#;

/// The program of a policy that has no errors.
fn program(text: &str) -> Program {
    let mut sources = source::Sources::default();
    let id = sources.add(Source::new("p.policy", text));
    let parsed = syntax::parse(id, sources.get(id));
    assert_eq!(
        parsed.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    let checked = check::program(&[(id, &parsed.file)]);
    let errors = checked.findings.iter().filter(|finding| finding.level == crate::diagnostic::Level::Error);
    assert_eq!(errors.map(|finding| &finding.message).collect::<Vec<_>>(), Vec::<&String>::new());
    checked.program.unwrap()
}

/// The document for a reader, in the language with this place in the header; its links all lead somewhere.
fn document(program: &Program, audience: Audience, language: usize) -> Document {
    let mut options = Options::alone(Published { audience }, "p.policy");
    options.language = language;
    let document = build(program, &options).unwrap();
    assert_eq!(link_faults(&document), []);
    document
}

/// A party's view.
fn party(name: &str) -> Audience {
    Audience::Party(Name::new(name, Span::default()).into())
}

/// Checks that the public document holds these lines one after the other, perhaps with others between them.
fn check_language(policy: &str, language: usize, expected: &[&str]) {
    let program = program(policy);
    let text = flat::text(&document(&program, Audience::Everybody, language));
    let mut rest = text.as_str();
    for line in expected {
        let found = rest.lines().position(|known| known == *line);
        assert!(found.is_some(), "no line\n  {line}\nafter the ones before it in\n{text}");
        rest = rest.splitn(found.unwrap_or(0) + 2, '\n').last().unwrap_or("");
    }
}

/// The same for a policy behind the common header, in English.
fn check(policy: &str, expected: &[&str]) {
    check_language(&format!("{HEADER}{policy}"), 0, expected);
}

/// The same in Dutch.
fn check_dutch(policy: &str, expected: &[&str]) {
    check_language(&format!("{HEADER}{policy}"), 1, expected);
}
