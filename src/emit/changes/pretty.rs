//! Changes for people at a terminal: one line for each, and the lines that prove it below.

use super::{Outcome, Summary, heading, missing_notice};
use std::fmt::Write as _;

/// Where the text of a change begins.
const MARGIN: usize = 12;

/// Changes as plain text of some width, in colour if asked for.
pub fn pretty(outcome: &Outcome, width: usize, colour: bool) -> String {
    let mut text = String::new();
    for report in &outcome.reports {
        if report.changes.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let summary = Summary::of(&report.changes);
        let _ = writeln!(text, "{}: {}\n", plain(&heading(report)), summary.words());
        for change in &report.lines {
            let word = painted(change.direction, colour);
            let internal = if change.audience == "internal" { " (internal)" } else { "" };
            let lines =
                wrapped(&format!("{}{internal}", plain(&change.message)), width.saturating_sub(MARGIN));
            for (at, line) in lines.iter().enumerate() {
                if at == 0 {
                    let gap = MARGIN.saturating_sub(2 + change.direction.len());
                    let _ = writeln!(text, "  {word}{}{line}", " ".repeat(gap));
                } else {
                    let _ = writeln!(text, "{}{line}", " ".repeat(MARGIN));
                }
            }
            for detail in &change.details {
                for line in wrapped(&plain(detail), width.saturating_sub(MARGIN)) {
                    let _ = writeln!(text, "{}{line}", " ".repeat(MARGIN));
                }
            }
        }
        if let Some(note) = &report.note {
            let _ = writeln!(text, "\nnote: {}", plain(note));
        }
        if let Some(dated) = &report.dated {
            let _ = writeln!(text, "\ndate: {}", plain(dated));
        }
        if let Some(missing) = missing_notice(report) {
            let (bold, end) = if colour { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
            let _ = writeln!(text, "\n{bold}notice:{end} {}", plain(&missing));
        }
    }
    text
}

/// A text without what steers a terminal.
fn plain(text: &str) -> String {
    let shown = |c: char| {
        let steers = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || steers { ' ' } else { c }
    };
    text.chars().map(shown).collect()
}

fn painted(direction: &str, colour: bool) -> String {
    if !colour {
        return direction.to_owned();
    }
    let code = match direction {
        "weaker" => "31",
        "stronger" => "32",
        "mixed" => "33",
        _ => "2",
    };
    format!("\u{1b}[{code}m{direction}\u{1b}[0m")
}

/// A text in lines of some width, cut between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width.max(20) => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(wrapped("one two three four five six", 20), ["one two three four", "five six"]);
        assert_eq!(wrapped("averyverylongwordthatdoesnotfit here", 20).len(), 2);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\u{202e}c\nd"), "a [31mb c d");
    }
}
