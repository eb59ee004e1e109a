//! A link whose words do not say where it leads: "here", "this page".

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{FeatureKind, Tag};

/// Looks at every link.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (passage, feature) in context.prose().features() {
        let FeatureKind::Link { words, .. } = &feature.kind else { continue };
        let vague = passage.marks(Tag::Here).any(|mark| {
            let range = passage.tokens().range(mark.tokens.clone());
            range.start > feature.range.start
                && range.end < feature.range.end
                && range.len() == words.trim().len()
        });
        if vague {
            findings.push(
                Diagnostic::new(
                    &registry::VAGUE_LINK,
                    passage.piece.place(feature.range.clone()),
                    format!("`{}` does not say where the link leads", words.trim()),
                )
                .label("a link by itself says nothing")
                .help("link the words that name what is there, as in `[the licence agreement](…)`"),
            );
        }
    }
}
