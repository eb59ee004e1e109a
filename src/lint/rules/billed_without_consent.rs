//! Work that is billed by time, and nothing says that the customer agrees before it begins.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::clauses::is_explained;
use crate::value::{Amount, Period};

/// Looks at every offer that is invoiced by time afterwards.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, offer) in &context.program.offers {
        if offer.invoiced.is_none()
            || offer.proposal.is_some()
            || is_explained(&offer.clause)
            || !offer.clause.see.is_empty()
        {
            continue;
        }
        let timed = offer.rates.iter().find(|rate| {
            let Amount::Rate(rate, _) = &rate.amount else { return false };
            rate.per.as_ref().is_some_and(|per| matches!(per.what, Period::Time(_)))
        });
        let Some(rate) = timed else { continue };
        findings.push(
            Diagnostic::new(
                &registry::BILLED_WITHOUT_CONSENT,
                name.span,
                format!("`{name}` is billed by time, and nothing says that the customer agrees first"),
            )
            .label("who says yes, and when?")
            .related(rate.span, "billed so")
            .help("write `proposal first`, or say in a sentence how the work is ordered"),
        );
    }
}
