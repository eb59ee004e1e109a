//! What a fact is, in other words than those of the language: `is a number of days`, `a length of time`, `is yes or no`.
//!
//! In: a line of a fact that fits nothing. Out: the line that is meant, and the finding; none where several may be meant.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;

/// The line that says what a fact is, and the slip.
pub(in crate::syntax) fn kind_of_fact(head: Head<'_>) -> Option<(&'static str, Diagnostic)> {
    let written = head.text.trim_end();
    let lower = written.to_lowercase();
    let behind = |words: &[&str], text: &str| {
        words
            .iter()
            .find_map(|word| text.strip_prefix(word).map(str::to_owned))
            .unwrap_or_else(|| text.to_owned())
    };
    let what = behind(&["a ", "an ", "either "], &behind(&["is ", "type ", "type: ", "as "], &lower));
    let meant = match what.as_str() {
        "yes or no" | "yes/no" | "yes / no" | "yes no" | "yes, no" | "yes-or-no" | "yes or not"
        | "no or yes" | "true/false" | "true or false" | "true, false" | "boolean" | "bool" => "yes or no",
        "date" | "day" | "calendar date" => "is a date",
        "duration" | "length of time" | "amount of time" | "period" | "period of time" | "time span" => {
            "is a duration"
        }
        "whole number" | "integer" => "is a number",
        counted if counted.starts_with("number of ") => "is a number",
        _ => return None,
    };
    // A word alone may be a value.
    if meant == written || !written.contains([' ', '/', '-']) {
        return None;
    }
    let place = head.span(0, written.len());
    let finding =
        Diagnostic::new(&registry::SLIP, place, format!("this is written `{meant}`, not `{written}`"));
    let finding = finding.label(format!("`{meant}`"));
    let finding = if what.starts_with("number of ") {
        finding
            .note("what is counted is said in its title, as `fact days-late \"Days late\" { is a number }`")
    } else {
        finding
    };
    Some((meant, finding.fix(format!("change it to `{meant}`"), true, place, meant)))
}
