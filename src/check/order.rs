//! Comparisons: plans by `extends`, severities from the gravest down, releases, numbers, dates and lengths of time.
//!
//! In: a test that compares, and the fact. Out: the classes on the right side, or a finding where there is no order.

use super::circles::circles;
use super::context::Context;
use super::facts::{FactInfo, Value};
use super::measure::Measure;
use super::operands::kind_of;
use crate::cases::{ClassSet, Comparison};
use crate::diagnostic::{Diagnostic, registry};
use crate::resolve::Resolved;
use crate::syntax::ast::{Declaration, Plan};
use crate::value::{Name, Named, Operand, Operator, Test};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Context<'_> {
    /// The classes on one side of a value, where there is an order.
    pub(super) fn ordered(
        &mut self,
        fact: &FactInfo<'_>,
        values: &[Value<'_>],
        class: usize,
        test: &Test,
    ) -> Option<ClassSet> {
        let size = values.len();
        let same = ClassSet::of(size, [class]);
        let (above, below) = match fact.name.as_str() {
            // The gravest is declared first and is the most.
            "severity" | "priority" => (ClassSet::of(size, 0..class), ClassSet::of(size, class + 1..size)),
            "release" => (ClassSet::of(size, class + 1..size), ClassSet::of(size, 0..class)),
            "plan" => self.plans_around(values, class, test)?,
            _ => {
                self.unordered(
                    test,
                    "only plans, severities, releases, numbers and lengths of time have an order",
                );
                return None;
            }
        };
        Some(match test.operator {
            Operator::AtLeast => above.or(&same),
            Operator::AtMost => below.or(&same),
            Operator::MoreThan => above,
            Operator::LessThan => below,
            Operator::Holds | Operator::Is | Operator::IsNot | Operator::Before | Operator::After => same,
        })
    }

    pub(super) fn plans_around(
        &mut self,
        values: &[Value<'_>],
        class: usize,
        test: &Test,
    ) -> Option<(ClassSet, ClassSet)> {
        let plan = values.get(class)?.name.clone();
        let extends = Arc::clone(&self.extends);
        if !extends.too_high.is_empty() {
            return None;
        }
        let (higher, lower) = (extends.above(plan.as_str()), extends.below(plan.as_str()));
        let mut above = Vec::new();
        let mut below = Vec::new();
        let mut unrelated = None;
        for (at, other) in values.iter().enumerate().filter(|(at, _)| *at != class) {
            if higher.contains(&other.name) {
                above.push(at);
            } else if lower.contains(&other.name) {
                below.push(at);
            } else {
                unrelated = unrelated.or(Some(other));
            }
        }
        if let Some(other) = unrelated {
            let finding = Diagnostic::new(
                &registry::UNRELATED_PLANS,
                test.span,
                format!("the plans `{plan}` and `{}` are not in one order", other.name),
            )
            .label(format!("is `{}` more or less than `{plan}`?", other.name))
            .related(other.name.span, "this plan neither extends it nor is extended by it")
            .help("name the plans: `plan is one of …`, or let one extend the other");
            self.report(finding);
            return None;
        }
        Some((ClassSet::of(values.len(), above), ClassSet::of(values.len(), below)))
    }

    /// The comparisons that a test of a date, number or length of time makes.
    pub(super) fn measured(
        &mut self,
        fact: &FactInfo<'_>,
        measure: Measure,
        test: &Test,
    ) -> Option<Vec<(Comparison, i64)>> {
        let mut places = Vec::new();
        for operand in &test.operands {
            let Some(place) = measure.place(operand) else {
                let business = matches!((measure, operand), (Measure::Duration, Operand::Duration(_)));
                let what = if business { "time on a calendar" } else { kind_of(operand) };
                let finding = Diagnostic::new(
                    &registry::WRONG_TYPE,
                    operand.span(),
                    format!("`{}` is {}, and this is {what}", fact.name, measure.word()),
                )
                .label(format!("not {}", measure.word()));
                self.report(finding);
                return None;
            };
            places.push(place);
        }
        let dates = measure == Measure::Date;
        let comparison = match test.operator {
            Operator::Is | Operator::IsNot => Comparison::Is,
            Operator::AtLeast if !dates => Comparison::AtLeast,
            Operator::AtMost if !dates => Comparison::AtMost,
            Operator::MoreThan if !dates => Comparison::More,
            Operator::LessThan if !dates => Comparison::Less,
            Operator::Before if dates => Comparison::Less,
            Operator::After if dates => Comparison::More,
            Operator::AtLeast
            | Operator::AtMost
            | Operator::MoreThan
            | Operator::LessThan
            | Operator::Before
            | Operator::After
            | Operator::Holds => {
                let (why, help) = if test.operator == Operator::Holds {
                    ("it is not a yes/no fact", "say what it is compared with")
                } else if dates {
                    ("dates are earlier or later", "write `is before` or `is after`")
                } else {
                    ("`is before` and `is after` are for dates", "write `is less than` or `is more than`")
                };
                let finding = Diagnostic::new(
                    &registry::WRONG_TYPE,
                    test.span,
                    format!("`{}` is {}, and cannot be asked for so", fact.name, measure.word()),
                )
                .label(why)
                .help(help);
                self.report(finding);
                return None;
            }
        };
        if places.len() != 1 && comparison != Comparison::Is {
            self.one_value(test);
            return None;
        }
        Some(places.into_iter().map(|place| (comparison, place)).collect())
    }
}

/// Which plans extend which, as written.
#[derive(Debug, Default)]
pub struct Extends {
    /// For each plan the plans right below it.
    pub right_below: Named<Vec<Name>>,
    right_above: Named<Vec<Name>>,
    /// The plans that stand above more than [`MOST_BELOW`] others, and right above none that does.
    pub too_high: Vec<Name>,
}

/// Above so many others a plan may stand. What a plan inherits, and what it is held against, grows with their number, and
/// no customer chooses among so many steps of one ladder.
pub const MOST_BELOW: usize = 200;

impl Extends {
    /// What the plans of a policy say.
    pub fn of(resolved: &Resolved<'_>) -> Self {
        let mut extends = Self::default();
        for placed in &resolved.declarations {
            let Declaration::Plan(decl) = placed.declaration else { continue };
            let Some(name) = &decl.name else { continue };
            let below = decl.body.own().filter_map(|statement| match &statement.kind {
                Some(Plan::Extends { plan }) => Some(plan.clone()),
                Some(
                    Plan::Price { .. } | Plan::Grants { .. } | Plan::GrantsLimit { .. } | Plan::Runs { .. },
                )
                | None => None,
            });
            let below: Vec<Name> = below.flatten().collect();
            if extends.right_below.contains_key(name) {
                continue;
            }
            for lower in &below {
                extends.right_above.entry(lower.clone()).or_default().push(name.clone());
            }
            extends.right_below.insert(name.clone(), below);
        }
        if extends.right_below.len() > MOST_BELOW {
            extends.find_too_high();
        }
        extends
    }

    fn find_too_high(&mut self) {
        let high = |(name, _): &(&Name, &Vec<Name>)| self.below(name.as_str()).len() > MOST_BELOW;
        let high: BTreeSet<&Name> = self.right_below.iter().filter(high).map(|(name, _)| name).collect();
        let first = |name: &Name| !self.right_below[name].iter().any(|lower| high.contains(lower));
        self.too_high = high.iter().copied().filter(|name| first(name)).cloned().collect();
    }

    /// The plans that extend themselves in the end, the first of each circle.
    pub fn circles(&self) -> Vec<Name> {
        let places = |names: &Vec<Name>| {
            names.iter().filter_map(|name| self.right_below.get_index_of(name)).collect::<Vec<_>>()
        };
        let leads: Vec<Vec<usize>> = self.right_below.values().map(places).collect();
        let first = circles(&leads).into_iter().filter_map(|at| self.right_below.get_index(at));
        first.map(|(name, _)| name.clone()).collect()
    }

    /// All plans below a plan, nearest first; a few more than there may be where there are too many.
    pub fn below(&self, plan: &str) -> IndexSet<Name, FxBuildHasher> {
        reached(&self.right_below, plan, MOST_BELOW)
    }

    /// All plans above a plan, nearest first; not all where one stands above too many.
    pub fn above(&self, plan: &str) -> IndexSet<Name, FxBuildHasher> {
        reached(&self.right_above, plan, if self.too_high.is_empty() { usize::MAX } else { MOST_BELOW })
    }
}

/// The plans that are reached from a plan, nearest first; no more are looked for once there are more than `most`.
fn reached(next: &Named<Vec<Name>>, plan: &str, most: usize) -> IndexSet<Name, FxBuildHasher> {
    let of = |name: &str| next.get(name).into_iter().flatten();
    let mut found: IndexSet<Name, FxBuildHasher> = of(plan).filter(|name| **name != *plan).cloned().collect();
    let mut at = 0;
    while let Some(name) = found.get_index(at).filter(|_| found.len() <= most).cloned() {
        found.extend(of(name.as_str()).filter(|name| **name != *plan).cloned());
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::MOST_BELOW;
    use crate::check::trial::{BASE, codes};

    /// A policy with so many plans, each right above the one before it.
    fn ladder(plans: usize) -> String {
        let plan = |at: usize| format!("plan p{at} \"Plan {at}\" {{ extends {} }}\n", before(at));
        let before = "plan base \"Base\"\n".to_owned();
        BASE.to_owned() + &before + &(1..=plans).map(plan).collect::<String>()
    }

    fn before(at: usize) -> String {
        if at == 1 { "base".to_owned() } else { format!("p{}", at - 1) }
    }

    #[test]
    fn a_plan_above_too_many_others_is_told_once() {
        assert_eq!(codes(&ladder(MOST_BELOW)), Vec::<String>::new());
        let text =
            ladder(20 * MOST_BELOW) + "entitlement seats \"Seats\"\nplan own \"Own\" { grants seats }\n";
        assert_eq!(codes(&text), ["too-deep p201"]);
    }

    #[test]
    fn a_plan_that_many_extend_is_above_none() {
        let wide = |at: usize| format!("plan p{at} \"Plan {at}\" {{ extends base }}\n");
        let wide: String = (0..2 * MOST_BELOW).map(wide).collect();
        let text = format!(
            "{BASE}plan base \"Base\"\n{wide}commitment c \"C\" {{ from received; until responded; within 2 days; \
             except within 1 day when plan is more than base }}\n"
        );
        assert_eq!(codes(&text), Vec::<String>::new());
    }
}
