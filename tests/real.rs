//! The real policies: each passes the check without a warning, and every clause of the document that it began from is
//! expressed in it, or is listed with the reason why not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::Level;
use std::collections::BTreeSet;
use std::fs;

#[path = "support/clauses.rs"]
mod clauses;
#[path = "support/tied.rs"]
mod tied;

use tied::faults;

/// Each policy and the number of clauses of the document that it began from.
const REAL: [(&str, usize); 10] = [
    ("cloud-plans", 16),
    ("follow-the-sun", 15),
    ("firmware-support-period", 8),
    ("campus-service-desk", 5),
    ("reaktionszeiten", 4),
    ("delais-de-reponse", 5),
    ("mail-madoguchi", 6),
    ("complaints-procedure", 5),
    ("licence-support-fees", 8),
    ("platform-support", 29),
];

/// The texts of a folder of the project, by their names without the ending.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}

fn policy(name: &str) -> String {
    fs::read_to_string(format!("examples/real/{name}.policy")).unwrap()
}

#[test]
fn every_real_policy_has_its_table_and_every_table_its_policy() {
    let listed: BTreeSet<String> = REAL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(stems("examples/real", ".policy"), listed);
    assert_eq!(stems("tests/real", ".tsv"), listed);
}

#[test]
fn every_clause_is_expressed_or_the_reason_is_given() {
    let wrong: Vec<String> = REAL
        .iter()
        .flat_map(|(name, clauses)| faults(&format!("tests/real/{name}.tsv"), &policy(name), *clauses))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_real_policy_passes_the_check_without_a_warning() {
    for (name, _) in REAL {
        let mut files = Memory::default();
        files.insert("p.policy", policy(name));
        let analysis = analyse("p.policy", &files, &Settings::default());
        let grave: Vec<_> =
            analysis.findings.iter().filter(|finding| finding.level > Level::Advice).collect();
        assert!(grave.is_empty(), "{name}: {grave:?}");
    }
}

#[test]
fn every_real_policy_has_two_examples_and_two_things_that_are_only_checked() {
    for (name, _) in REAL {
        let text = policy(name);
        let count = |keyword: &str| text.lines().filter(|line| line.starts_with(keyword)).count();
        assert!(count("example \"") >= 2, "{name}");
        assert!(count("test \"") + count("ensure \"") >= 2, "{name}");
    }
}
