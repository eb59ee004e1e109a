//! From pairs of the grammar to values, one function for each rule.
//!
//! In: pairs. Out: values of `value`, or the finding that says why something is not one. Nothing is looked up here.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a pair is two small numbers and a shared text, and is used up here"
)]

pub(super) mod amounts;
pub(super) mod conditions;
pub(super) mod dates;
pub(super) mod durations;
pub(super) mod places;
pub(super) mod texts;

use super::grammar::{Built, Pair};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;

/// A pair that the grammar does not make here; reported rather than trusted, so that no input can stop the tool.
pub(super) fn unexpected<T>(span: Span, pair: &Pair<'_>) -> Built<T> {
    Err(Box::new(
        Diagnostic::new(&registry::SYNTAX, span, format!("`{}` cannot be read here", pair.as_str()))
            .label("this is not understood"),
    ))
}

/// A value that has the right form and cannot be.
pub(super) fn impossible<T>(
    span: Span,
    message: impl Into<String>,
    label: impl Into<String>,
    help: &str,
) -> Built<T> {
    let finding = Diagnostic::new(&registry::IMPOSSIBLE_VALUE, span, message).label(label);
    Err(Box::new(if help.is_empty() { finding } else { finding.help(help) }))
}
