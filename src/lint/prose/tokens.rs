//! The words and marks of a text, and the phrases of the lists that stand in it.
//!
//! In: the stretches of a text in which the author speaks. Out: [`Tokens`] with their sentences. Hyphens within words and
//! apostrophes divide words and are left out; what is quoted leaves a gap, over which no phrase reaches.

use super::Stretch;
use super::lexicon::Lexicon;
use super::scan::stands_alone;
use super::tags::Tag;
use crate::value::Piece;
use smallvec::SmallVec;
use smol_str::{SmolStr, StrExt as _};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, or one character of a script without spaces.
    Word,
    /// Digits, with points, commas and colons within them.
    Number,
    /// Any other character.
    Mark,
    /// A web or mail address.
    Address,
    /// Something quoted, code included.
    Gap,
}

/// A word or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Whether white space, or the beginning of a stretch, stands before it.
    pub spaced: bool,
    /// It in lower case.
    pub text: SmolStr,
    start: u32,
    end: u32,
    sentence: u32,
}

impl Token {
    /// Where it stands in the content.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of its sentence.
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }
}

/// A phrase of the lists in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub tag: Tag,
    first: u32,
    end: u32,
    sentence: u32,
}

impl Mark {
    /// Its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    /// The number of its sentence.
    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }
}

/// A place in a text; the files of policies are far smaller than such a number can say. Policies of megabytes have hundreds of
/// thousands of tokens, so that its size counts.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The words and marks of a text.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In order.
    pub all: Vec<Token>,
    /// The phrases of the lists, in order; several may begin at one place.
    pub marks: Vec<Mark>,
}

impl Tokens {
    /// Divides a text that has so many words.
    pub(super) fn read(
        piece: &Piece,
        stretches: &[Stretch],
        lexicon: Option<&Lexicon>,
        words: usize,
    ) -> Self {
        // Most marks are those of ASCII, and most of them are tokens of their own.
        let marks = piece.content.bytes().filter(u8::is_ascii_punctuation).count();
        let all = Vec::with_capacity(words + marks);
        let mut reader = Reader { content: &piece.content, all, sentence: 0, ended: false, at: 0 };
        for stretch in stretches {
            reader.stretch(stretch);
        }
        let mut tokens = Self { all: reader.all, marks: Vec::new() };
        if let Some(lexicon) = lexicon {
            tokens.marks = tokens.phrases(lexicon);
        }
        tokens
    }

    fn phrases(&self, lexicon: &Lexicon) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (at, token) in self.all.iter().enumerate() {
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                continue;
            }
            let first = marks.len();
            for phrase in lexicon.beginning(&token.text) {
                let tokens = at..at + phrase.words.len();
                let Some(part) = self.all.get(tokens.clone()) else { continue };
                let whole = part.last().is_some_and(|last| last.sentence == token.sentence);
                let same = || part.iter().zip(&phrase.words).all(|(token, word)| token.text == *word);
                // The longest phrase of a kind stands first.
                if whole && marks[first..].iter().all(|mark: &Mark| mark.tag != phrase.tag) && same() {
                    let Range { start: first, end } = tokens;
                    let (first, end) = (narrow(first), narrow(end));
                    marks.push(Mark { tag: phrase.tag, first, end, sentence: token.sentence });
                }
            }
        }
        // Of a phrase within a longer one only the longer one is meant.
        let mut reach = (0, 0..0);
        let mut longest: Vec<Range<usize>> = Vec::new();
        for mark in &marks {
            if mark.tokens().len() > 1 && (mark.tokens().end > reach.0) {
                reach = (mark.tokens().end, mark.tokens());
                longest.push(reach.1.clone());
            }
        }
        marks.retain(|mark| {
            let next = longest.partition_point(|long| long.end < mark.tokens().end);
            longest
                .get(next)
                .is_none_or(|long| long.start > mark.tokens().start || long.len() <= mark.tokens().len())
        });
        marks
    }

    /// The bytes of the content that some tokens take up.
    pub fn range(&self, tokens: Range<usize>) -> Range<usize> {
        let part = self.all.get(tokens).unwrap_or(&[]);
        match (part.first(), part.last()) {
            (Some(first), Some(last)) => first.range().start..last.range().end,
            _ => 0..0,
        }
    }

    /// The tokens of a sentence.
    pub fn sentence(&self, number: usize) -> Range<usize> {
        let start = self.all.partition_point(|token| token.sentence() < number);
        let end = self.all.partition_point(|token| token.sentence() <= number);
        start..end
    }

    /// The marks of a sentence.
    pub fn marks_in(&self, sentence: usize) -> impl Iterator<Item = &Mark> {
        // A text may have thousands of sentences, of each of which is asked.
        let first = self.marks.partition_point(|mark| mark.sentence() < sentence);
        self.marks[first..].iter().take_while(move |mark| mark.sentence() == sentence)
    }

    /// Whether a sentence has a phrase of one of these kinds.
    pub fn says(&self, sentence: usize, tags: &[Tag]) -> bool {
        self.marks_in(sentence).any(|mark| tags.contains(&mark.tag))
    }
}

struct Reader<'c> {
    content: &'c str,
    all: Vec<Token>,
    sentence: u32,
    ended: bool,
    at: usize,
}

impl Reader<'_> {
    fn stretch(&mut self, stretch: &Stretch) {
        let Range { start, end } = stretch.range;
        if stretch.begins && !self.all.is_empty() {
            self.sentence += 1;
            self.ended = false;
        } else if start > self.at && !self.all.is_empty() && self.is_gap(self.at..start) {
            self.push(Kind::Gap, self.at..start, true);
        }
        self.at = start;
        let mut spaced = true;
        while self.at < end {
            if let Some(length) = plain_word(&self.content.as_bytes()[self.at..end]) {
                let start = self.at;
                self.at += length;
                self.push(Kind::Word, start..self.at, spaced);
                spaced = false;
                continue;
            }
            let Some(c) = self.content[self.at..end].chars().next() else { break };
            if c.is_whitespace() {
                spaced = true;
                self.at += c.len_utf8();
                continue;
            }
            self.token(c, end, spaced);
            spaced = false;
        }
    }

    /// Whether what was passed over is more than marks of Markdown.
    fn is_gap(&self, range: Range<usize>) -> bool {
        self.content[range].contains(|c: char| c.is_alphanumeric())
    }

    fn token(&mut self, first: char, end: usize, spaced: bool) {
        let rest = &self.content[self.at..end];
        let start = self.at;
        if first.is_alphanumeric() || stands_alone(first) {
            if let Some(length) = address(rest) {
                self.at += length;
                return self.push(Kind::Address, start..start + length, spaced);
            }
            let (kind, length) = word(rest);
            self.at += length;
            return self.push(kind, start..start + length, spaced);
        }
        self.at += first.len_utf8();
        // Hyphens within words and apostrophes only divide.
        let within = !spaced && rest[first.len_utf8()..].starts_with(char::is_alphabetic);
        if within && matches!(first, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '\u{ad}') {
            return;
        }
        self.push(Kind::Mark, start..self.at, spaced);
        let after = &rest[first.len_utf8()..];
        self.ended |= match first {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' | '…' => after.is_empty() || after.starts_with(char::is_whitespace),
            _ => false,
        };
    }

    fn push(&mut self, kind: Kind, range: Range<usize>, spaced: bool) {
        let written = &self.content[range.clone()];
        if std::mem::take(&mut self.ended) {
            let goes_on = written.starts_with(char::is_lowercase) || matches!(written, "." | "!" | "?");
            self.sentence += u32::from(!goes_on);
        }
        let text = lower(written);
        let (start, end) = (narrow(range.start), narrow(range.end));
        self.all.push(Token { kind, spaced, text, start, end, sentence: self.sentence });
    }
}

/// A text in lower case.
pub fn lower(written: &str) -> SmolStr {
    if !written.is_ascii() {
        SmolStr::from(written.to_lowercase())
    } else if written.bytes().any(|byte| byte.is_ascii_uppercase()) {
        written.to_ascii_lowercase_smolstr()
    } else {
        SmolStr::new(written)
    }
}

/// The length of a word of plain letters that is the beginning of nothing else, as nearly all words are.
fn plain_word(rest: &[u8]) -> Option<usize> {
    let not = |byte: &u8| !byte.is_ascii_alphabetic();
    let length = rest.iter().position(not).unwrap_or(rest.len());
    // An address goes on behind these marks; at the end of a sentence nothing does.
    let next = rest[length..].iter().find(|byte| !matches!(byte, b'.' | b':' | b'!' | b'?'));
    let ends = next.is_none_or(|byte| matches!(byte, b' ' | b'\n' | b',' | b';' | b'(' | b')'));
    (length > 0 && ends).then_some(length)
}

/// The length of an address that begins here.
fn address(rest: &str) -> Option<usize> {
    // A plain word in front of a blank is none, and most words are.
    let plain = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    if plain.is_none_or(|end| rest.as_bytes()[end] == b' ') {
        return None;
    }
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '「' | '」' | '、' | '。' | ',' | ';')
    };
    let end = rest.find(ends).unwrap_or(rest.len());
    let written = rest[..end].trim_end_matches(['.', ':', '!', '?', '*', '_']);
    let scheme = ["http://", "https://", "www.", "mailto:", "tel:"];
    let mail = written.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    (mail || scheme.iter().any(|scheme| written.starts_with(scheme))).then_some(written.len())
}

/// The kind and the length of the word or number that begins here.
fn word(rest: &str) -> (Kind, usize) {
    let mut chars = rest.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return (Kind::Mark, 0) };
    if stands_alone(first) {
        return (Kind::Word, first.len_utf8());
    }
    let number = first.is_ascii_digit();
    while let Some((at, c)) = chars.next() {
        let goes_on = if number {
            let between =
                matches!(c, '.' | ',' | ':') && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            c.is_ascii_digit() || between
        } else {
            c.is_alphabetic() && !stands_alone(c)
        };
        if !goes_on {
            return (if number { Kind::Number } else { Kind::Word }, at);
        }
    }
    (if number { Kind::Number } else { Kind::Word }, rest.len())
}

/// The words of a phrase, in lower case.
pub type Words = SmallVec<[SmolStr; 2]>;

/// The words of a phrase, divided as those of a text are.
pub fn words_of(phrase: &str) -> Words {
    if is_plain(phrase) {
        return phrase.split_ascii_whitespace().map(SmolStr::new).collect();
    }
    divided(phrase)
}

/// Whether a phrase is words in lower case, divided by blanks. Most are, and there are hundreds.
pub(super) fn is_plain(phrase: &str) -> bool {
    phrase.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
}

fn divided(phrase: &str) -> Words {
    let mut reader = Reader { content: phrase, all: Vec::new(), sentence: 0, ended: false, at: 0 };
    reader.stretch(&Stretch { range: 0..phrase.len(), begins: true });
    reader.all.into_iter().map(|token| token.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_phrases_have_the_words_that_texts_have() {
        for phrase in
            ["soon", "as soon as possible", " two  blanks ", "", "on-call", "o'clock", "24/7", "Übermorgen"]
        {
            assert_eq!(words_of(phrase), divided(phrase), "{phrase}");
        }
    }
}
