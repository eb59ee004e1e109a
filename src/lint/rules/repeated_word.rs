//! A little word that stands twice in a row: "the the".
//!
//! Some of them may: "sign in in two ways". Only of a word that no sentence of the language has twice is one taken out without
//! asking.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::Tag;

/// Words that no sentence has twice in a row, in each language. A preposition may follow a verb that ends with it, in German an
/// article and a preposition may follow another one (`ein ein Jahr altes Gerät`), and so may a verb.
const NEVER: [(&str, &[&str]); 5] = [
    ("en", &["the", "a", "an", "and", "or", "your", "our"]),
    ("nl", &["een", "uw"]),
    ("de", &["und", "oder"]),
    ("fr", &["les", "des", "et", "au", "du"]),
    ("es", &["el", "los", "las", "del", "y", "su"]),
];

/// Whether one of the two is a mistake for certain.
fn is_never_twice(language: &str, word: &str) -> bool {
    let plain = language.split('-').next().unwrap_or(language);
    let lower = word.to_lowercase();
    NEVER.iter().any(|(known, words)| *known == plain && words.contains(&lower.as_str()))
}

/// Looks at every text.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().with(Tag::Doubled) {
        let behind = passage.marks(Tag::Doubled).skip(1);
        for (first, second) in passage.marks(Tag::Doubled).zip(behind) {
            let all = &passage.tokens().all;
            let (one, two) = (&all[first.tokens().start], &all[second.tokens().start]);
            if first.tokens().end != second.tokens().start
                || one.text != two.text
                || one.sentence() != two.sentence()
            {
                continue;
            }
            let span = passage.piece.place(one.range().end..two.range().end);
            let never = is_never_twice(passage.language, &one.text);
            let (label, help) = if never {
                ("once is enough", "take one of them out")
            } else {
                (
                    "is it there once too often?",
                    "take one of them out, or say it in a way that does not need both",
                )
            };
            findings.push(
                Diagnostic::new(
                    &registry::REPEATED_WORD,
                    passage.span(second.tokens()),
                    format!("`{}` stands here twice", one.text),
                )
                .label(label)
                .fix("take one of them out", never, span, "")
                .help(help),
            );
        }
    }
}
