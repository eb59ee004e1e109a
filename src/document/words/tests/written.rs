//! Conditions as an author writes them, built by hand.

use super::fixture::{date, name};
use crate::cases::CaseSet;
use crate::hir::Cond;
use crate::source::Span;
use crate::value::{Clock, Condition, Decimal, Duration, Operand, Operator, Test, Unit};
use std::sync::Arc;

pub fn test(fact: &str, operator: Operator, operands: Vec<Operand>) -> Condition {
    Condition::Test(Test { fact: name(fact), operator, operands, span: Span::default() })
}

pub fn named(values: &[&str]) -> Vec<Operand> {
    values.iter().map(|value| Operand::Name(name(value))).collect()
}

pub fn is(fact: &str, values: &[&str]) -> Condition {
    test(fact, Operator::Is, named(values))
}

pub fn is_not(fact: &str, values: &[&str]) -> Condition {
    test(fact, Operator::IsNot, named(values))
}

pub fn order(fact: &str, operator: Operator, value: &str) -> Condition {
    test(fact, operator, named(&[value]))
}

pub fn holds(fact: &str) -> Condition {
    test(fact, Operator::Holds, Vec::new())
}

pub fn not(inner: Condition) -> Condition {
    Condition::Not(Box::new(inner), Span::default())
}

pub fn all<const N: usize>(parts: [Condition; N]) -> Condition {
    Condition::All(parts.into(), Span::default())
}

pub fn any<const N: usize>(parts: [Condition; N]) -> Condition {
    Condition::Any(parts.into(), Span::default())
}

pub fn nodes(operator: Operator, number: i64) -> Condition {
    test("nodes", operator, vec![Operand::Number(Decimal::whole(number), Span::default())])
}

pub fn on_date(fact: &str, operator: Operator, day: &str) -> Condition {
    test(fact, operator, vec![Operand::Date(date(day), Span::default())])
}

pub fn years(operator: Operator, amount: u32) -> Condition {
    let term = Duration { amount, unit: Unit::Year, clock: Clock::Elapsed, span: Span::default() };
    test("term", operator, vec![Operand::Duration(term)])
}

pub fn cond(written: &Condition) -> Cond {
    Cond { written: Some(Arc::new(written.clone())), cases: CaseSet::nothing() }
}
