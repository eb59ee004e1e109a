//! A policy that makes promises and names no way to reach anybody.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Role;

/// Looks for a channel or an address.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(commitment) = program.commitments.values().next() else { return };
    let addressed = |role: Role| role == Role::Address;
    if program.channels.is_empty()
        && program.catalogues.is_empty()
        && !context.prose().passages.iter().any(|passage| {
            addressed(passage.place.role)
                || passage
                    .features
                    .iter()
                    .any(|feature| matches!(feature.kind, crate::lint::prose::FeatureKind::Link { .. }))
                || passage.piece.content.contains('@')
        })
    {
        findings.push(
            Diagnostic::new(
                &registry::NO_CONTACT,
                commitment.clause.name.span,
                "the policy does not say how anybody can be reached",
            )
            .label("promised to whoever finds you")
            .help("add a `channel` with its address"),
        );
    }
}
