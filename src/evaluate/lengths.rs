//! Lengths of time as they are typed: `4 business hours`, `1.5 hours`, `1 hour 30 minutes`, `90 min`, `PT1H30M`.
//!
//! In: words, and what stands before a unit looked up as the name of a clock. Out: one length on one clock, or none where the
//! words do not say one that is exact: a part of a day has no length of its own, and days and hours do not add up.

use crate::source::Span;
use crate::value::{Clock, Duration, Unit};

/// What of a length is written: how much, of which unit, on which clock if it says.
struct Part {
    /// The digits without the point.
    units: u64,
    /// How many of them stand behind the point.
    scale: u32,
    unit: Unit,
    clock: Option<Clock>,
}

/// A length of time as it was typed.
pub fn duration(text: &str, clock: &dyn Fn(&str) -> Option<Clock>) -> Option<Duration> {
    let parts = match text.trim().strip_prefix('P') {
        Some(iso) => iso_parts(iso)?,
        None => word_parts(text, clock)?,
    };
    let own = parts.iter().find_map(|part| part.clock.clone());
    // What is added up runs on one clock: that of the first part, unless a later one names another.
    let first = parts.first()?.clock.clone();
    if parts.iter().any(|part| part.clock.is_some() && part.clock != own)
        || (first.is_none() && own.is_some())
    {
        return None;
    }
    let clock = own.unwrap_or(Clock::Elapsed);
    let length = |amount, unit| Duration { amount, unit, clock: clock.clone(), span: Span::default() };
    if let [Part { units, scale: 0, unit, .. }] = parts.as_slice() {
        return Some(length(u32::try_from(*units).ok()?, *unit));
    }
    let mut total = 0_u64;
    for part in &parts {
        let each = match part.unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Hour => 3600,
            Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => return None,
        };
        let (seconds, power) = (part.units.checked_mul(each)?, 10_u64.checked_pow(part.scale)?);
        total = total.checked_add((seconds % power == 0).then_some(seconds / power)?)?;
    }
    let (each, unit) = match total {
        0 => (1, Unit::Second),
        total if total % 3600 == 0 => (3600, Unit::Hour),
        total if total % 60 == 0 => (60, Unit::Minute),
        _ => (1, Unit::Second),
    };
    Some(length(u32::try_from(total / each).ok()?, unit))
}

/// `T1H30M`, `2D`.
fn iso_parts(iso: &str) -> Option<Vec<Part>> {
    let (units, iso): (&[(char, Unit)], &str) = match iso.strip_prefix('T') {
        Some(time) => (&[('H', Unit::Hour), ('M', Unit::Minute), ('S', Unit::Second)], time),
        None => (&[('D', Unit::Day), ('W', Unit::Week), ('M', Unit::Month), ('Y', Unit::Year)], iso),
    };
    let mut parts = Vec::new();
    let mut units = units.iter();
    for written in iso.split_inclusive(|letter: char| letter.is_ascii_uppercase()) {
        let letter = written.chars().next_back()?;
        let unit = units.find(|(known, _)| *known == letter)?.1;
        parts.push(Part { clock: None, unit, ..number(written.strip_suffix(letter)?)? });
    }
    (!parts.is_empty()).then_some(parts)
}

/// `1 business hour 30 minutes`, `90 min`, `1.5h`.
fn word_parts(text: &str, clock: &dyn Fn(&str) -> Option<Clock>) -> Option<Vec<Part>> {
    // A number and its unit may be written without a blank between them.
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        let digits = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '_').unwrap_or(word.len());
        let (number, rest) = word.split_at(digits);
        words.extend([number, rest].into_iter().filter(|part| !part.is_empty() && *part != "and"));
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut words = words.into_iter();
    while let Some(amount) = words.next() {
        let word = words.next()?;
        let part = number(amount)?;
        parts.push(match unit(word) {
            Some(unit) => Part { unit, ..part },
            None => Part { clock: Some(clock(word)?), unit: unit(words.next()?)?, ..part },
        });
    }
    (!parts.is_empty()).then_some(parts)
}

/// `4`, `1.5`, `4_500`, of seconds until a unit is known.
fn number(text: &str) -> Option<Part> {
    /// More digits behind a point than this are nobody's promise.
    const FINEST: usize = 6;
    let text = text.replace('_', "");
    let (whole, parts) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(parts) || parts.len() > FINEST || text.ends_with('.') {
        return None;
    }
    let parts = parts.trim_end_matches('0');
    let scale = u32::try_from(parts.len()).ok()?;
    Some(Part { units: format!("{whole}{parts}").parse().ok()?, scale, unit: Unit::Second, clock: None })
}

/// A unit in full or as people shorten it. `m` alone could be minutes or months, and is neither.
fn unit(word: &str) -> Option<Unit> {
    Unit::from_word(word).or(match word {
        "s" | "sec" | "secs" => Some(Unit::Second),
        "min" | "mins" => Some(Unit::Minute),
        "h" | "hr" | "hrs" => Some(Unit::Hour),
        "d" => Some(Unit::Day),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::BusinessWord;

    fn read(text: &str) -> Option<(u32, Unit, bool)> {
        let business = |word: &str| (word == "business").then_some(Clock::Business(BusinessWord::Business));
        duration(text, &business).map(|length| (length.amount, length.unit, length.clock != Clock::Elapsed))
    }

    #[test]
    fn lengths_are_read_in_words_and_in_iso() {
        assert_eq!(read("4 hours"), Some((4, Unit::Hour, false)));
        assert_eq!(read("1 business day"), Some((1, Unit::Day, true)));
        assert_eq!(read("PT30M"), Some((30, Unit::Minute, false)));
        assert_eq!(read("PT1H30M"), Some((90, Unit::Minute, false)));
        assert_eq!(read("P2Y"), Some((2, Unit::Year, false)));
        assert_eq!(read("4_500 minutes"), Some((4500, Unit::Minute, false)));
        for wrong in ["P2H", "PT30M1H", "P", "PT", "4 elastic hours", "-4 hours", "4", "hours", "", "90m"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parts_of_an_hour_and_sums_are_exact() {
        assert_eq!(read("1.5 business hours"), Some((90, Unit::Minute, true)));
        assert_eq!(read("0.25 hours"), Some((15, Unit::Minute, false)));
        assert_eq!(read("2.0 hours"), Some((2, Unit::Hour, false)));
        assert_eq!(read("1h 30min"), Some((90, Unit::Minute, false)));
        assert_eq!(read("9 business hours, 48 minutes and 17 seconds"), Some((35_297, Unit::Second, true)));
        assert_eq!(read("1.00001 hours"), None);
        assert_eq!(read("1. hours"), None);
    }

    #[test]
    fn what_has_no_exact_length_is_not_read() {
        for wrong in
            ["0.5 business days", "1.5 weeks", "1 day 4 hours", "P1D2W", "1 hour 30 business minutes"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
