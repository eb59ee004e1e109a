//! The printers: documents as HTML and as Markdown.
//!
//! In: finished documents. Out: texts, the same bytes for the same document. A printer decides nothing about content
//! and reads no file.

pub mod html;
pub mod markdown;
