//! A word that is defined and used nowhere.
//!
//! Words are compared without their endings, so that "contact" is used where "contacts" stand. Words for working time are used
//! by the figures of the policy.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Quote, spoken};
use crate::lint::prose::{Kind, Passage, Tag};
use crate::value::Name;
use std::collections::{BTreeMap, BTreeSet};

/// Looks at every definition.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.definitions.is_empty() {
        return;
    }
    // The names by the words of their titles, as they are without their endings.
    let mut wanted: BTreeMap<Vec<String>, Vec<&Name>> = BTreeMap::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for passage in &context.prose().passages {
        let place = &passage.place;
        if place.keyword == "definition" && place.role == crate::lint::prose::Role::Title {
            if passage.has(Tag::BusinessDay) || passage.has(Tag::BusinessHour) || passage.lexicon.is_none() {
                used.insert(place.owner.name.as_str());
            }
            wanted.entry(stems(passage)).or_default().push(&place.owner.name);
        }
    }
    for quote in program.quotations.values() {
        if let Quote::Title(to) | Quote::Field(to, _) = quote
            && to.keyword == "definition"
        {
            used.insert(to.name.as_str());
        }
    }
    let lengths: BTreeSet<usize> = wanted.keys().map(Vec::len).collect();
    for passage in &context.prose().passages {
        used.extend(passage.place.clause.see.iter().map(|to| to.name.as_str()));
        let own = (passage.place.keyword == "definition").then(|| passage.place.owner.name.as_str());
        let stems = stems(passage);
        for length in &lengths {
            for part in stems.windows((*length).max(1)) {
                for name in wanted.get(part).into_iter().flatten() {
                    if own != Some(name.as_str()) {
                        used.insert(name.as_str());
                    }
                }
            }
        }
    }
    for (name, clause) in &program.definitions {
        if used.contains(name.as_str()) || clause.title.is_none() {
            continue;
        }
        let title = spoken(clause.title.as_deref(), name);
        findings.push(
            Diagnostic::new(
                &registry::UNUSED_DEFINITION,
                name.span,
                format!("`{title}` is defined and used nowhere"),
            )
            .label("no text of the policy has this word")
            .help("use the word where it is meant, or leave the definition out"),
        );
    }
}

/// The words of a text without their endings.
fn stems(passage: &Passage<'_>) -> Vec<String> {
    let words = passage.tokens().all.iter().filter(|it| matches!(it.kind, Kind::Word | Kind::Number));
    words.map(|token| stem(&token.text)).collect()
}

/// A word without the endings that it takes in the plural or in another case.
fn stem(word: &str) -> String {
    let count = word.chars().count();
    for ending in ["en", "es", "er", "em", "s", "n", "e", "r", "ies", "y"] {
        if count > ending.len() + 3
            && let Some(rest) = word.strip_suffix(ending)
        {
            return rest.to_owned();
        }
    }
    word.to_owned()
}
