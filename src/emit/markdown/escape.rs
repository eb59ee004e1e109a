//! Escaping for Markdown: as little as possible, so that the file reads well as it stands.
//!
//! In: any text. Out: one line that CommonMark and GitHub print as that text. Joined spaces become plain ones, since
//! lines are never wrapped here and readers search for what they see.

use std::borrow::Cow;

/// Adds words to a line.
pub(super) fn push_words(line: &mut String, text: &str) {
    if is_plain(text) {
        line.push_str(text);
    } else {
        line.push_str(&words(text));
    }
}

/// Words within a line.
pub(super) fn words(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (index, character) in characters.iter().copied().enumerate() {
        let before = index.checked_sub(1).map(|place| characters[place]);
        let after = characters.get(index + 1).copied();
        match character {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' => out.push('\\'),
            '<' if after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) => {
                out.push('\\');
            }
            // Within a word an underscore is only itself.
            '_' if !(is_word(before) && is_word(after)) => out.push('\\'),
            '&' if starts_entity(&characters[index + 1..]) => out.push('\\'),
            // GitHub sets what stands between two dollars as a formula.
            '$' if characters[..index].contains(&'$') => out.push('\\'),
            _ => {}
        }
        match character {
            '\u{a0}' | '\u{202f}' => out.push(' '),
            other if other.is_whitespace() || other.is_control() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether words stand for themselves: no sign of them means anything, and single spaces part them.
fn is_plain(text: &str) -> bool {
    let mut space = false;
    text.chars().all(|character| {
        let doubled = character == ' ' && space;
        space = character == ' ';
        match character {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' | '<' | '_' | '&' | '$' => false,
            ' '..='~' => !doubled,
            other => !other.is_whitespace() && !other.is_control(),
        }
    })
}

/// A line of which the first characters must not be read as the mark of a list, a heading or a quotation.
pub(super) fn start_of_line(line: &str) -> Cow<'_, str> {
    let line = line.trim_start();
    let Some(first) = line.chars().next() else { return line.into() };
    let alone = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let marks = match first {
        '#' => alone(line.trim_start_matches('#')),
        '>' => true,
        '+' => alone(&line[1..]),
        '-' | '=' => alone(&line[1..]) || line.chars().all(|other| other == first || other == ' '),
        _ => false,
    };
    if marks {
        return format!("\\{line}").into();
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number =
        (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) && alone(&line[digits + 1..]);
    if is_number { format!("{}\\{}", &line[..digits], &line[digits..]).into() } else { line.into() }
}

/// Code within a line, between as many backticks as it needs.
pub(super) fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let text = text.replace(['\n', '\r'], " ");
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The address of a link.
pub(super) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            other if other.is_control() || other.is_whitespace() => {}
            other => out.push(other),
        }
    }
    out
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, wanted: char) -> usize {
    text.split(|character| character != wanted).map(str::len).max().unwrap_or(0)
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Whether an ampersand followed by this is read as a character reference.
fn starts_entity(after: &[char]) -> bool {
    let name = after.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '#').count();
    name > 0 && after.get(name) == Some(&';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What GitHub reads beyond CommonMark.
    const GITHUB: Options = Options::ENABLE_TABLES
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_MATH);

    /// The words of a text that is one plain paragraph, and nothing for any other text.
    fn read_again(line: &str) -> Option<String> {
        let mut words = String::new();
        for event in Parser::new_ext(line, GITHUB) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(words)
    }

    proptest! {
        #[test]
        fn any_words_are_read_again_as_those_words(text in "[a-c0-9 \\\\`*_{}\\[\\]()#+.!|<>&;~$=:/'\"^-]{0,24}") {
            let mut words = String::new();
            push_words(&mut words, &text);
            let line = start_of_line(&words);
            let expected = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            let found = read_again(line.trim_end());
            prop_assert_eq!(found.as_deref(), Some(expected.as_str()), "{}", line);
        }
    }

    #[test]
    fn words_lose_their_meaning_to_markdown_and_keep_their_looks() {
        assert_eq!(words("a*b* [c](d) <e> `f` ~g~ |"), "a\\*b\\* \\[c\\](d) \\<e> \\`f\\` \\~g\\~ \\|");
        assert_eq!(words("snake_case _x_ &amp; & AT&T;x"), "snake_case \\_x\\_ \\&amp; & AT\\&T;x");
        assert_eq!(words("a < 3"), "a < 3");
        assert_eq!(words("$1 and $2"), "$1 and \\$2");
        assert_eq!(words("1\u{a0}May,\n  then"), "1 May, then");
    }

    #[test]
    fn lines_do_not_become_lists_headings_or_quotations() {
        for (line, expected) in [
            ("1. a", "1\\. a"),
            ("2026.2 is", "2026.2 is"),
            ("- a", "\\- a"),
            ("---", "\\---"),
            ("-1 day", "-1 day"),
            ("# a", "\\# a"),
            ("#a", "#a"),
            ("> a", "\\> a"),
            ("+ a", "\\+ a"),
            ("+31 20", "+31 20"),
        ] {
            assert_eq!(start_of_line(line), expected);
        }
    }

    #[test]
    fn code_gets_as_many_backticks_as_it_needs() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
