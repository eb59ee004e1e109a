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
use super::head::is_reserved;
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

/// The length of a value, or the length of what is wrong and what is wrong with it.
pub(super) type Length = Result<usize, (usize, Box<Diagnostic>)>;

/// What stands at the beginning of a text as a value of a type: read by hand if it is written in a common way, and else by
/// the grammar. The value itself goes to `keep`, so that it is not handed from one to the other.
pub(super) fn read(
    kind: SlotType,
    builder: &mut Builder,
    text: &str,
    keep: &mut impl FnMut(Capture),
) -> Option<Length> {
    match slot(kind, builder, text, keep) {
        Ok(length) => return Some(Ok(length)),
        Err(Miss::Not) => return None,
        Err(Miss::Ask) => builder.findings.clear(),
    }
    let pair = prefix(kind.rule(), text)?;
    let length = pair.as_str().len();
    Some(match kind.build(builder, pair) {
        Ok(capture) => {
            keep(capture);
            Ok(length)
        }
        Err(finding) => Err((length, finding)),
    })
}

/// The value of a slot at the beginning of a text, and the offset behind it.
pub(super) fn slot(
    kind: SlotType,
    b: &mut Builder,
    text: &str,
    keep: &mut impl FnMut(Capture),
) -> Result<usize, Miss> {
    Ok(match kind {
        SlotType::Ref(kind) => {
            let end = words::name(text, 0)?;
            // `severity changed` is an event too.
            if kind == "event"
                && ["set", "changed"].iter().any(|word| text[end..].trim_start().starts_with(word))
            {
                return Err(Miss::Ask);
            }
            keep(Capture::Name(b.name_at(text, 0, end)));
            end
        }
        SlotType::Text => plain(texts::text(b, text)?, Capture::Text, keep),
        SlotType::Number => spanned(b, words::number(text, 0)?, Capture::Number, keep),
        SlotType::Duration => plain(lengths::duration(b, text, 0)?, Capture::Duration, keep),
        SlotType::Lapse => spanned(b, lengths::lapse(b, text, 0)?, Capture::Promise, keep),
        SlotType::NoFigure => spanned(b, lengths::no_figure(text, 0)?, Capture::Promise, keep),
        SlotType::Day => return Err(words::begins(text, &["same", "next", "second", "?"])),
        SlotType::Strength => {
            let end = words::fixed(text, 0, &["guaranteed", "target"])?;
            let of = if end == "target".len() { Strength::Target } else { Strength::Guaranteed };
            spanned(b, (of, end), Capture::Strength, keep)
        }
        SlotType::Period => spanned(b, words::unit(text, 0)?, Capture::Unit, keep),
        SlotType::Date => spanned(b, clock::date(text, 0)?, Capture::Date, keep),
        SlotType::Time => spanned(b, clock::time(text, 0)?, Capture::Time, keep),
        SlotType::Weekday => spanned(b, clock::weekday(text, 0)?, Capture::Weekday, keep),
        SlotType::Weekdays => spanned(b, clock::weekdays(text, 0)?, Capture::Weekdays, keep),
        SlotType::Hours => spanned(b, clock::hours(text, 0)?, Capture::Hours, keep),
        SlotType::Dates => spanned(b, clock::dates(text, 0)?, Capture::Dates, keep),
        SlotType::Condition => plain(conditions::condition(b, text, 0, 0)?, Capture::Condition, keep),
        SlotType::Operand => plain(conditions::operand(b, text, 0)?, Capture::Operand, keep),
        SlotType::Instant => spanned(b, clock::instant(text)?, Capture::Instant, keep),
        SlotType::Instants | SlotType::Share => return Err(words::digit(text)),
        SlotType::Zone => spanned(b, places::zone(text)?, Capture::Zone, keep),
        SlotType::Area => spanned(b, places::area(text)?, Capture::Code, keep),
        SlotType::Language => {
            let (tag, end) = places::language(text)?;
            let tag = Spanned::new(tag, b.stretch(0, end));
            keep(Capture::LanguageChoice(LanguageChoice { tag, informal: false }));
            end
        }
        SlotType::Measure => plain(lengths::measure(b, text)?, Capture::Measure, keep),
        SlotType::Expected => plain(lengths::expected(b, text)?, Capture::Expected, keep),
        SlotType::Path => return Err(words::quote(text)),
        SlotType::Limit => plain(lengths::limit(b, text, 0)?, Capture::Quantity, keep),
        SlotType::Amount => plain(lengths::amount(b, text, 0)?, Capture::Amount, keep),
        SlotType::Cadence | SlotType::Frequency | SlotType::DateRule | SlotType::RulePath => {
            return Err(Miss::Ask);
        }
    })
}

/// Keeps what was read, which has its place in it; the offset behind it.
fn plain<T>(
    (found, end): (T, usize),
    capture: impl Fn(T) -> Capture,
    keep: &mut impl FnMut(Capture),
) -> usize {
    keep(capture(found));
    end
}

/// Keeps what was read, with its place; the offset behind it.
fn spanned<T>(
    b: &Builder,
    (found, end): (T, usize),
    capture: impl Fn(Spanned<T>) -> Capture,
    keep: &mut impl FnMut(Capture),
) -> usize {
    keep(capture(Spanned::new(found, b.stretch(0, end))));
    end
}
