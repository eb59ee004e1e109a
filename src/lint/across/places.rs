//! A place in a text that may have been let go of.

use crate::source::{Sources, Span};
use serde::{Deserialize, Serialize};

/// A stretch of a file, by the path as it is shown and byte offsets.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Place {
    /// The file.
    #[serde(rename = "f")]
    pub path: String,
    /// The offset of the first byte.
    #[serde(rename = "s")]
    pub start: u32,
    /// The offset after the last byte.
    #[serde(rename = "e")]
    pub end: u32,
}

impl Place {
    /// Where a span lies.
    pub fn of(sources: &Sources, span: Span) -> Self {
        Self { path: sources.get(span.file).path().to_owned(), start: span.start, end: span.end }
    }
}
