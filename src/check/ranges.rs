//! Labels that are a range of numbers, as `under 25` and `25 - 50`.
//!
//! In: a cell that is no label, and the fact of its column. Out: the finding with the condition that says the same. Whether a
//! range takes its ends in is what such labels leave open, and what conditions say.

use super::facts::{FactInfo, Values};
use super::measure::Measure;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast::Cell;

/// What people write before one end of a range, and what it says in a condition.
const BEFORE: [(&str, &str); 19] = [
    ("under", "is less than"),
    ("below", "is less than"),
    ("less than", "is less than"),
    ("fewer than", "is less than"),
    ("<=", "is at most"),
    ("≤", "is at most"),
    ("<", "is less than"),
    ("up to", "is at most"),
    ("at most", "is at most"),
    ("max", "is at most"),
    ("over", "is more than"),
    ("above", "is more than"),
    ("more than", "is more than"),
    (">=", "is at least"),
    ("≥", "is at least"),
    (">", "is more than"),
    ("at least", "is at least"),
    ("from", "is at least"),
    ("min", "is at least"),
];

/// What stands between the two ends.
const BETWEEN: [&str; 6] = ["..", "–", "—", " to ", "-", "…"];

/// What stands behind a lower end.
const AND_MORE: [&str; 5] = ["+", "or more", "and more", "and up", "and over"];

/// The finding about a range in the column of a fact that is a number.
pub(super) fn range(fact: &FactInfo<'_>, cell: &Cell) -> Option<Diagnostic> {
    if !matches!(fact.values, Values::Cut(Measure::Number, ..)) {
        return None;
    }
    let condition = condition(fact.name.as_str(), &cell.text.to_lowercase())?;
    let message = format!("`{}` is a range, and a label is one number", cell.text);
    Some(Diagnostic::new(&registry::WRONG_CELL, cell.span, message).label("a range").help(format!(
        "write a line for each range in place of the table, with a condition: `… when {condition}`"
    )))
}

/// The condition that says what a range says.
fn condition(fact: &str, text: &str) -> Option<String> {
    let one_end = BEFORE.iter().find_map(|(words, said)| {
        let end = number(text.strip_prefix(words)?)?;
        Some(format!("{fact} {said} {end}"))
    });
    let two_ends = || {
        let (from, to) = BETWEEN.iter().find_map(|sign| text.split_once(sign))?;
        Some(format!("{fact} is at least {} and {fact} is at most {}", number(from)?, number(to)?))
    };
    let lower_end = || {
        let end = AND_MORE.iter().find_map(|more| number(text.strip_suffix(more)?))?;
        Some(format!("{fact} is at least {end}"))
    };
    one_end.or_else(two_ends).or_else(lower_end)
}

/// A number, perhaps with its unit behind it.
fn number(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '_' | '.')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let plain = number.starts_with(|c: char| c.is_ascii_digit()) && !number.ends_with(['_', '.']);
    (plain && unit.trim().chars().all(char::is_alphabetic)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::condition;

    #[test]
    fn a_range_is_said_as_a_condition() {
        let said = |text: &str| condition("users", text).unwrap_or_default();
        assert_eq!(said("under 25"), "users is less than 25");
        assert_eq!(said("< 25 km"), "users is less than 25");
        assert_eq!(said("up to 10"), "users is at most 10");
        assert_eq!(said("≥ 1_000"), "users is at least 1_000");
        assert_eq!(said("25..50"), "users is at least 25 and users is at most 50");
        assert_eq!(said("25 - 50"), said("25..50"));
        assert_eq!(said("25 to 50 users"), said("25..50"));
        assert_eq!(said("100+"), "users is at least 100");
        assert_eq!(said("100 or more"), said("100+"));
        for none in ["gold", "under", "over the top", "2026-01-01", "24/7", "-", ""] {
            assert_eq!(said(none), "", "{none}");
        }
    }
}
