//! Good company: whoever adds a rule adds all that belongs to it. Each has a page with examples (`tests/finding_pages.rs`), a test of
//! its fix if it offers one (`tests/fixes.rs`), a place in a profile, and one place in the shared fixture where it is found.
//!
//! The fixture is `tests/company/*.policy`, looked at with every rule on, and, for rules that those do not hold, the examples to
//! avoid of their pages, with the usual rules and the one of the page. In all of it together each rule is found exactly once,
//! so that rules which speak of the same thing twice are noticed. What misses a part in every small example is `strict`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::config::{Choice, Levels, Settings};
use avouch::diagnostic::{Code, Level, Profile, registry};
use avouch::lint;
use avouch::time::Date;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn found(name: &str, text: &str) -> Analysis {
    found_with(name, text, &Settings { asked: Some(Profile::Strict), ..Settings::default() })
}

fn found_with(name: &str, text: &str, settings: &Settings) -> Analysis {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    files.insert(name, text);
    analyse(name, &files, settings)
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

fn names(analysis: &Analysis) -> impl Iterator<Item = &'static str> {
    analysis.findings.iter().map(|finding| finding.code.name)
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
        if times.contains_key(name) {
            continue;
        }
        let Some(text) = example(lint.code, "Avoid") else {
            wrong.push(format!(
                "{name} has no place in the fixture: add it to a policy of tests/company, or an example to avoid to docs/findings/{name}.md"
            ));
            continue;
        };
        let levels = Levels::from([(name, Choice::At(lint.code.level))]);
        let usual = Settings { levels, ..Settings::default() };
        for other in names(&found_with("support.policy", text, &usual)) {
            times.entry(other).or_default().push(format!("docs/findings/{name}.md"));
        }
    }
    for lint in lint::ALL {
        let name = lint.code.name;
        match times.get(name).map_or(&[][..], Vec::as_slice) {
            [_] => {}
            [] => wrong.push(format!("{name} is not found in its own example to avoid")),
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
