//! The published description of rule sets: the schema and `docs/rules.md` agree with the types and with each other.
//! `AVOUCH_UPDATE=1 cargo test --test rules` writes the schema anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::emit::rules::{rules, schema};
use avouch::hir::{Audience, Published};
use serde_json::{Value, json};
use std::path::Path;

const SCHEMA: &str = "docs/rules.schema.json";
const REFERENCE: &str = include_str!("../docs/rules.md");

#[test]
fn the_schema_in_the_docs_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCHEMA);
    if std::env::var_os("AVOUCH_UPDATE").is_some() {
        std::fs::write(&path, schema()).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap();
    assert!(published == schema(), "{SCHEMA} has drifted from the types; AVOUCH_UPDATE=1 writes it anew");
}

#[test]
fn nothing_in_a_rule_set_is_null() {
    assert!(!schema().contains("null"), "a field that has nothing to say is left out");
    assert_eq!(faults("Money", &json!({ "currency": "EUR", "amount": null })).len(), 1);
}

/// A validator for one of the types of the schema.
fn validator(of: &str) -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(&schema()).unwrap();
    let fields = schema.as_object_mut().unwrap();
    fields.retain(|name, _| ["$schema", "$defs"].contains(&name.as_str()));
    fields.insert("$ref".to_owned(), json!(format!("#/$defs/{of}")));
    jsonschema::validator_for(&schema).unwrap()
}

fn faults(of: &str, value: &Value) -> Vec<String> {
    validator(of).iter_errors(value).map(|error| error.to_string()).collect()
}

#[test]
fn every_part_of_a_rule_set_is_in_the_reference() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let parts = schema["properties"].as_object().unwrap().keys();
    let missing: Vec<&String> = parts
        .filter(|part| {
            !REFERENCE.contains(&format!("`{part}`")) && !REFERENCE.contains(&format!("\"{part}\":"))
        })
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn the_example_of_the_reference_meets_the_schema() {
    let (_, rest) = REFERENCE.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("\n```").unwrap();
    let example: Value = serde_json::from_str(example).unwrap();
    assert_eq!(example["formatVersion"], json!(avouch::emit::rules::FORMAT_VERSION));
    assert_eq!(faults("Commitment", &example["commitments"][0]), Vec::<String>::new());
    let mut wrong = example["commitments"][0].clone();
    wrong["entries"][0]["promise"] = json!({ "soon": true });
    assert_eq!(faults("Commitment", &wrong).len(), 1);
}

#[test]
fn every_form_of_a_promise_in_the_reference_meets_the_schema() {
    let (_, rest) = REFERENCE.split_once("**Promises**").unwrap();
    let (table, _) = rest.split_once("The clock `elapsed`").unwrap();
    let forms: Vec<&str> = table.split('`').filter(|piece| piece.starts_with('{')).collect();
    assert_eq!(forms.len(), 11);
    for form in forms {
        let form: Value = serde_json::from_str(form).unwrap();
        assert_eq!(faults("Promise", &form), Vec::<String>::new(), "{form}");
    }
}

#[test]
fn a_plan_lists_only_what_it_grants_in_a_case_that_can_occur() {
    let mut files = Memory::default();
    let policy = "policy p \"P\" { written in en }\nseverity high \"High\"\nseverity low \"Low\"\nentitlement fixes \"Fixes\"\n\
        plan basic \"Basic\" { only when severity is low; grants fixes when severity is high }\n\
        plan full \"Full\" { extends basic }\n";
    files.insert("p.policy", policy);
    let analysis = analyse("p.policy", &files, &Settings::default());
    let published = Published { audience: Audience::Everybody };
    let program = analysis.program.expect("a text with a header is a policy");
    let document = rules(&program, &published, &analysis.sources).expect("it is small");
    let grants: Vec<&[String]> = document.plans.iter().map(|plan| plan.grants.as_slice()).collect();
    // The full plan inherits the grant, and has requests of high severity.
    assert_eq!(grants, [&[][..], &["fixes".to_owned()][..]]);
}
