//! What rules in two layers mean, case by case.
//!
//! In: rules, each with its cases, and the cases that the thing speaks of. Out: which rules stand in each case, and which
//! are at fault. Exceptions stand above the base; within a layer a strictly narrower rule wins.

use super::model::What;
use super::values::Val;
use std::collections::BTreeSet;

/// A rule of one thing.
#[derive(Clone, Debug)]
pub struct Rule {
    pub value: Val,
    pub except: bool,
    pub origin: Origin,
    /// The possible cases that it is for, by their position.
    pub cases: Vec<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Line,
    OwnTable,
    Table,
    Inherited,
}

/// What the rules of one thing mean.
#[derive(Debug)]
pub struct Verdict {
    /// The cases that it speaks of.
    pub domain: Vec<bool>,
    /// The rules that stand in each case.
    pub standing: Vec<Vec<usize>>,
    /// Pairs of rules that stand in one case and differ.
    pub conflicts: BTreeSet<(usize, usize)>,
    pub outside_base: BTreeSet<usize>,
    pub unreachable: BTreeSet<usize>,
    pub adds_nothing: BTreeSet<usize>,
    pub without_effect: BTreeSet<usize>,
}

/// Rules in their two layers.
pub struct Layered<'r> {
    pub what: What,
    pub rules: &'r [Rule],
    pub domain: &'r [bool],
}

impl Layered<'_> {
    fn active(&self, rule: usize, case: usize) -> bool {
        self.rules[rule].cases[case] && self.domain[case]
    }

    fn all_cases(&self) -> std::ops::Range<usize> {
        0..self.domain.len()
    }

    /// Whether all cases of one rule are cases of another of its layer, which has more.
    fn narrower(&self, inner: usize, outer: usize) -> bool {
        let within = self.all_cases().all(|case| !self.active(inner, case) || self.active(outer, case));
        let more = self.all_cases().any(|case| self.active(outer, case) && !self.active(inner, case));
        self.rules[inner].except == self.rules[outer].except && within && more
    }

    fn same(&self, one: usize, other: usize) -> bool {
        self.rules[one].value.same(self.rules[other].value, self.what)
    }

    /// What the rules mean in each of so many cases.
    pub fn verdict(&self, count: usize) -> Verdict {
        let all = 0..self.rules.len();
        let narrower: Vec<Vec<bool>> =
            all.clone().map(|inner| all.clone().map(|outer| self.narrower(inner, outer)).collect()).collect();
        let above = |one: usize, other: usize| {
            self.rules[one].except && !self.rules[other].except || narrower[one][other]
        };
        // The rules that stand in a case if `gone` were not there.
        let stand = |case: usize, gone: Option<usize>| -> Vec<usize> {
            let active: Vec<usize> =
                all.clone().filter(|rule| Some(*rule) != gone && self.active(*rule, case)).collect();
            let beaten = |rule: usize| active.iter().any(|other| above(*other, rule));
            active.iter().copied().filter(|rule| !beaten(*rule)).collect()
        };
        // What is said in a case, each thing by the first rule that says it.
        let said = |standing: &[usize]| -> BTreeSet<usize> {
            let first = |rule: usize| all.clone().find(|other| self.same(*other, rule)).unwrap_or(rule);
            standing.iter().map(|rule| first(*rule)).collect()
        };
        let standing: Vec<Vec<usize>> = (0..count).map(|case| stand(case, None)).collect();
        let mut verdict = Verdict {
            domain: self.domain.to_vec(),
            standing,
            conflicts: BTreeSet::new(),
            outside_base: BTreeSet::new(),
            unreachable: BTreeSet::new(),
            adds_nothing: BTreeSet::new(),
            without_effect: BTreeSet::new(),
        };
        for standing in &verdict.standing {
            for (at, second) in standing.iter().enumerate() {
                let differing = standing[..at].iter().filter(|first| !self.same(**first, *second));
                verdict.conflicts.extend(differing.map(|first| (*first, *second)));
            }
        }
        for rule in all.clone() {
            let Rule { except, origin, cases, .. } = &self.rules[rule];
            let base =
                |case: usize| all.clone().any(|other| !self.rules[other].except && self.active(other, case));
            if *except && (0..count).any(|case| self.active(rule, case) && !base(case)) {
                verdict.outside_base.insert(rule);
            }
            let stands: Vec<usize> =
                (0..count).filter(|case| verdict.standing[*case].contains(&rule)).collect();
            if stands.is_empty() {
                if *origin != Origin::Inherited && cases.contains(&true) {
                    verdict.unreachable.insert(rule);
                }
                continue;
            }
            if *origin != Origin::Line {
                continue;
            }
            let earlier = |case: &usize| {
                verdict.standing[*case].iter().any(|other| *other < rule && self.same(*other, rule))
            };
            let idle =
                stands.iter().all(|case| said(&stand(*case, Some(rule))) == said(&verdict.standing[*case]));
            let wider = stands.iter().any(|case| {
                stand(*case, Some(rule))
                    .into_iter()
                    .any(|other| narrower[rule][other] && self.same(other, rule))
            });
            if stands.iter().all(earlier) || (!except && idle && wider) {
                verdict.adds_nothing.insert(rule);
            } else if *except && idle {
                verdict.without_effect.insert(rule);
            }
        }
        verdict
    }
}
