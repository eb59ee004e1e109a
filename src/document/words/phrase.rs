//! Words that stand within a line, with the links in them.

use crate::document::model::{Inline, plain_text};
use std::fmt;

/// Room for what mostly follows the first words of a text.
const ROOM: usize = 24;

/// Words with the links in them, ready to stand in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Inline>);

impl Phrase {
    /// The pieces.
    pub fn inlines(&self) -> &[Inline] {
        &self.0
    }

    /// The pieces, to be put into the document.
    pub fn into_inlines(self) -> Vec<Inline> {
        self.0
    }

    /// The words alone.
    pub fn text(&self) -> String {
        plain_text(&self.0)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a piece; plain words join the plain words before them.
    pub fn push(&mut self, piece: Inline) {
        match (self.0.last_mut(), piece) {
            (_, Inline::Text(words)) if words.is_empty() => {}
            (Some(Inline::Text(before)), Inline::Text(words)) => before.push_str(&words),
            (_, piece) => self.0.push(piece),
        }
    }

    /// Adds plain words.
    pub fn push_words(&mut self, words: &str) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Inline::Text(before)) => before.push_str(words),
            Some(_) | None => {
                // Mostly more words follow.
                let mut text = String::with_capacity(words.len() + ROOM);
                text.push_str(words);
                self.0.push(Inline::Text(text));
            }
        }
    }

    /// Adds another phrase.
    pub fn extend(&mut self, other: impl Into<Self>) {
        for piece in other.into().0 {
            self.push(piece);
        }
    }

    /// The phrase without the word with which it begins, in any case, where something else follows that stands apart.
    #[must_use]
    pub fn without_first(mut self, word: &str) -> Self {
        if let Some(Inline::Text(words)) = self.0.first_mut()
            && let Some(first) = words.get(..word.len())
            && first.to_lowercase() == word.to_lowercase()
        {
            let behind = &words[word.len()..];
            let rest = behind.trim_start();
            let apart = rest.len() < behind.len() || rest.starts_with(|c: char| c.is_ascii_digit());
            if apart && rest.starts_with(char::is_alphanumeric) {
                *words = rest.to_owned();
            }
        }
        self
    }

    /// The first letter, small and without accent, or the first two where the first is an h, which can be silent: in some
    /// languages, words such as "and" have another form before some vowels.
    pub fn start(&self) -> String {
        let words = self.text().to_lowercase();
        let letters = if words.starts_with('h') { 2 } else { 1 };
        let plain = |letter| match letter {
            'á' | 'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            other => other,
        };
        words.chars().filter(|letter| letter.is_alphanumeric()).take(letters).map(plain).collect()
    }

    /// The phrase with a capital, to begin a sentence or to stand in a cell.
    #[must_use]
    pub fn capitalised(mut self) -> Self {
        capitalise(&mut self.0);
        self
    }
}

fn capitalise(pieces: &mut [Inline]) {
    match pieces.first_mut() {
        Some(Inline::Text(words)) => *words = capitalised(words),
        Some(
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::NoBreak(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Time { content: inner, .. },
        ) => capitalise(inner),
        Some(Inline::Mark { word, .. }) => *word = capitalised(word),
        Some(
            Inline::Language { .. }
            | Inline::Code(_)
            | Inline::NoteRef(_)
            | Inline::Image { .. }
            | Inline::Break
            | Inline::Place(_),
        )
        | None => {}
    }
}

/// Whether the first word keeps its letter wherever it stands, as `iOS`, `v1.0` and addresses do.
pub fn keeps_its_letter(words: &str) -> bool {
    // Most lines begin with a great letter or a figure.
    if !words.starts_with(char::is_lowercase) {
        return false;
    }
    let first = words.split(char::is_whitespace).next().unwrap_or_default();
    let mut letters = first.chars().skip(1);
    letters.any(|letter| letter.is_uppercase() || letter.is_ascii_digit()) || first.contains("://")
}

/// Words with a capital first letter.
pub fn capitalised(words: &str) -> String {
    if keeps_its_letter(words) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Self(vec![Inline::text(words)])
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Self(vec![Inline::Text(words)])
    }
}

impl From<Inline> for Phrase {
    fn from(piece: Inline) -> Self {
        Self(vec![piece])
    }
}

impl From<Vec<Inline>> for Phrase {
    fn from(pieces: Vec<Inline>) -> Self {
        Self(pieces)
    }
}

impl From<Phrase> for Vec<Inline> {
    fn from(phrase: Phrase) -> Self {
        phrase.0
    }
}
