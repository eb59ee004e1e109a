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
        findings.push(
            Diagnostic::new(&registry::WORDLESS_LANGUAGE, language.span, message)
                .label("headings and figures would be in English")
                .help(format!("documents can be written in {}", crate::hir::join(&known))),
        );
    }
}
