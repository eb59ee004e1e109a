//! Levels whose numbers do not grow from the gravest down, though nothing says so: readers take level 1 for the gravest.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{FactValue, spoken};
use crate::lint::clauses::{GravityWords, gravity, is_explained};

/// Looks at severities or priorities that all have a number.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some((_, fact)) = gravity(context.program).filter(|(_, fact)| !is_explained(&fact.clause)) else {
        return;
    };
    let values = fact.values();
    let numbers: Option<Vec<u32>> = values.iter().map(number).collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) else { return };
    let wrong = numbers.windows(2).position(|pair| matches!(pair, [graver, lighter] if graver >= lighter));
    let Some((above, value)) = wrong.and_then(|at| Some((values.get(at)?, values.get(at + 1)?))) else {
        return;
    };
    let falls = numbers.windows(2).all(|pair| matches!(pair, [graver, lighter] if graver > lighter));
    let (first, second) = (called(above), called(value));
    let words = GravityWords::of(fact);
    let finding = if falls {
        Diagnostic::new(
            &registry::MISNUMBERED_LEVELS,
            value.clause.name.span,
            format!(
                "the {} level has the highest number, and nothing says so: `{first}` is {} than `{second}`",
                words.most, words.more
            ),
        )
        .label(format!("{}, with a lower number", words.less))
    } else {
        Diagnostic::new(
            &registry::MISNUMBERED_LEVELS,
            value.clause.name.span,
            format!("the numbers of the levels are not in order: `{second}` comes after `{first}`"),
        )
        .label(format!("is it {} than the one above?", words.less))
    };
    findings.push(
        finding
            .related(above.clause.name.span, format!("declared first, so it is {}", words.more))
            .help(format!(
                "declare the {} first; if the numbers are meant to run the other way, say so between the braces of the fact, with `means \"…\"`",
                words.most
            )),
    );
}

/// What readers see of a level.
fn called(value: &FactValue) -> &str {
    spoken(value.clause.title.as_deref(), &value.clause.name)
}

/// The number that a level ends or begins with.
fn number(value: &FactValue) -> Option<u32> {
    let of = |text: &str| {
        let digits: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        match digits.as_slice() {
            [one] if text.ends_with(one) || text.starts_with(one) => one.parse().ok(),
            [] | [_] | [_, _, ..] => None,
        }
    };
    of(called(value)).or_else(|| of(value.clause.name.as_str()))
}
