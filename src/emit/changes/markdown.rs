//! Changes in Markdown, for the description of a pull request.

use super::{Outcome, Summary, heading, missing_notice};
use crate::compare::Line;
use std::fmt::Write as _;

/// A heading for each policy, and a table of its changes for each way that they go.
pub fn markdown(outcome: &Outcome) -> String {
    let mut text = String::new();
    for report in outcome.reports.iter().filter(|report| !report.changes.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        let summary = Summary::of(&report.changes);
        let _ = writeln!(text, "## {}\n\n{}", cell(&heading(report)), summary.words());
        if let Some(missing) = missing_notice(report) {
            let _ = writeln!(text, "\n> **Notice:** {}", cell(&missing));
        }
        if let Some(dated) = &report.dated {
            let _ = writeln!(text, "\n> **Date:** {}", cell(dated));
        }
        if let Some(note) = &report.note {
            let _ = writeln!(text, "\n{}.", cell(note));
        }
        for direction in ["weaker", "mixed", "stronger", "neutral"] {
            let changes: Vec<&Line> =
                report.lines.iter().filter(|change| change.direction == direction).collect();
            if changes.is_empty() {
                continue;
            }
            let mut letters = direction.chars();
            let title: String =
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
            let _ = writeln!(text, "\n### {title}\n\n| change | kind |\n|---|---|");
            for change in changes {
                let mut said = cell(&change.message);
                for detail in &change.details {
                    let _ = write!(said, "<br>{}", cell(detail));
                }
                let _ = writeln!(text, "| {said} | `{}` |", change.id);
            }
        }
    }
    if text.is_empty() {
        text.push_str("No changes.\n");
    }
    text
}

/// Words in a cell of a table: nothing in them is markup.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' | '@' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_markup() {
        assert_eq!(cell("a|b <c> *d*\n"), "a\\|b &lt;c&gt; \\*d\\* ");
    }
}
