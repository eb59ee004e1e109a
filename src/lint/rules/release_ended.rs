//! A release whose last phase is over.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::spoken;
use crate::time::Date;
use crate::value::{DatePoint, DateRule, PhaseDates};

/// Looks at every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    for product in context.program.products.values() {
        for release in &product.releases {
            let ends: Option<Vec<Date>> = release
                .phases
                .iter()
                .filter(|(_, dates)| !matches!(dates, PhaseDates::No(_)))
                .map(|(_, dates)| end(dates))
                .collect();
            let Some(last) = ends.and_then(|ends| ends.into_iter().max()).filter(|last| *last < today) else {
                continue;
            };
            let title = spoken(release.clause.title.as_deref(), &release.clause.name);
            findings.push(
                Diagnostic::new(
                    &registry::RELEASE_ENDED,
                    release.clause.span,
                    format!("support of `{title}` ended on {last}"),
                )
                .label("its last phase is over")
                .help("take the row out, unless readers still look for it"),
            );
        }
    }
}

/// The last day of a phase that names it.
fn end(dates: &PhaseDates) -> Option<Date> {
    match dates {
        PhaseDates::Span(dates, _) => match dates.to {
            DatePoint::Full(date) => Some(date),
            DatePoint::Yearly(_) => None,
        },
        PhaseDates::Until(DateRule::On(date), _) => Some(*date),
        PhaseDates::Until(..) | PhaseDates::From(..) | PhaseDates::No(_) | PhaseDates::Unfilled(_) => None,
    }
}
