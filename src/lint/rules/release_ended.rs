//! A release whose last phase is over.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{life, spoken};

/// Looks at every release.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    for product in context.program.products.values() {
        for (at, release) in product.releases.iter().enumerate() {
            let Some(last) = life::last_day(product, at).filter(|last| *last < today) else { continue };
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
