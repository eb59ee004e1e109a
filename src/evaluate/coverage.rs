//! Whether a case is covered, and the clause that says so.

use super::answer::{Coverage, Reference};
use super::context::Context;
use super::look::within;
use crate::cases::CaseSet;
use crate::hir::{Clause, Ref, Scope, SetLine};

/// Whether the cases are covered; none where it depends on what is not known.
pub fn covered(context: &Context<'_>, cases: &CaseSet) -> Option<bool> {
    let Some(scope) = &context.program.scope else { return Some(true) };
    within(context.program, &scope.covered, cases).ok().filter(|said| !waits(scope, *said, cases))
}

/// Whether a line of which nobody knows yet when it holds may change what is covered of some cases.
pub fn may_change(context: &Context<'_>, cases: &CaseSet) -> bool {
    let Some(scope) = &context.program.scope else { return false };
    match within(context.program, &scope.covered, cases) {
        Ok(covered) => waits(scope, covered, cases),
        Err(_) => scope.may_cover || scope.may_exclude,
    }
}

/// Whether a line of which nobody knows yet when it holds may say otherwise.
fn waits(scope: &Scope, covered: bool, cases: &CaseSet) -> bool {
    let excluded = || scope.excludes.iter().any(|line| cases.is_subset_of(&line.when.cases));
    if covered { scope.may_exclude } else { scope.may_cover && !excluded() }
}

/// The answer about coverage.
pub fn coverage(context: &Context<'_>, cases: &CaseSet) -> Coverage {
    let Some(scope) = &context.program.scope else {
        return Coverage {
            covered: Some(true),
            clause: "scope".to_owned(),
            line: None,
            instead: Vec::new(),
            depends_on: Vec::new(),
            unfilled: false,
            source: None,
        };
    };
    let answer = within(context.program, &scope.covered, cases);
    let unfilled = answer.as_ref().is_ok_and(|covered| waits(scope, *covered, cases));
    let (line, instead): (Option<&Clause>, Vec<Reference>) = match &answer {
        Ok(true) => (deciding(&scope.covers, cases).map(|line| &line.clause), Vec::new()),
        Ok(false) => {
            let line = deciding(&scope.excludes, cases);
            (line.map(|line| &line.clause), instead(context, cases).iter().map(reference).collect())
        }
        Err(_) => (None, Vec::new()),
    };
    let (line, instead) = if unfilled { (None, Vec::new()) } else { (line, instead) };
    let clause = line.unwrap_or(&scope.clause);
    Coverage {
        covered: answer.as_ref().ok().copied().filter(|_| !unfilled),
        clause: clause.anchor.to_string(),
        line: line.map(|line| line.name.to_string()),
        instead,
        depends_on: answer.err().map(|facts| context.names(&facts)).unwrap_or_default(),
        unfilled,
        source: Some(context.place(clause.span)),
    }
}

/// What can be had instead in all of these cases, in the order of the lines that exclude them.
pub fn instead(context: &Context<'_>, cases: &CaseSet) -> Vec<Ref> {
    let lines = context.program.scope.iter().flat_map(|scope| &scope.excludes);
    let here = lines.filter(|line| cases.is_subset_of(&line.when.cases));
    let offered = here.flat_map(|line| &line.value.instead);
    let mut found = Vec::new();
    for (to, when) in offered {
        if when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases)) && !found.contains(to) {
            found.push(to.clone());
        }
    }
    found
}

/// The line that decides: the first that holds for all of the cases, otherwise the first that holds for some.
fn deciding<'a, V>(lines: &'a [SetLine<V>], cases: &CaseSet) -> Option<&'a SetLine<V>> {
    let whole = lines.iter().find(|line| cases.is_subset_of(&line.when.cases));
    whole.or_else(|| lines.iter().find(|line| cases.overlaps(&line.when.cases)))
}

fn reference(to: &Ref) -> Reference {
    Reference { kind: to.keyword, id: to.name.to_string() }
}
