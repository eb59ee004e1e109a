//! A line of the scope that covers nothing but what other lines exclude.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Exclusion, Scope, SetLine};

/// What a policy declares one by one.
const VALUED: [&str; 6] = ["kind", "product", "region", "language", "channel", "plan"];

/// Looks at the lines that cover something.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(scope) = program.scope.as_ref().filter(|scope| !scope.excludes.is_empty()) else { return };
    let everything: Vec<&SetLine<Exclusion>> = scope
        .excludes
        .iter()
        .filter(|line| program.space.possible().is_subset_of(&line.when.cases))
        .collect();
    // What such a line takes away from others is told with it.
    if !everything.is_empty() {
        findings.extend(everything.into_iter().map(|line| excludes_everything(scope, line)));
        return;
    }
    let excluded = scope.excludes.iter().fold(CaseSet::nothing(), |all, line| all.or(&line.when.cases));
    let whole = whole_fact(context, scope);
    for line in &scope.covers {
        let cases = line.when.cases.and(program.space.possible());
        let Some(case) = cases.witness(&program.space).filter(|_| cases.is_subset_of(&excluded)) else {
            continue;
        };
        let (names, words) = context.legend().case(&program.space, &case, &cases);
        let mut finding = Diagnostic::new(
            &registry::COVERED_AND_EXCLUDED,
            line.span,
            "all that this line covers is excluded again",
        )
        .label("covers nothing in the end")
        .case(names, words)
        .help(match whole {
            Some(fact) => format!(
                "each {fact} is excluded: declare what is covered as well, as `{fact} fault \"…\"`, so that something is left"
            ),
            None => "leave one of the two lines out, or narrow the one that excludes".to_owned(),
        });
        if let Some(other) = scope.excludes.iter().find(|other| other.when.cases.contains(&case)) {
            finding = finding.related(other.span, "excluded here");
        }
        findings.push(finding);
    }
}

fn excludes_everything(scope: &Scope, line: &SetLine<Exclusion>) -> Diagnostic {
    let finding =
        Diagnostic::new(&registry::COVERED_AND_EXCLUDED, line.span, "this line excludes every request")
            .label("it does not say which")
            .help("give it a condition, as `when kind is …`, with a `kind` for what it is about");
    match scope.covers.first() {
        Some(covered) => finding.related(covered.span, "covers nothing in the end"),
        None => finding,
    }
}

/// The kind of thing of which every single one is excluded, as where only what is not covered was declared.
fn whole_fact<'p>(context: &Context<'p>, scope: &Scope) -> Option<&'p str> {
    let program = context.program;
    let mut facts = program.space.dims().zip(program.facts.keys());
    let found = facts.find(|(dim, name)| {
        let of = scope.excludes.iter().map(|line| &line.when.cases);
        let of = of.filter(|cases| cases.dims().len() == 1 && cases.dims().contains(dim));
        let all = of.fold(CaseSet::nothing(), |all, cases| all.or(cases));
        VALUED.contains(&name.as_str()) && program.space.possible().is_subset_of(&all)
    });
    found.map(|(_, name)| name.as_str())
}
