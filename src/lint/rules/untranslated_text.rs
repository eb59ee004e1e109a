//! A translation that is the original once more.
//!
//! Names and words that are the same in both languages are left alone: only a text with several of the commonest words of
//! the first language counts.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::LANGUAGES;

/// Looks at every translation.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if context.program.policy.languages.len() < 2 {
        return;
    }
    for passage in &context.prose().passages {
        let text = passage.text;
        if std::ptr::eq(passage.piece, &raw const text.original)
            || passage.piece.content != text.original.content
        {
            continue;
        }
        let first = context.program.policy.first_language();
        let common = |tag: &str| {
            let tag = tag.split('-').next().unwrap_or(tag);
            LANGUAGES.iter().position(|known| *known == tag).map(|at| passage.scanned.common[at])
        };
        let (Some(of_first), Some(own)) = (common(first), common(passage.language)) else { continue };
        if of_first < 2 || of_first <= own {
            continue;
        }
        let span = passage.piece.span;
        findings.push(
            Diagnostic::new(
                &registry::UNTRANSLATED_TEXT,
                span,
                format!("this text in `{}` is the one in `{first}` once more", passage.language),
            )
            .label("not translated")
            .related(text.original.span, "the original")
            .help("translate it; or leave the translation out, and the original stands in its place"),
        );
    }
}
