//! A rule set as text, and the schema of all rule sets.
//!
//! In: a finished document. Out: JSON, the same as YAML, and the JSON Schema that is derived from the types. All end with
//! a line end and are the same bytes for the same document.

use super::RulesError;
use super::json::Json;
use super::lines::lines;
use super::types::RuleSetDocument;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

/// The document as JSON laid out for people, keys in the order of the types.
pub fn json(document: &RuleSetDocument) -> Result<String, RulesError> {
    Ok(printed(&Json::new(document)?))
}

/// The same where it was gone through before.
pub fn printed(json: &Json) -> String {
    lines(json)
}

/// The same document as YAML. What a reader of YAML 1.1 would take for a boolean, a date or a number in sixties (`no`,
/// `2026-12-24`, `13:00`) stands in quotes.
pub fn yaml(document: &RuleSetDocument) -> Result<String, RulesError> {
    // By way of JSON, so that no YAML tag stands for what JSON has as a key.
    let mut value = serde_json::to_value(document)?;
    mark(&mut value);
    Ok(serde_yaml::to_string(&value)?.replace(&format!("\"\\u{:X}", u32::from(MARK)), "\""))
}

/// No character of any text, so the YAML printer writes a string that begins with it in quotes and escapes it; it is taken
/// out again afterwards. The printer has no other way to ask for quotes.
const MARK: char = '\u{FFFE}';

/// Marks the strings and keys that must stand in quotes.
fn mark(value: &mut Value) {
    match value {
        Value::String(text) => {
            if is_ambiguous(text) {
                text.insert(0, MARK);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mark),
        Value::Object(fields) => {
            let marked = std::mem::take(fields).into_iter().map(|(name, mut item)| {
                mark(&mut item);
                (if is_ambiguous(&name) { format!("{MARK}{name}") } else { name }, item)
            });
            *fields = marked.collect();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether some reader of YAML takes the text for something else when it stands without quotes.
fn is_ambiguous(text: &str) -> bool {
    let one_line = !text.contains('\n');
    let first = text.chars().next();
    one_line && first.is_some_and(|first| first.is_ascii_digit() || "+-.=<~".contains(first))
        || ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text))
}

/// The JSON Schema (draft 2020-12) of rule sets. It leaves room for fields that are added later.
pub fn schema() -> String {
    let settings =
        SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(never_null));
    let schema = settings.into_generator().into_root_schema_for::<RuleSetDocument>();
    format!("{:#}\n", schema.as_value())
}

/// A field that has nothing to say is left out, so `null`, which the types cannot rule out, is taken from the schema.
fn never_null(schema: &mut Schema) {
    let Some(fields) = schema.as_object_mut() else { return };
    if let Some(Value::Array(values)) = fields.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Value::Array(kinds)) = fields.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            fields.insert("type".to_owned(), kind);
        }
    }
    if let Some(Value::Array(forms)) = fields.get_mut("anyOf") {
        forms.retain(|form| form["type"] != "null");
        if let [Value::Object(only)] = forms.as_slice() {
            let only = only.clone();
            fields.remove("anyOf");
            fields.extend(only);
        }
    }
}
