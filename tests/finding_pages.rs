//! Every kind of finding has a page for people who do not program, whose examples show what it says: the one to avoid has
//! the finding, the one to prefer has not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::collections::BTreeSet;

use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::diagnostic::{Code, Profile, registry};
use avouch::time::Date;

/// Said on a page whose finding no policy can show, with the reason.
const WITHOUT: &str = "No policy shows this, since ";

/// Codes that cannot be found yet, because the phase that finds them is not there. Each must leave this list when it is.
const PENDING: &[&str] = &[];

/// The example under a heading.
fn example(code: &Code, heading: &str) -> Option<&'static str> {
    let under = code.page.split_once(&format!("\n## {heading}\n"))?.1;
    let section = under.split("\n## ").next().unwrap_or(under);
    let fenced = section.split_once("```policy\n")?.1;
    Some(fenced.split_once("```")?.0)
}

/// The names of what is found in a text, as the whole tool finds it.
fn found(text: &str) -> BTreeSet<&'static str> {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    files.insert("support.policy", text);
    let settings = Settings { asked: Some(Profile::Strict), ..Settings::default() };
    let analysis = analysis::analyse("support.policy", &files, &settings);
    analysis.findings.iter().map(|finding| finding.code.name).collect()
}

#[test]
fn every_finding_has_a_page_with_a_summary_and_examples() {
    for code in registry::ALL {
        let name = code.name;
        let mut lines = code.page.lines();
        assert_eq!(lines.next(), Some(format!("# {name}").as_str()), "{name}: the title");
        assert_eq!(lines.next(), Some(""), "{name}: an empty line under the title");
        let summary = lines.next().unwrap_or("");
        assert!(
            summary.ends_with('.') && summary.len() > 20,
            "{name}: a summary of one line, found `{summary}`"
        );
        assert_eq!(lines.next(), Some(""), "{name}: the summary is one line");
        let why = lines.next().unwrap_or("");
        assert!(!why.is_empty() && !why.starts_with('#'), "{name}: why it matters");
        let examples = [example(code, "Avoid"), example(code, "Prefer")];
        let shown = examples.iter().flatten().count();
        let without = code.page.contains(WITHOUT);
        assert!(
            shown == 2 && !without || shown == 0 && without,
            "{name}: two examples, or why there are none"
        );
        assert!(code.page.ends_with('\n') && !code.page.contains("TODO"), "{name}: is finished");
    }
}

#[test]
fn the_examples_of_every_page_show_what_it_says() {
    let mut wrong = Vec::new();
    for code in registry::ALL {
        let name = code.name;
        let (Some(avoid), Some(prefer)) = (example(code, "Avoid"), example(code, "Prefer")) else { continue };
        let avoided = found(avoid);
        if PENDING.contains(&name) {
            assert!(!avoided.contains(name), "{name} is found now: take it off the list of what is pending");
            continue;
        }
        if !avoided.contains(name) {
            wrong.push(format!("{name}: the example to avoid does not have it, but {avoided:?}"));
        }
        let preferred = found(prefer);
        if preferred.contains(name) {
            wrong.push(format!("{name}: the example to prefer has it"));
        }
        // Another error in either would teach something else.
        for other in avoided.union(&preferred) {
            let error =
                registry::find(other).is_some_and(|code| code.level == avouch::diagnostic::Level::Error);
            if *other != name && error {
                wrong.push(format!("{name}: the examples have {other} too"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_of_findings_are_kebab_case_and_unique() {
    let mut seen = BTreeSet::new();
    for code in registry::ALL {
        let parts: Vec<&str> = code.name.split('-').collect();
        let plain =
            parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert!(plain, "{} is kebab-case", code.name);
        assert!(seen.insert(code.name), "{} is named twice", code.name);
        assert_eq!(registry::find(code.name), Some(*code));
    }
}

#[test]
fn every_page_belongs_to_a_finding() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/findings");
    for entry in std::fs::read_dir(folder).expect("the pages") {
        let path = entry.expect("a page").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        assert!(registry::find(&name).is_some(), "{name} has a page and is no finding");
    }
}
