//! Rule sets as lists of entries.
//!
//! In: rules with the regions that each decides. Out: one entry for each box of a region. Where the audience does not see
//! some of the rules, it gets what the others say by themselves, which the room of cases works out anew; a promise is then
//! never made that rests on a rule that cannot be shown.

use super::super::RulesError;
use super::cases::named;
use super::clause::plain;
use super::context::Context;
use crate::cases::{self, CaseSet};
use crate::emit::rules::types::{Cases, Entry, Rules};
use crate::hir::{Cond, Layer, RuleSet};

/// The entries of a rule set. `only` is the condition of its domain, `same` says whether two values are the same promise.
pub fn rules<V, T>(
    cx: &Context<'_>,
    set: &RuleSet<V>,
    only: Option<&Cond>,
    same: impl Fn(&V, &V) -> bool,
    value: impl Fn(&V) -> T,
) -> Result<Rules<T>, RulesError> {
    let shown: Vec<usize> = (0..set.rules.len()).filter(|at| cx.shows(&set.rules[*at].clause)).collect();
    let named = named(shown.iter().map(|at| &set.rules[*at].when).chain(only));
    let (regions, gaps) = decided(cx, set, &shown, same)?;
    let sets: Vec<CaseSet> =
        regions.iter().map(|(cases, _)| cases.clone()).chain(std::iter::once(gaps)).collect();
    let mut lists = cx.view.lists(&sets, &named)?;
    let gaps = lists.pop().unwrap_or_default();
    let mut entries = Vec::new();
    for ((_, rule), whens) in regions.iter().zip(lists) {
        let Some(rule) = set.rules.get(*rule) else { continue };
        entries.extend(whens.into_iter().map(|when| Entry {
            when,
            value: value(&rule.value),
            rule: plain(cx, &rule.clause, rule.path.clone(), rule.span),
        }));
    }
    Ok(Rules {
        domain: cx.view.unless_all(&set.domain, &named)?,
        entries,
        gaps: gaps.into_iter().map(|when| Cases { when }).collect(),
    })
}

/// The same, or nothing where there is no rule to show.
pub fn some_rules<V, T>(
    cx: &Context<'_>,
    set: &RuleSet<V>,
    only: Option<&Cond>,
    same: impl Fn(&V, &V) -> bool,
    value: impl Fn(&V) -> T,
) -> Result<Option<Rules<T>>, RulesError> {
    if set.rules.iter().any(|rule| cx.shows(&rule.clause)) {
        rules(cx, set, only, same, value).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether in some of these cases something is said that meets a test.
pub fn said_somewhere<V>(
    cx: &Context<'_>,
    set: &RuleSet<V>,
    place: &CaseSet,
    same: impl Fn(&V, &V) -> bool,
    meets: impl Fn(&V) -> bool,
) -> Result<bool, RulesError> {
    let shown: Vec<usize> = (0..set.rules.len()).filter(|at| cx.shows(&set.rules[*at].clause)).collect();
    let (regions, _) = decided(cx, set, &shown, same)?;
    for (cases, rule) in regions {
        let meets = set.rules.get(rule).is_some_and(|rule| meets(&rule.value)) && cases.overlaps(place);
        if meets && cx.view.occurs(&cases.try_and(place)?)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The regions that the shown rules decide, each with its rule, and the cases that none of them does.
fn decided<V>(
    cx: &Context<'_>,
    set: &RuleSet<V>,
    shown: &[usize],
    same: impl Fn(&V, &V) -> bool,
) -> Result<(Vec<(CaseSet, usize)>, CaseSet), RulesError> {
    if shown.len() == set.rules.len() {
        let regions = set.regions.iter().map(|region| (region.cases.clone(), region.rule)).collect();
        return Ok((regions, set.gaps.clone()));
    }
    let mut known: Vec<usize> = Vec::new();
    let mut rules = Vec::with_capacity(shown.len());
    for &at in shown {
        let rule = &set.rules[at];
        let found = known.iter().position(|other| same(&set.rules[*other].value, &rule.value));
        let value = found.unwrap_or_else(|| {
            known.push(at);
            known.len() - 1
        });
        let layer = match rule.layer {
            Layer::Base => cases::Layer::Base,
            Layer::Except => cases::Layer::Except,
        };
        rules.push(cases::Rule { when: rule.when.cases.clone(), layer, value });
    }
    let resolution = cases::resolve(cx.view.space(), &set.domain, &rules)?;
    // Where only a hidden rule settled what the shown ones leave open, nothing is promised.
    let decided = CaseSet::try_union(resolution.regions.iter().map(|region| &region.cases))?;
    let gaps = set.domain.try_and(cx.view.space().possible())?.try_minus(&decided)?;
    let regions = resolution.regions.into_iter().map(|region| (region.cases, shown[region.rule]));
    Ok((regions.collect(), gaps))
}
