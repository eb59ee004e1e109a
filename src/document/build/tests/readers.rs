//! Audiences, translations, and the examples of the repository.

use super::{document, flat, party, program};
use crate::hir::Audience;
use crate::source::{Source, Sources};
use crate::syntax::ast::Item;
use crate::{check, syntax};
use std::path::{Path, PathBuf};

const AUDIENCES: &str = r#"
policy p "Policy" { written in en; timezone Europe/Amsterdam; business hours office; internal note "SECRET-1" }
calendar office "Office hours" { open Mon..Fri 09:00..17:30; open on holidays; partner note "PARTNER-1" }
party partner "Partner" { means "A company that sells for us." }
party reseller "Reseller"
internal channel staff "SECRET-2" { address "secret-3@p.example"; open office }
partner channel desk "PARTNER-2" { address "partner@p.example"; open office }
kind fault "Fault"
kind wish "Wish"
severity critical "Critical"
severity normal "Normal"
commitment response "Response" {
  from received
  until responded
  within 4 business hours
  internal except within 1 hour as fast when severity is critical
  partner note "PARTNER-3"
}
internal table routing "SECRET-4" {
  | kind  | primary |
  |-------|---------|
  | fault | agent   |
  | wish  | agent   |
}
internal role agent "SECRET-5"
partner price fee "PARTNER-4" { EUR 77 }
section conduct "Conduct" {
  internal we will "SECRET-6"
  partner we will "PARTNER-5"
  internal note "SECRET-7"
  we will "be kind"
  internal "SECRET-8"
}
internal section deep "SECRET-9" { "SECRET-10" }
internal question what "SECRET-11" { answer "SECRET-12" }
"#;

#[test]
fn narrower_text_never_reaches_a_wider_reader() {
    let program = program(AUDIENCES);
    let debug = |audience| format!("{:?}", document(&program, audience, 0)).to_uppercase();
    let everybody = debug(Audience::Everybody);
    assert!(!everybody.contains("SECRET-") && !everybody.contains("PARTNER-"), "{everybody}");
    assert!(!everybody.contains("EUR\u{A0}77"));
    let partner = debug(party("partner"));
    assert!(!partner.contains("SECRET-"), "{partner}");
    for number in 1..=5 {
        assert!(partner.contains(&format!("PARTNER-{number}")), "PARTNER-{number}: {partner}");
    }
    let reseller = debug(party("reseller"));
    assert!(!reseller.contains("SECRET-") && !reseller.contains("PARTNER-"), "{reseller}");
    let internal = debug(Audience::Internal);
    for number in 1..=12 {
        assert!(internal.contains(&format!("SECRET-{number}")), "SECRET-{number}: {internal}");
    }
}

#[test]
fn a_missing_translation_is_given_in_the_first_language() {
    let program = program(
        r#"
policy p "Policy" { written in en, nl; timezone Europe/Amsterdam }
definition word "Word" nl: "Woord" { means "What is said." }
"#,
    );
    let text = flat::text(&document(&program, Audience::Everybody, 1));
    assert!(text.contains("## 1 Woorden die wij gebruiken\nWoord: What is said."), "{text}");
}

/// Reads a policy and what it uses.
fn load(path: &Path) -> crate::hir::Program {
    let mut sources = Sources::default();
    let mut files = Vec::new();
    let mut wanted: Vec<PathBuf> = vec![path.to_owned()];
    while let Some(path) = wanted.pop() {
        let text = std::fs::read_to_string(&path).unwrap();
        let id = sources.add(Source::new(path.to_string_lossy().as_ref(), text));
        let parsed = syntax::parse(id, sources.get(id));
        for item in &parsed.file.items {
            if let Item::Use(used) = item {
                wanted.push(path.parent().unwrap().join(&used.path.value));
            }
        }
        files.push((id, parsed.file));
    }
    let files: Vec<_> = files.iter().map(|(id, file)| (*id, file)).collect();
    check::program(&files).program.unwrap()
}

#[test]
fn every_example_is_a_document_for_each_reader_in_each_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "policy"));
    paths.sort();
    assert!(paths.len() >= 6, "{paths:?}");
    for path in paths {
        let program = load(&path);
        let parties = program.parties.keys().map(|name| party(name.as_str()));
        for audience in [Audience::Everybody, Audience::Internal].into_iter().chain(parties) {
            for language in 0..program.policy.languages.len() {
                let one = document(&program, audience.clone(), language);
                assert_eq!(one, document(&program, audience.clone(), language), "the same each time");
                let text = flat::text(&one);
                for fault in ["  ", " ,", " .", "..\n", ";;", "{", "(.", "()"] {
                    let line = text.lines().find(|line| {
                        line.trim_start().contains(fault.trim_end_matches('\n')) && !line.contains('…')
                    });
                    assert!(line.is_none() || fault == "..\n", "{}: `{fault}` in {line:?}", path.display());
                }
            }
        }
    }
}
