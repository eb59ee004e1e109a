//! A word with letters of two alphabets that look alike: a Cyrillic `а` in a Latin word.
//!
//! Names are looked at where they are declared; this is for the words that readers see.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Signs;

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let content = passage.piece.content.as_str();
        // The Greek and Cyrillic alphabets begin with these bytes.
        if !passage.signs.has(Signs::WIDE) || !content.bytes().any(|byte| (0xCD..=0xD4).contains(&byte)) {
            continue;
        }
        let mut at = 0;
        for word in content.split_inclusive(|c: char| !c.is_alphabetic()) {
            let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let latin = letters.chars().any(|c| c.is_ascii_alphabetic());
            let other = letters.char_indices().find(|(_, c)| looks_latin(*c));
            if let Some((place, c)) = other.filter(|_| latin) {
                let start = at + place;
                findings.push(
                    Diagnostic::new(
                        &registry::MIXED_ALPHABETS,
                        passage.piece.place(start..start + c.len_utf8()),
                        format!("`{letters}` has letters of two alphabets"),
                    )
                    .label(format!("{} `{c}`", alphabet(c)))
                    .help("type the letter again; searching and reading aloud fail on it"),
                );
            }
            at += word.len();
        }
    }
}

/// Whether a Greek or Cyrillic letter looks like a Latin one.
fn looks_latin(c: char) -> bool {
    "АВЕЅІЈКМНОРСТХаеѕіјорсхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν".contains(c)
}

fn alphabet(c: char) -> &'static str {
    if ('\u{370}'..='\u{3FF}').contains(&c) { "the Greek letter" } else { "the Cyrillic letter" }
}
