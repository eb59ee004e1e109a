//! Lengths of time that a text states in words: "within 4 business hours", "24-48 hours", "2 jours ouvrés", "4営業時間以内".
//!
//! In: a passage. Out: [`Stated`] lengths with their places, in order. Only a number right before its unit counts.

use super::scan::NUMBER;
use super::tags::{Kinds, Little};
use super::tokens::Mark;
use super::{Kind, Passage, Signs, Tag};
use crate::value::{Clock, Duration, Unit};
use std::ops::Range;

/// A length of time that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// How many; the far end of a range.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// Whether it is working time.
    pub business: bool,
    /// Whether it is the end of a period: "within 4 hours".
    pub deadline: bool,
    /// The number and its unit.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
}

/// How a stated length stands to one that is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// It is shorter.
    Shorter,
    /// They are the same.
    Same,
    /// It is longer.
    Longer,
    /// As many of the same unit, on another kind of clock.
    OtherClock,
    /// That cannot be said.
    Unclear,
}

const UNITS: [(Tag, Unit, bool); 7] = [
    (Tag::Minute, Unit::Minute, false),
    (Tag::Hour, Unit::Hour, false),
    (Tag::Day, Unit::Day, false),
    (Tag::Week, Unit::Week, false),
    (Tag::Month, Unit::Month, false),
    (Tag::BusinessHour, Unit::Hour, true),
    (Tag::BusinessDay, Unit::Day, true),
];

const ANY_UNIT: Kinds = Tag::bits(&[
    Tag::Minute,
    Tag::Hour,
    Tag::Day,
    Tag::Week,
    Tag::Month,
    Tag::BusinessHour,
    Tag::BusinessDay,
]);

impl Passage<'_> {
    /// The lengths of time that it states.
    pub fn lengths(&self) -> Vec<Stated> {
        let maybe = self.scanned.maybe;
        let numbers = maybe & NUMBER != 0 || self.signs.has(Signs::DIGIT);
        if maybe & ANY_UNIT == 0 || !numbers {
            return Vec::new();
        }
        let tokens = self.tokens();
        let mut found = Vec::new();
        for mark in &tokens.marks {
            let Some((_, unit, business)) = UNITS.iter().find(|(tag, ..)| *tag == mark.tag) else { continue };
            let Some(at) = mark.tokens().start.checked_sub(1) else { continue };
            let Some(amount) = self.number(at).filter(|_| tokens.all[at].sentence() == mark.sentence())
            else {
                continue;
            };
            let start = self.range_start(at);
            let whole = start..mark.tokens().end;
            let deadline = self.is_deadline(&whole, mark.sentence());
            found.push(Stated {
                amount,
                unit: *unit,
                business: *business,
                deadline,
                tokens: whole,
                sentence: mark.sentence(),
            });
        }
        found
    }

    /// The whole number that a token is.
    fn number(&self, at: usize) -> Option<u32> {
        let token = self.tokens().all.get(at)?;
        match token.kind {
            Kind::Number => token.text.parse().ok().filter(|amount| *amount > 0),
            Kind::Word => self.lexicon?.number(&token.text),
            Kind::Mark | Kind::Address | Kind::Gap => None,
        }
    }

    /// Where a range begins of which the number here is the end; here for none.
    fn range_start(&self, at: usize) -> usize {
        let tokens = &self.tokens().all;
        let Some(before) = at.checked_sub(2).filter(|before| self.number(*before).is_some()) else {
            return at;
        };
        let between = &tokens[at - 1];
        let to = self.tokens().marks.iter().any(|mark| mark.tag == Tag::To && mark.tokens() == (at - 1..at));
        let dash = matches!(between.text.as_str(), "-" | "–" | "—" | "/" | "～" | "〜");
        if to || dash { before } else { at }
    }

    fn is_deadline(&self, whole: &Range<usize>, sentence: usize) -> bool {
        // What is "17 h" at the latest is a time of day.
        let unit = whole.end.checked_sub(1).and_then(|last| self.tokens().all.get(last));
        let short = unit.is_some_and(|unit| unit.text == "h");
        let limited = self.tokens().marks_in(sentence).any(|mark| match mark.tag {
            Tag::Within => mark.tokens().end == whole.start,
            Tag::WithinBehind => !short && mark.tokens().start == whole.end,
            _ => false,
        });
        limited || self.is_our_time(whole, sentence)
    }

    /// Whether a sentence says nothing but how long we take: "Our response time is 4 hours."
    fn is_our_time(&self, whole: &Range<usize>, sentence: usize) -> bool {
        let tokens = self.tokens();
        let range = tokens.sentence(sentence);
        let behind = tokens.all.get(whole.end..range.end).unwrap_or(&[]);
        if behind.iter().any(|token| token.kind != Kind::Mark) {
            return false;
        }
        let begins = |mark: &&Mark| mark.tag == Tag::We && mark.tokens().start == range.start;
        let Some(ours) = tokens.marks_in(sentence).find(begins) else { return false };
        let mut named = tokens.marks_in(sentence).filter(|mark| {
            matches!(mark.tag, Tag::Response | Tag::Resolution) && mark.tokens().start == ours.tokens().end
        });
        named.any(|named| {
            let between = tokens.all.get(named.tokens().end..whole.start).unwrap_or(&[]);
            let between: Vec<&str> = between.iter().map(|token| token.text.as_str()).collect();
            let between = between.join(" ");
            self.lexicon
                .into_iter()
                .flat_map(|words| words.littles(&[Little::Amounting]))
                .any(|is| is == between)
        })
    }
}

impl Stated {
    /// How it stands to a length that is promised.
    pub fn compare(&self, promised: &Duration) -> Compared {
        let business = !matches!(promised.clock, Clock::Elapsed);
        let (Some((stated, own)), Some((length, unit))) =
            (base(self.amount, self.unit, self.business), base(promised.amount, promised.unit, business))
        else {
            return Compared::Unclear;
        };
        match (own, unit) {
            (own, unit) if own == unit => {}
            (0, 2) => return days_and_months(stated, length, Compared::Shorter, Compared::Longer),
            (2, 0) => return days_and_months(length, stated, Compared::Longer, Compared::Shorter),
            _ => return Compared::Unclear,
        }
        match stated.cmp(&length) {
            std::cmp::Ordering::Less => Compared::Shorter,
            std::cmp::Ordering::Greater => Compared::Longer,
            std::cmp::Ordering::Equal if self.business != business => Compared::OtherClock,
            std::cmp::Ordering::Equal => Compared::Same,
        }
    }
}

/// How minutes stand to months, of which the shortest has 28 days and the longest 31.
fn days_and_months(minutes: u64, months: u64, shorter: Compared, longer: Compared) -> Compared {
    match minutes {
        minutes if minutes < months * 28 * 1440 => shorter,
        minutes if minutes > months * 31 * 1440 => longer,
        _ => Compared::Unclear,
    }
}

/// A length in minutes, days or months, whichever its unit is made of. Days on the wall are 24 hours, working days are
/// not so many hours for anybody who reads of them.
fn base(amount: u32, unit: Unit, business: bool) -> Option<(u64, u8)> {
    let amount = u64::from(amount);
    Some(match (unit, business) {
        (Unit::Second, _) | (Unit::Week, true) => return None,
        (Unit::Minute, _) => (amount, 0),
        (Unit::Hour, _) => (amount * 60, 0),
        (Unit::Day, false) => (amount * 1440, 0),
        (Unit::Week, false) => (amount * 10_080, 0),
        (Unit::Day, true) => (amount, 1),
        (Unit::Month, _) => (amount, 2),
        (Unit::Quarter, _) => (amount * 3, 2),
        (Unit::Year, _) => (amount * 12, 2),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn days_and_months_are_compared_where_no_month_is_so_short_or_long() {
        let compared = |amount, unit, (months, other)| {
            let stated = Stated { amount, unit, business: false, deadline: true, tokens: 0..2, sentence: 0 };
            let promised =
                Duration { amount: months, unit: other, clock: Clock::Elapsed, span: Span::default() };
            stated.compare(&promised)
        };
        assert_eq!(compared(14, Unit::Day, (1, Unit::Month)), Compared::Shorter);
        assert_eq!(compared(30, Unit::Day, (1, Unit::Month)), Compared::Unclear);
        assert_eq!(compared(32, Unit::Day, (1, Unit::Month)), Compared::Longer);
        assert_eq!(compared(1, Unit::Month, (14, Unit::Day)), Compared::Longer);
        assert_eq!(compared(2, Unit::Month, (60, Unit::Day)), Compared::Unclear);
        assert_eq!(compared(1, Unit::Month, (5, Unit::Week)), Compared::Shorter);
    }
}
