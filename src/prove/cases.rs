//! Sentences about cases alone: every covered case has something, and no case is both.

use super::against::Against;
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::cases::CaseSet;
use crate::hir::{Cond, say};
use crate::value::{Name, Promise};

/// Every covered case has a rule of a commitment; `no` says that there is no such case, and `?` says nothing.
pub fn every_case_has(prover: &Prover<'_>, name: &Name, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let Some(commitment) = prover.program.commitments.get(name) else { return Ok(Extent::of(0)) };
    let mut kept = Vec::with_capacity(commitment.rules.regions.len());
    for region in &commitment.rules.regions {
        let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
        match rule.value.promise {
            Promise::No | Promise::Unfilled => {
                let here = region.cases.try_and(&about)?;
                if !here.is_empty() {
                    let said = say::promise(&rule.value.promise);
                    let against = Against::new(format!("a covered case has no `{name}`: it says `{said}`"));
                    return Err(against.in_cases(here).rule(Some((rule.span, format!("`{said}` here")))));
                }
            }
            Promise::Within { .. }
            | Promise::By(_)
            | Promise::Release(_)
            | Promise::Every(_)
            | Promise::BestEffort
            | Promise::None
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_) => kept.push(&region.cases),
        }
    }
    // The rules and the gaps are all of the domain, where nothing is wrong. Where a line could not be understood nothing is told
    // of gaps, so that this holds only since each such line has an error and the program is then not complete: `tests/gaps.rs`.
    let spoken_of = about.is_subset_of(&commitment.rules.domain) && !about.overlaps(&commitment.rules.gaps);
    if spoken_of && prover.program.complete {
        return Ok(Extent::of(about.count(&prover.program.space)));
    }
    // No two rules decide one case.
    let left = match CaseSet::union_of_apart(kept.iter().copied()) {
        Some(all) => about.try_minus(&all)?,
        None => about.try_minus(&CaseSet::try_union(kept)?)?,
    };
    if left.is_empty() {
        return Ok(Extent::of(about.count(&prover.program.space)));
    }
    let why = if left.overlaps(&commitment.rules.domain) { "leaves it out" } else { "does not speak of it" };
    let declared =
        (name == &commitment.clause.name).then(|| (commitment.clause.name.span, "declared here".to_owned()));
    Err(Against::new(format!("a covered case has no `{name}`: it {why}")).in_cases(left).rule(declared))
}

/// No case meets all of some conditions.
pub fn no_case(prover: &Prover<'_>, both: &Cond, when: Option<&Cond>) -> Outcome {
    let about = prover.possible(when)?;
    let found = about.try_and(&both.cases)?;
    if found.is_empty() {
        return Ok(Extent::of(about.count(&prover.program.space)));
    }
    let count = found.count(&prover.program.space);
    let message = match count {
        1 => "there is a case that is both".to_owned(),
        u128::MAX => "there are cases that are both".to_owned(),
        many => format!("there are {many} cases that are both"),
    };
    Err(Against::new(message).in_cases(found).of_cases_to_rule_out())
}
