//! The rule sets of all examples: what must hold for every rule set holds for those that people will look at first.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::rules::{digest_of, schema};
use avouch::emit::{Artifact, BuildOptions, Form};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

#[path = "rules/document.rs"]
mod document;

/// Every policy file below a folder, by its path from the folder above it, with its text.
fn policies(folder: &Path, shown: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{shown}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            policies(&entry.path(), &name, found);
        } else if entry.path().extension().is_some_and(|extension| extension == "policy") {
            found.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// The rule sets of every example, for every audience, as JSON and as YAML.
fn built() -> Vec<Artifact> {
    built_as(vec![Form::Rules, Form::Yaml])
}

/// Every example for every audience, in these forms.
fn built_as(forms: Vec<Form>) -> Vec<Artifact> {
    let mut found = Vec::new();
    policies(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), "examples", &mut found);
    let mut files = Memory::default();
    for (path, text) in &found {
        files.insert(path, text.clone());
    }
    let options = BuildOptions {
        forms,
        audiences: vec!["public".to_owned(), "internal".to_owned()],
        languages: Vec::new(),
    };
    // What lies in `common` is only used by others.
    let tops = found.iter().filter(|(path, _)| !path.contains("/common/"));
    tops.flat_map(|(path, _)| {
        let analysis = analyse(path, &files, &Settings::default());
        assert!(!analysis.broken, "{path} has errors: {:?}", analysis.findings);
        let artifacts = artifacts(&analysis, &options).unwrap();
        assert!(!artifacts.is_empty(), "nothing is built from {path}");
        artifacts
    })
    .collect()
}

fn text(artifact: &Artifact) -> &str {
    std::str::from_utf8(&artifact.bytes).unwrap()
}

fn with_ending<'a>(built: &'a [Artifact], ending: &str) -> Vec<&'a Artifact> {
    built.iter().filter(|artifact| artifact.path.ends_with(ending)).collect()
}

#[test]
fn the_rule_set_of_every_example_meets_the_schema_and_its_promises() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let built = built();
    let json = with_ending(&built, ".json");
    assert!(json.len() >= 6, "one for each example");
    for artifact in json {
        let read: Value = serde_json::from_str(text(artifact)).unwrap();
        let digest = digest_of(&read).unwrap();
        assert_eq!(document::faults(&read, &schema, &digest), Vec::<String>::new(), "{}", artifact.path);
    }
}

#[test]
fn a_document_names_the_rule_set_beside_it_and_else_its_source_alone() {
    let beside = built_as(vec![Form::Html, Form::Markdown, Form::Rules]);
    let alone = built_as(vec![Form::Html]);
    let mut pages = 0;
    for artifact in with_ending(&beside, ".rules.json") {
        let set: Value = serde_json::from_str(text(artifact)).unwrap();
        let (rules, source) =
            (set["digest"].as_str().unwrap(), set["sources"][0]["digest"].as_str().unwrap());
        let name = artifact.path.trim_end_matches("rules.json");
        for document in
            beside.iter().filter(|one| one.path == format!("{name}html") || one.path == format!("{name}md"))
        {
            assert!(text(document).contains(rules) && text(document).contains(source), "{}", document.path);
            pages += 1;
        }
        let page = alone.iter().find(|one| one.path == format!("{name}html")).unwrap();
        assert!(text(page).contains(source) && !text(page).contains(rules), "{}", page.path);
    }
    assert!(pages >= 24, "two documents of each example for each of two audiences, not {pages}");
}

#[test]
fn the_yaml_of_every_example_says_what_its_json_says() {
    let built = built();
    let yaml = with_ending(&built, ".yaml");
    assert_eq!(yaml.len(), with_ending(&built, ".json").len());
    for artifact in yaml {
        let twin = artifact.path.replace(".yaml", ".json");
        let json = built.iter().find(|artifact| artifact.path == twin).unwrap();
        let (read, known): (Value, Value) =
            (serde_yaml::from_str(text(artifact)).unwrap(), serde_json::from_str(text(json)).unwrap());
        assert_eq!(read, known, "{}", artifact.path);
    }
}

#[test]
fn two_builds_of_every_example_give_the_same_bytes() {
    assert_eq!(built(), built());
}

#[test]
fn what_is_for_us_in_the_examples_is_not_in_their_public_rule_sets() {
    // Every text that only our own rule set of a policy holds.
    fn texts(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) if fields.get("audience") == Some(&Value::from("internal")) => {
                let words = ["title", "text", "means", "notes"].iter().filter_map(|name| fields.get(*name));
                words.for_each(|words| strings(words, found));
            }
            Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
            Value::Array(items) => items.iter().for_each(|value| texts(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    fn strings(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Object(fields) => {
                fields
                    .iter()
                    .filter(|(name, _)| *name != "audience")
                    .for_each(|(_, value)| strings(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| strings(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let built = built();
    let read = |artifact: &&Artifact| serde_json::from_str::<Value>(text(artifact)).unwrap();
    let documents: Vec<Value> = with_ending(&built, ".json").iter().map(read).collect();
    let mut searched = 0;
    for ours in documents.iter().filter(|document| document["audience"] == "internal") {
        let mut hidden = BTreeSet::new();
        // The document is for us as a whole; its parts say for whom each is.
        ours.as_object().unwrap().values().for_each(|part| texts(part, &mut hidden));
        let public = documents.iter().find(|document| {
            document["audience"] == "everybody" && document["policy"]["id"] == ours["policy"]["id"]
        });
        let public = public.unwrap().to_string();
        for text in hidden {
            assert!(!public.contains(Value::String(text.clone()).to_string().trim_matches('"')), "{text}");
            searched += 1;
        }
    }
    assert!(searched > 0, "some example has a note for us");
}
