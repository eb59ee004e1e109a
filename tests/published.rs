//! What published policies get wrong, one fixture or more for each fault: the first line says the fault, the second the finding
//! that shows it. A folder holds the documents of one publisher.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use avouch::analysis::{Analysis, Memory, across, analyse};
use avouch::config::Settings;
use avouch::diagnostic::registry;
use avouch::time::Date;

/// The faults that were found in policies as they are published.
const FAULTS: [&str; 27] = [
    "the same promise in two units (48 hours, 48 business hours)",
    "a response in business hours and a resolution in plain hours, so that the second can come first",
    "two ends of the business day in two documents",
    "a promise on a channel that the plan lacks",
    "\"best effort\" with a figure",
    "business hours that are defined nowhere",
    "business hours that have days but no clock times",
    "\"local time\" without whose",
    "a floor written as a ceiling (\"up to 99.9%\")",
    "the same value on all plans of a matrix that is sold as a ladder",
    "definitions of severity joined by \"and\" in one place and by \"or\" in another",
    "a placeholder left in the text (\"[company]\", \"TBD\", \"lorem\")",
    "an empty cell",
    "duplicated sections and names used twice",
    "an example that breaks its own rule",
    "rate bands that leave part of the week without a price",
    "one label under two names",
    "a half-translated edition",
    "two cut-offs for one day",
    "several clauses that each say they are the only exception",
    "levels numbered upside down without saying so",
    "a catch-all state named after one of its values",
    "text that says around the clock, and rules that do not",
    "a price in an answer that is not the one in the table",
    "figures beside a sentence that only the contract has figures",
    "a section whose title has a number beside the one that the document gives it",
    "two versions that were merged, and nobody chose",
];

/// Fixtures: one file, or the files of a folder.
fn fixtures() -> Vec<Vec<PathBuf>> {
    let listed = |folder: &Path| {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published");
    listed(&root).into_iter().map(|path| if path.is_dir() { listed(&path) } else { vec![path] }).collect()
}

/// What is found in the files of a fixture, each alone and between them, under the profile that holds when nothing is chosen.
fn found(paths: &[PathBuf]) -> BTreeSet<&'static str> {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    let names: Vec<String> = (1..=paths.len()).map(|number| format!("{number}.policy")).collect();
    for (name, path) in names.iter().zip(paths) {
        files.insert(name, fs::read_to_string(path).unwrap());
    }
    let settings = Settings::default();
    let mut analyses: Vec<Analysis> = names.iter().map(|name| analyse(name, &files, &settings)).collect();
    let numbers: Vec<usize> = (0..paths.len()).collect();
    across(&mut analyses, &numbers, &files, &settings);
    analyses.iter().flat_map(|analysis| &analysis.findings).map(|finding| finding.code.name).collect()
}

#[test]
fn each_fault_of_published_policies_gets_its_finding() {
    let mut wrong = Vec::new();
    let mut shown = BTreeSet::new();
    for paths in fixtures() {
        let name = paths[0].display();
        let text = fs::read_to_string(&paths[0]).unwrap();
        let mut lines = text.lines();
        let fault = lines.next().and_then(|line| line.strip_prefix("# ")).unwrap_or("").to_owned();
        let expected = lines.next().and_then(|line| line.strip_prefix("# finds ")).unwrap_or("");
        if !FAULTS.contains(&fault.as_str()) || registry::find(expected).is_none() {
            wrong.push(format!(
                "{name}: `{fault}` is no fault that is listed here, or `{expected}` no finding"
            ));
            continue;
        }
        let all = found(&paths);
        // Each shows one fault, so that none hides behind another.
        if all != BTreeSet::from([registry::find(expected).unwrap().name]) {
            wrong.push(format!("{name}: {fault}: expected {expected}, found {all:?}"));
        }
        shown.insert(fault);
    }
    for fault in FAULTS {
        if !shown.contains(fault) {
            wrong.push(format!("no fixture shows {fault}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
