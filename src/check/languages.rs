//! Translations: every published text in every language of the document.
//!
//! In: the texts of all declarations and the languages of the header. Out: findings about translations that are missing,
//! and about languages that the header does not name.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::DocumentLanguage;

/// Looks at every text.
pub fn languages(context: &mut Context<'_>, languages: &[DocumentLanguage]) {
    let Some(first) = languages.first() else { return };
    let mut findings = Vec::new();
    for said in &context.resolved.parts.texts {
        for translation in &said.text.translations {
            if translation.language == first.tag {
                findings.push(
                    Diagnostic::new(
                        &registry::UNDECLARED_LANGUAGE,
                        translation.span,
                        format!("texts are written in `{}` first, so this is no translation", first.tag),
                    )
                    .label("the first language")
                    .related(first.span, "named first here")
                    .help("change the language of this text, or put the texts in the other order"),
                );
            } else if languages.iter().all(|language| language.tag != translation.language) {
                findings.push(
                    Diagnostic::new(
                        &registry::UNDECLARED_LANGUAGE,
                        translation.span,
                        format!("the policy is not written in `{}`", translation.language),
                    )
                    .label("not one of its languages")
                    .help(format!("add `{}` after `written in` in the header", translation.language)),
                );
            }
        }
        if said.text.everywhere || !said.published {
            continue;
        }
        let missing: Vec<String> = languages
            .iter()
            .skip(1)
            .filter(|language| said.text.translations.iter().all(|known| known.language != language.tag))
            .map(|language| format!("`{}`", language.tag))
            .collect();
        if !missing.is_empty() {
            let last = missing.first().map_or("nl", |tag| tag.trim_matches('`'));
            findings.push(
                Diagnostic::new(
                    &registry::MISSING_TRANSLATION,
                    said.text.original.span,
                    format!(
                        "this text is missing in {}",
                        crate::hir::join(&missing).replace(" or ", " and ")
                    ),
                )
                .label("only in the other languages")
                .help(format!("write `{last}: \"…\"` behind it, or `in all languages`")),
            );
        }
    }
    context.findings.append(&mut findings);
}
