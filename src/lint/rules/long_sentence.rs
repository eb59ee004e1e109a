//! A sentence that is too long to follow.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Role, Token};

/// Looks at every sentence.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        let Some(lexicon) = passage.lexicon else { continue };
        let few = (passage.scanned.words as usize) <= lexicon.longest_sentence;
        if few || passage.place.role == Role::Address {
            continue;
        }
        let tokens = passage.tokens();
        let last = tokens.all.last().map_or(0, Token::sentence);
        for sentence in 0..=last {
            let range = tokens.sentence(sentence);
            let words = tokens.all[range.clone()]
                .iter()
                .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
                .count();
            if words <= lexicon.longest_sentence {
                continue;
            }
            let what = if lexicon.language == "ja" { "characters" } else { "words" };
            findings.push(
                Diagnostic::new(
                    &registry::LONG_SENTENCE,
                    passage.span(range.start..(range.start + 3).min(range.end)),
                    format!("this sentence has {words} {what}"),
                )
                .label("begins here")
                .help("make two of it, or a list"),
            );
        }
    }
}
