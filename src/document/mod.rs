//! The published document as plain data.
//!
//! In: a resolved program (the builders), and the author's Markdown ([`prose`]). Out: a [`model::Document`], which the
//! printers in `emit` turn into text. The model knows nothing of policies, of languages, or of any output form.

pub mod model;
pub mod prose;
