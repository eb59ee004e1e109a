//! What a fact can be, in other words: `is yes/no`, `is a boolean`, `is true or false`, `is a text`.
//!
//! In: a line of a fact that fits nothing. Out: the finding with the line that works; none where that is not known.

use super::shown;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;

/// Ways of saying that something is so or is not.
const YES_OR_NO: [&str; 10] = [
    "yes/no",
    "yes no",
    "yes, no",
    "yes or not",
    "true/false",
    "true or false",
    "true, false",
    "boolean",
    "bool",
    "no or yes",
];

/// `is yes/no`, `is a yes or no`, `yes / no`.
pub(super) fn in_other_words(head: Head<'_>) -> Option<Diagnostic> {
    let end = head.text.trim_end().len();
    let said = head.text[..end].replace(" / ", "/").to_lowercase();
    let plain = said.strip_prefix("is ").unwrap_or(&said);
    let plain = plain.strip_prefix("a ").or_else(|| plain.strip_prefix("either ")).unwrap_or(plain).trim();
    if !YES_OR_NO.contains(&plain) && plain != "yes or no" {
        return None;
    }
    let place = head.span(0, end);
    let message = format!("this is written `yes or no`, not `{}`", shown(&head.text[..end]));
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("`yes or no`");
    Some(finding.fix("change it to `yes or no`", true, place, "yes or no"))
}
