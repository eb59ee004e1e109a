//! Conditions and what they hold facts against.

use super::dates::{date, instant};
use super::durations::{duration, plain_number};
use super::unexpected;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::grammar::{Builder, Built, Pair, R, first};
use crate::value::{Condition, Operand, Operator, Test};

/// A condition.
pub(in crate::syntax) fn condition(b: &Builder, pair: Pair<'_>) -> Built<Condition> {
    let span = b.span(&pair);
    let mut parts = Vec::new();
    let mut joiners: Vec<(bool, Span)> = Vec::new();
    for part in pair.clone().into_inner() {
        if part.as_rule() == R::joiner {
            joiners.push((part.as_str() == "and", b.span(&part)));
        } else {
            parts.push((unary(b, part.clone())?, part.as_str().trim().to_owned()));
        }
    }
    if let Some(&(_, other)) = joiners.iter().find(|(and, _)| *and != joiners[0].0) {
        return Err(Box::new(mixed(&parts, &joiners, other)));
    }
    let and = joiners.first().is_some_and(|(and, _)| *and);
    let mut parts: Vec<Condition> = parts.into_iter().map(|(part, _)| part).collect();
    Ok(match parts.len() {
        1 => parts.remove(0),
        _ if and => Condition::All(parts, span),
        _ => Condition::Any(parts, span),
    })
}

/// Shows both readings of `a and b or c`.
fn mixed(parts: &[(Condition, String)], joiners: &[(bool, Span)], at: Span) -> Diagnostic {
    let word = |and: bool| if and { "and" } else { "or" };
    let mut one = String::new();
    let mut two = String::new();
    // Brackets around runs of the first word, then around runs of the other one.
    for (text, and) in [(&mut one, true), (&mut two, false)] {
        let mut open = false;
        for (index, (_, part)) in parts.iter().enumerate() {
            let next = joiners.get(index).map(|(joiner, _)| *joiner);
            if !open && next == Some(and) {
                text.push('(');
                open = true;
            }
            text.push_str(part);
            if open && next != Some(and) {
                text.push(')');
                open = false;
            }
            if let Some(next) = next {
                text.push_str(&format!(" {} ", word(next)));
            }
        }
    }
    Diagnostic::new(
        &registry::MIXED_CONDITION,
        at,
        "`and` and `or` stand beside each other, which can be read in two ways",
    )
    .label(format!("the other word is `{}`", word(joiners[0].0)))
    .related(joiners[0].1, "the first one is here")
    .help(format!("put brackets around what belongs together: `{one}`, or `{two}`"))
}

fn unary(b: &Builder, pair: Pair<'_>) -> Built<Condition> {
    let span = b.span(&pair);
    match pair.as_rule() {
        R::negation => {
            let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
            Ok(Condition::Not(Box::new(unary(b, inner)?), span))
        }
        R::group => {
            let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
            condition(b, inner)
        }
        R::test => test(b, pair),
        _ => unexpected(span, &pair),
    }
}

fn test(b: &Builder, pair: Pair<'_>) -> Built<Condition> {
    let span = b.span(&pair);
    let whole = pair.clone();
    let mut parts = pair.into_inner();
    let Some(fact) = parts.next() else { return unexpected(span, &whole) };
    let fact = b.name(&fact);
    let Some(word) = parts.next() else {
        return Ok(Condition::Test(Test { fact, operator: Operator::Holds, operands: Vec::new(), span }));
    };
    let words: Vec<&str> = word.as_str().split_whitespace().collect();
    let operator = match words.as_slice() {
        ["is"] | ["is", "one", "of"] => Operator::Is,
        ["is", "not", ..] => Operator::IsNot,
        ["is", "at", "least"] => Operator::AtLeast,
        ["is", "at", "most"] => Operator::AtMost,
        ["is", "more", "than"] => Operator::MoreThan,
        ["is", "less", "than"] => Operator::LessThan,
        ["is", "before"] => Operator::Before,
        ["is", "after"] => Operator::After,
        _ => return unexpected(b.span(&word), &word),
    };
    let Some(operands) = parts.next() else { return unexpected(span, &whole) };
    let operands = operands.into_inner().map(|part| operand(b, part)).collect::<Built<Vec<_>>>()?;
    let several = words.ends_with(&["one", "of"]);
    if !several && operands.len() > 1 {
        let second = operands[1].span();
        return Err(Box::new(
            Diagnostic::new(
                &registry::SYNTAX,
                second,
                format!("`{}` holds a fact against one value", words.join(" ")),
            )
            .label("this is one more")
            .help("for several values write `is one of …`"),
        ));
    }
    Ok(Condition::Test(Test { fact, operator, operands, span }))
}

/// A value that a fact is held against.
pub(in crate::syntax) fn operand(b: &Builder, pair: Pair<'_>) -> Built<Operand> {
    let span = b.span(&pair);
    let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
    Ok(match inner.as_rule() {
        R::instant => Operand::Instant(instant(b, inner)?, span),
        R::date => Operand::Date(date(b, &inner)?, span),
        R::duration => Operand::Duration(duration(b, inner)?),
        R::number => Operand::Number(plain_number(b, &inner)?, span),
        R::yes => Operand::Bool(true, span),
        R::no => Operand::Bool(false, span),
        R::value_text => Operand::Text(inner.as_str().trim_matches('"').to_owned(), span),
        R::name => Operand::Name(b.name(&inner)),
        _ => return unexpected(span, &pair),
    })
}
