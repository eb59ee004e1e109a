//! A paragraph that stands in the policy twice.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Passage, Role};
use rustc_hash::FxHashMap;

/// Shorter texts may well be said twice.
const LONG: u32 = 12;

/// Looks at every text of some length.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut first: FxHashMap<&str, &Passage<'_>> = FxHashMap::default();
    for passage in &context.prose().passages {
        let same_as_original = !std::ptr::eq(passage.piece, &raw const passage.text.original);
        if passage.scanned.words < LONG || passage.place.role == Role::Address || same_as_original {
            continue;
        }
        let content = passage.piece.content.trim();
        let Some(earlier) = first.get(content) else {
            first.insert(content, passage);
            continue;
        };
        if earlier.place.audience != passage.place.audience || earlier.place.clause.when.is_some() {
            continue;
        }
        findings.push(
            Diagnostic::new(
                &registry::REPEATED_TEXT,
                passage.piece.span,
                "this text stands in the policy twice",
            )
            .label("the second time")
            .related(earlier.piece.span, "the first time")
            .help("say it once, and name the section where else it is needed, as in `{section scope}`"),
        );
    }
}
