//! A telephone number that seems to be that of one person, in a text for everybody.
//!
//! A number is taken for a person's only where its sentence says so ("Mrs", "home number"), or where a mailbox of one person
//! stands beside it, in the same text or among the addresses of the same role.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;
use crate::lint::persons::mailboxes;
use crate::lint::prose::{Passage, Role, Signs, Tag};
use std::ops::Range;

/// Looks at every telephone number in texts for everybody.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let passages = &context.prose().passages;
    for (at, passage) in passages.iter().enumerate() {
        if !passage.signs.has(Signs::DIGIT) || *passage.place.audience != Audience::Everybody {
            continue;
        }
        let address = passage.place.role == Role::Address;
        let content = passage.piece.content.as_str();
        let named = passage.has(Tag::Person);
        if !(named || address || has_mailbox(passage)) {
            continue;
        }
        let whose = || {
            has_mailbox(passage)
                || address
                    && passages.iter().enumerate().any(|(other, it)| {
                        let beside = other != at && it.place.role == Role::Address;
                        beside && it.place.owner.span == passage.place.owner.span && has_mailbox(it)
                    })
        };
        for number in numbers(content) {
            if named && says_person(passage, number.start) || whose() {
                findings.push(
                    Diagnostic::new(
                        &registry::PERSONAL_NUMBER,
                        passage.piece.place(number.clone()),
                        format!("`{}` seems to be one person's telephone", &content[number]),
                    )
                    .label("published for everybody")
                    .help("name a number that several people answer, or keep it among `internal` lines"),
                );
            }
        }
    }
}

/// Whether a mailbox of one person stands in a text.
fn has_mailbox(passage: &Passage<'_>) -> bool {
    passage.signs.has(Signs::AT) && !mailboxes(&passage.piece.content).is_empty()
}

/// Whether the sentence around a byte speaks of one person.
fn says_person(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = passage.tokens();
    let token = tokens.all.iter().find(|token| token.range().end > at);
    token.is_some_and(|token| tokens.says(token.sentence(), &[Tag::Person]))
}

/// The telephone numbers of a text: nine digits or more, beginning with a plus or a nought.
fn numbers(content: &str) -> Vec<Range<usize>> {
    const FEWEST: usize = 9;
    let mut found = Vec::new();
    let bytes = content.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begins = matches!(bytes[at], b'+' | b'0' | b'(');
        let apart = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if !(begins && apart) {
            at += 1;
            continue;
        }
        let inside = |byte: &u8| byte.is_ascii_digit() || b"+ ()-./".contains(byte);
        let length = bytes[at..].iter().take_while(|byte| inside(byte)).count();
        let written = content[at..at + length].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let starts = written.trim_start_matches('(');
        if digits >= FEWEST && starts.starts_with(['+', '0']) && !is_date(written) {
            found.push(at..at + written.len());
        }
        at += length.max(1);
    }
    found
}

/// Whether a year stands in it between marks, as in `01-02-2026 09`.
fn is_date(written: &str) -> bool {
    let parts: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).collect();
    parts.windows(3).any(|three| {
        three[0].len() == 2 && three[1].len() == 2 && three[2].starts_with("20") && three[2].len() == 4
    })
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn telephone_numbers_are_told_from_dates_and_amounts() {
        let found =
            |text: &str| numbers(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("call +31 6 1234 5678."), ["+31 6 1234 5678"]);
        assert_eq!(found("(020) 555 01 00 or 06-12345678"), ["(020) 555 01 00", "06-12345678"]);
        assert!(found("on 01-02-2026 09:00, 100 000 000 times, version 0.12.3").is_empty());
    }
}
