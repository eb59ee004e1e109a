//! Reads by hand what stands inside a slot, where it is written in one of the common ways: words, figures, dates, times,
//! texts and conditions.
//!
//! In: a type of slot and a text. Out: the value and where it ends, or that nothing of this type begins here, or that the
//! grammar has to be asked. `grammar/policy.pest` says what the language is; this only says it sooner, and `tests.rs` holds
//! the two against each other. It reports nothing: whatever is worth a finding is asked of the grammar.

mod cells;
mod clock;
mod conditions;
mod lengths;
mod places;
mod texts;
mod words;

#[cfg(test)]
mod tests;

pub(super) use cells::{figure, header, labels};
pub(super) use words::is_name;

use super::ast::{Capture, LanguageChoice};
use super::grammar::{Builder, prefix};
use super::head::RESERVED;
use super::schema::SlotType;
use crate::diagnostic::Diagnostic;
use crate::source::Spanned;
use crate::value::Strength;

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// The rule of the grammar does not fit here either.
    Not,
    /// It may fit: something stands here that only the grammar reads, or a finding has to be written.
    Ask,
}

/// What was read and the offset behind it, or why nothing was.
pub(super) type Scan<T> = Result<(T, usize), Miss>;

/// A value and its length, or the length of what is wrong and what is wrong with it.
pub(super) type Value = Result<(Capture, usize), (usize, Box<Diagnostic>)>;

/// What stands at the beginning of a text as a value of a type: read by hand if it is written in a common way, and else by
/// the grammar.
pub(super) fn read(kind: SlotType, builder: &mut Builder, text: &str) -> Option<Value> {
    match slot(kind, builder, text) {
        Ok(found) => return Some(Ok(found)),
        Err(Miss::Not) => return None,
        Err(Miss::Ask) => builder.findings.clear(),
    }
    let pair = prefix(kind.rule(), text)?;
    let length = pair.as_str().len();
    Some(match kind.build(builder, pair) {
        Ok(capture) => Ok((capture, length)),
        Err(finding) => Err((length, finding)),
    })
}

/// The value of a slot at the beginning of a text.
pub(super) fn slot(kind: SlotType, b: &mut Builder, text: &str) -> Scan<Capture> {
    match kind {
        SlotType::Ref(kind) => {
            let end = words::name(text, 0)?;
            // `severity changed` is an event too.
            let next = text[end..].trim_start();
            if kind == "event" && ["set", "changed"].iter().any(|word| next.starts_with(word)) {
                return Err(Miss::Ask);
            }
            Ok((Capture::Name(b.name_at(text, 0, end)), end))
        }
        SlotType::Text => texts::text(b, text).map(|(found, end)| (Capture::Text(found), end)),
        SlotType::Number => Ok(spanned(b, words::number(text, 0)?, Capture::Number)),
        SlotType::Duration => {
            lengths::duration(b, text, 0).map(|(found, end)| (Capture::Duration(found), end))
        }
        SlotType::Lapse => Ok(spanned(b, lengths::lapse(b, text, 0)?, Capture::Promise)),
        SlotType::NoFigure => Ok(spanned(b, lengths::no_figure(text, 0)?, Capture::Promise)),
        SlotType::Day => Err(words::begins(text, &["same", "next", "second", "?"])),
        SlotType::Strength => {
            let (of, word) = match words::fixed(text, 0, &["guaranteed", "target"]) {
                Ok(end) if end == "target".len() => (Strength::Target, end),
                Ok(end) => (Strength::Guaranteed, end),
                Err(miss) => return Err(miss),
            };
            Ok(spanned(b, (of, word), Capture::Strength))
        }
        SlotType::Period => Ok(spanned(b, words::unit(text, 0)?, Capture::Unit)),
        SlotType::Date => Ok(spanned(b, clock::date(text, 0)?, Capture::Date)),
        SlotType::Time => Ok(spanned(b, clock::time(text, 0)?, Capture::Time)),
        SlotType::Weekday => Ok(spanned(b, clock::weekday(text, 0)?, Capture::Weekday)),
        SlotType::Weekdays => Ok(spanned(b, clock::weekdays(text, 0)?, Capture::Weekdays)),
        SlotType::Hours => Ok(spanned(b, clock::hours(text, 0)?, Capture::Hours)),
        SlotType::Dates => Ok(spanned(b, clock::dates(text, 0)?, Capture::Dates)),
        SlotType::Condition => {
            conditions::condition(b, text, 0, 0).map(|(found, end)| (Capture::Condition(found), end))
        }
        SlotType::Operand => {
            conditions::operand(b, text, 0).map(|(found, end)| (Capture::Operand(found), end))
        }
        SlotType::Instant => Ok(spanned(b, clock::instant(text)?, Capture::Instant)),
        SlotType::Instants | SlotType::Share => Err(words::digit(text)),
        SlotType::Zone => Ok(spanned(b, places::zone(text)?, Capture::Zone)),
        SlotType::Area => Ok(spanned(b, places::area(text)?, Capture::Code)),
        SlotType::Language => {
            let (tag, end) = places::language(text)?;
            let tag = Spanned::new(tag, b.stretch(0, end));
            Ok((Capture::LanguageChoice(LanguageChoice { tag, informal: false }), end))
        }
        SlotType::Measure => lengths::measure(b, text).map(|(found, end)| (Capture::Measure(found), end)),
        SlotType::Expected => lengths::expected(b, text).map(|(found, end)| (Capture::Expected(found), end)),
        SlotType::Path => Err(words::quote(text)),
        SlotType::Limit => lengths::limit(b, text, 0).map(|(found, end)| (Capture::Quantity(found), end)),
        SlotType::Amount => lengths::amount(b, text, 0).map(|(found, end)| (Capture::Amount(found), end)),
        SlotType::Cadence | SlotType::Frequency | SlotType::DateRule | SlotType::RulePath => Err(Miss::Ask),
    }
}

/// What was read, with its place.
fn spanned<T>(
    b: &Builder,
    (found, end): (T, usize),
    capture: impl Fn(Spanned<T>) -> Capture,
) -> (Capture, usize) {
    (capture(Spanned::new(found, b.stretch(0, end))), end)
}

/// Whether a name is one of the words of logic and value, which are no names of things.
fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}
