//! What is taken for a value that is not known yet: a `?` alone, or with what is known of the value around it.
//!
//! In: the position of a slot at which no value stands. Out: the position behind what stands in its place, which is noted. Most
//! policies are filled in, so that all of it is marked as rare.

use super::Attempt;
use crate::syntax::ast::Capture;
use crate::syntax::holes;
use crate::syntax::schema::{Element, Slot, SlotType};

impl Attempt<'_, '_, '_> {
    /// A value of which a part is not known yet, as `EUR ? per hour`; a `?` alone is one where its statement says so.
    #[cold]
    pub(super) fn with_holes(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let rest = &self.head.text[at..];
        let one = match slot.kind {
            SlotType::Ref(kind) => kind != "event",
            SlotType::Path | SlotType::RulePath => true,
            _ => false,
        };
        if one || memchr::memchr(b'?', rest.as_bytes()).is_none() {
            return None;
        }
        let end = holes::before(rest, |word| goes_on_with(self.elements, word));
        let found = holes::value(slot.kind.rule(), &rest[..end]).filter(|found| found.length > 1)?;
        let places = found.holes.iter().map(|hole| self.head.span(at + hole, at + hole + 1));
        self.filled.unfilled.extend(places);
        let span = self.head.span(at, at + found.length);
        self.filled.captures.push(slot.name, Capture::Unfilled(span));
        Some(at + found.length)
    }

    /// Whether the pattern needs more than its first value.
    pub(super) fn says_more(&self) -> bool {
        self.elements.iter().filter(|element| !matches!(element, Element::Optional { .. })).count() > 1
    }

    /// Notes that nothing is known yet for a slot, which its statement may have a place for.
    #[cold]
    pub(super) fn unfilled(&mut self, slot: &Slot, start: usize, end: usize) {
        let span = self.head.span(start, end);
        self.filled.unfilled.push(span);
        self.filled.captures.push(slot.name, Capture::Unfilled(span));
    }
}

/// Whether a pattern goes on with this word behind a value.
fn goes_on_with(elements: &[Element], word: &str) -> bool {
    let next = elements
        .windows(2)
        .any(|pair| matches!(pair, [Element::Slot(_), Element::Word(next)] if *next == word));
    next || elements.iter().any(|element| {
        let Element::Optional { elements, .. } = element else { return false };
        elements.first().and_then(Element::as_word) == Some(word) || goes_on_with(elements, word)
    })
}
