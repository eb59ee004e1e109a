//! Where two versions decide a case by different rules.
//!
//! In: the same set of rules in two programs, as resolved regions. Out: for every case that both know, which rule decided and
//! which decides now, in as few meetings as there are pairs of rules. What decides nothing is a meeting without a rule.

use super::change::Readers;
use super::common::{Common, Side};
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Audience, Cond, Rule, RuleSet};

/// Cases that one rule decided and one decides.
pub struct Meeting<'a, V> {
    /// The cases, in the common space; never none.
    pub cases: CaseSet,
    /// The rule that decided them.
    pub old: Option<&'a Rule<V>>,
    /// The rule that decides them.
    pub new: Option<&'a Rule<V>>,
}

impl<V> Meeting<'_, V> {
    /// Who may read of it.
    pub fn readers(&self) -> Readers {
        match (self.old, self.new) {
            (Some(was), Some(is)) => Readers::between(&was.clause.audience, &is.clause.audience),
            (Some(one), None) | (None, Some(one)) => Readers::of(&one.clause.audience),
            (None, None) => Readers::of(&Audience::Everybody),
        }
    }
}

/// The regions of a set of rules, carried.
struct Carried<'a, V> {
    rule: &'a Rule<V>,
    cases: CaseSet,
}

fn carried<'a, V>(
    side: &Side<'_>,
    shared: &CaseSet,
    set: &'a RuleSet<V>,
) -> Result<Vec<Carried<'a, V>>, TooComplex> {
    let mut found = Vec::with_capacity(set.regions.len());
    for region in &set.regions {
        let Some(rule) = set.rules.get(region.rule) else { continue };
        let cases = side.carry(&region.cases)?.try_and(shared)?;
        if !cases.is_empty() {
            found.push(Carried { rule, cases });
        }
    }
    Ok(found)
}

/// Every case that both versions know, by the rules that decide it in each; where neither decides there is no meeting.
pub fn meetings<'a, V>(
    common: &Common<'_>,
    old: &'a RuleSet<V>,
    new: &'a RuleSet<V>,
) -> Result<Vec<Meeting<'a, V>>, TooComplex> {
    let shared = common.shared();
    let mut before = carried(&common.old, shared, old)?;
    let mut after = carried(&common.new, shared, new)?;
    let mut found = Vec::new();
    let left = |side: &[Carried<'_, V>]| -> Result<CaseSet, TooComplex> {
        shared.try_minus(&CaseSet::try_union(side.iter().map(|one| &one.cases))?)
    };
    let (undecided, open) = (left(&before)?, left(&after)?);
    // Most regions stay as they are, and regions do not overlap, so that these need not be held against all others.
    before.retain(|one| {
        let Some(at) = after.iter().position(|other| other.cases == one.cases) else { return true };
        let other = after.remove(at);
        found.push(Meeting { cases: other.cases, old: Some(one.rule), new: Some(other.rule) });
        false
    });
    for one in &before {
        for other in after.iter().filter(|other| other.cases.overlaps(&one.cases)) {
            let cases = one.cases.try_and(&other.cases)?;
            found.push(Meeting { cases, old: Some(one.rule), new: Some(other.rule) });
        }
        let cases = one.cases.try_and(&open)?;
        if !cases.is_empty() {
            found.push(Meeting { cases, old: Some(one.rule), new: None });
        }
    }
    for other in &after {
        let cases = other.cases.try_and(&undecided)?;
        if !cases.is_empty() {
            found.push(Meeting { cases, old: None, new: Some(other.rule) });
        }
    }
    Ok(found)
}

/// Whether another of two rules wins although both stand in both versions as they did: for the same cases, with the same
/// value.
pub fn is_new_winner<V>(
    common: &Common<'_>,
    meeting: &Meeting<'_, V>,
    old: &RuleSet<V>,
    new: &RuleSet<V>,
    same: impl Fn(&V, &V) -> bool,
) -> Result<bool, TooComplex> {
    let (Some(was), Some(is)) = (meeting.old, meeting.new) else { return Ok(false) };
    let stays = |rule: &Rule<V>,
                 side: &Side<'_>,
                 others: &RuleSet<V>,
                 other: &Side<'_>|
     -> Result<bool, TooComplex> {
        let cases = side.carry(&rule.when.cases)?.try_and(common.shared())?;
        for known in others.rules.iter().filter(|known| same(&known.value, &rule.value)) {
            if other.carry(&known.when.cases)?.try_and(common.shared())? == cases {
                return Ok(true);
            }
        }
        Ok(false)
    };
    if same(&was.value, &is.value) || !stays(was, &common.old, new, &common.new)? {
        return Ok(false);
    }
    stays(is, &common.new, old, &common.old)
}

/// The cases that something lost, and those that it gained.
pub fn moved(
    common: &Common<'_>,
    old: Option<&CaseSet>,
    new: Option<&CaseSet>,
) -> Result<(CaseSet, CaseSet), TooComplex> {
    let here = |side: &Side<'_>, cases: Option<&CaseSet>| match cases {
        Some(cases) => side.carry(cases)?.try_and(common.shared()),
        None => Ok(common.shared().clone()),
    };
    let (before, after) = (here(&common.old, old)?, here(&common.new, new)?);
    Ok((before.try_minus(&after)?, after.try_minus(&before)?))
}

/// The cases of a condition; none where it always holds.
pub fn of(cond: Option<&Cond>) -> Option<&CaseSet> {
    cond.map(|cond| &cond.cases)
}
