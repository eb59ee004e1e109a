//! What people write for something that is not known yet, in the place of a `?`: `TBD`, `t.b.d.`, `to be agreed`.
//!
//! In: a text in which nothing fits. Out: how long such words are, or the text with a `?` in the place of each of them.

use super::{after_word, fixed, token};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::head::Head;
use crate::syntax::holes::{self, begins_alone, ends_alone};
use std::ops::Range;

/// Single words, in small letters and without their full stops.
const WORDS: [&str; 4] = ["tbd", "tbc", "tba", "tbn"];

/// Several words.
const PHRASES: [&str; 12] = [
    "to be determined",
    "to be decided",
    "to be defined",
    "to be confirmed",
    "to be announced",
    "to be agreed",
    "yet to be agreed",
    "yet to be decided",
    "not known yet",
    "not yet known",
    "n/a yet",
    "n.a. yet",
];

/// How long the words for what is not known yet are that a text begins with.
pub(super) fn not_known(rest: &str) -> Option<usize> {
    let word = token(rest);
    if is_no_name(word)
        || word.eq_ignore_ascii_case("todo")
        || word.len() > 1 && word.chars().all(|c| c == '?')
    {
        return Some(word.len());
    }
    after_word(rest, &PHRASES).filter(|_| !rest.starts_with(' ')).map(|(_, length)| length)
}

/// Whether a word stands for a `?` wherever it stands, since nothing is called so. A state of a process may well be `todo`.
pub(in crate::syntax) fn is_no_name(word: &str) -> bool {
    let plain: String = word.chars().filter(|c| *c != '.').collect::<String>().to_lowercase();
    let shouted = plain == "todo" && !word.contains(char::is_lowercase);
    WORDS.contains(&plain.as_str()) || shouted
}

/// Whether a text says nothing but that something is not known yet: `?`, `TBD`.
pub(in crate::syntax) fn is_open(text: &str) -> bool {
    text == "?" || not_known(text) == Some(text.len())
}

/// The slip of words that stand for a `?`.
pub(in crate::syntax) fn stands_for_mark(written: &str, span: Span) -> Diagnostic {
    marked(written, span, true)
}

fn marked(written: &str, span: Span, safe: bool) -> Diagnostic {
    let message = format!("what is not known yet is written `?`, not `{written}`");
    fixed(Diagnostic::new(&registry::SLIP, span, message), span, written, "?", safe)
}

/// A text with a `?` in the place of all words for what is not known yet, where it has any, and their slips. It is as long as
/// it was, so that everything else stands where it stood.
pub(in crate::syntax) fn in_marks(head: Head<'_>) -> Option<(String, Vec<Diagnostic>)> {
    let places = places(head.text);
    places.first()?;
    let mut text = String::with_capacity(head.text.len());
    let mut from = 0;
    for place in &places {
        text.push_str(&head.text[from..place.start]);
        let blanks = " ".repeat(place.len() - 1);
        // What touches the word goes on touching its mark, on the side where something does.
        let behind = text.is_empty() || text.ends_with("..");
        text.push_str(&if behind { format!("?{blanks}") } else { format!("{blanks}?") });
        from = place.end;
    }
    text.push_str(&head.text[from..]);
    let slip = |place: Range<usize>| {
        let span = head.span(place.start, place.end);
        // In a condition it may be a value in great letters, as `TBA` for the plan `tba`.
        let before = &head.text[..place.start];
        let named = before.contains("when ") || before.contains("unless ");
        marked(&head.text[place], span, !named)
    };
    Some((text, places.into_iter().map(slip).collect()))
}

/// Where such words stand, outside of texts and comments.
fn places(text: &str) -> Vec<Range<usize>> {
    let quotes = holes::quoted(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        if !matches!(letter.to_ascii_lowercase(), 't' | 'n' | 'y')
            || !begins_alone(&text[..at])
            || quotes.iter().any(|quote| quote.contains(&at))
            || found.last().is_some_and(|last| last.contains(&at))
        {
            continue;
        }
        let rest = &text[at..];
        let word = &rest[..rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '.')).unwrap_or(rest.len())];
        let word = word.split("..").next().unwrap_or(word);
        let phrase = || after_word(rest, &PHRASES).map(|(_, length)| length);
        let length = if is_no_name(word) { Some(word.len()) } else { phrase() };
        found.extend(length.map(|length| at..at + length).filter(|place| ends_alone(&text[place.end..])));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn marked(text: &str) -> Option<String> {
        let head = Head { file: FileId::default(), text, offset: 0 };
        in_marks(head).map(|(text, _)| text)
    }

    #[test]
    fn each_word_for_what_is_not_known_becomes_a_mark_in_its_place() {
        for (written, meant) in [
            ("within TBD hours", "within   ? hours"),
            ("open Mon..Fri 09:00..tbd", "open Mon..Fri 09:00..?  "),
            ("open Mon..TBC 09:00..17:00", "open Mon..?   09:00..17:00"),
            ("open Mon..Fri TBD..17:00", "open Mon..Fri   ?..17:00"),
            ("met for T.B.D.% of requests", "met for      ?% of requests"),
            ("price EUR to be agreed per TBA", "price EUR            ? per   ?"),
            ("tba hours", "?   hours"),
        ] {
            assert_eq!(marked(written).as_deref(), Some(meant));
            assert_eq!(written.len(), meant.len());
        }
        for other in [
            "note \"TBD\"",
            "within 4 hours # TBD",
            "grants tbd-visits",
            "open tbdays",
            "EUR 1TBD",
            "paused while todo",
        ] {
            assert_eq!(marked(other), None, "{other}");
        }
    }
}
