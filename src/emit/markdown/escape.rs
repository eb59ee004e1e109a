//! Escaping for Markdown: as little as possible, so that the file reads well as it stands.
//!
//! In: any text. Out: one line that CommonMark and GitHub print as that text. Joined spaces become plain ones, since
//! lines are never wrapped here and readers search for what they see.

use std::ops::Range;

/// How an address begins that has no scheme, and of which GitHub makes a link all the same.
const WORLD: &str = "www.";

/// Adds words to a line. An address among them in which something would be escaped stands between `<` and `>`: GitHub makes a link
/// of a bare one with all that stands in it, escapes too.
pub(super) fn push_words(line: &mut String, text: &str) {
    let mut rest = text;
    while let Some(place) = signed_address(rest).filter(|_| !text.contains('$')) {
        push_signs(line, &rest[..place.start]);
        let address = &rest[place.clone()];
        if let Some(behind) = address.strip_prefix(WORLD) {
            // Without a scheme it cannot stand between signs, and GitHub makes no link of it where its stop is written so.
            line.push_str("www&#46;");
            push_signs(line, behind);
        } else {
            line.push('<');
            line.push_str(address);
            line.push('>');
        }
        rest = &rest[place.end..];
    }
    push_signs(line, rest);
}

/// Where an address stands in a text in which a sign would be escaped.
fn signed_address(text: &str) -> Option<Range<usize>> {
    memchr::memchr3(b'~', b'_', b'*', text.as_bytes())?;
    let mut from = 0;
    let next = |from: usize| {
        let signs = ["https://", "http://", WORLD].into_iter();
        signs.filter_map(|sign| Some((from + text[from..].find(sign)?, sign.len()))).min()
    };
    while let Some((start, length)) = next(from) {
        from = start + length;
        let within = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!&'()*+,;=%".contains(c);
        let length = text[from..].find(|c| !within(c)).unwrap_or(text.len() - from);
        // What ends a sentence is no part of the address.
        let end = from
            + text[from..from + length]
                .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', '*'])
                .len();
        let alone =
            !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(['[', '`', '\\']);
        if alone && end > from && text[start..end].contains(['~', '_', '*']) {
            return Some(start..end);
        }
    }
    None
}

/// Adds words to a line. What lies between the signs that mean something is copied as a whole.
fn push_signs(line: &mut String, text: &str) {
    let start = line.len();
    let ends_in_space = |line: &String| line.len() > start && line.ends_with(' ');
    let (mut from, mut before) = (0, 0);
    for (at, byte) in text.bytes().enumerate() {
        let is_plain = PLAIN[usize::from(byte)] && !(byte == b' ' && before == b' ');
        let is_inside = byte & 0b1100_0000 == 0b1000_0000;
        before = if is_inside { before } else { byte };
        if is_plain {
            continue;
        }
        let Some(character) = text[at..].chars().next() else { continue };
        let is_space = character.is_whitespace() || character.is_control();
        let escaped = means_something(text, at, character);
        if !is_space && !escaped {
            continue;
        }
        line.push_str(&text[from..at]);
        from = at + character.len_utf8();
        if !is_space {
            line.push('\\');
            line.push(character);
            continue;
        }
        // Joined spaces stand for themselves.
        if matches!(character, '\u{a0}' | '\u{202f}') || !ends_in_space(line) {
            line.push(' ');
        }
        before = b' ';
    }
    line.push_str(&text[from..]);
}

/// The bytes that never mean anything: of others the character is looked at. Bytes within a character are passed over, and of
/// two spaces the second is looked at as well.
const PLAIN: [bool; 256] = {
    let signs = b"\\`*[]~|<_&$";
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        plain[byte] = matches!(byte, 0x20..=0x7E | 0x80..=0xBF);
        byte += 1;
    }
    let mut at = 0;
    while at < signs.len() {
        plain[signs[at] as usize] = false;
        at += 1;
    }
    plain
};

/// Whether a character must be escaped, so that it stands for itself.
fn means_something(text: &str, at: usize, character: char) -> bool {
    let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
    match character {
        '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
        '<' => after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        // Within a word an underscore is only itself.
        '_' => !(before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)),
        '&' => starts_entity(after),
        // GitHub sets what stands between two dollars as a formula.
        '$' => before.contains('$'),
        _ => false,
    }
}

/// Takes the spaces from the start of what stands behind a place, and keeps its first characters from being read as the mark of
/// a list, a heading or a quotation.
pub(super) fn start_of_line(out: &mut String, from: usize) {
    let blank = out.len() - from - out[from..].trim_start().len();
    if blank > 0 {
        out.drain(from..from + blank);
    }
    if let Some(at) = mark_of_line(&out[from..]) {
        out.insert(from + at, '\\');
    }
}

/// Where the mark of a line must be escaped, if it has one.
fn mark_of_line(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let alone = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let marks = match first {
        '#' => alone(line.trim_start_matches('#')),
        '>' => true,
        '+' => alone(&line[1..]),
        '-' | '=' => alone(&line[1..]) || line.chars().all(|other| other == first || other == ' '),
        _ => false,
    };
    if marks {
        return Some(0);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number =
        (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) && alone(&line[digits + 1..]);
    is_number.then_some(digits)
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

/// Whether an ampersand followed by this is read as a character reference.
fn starts_entity(after: &str) -> bool {
    let name = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && after[name..].starts_with(';')
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

    fn words(text: &str) -> String {
        let mut words = String::new();
        push_words(&mut words, text);
        words
    }

    fn line(words: &str) -> String {
        let mut line = words.to_owned();
        start_of_line(&mut line, 0);
        line
    }

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
            let line = line(&words(&text));
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
        assert_eq!(words("At https://a.example/~b/c_d_ (_e_)."), "At <https://a.example/~b/c_d_> (\\_e\\_).");
        assert_eq!(words("https://a.example/b, _c_"), "https://a.example/b, \\_c\\_");
        assert_eq!(words("(https://a.example/_b_)"), "(<https://a.example/_b_>)");
        assert_eq!(words("(www.a.example/_b_)"), "(www&#46;a.example/\\_b\\_)");
        assert_eq!(words("www.a.example/b, _c_"), "www.a.example/b, \\_c\\_");
        assert_eq!(words("$1 and $2"), "$1 and \\$2");
        assert_eq!(words("1\u{a0}May,\n  then"), "1 May, then");
        assert_eq!(words("a\u{a0} b \u{a0}c\u{202f}\u{a0}d  é\n e"), "a b  c  d é e");
    }

    #[test]
    fn lines_do_not_become_lists_headings_or_quotations() {
        for (words, expected) in [
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
            assert_eq!(line(words), expected);
        }
    }

    #[test]
    fn code_gets_as_many_backticks_as_it_needs() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
