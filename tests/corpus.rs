//! The corpus against false alarms: every example and eleven more policies after published ones are checked as an author
//! does, and nothing may be found that is not excused with a reason.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

#[path = "support/clauses.rs"]
mod clauses;
#[path = "support/tied.rs"]
mod tied;

use tied::faults;

/// Each policy and the number of clauses of the document that it began from.
const CORPUS: [(&str, usize); 11] = [
    ("build-platform", 26),
    ("campus-it", 3),
    ("claims-platform", 25),
    ("gateway-plans", 9),
    ("individuelle-software", 6),
    ("licentie-en-onderhoud", 8),
    ("managed-service", 7),
    ("money-back", 7),
    ("plugin-support", 6),
    ("soporte-de-sistemas", 6),
    ("stream-library", 5),
];

/// The texts of the folder, by their names without the ending.
fn stems(ending: &str) -> BTreeSet<String> {
    let names = fs::read_dir("tests/corpus").unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}

fn policy(name: &str) -> String {
    fs::read_to_string(format!("tests/corpus/{name}.policy")).unwrap()
}

/// What the program prints, with whether it had nothing to report; the day is always the same.
fn avouch(arguments: &[&str]) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_avouch"))
        .args(arguments)
        .env_clear()
        .env("AVOUCH_TODAY", "2026-11-22")
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    (output.status.code() == Some(0), text(output.stdout), text(output.stderr))
}

#[test]
fn every_policy_of_the_corpus_has_its_table_and_is_listed() {
    let listed: BTreeSet<String> = CORPUS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(stems(".policy"), listed);
    assert_eq!(stems(".tsv"), listed);
    let readme = fs::read_to_string("tests/corpus/README.md").unwrap();
    for name in listed {
        assert!(readme.contains(&format!("[{name}]({name}.policy)")), "{name} is not in the README");
    }
}

#[test]
fn nothing_is_found_in_examples_and_corpus_that_is_not_excused_with_a_reason() {
    for folder in ["examples", "tests/corpus"] {
        let check = ["check", "--profile", "recommended", "--fail-on", "advice", "--format", "json", folder];
        let (clean, out, err) = avouch(&check);
        assert!(clean, "{folder}: {out}{err}");
        let report: serde_json::Value = serde_json::from_str(&out).expect("the report is JSON");
        assert_eq!(report["findings"], serde_json::json!([]), "{folder}");
        for excused in report["suppressed"].as_array().expect("what is excused is listed") {
            let reason = excused["suppression"]["reason"].as_str().expect("an excuse has a reason");
            assert!(reason.split_whitespace().count() >= 5, "{folder}: `{reason}` is a reason?");
        }
    }
}

#[test]
fn every_clause_is_expressed_or_the_reason_is_given() {
    let wrong: Vec<String> = CORPUS
        .iter()
        .flat_map(|(name, clauses)| faults(&format!("tests/corpus/{name}.tsv"), &policy(name), *clauses))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_policy_of_the_corpus_shows_cases_and_says_what_always_holds() {
    for (name, _) in CORPUS {
        let text = policy(name);
        let count = |keyword: &str| text.lines().filter(|line| line.starts_with(keyword)).count();
        assert!(count("example \"") >= 2, "{name}");
        assert!(count("test \"") >= 1 && count("ensure \"") >= 1, "{name}");
    }
}

#[test]
fn the_corpus_is_laid_out_and_its_examples_and_proofs_hold() {
    let (laid_out, _, err) = avouch(&["fmt", "--check", "tests/corpus"]);
    assert!(laid_out, "{err}");
    let (hold, out, err) = avouch(&["test", "tests/corpus"]);
    assert!(hold, "{out}{err}");
    assert!(out.contains("proved ") && !out.contains("refuted "), "{out}");
}

#[test]
fn every_policy_of_the_corpus_becomes_a_page_markdown_and_a_rule_set() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    let (built, out, err) = avouch(&["build", "tests/corpus", "-o", to]);
    assert!(built, "{out}{err}");
    let read = |file: String| {
        let path = Path::new(to).join(&file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    for (name, _) in CORPUS {
        let text = policy(name);
        let header = text.lines().find(|line| line.starts_with("policy ")).expect("a policy has a header");
        let title = header.split('"').nth(1).expect("a header has a title");
        assert!(read(format!("{name}.html")).contains(title), "{name}");
        assert!(read(format!("{name}.md")).starts_with(&format!("# {title}\n")), "{name}");
        let rules: serde_json::Value = serde_json::from_str(&read(format!("{name}.rules.json"))).unwrap();
        assert_eq!(rules["policy"]["id"], name);
    }
}

#[test]
fn nothing_differs_between_a_policy_and_itself() {
    for (name, _) in CORPUS {
        let path = format!("tests/corpus/{name}.policy");
        let (same, out, err) = avouch(&["diff", &path, &path, "--format", "json"]);
        assert!(same, "{name}: {out}{err}");
        let report: serde_json::Value = serde_json::from_str(&out).expect("the report is JSON");
        assert_eq!(report["changes"], serde_json::json!([]), "{name}");
    }
}
