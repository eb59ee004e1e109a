//! A link whose words do not say where it leads: "here", "this page".

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Feature, FeatureKind, Passage, Tag};

/// Looks at every link.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    // Few texts have a link, and many a word of which "here" is one.
    let perhaps = context.prose().perhaps_with(Tag::Here);
    for passage in perhaps.filter(|passage| !passage.features.is_empty()) {
        for feature in &passage.features {
            let FeatureKind::Link { words, .. } = &feature.kind else { continue };
            if passage.is_phrase(words, Tag::Here) && passage.speaks_in(&feature.range) {
                findings.push(finding(passage, feature, words.trim()));
            }
        }
    }
}

fn finding(passage: &Passage<'_>, link: &Feature, words: &str) -> Diagnostic {
    Diagnostic::new(
        &registry::VAGUE_LINK,
        passage.piece.place(link.range.clone()),
        format!("`{words}` does not say where the link leads"),
    )
    .label("a link by itself says nothing")
    .help("link the words that name what is there, as in `[the licence agreement](…)`")
}
