//! An exclusion that leaves its readers alone, while most others lead on or nothing in the policy does.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Exclusion, SetLine};
use crate::lint::clauses::is_explained;

/// Looks at what the scope excludes.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(scope) = &context.program.scope else { return };
    let program = context.program;
    let silent = |line: &&SetLine<Exclusion>| {
        let clause = &line.clause;
        let said = is_explained(clause) || !clause.see.is_empty() || !clause.because.is_empty();
        line.value.instead.is_empty() && !said && !clause.unfilled
    };
    let lines: Vec<&SetLine<Exclusion>> = scope.excludes.iter().filter(silent).collect();
    let leading = scope.excludes.len() - lines.len();
    let nowhere = program.offers.is_empty()
        && program.documents.is_empty()
        && program.parties.values().all(|party| !party.third)
        && !program.facts.contains_key("covered");
    let told = match leading {
        // Nothing in the policy leads on: that is one finding.
        0 if nowhere => 1,
        0 => 0,
        // Where most lines say nothing, that is how the policy is written.
        _ if leading > lines.len() => lines.len(),
        _ => 0,
    };
    for line in lines.into_iter().take(told) {
        findings.push(
            Diagnostic::new(
                &registry::EXCLUDED_WITH_NO_WAY_ON,
                line.span,
                "this is not covered, and nothing says where to turn instead",
            )
            .label("what can these customers do?")
            .help("write `{ instead … }` behind it, with the name of an offer, a party or a document, or say why there is none, as `{ note \"…\" }`"),
        );
    }
}
