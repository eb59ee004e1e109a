//! Conditions for sets of cases that nobody wrote down, and orders as lists of values.
//!
//! In: an exact set of cases, and the facts of the program. Out: the fewest conditions that hold exactly these cases. A
//! test of an order ("at least High") becomes the list of the values meant, as long as that is short.

use super::tree::{Claim, Compare, Says, Tree};
use crate::cases::{CaseSet, ClassSet};
use crate::document::words::Wording;
use crate::hir::{Fact, FactKind, Interval};
use crate::source::Span;
use crate::time::Date;
use crate::value::{Clock, Decimal, Duration, Name, Operand, Unit};

/// The most values that are listed where an order is meant.
const MOST_LISTED: usize = 3;

impl Wording<'_> {
    /// The conditions that hold exactly the cases of a set.
    pub(super) fn tree_of_cases(&self, cases: &CaseSet) -> Tree {
        let Ok(conditions) = cases.summary(&self.program.space) else {
            let name = Name::new("", Span::default());
            return Tree::Test(Claim { fact: name, says: Says::Unsaid });
        };
        let all = conditions.iter().map(|condition| {
            let sides = condition.sides.iter().filter_map(|(dim, classes)| {
                let (name, fact) = self.program.facts.get_index(dim.index())?;
                Some(side(name, fact, classes))
            });
            Tree::All(sides.collect())
        });
        let all: Vec<Tree> = all.collect();
        if all.iter().any(Tree::is_always) { Tree::always() } else { Tree::Any(all) }
    }

    /// The tree with tests of an order between named values as lists of the values meant.
    pub(super) fn named_orders(&self, tree: Tree) -> Tree {
        match tree {
            Tree::All(parts) => Tree::All(parts.into_iter().map(|part| self.named_orders(part)).collect()),
            Tree::Any(parts) => Tree::Any(parts.into_iter().map(|part| self.named_orders(part)).collect()),
            Tree::Test(claim) => Tree::Test(self.named_order(claim)),
        }
    }

    fn named_order(&self, claim: Claim) -> Claim {
        let Says::Compare(compare, Operand::Name(value)) = &claim.says else { return claim };
        let Some(fact) = self.program.facts.get(&claim.fact) else { return claim };
        let names = || fact.values().iter().map(|known| &known.clause.name);
        let than = names().position(|name| name == value).map(|place| (place, value));
        let names = names().enumerate();
        let meant: Vec<&Name> = names
            .filter(|here| than.is_some_and(|than| self.lies(&claim.fact, *here, *compare, than)))
            .map(|(_, name)| name)
            .take(MOST_LISTED + 1)
            .collect();
        if meant.is_empty() || meant.len() > MOST_LISTED {
            return claim;
        }
        let values = meant.into_iter().cloned().map(Operand::Name).collect();
        Claim { fact: claim.fact, says: Says::OneOf { not: false, values } }
    }

    /// Whether a value lies on a side of another one. Plans have the order of `extends`; of severities and priorities the
    /// first one is the most; all else goes up in the order of its declaration.
    fn lies(
        &self,
        fact: &Name,
        (here, name): (usize, &Name),
        compare: Compare,
        (there, than): (usize, &Name),
    ) -> bool {
        let includes = matches!(compare, Compare::AtLeast | Compare::AtMost);
        if name == than {
            return includes;
        }
        let up = matches!(compare, Compare::AtLeast | Compare::MoreThan);
        if fact == "plan" {
            let (upper, lower) = if up { (name, than) } else { (than, name) };
            return self.program.plans.get(upper).is_some_and(|plan| plan.below.contains(lower));
        }
        let gravest_first = matches!(fact.as_str(), "severity" | "priority");
        (here > there) == (up != gravest_first)
    }
}

/// One side of a condition as a test.
fn side(name: &Name, fact: &Fact, classes: &ClassSet) -> Tree {
    let test = |says| Tree::Test(Claim { fact: name.clone(), says });
    match &fact.kind {
        FactKind::Values(values) => {
            let rest = classes.not();
            let not = classes.count() > MOST_LISTED && rest.count() < classes.count();
            let listed = if not { &rest } else { classes };
            let values = listed.iter().filter_map(|class| values.get(class));
            let values = values.map(|value| Operand::Name(value.clause.name.clone())).collect();
            test(Says::OneOf { not, values })
        }
        FactKind::YesNo => test(Says::Holds(classes.contains(0))),
        FactKind::Date(intervals) => spans(name, intervals, classes, date),
        FactKind::Number(intervals) => spans(name, intervals, classes, number),
        FactKind::Duration(intervals) => spans(name, intervals, classes, duration),
    }
}

/// Runs of neighbouring classes, each as one test of its two ends.
fn spans(
    name: &Name,
    intervals: &[Interval],
    classes: &ClassSet,
    operand: fn(i64) -> Option<Operand>,
) -> Tree {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for class in classes.iter() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == class => *last = class,
            _ => runs.push((class, class)),
        }
    }
    let tests = runs.into_iter().map(|(first, last)| {
        let low = intervals.get(first).and_then(|interval| interval.low);
        let high = intervals.get(last).and_then(|interval| interval.high);
        let says = match (low, high) {
            (None, None) => None,
            (Some(low), Some(high)) if low == high => {
                operand(low).map(|value| Says::OneOf { not: false, values: vec![value] })
            }
            (Some(low), Some(high)) => lower_end(low, operand)
                .zip(upper_end(high, operand))
                .map(|(low, high)| Says::Between(low, high)),
            (Some(low), None) => {
                lower_end(low, operand).map(|(compare, value)| Says::Compare(compare, value))
            }
            (None, Some(high)) => {
                upper_end(high, operand).map(|(compare, value)| Says::Compare(compare, value))
            }
        };
        says.map_or_else(Tree::always, |says| Tree::Test(Claim { fact: name.clone(), says }))
    });
    Tree::Any(tests.collect())
}

/// The lower end of a stretch: one step above a rounder value, it is "more than" that value.
fn lower_end(low: i64, operand: fn(i64) -> Option<Operand>) -> Option<(Compare, Operand)> {
    let (exact, before) = (operand(low)?, operand(low - 1));
    match before.filter(|before| is_rounder(before, &exact)) {
        Some(before) => Some((Compare::MoreThan, before)),
        None => Some((Compare::AtLeast, exact)),
    }
}

/// The upper end of a stretch: one step below a rounder value, it is "less than" that value.
fn upper_end(high: i64, operand: fn(i64) -> Option<Operand>) -> Option<(Compare, Operand)> {
    let (exact, after) = (operand(high)?, operand(high + 1));
    match after.filter(|after| is_rounder(after, &exact)) {
        Some(after) => Some((Compare::LessThan, after)),
        None => Some((Compare::AtMost, exact)),
    }
}

/// Whether a neighbouring value is the one that somebody wrote: fewer digits, or a larger unit. Days are all alike.
fn is_rounder(one: &Operand, than: &Operand) -> bool {
    match (one, than) {
        (Operand::Number(one, _), Operand::Number(than, _)) => one.scale < than.scale,
        (Operand::Duration(one), Operand::Duration(than)) => one.unit > than.unit,
        _ => false,
    }
}

fn date(days: i64) -> Option<Operand> {
    Date::from_number(days).map(|date| Operand::Date(date, Span::default()))
}

#[expect(clippy::unnecessary_wraps, reason = "the same signature as for dates and lengths of time")]
fn number(billionths: i64) -> Option<Operand> {
    Some(Operand::Number(Decimal { units: billionths, scale: 9 }.shortest(), Span::default()))
}

/// A length of time in the largest unit that it is a whole number of; a month is the twelfth part of 365.25 days.
fn duration(seconds: i64) -> Option<Operand> {
    let units = [
        (31_557_600, Unit::Year),
        (2_629_800, Unit::Month),
        (604_800, Unit::Week),
        (86_400, Unit::Day),
        (3600, Unit::Hour),
        (60, Unit::Minute),
        (1, Unit::Second),
    ];
    let (length, unit) = units.into_iter().find(|(length, _)| seconds % length == 0)?;
    let amount = u32::try_from(seconds / length).ok()?;
    Some(Operand::Duration(Duration { amount, unit, clock: Clock::Elapsed, span: Span::default() }))
}
