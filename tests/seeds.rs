//! The five founding documents: every numbered clause is expressed in an example, and every fault of their texts is shown
//! in a small policy that gets its finding.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::{Profile, registry};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "support/clauses.rs"]
mod clauses;

use clauses::expressed;

/// Each example and the number of clauses of the document that it began from.
const SEEDS: [(&str, usize); 5] = [
    ("service-standards", 45),
    ("mail-first-support", 47),
    ("policy-library", 33),
    ("ondersteuning", 29),
    ("outline", 37),
];

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The source of an example and of the files that examples share.
fn source(example: &str) -> String {
    let mut text = read(format!("examples/{example}.policy"));
    for entry in fs::read_dir("examples/common").expect("the shared files") {
        text.push('\n');
        text.push_str(&read(entry.expect("an entry").path()));
    }
    text
}

#[test]
fn every_clause_of_every_founding_document_is_expressed() {
    let mut missing = Vec::new();
    for (example, clauses) in SEEDS {
        let text = source(example);
        let table = read(format!("tests/seeds/{example}.tsv"));
        let mut seen = BTreeSet::new();
        for (number, line) in table.lines().enumerate() {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() >= 2, "{example}.tsv, line {}: two columns at least", number + 1);
            seen.insert(columns[0].parse::<usize>().expect("the number of a clause"));
            if !columns[1].is_empty() && !expressed(&text, columns[1]) {
                missing.push(format!(
                    "{example}.tsv, line {}: `{}` is not in the policy",
                    number + 1,
                    columns[1]
                ));
            }
            for fixture in line.split("fixture: ").skip(1) {
                let name = fixture.split([' ', ',', ';']).next().unwrap_or("").trim_end_matches('.');
                let path = format!(
                    "tests/seeds/faults/{}.policy",
                    name.trim_start_matches("faults/").trim_end_matches(".policy")
                );
                assert!(Path::new(&path).exists(), "{example}.tsv, line {}: there is no {path}", number + 1);
            }
        }
        let all: BTreeSet<usize> = (1..=clauses).collect();
        assert_eq!(seen, all, "the clauses of {example}");
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_fault_of_a_founding_document_gets_its_finding() {
    let settings = Settings { asked: Some(Profile::Strict), ..Settings::default() };
    let mut wrong = Vec::new();
    let mut paths: Vec<_> =
        fs::read_dir("tests/seeds/faults").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = read(&path);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let first = text.lines().next().unwrap_or("");
        if let Some(rule) = first.strip_prefix("# finding: ") {
            let mut files = Memory::default();
            files.insert(&name, text.as_str());
            let found: Vec<&str> =
                analyse(&name, &files, &settings).findings.iter().map(|finding| finding.code.name).collect();
            if !found.contains(&rule) {
                wrong.push(format!("{name}: expected `{rule}`, found {found:?}"));
            }
        } else if let Some(rule) = first.strip_prefix("# later: ") {
            if registry::find(rule).is_some() {
                wrong.push(format!("{name}: `{rule}` is built now: say `# finding: {rule}`"));
            }
        } else {
            wrong.push(format!("{name}: the first line names no finding"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
