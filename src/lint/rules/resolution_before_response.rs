//! A resolution that is due before the first response to the same request.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};

/// Looks at every two commitments of which one ends with an event that comes before the other's.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for found in context.sequence().iter().filter(|found| found.apart.is_none()) {
        findings.push(
            found
                .finding(
                    context.program,
                    &registry::RESOLUTION_BEFORE_RESPONSE,
                    format!(
                        "`{}` is due before `{}`: {} and {}",
                        found.later.0, found.earlier.0, found.said.0, found.said.1
                    ),
                )
                .label("due first, although it comes last")
                .help("exchange the two figures, or correct one of them"),
        );
    }
}
