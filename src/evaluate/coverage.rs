//! Whether a case is covered, and the clause that says so.

use super::answer::{Coverage, Reference};
use super::context::Context;
use super::known::{Known, Unsettled};
use super::look::within;
use crate::cases::{CaseSet, Dim};
use crate::hir::{Clause, Cond, Ref, Scope, SetLine};

/// What is said of a case.
enum Says {
    /// It is covered.
    Yes,
    /// It is not.
    No,
    /// It is not, since it would be for a phase alone in which the release is not any more.
    Over,
    /// Nobody knows yet.
    Unfilled,
    /// It depends on these facts.
    Depends(Vec<Dim>),
}

/// What a scope says of a case of which this is known.
fn says(context: &Context<'_>, scope: &Scope, known: &Known) -> Says {
    let cases = known.left(context.program);
    let said = match within(context.program, &scope.covered, &cases) {
        Ok(true) => Says::Yes,
        Ok(false) => Says::No,
        Err(_) if known.still(&cases).is_some_and(|still| !scope.covered.overlaps(&still)) => Says::Over,
        Err(facts) => match known.unsettled(context.program, facts) {
            Unsettled::Asked(facts) => Says::Depends(facts),
            Unsettled::Waits(_) => Says::Unfilled,
            Unsettled::Over => Says::Over,
        },
    };
    // A line of which nobody knows yet when it holds may say otherwise.
    let excluded = || scope.excludes.iter().any(|line| cases.is_subset_of(&line.when.cases));
    let waits = match said {
        Says::Yes => scope.may_exclude,
        Says::No | Says::Over => scope.may_cover && !excluded(),
        Says::Unfilled | Says::Depends(_) => false,
    };
    if waits { Says::Unfilled } else { said }
}

/// Whether a case is covered; none where it depends on what is not known.
pub fn covered(context: &Context<'_>, known: &Known) -> Option<bool> {
    let Some(scope) = &context.program.scope else { return Some(true) };
    match says(context, scope, known) {
        Says::Yes => Some(true),
        Says::No | Says::Over => Some(false),
        Says::Unfilled | Says::Depends(_) => None,
    }
}

/// The answer to a condition that asks whether the case is covered and nothing else, where it is known.
pub fn asked(context: &Context<'_>, known: &Known, condition: &Cond) -> Option<bool> {
    let asks = condition.written.as_ref()?.tests().iter().all(|test| test.fact.as_str() == "covered");
    let scope = context.program.scope.as_ref().filter(|_| asks)?;
    let cases = known.left(context.program);
    let here = cases.and(&condition.cases);
    if here == cases.and(&scope.covered) {
        covered(context, known)
    } else if here == cases.minus(&scope.covered) {
        covered(context, known).map(|covered| !covered)
    } else {
        None
    }
}

/// The answer about coverage.
pub fn coverage(context: &Context<'_>, known: &Known) -> Coverage {
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
    let cases = known.left(context.program);
    let (mut line, mut instead): (Option<&Clause>, Vec<Reference>) = (None, Vec::new());
    let (mut covered, mut depends_on, mut unfilled) = (None, Vec::new(), false);
    match says(context, scope, known) {
        Says::Yes => {
            covered = Some(true);
            line = deciding(&scope.covers, &cases).map(|line| &line.clause);
        }
        Says::No => {
            covered = Some(false);
            line = deciding(&scope.excludes, &cases).map(|line| &line.clause);
            instead = self::instead(context, &cases).iter().map(reference).collect();
        }
        Says::Over => covered = Some(false),
        Says::Unfilled => unfilled = true,
        Says::Depends(facts) => depends_on = context.names(&facts),
    }
    let clause = line.unwrap_or(&scope.clause);
    Coverage {
        covered,
        clause: clause.anchor.to_string(),
        line: line.map(|line| line.name.to_string()),
        instead,
        depends_on,
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
