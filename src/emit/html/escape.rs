//! Escaping for each place of a page where a value can land.
//!
//! In: any text. Out: text that means the same there and cannot leave its place. Control characters, which HTML
//! forbids, become U+FFFD.

use std::fmt::Write;

/// Adds a text between tags.
pub fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, |_, character| match character {
        '"' => None,
        other => replaced(other),
    });
}

/// Adds a text between the tags of a cell, in which joined words may part; a sign never leaves its word.
pub fn push_text_of_cell(out: &mut String, text: &str) {
    push_escaped(out, text, |at, character| match character {
        '"' => None,
        '\u{a0}' if is_beside_sign(text, at) => None,
        '\u{a0}' => Some(" "),
        other => replaced(other),
    });
}

/// Whether the space at a place sets off a sign, as spaces do in French.
fn is_beside_sign(text: &str, at: usize) -> bool {
    let (before, from) = text.split_at(at);
    before.ends_with('«')
        || from.chars().nth(1).is_some_and(|sign| matches!(sign, '»' | ':' | ';' | '?' | '!'))
}

/// Adds the value of an attribute in double quotes.
pub fn push_attribute(out: &mut String, text: &str) {
    push_escaped(out, text, |_, character| replaced(character));
}

/// Adds a text with what stands for some of its characters, known by their place. What lies between those is copied as a whole.
fn push_escaped(out: &mut String, text: &str, escape: impl Fn(usize, char) -> Option<&'static str>) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if PLAIN[usize::from(byte)] {
            continue;
        }
        let Some(character) = text[at..].chars().next() else { continue };
        if let Some(escaped) = escape(at, character) {
            out.push_str(&text[from..at]);
            out.push_str(escaped);
            from = at + character.len_utf8();
        }
    }
    out.push_str(&text[from..]);
}

/// The bytes that nothing stands for in any place. Of others the character is looked at: of all signs of HTML, and of the first
/// bytes of characters among which some are forbidden.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        plain[byte] = match byte {
            0x22 | 0x26 | 0x3C | 0x3E => false,
            0x09 | 0x0A | 0x20..=0x7E | 0x80..=0xC1 | 0xC3..=0xE1 | 0xE3..=0xEE => true,
            _ => false,
        };
        byte += 1;
    }
    plain
};

/// An address with everything percent-encoded that an address cannot hold. What is encoded already stays so.
pub fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let forbidden = character.is_control()
            || character.is_whitespace()
            || matches!(character, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
        if forbidden {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// JSON that may stand in a `script` element: nothing in it can end the element or open a comment.
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text, |_, character| match character {
        '<' => Some("\\u003c"),
        '>' => Some("\\u003e"),
        '&' => Some("\\u0026"),
        '\u{2028}' => Some("\\u2028"),
        '\u{2029}' => Some("\\u2029"),
        _ => None,
    });
    out
}

/// What stands for a sign of HTML, or for a character that it forbids.
fn replaced(character: char) -> Option<&'static str> {
    match character {
        '&' => return Some("&amp;"),
        '<' => return Some("&lt;"),
        '>' => return Some("&gt;"),
        '"' => return Some("&quot;"),
        _ => {}
    }
    let number = u32::from(character);
    let no_character = (0xFDD0..=0xFDEF).contains(&number) || number & 0xFFFE == 0xFFFE;
    (no_character || (character.is_control() && !matches!(character, '\n' | '\t'))).then_some("\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_text(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    fn in_attribute(text: &str) -> String {
        let mut out = String::new();
        push_attribute(&mut out, text);
        out
    }

    #[test]
    fn text_cannot_open_a_tag_or_an_entity() {
        assert_eq!(in_text("<b> & &lt; \"x\""), "&lt;b&gt; &amp; &amp;lt; \"x\"");
    }

    #[test]
    fn words_part_in_cells_and_signs_stay_with_theirs() {
        let mut out = String::new();
        push_text_of_cell(&mut out, "«\u{a0}Nuit\u{a0}»\u{a0}: 10\u{a0}€\u{a0}; non\u{a0}?");
        assert_eq!(out, "«\u{a0}Nuit\u{a0}»\u{a0}: 10 €\u{a0}; non\u{a0}?");
    }

    #[test]
    fn attributes_cannot_end_early() {
        assert_eq!(in_attribute("\" onclick=\"x"), "&quot; onclick=&quot;x");
    }

    #[test]
    fn control_characters_are_replaced() {
        assert_eq!(in_text("a\0b\u{1b}c\u{85}d\u{FFFF}\n"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\n");
    }

    #[test]
    fn addresses_hold_no_spaces_quotes_or_control_characters() {
        assert_eq!(address("a b\"<c>\u{a0}%20é\n"), "a%20b%22%3Cc%3E%C2%A0%20é%0A");
    }

    #[test]
    fn json_cannot_end_its_element() {
        assert_eq!(json("\"</script><!--\u{2028}\""), "\"\\u003c/script\\u003e\\u003c!--\\u2028\"");
    }
}
