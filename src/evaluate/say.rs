//! What findings about examples say: conditions as they are written, instants, and the working of a clock.
//!
//! In: values and answers. Out: short texts in the words of findings. Answers to people are put into words in `emit`.

use super::commitments::Applied;
use super::context::Context;
use super::known::Known;
use super::process::Course;
use super::working::working as worked;
use crate::cases::CaseSet;
use crate::hir::{Cond, FactKind};
use crate::source::Span;
use crate::time::{DateTime, Instant, Moment};
use crate::value::{Condition, Operand, Operator, Test};

pub use crate::hir::say::{duration, figure, promise, quantity};

/// How many stretches of a working a finding shows.
const SHOWN: usize = 8;

/// A local time as it is written: `2026-12-24 16:45`.
pub fn local(at: DateTime) -> String {
    format!("{} {}", at.date, at.time)
}

/// An instant on the clocks of the policy, with its weekday: `Thu 2026-12-24 16:45`.
pub fn instant(context: &Context<'_>, at: Instant) -> String {
    let shown = context.clock.local(at);
    format!("{} {}", shown.date.weekday().code(), local(shown))
}

/// A condition as it is written.
pub fn condition(condition: &Condition) -> String {
    let joined = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| match part {
                Condition::All(..) | Condition::Any(..) => format!("({})", self::condition(part)),
                Condition::Not(..) | Condition::Test(_) => self::condition(part),
            })
            .collect();
        parts.join(&format!(" {word} "))
    };
    match condition {
        Condition::All(parts, _) => joined(parts, "and"),
        Condition::Any(parts, _) => joined(parts, "or"),
        Condition::Not(inner, _) => format!("not {}", self::condition(inner)),
        Condition::Test(test) => self::test(test),
    }
}

fn test(test: &Test) -> String {
    let operands: Vec<String> = test.operands.iter().map(operand).collect();
    let several = operands.len() > 1;
    let word = match test.operator {
        Operator::Holds => return format!("`{}`", test.fact),
        Operator::Is if several => "is one of",
        Operator::Is => "is",
        Operator::IsNot if several => "is not one of",
        Operator::IsNot => "is not",
        Operator::AtLeast => "is at least",
        Operator::AtMost => "is at most",
        Operator::MoreThan => "is more than",
        Operator::LessThan => "is less than",
        Operator::Before => "is before",
        Operator::After => "is after",
    };
    format!("`{} {word} {}`", test.fact, operands.join(", "))
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::Name(name) => name.to_string(),
        Operand::Text(text, _) => format!("\"{text}\""),
        Operand::Number(number, _) => number.to_string(),
        Operand::Duration(length) => duration(length),
        Operand::Date(date, _) => date.to_string(),
        Operand::Instant(at, _) => local(*at),
        Operand::Bool(value, _) => if *value { "yes" } else { "no" }.to_owned(),
    }
}

/// What holds in the place of a condition, where that is one value.
pub fn instead_of(context: &Context<'_>, condition: &Condition, known: &Known) -> Option<String> {
    let tests = condition.tests();
    let [test] = tests.as_slice() else { return None };
    if test.fact.as_str() == "covered" {
        let covered = super::coverage::covered(context, known)?;
        return Some(if covered { "the case is covered" } else { "the case is not covered" }.to_owned());
    }
    let program = context.program;
    let cases = known.left(program);
    let dim = program.space.dim(test.fact.as_str())?;
    let mut left =
        (0..program.space.size(dim)).filter(|class| cases.overlaps(&program.space.is(dim, [*class])));
    let (class, None) = (left.next()?, left.next()) else { return None };
    let label = program.space.label(dim, class)?;
    let fact = context.fact(dim)?;
    Some(match fact.kind {
        FactKind::YesNo => format!("`{}` is {label}", test.fact),
        FactKind::Values(_) | FactKind::Date(_) | FactKind::Number(_) | FactKind::Duration(_) => {
            format!("`{}` is `{label}`", test.fact)
        }
    })
}

/// The line of the scope that decides, where a condition asks whether the case is covered.
pub fn scope_line(context: &Context<'_>, cond: &Cond, cases: &CaseSet) -> Option<(Span, String)> {
    let asks = cond.written.as_ref()?.tests().iter().any(|test| test.fact.as_str() == "covered");
    let scope = context.program.scope.as_ref().filter(|_| asks)?;
    let line = scope
        .excludes
        .iter()
        .map(|line| (&line.when, line.span))
        .chain(scope.covers.iter().map(|line| (&line.when, line.span)))
        .find(|(when, _)| cases.is_subset_of(&when.cases));
    line.map(|(_, span)| (span, "this line of the scope decides".to_owned()))
}

/// How a clock was counted: `Thu 2026-12-24 12:30 to 13:00 counts 30 minutes; …`.
pub fn working(context: &Context<'_>, applied: &Applied<'_>, course: &Course) -> String {
    let (Some(ticks), Some(start), Some(Ok(due))) = (&applied.ticks, applied.start, &applied.due) else {
        return String::new();
    };
    let (counted, passed) = worked(context, applied, ticks, start, *due, course);
    let mut parts: Vec<(Instant, String)> = Vec::new();
    for part in &counted {
        if let (Some(from), Some(to)) = (read(&part.from), read(&part.to)) {
            parts.push((from, format!("{} counts {}", between(context, from, to), amount(&part.amount))));
        }
    }
    for part in &passed {
        // That a calendar is closed at night says nothing to anybody.
        if let (Some(from), Some(to), Some(name)) = (read(&part.from), read(&part.to), &part.name) {
            parts.push((from, format!("{} does not: {name}", between(context, from, to))));
        }
    }
    parts.sort_by_key(|(at, _)| *at);
    let hidden = parts.len().saturating_sub(SHOWN);
    let mut words: Vec<String> = parts.into_iter().take(SHOWN).map(|(_, words)| words).collect();
    if hidden > 0 {
        words.push(format!("and {hidden} more"));
    }
    words.join("; ")
}

fn read(text: &str) -> Option<Instant> {
    match Moment::parse(text) {
        Ok(Moment::Instant(at)) => Some(at),
        Ok(Moment::Local(_)) | Err(_) => None,
    }
}

/// A stretch, the day said once where it is one.
fn between(context: &Context<'_>, from: Instant, to: Instant) -> String {
    let (begin, end) = (context.clock.local(from), context.clock.local(to));
    if begin.date == end.date {
        format!("{} to {}", instant(context, from), end.time)
    } else {
        format!("{} to {}", instant(context, from), instant(context, to))
    }
}

/// A length in ISO 8601 as people say it: `PT3H30M` is 3:30, `P1D` one day.
fn amount(iso: &str) -> String {
    let Some(time) = iso.strip_prefix("PT") else {
        let days = iso.trim_start_matches('P').trim_end_matches('D');
        return if days == "1" { "one day".to_owned() } else { format!("{days} days") };
    };
    let mut number = String::new();
    let mut parts = [0_u32; 3];
    for letter in time.chars() {
        match letter {
            'H' | 'M' | 'S' => {
                let place = match letter {
                    'H' => 0,
                    'M' => 1,
                    _ => 2,
                };
                parts[place] = number.parse().unwrap_or(0);
                number.clear();
            }
            digit => number.push(digit),
        }
    }
    let [hours, minutes, seconds] = parts;
    if seconds == 0 { format!("{hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}
