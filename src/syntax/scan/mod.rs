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
mod texts;
mod words;

#[cfg(test)]
mod tests;

pub(super) use cells::{figure, header, labels};
pub(super) use words::is_name;

use super::ast::Capture;
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
    let spanned = |end: usize| b.stretch(0, end);
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
        SlotType::Number => {
            let (number, end) = words::number(text, 0)?;
            Ok((Capture::Number(Spanned::new(number, spanned(end))), end))
        }
        SlotType::Duration => {
            let (found, end) = lengths::duration(b, text, 0)?;
            Ok((Capture::Duration(found), end))
        }
        SlotType::Lapse => {
            let (found, end) = lengths::lapse(b, text, 0)?;
            Ok((Capture::Promise(Spanned::new(found, spanned(end))), end))
        }
        SlotType::NoFigure => {
            let (found, end) = lengths::no_figure(text, 0)?;
            Ok((Capture::Promise(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Day => Err(words::begins(text, &["same", "next", "second", "?"])),
        SlotType::Strength => {
            let (of, word) = match words::fixed(text, 0, &["guaranteed", "target"]) {
                Ok(end) if end == "target".len() => (Strength::Target, end),
                Ok(end) => (Strength::Guaranteed, end),
                Err(miss) => return Err(miss),
            };
            Ok((Capture::Strength(Spanned::new(of, spanned(word))), word))
        }
        SlotType::Period => {
            let (unit, end) = words::unit(text, 0)?;
            Ok((Capture::Unit(Spanned::new(unit, spanned(end))), end))
        }
        SlotType::Date => {
            let (found, end) = clock::date(text, 0)?;
            Ok((Capture::Date(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Time => {
            let (found, end) = clock::time(text, 0)?;
            Ok((Capture::Time(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Weekday => {
            let (found, end) = clock::weekday(text, 0)?;
            Ok((Capture::Weekday(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Weekdays => {
            let (found, end) = clock::weekdays(text, 0)?;
            Ok((Capture::Weekdays(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Hours => {
            let (found, end) = clock::hours(text, 0)?;
            Ok((Capture::Hours(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Dates => {
            let (found, end) = clock::dates(text, 0)?;
            Ok((Capture::Dates(Spanned::new(found, spanned(end))), end))
        }
        SlotType::Condition => {
            let (found, end) = conditions::condition(b, text, 0, 0)?;
            Ok((Capture::Condition(found), end))
        }
        SlotType::Operand => {
            let (found, end) = conditions::operand(b, text, 0)?;
            Ok((Capture::Operand(found), end))
        }
        SlotType::Instant | SlotType::Instants | SlotType::Share => Err(words::digit(text)),
        SlotType::Zone | SlotType::Area => Err(words::capital(text)),
        SlotType::Path => Err(words::quote(text)),
        SlotType::Limit => {
            let (found, end) = lengths::limit(b, text, 0)?;
            Ok((Capture::Quantity(found), end))
        }
        SlotType::Amount => {
            let (found, end) = lengths::amount(b, text, 0)?;
            Ok((Capture::Amount(found), end))
        }
        SlotType::Cadence
        | SlotType::Measure
        | SlotType::Frequency
        | SlotType::Language
        | SlotType::DateRule
        | SlotType::Expected
        | SlotType::RulePath => Err(Miss::Ask),
    }
}

/// Whether a name is one of the words of logic and value, which are no names of things.
fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}
