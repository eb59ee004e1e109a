//! A sentence that repeats the figure of a rule, where it could quote the rule.
//!
//! Only where one condition names the cases that the sentence speaks of, so that the quotation can be written.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::spoken;
use crate::lint::prose::Verdict;

/// Looks at every claim of the texts that is true.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for claim in context.claims() {
        let Verdict::Fits(Some(condition)) = &claim.verdict else { continue };
        let passage = &context.prose().passages[claim.passage];
        let span = passage.span(claim.stated.tokens.clone());
        let stated = passage.written(claim.stated.tokens.clone());
        let clause = &claim.commitment.clause;
        let (name, title) = (&clause.name, spoken(clause.title.as_deref(), &clause.name));
        findings.push(
            Diagnostic::new(
                &registry::UNQUOTED_FIGURE,
                span,
                format!("`{stated}` repeats what `{title}` promises"),
            )
            .label("stays behind when the rule changes")
            .related(clause.span, "promised here")
            .fix("quote the rule", false, span, format!("{{{name} when {condition}}}"))
            .help(format!("write `{{{name} when {condition}}}` in its place")),
        );
    }
}
