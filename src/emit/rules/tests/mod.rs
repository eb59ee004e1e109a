//! Small programs and the rule sets that must come of them.

mod audience;
mod entries;
mod format;
mod full;
mod support;

#[path = "../../../../tests/rules/document.rs"]
mod document;
