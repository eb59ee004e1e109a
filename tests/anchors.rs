//! What the rule set calls a place the page calls so too: every cell of a page has the anchor of its rule, and every clause that has
//! a place of its own is found by the anchor that the rule set names.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::{Artifact, BuildOptions, Form};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Every anchor in a rule set, with the place that names it.
fn anchors(value: &Value, place: &str, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(anchor) if name == "anchor" => {
                        found.insert((anchor.clone(), place.to_owned()));
                    }
                    _ => anchors(value, &format!("{place}/{name}"), found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| anchors(value, place, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The places of a page that addresses can lead to, of those that begin so.
fn places<'p>(page: &'p str, begin: &str) -> BTreeSet<&'p str> {
    page.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn built(path: &str, files: &Memory, audience: &str) -> Option<Vec<Artifact>> {
    let analysis = analyse(path, files, &Settings::default());
    let options = BuildOptions {
        forms: vec![Form::Rules, Form::Html],
        audiences: vec![audience.to_owned()],
        languages: Vec::new(),
    };
    if analysis.broken || analysis.library { None } else { artifacts(&analysis, &options).ok() }
}

/// What has a place of its own in the rule set and not always one on the page, and why.
const FOLDED: &[(&str, &str)] = &[
    ("availabilities/entries", "said in the sentence of its availability"),
    ("calendars", "one that is built in"),
    ("calendars/lines", "one line of the hours of its calendar"),
    ("catalogues", "the page of a catalogue is the catalogue"),
    ("changes/notices/entries", "said in one sentence with the others"),
    ("channels/lines", "said in one sentence with the others"),
    ("commitments/entries", "cells of a row that say the same are one cell"),
    ("commitments/met", "said in the sentence of its commitment"),
    ("documents", "shown where something is said of it"),
    ("entitlements", "shown beside the plans that grant it"),
    ("entitlements/entries", "a cell or a line of the plans"),
    ("escalations", "shown where it has a step"),
    ("escalations/raised", "said in one sentence with the others"),
    ("events", "said where a clock starts"),
    ("examples/expectations", "said in the sentence of its example"),
    ("facts", "shown by its values"),
    ("facts/values", "shown where something is said of it"),
    ("maintenances/lines", "said in one sentence with the others"),
    ("maintenances/notices/entries", "said in one sentence with the others"),
    ("maintenances/outside", "said in one sentence with the others"),
    ("offers/proposalFirst", "said in the sentence of its offer"),
    ("parties", "shown where something is said of it"),
    ("plans", "shown where it is compared with others"),
    ("plans/price/entries", "a cell of the plans"),
    ("plans/runs", "a cell of the plans"),
    ("policy", "the page itself"),
    ("prices/entries", "said in the sentence of its price"),
    ("products", "shown where it has releases"),
    ("products/notices/entries", "said in one sentence with the others"),
    ("products/phaseEnds", "said in one sentence with the others"),
    ("products/supportsLatest", "said in the sentence of its product"),
    ("queue", "shown where it has an order for readers"),
    ("roles", "shown where something is said of it"),
    ("scope", "shown where it has lines for readers"),
    ("sections", "a section without contents is not shown"),
];

/// What is wrong with the anchors of a policy: those of rules that its pages lack, with the places that are meant to have one,
/// and those of cells that are called otherwise in its rules.
fn wrong(artifacts: &[Artifact], folded: &mut BTreeSet<String>) -> Vec<String> {
    let text = |artifact: &Artifact| std::str::from_utf8(&artifact.bytes).unwrap().to_owned();
    let of = |ending: &str| {
        artifacts.iter().filter(|one| one.path.ends_with(ending)).map(text).collect::<Vec<_>>()
    };
    let mut named = BTreeSet::new();
    for rules in of(".json") {
        anchors(&serde_json::from_str(&rules).unwrap(), "", &mut named);
    }
    let pages = of(".html");
    assert!(!named.is_empty() && !pages.is_empty(), "a page and a rule set");
    let mut wrong = Vec::new();
    for page in &pages {
        let places = places(page, " id=\"");
        for (anchor, place) in named.iter().filter(|(anchor, _)| !places.contains(anchor.as_str())) {
            let place = place.trim_start_matches('/');
            if FOLDED.iter().any(|(known, _)| *known == place) {
                folded.insert(place.to_owned());
            } else {
                wrong.push(format!("{place}: #{anchor} is not on the page"));
            }
        }
        // A cell that says `no` has no rule, and those of a derived fact have none either.
        for cell in self::places(page, "<td id=\"") {
            let plain = cell.replace(|letter: char| !letter.is_alphanumeric() && letter != '_', "-");
            if plain != cell && named.iter().any(|(anchor, _)| *anchor == plain) {
                wrong.push(format!("the rule of the cell #{cell} has the anchor #{plain}"));
            }
        }
    }
    wrong
}

#[test]
fn pages_and_rule_sets_agree_on_anchors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["examples", "tests/corpus", "tests/language"] {
        files(&root.join(folder), &mut paths);
    }
    let mut memory = Memory::default();
    let mut policies = Vec::new();
    for path in &paths {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        memory.insert(&name, text);
        if name.ends_with(".policy") {
            policies.push(name);
        }
    }
    let (mut looked_at, mut lost, mut folded) = (0, Vec::new(), BTreeSet::new());
    for path in &policies {
        for audience in ["public", "internal"] {
            let Some(artifacts) = built(path, &memory, audience) else { continue };
            looked_at += 1;
            let wrong = wrong(&artifacts, &mut folded);
            lost.extend(wrong.into_iter().map(|wrong| format!("{path} for {audience}: {wrong}")));
        }
    }
    assert!(looked_at > 60, "{looked_at} documents");
    assert!(lost.is_empty(), "{}: {}", lost.len(), lost.join("\n"));
    let idle: Vec<_> = FOLDED.iter().filter(|(place, _)| !folded.contains(*place)).collect();
    assert!(idle.is_empty(), "these have a place of their own by now: {idle:?}");
}

#[test]
fn a_cell_labelled_with_a_dot_has_the_anchor_of_its_rule() {
    let policy = r#"policy p "P" { timezone Europe/Amsterdam; written in en }
plan basic "Basic"
severity high "High"
severity low "Low"
fact release-line "Line" { is a number }
commitment reply "Reply" {
  from received; until responded
  | release-line | severity | reply   |
  |--------------|----------|---------|
  | 1.5          | high     | 1 hour  |
  | 1.5          | low      | 2 hours |
  | other        | any      | 3 hours |
}
"#;
    let mut memory = Memory::default();
    memory.insert("p.policy", policy);
    let artifacts = built("p.policy", &memory, "public").expect("a policy");
    let rule = "\"anchor\": \"reply-1-5-high\"";
    let named = artifacts.iter().any(|one| std::str::from_utf8(&one.bytes).unwrap().contains(rule));
    assert!(named, "the cell has a rule");
    assert_eq!(wrong(&artifacts, &mut BTreeSet::new()), Vec::<String>::new());
}
