//! Translations: every published text in every language of the document.
//!
//! In: the texts of all declarations and the languages of the header. Out: findings about translations that are missing,
//! and about languages that the header does not name.

use super::context::Context;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::hir::{Audience, DocumentLanguage};
use crate::source::Span;
use std::collections::BTreeMap;

/// Looks at every text.
pub fn languages(context: &mut Context<'_>, languages: &[DocumentLanguage]) {
    let Some(first) = languages.first() else { return };
    let mut findings = Vec::new();
    let whole = untranslated(context, languages);
    let mut undeclared: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for said in &context.resolved.parts.texts {
        for translation in &said.text.translations {
            let known = languages.iter().skip(1).any(|language| language.tag == translation.language);
            if !known {
                undeclared.entry(translation.language.as_str()).or_insert((translation.span, 0)).1 += 1;
            }
        }
        if languages.len() < 2 {
            continue;
        }
        // A translation without its text was reported.
        let orphan = matches!(&said.audience, Audience::Party(party) if party.as_str().ends_with(':'));
        if said.text.everywhere || !said.published || orphan {
            continue;
        }
        let missing: Vec<String> = languages
            .iter()
            .skip(1)
            .filter(|language| whole.iter().all(|(known, _)| known.tag != language.tag))
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
                .label("no such translation follows it")
                .help(format!("write `{last}: \"…\"` behind it, or `in all languages`")),
            );
        }
    }
    // Texts that are all translated into the first language, and into no other, were meant to stand the other way round.
    let swapped =
        whole.first().map(|(other, _)| *other).filter(|_| undeclared.contains_key(first.tag.as_str()));
    for (language, count) in
        whole.iter().filter(|(language, _)| swapped.is_none_or(|other| other.tag != language.tag))
    {
        let tag = &language.tag;
        let finding = Diagnostic::new(
            &registry::MISSING_TRANSLATION,
            language.span,
            format!("none of the {count} texts of the policy is in `{tag}`"),
        );
        findings.push(
            finding.label("named here").help(format!(
                "write `{tag}: \"…\"` behind each text, or take the language out of the header"
            )),
        );
    }
    for (tag, (span, count)) in undeclared {
        let finding = if tag == first.tag {
            let message = format!("texts are written in `{tag}` first, so this is no translation");
            let finding = Diagnostic::new(&registry::UNDECLARED_LANGUAGE, span, message)
                .label("the first language")
                .related(first.span, "named first here");
            match swapped {
                Some(other) => the_other_way_round(finding, first, other),
                None => finding.help("change the language of this text, or put the texts in the other order"),
            }
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

/// Offers to name another language first.
fn the_other_way_round(
    finding: Diagnostic,
    first: &DocumentLanguage,
    other: &DocumentLanguage,
) -> Diagnostic {
    let title = format!("put `{}` before `{}` in the header", other.tag, first.tag);
    let edit =
        |at: &DocumentLanguage, tag: &DocumentLanguage| Edit { span: at.span, text: tag.tag.to_string() };
    let edits = vec![edit(first, other), edit(other, first)];
    let finding = finding.help(format!(
        "if the texts are in `{0}` first, name `{0}` first in the header; otherwise put the texts in the other order",
        other.tag
    ));
    Diagnostic { fixes: vec![Fix { title, safe: false, edits }], ..finding }
}

/// The languages in which several texts should be and none is, each with how many there should be.
fn untranslated<'l>(
    context: &Context<'_>,
    languages: &'l [DocumentLanguage],
) -> Vec<(&'l DocumentLanguage, usize)> {
    if languages.len() < 2 {
        return Vec::new();
    }
    let texts = || context.resolved.parts.texts.iter().filter(|said| said.published && !said.text.everywhere);
    let count = texts().count();
    let lacks = |language: &&DocumentLanguage| {
        texts().all(|said| said.text.translations.iter().all(|known| known.language != language.tag))
    };
    let lacking = languages.iter().skip(1).filter(lacks).map(|language| (language, count));
    if count > 1 { lacking.collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, only};

    #[test]
    fn a_language_that_no_text_is_in_is_one_finding() {
        let text = BASE.replace("written in en", "written in en, nl");
        let found = only(&text);
        assert_eq!(found.message, "none of the 7 texts of the policy is in `nl`");
        assert_eq!(&text[found.span.range()], "nl");
    }
}
