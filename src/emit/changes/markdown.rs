//! Changes in Markdown, for the description of a pull request.

use super::super::markdown::escaped;
use super::{Outcome, Summary, heading, missing_notice};
use crate::compare::Line;
use std::fmt::Write as _;
use std::ops::Range;

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
            let _ = writeln!(text, "\n> **Notice:** {}", own(&missing));
        }
        if let Some(dated) = &report.dated {
            let _ = writeln!(text, "\n> **Date:** {}", own(dated));
        }
        if let Some(note) = &report.note {
            let _ = writeln!(text, "\n{}.", own(note));
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

/// Words in a cell of a table: nothing in them is markup, and GitHub calls nobody by them.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, word) in escaped(text).split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let linked = address(word).unwrap_or(0..0);
        push_uncalled(&mut out, &word[..linked.start]);
        out.push_str(&word[linked.clone()]);
        push_uncalled(&mut out, &word[linked.end..]);
    }
    out
}

/// A sentence of the tool: what it puts in backticks is code, unless a name of the author's among it has signs of its own.
fn own(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return cell(text);
    }
    let plain = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '"'))
    };
    let told = parts.iter().enumerate().map(|(at, part)| match at % 2 {
        0 => cell(part),
        _ if plain(part) => format!("`{part}`"),
        _ => cell(&format!("`{part}`")),
    });
    told.collect()
}

/// Where an address stands in a word: GitHub makes a link of it and looks for nobody in that.
fn address(word: &str) -> Option<Range<usize>> {
    let colon = word.find("://")?;
    let scheme = ["https", "http"].into_iter().find(|scheme| word[..colon].ends_with(scheme))?;
    let (start, from) = (colon - scheme.len(), colon + 3);
    let hosted = word[from..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if !hosted || word[..start].ends_with(char::is_alphanumeric) {
        return None;
    }
    let within = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!&'()*+,;=%".contains(c);
    let end = word[from..].find(|c| !within(c)).map_or(word.len(), |length| from + length);
    Some(start..end)
}

/// A word of which GitHub makes no mention of a person and no link to an issue. It looks for them in what Markdown has
/// become, where a backslash is gone already: a space of no width parts the sign from the name.
fn push_uncalled(out: &mut String, word: &str) {
    let mut before = None;
    for (at, c) in word.char_indices() {
        out.push(c);
        let after = word[at + c.len_utf8()..].chars().next();
        let calls = match c {
            '@' => !before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric),
            '#' => after.is_some_and(|after| after.is_ascii_digit()),
            '-' => {
                let issue = word[..at].to_ascii_lowercase().ends_with("gh");
                issue && after.is_some_and(|after| after.is_ascii_digit())
            }
            _ => false,
        };
        if calls {
            out.push_str("&#8203;");
        }
        before = Some(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_markup() {
        assert_eq!(
            cell("a|b <c> *d* ~~e~~ _f_ `g` [h](i)\n"),
            "a\\|b \\<c> \\*d\\* \\~\\~e\\~\\~ \\_f\\_ \\`g\\` \\[h\\](i) "
        );
        assert_eq!(cell("one\r\ntwo &amp; 3 < 4"), "one two \\&amp; 3 < 4");
    }

    #[test]
    fn what_the_tool_puts_in_backticks_is_code() {
        let said = "it does not say from when it counts (`effective`), see `--announced 2026-03-01`";
        assert_eq!(own(said), said);
        assert_eq!(own("a file `*b*`"), "a file \\`\\*b\\*\\`");
        assert_eq!(own("one ` alone, *b*"), "one \\` alone, \\*b\\*");
    }

    #[test]
    fn nobody_is_called_and_no_issue_is_linked() {
        assert_eq!(cell("ask @anna, (@team/x)"), "ask @&#8203;anna, (@&#8203;team/x)");
        assert_eq!(cell("see #1, a/b#2 and GH-3"), "see #&#8203;1, a/b#&#8203;2 and GH-&#8203;3");
        let plain = "help@support.example, # 1, C#, https://a.example/#1 and https://a.example/@b";
        assert_eq!(cell(plain), plain);
        // What stands behind an address is no part of it, and what is no address is none.
        assert_eq!(
            cell("https://x.example/~a_b_|c,@dave#5"),
            "<https://x.example/~a_b_>\\|c,@&#8203;dave#&#8203;5"
        );
        assert_eq!(
            cell("(https://x.example/a|@dave) foo://@dave"),
            "(https://x.example/a\\|@&#8203;dave) foo://@&#8203;dave"
        );
    }
}
