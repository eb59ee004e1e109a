//! The published document as plain data.
//!
//! In: a resolved program ([`build()`]), in the words of its language ([`words`]), and the author's Markdown ([`prose`]). Out:
//! a [`model::Document`], which the printers in `emit` turn into text. The model knows nothing of policies, of languages,
//! or of any output form.

pub mod build;
pub mod model;
pub mod notice;
pub mod prose;
pub mod words;

pub use build::{Options, build, closed_up};
