//! What two values of an ordered fact get for the same case: a higher plan beside a lower one, a graver severity beside a
//! lighter one.
//!
//! In: a set of rules, and two values. Out: the pairs of rules that decide the same case but for that value, as far as the one
//! is worse than the other. Values are compared before cases, since most of them are in order.

use crate::cases::{CaseSet, Dim};
use crate::hir::{Program, RuleSet};
use crate::value::Name;
use std::cell::OnceCell;

/// Two values of a fact, of which the first promises at least as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The fact.
    pub dim: Dim,
    /// The higher plan, or the graver severity.
    pub above: usize,
    /// The lower plan, or the lighter severity.
    pub below: usize,
}

/// Two rules, and the cases, but for the fact, in which they stand side by side.
#[derive(Clone, Debug)]
pub struct Side {
    /// The rule of the value above.
    pub above: usize,
    /// The rule of the value below.
    pub below: usize,
    /// The cases, whatever the fact is.
    pub cases: CaseSet,
}

impl Pair {
    /// The cases of a side in which the fact has the value above, or that below.
    pub fn cases(&self, program: &Program, side: &Side) -> (CaseSet, CaseSet) {
        let with = |class: usize| side.cases.and(&program.space.is(self.dim, [class]));
        (with(self.above), with(self.below))
    }
}

/// Every plan with each plan below it, nearest first.
pub fn plans(program: &Program) -> Vec<(Pair, &Name, &Name)> {
    let Some(dim) = program.space.dim("plan") else { return Vec::new() };
    let class = |name: &Name| program.space.class(dim, name.as_str());
    let mut found = Vec::new();
    for (name, plan) in &program.plans {
        for lower in &plan.below {
            if let (Some(above), Some(below)) = (class(name), class(lower)) {
                found.push((Pair { dim, above, below }, name, lower));
            }
        }
    }
    found
}

/// Every severity with each lighter one, nearest first.
pub fn severities(program: &Program) -> Vec<(Pair, &Name, &Name)> {
    let Some((dim, fact)) = super::clauses::gravity(program) else { return Vec::new() };
    let values = fact.values();
    let mut found = Vec::new();
    for (above, graver) in values.iter().enumerate() {
        for (below, lighter) in values.iter().enumerate().skip(above + 1) {
            found.push((Pair { dim, above, below }, &graver.clause.name, &lighter.clause.name));
        }
    }
    found
}

/// The pairs of rules, each rule above once, of which the one above is worse. `may_be` looks at the values alone, `is` at the
/// cases too.
pub fn worse<V>(
    set: &RuleSet<V>,
    pair: Pair,
    may_be: impl Fn(&V, &V) -> bool,
    is: impl Fn(&V, &V, &Side) -> bool,
) -> Vec<Side> {
    let of = |class: usize| {
        let all = set.regions.iter().filter_map(move |region| Some((region, set.rules.get(region.rule)?)));
        all.filter(move |(region, rule)| {
            !rule.when.cases.plainly_lacks(pair.dim, class) && !region.cases.plainly_lacks(pair.dim, class)
        })
    };
    // What a rule below is written for, and where it decides, whatever the fact is: each worked out once.
    let lows: Vec<_> =
        of(pair.below).map(|(below, low)| (below, low, OnceCell::new(), OnceCell::new())).collect();
    let mut found = Vec::new();
    for (above, high) in of(pair.above) {
        let mut wide: Option<CaseSet> = None;
        let mut here: Option<CaseSet> = None;
        let others = lows.iter().filter(|(below, ..)| below.rule != above.rule);
        let side = others.into_iter().find_map(|(below, low, written, decides)| {
            if !may_be(&high.value, &low.value) {
                return None;
            }
            // What a rule is written for is a small set, and tells most pairs apart; regions lie within what is possible.
            let wide = wide.get_or_insert_with(|| high.when.cases.given(pair.dim, pair.above));
            if !wide.overlaps(written.get_or_init(|| low.when.cases.given(pair.dim, pair.below))) {
                return None;
            }
            let above_cases = here.get_or_insert_with(|| above.cases.given(pair.dim, pair.above));
            let cases = above_cases.and(decides.get_or_init(|| below.cases.given(pair.dim, pair.below)));
            let side = Side { above: above.rule, below: below.rule, cases };
            (!side.cases.is_empty() && is(&high.value, &low.value, &side)).then_some(side)
        });
        found.extend(side);
    }
    found
}
