//! Two words for one thing: "business days" beside "working days", "priority" where the policy says severity.
//!
//! The header's word counts in English; in other languages the first word that is used. "Severity" and "priority" are told
//! apart only where a level stands beside the word, since both have other meanings as well. Titles may name what they please.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Mark, Passage, Role, Tag};
use crate::source::Span;
use crate::value::BusinessWord;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Looks at the words for working time, then at those for gravity.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    working_time(context, findings);
    gravity(context, findings);
}

fn working_time(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(&str, bool), (String, SmolStr, Span)> = BTreeMap::new();
    if let Some(business) = &context.program.policy.business {
        let (stem, word) = match business.word.value {
            BusinessWord::Business => ("busi", "business"),
            BusinessWord::Working => ("work", "working"),
        };
        first.insert(("en", true), (stem.to_owned(), word.into(), business.word.span));
    }
    for tag in [Tag::BusinessDay, Tag::BusinessHour] {
        for passage in context.prose().perhaps_with(tag) {
            let Some(lexicon) = passage.lexicon.filter(|_| passage.place.role != Role::Title) else {
                continue;
            };
            for mark in passage.marks(tag) {
                let Some((stem, word)) = stem(passage, mark, lexicon.language) else { continue };
                // In English one word serves for days and hours.
                let key = (lexicon.language, lexicon.language == "en" || tag == Tag::BusinessDay);
                let span = passage.span(mark.tokens());
                match first.get(&key) {
                    None => {
                        first.insert(key, (stem, word, span));
                    }
                    Some((known, other, place)) if *known != stem => findings.push(
                        Diagnostic::new(
                            &registry::TWO_WORDS_FOR_ONE,
                            span,
                            format!("`{word}` here and `{other}` elsewhere: readers look for a difference"),
                        )
                        .label("another word for the same time")
                        .related(*place, "the other word")
                        .help(format!("say `{other}` here too")),
                    ),
                    Some(_) => {}
                }
            }
        }
    }
}

/// The part of the word that tells which one it is, and the word; none for the hours of an office, which may be a title.
fn stem(passage: &Passage<'_>, mark: &Mark, language: &str) -> Option<(String, SmolStr)> {
    let all = &passage.tokens().all;
    let last = matches!(language, "fr" | "es");
    let at = if last { mark.tokens().end.checked_sub(1)? } else { mark.tokens().start };
    let word = all.get(at)?.text.clone();
    let length = if language == "fr" { 5 } else { 4 };
    let stem: String = word.chars().take(length).collect();
    let place = ["offi", "open", "kant", "büro", "serv"].contains(&stem.as_str());
    let named = language == "ja" || place;
    (!named).then_some((stem, word))
}

fn gravity(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let (own, other, name) = match (program.facts.get("severity"), program.facts.get("priority")) {
        (Some(fact), None) if fact.values().len() > 1 => (fact, Tag::Priority, "severity"),
        (None, Some(fact)) if fact.values().len() > 1 => (fact, Tag::Severity, "priority"),
        _ => return,
    };
    for passage in context.prose().with(other) {
        let language = passage.language;
        let title = own.clause.title.as_ref().map(|title| title.in_language(language).content.to_lowercase());
        for mark in passage.marks(other) {
            let all = &passage.tokens().all;
            let word = &all[mark.tokens().start].text;
            let called_so = title.as_ref().is_some_and(|title| title.contains(word.as_str()));
            if called_so || !beside_a_level(passage, mark, own) {
                continue;
            }
            let shown = title.clone().unwrap_or_else(|| name.to_owned());
            findings.push(
                Diagnostic::new(
                    &registry::TWO_WORDS_FOR_ONE,
                    passage.span(mark.tokens()),
                    format!("`{word}` here and `{shown}` elsewhere: readers look for a difference"),
                )
                .label("another word for the same order")
                .related(own.values()[0].clause.span, "the order is declared here")
                .help(format!("say `{shown}` here too")),
            );
        }
    }
}

/// Whether a level, by its title or its number, stands right beside a word.
fn beside_a_level(passage: &Passage<'_>, mark: &Mark, fact: &crate::hir::Fact) -> bool {
    let tokens = passage.tokens();
    let next = tokens.all.get(mark.tokens().end).filter(|next| next.sentence() == mark.sentence());
    let numbered = next.is_some_and(|next| next.kind == Kind::Number);
    let level = tokens.marks.iter().any(|it| it.tag == Tag::Level && it.tokens().start == mark.tokens().end);
    let before = mark.tokens().start.checked_sub(1).and_then(|at| tokens.all.get(at));
    let titled = before.filter(|it| it.sentence() == mark.sentence()).is_some_and(|before| {
        fact.values().iter().any(|value| {
            value.clause.title.as_ref().is_some_and(|title| {
                title.in_language(passage.language).content.to_lowercase() == before.text.as_str()
            })
        })
    });
    numbered || level || titled
}
