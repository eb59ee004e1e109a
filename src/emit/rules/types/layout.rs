//! The order of the document, and what its texts quote.

use super::clause::{Clause, Note, Reference};
use super::rules::Cases;
use schemars::JsonSchema;
use serde::Serialize;

/// A section of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// Name, title, words about it. A standard section that was not written has no title.
    #[serde(flatten)]
    pub clause: Clause,
    /// Which of the sections that readers expect it is, as `definitions` or `prices`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
    /// What it holds, in order.
    pub items: Vec<SectionItem>,
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum SectionItem {
    /// Something declared, which is published here.
    Declaration(Reference),
    /// A duty, by its id under `duties`.
    Duty(String),
    /// Text.
    Text(Note),
    /// A note.
    Note(Note),
    /// A section inside.
    Section(Box<Section>),
}

/// What a quotation in a text stands for. Quotations inside Markdown code stand for themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quotation {
    /// The quotation as it stands in the texts, braces included: `{office open}`.
    pub quotation: String,
    /// What is quoted: by its title, if no more is said.
    pub of: Reference,
    /// Which of its fields, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The id of a rule whose value is quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The cases for which the value is quoted; it is the same in all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<Cases>>,
}
