//! Several clauses that each say that they are the only exception.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;
use crate::source::Span;
use std::collections::BTreeMap;

/// Looks at every "the only exception".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for passage in context.prose().with(Tag::OnlyException) {
        let mut end = 0;
        for mark in passage.marks(Tag::OnlyException) {
            // Two forms can fit the same words.
            if mark.tokens.start < end {
                continue;
            }
            end = mark.tokens.end;
            let span = passage.span(mark.tokens.clone());
            let Some(earlier) = first.get(passage.language) else {
                first.insert(passage.language, span);
                continue;
            };
            findings.push(
                Diagnostic::new(
                    &registry::SEVERAL_ONLY_EXCEPTIONS,
                    span,
                    format!("`{}` is said twice", passage.written(mark.tokens.clone())),
                )
                .label("the second one")
                .related(*earlier, "the first one")
                .help("say to what each is an exception, or call neither the only one"),
            );
        }
    }
}
