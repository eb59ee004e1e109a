//! Prose in every language: what is found in each text stands behind it, and nothing else is found.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::diagnostic::Profile;
use avouch::time::Date;
use std::fs;

/// What a line says is found in it, or in the text that ends there.
const FINDS: &str = "# finds ";

/// Line by line, what is found and what was to be found.
fn differences(name: &str, text: &str) -> Vec<String> {
    let mut files = Memory::default();
    files.insert(name, text);
    let analysis = analysis::analyse(name, &files.on(Date::new(2026, 11, 22)), &Settings::default());
    let ends: Vec<usize> = text
        .lines()
        .scan(0, |at, line| {
            *at += line.len() + 1;
            Some(*at)
        })
        .collect();
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<Vec<&str>> = vec![Vec::new(); lines.len()];
    for finding in analysis.findings.iter().filter(|finding| finding.code.profile != Profile::Strict) {
        let mut line = ends.partition_point(|end| *end <= finding.span.start as usize);
        // What is found in a block is said behind its end.
        let opened = lines[..line].iter().filter(|line| line.contains("\"\"\"")).count() % 2 == 1;
        while opened && !lines[line].contains("\"\"\"") {
            line += 1;
        }
        found[line].push(finding.code.name);
    }
    let mut wrong = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let expected: Vec<&str> =
            line.split_once(FINDS).map_or(Vec::new(), |(_, names)| names.split_whitespace().collect());
        if at > 0 && expected != found[at] {
            wrong.push(format!("{name}:{}: {} has {:?}", at + 1, line.trim(), found[at]));
        }
    }
    wrong
}

#[test]
fn what_is_found_in_prose_is_what_stands_behind_it_in_every_language() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/prose");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in &paths {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        wrong.extend(differences(name, &fs::read_to_string(path).expect("a text")));
    }
    assert!(paths.len() >= 6, "one for each language");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
