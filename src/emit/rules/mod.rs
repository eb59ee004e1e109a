//! The rule set: what a policy says, for tools.
//!
//! In: the resolved program and the audience. Out: one document as JSON or YAML, and the JSON Schema of all such
//! documents. Nothing here decides anything: conditions come resolved, and are only written as lists of disjoint entries.

pub mod types;
