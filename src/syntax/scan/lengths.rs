//! Lengths of time, promises without a figure, limits and the plain forms of money.

use super::words::{at, blanks, fixed, integer, is_word, name, number, space, unit, whole};
use super::{Miss, Scan};
use crate::syntax::ast::Expected;
use crate::syntax::build::amounts::currency;
use crate::syntax::grammar::Builder;
use crate::syntax::slips::is_unit;
use crate::value::{
    Amount, BusinessWord, Clock, Duration, Measure, Money, Period, Promise, Quantity, Rate, Unit,
};

/// `4 business hours`.
pub(super) fn duration(b: &Builder, text: &str, start: usize) -> Scan<Duration> {
    let (amount, end) = integer(text, start)?;
    let (unit, clock, end) = on_clock(b, text, space(text, end)?)?;
    Ok((Duration { amount, unit, clock, span: b.stretch(start, end) }, end))
}

/// `hours` or `business hours`.
fn on_clock(b: &Builder, text: &str, start: usize) -> Result<(Unit, Clock, usize), Miss> {
    match unit(text, start) {
        Ok((unit, end)) => return Ok((unit, Clock::Elapsed, end)),
        Err(Miss::Ask) => return Err(Miss::Ask),
        Err(Miss::Not) => {}
    }
    let end = name(text, start)?;
    let clock = match &text[start..end] {
        "business" => Clock::Business(BusinessWord::Business),
        "working" => Clock::Business(BusinessWord::Working),
        _ => Clock::of(b.name_at(text, start, end)),
    };
    let (unit, end) = unit(text, space(text, end)?)?;
    Ok((unit, clock, end))
}

/// A length of time as a deadline; a range of two is left to the grammar.
pub(super) fn lapse(b: &Builder, text: &str, start: usize) -> Scan<Promise> {
    if at(text, start) == b'?' {
        return Ok((Promise::Unfilled, start + 1));
    }
    let (amount, end) = integer(text, start)?;
    let next = space(text, end)?;
    if text[next..].starts_with("to") {
        return Err(Miss::Ask);
    }
    let (unit, clock, end) = on_clock(b, text, next)?;
    let to = Duration { amount, unit, clock, span: b.stretch(start, end) };
    Ok((Promise::Within { from: None, to }, end))
}

/// `best effort`, `none`, `no`, `?`.
pub(super) fn no_figure(text: &str, start: usize) -> Scan<Promise> {
    match at(text, start) {
        b'?' => Ok((Promise::Unfilled, start + 1)),
        b'a' => Err(Miss::Ask),
        b'b' => {
            let end = fixed(text, start, &["best"])?;
            let end = fixed(text, space(text, end)?, &["effort"])?;
            Ok((Promise::BestEffort, end))
        }
        b'n' => match whole(text, start, &["none"]) {
            Ok(end) => Ok((Promise::None, end)),
            Err(Miss::Ask) => Err(Miss::Ask),
            Err(Miss::Not) => whole(text, start, &["no"]).map(|end| (Promise::No, end)),
        },
        _ => Err(Miss::Not),
    }
}

/// `up to 3`, `3`, `unlimited`; a number with a unit is left to the grammar.
pub(super) fn limit(b: &Builder, text: &str, start: usize) -> Scan<Quantity> {
    let quantity = |count, end| Quantity {
        count,
        unit: None,
        per: None,
        at_a_time: false,
        at_most: None,
        span: b.stretch(start, end),
    };
    let first = match at(text, start) {
        b'u' if text[start..].starts_with("unlimited") => {
            let end = whole(text, start, &["unlimited"])?;
            return Ok((quantity(None, end), end));
        }
        b'u' => {
            if !text[start..].starts_with("up") {
                return Err(Miss::Not);
            }
            let end = space(text, start + 2)?;
            if !text[end..].starts_with("to") {
                return Err(Miss::Not);
            }
            space(text, end + 2)?
        }
        _ => start,
    };
    let (count, end) = number(text, first)?;
    match space(text, end) {
        Ok(next) => match unit(text, next) {
            Ok(_) | Err(Miss::Ask) => return Err(Miss::Ask),
            Err(Miss::Not) => {}
        },
        Err(Miss::Ask) => return Err(Miss::Ask),
        Err(Miss::Not) => {}
    }
    Ok((quantity(Some(count), end), end))
}

/// `EUR 150`, `EUR 150 per hour`; whatever else a price can be is left to the grammar.
pub(super) fn amount(b: &Builder, text: &str, start: usize) -> Scan<Amount> {
    match at(text, start) {
        b'A'..=b'Z' => {}
        byte if is_word(byte) || byte == b'?' || !byte.is_ascii() => return Err(Miss::Ask),
        _ => return Err(Miss::Not),
    }
    let code = text.as_bytes().get(start..start + 3).ok_or(Miss::Not)?;
    if !code.iter().all(u8::is_ascii_uppercase) {
        return Err(Miss::Not);
    }
    let code = currency(&text[start..start + 3]).ok_or(Miss::Ask)?;
    let next = blanks(text, start + 3)?;
    if next == start + 3 {
        return Err(if is_word(at(text, next)) { Miss::Not } else { Miss::Ask });
    }
    let (amount, end) = number(text, next)?;
    if at(text, end) == b'\'' {
        return Err(Miss::Ask);
    }
    let money = Money { currency: code.into(), amount };
    let rate = |per, end| (Amount::Rate(Rate { money, per }, b.stretch(start, end)), end);
    let behind = blanks(text, end)?;
    match at(text, behind) {
        b'/' | b'0'..=b'9' | b'#' | b'\r' | b'\n' => Err(Miss::Ask),
        byte if !byte.is_ascii_lowercase() || behind == end => Ok(rate(None, end)),
        // What follows may say how often, in words that are a slip.
        _ => {
            let word = word(text, behind)?;
            if word != "per" {
                let known = ["because", "see", "when", "unless", "as", "after", "and", "of"].contains(&word);
                return if known { Ok(rate(None, end)) } else { Err(Miss::Ask) };
            }
            let thing = space(text, behind + word.len())?;
            let (what, end) = period(b, text, thing)?;
            Ok(rate(Some(Measure { every: 1, what }), end))
        }
    }
}

/// `year`, `request`; how many of them is left to the grammar.
pub(super) fn measure(b: &Builder, text: &str) -> Scan<Measure> {
    let (what, end) = period(b, text, 0)?;
    Ok((Measure { every: 1, what }, end))
}

fn period(b: &Builder, text: &str, start: usize) -> Scan<Period> {
    match unit(text, start) {
        Ok((unit, end)) => Ok((Period::Time(unit), end)),
        Err(Miss::Ask) => Err(Miss::Ask),
        Err(Miss::Not) => {
            let end = name(text, start).map_err(|_| Miss::Ask)?;
            // A stretch of time as it is called elsewhere is a slip.
            if is_unit(&text[start..end]) {
                return Err(Miss::Ask);
            }
            Ok((Period::Thing(b.name_at(text, start, end)), end))
        }
    }
}

/// `open`, `closed`; whatever else can be expected is left to the grammar.
pub(super) fn expected(b: &Builder, text: &str) -> Scan<Expected> {
    if text.is_empty() {
        return Err(Miss::Not);
    }
    let end = whole(text, 0, &["open", "closed"]).map_err(|_| Miss::Ask)?;
    let span = b.stretch(0, end);
    Ok((if end == "open".len() { Expected::Open(span) } else { Expected::Closed(span) }, end))
}

/// The word at an offset, of letters of ASCII.
fn word(text: &str, start: usize) -> Result<&str, Miss> {
    let mut end = start;
    while is_word(at(text, end)) || at(text, end) == b'-' {
        end += 1;
    }
    if at(text, end).is_ascii() { Ok(&text[start..end]) } else { Err(Miss::Ask) }
}
