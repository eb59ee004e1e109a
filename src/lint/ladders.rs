//! What two values of an ordered fact get for the same case: a higher plan beside a lower one, a graver severity beside a
//! lighter one.
//!
//! In: a set of rules, and two values. Out: the pairs of rules that decide the same case but for that value, as far as the one
//! is worse than the other. Values are compared before cases, since most of them are in order.

use crate::cases::{CaseSet, Dim, Near, Space};
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

/// Of very many steps of one ladder each is held against so many next ones only.
const FURTHEST: usize = 32;

/// Every plan with each plan below it, nearest first; of very many with the next ones only.
pub fn plans(program: &Program) -> Vec<(Pair, &Name, &Name)> {
    let Some(dim) = program.space.dim("plan") else { return Vec::new() };
    let class = |name: &Name| program.space.class(dim, name.as_str());
    let mut found = Vec::new();
    for (name, plan) in &program.plans {
        for lower in plan.below.iter().take(FURTHEST) {
            if let (Some(above), Some(below)) = (class(name), class(lower)) {
                found.push((Pair { dim, above, below }, name, lower));
            }
        }
    }
    found
}

/// Every severity with each lighter one, nearest first; of very many with the next ones only.
pub fn severities(program: &Program) -> Vec<(Pair, &Name, &Name)> {
    let Some((dim, fact)) = super::clauses::gravity(program) else { return Vec::new() };
    let values = fact.values();
    let mut found = Vec::new();
    for (above, graver) in values.iter().enumerate() {
        for (below, lighter) in values.iter().enumerate().skip(above + 1).take(FURTHEST) {
            found.push((Pair { dim, above, below }, &graver.clause.name, &lighter.clause.name));
        }
    }
    found
}

/// Of more rules than this those that may share a case are looked up.
const MANY: usize = 48;

/// A set of rules, divided by the values of a fact.
pub struct Ladder<'p, V> {
    dim: Dim,
    /// For each value the rules that may decide for it, in order.
    steps: Vec<Vec<Step<'p, V>>>,
    /// For each value what its rules are written for, where some value has many.
    near: Vec<OnceCell<Near>>,
}

/// A rule for one value of the fact.
struct Step<'p, V> {
    rule: usize,
    value: &'p V,
    /// What it is written for.
    written: &'p CaseSet,
    /// Where it decides.
    decides: &'p CaseSet,
    /// What it is written for, and where it decides, whatever the fact is: each worked out once.
    wide: OnceCell<CaseSet>,
    here: OnceCell<CaseSet>,
}

impl<V> Step<'_, V> {
    fn wide(&self, dim: Dim, class: usize) -> &CaseSet {
        self.wide.get_or_init(|| self.written.given(dim, class))
    }

    fn here(&self, dim: Dim, class: usize) -> &CaseSet {
        self.here.get_or_init(|| self.decides.given(dim, class))
    }
}

impl<'p, V> Ladder<'p, V> {
    /// Divides the rules by the values of a fact.
    pub fn new(set: &'p RuleSet<V>, space: &Space, dim: Dim) -> Self {
        let mut steps: Vec<Vec<Step<'p, V>>> = Vec::new();
        steps.resize_with(space.size(dim), Vec::new);
        let many = set.regions.len() > MANY;
        for region in &set.regions {
            let Some(rule) = set.rules.get(region.rule) else { continue };
            // What a rule is written for is a small set, and tells most values apart.
            let mut side = rule.when.cases.plain_classes(dim);
            if side.is_none() || many {
                side = region.cases.plain_classes(dim).or(side);
            }
            let step = || Step {
                rule: region.rule,
                value: &rule.value,
                written: &rule.when.cases,
                decides: &region.cases,
                wide: OnceCell::new(),
                here: OnceCell::new(),
            };
            match side {
                Some(side) => side.iter().for_each(|class| steps[class].push(step())),
                None => steps.iter_mut().for_each(|steps| steps.push(step())),
            }
        }
        let mut near = Vec::new();
        if steps.iter().any(|steps| steps.len() > MANY) {
            near.resize_with(steps.len(), OnceCell::new);
        }
        Self { dim, steps, near }
    }

    /// The pairs of rules, each rule above once, of which the one above is worse. `in_order` knows most values that are as they
    /// should be, and costs little; `may_be` looks at the values alone, `is` at the cases too.
    pub fn worse(
        &self,
        pair: Pair,
        in_order: impl Fn(&V, &V) -> bool,
        may_be: impl Fn(&V, &V) -> bool,
        is: impl Fn(&V, &V, &Side) -> bool,
    ) -> Vec<Side> {
        let of = |class: usize| self.steps.get(class).map_or(&[][..], Vec::as_slice);
        let mut found = Vec::new();
        let lows = of(pair.below);
        for high in of(pair.above) {
            let beside = |low: &Step<'p, V>| {
                if low.rule == high.rule
                    || in_order(high.value, low.value)
                    || high.written.plainly_apart(low.written, Some(self.dim))
                    || !may_be(high.value, low.value)
                    || !high.wide(self.dim, pair.above).overlaps(low.wide(self.dim, pair.below))
                {
                    return None;
                }
                let cases = high.here(self.dim, pair.above).and(low.here(self.dim, pair.below));
                let side = Side { above: high.rule, below: low.rule, cases };
                (!side.cases.is_empty() && is(high.value, low.value, &side)).then_some(side)
            };
            let first = match self.near.get(pair.below).filter(|_| lows.len() > MANY) {
                None => lows.iter().find_map(beside),
                Some(near) => {
                    let wide = || lows.iter().map(|low| low.wide(self.dim, pair.below).clone());
                    let near = near.get_or_init(|| Near::new(wide()));
                    let places = near.to(high.wide(self.dim, pair.above)).into_iter();
                    places.filter_map(|at| lows.get(at)).find_map(beside)
                }
            };
            found.extend(first);
        }
        found
    }
}
