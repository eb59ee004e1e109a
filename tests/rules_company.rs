//! Good company: whoever adds a rule adds all that belongs to it. Each has a page with examples (`tests/finding_pages.rs`), a test of
//! its fix if it offers one (`tests/fixes.rs`), a place in a profile, and one place in the shared fixture where it is found.
//!
//! The fixture is one policy of one publisher, wrong in nearly every way at once, `tests/company/northwind.policy`, with a few small ones
//! for what it excludes; it is looked at with every rule on. In all of it each rule is found exactly once, so that rules which
//! speak of the same thing twice are noticed, and rules that are silent beside others too.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::{Code, Level, Profile, registry};
use avouch::lint;
use avouch::time::Date;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn found(name: &str, text: &str) -> Analysis {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    files.insert(name, text);
    analyse(name, &files, &Settings { asked: Some(Profile::Strict), ..Settings::default() })
}

/// The first example under a heading of a page.
fn example(code: &Code, heading: &str) -> Option<&'static str> {
    let section = code.page.split_once(&format!("\n## {heading}\n"))?.1.split("\n## ").next()?;
    Some(section.split_once("```policy\n")?.1.split_once("```")?.0)
}

/// The policies that many rules share.
fn shared() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(root().join("tests/company"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
        })
        .collect();
    found.sort();
    found
}

/// The small policies beside the large one, each with the reason why the large one cannot hold what is wrong in it.
const COMPANIONS: [(&str, &str); 4] = [
    (
        "channel-table.policy",
        "a plan without any channel needs all channels in one table, and the others show hours of their own",
    ),
    (
        "nothing-said.policy",
        "that nothing is said of channels, complaints or changes excludes all that is wrong with them",
    ),
    (
        "one-way.policy",
        "the only channel, the only promise and a scope without a promise exclude a second one",
    ),
    ("two-languages.policy", "a second language would need a translation of every text"),
];

#[test]
fn the_fixture_is_one_policy_and_the_companions_that_have_a_reason() {
    let names: Vec<String> = shared().into_iter().map(|(name, _)| name).collect();
    let mut known: Vec<&str> = COMPANIONS.iter().map(|(name, _)| *name).chain(["northwind.policy"]).collect();
    known.sort_unstable();
    assert_eq!(names, known);
    let of = |name: &str| {
        let text = shared().into_iter().find(|(known, _)| known == name).map(|(_, text)| text).unwrap();
        found(name, &text).findings.len()
    };
    for (name, why) in COMPANIONS {
        assert!(of(name) <= 10, "{name} holds more than what the large policy cannot: {why}");
    }
    assert!(of("northwind.policy") > 100, "most of it is one coherent policy");
}

#[test]
fn each_lint_is_found_exactly_once_in_the_fixture() {
    let mut times: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, text) in shared() {
        let analysis = found(&name, &text);
        for finding in &analysis.findings {
            let line = analysis.sources.get(finding.span.file).line_column(finding.span.start).line;
            times.entry(finding.code.name).or_default().push(format!("tests/company/{name}:{line}"));
        }
    }
    let mut wrong = Vec::new();
    for lint in lint::ALL {
        let name = lint.code.name;
        match times.get(name).map_or(&[][..], Vec::as_slice) {
            [_] => {}
            [] => wrong.push(format!(
                "{name} has no place in the fixture: add it to tests/company/northwind.policy"
            )),
            many => wrong.push(format!(
                "{name} is found {} times in the fixture; leave one: {}",
                many.len(),
                many.join(", ")
            )),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_shared_fixture_has_findings_of_lints_only() {
    for (name, text) in shared() {
        for finding in found(&name, &text).findings {
            let lint = lint::ALL.iter().any(|lint| lint.code == finding.code);
            assert!(
                lint,
                "tests/company/{name}: {} is not of a lint: {}",
                finding.code.name, finding.message
            );
        }
    }
}

#[test]
fn each_lint_is_in_a_profile_that_fits_its_level() {
    for lint in lint::ALL {
        let Code { name, level, profile, .. } = lint.code;
        let fits = match profile {
            Profile::Minimal => *level == Level::Error,
            Profile::Recommended | Profile::Strict => *level != Level::Error,
            Profile::Publishable => false,
        };
        assert!(fits, "{name} is reported as {level} from the profile {} on", profile.word());
    }
}

#[test]
fn what_is_off_in_every_file_is_not_looked_for() {
    let mut files = Memory::default();
    files.insert("a.policy", example(&registry::UNFILLED, "Avoid").unwrap());
    let minimal = Settings { asked: Some(Profile::Minimal), ..Settings::default() };
    assert!(analyse("a.policy", &files, &minimal).findings.is_empty());
    assert!(!analyse("a.policy", &files, &Settings::default()).findings.is_empty());
}
