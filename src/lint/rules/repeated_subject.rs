//! A duty whose words begin with a subject, although the line has said who: `we will "We tell you beforehand."`.
//!
//! Only words that can be nothing else than a subject in their language count: `you` may be whom something is done to in
//! French, and begins no English duty.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Piece;

/// The words that are only ever subjects at the beginning of a duty, by language.
const SUBJECTS: &[(&str, &[&str])] = &[
    ("en", &["we", "you", "they", "i"]),
    ("nl", &["we", "wij", "ik", "jij"]),
    ("de", &["wir", "ich"]),
    ("es", &["nosotros", "yo", "usted"]),
    ("fr", &["je", "tu", "ils"]),
];

/// Looks at every duty.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let first = program.policy.first_language();
    for (language, piece) in program.duties().flat_map(|duty| duty.text.in_languages(first)) {
        let Some(word) = subject(language, piece) else { continue };
        let place = piece.place(0..word.len());
        let rest = piece.content[word.len()..].trim_start();
        let finding = Diagnostic::new(
            &registry::REPEATED_SUBJECT,
            place,
            format!("`{word}` says once more who has this duty"),
        );
        let through = piece.place(0..piece.content.len() - rest.len());
        findings.push(
            finding
                .label("said already")
                .help("let the words go on from `will`, `must` or `may`: `we will \"tell you beforehand\"`")
                .fix(format!("take `{word}` out"), false, through, ""),
        );
    }
}

/// The subject that a text begins with.
fn subject<'p>(language: &str, piece: &'p Piece) -> Option<&'p str> {
    let language = language.split('-').next().unwrap_or(language);
    let (word, _) = piece.content.split_once(' ')?;
    let known = SUBJECTS.iter().find(|(known, _)| *known == language)?.1;
    known.contains(&word.to_lowercase().as_str()).then_some(word)
}
