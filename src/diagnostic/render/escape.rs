//! Characters that a terminal must never get from a policy: those that steer it, change the direction of what follows,
//! or cannot be seen. They are shown as `<U+202E>`, so that a reader sees that they are there.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character is shown by its number.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Writes the number of a hidden character.
pub(super) fn push_number(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<U+{:04X}>", u32::from(c));
}

/// A text of one line that is safe to print: tabs and line ends become spaces, hidden characters their numbers.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' | '\n' => out.push(' '),
            c if is_hidden(c) => push_number(&mut out, c),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        assert!(matches!(escape("één dag, 工作日 👩‍🔧"), Cow::Borrowed(_)));
    }

    #[test]
    fn steering_and_direction_changing_characters_are_shown_by_number() {
        assert_eq!(escape("a\u{1b}[31mb\u{202e}c\u{7}\u{9b}"), "a<U+001B>[31mb<U+202E>c<U+0007><U+009B>");
        assert_eq!(escape("one\ttwo\nthree\r"), "one two three<U+000D>");
    }
}
