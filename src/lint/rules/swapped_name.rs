//! A name whose title is the name of something else of its kind: `severity high "Normal"` beside `severity normal`.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Clause;
use std::collections::BTreeMap;

/// Looks at the values of every fact, and at the commitments.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for fact in context.program.facts.values() {
        look(fact.values().iter().map(|value| &value.clause), findings);
    }
    look(context.program.commitments.values().map(|commitment| &commitment.clause), findings);
}

fn look<'a>(clauses: impl Iterator<Item = &'a Clause> + Clone, findings: &mut Vec<Diagnostic>) {
    let names: BTreeMap<&str, &Clause> =
        clauses.clone().map(|clause| (clause.name.as_str(), clause)).collect();
    for clause in clauses {
        let Some(title) = &clause.title else { continue };
        let as_name = title.original.content.trim().to_lowercase().replace(' ', "-");
        if as_name == clause.name.as_str() {
            continue;
        }
        let Some(other) = names.get(as_name.as_str()) else { continue };
        let name = &clause.name;
        findings.push(
            Diagnostic::new(
                &registry::SWAPPED_NAME,
                title.original.span,
                format!("`{name}` is published under the name of `{}`", other.name),
            )
            .label("another one is called this")
            .related(other.name.span, "here")
            .help("give each the title that fits its name"),
        );
    }
}
