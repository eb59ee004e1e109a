//! The words of a clause as a stretch of text with its place, and the few questions that are asked of it.

use crate::source::{FileId, Span};

/// The text of a clause and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Head<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) offset: usize,
}

impl<'t> Head<'t> {
    /// The rest of the clause from a position on.
    pub(super) fn from(self, at: usize) -> Self {
        Self { text: &self.text[at..], offset: self.offset + at, ..self }
    }

    /// The place of a stretch of it.
    pub(super) fn span(self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }

    /// The position behind white space and comments.
    #[inline]
    pub(super) fn skip(self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        // Nearly always one blank stands before a word, or none.
        let at = if bytes.get(at) == Some(&b' ') { at + 1 } else { at };
        match bytes.get(at) {
            Some(byte) if !byte.is_ascii_graphic() || *byte == b'#' => self.skip_far(at),
            _ => at,
        }
    }

    /// The same for more than one blank.
    fn skip_far(self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        if bytes.get(at).is_some_and(|byte| byte.is_ascii_graphic() && *byte != b'#') {
            return at;
        }
        loop {
            let rest = &self.text[at..];
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace());
            at += rest.len() - trimmed.len();
            // The blank before a comment may be the one that was passed over above.
            if bytes.get(at) == Some(&b'#') && (at == 0 || self.text[..at].ends_with(char::is_whitespace)) {
                at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else {
                return at;
            }
        }
    }

    /// The word that stands at a position, up to white space or punctuation; for messages and first words.
    pub(super) fn word(self, at: usize) -> &'t str {
        let rest = &self.text[at..];
        let plain = rest.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'-'));
        if let Some(end) = plain.filter(|end| *end > 0 && rest.as_bytes()[*end] == b' ') {
            return &rest[..end];
        }
        let end = rest.find(|c: char| c.is_whitespace() || "\",;{}()|".contains(c)).unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        &rest[..end]
    }

    /// Whether the word at the beginning is this one.
    pub(super) fn begins(self, word: &str) -> bool {
        // Where a word ends is looked for only once its letters are there.
        self.text.starts_with(word) && self.word(0) == word
    }

    /// Whether a fixed word stands at a position, ending at the end of a word.
    #[inline]
    pub(super) fn has(self, at: usize, word: &str) -> Option<usize> {
        let bytes = self.text.as_bytes().get(at..)?;
        // Another word nearly always has another first letter.
        if bytes.first() != word.as_bytes().first() {
            return None;
        }
        let rest = bytes.strip_prefix(word.as_bytes())?;
        let ends = match rest.first() {
            None => true,
            Some(byte) if byte.is_ascii() => {
                !(byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_')
            }
            Some(_) => !self.text[at + word.len()..].starts_with(char::is_alphanumeric),
        };
        ends.then(|| at + word.len())
    }
}

/// Whether a word is one of logic and value, which are no names of things.
pub(super) fn is_reserved(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "not"
            | "when"
            | "unless"
            | "is"
            | "any"
            | "other"
            | "every"
            | "none"
            | "yes"
            | "no"
            | "always"
            | "unlimited"
            | "only"
            | "except"
    )
}
