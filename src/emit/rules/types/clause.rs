//! What everything that is declared or stated has: an id, an anchor, a source, an audience, and words about it.

use super::map::SortedMap;
use super::rules::Cases;
use super::value::True;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

/// A text by language tag: `{"en": "Critical", "nl": "Kritiek"}`. A language that is missing falls back to the first
/// language of the policy. Texts are Markdown; what stands in braces in them is listed under `quotations`.
pub type Texts = SortedMap<SmolStr>;

/// For whom something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// For everybody.
    Everybody,
    /// For us only.
    Internal,
    /// For the party of this id, and for us.
    Party(String),
}

/// Something that is declared or stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Clause {
    /// Its name, which is unique among its kind and stays when wording changes.
    pub id: SmolStr,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Texts>,
    /// What it is, in sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<Texts>,
    /// Free text, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Note>,
    /// Notes, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Reasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Texts>,
    /// What else to read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub see: Vec<Reference>,
    /// Names that it had.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// A line of it waits for something that is not known yet, and says nothing until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfilled: Option<True>,
    /// The cases in which it exists or holds, when these are not all. Rules have `when` instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<Cases>>,
    /// For whom it is.
    pub audience: Audience,
    /// The anchor of its clause in the published document.
    pub anchor: SmolStr,
    /// Where it was written.
    pub source: Source,
}

/// A text for an audience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Note {
    /// What it says.
    pub text: Texts,
    /// For whom it is.
    pub audience: Audience,
}

/// Something that is declared, by its kind and id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reference {
    /// What it is: the keyword of its declaration, as `commitment`; `rule` for a rule by its path.
    pub kind: SmolStr,
    /// Its id.
    pub id: SmolStr,
}

/// A place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// The file, as it is listed under `sources`.
    pub file: SmolStr,
    /// The line, from 1.
    pub line: u32,
}
