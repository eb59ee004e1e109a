//! What must hold for every rule set, whatever the policy: asked of the JSON alone, as a reader in another language would.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything that is wrong with a rule set, in words; `digest` is what its digest must be.
pub fn faults(document: &Value, schema: &Value, digest: &str) -> Vec<String> {
    let mut faults = Vec::new();
    match jsonschema::validator_for(schema) {
        Ok(validator) => {
            faults.extend(
                validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())),
            );
        }
        Err(error) => faults.push(format!("the schema is none: {error}")),
    }
    visit(document, "", &mut faults);
    if document["digest"] != Value::String(digest.to_owned()) {
        faults.push(format!("the digest is {digest}, not {}", document["digest"]));
    }
    faults.extend(
        ids(document).into_iter().filter(|(_, count)| *count > 1).map(|(id, _)| format!("`{id}` twice")),
    );
    faults
}

/// The ids of what is declared, by kind, each with the number of times it stands there.
fn ids(document: &Value) -> BTreeMap<String, usize> {
    let mut ids = BTreeMap::new();
    for (kind, list) in document.as_object().into_iter().flatten() {
        for id in list.as_array().into_iter().flatten().filter_map(|item| item["id"].as_str()) {
            *ids.entry(format!("{kind}/{id}")).or_insert(0) += 1;
        }
    }
    ids
}

fn visit(value: &Value, at: &str, faults: &mut Vec<String>) {
    match value {
        Value::Number(number) if !number.is_u64() => {
            faults.push(format!("{at} is not a whole number: {number}"));
        }
        Value::Array(items) => {
            disjoint(items, at, faults);
            items.iter().enumerate().for_each(|(index, item)| visit(item, &format!("{at}/{index}"), faults));
        }
        Value::Object(fields) => {
            let both = |name: &str| fields.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
            disjoint(&[both("entries"), both("gaps")].concat(), &format!("{at}/entries and gaps"), faults);
            fields.iter().for_each(|(name, item)| visit(item, &format!("{at}/{name}"), faults));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// No two entries of a list match the same case.
fn disjoint(entries: &[Value], at: &str, faults: &mut Vec<String>) {
    let whens: Vec<&Value> =
        entries.iter().map(|entry| &entry["when"]).filter(|when| when.is_object()).collect();
    for (index, one) in whens.iter().enumerate() {
        for other in &whens[index + 1..] {
            if overlap(one, other) {
                faults.push(format!("{at}: {one} and {other} overlap"));
            }
        }
    }
}

fn overlap(one: &Value, other: &Value) -> bool {
    one.as_object().into_iter().flatten().all(|(fact, allowed)| {
        let against = &other[fact.as_str()];
        let meets =
            |value: &Value| against.as_array().into_iter().flatten().any(|known| common(value, known));
        against.is_null() || allowed.as_array().into_iter().flatten().any(meets)
    })
}

fn common(one: &Value, other: &Value) -> bool {
    if one.is_string() || other.is_string() {
        return one == other;
    }
    let ((low, high), (least, most)) = (ends(one), ends(other));
    low.max(least) <= high.min(most)
}

/// The ends of a stretch, doubled so that an end that is not included lies between two numbers.
fn ends(stretch: &Value) -> (i128, i128) {
    let end = |name: &str| stretch[name].as_str().map(|text| number(text) * 2);
    let low = end("min").or(end("above").map(|end| end + 1));
    let high = end("max").or(end("below").map(|end| end - 1));
    (low.unwrap_or(i128::MIN), high.unwrap_or(i128::MAX))
}

/// A date, a decimal or a length in seconds as a number that keeps the order.
fn number(text: &str) -> i128 {
    let plain = text.trim_start_matches("PT").trim_end_matches('S');
    if plain.len() == 10 && plain.as_bytes().get(4) == Some(&b'-') {
        return plain.replace('-', "").parse().unwrap_or(i128::MAX / 4);
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    format!("{whole}{fraction:0<9}").parse().unwrap_or(i128::MAX / 4)
}

#[test]
fn an_overlap_is_found_between_values_and_between_stretches() {
    let overlaps = |one: Value, other: Value| overlap(&one, &other);
    assert!(overlaps(json!({ "plan": ["a", "b"] }), json!({ "plan": ["b"], "kind": ["x"] })));
    assert!(!overlaps(json!({ "plan": ["a"] }), json!({ "plan": ["b"] })));
    assert!(overlaps(json!({}), json!({ "plan": ["b"] })));
    assert!(!overlaps(json!({ "n": [{ "max": "0.5" }] }), json!({ "n": [{ "above": "0.5" }] })));
    assert!(overlaps(json!({ "n": [{ "max": "10" }] }), json!({ "n": [{ "min": "9.5", "below": "20" }] })));
    assert!(!overlaps(json!({ "d": [{ "max": "2026-02-28" }] }), json!({ "d": [{ "min": "2026-03-01" }] })));
    assert!(!overlaps(json!({ "t": [{ "below": "PT60S" }] }), json!({ "t": [{ "min": "PT60S" }] })));
}
