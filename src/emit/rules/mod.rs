//! The rule set: what a policy says, for tools.
//!
//! In: the resolved program and the audience. Out: one document as JSON or YAML, and the JSON Schema of all such
//! documents. Nothing here decides anything: conditions come resolved, and are only written as lists of disjoint entries.
//! `docs/rules.md` describes the format for those who read it.

mod build;
mod canonical;
mod digest;
mod json;
mod lines;
mod print;
pub mod types;

#[cfg(test)]
mod tests;

pub use build::{FORMAT_VERSION, rules, written};
pub use digest::{canonical, digest_of, sha256, sha256_hex};
pub use json::Json;
pub use print::{json, printed, schema, yaml};
pub use types::RuleSetDocument;

use crate::cases::TooComplex;
use std::fmt;

/// Why there is no rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesError {
    /// The conditions cannot be listed within the limits.
    TooComplex,
    /// A printer refused; the reason in its words.
    NotPrintable(String),
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooComplex => TooComplex.fmt(f),
            Self::NotPrintable(reason) => write!(f, "the rule set cannot be written: {reason}"),
        }
    }
}

impl std::error::Error for RulesError {}

impl From<TooComplex> for RulesError {
    fn from(TooComplex: TooComplex) -> Self {
        Self::TooComplex
    }
}

impl From<serde_json::Error> for RulesError {
    fn from(error: serde_json::Error) -> Self {
        Self::NotPrintable(error.to_string())
    }
}

impl From<serde_yaml::Error> for RulesError {
    fn from(error: serde_yaml::Error) -> Self {
        Self::NotPrintable(error.to_string())
    }
}
