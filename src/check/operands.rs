//! What a fact is compared with: which of its values is meant, and what is said where it has no such value.
//!
//! In: the operands of a condition or the words of a label. Out: their places among the values of the fact.

use super::context::Context;
use super::facts::{FactInfo, Value, Values};
use super::lookup::suggested;
use crate::diagnostic::{Diagnostic, neighbours, registry};
use crate::resolve::VALUED;
use crate::source::Span;
use crate::syntax::cell::not_known_yet;
use crate::value::{Name, Operand, Test};
use smallvec::SmallVec;
use std::borrow::Borrow;

impl Context<'_> {
    /// The classes of some values; all of them are looked at, and what is wrong with one is reported.
    pub(super) fn chosen(
        &mut self,
        fact: &FactInfo<'_>,
        values: &[Value<'_>],
        operands: impl IntoIterator<Item = impl Borrow<Operand>>,
    ) -> Option<SmallVec<[usize; 4]>> {
        // That a fact has no values, or none that could be read, was reported where it is declared.
        if values.is_empty() {
            return None;
        }
        let (mut chosen, mut wrong) = (SmallVec::new(), false);
        for operand in operands {
            match self.class(fact, values, operand.borrow()) {
                Some(class) => chosen.push(class),
                None => wrong = true,
            }
        }
        (!wrong).then_some(chosen)
    }

    pub(super) fn one_value(&mut self, test: &Test) {
        self.error(&registry::WRONG_TYPE, test.span, "a comparison needs one value", "more than one");
    }

    pub(super) fn unordered(&mut self, test: &Test, why: &str) {
        let finding = Diagnostic::new(
            &registry::UNORDERED_COMPARISON,
            test.span,
            format!("the values of `{}` cannot be compared so", test.fact),
        )
        .label("no order to compare in")
        .note(why)
        .help(format!("name the values: `{} is one of …`", test.fact));
        self.report(finding);
    }

    /// The class of a value.
    pub(super) fn class(
        &mut self,
        fact: &FactInfo<'_>,
        values: &[Value<'_>],
        operand: &Operand,
    ) -> Option<usize> {
        let text;
        let wanted = match operand {
            Operand::Name(name) => name,
            Operand::Text(written, span) => {
                text = Name::new(written.as_str(), *span);
                &text
            }
            Operand::Number(_, span)
            | Operand::Date(_, span)
            | Operand::Instant(_, span)
            | Operand::Bool(_, span) => {
                self.not_a_name(fact, operand, *span);
                return None;
            }
            Operand::Duration(duration) => {
                self.not_a_name(fact, operand, duration.span);
                return None;
            }
        };
        // The space finds most of them at once; before there is one, and for what it cuts otherwise, all are looked at.
        let named = |class: &usize| values.get(*class).is_some_and(|value| value.name == *wanted);
        let class = self.space.class(fact.dim, wanted.as_str()).filter(named);
        if let Some(class) = class.or_else(|| values.iter().position(|value| value.name == *wanted)) {
            let value = &values[class];
            value.named.set();
            self.reach(fact.name.as_str(), wanted, &value.audience, value.name.span);
            return Some(class);
        }
        if let Some(slip) = not_known_yet(wanted) {
            self.report(slip);
            return None;
        }
        let message = if VALUED.contains(&fact.name.as_str()) {
            format!("there is no {} called `{wanted}`", fact.name)
        } else {
            format!("`{wanted}` is not a value of `{}`", fact.name)
        };
        let finding = Diagnostic::new(&registry::UNKNOWN_VALUE, wanted.span, message);
        let there = self.sparingly(values.iter().map(|value| value.name.as_str()));
        let mut finding = suggested(finding, wanted, there);
        if finding.help.is_none() {
            let names: Vec<String> = values.iter().take(8).map(|value| format!("`{}`", value.name)).collect();
            let one_more = values.iter().any(|value| neighbours(value.name.as_str(), wanted.as_str()));
            let names = crate::hir::join(&names);
            finding = finding.help(if !one_more {
                format!("it can be {names}")
            } else if VALUED.contains(&fact.name.as_str()) {
                format!("declare it: `{} {wanted} \"…\"`; so far it can be {names}", fact.name)
            } else {
                format!("add it to the values of `{}`; so far it can be {names}", fact.name)
            });
        }
        self.report(finding);
        None
    }

    pub(super) fn not_a_name(&mut self, fact: &FactInfo<'_>, operand: &Operand, span: Span) {
        let finding = Diagnostic::new(
            &registry::WRONG_TYPE,
            span,
            format!("`{}` has values with names, and this is {}", fact.name, kind_of(operand)),
        )
        .label("not the name of a value");
        self.report(numbered(fact, operand, span, finding));
    }
}

/// `1` for the only value whose name ends with it, as `p1` or `severity-1`; all names, otherwise.
fn numbered(fact: &FactInfo<'_>, operand: &Operand, span: Span, finding: Diagnostic) -> Diagnostic {
    let Values::Named(values) = &fact.values else { return finding };
    let number = if let Operand::Number(number, _) = operand { Some(number.to_string()) } else { None };
    let ends = |name: &str| {
        let before = number.as_deref().and_then(|number| name.strip_suffix(number));
        before.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit()))
    };
    let mut fitting = values.iter().map(|value| value.name.as_str()).filter(|name| ends(name));
    if let (Some(name), None) = (fitting.next(), fitting.next()) {
        return finding.fix(format!("change it to `{name}`"), false, span, name);
    }
    let names: Vec<String> = values.iter().take(8).map(|value| format!("`{}`", value.name)).collect();
    if names.is_empty() { finding } else { finding.help(format!("it can be {}", crate::hir::join(&names))) }
}

/// What sort of value an operand is, in a message.
pub(super) fn kind_of(operand: &Operand) -> &'static str {
    match operand {
        Operand::Name(_) => "a name",
        Operand::Text(..) => "a text",
        Operand::Number(..) => "a number",
        Operand::Duration(_) => "a length of time",
        Operand::Date(..) => "a date",
        Operand::Instant(..) => "a date with a time",
        Operand::Bool(..) => "yes or no",
    }
}
