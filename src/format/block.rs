//! Texts of several lines: moved to a new indentation without a change of what they say.
//!
//! In: a text between three quotes, as it is written. Out: its lines. The indentation that its lines share means nothing,
//! so it can be another one; everything beyond it is Markdown and stays.

/// The lines of a text: what stands on the line of its opening quotes, and the lines below it with their indentation.
pub fn lines(text: &str, indent: usize) -> (String, Vec<String>) {
    let inner = text.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")).unwrap_or("");
    let all: Vec<&str> = inner.split('\n').collect();
    let shared = all.iter().skip(1).filter(|line| !is_blank(line)).map(|line| indentation(line)).min();
    let shared = shared.unwrap_or(0);
    let margin = " ".repeat(indent);
    let first = format!("\"\"\"{}", all[0].trim_start_matches([' ', '\t']).trim_end());
    let last = all.iter().rposition(|line| !is_blank(line)).unwrap_or(0);
    let closes_below = all.last().is_some_and(|line| is_blank(line));
    let mut below: Vec<String> = all
        .iter()
        .take(last + 1)
        .skip(1)
        .map(|line| {
            let words = line[indentation(line).min(shared)..].trim_end();
            if words.is_empty() { String::new() } else { format!("{margin}{words}") }
        })
        // Blank lines before the first words are no part of the text.
        .skip_while(|line| line.is_empty() && is_blank(all[0]))
        .collect();
    if closes_below {
        below.push(format!("{margin}\"\"\""));
    } else if let Some(line) = below.last_mut() {
        line.push_str("\"\"\"");
    }
    (first, below)
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str) -> String {
        let (first, below) = lines(text, 4);
        std::iter::once(first).chain(below).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lines_move_together() {
        assert_eq!(
            moved("\"\"\"\nOne\n  - two\n\n    code\n\"\"\""),
            "\"\"\"\n    One\n      - two\n\n        code\n    \"\"\""
        );
    }

    #[test]
    fn words_behind_the_quotes_stay_there() {
        assert_eq!(moved("\"\"\"One\n\t two\n\t three\"\"\""), "\"\"\"One\n    two\n    three\"\"\"");
    }

    #[test]
    fn blank_lines_at_both_ends_go() {
        assert_eq!(moved("\"\"\"  \n\n  One\n\n\n   \"\"\""), "\"\"\"\n    One\n    \"\"\"");
        assert_eq!(moved("\"\"\"One\n\n\n  two\"\"\""), "\"\"\"One\n\n\n    two\"\"\"");
        assert_eq!(moved("\"\"\"\n \n\"\"\""), "\"\"\"\n    \"\"\"");
    }
}
