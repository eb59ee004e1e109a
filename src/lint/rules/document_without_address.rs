//! Another document that the policy relies on and that nobody is told where to find.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::clauses::is_explained;

/// Looks at every document.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, document) in &context.program.documents {
        let clause = &document.clause;
        if !document.addresses.is_empty() || clause.unfilled || is_explained(clause) {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::DOCUMENT_WITHOUT_ADDRESS,
                name.span,
                format!("the document `{name}` does not say where it can be read"),
            )
            .label("where is it?")
            .help("write `address \"https://…\"`, or say in a `note` who sends it"),
        );
    }
}
