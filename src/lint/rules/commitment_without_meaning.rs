//! A promise that does not say what keeps it.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::spoken;

/// Looks at every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, commitment) in &context.program.commitments {
        let clause = &commitment.clause;
        if clause.means.is_empty() && clause.prose.is_empty() && clause.notes.is_empty() {
            let title = spoken(clause.title.as_deref(), name);
            findings.push(
                Diagnostic::new(
                    &registry::COMMITMENT_WITHOUT_MEANING,
                    name.span,
                    format!("nothing says what counts as `{title}`"),
                )
                .label("what keeps this promise?")
                .help("add `means`, as in `means \"A reply from an engineer; the automatic receipt does not count.\"`"),
            );
        }
    }
}
