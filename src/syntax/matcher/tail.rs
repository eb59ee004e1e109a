//! What may stand behind the words of any statement: its name, its reason, what else to read, and its condition.
//!
//! In: the position behind the words that a pattern fits. Out: the position behind the tail, which is kept with the slots.

use super::Attempt;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast::Capture;
use crate::syntax::failure::Expected;
use crate::syntax::schema::{Slot, SlotType};
use crate::value::{Condition, Name, Text};
use thin_vec::ThinVec;

/// What may stand behind the words of any statement.
#[derive(Clone, Debug, Default)]
pub(in crate::syntax) struct Tail {
    pub(in crate::syntax) name: Option<Name>,
    pub(in crate::syntax) because: Option<Box<Text>>,
    pub(in crate::syntax) see: ThinVec<Name>,
    pub(in crate::syntax) when: Option<Box<Condition>>,
    /// Whether a `?` stands in the place of the reason, or of what else to read.
    pub(in crate::syntax) waits: bool,
    /// Whether it stands in the place of the condition or of the rest, so that nobody knows what the statement says.
    pub(in crate::syntax) unsaid: bool,
    /// Where the condition begins.
    pub(super) when_at: Option<usize>,
}

impl Attempt<'_, '_, '_> {
    /// `as name`, `, because "…"`, `, see a, b`, `when …`, each at most once.
    pub(super) fn tail(&mut self, start: usize) -> Option<usize> {
        let mut at = start;
        loop {
            let place = self.head.skip(at);
            if place == self.head.text.len() && self.failure.is_silent() {
                return Some(at);
            }
            let comma = self.head.text[place..].starts_with(',').then(|| self.head.skip(place + 1));
            if let Some(end) = self.behind_comma(at, comma, "because") {
                let place = self.head.skip(end);
                at = match self.one(SlotType::Text, "because", place)? {
                    (end, Capture::Text(text)) => {
                        self.filled.tail.because = Some(Box::new(text));
                        end
                    }
                    (end, _) => {
                        self.filled.tail.waits = true;
                        end
                    }
                };
            } else if let Some(end) = self.behind_comma(at, comma, "see") {
                let (end, names) = self.names(end)?;
                at = end;
                self.filled.tail.see.extend(names);
            } else if let Some(end) = self.head.has(place, "as").filter(|_| self.filled.tail.name.is_none()) {
                let place = self.head.skip(end);
                let (end, Capture::Name(found)) = self.one(SlotType::Ref("name"), "as", place)? else {
                    // The author gives the name: one that is not known yet is left out.
                    self.failure.expect(place, Expected::Value(SlotType::Ref("name")));
                    return None;
                };
                at = end;
                self.filled.tail.name = Some(found);
            } else if let Some((end, negated)) =
                if self.filled.tail.when_at.is_none() { self.when(place) } else { None }
            {
                let place = self.head.skip(end);
                // Brackets around the whole are not part of the condition's own span.
                let (end, found) = self.one(SlotType::Condition, "when", place)?;
                at = end;
                self.filled.tail.when_at = Some(place);
                let Capture::Condition(condition) = found else {
                    self.filled.tail.unsaid = true;
                    continue;
                };
                let span = condition.span();
                let condition = Box::new(condition);
                self.filled.tail.when =
                    Some(if negated { Box::new(Condition::Not(condition, span)) } else { condition });
            } else {
                if self.filled.tail.when_at.is_none() {
                    self.failure.expect(place, Expected::Condition);
                }
                return Some(at);
            }
        }
    }

    /// The position behind a word that a comma stands before; one that was left out is reported.
    fn behind_comma(&mut self, at: usize, comma: Option<usize>, word: &'static str) -> Option<usize> {
        if let Some(next) = comma {
            return self.head.has(next, word);
        }
        let place = self.head.skip(at);
        let end = self.head.has(place, word).filter(|_| self.is_soft() && at > 0)?;
        let message = format!("a comma stands before `{word}` at the end of a statement");
        let finding = Diagnostic::new(&registry::SLIP, self.head.span(place, end), message)
            .label("`,` belongs before this");
        let gap = self.head.span(at, place);
        self.filled.findings.push(finding.fix(format!("write `, {word}`"), true, gap, ", "));
        Some(end)
    }

    fn when(&mut self, at: usize) -> Option<(usize, bool)> {
        let when = self.head.has(at, "when").map(|end| (end, false));
        let when = when.or_else(|| self.head.has(at, "unless").map(|end| (end, true)));
        if when.is_none() && self.is_soft() { self.soft_when(at) } else { when }
    }

    fn names(&mut self, start: usize) -> Option<(usize, Vec<Name>)> {
        let mut names = Vec::new();
        let mut at = start;
        loop {
            let place = self.head.skip(at);
            let (end, found) = self.one(SlotType::Ref("name"), "see", place)?;
            at = end;
            match found {
                Capture::Name(found) => names.push(found),
                _ => self.filled.tail.waits = true,
            }
            let comma = self.head.skip(at);
            let next = self.head.text[comma..].starts_with(',').then(|| self.head.skip(comma + 1));
            match next {
                Some(next) if !self.ends_list(next) => {
                    at = comma + 1;
                }
                _ => return Some((at, names)),
            }
        }
    }

    /// One value of a type behind a word, outside the captures, and the position behind it.
    fn one(&mut self, kind: SlotType, word: &'static str, at: usize) -> Option<(usize, Capture)> {
        let slot = Slot { name: word, kind, list: false };
        let end = self.value(&slot, at)?;
        self.filled.captures.pop(word).map(|found| (end, found))
    }
}
