//! Words with capitals in the middle of sentences, as contracts write what they define, that nothing in the policy defines.
//!
//! Only in languages that write other words small, and only for two words or more that are used at least twice.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Passage, Role};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Languages in which capitals within a sentence are names and defined words.
const LANGUAGES: [&str; 4] = ["en", "es", "fr", "nl"];

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut terms: BTreeMap<String, Vec<(Span, String)>> = BTreeMap::new();
    for passage in &context.prose().passages {
        let known = passage.lexicon.is_some_and(|lexicon| LANGUAGES.contains(&lexicon.language));
        if known && !matches!(passage.place.role, Role::Title | Role::Address | Role::Header) {
            for (span, term) in capitals(passage) {
                terms.entry(term.to_lowercase()).or_default().push((span, term));
            }
        }
    }
    terms.retain(|_, places| places.len() > 1);
    if terms.is_empty() {
        return;
    }
    let mut known: BTreeSet<String> = BTreeSet::new();
    for passage in &context.prose().passages {
        if matches!(passage.place.role, Role::Title | Role::Header) {
            let title = passage.piece.content.to_lowercase();
            known.extend(terms.keys().filter(|term| title.contains(term.as_str())).cloned());
        }
    }
    for (term, places) in terms.iter().filter(|(term, _)| !known.contains(*term)) {
        let Some(((span, written), rest)) = places.split_first() else { continue };
        let Some((second, _)) = rest.first() else { continue };
        findings.push(
            Diagnostic::new(
                &registry::UNDEFINED_TERM,
                *span,
                format!("`{written}` is written like a defined word, and nothing defines it"),
            )
            .label("what is it?")
            .related(*second, "used again")
            .help(format!(
                "define it, as in `definition {} \"{written}\" {{ means \"…\" }}`, or write it in small letters",
                term.replace(' ', "-")
            )),
        );
    }
}

/// Two or more words with capitals, not at the beginning of a sentence.
fn capitals(passage: &Passage<'_>) -> Vec<(Span, String)> {
    let tokens = passage.tokens();
    let content = passage.piece.content.as_str();
    let capital = |at: usize| {
        let token = &tokens.all[at];
        let written = &content[token.range()];
        let mut letters = written.chars();
        token.kind == Kind::Word
            && letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() > 1
            && letters.all(char::is_lowercase)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        let start = at;
        while at < tokens.all.len()
            && capital(at)
            && tokens.all[at].sentence() == tokens.all[start].sentence()
        {
            at += 1;
        }
        let opens = start == 0
            || tokens.all[start - 1].sentence() != tokens.all[start].sentence()
            || tokens.all[start - 1].kind != Kind::Word;
        if at - start > 1 && !opens {
            found.push((passage.span(start..at), passage.written(start..at).to_owned()));
        }
        at = at.max(start + 1);
    }
    found
}
