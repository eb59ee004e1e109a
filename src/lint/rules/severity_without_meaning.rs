//! A severity that nothing explains, while most others are explained.
//!
//! A policy that explains none of its severities has them defined elsewhere, and one whose severity follows from other
//! facts has a table for it.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::FactValue;
use crate::lint::clauses::{gravity, is_explained};

/// Looks at the severities or priorities.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some((_, fact)) = gravity(context.program).filter(|(_, fact)| fact.derived.is_none()) else { return };
    let explained = |value: &&FactValue| is_explained(&value.clause);
    let Some(other) = fact.values().iter().find(explained) else { return };
    // Where few are explained they are defined elsewhere, or speak for themselves.
    if fact.values().iter().filter(explained).count() * 2 <= fact.values().len() {
        return;
    }
    for value in fact.values().iter().filter(|value| !explained(value) && !value.clause.unfilled) {
        let name = &value.clause.name;
        findings.push(
            Diagnostic::new(
                &registry::SEVERITY_WITHOUT_MEANING,
                name.span,
                format!("nothing says when a request is `{name}`"),
            )
            .label("what makes it so?")
            .related(other.clause.name.span, "this one is explained")
            .help("write `means \"…\"` between its braces, in words by which two readers decide alike"),
        );
    }
}
