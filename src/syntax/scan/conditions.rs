//! Conditions. Whatever would be a finding, as `and` beside `or`, is left to the grammar.

use super::words::{at, gap, is_word, name, number, space, whole};
use super::{Miss, Scan, is_reserved, lengths};
use crate::syntax::grammar::Builder;
use crate::value::{Condition, Operand, Operator, Test};

/// How deeply conditions are read by hand; deeper ones are left to the grammar, which guards its stack.
const DEPTH: usize = 16;

/// Tests joined by one word.
pub(super) fn condition(b: &Builder, text: &str, start: usize, depth: usize) -> Scan<Condition> {
    if depth > DEPTH {
        return Err(Miss::Ask);
    }
    let (first, mut end) = unary(b, text, start, depth)?;
    let mut joined: Option<&str> = None;
    let mut parts = vec![first];
    loop {
        let next = match space(text, end) {
            Ok(next) => next,
            Err(Miss::Not) => break,
            Err(Miss::Ask) => return Err(Miss::Ask),
        };
        let word = ["and", "or"].into_iter().find(|word| text[next..].starts_with(word));
        let Some(word) = word.filter(|word| !is_word(at(text, next + word.len()))) else { break };
        if *joined.get_or_insert(word) != word {
            return Err(Miss::Ask);
        }
        let next = space(text, next + word.len()).map_err(|_| Miss::Ask)?;
        let (part, past) = unary(b, text, next, depth).map_err(|_| Miss::Ask)?;
        parts.push(part);
        end = past;
    }
    let span = b.stretch(start, end);
    let found = match joined {
        None => parts.remove(0),
        Some("and") => Condition::All(parts, span),
        Some(_) => Condition::Any(parts, span),
    };
    Ok((found, end))
}

/// A test, a condition in brackets, or what does not hold.
fn unary(b: &Builder, text: &str, start: usize, depth: usize) -> Scan<Condition> {
    if at(text, start) == b'(' {
        let (found, end) = condition(b, text, gap(text, start + 1)?, depth + 1).map_err(|_| Miss::Ask)?;
        let end = gap(text, end)?;
        return if at(text, end) == b')' { Ok((found, end + 1)) } else { Err(Miss::Ask) };
    }
    let end = name(text, start)?;
    let fact = &text[start..end];
    if fact == "not" {
        if depth > DEPTH {
            return Err(Miss::Ask);
        }
        let (found, end) = unary(b, text, gap(text, end)?, depth + 1).map_err(|_| Miss::Ask)?;
        return Ok((Condition::Not(Box::new(found), b.stretch(start, end)), end));
    }
    if is_reserved(fact) || fact.starts_with("not-") {
        return Err(Miss::Ask);
    }
    let name = b.name_at(text, start, end);
    let is = match space(text, end) {
        Ok(next) => whole(text, next, &["is"]),
        Err(miss) => Err(miss),
    };
    let (operator, operands, end) = match is {
        Ok(past) => compared(b, text, past)?,
        Err(Miss::Not) => (Operator::Holds, Vec::new(), end),
        Err(Miss::Ask) => return Err(Miss::Ask),
    };
    Ok((Condition::Test(Test { fact: name, operator, operands, span: b.stretch(start, end) }), end))
}

/// What stands behind `is`.
fn compared(b: &Builder, text: &str, start: usize) -> Result<(Operator, Vec<Operand>, usize), Miss> {
    let ask = |_| Miss::Ask;
    let next = space(text, start).map_err(ask)?;
    let two = |first: &str, second: &str| -> Result<Option<usize>, Miss> {
        if !text[next..].starts_with(first) || is_word(at(text, next + first.len())) {
            return Ok(None);
        }
        match space(text, next + first.len()) {
            Ok(next) => match whole(text, next, &[second]) {
                Ok(end) => Ok(Some(end)),
                Err(Miss::Not) => Ok(None),
                Err(Miss::Ask) => Err(Miss::Ask),
            },
            Err(Miss::Not) => Ok(None),
            Err(Miss::Ask) => Err(Miss::Ask),
        }
    };
    if let Some(end) = two("one", "of")? {
        return several(b, text, end, Operator::Is);
    }
    let figures = [
        ("at", "least", Operator::AtLeast),
        ("at", "most", Operator::AtMost),
        ("more", "than", Operator::MoreThan),
        ("less", "than", Operator::LessThan),
    ];
    for (first, second, operator) in figures {
        if let Some(end) = two(first, second)? {
            return single(b, text, end, operator);
        }
    }
    for (word, operator) in [("before", Operator::Before), ("after", Operator::After)] {
        match whole(text, next, &[word]) {
            Ok(end) => return single(b, text, end, operator),
            Err(Miss::Not) => {}
            Err(Miss::Ask) => return Err(Miss::Ask),
        }
    }
    let end = match whole(text, next, &["not"]) {
        Ok(end) => end,
        Err(Miss::Not) => return single(b, text, start, Operator::Is),
        Err(Miss::Ask) => return Err(Miss::Ask),
    };
    let one = space(text, end).map_err(ask)?;
    if text[one..].starts_with("one") && !is_word(at(text, one + 3)) {
        let of = space(text, one + 3).map_err(ask)?;
        if text[of..].starts_with("of") {
            let end = whole(text, of, &["of"]).map_err(ask)?;
            return several(b, text, end, Operator::IsNot);
        }
    }
    single(b, text, end, Operator::IsNot)
}

/// One value. A figure behind a comma is for the grammar, which says that it is one too many.
fn single(
    b: &Builder,
    text: &str,
    start: usize,
    operator: Operator,
) -> Result<(Operator, Vec<Operand>, usize), Miss> {
    let ask = |_| Miss::Ask;
    let (found, end) = operand(b, text, space(text, start).map_err(ask)?).map_err(ask)?;
    let comma = super::words::blanks(text, end)?;
    if at(text, comma) == b',' && at(text, gap(text, comma + 1)?).is_ascii_digit() {
        return Err(Miss::Ask);
    }
    Ok((operator, vec![found], end))
}

/// Values joined by commas, up to a word that begins something else.
fn several(
    b: &Builder,
    text: &str,
    start: usize,
    operator: Operator,
) -> Result<(Operator, Vec<Operand>, usize), Miss> {
    let ask = |_| Miss::Ask;
    let (first, mut end) = operand(b, text, space(text, start).map_err(ask)?).map_err(ask)?;
    let mut operands = vec![first];
    loop {
        let comma = super::words::blanks(text, end)?;
        if at(text, comma) != b',' {
            break;
        }
        let next = space(text, comma + 1).map_err(ask)?;
        // `because …`, `see …` and the next condition of a list end the values; the grammar tells which.
        if let Ok(end) = name(text, next) {
            let after = space(text, end);
            let tested = after.is_ok_and(|after| text[after..].starts_with("is"));
            if tested || ["because", "see", "under", "instead"].contains(&&text[next..end]) {
                return Err(Miss::Ask);
            }
        }
        let (another, past) = operand(b, text, next).map_err(ask)?;
        operands.push(another);
        end = past;
    }
    Ok((operator, operands, end))
}

/// A value that a fact is held against. Dates and what may be misread are left to the grammar.
pub(super) fn operand(b: &Builder, text: &str, start: usize) -> Scan<Operand> {
    let first = at(text, start);
    if first.is_ascii_digit() {
        return figure(b, text, start);
    }
    if first == b'"' {
        let inner = &text.as_bytes()[start + 1..];
        let length = memchr::memchr3(b'"', b'\n', b'\r', inner).filter(|at| inner[*at] == b'"');
        let length = length.ok_or(Miss::Ask)?;
        let end = start + length + 2;
        let content = text[start + 1..end - 1].to_owned();
        return Ok((Operand::Text(content, b.stretch(start, end)), end));
    }
    let end = name(text, start)?;
    let span = b.stretch(start, end);
    Ok(match &text[start..end] {
        "yes" => (Operand::Bool(true, span), end),
        "no" => (Operand::Bool(false, span), end),
        word if is_reserved(word) => return Err(Miss::Not),
        _ => (Operand::Name(b.name_at(text, start, end)), end),
    })
}

/// A number or a length of time.
fn figure(b: &Builder, text: &str, start: usize) -> Scan<Operand> {
    let dated = text.as_bytes()[start..].iter().position(|byte| !byte.is_ascii_digit());
    if dated.is_some_and(|length| at(text, start + length) == b'-') {
        return Err(Miss::Ask);
    }
    match lengths::duration(b, text, start) {
        Ok((found, end)) => return Ok((Operand::Duration(found), end)),
        Err(Miss::Ask) => return Err(Miss::Ask),
        Err(Miss::Not) => {}
    }
    let (found, end) = number(text, start)?;
    Ok((Operand::Number(found, b.stretch(start, end)), end))
}
