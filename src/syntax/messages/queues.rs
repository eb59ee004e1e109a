//! The order of a queue in other words than those that it has: `order by severity`, `first come, first served`.
//!
//! In: a line of a queue that fits nothing. Out: the finding with the line that is meant; none where that is not known.

use super::habits::stranger;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};

/// What people say of a queue that goes by the time of receipt alone.
const BY_ARRIVAL: [&str; 9] = [
    "first come",
    "first-come",
    "first in",
    "first-in",
    "fifo",
    "oldest first",
    "order of arrival",
    "order of receipt",
    "order received",
];

/// What they call the fact of the time of receipt.
const RECEIVED: [&str; 7] = ["age", "arrival", "arrived", "created", "date", "receipt", "time"];

/// The order that is meant.
pub(super) fn order(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    if head.word(0) == "order" {
        return facts(head, text, schema);
    }
    let lower = text.to_lowercase();
    if !BY_ARRIVAL.iter().any(|words| lower.contains(words)) || text.contains('"') {
        return None;
    }
    let finding = stranger(head, "queue").label("the order stands behind `order`");
    Some(finding.fix(
        "write `order received`, the oldest first",
        false,
        head.span(0, text.len()),
        "order received",
    ))
}

/// `order by severity then arrival`: facts with words between them where commas belong.
fn facts(head: Head<'_>, text: &str, schema: &'static Schema) -> Option<Diagnostic> {
    let start = head.skip("order".len());
    let rest = text.get(start..)?.replace(',', " , ");
    let between = |word: &str| matches!(word, "by" | "," | "then" | "and" | "of" | "the" | "first");
    let names: Vec<&str> = rest
        .split_whitespace()
        .filter(|word| !between(word))
        .map(|word| if RECEIVED.contains(&word) { "received" } else { word })
        .collect();
    let meant = format!("order {}", names.join(", "));
    let mut filled = Filled::default();
    let line = Head { text: &meant, ..head };
    matcher::find(line, schema::tried(schema, None), &mut filled)
        .ok()
        .filter(|_| filled.findings.is_empty())?;
    let place = head.span(start, text.len());
    let message = "behind `order` stand the facts that decide, with commas between them";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{}`", names.join(", ")));
    Some(finding.fix(format!("write `{meant}`"), false, place, names.join(", ")))
}
