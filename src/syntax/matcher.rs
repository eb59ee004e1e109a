//! Matches the words of one clause against the patterns of a schema.
//!
//! In: a stretch of text and some patterns. Out: the pattern that fits with its slots filled, or the deepest place at
//! which all of them failed and what was expected there. A word wins over a name in the same place.

mod slots;
mod soft;
mod tail;
mod unfilled;

pub(super) use tail::Tail;

use super::ast::{Capture, Captures};
use super::failure::{Expected, Failure};
use super::grammar::{R, name, prefix};
use super::head::{Head, is_reserved};
use super::schema::{Element, Pattern, letter};
use super::slips;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::Name;

/// What a pattern that fits was filled with. It is kept from line to line, so that its lists are made once.
#[derive(Debug, Default)]
pub(super) struct Filled<'w> {
    pub(super) captures: Captures,
    /// Places where `?` stands for a value of which the pattern needs to know more.
    pub(super) unfilled: Vec<Span>,
    pub(super) tail: Tail,
    /// Slips that were understood.
    pub(super) findings: Vec<Diagnostic>,
    /// The optional parts that were written.
    pub(super) parts: Vec<Part>,
    /// Where the values stand that slots were filled with.
    pub(super) values: Vec<Value>,
    /// The whole file, which stays from line to line; empty where only the line counts.
    pub(super) whole: &'w str,
}

/// An optional part of a pattern that was written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part as the schema writes it, without its brackets.
    pub written: &'static str,
    /// From its first word or comma to its end.
    pub span: Span,
}

/// A value that a slot was filled with, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The slot as the schema calls it; behind a statement the word before it, as `because`.
    pub slot: &'static str,
    /// From its first character to its last.
    pub span: Span,
}

/// How much of what is written in another form is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// Nothing: what fits, fits as it stands.
    Exact,
    /// Values, where nothing fits that is exact.
    Slips,
    /// Words too, where still nothing fits.
    Soft,
}

struct Attempt<'t, 'f, 'w> {
    head: Head<'t>,
    failure: &'f mut Failure,
    filled: &'f mut Filled<'w>,
    /// The pattern, for the words that can follow a comma, which end a list.
    elements: &'f [Element],
    reading: Reading,
    /// How many optional parts the position is in.
    optional: usize,
}

/// The name behind a keyword, where one stands although the whole head does not fit.
pub(super) fn name_after(head: Head<'_>, at: usize) -> Option<Name> {
    let start = head.skip(at);
    let pair = prefix(R::name, &head.text[start..])?;
    let word = pair.as_str();
    (!is_reserved(word)).then(|| name(word, head.span(start, start + word.len())))
}

/// The first of the patterns that fits the whole text, in the order in which they are given.
pub(super) fn find<'p>(
    head: Head<'_>,
    patterns: &[&'p Pattern],
    filled: &mut Filled<'_>,
) -> Result<&'p Pattern, Failure> {
    // Nearly every line fits. Only for one that does not is it worth looking for slips, and noting what was expected where.
    let letter = letter(head.text);
    let exact = patterns.iter().find(|pattern| {
        // Most patterns are ruled out by their first word.
        pattern.may_begin(letter, head.text)
            && attempt(head, pattern.elements(), true, Reading::Exact, &mut Failure::silent(), filled)
    });
    if let Some(pattern) = exact {
        return Ok(pattern);
    }
    let mut failure = Failure::default();
    let slips = patterns
        .iter()
        .find(|pattern| attempt(head, pattern.elements(), true, Reading::Slips, &mut failure, filled));
    slips.copied().ok_or(failure)
}

/// The first of the patterns that fits once words and values in other forms are understood.
#[cold]
pub(super) fn find_softly<'p>(
    head: Head<'_>,
    patterns: &[&'p Pattern],
    filled: &mut Filled<'_>,
) -> Option<&'p Pattern> {
    let fits = |pattern: &&&Pattern| {
        attempt(head, pattern.elements(), true, Reading::Soft, &mut Failure::silent(), filled)
    };
    let found = patterns.iter().find(fits).copied();
    slips::join(&mut filled.findings, head);
    found
}

/// Tries one pattern; `tail` says whether `as`, `because`, `see` and a condition may follow.
pub(super) fn attempt(
    head: Head<'_>,
    elements: &[Element],
    tail: bool,
    reading: Reading,
    failure: &mut Failure,
    filled: &mut Filled<'_>,
) -> bool {
    filled.clear();
    let mut attempt = Attempt { head, failure, filled, elements, reading, optional: 0 };
    let Some(at) = attempt.sequence(elements, 0) else { return false };
    let at = if tail { attempt.tail(at) } else { Some(at) };
    let Some(at) = at else { return false };
    let end = head.skip(if reading == Reading::Soft { attempt.past_stop(at) } else { at });
    if end < head.text.len() {
        attempt.failure.expect(end, Expected::End);
        if let Some(condition) = attempt.filled.tail.when_at {
            attempt.within_condition(condition);
        }
        return false;
    }
    true
}

impl Filled<'_> {
    fn clear(&mut self) {
        self.captures.back_to(0);
        self.unfilled.clear();
        self.findings.clear();
        self.parts.clear();
        self.values.clear();
        self.tail = Tail::default();
    }
}

/// Whether a word that can follow a comma in these elements stands at a position.
fn is_after_comma(head: Head<'_>, at: usize, elements: &[Element]) -> bool {
    elements.iter().any(|element| {
        let Element::Optional { elements, .. } = element else { return false };
        let begins = matches!(elements.as_slice(), [Element::Comma, Element::Word(word), ..] if head.has(at, word).is_some());
        begins || is_after_comma(head, at, elements)
    })
}

impl Attempt<'_, '_, '_> {
    fn is_soft(&self) -> bool {
        self.reading == Reading::Soft
    }

    /// Matches elements in order; optional parts that begin with a comma may come in any order among themselves.
    fn sequence(&mut self, elements: &[Element], start: usize) -> Option<usize> {
        let mut at = start;
        let mut index = 0;
        while index < elements.len() {
            if is_qualifier(&elements[index]) {
                let run = elements[index..].iter().take_while(|element| is_qualifier(element)).count();
                at = self.qualifiers(&elements[index..index + run], at);
                index += run;
                continue;
            }
            if self.is_soft()
                && let Some(end) = self.soft_rest(&elements[index], at)
            {
                return Some(end);
            }
            at = self.element(&elements[index], at)?;
            index += 1;
        }
        Some(at)
    }

    fn qualifiers(&mut self, elements: &[Element], start: usize) -> usize {
        let mut left: Vec<&Element> = elements.iter().collect();
        let mut at = start;
        while let Some(found) = left.iter().position(|element| {
            let before = at;
            at = self.optional(element, at);
            at > before
        }) {
            left.remove(found);
        }
        at
    }

    fn optional(&mut self, element: &Element, at: usize) -> usize {
        let Element::Optional { flag, written, elements } = element else { return at };
        if let [Element::Comma, Element::Word(word), ..] = elements.as_slice() {
            let place = self.head.skip(at);
            if self.is_soft()
                && let Some(end) = self.soft_qualifier(elements, at)
            {
                self.filled.parts.push(Part { written, span: self.head.span(place, end) });
                return end;
            }
            if !self.head.text[place..].starts_with(',') {
                self.failure.expect(place, Expected::Qualifier(word));
                return at;
            }
        }
        if self.is_soft()
            && let [Element::Word("per"), Element::Slot(slot)] = elements.as_slice()
            && let Some(end) = self.soft_per(slot, at)
        {
            self.filled.parts.push(Part { written, span: self.head.span(self.head.skip(at), end) });
            return end;
        }
        let saved = (
            self.filled.captures.mark(),
            self.filled.unfilled.len(),
            self.filled.findings.len(),
            self.filled.parts.len(),
            self.filled.values.len(),
        );
        self.optional += 1;
        let end = self.sequence(elements, at);
        self.optional -= 1;
        if let Some(end) = end {
            self.filled.parts.push(Part { written, span: self.head.span(self.head.skip(at), end) });
            if let Some(flag) = flag {
                self.filled.captures.flag(flag);
            }
            return end;
        }
        self.filled.captures.back_to(saved.0);
        self.filled.unfilled.truncate(saved.1);
        self.filled.findings.truncate(saved.2);
        self.filled.parts.truncate(saved.3);
        self.filled.values.truncate(saved.4);
        at
    }

    fn element(&mut self, element: &Element, at: usize) -> Option<usize> {
        let mut place = self.head.skip(at);
        if self.is_soft() {
            place = self.past_colon(place);
        }
        match element {
            Element::Word(word) => {
                let end = match self.reading {
                    Reading::Exact | Reading::Slips => self.head.has(place, word),
                    Reading::Soft => self
                        .soft_phrase(place, word)
                        .or_else(|| self.head.has(place, word))
                        .or_else(|| self.soft_word(place, word)),
                };
                if end.is_none() {
                    self.failure.expect(place, Expected::Word(word));
                }
                end.map(|end| self.past_sign(word, end))
            }
            Element::Comma => {
                let end = self.head.text[place..].starts_with(',').then_some(place + 1);
                if end.is_none() {
                    self.failure.expect(place, Expected::Word(","));
                }
                end
            }
            Element::Choice { name, words } => {
                let found = words.iter().find_map(|word| self.head.has(place, word).map(|end| (*word, end)));
                let softly = |attempt: &mut Self| {
                    words.iter().find_map(|word| attempt.soft_word(place, word).map(|end| (*word, end)))
                };
                let found = if found.is_none() && self.is_soft() { softly(self) } else { found };
                let Some((word, end)) = found else {
                    for word in words {
                        self.failure.expect(place, Expected::Word(word));
                    }
                    return None;
                };
                let value = crate::source::Spanned::new(word.into(), self.head.span(place, end));
                self.filled.captures.push(name, Capture::Word(value));
                Some(end)
            }
            Element::Optional { .. } => Some(self.optional(element, at)),
            Element::Slot(slot) => self.slot(slot, place),
        }
    }

    /// Passes over a `:` or `=` that stands behind a word by habit, as in `version: "1"`, and reports it.
    fn past_sign(&mut self, word: &str, end: usize) -> usize {
        let place = self.head.skip(end);
        match self.head.text.as_bytes().get(place) {
            Some(sign @ (b':' | b'=')) => self.sign(char::from(*sign), word, (end, place)),
            _ => end,
        }
    }

    #[cold]
    fn sign(&mut self, sign: char, word: &str, (end, place): (usize, usize)) -> usize {
        let span = self.head.span(end, place + 1);
        let message = format!("a `{sign}` does not belong behind `{word}`");
        let finding = Diagnostic::new(&registry::SLIP, self.head.span(place, place + 1), message)
            .label("it is left out")
            .fix(format!("take the `{sign}` out"), true, span, "");
        self.filled.findings.push(finding);
        place + 1
    }

    /// Whether a word that begins something else stands behind a comma.
    fn ends_list(&self, at: usize) -> bool {
        ["because", "see"].iter().any(|word| self.head.has(at, word).is_some())
            || is_after_comma(self.head, at, self.elements)
            || self.is_soft() && self.soft_after_comma(at, self.elements)
    }
}

fn is_qualifier(element: &Element) -> bool {
    matches!(element, Element::Optional { elements, .. } if matches!(elements.first(), Some(Element::Comma)))
}
