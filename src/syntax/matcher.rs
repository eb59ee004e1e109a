//! Matches the words of one clause against the patterns of a schema.
//!
//! In: a stretch of text and some patterns. Out: the pattern that fits with its slots filled, or the deepest place at
//! which all of them failed and what was expected there. A word wins over a name in the same place.

mod soft;
mod tail;

pub(super) use tail::Tail;

use super::ast::{Capture, Captures};
use super::failure::{Expected, Failure};
use super::grammar::{Builder, R, furthest, name, prefix};
use super::head::{Head, RESERVED};
use super::scan;
use super::schema::{Element, Pattern, Slot, SlotType};
use super::slips::{self, Understood};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::Name;

/// What fits: a pattern with its slots, and what every statement may carry behind it.
#[derive(Debug)]
pub(super) struct Matched<'p> {
    pub(super) pattern: &'p Pattern,
    pub(super) captures: Captures,
    /// Places where `?` stands for a value of which the pattern needs to know more.
    pub(super) unfilled: Vec<Span>,
    pub(super) tail: Tail,
    /// Slips that were understood.
    pub(super) findings: Vec<Diagnostic>,
    /// The optional parts that were written.
    pub(super) parts: Vec<Part>,
}

/// An optional part of a pattern that was written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part as the schema writes it, without its brackets.
    pub written: &'static str,
    /// From its first word or comma to its end.
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

struct Attempt<'t, 'f> {
    head: Head<'t>,
    failure: &'f mut Failure,
    captures: Captures,
    unfilled: Vec<Span>,
    findings: Vec<Diagnostic>,
    parts: Vec<Part>,
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
    (!RESERVED.contains(&word)).then(|| name(word, head.span(start, start + word.len())))
}

/// The first of the patterns that fits the whole text, in the order in which they are given.
pub(super) fn find<'p>(head: Head<'_>, patterns: &[&'p Pattern]) -> Result<Matched<'p>, Failure> {
    // Nearly every line fits. Only for one that does not is it worth looking for slips, and noting what was expected where.
    if let Some(matched) = first_fit(head, patterns, Reading::Exact, &mut Failure::silent()) {
        return Ok(matched);
    }
    let mut failure = Failure::default();
    match first_fit(head, patterns, Reading::Slips, &mut failure) {
        Some(matched) => Ok(matched),
        None => Err(failure),
    }
}

/// The first of the patterns that fits once words and values in other forms are understood.
pub(super) fn find_softly<'p>(head: Head<'_>, patterns: &[&'p Pattern]) -> Option<Matched<'p>> {
    patterns.iter().find_map(|pattern| {
        let Tried { captures, unfilled, tail, findings, parts } =
            attempt(head, pattern.elements(), true, Reading::Soft, &mut Failure::silent())?;
        Some(Matched { pattern, captures, unfilled, tail, findings, parts })
    })
}

fn first_fit<'p>(
    head: Head<'_>,
    patterns: &[&'p Pattern],
    reading: Reading,
    failure: &mut Failure,
) -> Option<Matched<'p>> {
    for pattern in patterns {
        // Most patterns are ruled out by their first word; its failure is noted where notes are taken.
        if failure.is_silent() && !may_begin(head, pattern) {
            continue;
        }
        if let Some(Tried { captures, unfilled, tail, findings, parts }) =
            attempt(head, pattern.elements(), true, reading, failure)
        {
            return Some(Matched { pattern, captures, unfilled, tail, findings, parts });
        }
    }
    None
}

/// Whether the first word of a pattern stands at the beginning, if it has one.
fn may_begin(head: Head<'_>, pattern: &Pattern) -> bool {
    let text = head.text.as_bytes();
    // Most words already differ in their first letter.
    let begins = |word: &&str| text.first() == word.as_bytes().first() && text.starts_with(word.as_bytes());
    let words = pattern.first_words();
    words.is_empty() || words.iter().any(begins)
}

/// What a try gives.
pub(super) struct Tried {
    pub(super) captures: Captures,
    unfilled: Vec<Span>,
    tail: Tail,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) parts: Vec<Part>,
}

/// Tries one pattern; `tail` says whether `as`, `because`, `see` and a condition may follow.
pub(super) fn attempt(
    head: Head<'_>,
    elements: &[Element],
    tail: bool,
    reading: Reading,
    failure: &mut Failure,
) -> Option<Tried> {
    let mut attempt = Attempt {
        head,
        failure,
        elements,
        captures: Captures::default(),
        unfilled: Vec::new(),
        findings: Vec::new(),
        parts: Vec::new(),
        reading,
        optional: 0,
    };
    let at = attempt.sequence(elements, 0)?;
    let (at, tail) = if tail { attempt.tail(at)? } else { (at, Tail::default()) };
    let end = head.skip(if reading == Reading::Soft { attempt.past_stop(at) } else { at });
    if end < head.text.len() {
        attempt.failure.expect(end, Expected::End);
        if let Some(condition) = tail.when_at {
            attempt.within_condition(condition);
        }
        return None;
    }
    let Attempt { captures, unfilled, findings, parts, .. } = attempt;
    Some(Tried { captures, unfilled, tail, findings, parts })
}

/// Whether a word that can follow a comma in these elements stands at a position.
fn is_after_comma(head: Head<'_>, at: usize, elements: &[Element]) -> bool {
    elements.iter().any(|element| {
        let Element::Optional { elements, .. } = element else { return false };
        let begins = matches!(elements.as_slice(), [Element::Comma, Element::Word(word), ..] if head.has(at, word).is_some());
        begins || is_after_comma(head, at, elements)
    })
}

impl Attempt<'_, '_> {
    fn is_soft(&self) -> bool {
        self.reading == Reading::Soft
    }

    /// Matches elements in order; optional parts that begin with a comma may come in any order among themselves.
    fn sequence(&mut self, elements: &[Element], start: usize) -> Option<usize> {
        let mut at = start;
        let mut index = 0;
        while index < elements.len() {
            let run = elements[index..].iter().take_while(|element| is_qualifier(element)).count();
            if run > 0 {
                at = self.qualifiers(&elements[index..index + run], at);
                index += run;
                continue;
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
            if !self.head.text[place..].starts_with(',') {
                self.failure.expect(place, Expected::Qualifier(word));
                return at;
            }
        }
        if self.is_soft()
            && let [Element::Word("per"), Element::Slot(slot)] = elements.as_slice()
            && let Some(end) = self.soft_per(slot, at)
        {
            self.parts.push(Part { written, span: self.head.span(self.head.skip(at), end) });
            return end;
        }
        let saved = (self.captures.mark(), self.unfilled.len(), self.findings.len(), self.parts.len());
        self.optional += 1;
        let end = self.sequence(elements, at);
        self.optional -= 1;
        if let Some(end) = end {
            self.parts.push(Part { written, span: self.head.span(self.head.skip(at), end) });
            if let Some(flag) = flag {
                self.captures.flag(flag);
            }
            return end;
        }
        self.captures.back_to(saved.0);
        self.unfilled.truncate(saved.1);
        self.findings.truncate(saved.2);
        self.parts.truncate(saved.3);
        at
    }

    fn element(&mut self, element: &Element, at: usize) -> Option<usize> {
        let mut place = self.head.skip(at);
        if self.is_soft() {
            place = self.past_colon(place);
        }
        match element {
            Element::Word(word) => {
                let end = self.head.has(place, word).or_else(|| self.soft_word(place, word));
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
                let found = found.or_else(|| {
                    words.iter().find_map(|word| self.soft_word(place, word).map(|end| (*word, end)))
                });
                let Some((word, end)) = found else {
                    for word in words {
                        self.failure.expect(place, Expected::Word(word));
                    }
                    return None;
                };
                let value = crate::source::Spanned::new(word.into(), self.head.span(place, end));
                self.captures.push(name, Capture::Word(value));
                Some(end)
            }
            Element::Optional { .. } => Some(self.optional(element, at)),
            Element::Slot(slot) => self.slot(slot, place),
        }
    }

    /// Passes over a `:` or `=` that stands behind a word by habit, as in `version: "1"`, and reports it.
    fn past_sign(&mut self, word: &str, end: usize) -> usize {
        let place = self.head.skip(end);
        let Some(sign @ (':' | '=')) = self.head.text[place..].chars().next() else { return end };
        let span = self.head.span(end, place + 1);
        let message = format!("a `{sign}` does not belong behind `{word}`");
        let finding = Diagnostic::new(&registry::SLIP, self.head.span(place, place + 1), message)
            .label("it is left out")
            .fix(format!("take the `{sign}` out"), true, span, "");
        self.findings.push(finding);
        place + 1
    }

    /// Whether a word that begins something else stands behind a comma.
    fn ends_list(&self, at: usize) -> bool {
        ["because", "see"].iter().any(|word| self.head.has(at, word).is_some())
            || is_after_comma(self.head, at, self.elements)
    }

    fn slot(&mut self, slot: &Slot, start: usize) -> Option<usize> {
        let mut at = self.value(slot, start)?;
        if !slot.list {
            return Some(at);
        }
        loop {
            let comma = self.head.skip(at);
            if self.is_soft()
                && let Some(end) = self.soft_joiner(slot, at)
            {
                at = end;
                continue;
            }
            if !self.head.text[comma..].starts_with(',') {
                self.failure.expect(comma, Expected::Another);
                break;
            }
            let next = self.head.skip(comma + 1);
            if self.ends_list(next) {
                break;
            }
            let Some(end) = self.value(slot, next) else { break };
            at = end;
        }
        Some(at)
    }

    fn value(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let rest = &self.head.text[at..];
        if self.is_soft()
            && let Some(end) = self.soft_first(slot, at)
        {
            return Some(end);
        }
        let mut builder = Builder::new(self.head.file, self.head.offset + at);
        match scan::read(slot.kind, &mut builder, rest) {
            Some(Ok((capture, length))) => {
                if let (SlotType::Ref(kind), Capture::Name(name)) = (slot.kind, &capture) {
                    let word = name.as_str();
                    if RESERVED.contains(&word) && !(word == "always" && kind == "calendar") {
                        self.failure.expect(at, Expected::Value(slot.kind));
                        return None;
                    }
                }
                self.findings.append(&mut builder.findings);
                self.captures.push(slot.name, capture);
                return Some(at + length);
            }
            Some(Err((length, finding))) => {
                self.failure.bad(at + length, finding);
                return None;
            }
            None => {}
        }
        if self.is_soft()
            && let Some(end) = self.soft_value(slot, at)
        {
            return Some(end);
        }
        // A statement is not known by a `?` alone, unless its value has a place for one.
        if rest.starts_with('?') && at > 0 {
            self.unfilled(slot, at, at + 1);
            return Some(at + 1);
        }
        let slip = match self.reading {
            Reading::Exact => None,
            Reading::Slips | Reading::Soft => slips::understand(slot.kind, self.head, at),
        };
        match slip {
            Some(Understood::Value(end, capture, finding)) => {
                self.captures.push(slot.name, capture);
                self.findings.push(finding);
                return Some(end);
            }
            Some(Understood::Unfilled(end, finding)) => {
                self.unfilled(slot, at, end);
                self.findings.push(finding);
                return Some(end);
            }
            Some(Understood::Doubtful(finding)) => {
                self.failure.bad(finding.span.end as usize - self.head.offset, Box::new(finding));
                return None;
            }
            None => {}
        }
        match slot.kind {
            SlotType::Condition if !rest.is_empty() => self.within_condition(at),
            SlotType::DateRule | SlotType::Amount if !self.failure.is_silent() => {
                let deeper = furthest(slot.kind.rule(), rest).map_or(0, |(length, _)| length);
                self.failure.expect(self.head.skip(at + deeper), Expected::Value(slot.kind));
            }
            _ => {}
        }
        self.failure.expect(at, Expected::Value(slot.kind));
        None
    }

    /// Notes that nothing is known yet for a slot, which its statement may have a place for.
    fn unfilled(&mut self, slot: &Slot, start: usize, end: usize) {
        let span = self.head.span(start, end);
        self.unfilled.push(span);
        self.captures.push(slot.name, Capture::Unfilled(span));
    }

    /// How far a condition came that something is wrong with, and what would have fitted there.
    fn within_condition(&mut self, start: usize) {
        if self.failure.is_silent() {
            return;
        }
        // A blank behind the end, so that a word at the end is seen to lack what follows it.
        let text = format!("{} ", &self.head.text[start..]);
        let Some((length, rules)) = furthest(R::whole_condition, &text) else { return };
        let place = self.head.skip((start + length).min(self.head.text.len()));
        if place < self.failure.at {
            return;
        }
        for rule in rules {
            let spoken = match rule {
                R::name if length == 0 => "a fact, as `severity`",
                R::operator => "`is`",
                R::joiner => "`and`",
                R::close_group => "`)`",
                R::operand | R::operands | R::date | R::instant | R::duration | R::number | R::value_text => {
                    "a value to compare with"
                }
                R::negation | R::group | R::test | R::condition => "a fact, as `severity`",
                _ => continue,
            };
            self.failure.expect(place, Expected::Within(spoken));
        }
    }
}

fn is_qualifier(element: &Element) -> bool {
    matches!(element, Element::Optional { elements, .. } if elements.first() == Some(&Element::Comma))
}
