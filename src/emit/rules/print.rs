//! A rule set as text, and the schema of all rule sets.
//!
//! In: a finished document. Out: JSON, the same as YAML, and the JSON Schema that is derived from the types. All end with
//! a line end and are the same bytes for the same document.

use super::RulesError;
use super::types::RuleSetDocument;
use schemars::generate::SchemaSettings;

/// The document as JSON, indented for people, keys in the order of the types.
pub fn json(document: &RuleSetDocument) -> Result<String, RulesError> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
}

/// The same document as YAML.
pub fn yaml(document: &RuleSetDocument) -> Result<String, RulesError> {
    Ok(serde_yaml::to_string(document)?)
}

/// The JSON Schema (draft 2020-12) of rule sets. It leaves room for fields that are added later.
pub fn schema() -> Result<String, RulesError> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<RuleSetDocument>();
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}
