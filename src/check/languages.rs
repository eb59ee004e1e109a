//! Translations: every published text in every language of the document.
//!
//! In: the texts of all declarations and the languages of the header. Out: findings about translations that are missing,
//! and about languages that the header does not name.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, DocumentLanguage};
use crate::source::Span;
use crate::value::Text;
use std::collections::BTreeMap;

/// So many texts without a translation are one finding, if no text has one.
const MANY: usize = 3;

/// Looks at every text.
pub fn languages(context: &mut Context<'_>, languages: &[DocumentLanguage]) {
    let Some(first) = languages.first() else { return };
    let mut findings = Vec::new();
    let mut published: Vec<&Text> = Vec::new();
    let mut undeclared: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for said in &context.resolved.parts.texts {
        for translation in &said.text.translations {
            let known = languages.iter().skip(1).any(|language| language.tag == translation.language);
            if !known {
                undeclared.entry(translation.language.as_str()).or_insert((translation.span, 0)).1 += 1;
            }
        }
        // A translation without its text was reported.
        let orphan = matches!(&said.audience, Audience::Party(party) if party.as_str().ends_with(':'));
        if !(said.text.everywhere || !said.published || orphan) {
            published.push(said.text);
        }
    }
    // A language that nothing is translated into yet is one finding.
    let lacks = |text: &Text, language: &DocumentLanguage| {
        text.translations.iter().all(|known| known.language != language.tag)
    };
    let (begun, untouched): (Vec<_>, Vec<_>) = languages
        .iter()
        .skip(1)
        .partition(|language| published.len() < MANY || !published.iter().all(|text| lacks(text, language)));
    for language in untouched {
        let tag = &language.tag;
        findings.push(
            Diagnostic::new(
                &registry::MISSING_TRANSLATION,
                language.span,
                format!("no text is translated into `{tag}` yet"),
            )
            .label(format!("{} texts are missing in it", published.len()))
            .help(format!(
                "write `{tag}: \"…\"` behind each text, or `in all languages` where nothing changes"
            )),
        );
    }
    for text in published {
        let missing: Vec<&DocumentLanguage> =
            begun.iter().copied().filter(|language| lacks(text, language)).collect();
        let Some(first) = missing.first() else { continue };
        let tags: Vec<String> = missing.iter().map(|language| format!("`{}`", language.tag)).collect();
        let message = format!("this text is missing in {}", crate::hir::join(&tags).replace(" or ", " and "));
        findings.push(
            Diagnostic::new(&registry::MISSING_TRANSLATION, text.original.span, message)
                .label("no such translation follows it")
                .help(format!("write `{}: \"…\"` behind it, or `in all languages`", first.tag)),
        );
    }
    for (tag, (span, count)) in undeclared {
        let finding = if tag == first.tag {
            let message = format!("texts are written in `{tag}` first, so this is no translation");
            Diagnostic::new(&registry::UNDECLARED_LANGUAGE, span, message)
                .label("the first language")
                .related(first.span, "named first here")
                .help("change the language of this text, or put the texts in the other order")
        } else {
            let message = format!("the policy is not written in `{tag}`");
            Diagnostic::new(&registry::UNDECLARED_LANGUAGE, span, message)
                .label("not one of its languages")
                .help(format!("add `{tag}` after `written in` in the header"))
        };
        let many = (count > 1).then(|| format!("{count} texts have this language"));
        findings.push(Diagnostic { note: many, ..finding });
    }
    context.findings.append(&mut findings);
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn a_language_that_nothing_is_translated_into_is_one_finding() {
        let text = BASE.replace("written in en", "written in en, nl");
        assert_eq!(codes(&text), ["missing-translation nl"]);
        let begun = text.replace("\"High\"", "\"High\" nl: \"Hoog\"");
        assert_eq!(codes(&begun).len(), 6, "{:?}", codes(&begun));
        assert!(codes(&begun).iter().all(|found| found.starts_with("missing-translation \"")));
    }
}
