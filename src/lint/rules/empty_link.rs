//! A link without words, which nobody can see or follow.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::FeatureKind;

/// Looks at every link.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (passage, feature) in context.prose().features() {
        let FeatureKind::Link { words, .. } = &feature.kind else { continue };
        let picture = || {
            passage.features.iter().any(|inner| {
                matches!(inner.kind, FeatureKind::Picture { .. })
                    && feature.range.start < inner.range.start
                    && inner.range.end < feature.range.end
            })
        };
        if words.trim().is_empty() && !picture() {
            findings.push(
                Diagnostic::new(
                    &registry::EMPTY_LINK,
                    passage.piece.place(feature.range.clone()),
                    "this link has no words, so that nobody can follow it",
                )
                .label("nothing to see")
                .help("say in the square brackets what is there: `[the licence agreement](…)`"),
            );
        }
    }
}
