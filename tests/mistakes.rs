//! Independent mistakes in one file: each is found where it stands, and none hides another or causes a second finding.
//!
//! The files in `tests/mistakes/` say on each line which findings it must have (`# finds: slip, slip`).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;

#[test]
fn each_of_ten_mistakes_is_found_and_nothing_else() {
    let mut seen = 0;
    insta::glob!("mistakes/*.policy", |path| {
        let text = std::fs::read_to_string(path).expect("a fixture");
        let mut files = Memory::default();
        files.insert("test.policy", text.as_str());
        let analysis = analyse("test.policy", &files, &Settings::default());
        let mut found: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for finding in &analysis.findings {
            let line = analysis.sources.get(finding.span.file).line_column(finding.span.start).line;
            found.entry(line).or_default().push(finding.code.name);
        }
        let (mut wrong, mut count) = (String::new(), 0);
        for (index, line) in text.lines().enumerate() {
            let named = line.split("# finds: ").nth(1).unwrap_or("");
            let named: Vec<&str> = named.split(", ").filter(|name| !name.is_empty()).map(str::trim).collect();
            let here = found.remove(&(index + 1)).unwrap_or_default();
            count += named.len();
            if here != named {
                let _ = writeln!(wrong, "{}: found {here:?}: {line}", index + 1);
            }
        }
        assert!(wrong.is_empty(), "{}:\n{wrong}", path.display());
        assert!(count >= 10, "{} has only {count} mistakes", path.display());
        seen += 1;
    });
    assert!(seen >= 3);
}
