//! Languages of a document for which there are no words.
//!
//! In: a program. Out: a finding for each language of its header without a catalogue. The checker cannot say it, since it does
//! not know the catalogues; nothing else is said here.

use crate::diagnostic::{Diagnostic, registry};
use crate::document::words::Words;
use crate::hir::Program;

/// Looks at the languages of the header.
pub fn check(program: &Program, findings: &mut Vec<Diagnostic>) {
    for language in &program.policy.languages {
        if Words::knows(&language.tag) {
            continue;
        }
        let known: Vec<String> = Words::languages().map(|tag| format!("`{tag}`")).collect();
        let message =
            format!("there are no words for `{}`, so its page has English between your texts", language.tag);
        let finding = Diagnostic::new(&registry::WORDLESS_LANGUAGE, language.span, message);
        findings.push(match country(&language.tag) {
            Some((label, english)) => finding.label(label).fix(
                format!("change it to `{english}`, if English is meant"),
                false,
                language.span,
                english,
            ),
            None => finding
                .label("headings and figures would be in English")
                .help(format!("documents can be written in {}", crate::hir::join(&known))),
        });
    }
}

/// What the code of a country means where a language belongs, and the English of that country.
fn country(tag: &str) -> Option<(&'static str, &'static str)> {
    match tag {
        "uk" => Some(("`uk` is Ukrainian", "en-GB")),
        "gb" => Some(("this is a country and no language", "en-GB")),
        "us" => Some(("this is a country and no language", "en-US")),
        _ => None,
    }
}
