//! Names that the author chose, and paths made of them.

use crate::source::Span;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A name and where it was written. Two names are equal when their text is, wherever they stand.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name in Unicode normal form C.
    pub text: SmolStr,
    /// Where it was written.
    pub span: Span,
}

/// What has names, by name and in order. The hash is a plain one: names are compared all the time, and no order depends on it.
pub type Named<T> = IndexMap<Name, T, FxBuildHasher>;

impl Name {
    /// A name at a place.
    pub fn new(text: impl Into<SmolStr>, span: Span) -> Self {
        Self { text: text.into(), span }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl std::borrow::Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The path of a rule, `first-response/critical/standard`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The parts, in order; at least one.
    pub parts: Vec<Name>,
    /// Where it was written.
    pub span: Span,
}
