//! Names that a reader cannot tell apart or cannot read.
//!
//! In: every name that is declared. Out: findings about letters that look like those of another name or of another
//! alphabet, about characters that cannot be seen, and about names that are too long or laden with marks. Whole words of
//! any script, and words of several scripts joined by hyphens, are names like others.

use super::looks::skeleton;
use super::{Symbol, Symbols};
use crate::diagnostic::{Diagnostic, registry};
use std::collections::BTreeMap;
use unicode_normalization::char::is_combining_mark;
use unicode_security::MixedScript as _;

/// How many characters a name may have.
const LONGEST: usize = 100;

/// How many marks may stand on one letter; writing systems need up to three.
const MARKS: usize = 4;

/// What is wrong with the names.
pub fn unclear(symbols: &Symbols<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut looks: BTreeMap<String, &Symbol<'_>> = BTreeMap::new();
    // Two names in ASCII differ as people expect, so that there is nothing to compare where all are.
    let declared = symbols.declared();
    let plain = declared.iter().all(|symbol| symbol.name.as_str().is_ascii());
    if plain && declared.iter().all(|symbol| symbol.name.as_str().len() <= LONGEST) {
        return findings;
    }
    for symbol in symbols.all() {
        let name = symbol.name.as_str();
        if let Some((message, label)) = fault(name) {
            let finding = Diagnostic::new(&registry::UNCLEAR_NAME, symbol.name.span, message);
            findings.push(finding.label(label).help("write another name"));
            continue;
        }
        if plain {
            continue;
        }
        let Some(first) = looks.insert(skeleton(name), symbol) else { continue };
        let other = first.name.as_str();
        if other != name && !(other.is_ascii() && name.is_ascii()) {
            let finding = Diagnostic::new(
                &registry::UNCLEAR_NAME,
                symbol.name.span,
                format!("`{name}` cannot be told from another name"),
            );
            findings.push(
                finding
                    .label(difference(name, other).unwrap_or_else(|| "this looks the same".to_owned()))
                    .related(first.name.span, "the other name")
                    .help("give one of them another name"),
            );
        }
    }
    findings
}

/// What is wrong with a name by itself: the message, and what to say at its place.
fn fault(name: &str) -> Option<(String, String)> {
    let length = name.chars().count();
    if length > LONGEST {
        return Some((format!("this name has {length} characters"), format!("a name has at most {LONGEST}")));
    }
    if name.is_ascii() {
        return None;
    }
    if let Some(hidden) = name.chars().find(|c| cannot_be_seen(*c)) {
        let what = format!("U+{:04X}", u32::from(hidden));
        return Some(("this name has a character that cannot be seen".to_owned(), what));
    }
    let laden = name.split(|c| !is_combining_mark(c)).any(|marks| marks.chars().count() > MARKS);
    if laden {
        return Some((
            "this name has letters under a pile of marks".to_owned(),
            format!("at most {MARKS} marks on one letter"),
        ));
    }
    let foreign = name.split('-').find_map(foreign)?;
    let latin = skeleton(foreign.encode_utf8(&mut [0; 4]));
    Some((
        format!("`{name}` has letters of two alphabets that look alike"),
        format!("the `{foreign}` (U+{:04X}) is no `{latin}`", u32::from(foreign)),
    ))
}

/// The letter of a word that looks like a Latin one and is none, where the word has Latin letters too.
fn foreign(word: &str) -> Option<char> {
    if word.is_single_script() || !word.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    word.chars().find(|c| {
        let latin = |looks: &str| matches!(looks.as_bytes(), [look] if look.is_ascii_alphabetic());
        c.is_alphabetic() && !c.is_ascii() && latin(&skeleton(c.encode_utf8(&mut [0; 4])))
    })
}

/// The first letter in which two names differ that look the same, in words; `None` if they do not look the same.
pub fn difference(name: &str, other: &str) -> Option<String> {
    if name == other || name.is_ascii() && other.is_ascii() || skeleton(name) != skeleton(other) {
        return None;
    }
    let (one, two) = name.chars().zip(other.chars()).find(|(one, two)| one != two)?;
    Some(format!(
        "the `{one}` (U+{:04X}) only looks like the `{two}` (U+{:04X})",
        u32::from(one),
        u32::from(two)
    ))
}

/// Whether a letter or mark is drawn as nothing.
pub fn cannot_be_seen(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_script_are_names() {
        for name in [
            "café",
            "größe",
            "помощь",
            "b2b-помощь",
            "支援デスク",
            "sla対応",
            "도움",
            "ılık",
            "xin-chào",
            "ασφάλεια",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
    }

    #[test]
    fn letters_of_two_alphabets_that_look_alike_are_no_name() {
        let (message, label) = fault("b\u{430}sic").unwrap();
        assert_eq!(message, "`b\u{430}sic` has letters of two alphabets that look alike");
        assert_eq!(label, "the `\u{430}` (U+0430) is no `a`");
        assert!(fault("plan-b\u{3bf}x").is_some());
    }

    #[test]
    fn what_looks_the_same_is_said_letter_by_letter() {
        assert_eq!(
            difference("\u{441}\u{43e}\u{440}", "cop").as_deref(),
            Some("the `\u{441}` (U+0441) only looks like the `c` (U+0063)")
        );
        assert_eq!(difference("one", "two"), None);
        assert_eq!(difference("l", "1"), None);
    }
}
