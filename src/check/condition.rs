//! Conditions: from words to exact sets of cases.
//!
//! In: conditions as they were written. Out: sets of cases, or findings about facts and values that do not exist or do not
//! go together. A part that is wrong makes the whole condition absent, and the other parts are still looked at.

use super::context::Context;
use super::facts::{FactInfo, Value, Values};
use super::lookup::suggested;
use crate::cases::{CaseSet, ClassSet};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Cond;
use crate::resolve::one;
use crate::resolve::{EVENTS, FACTS, VALUED};
use crate::source::Span;
use crate::syntax::cell::not_known_yet;
use crate::value::{Condition, Name, Operand, Operator, Test};
use std::sync::Arc;

/// A condition could not be understood, which was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong;

impl<'a> Context<'a> {
    /// The condition of a statement, if it has one.
    pub fn when(&mut self, condition: Option<&Condition>) -> Result<Option<Cond>, Wrong> {
        condition.map(|condition| self.cond(condition).ok_or(Wrong)).transpose()
    }

    /// A condition with its cases; one that no case can meet is reported.
    pub fn cond(&mut self, condition: &Condition) -> Option<Cond> {
        let cases = self.cases(condition)?;
        if self.settled && !cases.overlaps(self.space.possible()) && !self.space.possible().is_empty() {
            let finding = Diagnostic::new(
                &registry::IMPOSSIBLE_CONDITION,
                condition.span(),
                "no case can meet this condition",
            )
            .label("never true")
            .help("look for values that exclude each other, or that exist only in other cases");
            self.report(finding);
            return None;
        }
        Some(Cond { written: Some(Arc::new(condition.clone())), cases })
    }

    /// Exactly the cases of a condition.
    pub fn cases(&mut self, condition: &Condition) -> Option<CaseSet> {
        match condition {
            Condition::All(parts, span) => {
                let parts: Vec<_> = parts.iter().map(|part| self.cases(part)).collect();
                let mut all = CaseSet::everything();
                for part in parts {
                    let both = all.try_and(&part?);
                    all = self.decided(both, *span)?;
                }
                Some(all)
            }
            Condition::Any(parts, span) if !self.list_goes_on(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.cases(part)).collect();
                let parts: Option<Vec<CaseSet>> = parts.into_iter().collect();
                let any = CaseSet::try_union(&parts?);
                self.decided(any, *span)
            }
            // A list that goes on with `or` was reported.
            Condition::Any(..) => None,
            Condition::Not(inner, _) => Some(self.cases(inner)?.not()),
            Condition::Test(test) => self.test(test),
        }
    }

    /// Reports `kind is one of a, b or c`, in which the last value stands where a fact would; whether it is so.
    fn list_goes_on(&mut self, parts: &[Condition]) -> bool {
        let last = parts.windows(2).find_map(|pair| match pair {
            [Condition::Test(list), Condition::Test(last)] if last.operator == Operator::Holds => {
                let fact = self.facts.get(&list.fact.text)?;
                let value = fact.value(&last.fact).is_some() && !self.facts.contains_key(&last.fact.text);
                let end = list.operands.last().filter(|_| list.operands.len() > 1)?.span().end;
                value.then(|| (last.fact.clone(), Span { start: end, ..last.fact.span }))
            }
            _ => None,
        });
        let Some((value, gap)) = last else { return false };
        // In a condition with a slip all have one place; what is right there is said once that is mended.
        if gap.start > gap.end || value.span.start < gap.start {
            return true;
        }
        let finding = Diagnostic::new(
            &registry::WRONG_TYPE,
            value.span,
            "commas stand between the values of a list, before the last one too",
        )
        .label(format!("`, {value}`"));
        self.report(finding.fix(format!("write `, {value}`"), false, gap, format!(", {value}")));
        true
    }

    fn test(&mut self, test: &Test) -> Option<CaseSet> {
        if test.fact.as_str() == "covered" {
            let answers = self.yes_no(test)?;
            let asked = |class: usize, cases: CaseSet| {
                if answers.contains(class) { cases } else { CaseSet::nothing() }
            };
            return Some(asked(0, self.covered.clone()).or(&asked(1, self.covered.not())));
        }
        let fact = self.fact_of(&test.fact, &test.operands)?;
        let classes = self.classes(&fact, test)?;
        Some(CaseSet::is(fact.dim, classes))
    }

    /// The classes of a fact that a test asks for.
    pub fn classes(&mut self, fact: &FactInfo<'a>, test: &Test) -> Option<ClassSet> {
        Some(match &fact.values {
            Values::YesNo => self.yes_no(test)?,
            Values::Named(values) => self.named(fact, values, test)?,
            Values::Cut(measure, cuts, _) => {
                let comparisons = self.measured(fact, *measure, test)?;
                let mut classes = ClassSet::none(cuts.classes().len());
                for (comparison, place) in comparisons {
                    // Every place that a policy names is a threshold, so no class holds both sides of it.
                    classes = classes.or(&cuts.select(comparison, place)?);
                }
                if test.operator == Operator::IsNot { classes.not() } else { classes }
            }
        })
    }

    /// The fact of this name, or a finding.
    pub fn fact(&mut self, name: &Name) -> Option<Arc<FactInfo<'a>>> {
        self.fact_of(name, &[])
    }

    fn fact_of(&mut self, name: &Name, operands: &[Operand]) -> Option<Arc<FactInfo<'a>>> {
        if let Some(fact) = self.facts.get(&name.text) {
            let fact = Arc::clone(fact);
            fact.ask(self.pricing);
            self.reach("fact", name, &fact.audience, fact.name.span);
            return Some(fact);
        }
        let finding = not_known_yet(name).unwrap_or_else(|| self.no_fact(name, operands));
        self.report(finding);
        None
    }

    /// The finding about a fact that does not exist, which is held against these values.
    fn no_fact(&self, name: &Name, operands: &[Operand]) -> Diagnostic {
        let start = |message: String| Diagnostic::new(&registry::UNKNOWN_FACT, name.span, message);
        if VALUED.contains(&name.as_str()) {
            return start(format!("no {name} is declared, so nothing can depend on the {name}"))
                .label(format!("which {name}?"))
                .help(match operands {
                    [Operand::Name(value)] => {
                        format!("declare the values, this one and the others: `{name} {value} \"…\"`")
                    }
                    _ => format!("declare the values: `{name} some-name \"…\"`"),
                });
        }
        if name.as_str() == "release" {
            return start("no product has releases, so nothing can depend on the release".to_owned())
                .label("which release?")
                .help("give a product a table of its releases");
        }
        if let Some((fact, symbol)) = self.symbols().values(name.as_str()).first() {
            return start(format!("`{name}` is {}, not a fact", one(fact)))
                .label("a condition asks for a fact")
                .related(symbol.name.span, "declared here")
                .fix(format!("write `{fact} is {name}`"), false, name.span, format!("{fact} is {name}"));
        }
        if let Some(symbol) = self.symbols().named(name.as_str()).first() {
            return start(format!("`{name}` is {}, not a fact", one(symbol.keyword)))
                .label("a condition asks for a fact")
                .related(symbol.name.span, "declared here")
                .help("a condition begins with a fact");
        }
        if let ("it" | "request" | "ticket" | "case", [Operand::Name(event)]) = (name.as_str(), operands)
            && EVENTS.contains(&event.as_str())
        {
            return start(format!("there is no fact called `{name}`"))
                .label("this tells what happens, and a condition says of what kind a case is")
                .help(format!(
                    "a step of a process waits for an event with `on {event}` in place of `when …`"
                ));
        }
        let there = self.facts.keys().map(smol_str::SmolStr::as_str).chain(FACTS);
        let finding =
            suggested(start(format!("there is no fact called `{name}`")), name, self.sparingly(there));
        if finding.help.is_some() {
            return finding;
        }
        finding.help(format!("declare it with its values: `fact {name} \"…\" {{ … }}`"))
    }

    /// The answers that a test of a yes/no fact asks for: class 0 is yes, class 1 is no.
    fn yes_no(&mut self, test: &Test) -> Option<ClassSet> {
        let named = test.operands.iter().map(|operand| match operand {
            Operand::Bool(value, _) => Some(usize::from(!value)),
            Operand::Name(_)
            | Operand::Text(..)
            | Operand::Number(..)
            | Operand::Duration(_)
            | Operand::Date(..)
            | Operand::Instant(..) => None,
        });
        let named: Option<Vec<usize>> = named.collect();
        let answer = match (test.operator, named.as_deref()) {
            (Operator::Holds, Some([])) => Some(ClassSet::of(2, [0])),
            (Operator::Is, Some([_, ..])) => named.map(|named| ClassSet::of(2, named)),
            (Operator::IsNot, Some([_, ..])) => named.map(|named| ClassSet::of(2, named).not()),
            (
                Operator::Holds
                | Operator::Is
                | Operator::IsNot
                | Operator::AtLeast
                | Operator::AtMost
                | Operator::MoreThan
                | Operator::LessThan
                | Operator::Before
                | Operator::After,
                _,
            ) => None,
        };
        if answer.is_none() {
            // In a table a label or a cell is all that is written.
            let in_table = !test.operands.is_empty() && test.fact.span == test.span;
            let forms = if in_table {
                ["yes".into(), "no".into()]
            } else {
                [test.fact.to_string(), format!("not {}", test.fact)]
            };
            let finding = Diagnostic::new(
                &registry::WRONG_TYPE,
                test.span,
                format!("`{}` is yes or no, and cannot be compared with anything else", test.fact),
            )
            .label("a yes/no fact")
            .help(format!("write `{}` or `{}`", forms[0], forms[1]));
            self.report(finding);
        }
        answer
    }

    /// The classes of a fact with named values that a test asks for.
    fn named(&mut self, fact: &FactInfo<'_>, values: &[Value<'_>], test: &Test) -> Option<ClassSet> {
        let size = values.len();
        let chosen = self.chosen(fact, values, &test.operands)?;
        match test.operator {
            // That nothing says what it can be is a finding of its own.
            Operator::Holds if values.is_empty() && fact.declared.is_some() => None,
            Operator::Holds => {
                let example = values.first().map_or("…", |value| value.name.as_str());
                let finding = Diagnostic::new(
                    &registry::WRONG_TYPE,
                    test.span,
                    format!("`{}` alone says nothing, since it is not a yes/no fact", test.fact),
                )
                .label("is what?")
                .help(format!("write `{} is {example}`", test.fact));
                self.report(finding);
                None
            }
            Operator::Is => Some(ClassSet::of(size, chosen)),
            Operator::IsNot => Some(ClassSet::of(size, chosen).not()),
            Operator::AtLeast | Operator::AtMost | Operator::MoreThan | Operator::LessThan => {
                let [class] = chosen.as_slice() else {
                    self.one_value(test);
                    return None;
                };
                self.ordered(fact, values, *class, test)
            }
            Operator::Before | Operator::After => {
                self.unordered(test, "`is before` and `is after` are for dates");
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn a_yes_no_fact_can_be_one_of_both() {
        let both = "fact known \"Known\" { yes or no }\n\
            commitment reply \"Reply\" {\n  from received\n  until responded\n  \
            | known | reply |\n  |---|---|\n  | yes, no | 4 hours |\n  \
            except within 1 hour when known is one of yes, no and severity is high\n}\n";
        assert_eq!(codes(&format!("{BASE}{both}")), Vec::<String>::new());
        let other = "fact known \"Known\" { yes or no }\nscope { covers when known is one of yes, high }\n";
        assert_eq!(codes(&format!("{BASE}{other}")), ["wrong-type known is one of yes, high"]);
    }
}
