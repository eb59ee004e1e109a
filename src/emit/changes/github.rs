//! Changes as annotations of the lines of a pull request, in the form that GitHub Actions reads from the output.

use super::{Outcome, missing_notice};
use crate::compare::{Line, Report};
use std::fmt::Write as _;

/// One annotation for each change that somebody gains or loses by, and one for a notice that is missing.
pub fn github(outcome: &Outcome, blocks: bool) -> String {
    let mut text = String::new();
    for report in &outcome.reports {
        for change in report.lines.iter().filter(|change| change.direction != "neutral") {
            let _ = writeln!(text, "{}", annotation(change, report));
        }
        if let Some(dated) = &report.dated {
            let _ = writeln!(text, "::warning {}title=date::{}", place(report), data(dated));
        }
        if let Some(missing) = missing_notice(report) {
            let level = if blocks { "error" } else { "warning" };
            let file = place(report);
            let _ = writeln!(text, "::{level} {file}title=notice::{}", data(&missing));
        }
    }
    let _ = writeln!(text, "::notice title=avouch diff::{}", data(&outcome.summary().words()));
    text
}

fn annotation(change: &Line, report: &Report) -> String {
    let level = match change.direction {
        "weaker" | "mixed" => "warning",
        _ => "notice",
    };
    // What is gone is shown at the head of the file that it was in.
    let fields = match &change.place {
        Some(place) => format!("file={},line={},", property(&place.file), place.line),
        None => place(report),
    };
    let title = property(&format!("{}: {}", change.direction, change.id));
    let mut message = change.message.clone();
    for detail in &change.details {
        message.push('\n');
        message.push_str(detail);
    }
    format!("::{level} {fields}title={title}::{}", data(&message))
}

fn place(report: &Report) -> String {
    report.new_file.as_ref().map_or_else(String::new, |file| format!("file={},", property(file)))
}

/// A message: line ends and per cent signs would end it or be read otherwise.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, in which commas and colons mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_an_annotation() {
        assert_eq!(data("99%\nnext"), "99%25%0Anext");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
