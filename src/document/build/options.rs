//! What a build of the document is told from outside: for whom, in which language, and what lies beside it.

use crate::document::model::Target;
use crate::hir::Published;

/// How one document is made.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language, by its place in the list of the policy's header.
    pub language: usize,
    /// The reader.
    pub published: Published,
    /// The name of the source file, as readers are shown it.
    pub source_name: String,
    /// The file or address of the document in each language of the header, in that order; missing ones get no link.
    pub language_files: Vec<Option<Target>>,
    /// The same document in other forms.
    pub forms: Vec<Form>,
    /// Digests for the colophon.
    pub digests: Vec<Digest>,
    /// The version of the tool that makes the document.
    pub generator: String,
    /// The address at which the document can always be found.
    pub canonical: Option<String>,
}

impl Options {
    /// The options of a document on its own, in the first language, for one reader.
    pub fn alone(published: Published, source_name: impl Into<String>) -> Self {
        Self {
            language: 0,
            published,
            source_name: source_name.into(),
            language_files: Vec::new(),
            forms: Vec::new(),
            digests: Vec::new(),
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            canonical: None,
        }
    }
}

/// The document in another form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which form it is.
    pub kind: FormKind,
    /// Where it is.
    pub target: Target,
}

/// A form that stands beside the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// The rule set in JSON.
    RulesJson,
    /// The rule set in YAML.
    RulesYaml,
    /// The document as a page.
    Html,
    /// The document in Markdown.
    Markdown,
}

/// A digest of something that belongs to the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Of what.
    pub of: DigestOf,
    /// The digest in hexadecimal, with the name of its method before a colon.
    pub value: String,
}

/// What a digest is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestOf {
    /// The sources.
    Source,
    /// The rule set.
    Rules,
}
