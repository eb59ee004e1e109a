//! The slots of a pattern: values that are read where they stand, one or a list of them.
//!
//! In: a slot and a position in the head. Out: where its values end, with the values kept. What cannot be read is noted, with
//! what would have fitted there.

use super::{Attempt, Reading, Value};
use crate::syntax::failure::Expected;
use crate::syntax::grammar::{Builder, R, furthest};
use crate::syntax::head::is_reserved;
use crate::syntax::scan;
use crate::syntax::schema::{Slot, SlotType};
use crate::syntax::slips::Understood;

impl Attempt<'_, '_, '_> {
    pub(super) fn slot(&mut self, slot: &Slot, start: usize) -> Option<usize> {
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

    pub(super) fn value(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let end = self.value_of(slot, at)?;
        self.filled.values.push(Value { slot: slot.name, span: self.head.span(at, end) });
        Some(end)
    }

    fn value_of(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let rest = &self.head.text[at..];
        if self.is_soft()
            && let Some(end) = self.soft_first(slot, at)
        {
            return Some(end);
        }
        if self.reading != Reading::Exact
            && let Some(end) = self.with_holes(slot, at)
        {
            return Some(end);
        }
        let mut builder = Builder::new(self.head.file, self.head.offset + at);
        let (before, captures) = (self.filled.captures.mark(), &mut self.filled.captures);
        match scan::read(slot.kind, &mut builder, rest, &mut |value| captures.push(slot.name, value)) {
            Some(Ok(length)) => {
                if let SlotType::Ref(kind) = slot.kind {
                    let word = &rest[..length];
                    if is_reserved(word) && !(word == "always" && kind == "calendar") {
                        self.filled.captures.back_to(before);
                        self.failure.expect(at, Expected::Value(slot.kind));
                        return None;
                    }
                }
                self.filled.findings.append(&mut builder.findings);
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
        // A statement is not known by a `?` alone, unless its value has a place for one, but by what stands behind it.
        if rest.starts_with('?') && (at > 0 || self.says_more()) {
            self.unfilled(slot, at, at + 1);
            return Some(at + 1);
        }
        let slip = match self.reading {
            Reading::Exact => None,
            Reading::Slips | Reading::Soft => self.understand(slot, at),
        };
        match slip {
            Some(Understood::Value(end, capture, finding)) => {
                self.filled.captures.push(slot.name, capture);
                self.filled.findings.push(finding);
                return Some(end);
            }
            Some(Understood::Unfilled(end, finding)) => {
                self.unfilled(slot, at, end);
                self.filled.findings.push(finding);
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

    /// How far a condition came that something is wrong with, and what would have fitted there.
    #[cold]
    pub(super) fn within_condition(&mut self, start: usize) {
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
