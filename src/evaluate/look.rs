//! Which rule decides a case of which not everything need be known.
//!
//! In: a rule set and the cases that are left, or all that is known of them. Out: the rules that decide them, all of one value; or
//! that nothing is said; or the facts on which it depends. A fact that was not given may have any value, and as long as every
//! value leads to the same answer it does not matter.

use super::known::{Known, Unsettled};
use crate::cases::{CaseSet, Dim};
use crate::hir::{Program, Rule, RuleSet};

/// What a rule set says of some cases.
#[derive(Clone, Debug)]
pub enum Look<'a, V> {
    /// These rules decide, which all say the same; the first decides the first of the cases.
    Decided(Vec<&'a Rule<V>>),
    /// It speaks of none of the cases.
    Outside,
    /// It speaks of them and says nothing.
    Gap,
    /// It depends on these facts.
    Depends(Vec<Dim>),
    /// It depends on these facts, of which nobody knows the value yet.
    Waits(Vec<Dim>),
}

/// Looks up what is known of a case. What is said for a phase alone is not said of a release that is surely not in it, or of which
/// every phase is over.
pub fn look_up<'a, V>(
    program: &Program,
    set: &'a RuleSet<V>,
    known: &Known,
    same: impl Fn(&V, &V) -> bool,
) -> Look<'a, V> {
    let cases = known.left(program);
    match look(program, set, &cases, same) {
        Look::Depends(_) if known.still(&cases).is_some_and(|still| says_nothing(set, &still)) => Look::Gap,
        Look::Depends(facts) => match known.unsettled(program, facts) {
            Unsettled::Asked(facts) => Look::Depends(facts),
            Unsettled::Waits(facts) => Look::Waits(facts),
            Unsettled::Over => Look::Gap,
        },
        said @ (Look::Decided(_) | Look::Outside | Look::Gap | Look::Waits(_)) => said,
    }
}

/// Whether nothing is said of some cases, not even by a line that waits.
fn says_nothing<V>(set: &RuleSet<V>, cases: &CaseSet) -> bool {
    let waits = |rule: &Rule<V>| rule.when.cases.and(&set.domain).overlaps(cases);
    !set.regions.iter().any(|region| region.cases.overlaps(cases)) && !set.waiting.iter().any(waits)
}

/// Looks some cases up.
pub fn look<'a, V>(
    program: &Program,
    set: &'a RuleSet<V>,
    cases: &CaseSet,
    same: impl Fn(&V, &V) -> bool,
) -> Look<'a, V> {
    let mut here: Vec<(&'a Rule<V>, &'a CaseSet)> = set
        .regions
        .iter()
        .filter(|region| region.cases.overlaps(cases))
        .filter_map(|region| Some((set.rules.get(region.rule)?, &region.cases)))
        .collect();
    if !set.waiting.is_empty() {
        wait(set, cases, &mut here);
    }
    let outside = !cases.is_subset_of(&set.domain);
    let gap = set.gaps.overlaps(cases);
    let one = here.windows(2).all(|pair| same(&pair[0].0.value, &pair[1].0.value));
    match (here.as_slice(), outside, gap) {
        ([], true, false) => Look::Outside,
        ([], false, _) => Look::Gap,
        ([_, ..], false, false) if one => Look::Decided(here.iter().map(|(rule, _)| *rule).collect()),
        _ => {
            let sets = here.iter().map(|(_, cases)| *cases).chain([&set.domain, &set.gaps]);
            Look::Depends(matters(program, sets, cases))
        }
    }
}

/// Puts the lines of which nobody knows yet when they hold in the place of the rules that they may override, and of what no
/// rule decides.
fn wait<'a, V>(set: &'a RuleSet<V>, cases: &CaseSet, here: &mut Vec<(&'a Rule<V>, &'a CaseSet)>) {
    let rest = here.iter().fold(cases.and(&set.domain), |rest, (_, region)| rest.minus(region));
    for (rule, region) in here.iter_mut() {
        let (layer, region) = (rule.layer, region.and(cases));
        let above = |waiting: &&Rule<V>| waiting.layer >= layer && waiting.when.cases.overlaps(&region);
        *rule = set.waiting.iter().find(above).unwrap_or(rule);
    }
    let unsaid = set.waiting.iter().find(|waiting| waiting.when.cases.overlaps(&rest));
    here.extend(unsaid.map(|waiting| (waiting, &waiting.when.cases)));
}

/// Whether all of the cases are in a set; otherwise, if some are, the facts on which it depends.
pub fn within(program: &Program, set: &CaseSet, cases: &CaseSet) -> Result<bool, Vec<Dim>> {
    if cases.is_subset_of(set) {
        return Ok(true);
    }
    if cases.overlaps(set) { Err(matters(program, [set], cases)) } else { Ok(false) }
}

/// The facts on which it depends whether one of the cases is in the one set or in another.
pub fn matters<'a>(
    program: &Program,
    sets: impl IntoIterator<Item = &'a CaseSet> + Clone,
    cases: &CaseSet,
) -> Vec<Dim> {
    let depends = |dim: &Dim| {
        sets.clone().into_iter().any(|set| {
            let here = set.and(cases);
            here.forget(*dim).and(cases) != here
        })
    };
    let found: Vec<Dim> = program.space.dims().filter(depends).collect();
    if !found.is_empty() {
        return found;
    }
    // Facts that follow from each other change together, so that none of them matters alone. Of those that do together, the
    // ones that are named first are kept.
    let open = |dim: &Dim| {
        (0..program.space.size(*dim))
            .filter(|class| cases.overlaps(&program.space.is(*dim, [*class])))
            .nth(1)
            .is_some()
    };
    let told = |kept: &[Dim]| {
        let others = || program.space.dims().filter(|dim| !kept.contains(dim));
        sets.clone().into_iter().all(|set| {
            let here = set.and(cases);
            others().fold(here.clone(), |left, dim| left.forget(dim)).and(cases) == here
        })
    };
    let mut named: Vec<Dim> = sets
        .clone()
        .into_iter()
        .filter(|set| set.overlaps(cases) && !cases.is_subset_of(set))
        .flat_map(CaseSet::dims)
        .filter(open)
        .collect();
    named.sort_unstable();
    named.dedup();
    for dim in named.clone().into_iter().rev() {
        let fewer: Vec<Dim> = named.iter().copied().filter(|other| *other != dim).collect();
        if !fewer.is_empty() && told(&fewer) {
            named = fewer;
        }
    }
    named
}
