//! What comes out of a policy, one file for each form.
//!
//! In: the resolved program and its document. Out: [`Artifact`]s in memory, the same bytes for the same input. Writing
//! them to a disk is the command line's work; nothing here sees syntax, files or clocks.

pub mod answer;
pub mod changes;
pub mod coverage;
pub mod html;
pub mod markdown;
pub mod rules;

/// A file that a build makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes, relative to the output folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The document as a web page.
    Html,
    /// The document in Markdown.
    Markdown,
    /// The rule set in JSON.
    Rules,
    /// The rule set in YAML.
    Yaml,
}

/// What a build is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// The forms, each at most once.
    pub forms: Vec<Form>,
    /// The audiences to build for; empty for every audience that the policy has.
    pub audiences: Vec<String>,
    /// The languages to build in, as tags such as `nl`; empty for every language that the policy has.
    pub languages: Vec<String>,
}
