//! Work that is billed, and nothing says at what price.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::clauses::is_explained;

/// Looks at every offer that is invoiced.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, offer) in &context.program.offers {
        let silent = !is_explained(&offer.clause) && offer.clause.see.is_empty() && !offer.clause.unfilled;
        if offer.invoiced.is_none() || offer.proposal.is_some() || !offer.rates.is_empty() || !silent {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::BILLED_WITHOUT_RATE,
                name.span,
                format!("`{name}` is invoiced, and nothing says what it costs"),
            )
            .label("at what price?")
            .help("write `rate EUR 150 per hour`, `rate as agreed in …`, or `proposal first`"),
        );
    }
}
