//! From text to tree: the grammar, the schemas, the typed tree, comments and recovery.
//!
//! In: a source. Out: a [`ast::File`] and the mistakes of its form; there is always a tree. What a bad line may have meant
//! is never guessed at, so that no finding is the consequence of another. This is the only room that knows pest.

pub mod ast;
mod blocks;
mod build;
pub mod cell;
mod failure;
mod fits;
mod grammar;
mod head;
mod hidden;
mod holes;
mod limits;
mod lower;
mod matcher;
mod merge;
mod messages;
pub mod outline;
mod plain;
mod scan;
pub mod schema;
#[cfg(test)]
mod schema_tests;
mod slips;
mod statement;
mod tables;
mod unopened;

pub use fits::{Fit, Form, Part, Value, fits};
pub use messages::areas::{area_by_zone, header_zone, in_country_of};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Source};

/// A parsed file.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The tree; what could not be understood is not in it.
    pub file: ast::File,
    /// What is wrong with its form.
    pub findings: Vec<Diagnostic>,
}

/// Makes the places of findings fit a file as it was written, where they are about what is read after the file itself, as cells
/// are: a fix of a word with characters that are not plain waits until they are.
pub fn settle(id: FileId, source: &Source, findings: &mut [Diagnostic]) {
    if !findings.iter().any(|finding| finding.span.file == id) {
        return;
    }
    let merged = merge::first_versions(id, source.text());
    let text = merged.as_ref().map_or(source.text(), |(text, _)| text);
    if let Some(plain) = plain::plain(id, text) {
        plain.settle(id, findings);
    }
}

/// What is meant by a word that people expect in the header of a policy and that is none of its words: where that is said, and
/// the line to write, perhaps with the text that stands behind it.
pub fn expected_in_header(word: &str, text: &str) -> Option<(&'static str, String)> {
    messages::expected_in_header(word, text)
}

/// The word of statements that another language has this word for, as `every` for `elke`.
pub fn in_english(word: &str) -> Option<&'static str> {
    slips::english(word).filter(|(_, length)| *length == word.len()).map(|(english, _)| english)
}

/// The length of time that a whole text means in another form or another language.
pub fn length_in_other_words(text: &str) -> Option<String> {
    slips::length_called(text.trim())
}

/// Parses a file. No input is refused: a text beyond the limits gives one finding and an empty tree.
pub fn parse(id: FileId, source: &Source) -> Parsed {
    if let Some(finding) = limits::beyond(id, source.text()) {
        return Parsed { file: ast::File::default(), findings: vec![finding] };
    }
    let ending = limits::old_line_end(id, source.text());
    if ending.is_some() && memchr::memchr(b'\n', source.text().as_bytes()).is_none() {
        return Parsed { file: ast::File::default(), findings: ending.into_iter().collect() };
    }
    let merged = merge::first_versions(id, source.text());
    let text = merged.as_ref().map_or(source.text(), |(text, _)| text);
    let mut parsed = match plain::plain(id, text) {
        None => lower::file(id, text),
        Some(plain) => {
            let mut parsed = lower::file(id, &plain.text);
            plain.settle(id, &mut parsed.findings);
            parsed.findings.extend(plain.findings);
            parsed.findings.sort_by_key(|finding| finding.span);
            parsed
        }
    };
    if let Some((_, findings)) = merged {
        parsed.findings.extend(findings);
        parsed.findings.sort_by_key(|finding| finding.span);
    }
    if let Some(finding) = ending {
        let place = parsed.findings.partition_point(|other| other.span <= finding.span);
        parsed.findings.insert(place, finding);
    }
    hidden::hidden(id, source, &mut parsed.findings);
    messages::areas::suggest(&parsed.file, &mut parsed.findings);
    parsed
}
