//! A duty whose words begin with a subject, although the line has said who: `we will "We tell you beforehand."`.
//!
//! Only words that can be nothing else than a subject in their language count: `you` may be whom something is done to in
//! French, and begins no English duty.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Duty, Section, SectionItem};
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
    let first = program.policy.languages.first().map_or("en", |language| language.tag.as_str());
    program.layout.iter().for_each(|section| of_section(section, first, findings));
}

fn of_section(section: &Section, first: &str, findings: &mut Vec<Diagnostic>) {
    for item in &section.items {
        match item {
            SectionItem::Duty(duty) => of_duty(duty, first, findings),
            SectionItem::Section(inner) => of_section(inner, first, findings),
            SectionItem::Declaration(_) | SectionItem::Prose(..) | SectionItem::Note(..) => {}
        }
    }
}

fn of_duty(duty: &Duty, first: &str, findings: &mut Vec<Diagnostic>) {
    let translated = duty.text.translations.iter().map(|text| (text.language.as_str(), &text.piece));
    for (language, piece) in std::iter::once((first, &duty.text.original)).chain(translated) {
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
