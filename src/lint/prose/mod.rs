//! Everything that a policy says in words, read once for all lints that look at prose.
//!
//! In: a resolved program. Out: [`Prose`]: every published text in every language, as [`Passage`]s that know whose words
//! they are, which stretches of them the author speaks in (no code, no quotations, no addresses), and which words of the
//! lists of their language may stand in them. Tokens are made only of passages that a lint asks about. Nothing is judged here.

mod amounts;
mod claims;
mod figures;
mod hours;
mod lexicon;
mod markdown;
mod mentions;
mod scan;
mod signs;
mod tags;
#[cfg(test)]
mod tests;
mod tokens;
mod walk;

pub use amounts::Sum;
pub use claims::{Claim, Verdict, claims, is_request};
pub use figures::{Compared, Stated};
pub use hours::{Moment, Weekly};
pub use lexicon::Lexicon;
pub use markdown::{Feature, FeatureKind};
pub use mentions::{Mentions, speaks};
pub use scan::{LANGUAGES, hashed};
pub use signs::Signs;
pub use tags::{Little, Tag};
pub use tokens::{Kind, Mark, Token, Tokens, lower, words_of};
pub use walk::{Place, Role};

use crate::hir::Program;
use crate::source::Span;
use crate::value::{Piece, Text};
use scan::Scanned;
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::ops::Range;
use tags::Kinds;
use thin_vec::ThinVec;

/// All texts of a program.
pub struct Prose<'a> {
    /// One for each language of each text, in the order of the program.
    pub passages: Vec<Passage<'a>>,
    maybe: Kinds,
}

/// A text in one language.
pub struct Passage<'a> {
    /// The text with its translations.
    pub text: &'a Text,
    /// The text in this language.
    pub piece: &'a Piece,
    /// The tag of the language.
    pub language: &'a str,
    /// The words of the language; `None` for a language that there are no lists for.
    pub lexicon: Option<&'static Lexicon>,
    /// Whose words these are.
    pub place: Place<'a>,
    /// The stretches of the content that the author speaks in, in order.
    pub spoken: Stretches,
    /// Links, pictures and HTML in it.
    pub features: ThinVec<Feature>,
    /// Which signs stand in it, spoken or not.
    pub signs: Signs,
    /// How its words look.
    pub scanned: Scanned,
    /// Made of few passages, so that the others have little room for them.
    tokens: OnceCell<Box<Tokens>>,
}

/// Stretches of a text, nearly always one.
pub type Stretches = SmallVec<[Stretch; 1]>;

/// A stretch of a text in which the author speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where, in bytes within the content.
    pub range: Range<usize>,
    /// Whether it begins a paragraph, an item or a cell.
    pub begins: bool,
}

impl<'a> Prose<'a> {
    /// Reads all texts of a program.
    pub fn read(program: &'a Program) -> Self {
        let first = program.policy.first_language();
        // A policy of two pages has some fifty texts.
        let mut passages = Vec::with_capacity(64);
        let mut maybe = 0;
        let mut lexicons: Vec<(&str, Option<&'static Lexicon>)> = Vec::new();
        let mut lexicon = |language: &'a str| {
            let known = lexicons.iter().find(|(known, _)| *known == language).map(|(_, lexicon)| *lexicon);
            known.unwrap_or_else(|| {
                lexicons.push((language, Lexicon::of(language)));
                Lexicon::of(language)
            })
        };
        walk::walk(program, &mut |text, place| {
            for (language, piece) in text.in_languages(first) {
                let passage = Passage::read(text, piece, (language, lexicon(language)), place);
                maybe |= passage.scanned.maybe;
                passages.push(passage);
            }
        });
        Self { passages, maybe }
    }

    /// The passages with a word or phrase of this kind.
    pub fn with(&self, tag: Tag) -> impl Iterator<Item = &Passage<'a>> {
        self.perhaps_with(tag).filter(move |passage| passage.has(tag))
    }

    /// The passages in which a word or phrase of this kind may stand, for whoever asks only about some of them.
    pub fn perhaps_with(&self, tag: Tag) -> impl Iterator<Item = &Passage<'a>> {
        let any = self.maybe & tag.bit() != 0;
        let passages = if any { self.passages.as_slice() } else { &[] };
        passages.iter().filter(move |passage| passage.scanned.maybe & tag.bit() != 0)
    }

    /// Links, pictures and HTML with the passages that they stand in.
    pub fn features(&self) -> impl Iterator<Item = (&Passage<'a>, &Feature)> {
        let passages = self.passages.iter();
        passages.flat_map(|passage| passage.features.iter().map(move |feature| (passage, feature)))
    }
}

impl<'a> Passage<'a> {
    fn read(
        text: &'a Text,
        piece: &'a Piece,
        (language, lexicon): (&'a str, Option<&'static Lexicon>),
        place: Place<'a>,
    ) -> Self {
        let signs = Signs::of(&piece.content);
        let (spoken, features) = markdown::spoken(piece, signs);
        let scanned = scan::scan(&piece.content, &spoken, lexicon);
        let tokens = OnceCell::new();
        Self { text, piece, language, lexicon, place, spoken, features, signs, scanned, tokens }
    }

    /// Its words and marks.
    pub fn tokens(&self) -> &Tokens {
        self.tokens.get_or_init(|| {
            Box::new(Tokens::read(self.piece, &self.spoken, self.lexicon, self.scanned.words as usize))
        })
    }

    /// Whether a word or phrase of this kind stands in it.
    pub fn has(&self, tag: Tag) -> bool {
        self.scanned.maybe & tag.bit() != 0 && self.tokens().marks.iter().any(|mark| mark.tag == tag)
    }

    /// Whether the author speaks at a place in the content.
    pub fn speaks_at(&self, at: usize) -> bool {
        let first = self.spoken.partition_point(|stretch| stretch.range.end <= at);
        self.spoken.get(first).is_some_and(|stretch| stretch.range.start <= at)
    }

    /// Whether the author speaks somewhere in a stretch of the content.
    pub fn speaks_in(&self, range: &Range<usize>) -> bool {
        let first = self.spoken.partition_point(|stretch| stretch.range.end <= range.start);
        self.spoken.get(first).is_some_and(|stretch| stretch.range.start < range.end)
    }

    /// Whether some words, of a link as it may be, are a phrase of this kind and nothing more. The rest of the text is not divided
    /// for it.
    pub fn is_phrase(&self, written: &str, tag: Tag) -> bool {
        let words = words_of(written);
        let phrases = words.first().zip(self.lexicon).map(|(first, lexicon)| lexicon.beginning(first));
        phrases.unwrap_or_default().iter().any(|phrase| phrase.tag == tag && phrase.words == words)
    }

    /// The words and phrases of this kind, in order.
    pub fn marks(&self, tag: Tag) -> impl Iterator<Item = &Mark> {
        self.tokens().marks.iter().filter(move |mark| mark.tag == tag)
    }

    /// Whether a sentence says a little word of one of these kinds.
    pub fn says_little(&self, sentence: usize, kinds: &[Little]) -> bool {
        let tokens = self.tokens();
        let written = self.piece.content.get(tokens.range(tokens.sentence(sentence))).unwrap_or("");
        self.lexicon.is_some_and(|lexicon| lexicon.says(written, kinds))
    }

    /// How many tokens the longest little phrase of these kinds has that begins here; 0 for none.
    pub fn little_at(&self, at: usize, kinds: &[Little]) -> usize {
        let rest = self.tokens().all.get(at..).unwrap_or(&[]);
        let phrases = self.lexicon.into_iter().flat_map(|lexicon| lexicon.littles(kinds)).map(words_of);
        let standing = phrases.filter(|words| {
            words.len() <= rest.len() && rest.iter().zip(words).all(|(token, word)| token.text == *word)
        });
        standing.map(|words| words.len()).max().unwrap_or(0)
    }

    /// Whether a sentence says nothing but little phrases of these kinds and what is known to stand in it.
    pub fn says_only(&self, sentence: usize, kinds: &[Little], known: &[Range<usize>]) -> bool {
        let tokens = self.tokens();
        let Range { start: mut at, end } = tokens.sentence(sentence);
        while at < end {
            let ends = known.iter().filter(|range| range.contains(&at)).map(|range| range.end);
            let stop = usize::from(matches!(tokens.all[at].text.as_str(), "." | "," | "!" | "。" | "、"));
            let next = ends.max().unwrap_or(at).max(at + stop).max(at + self.little_at(at, kinds));
            if next == at {
                return false;
            }
            at = next;
        }
        at == end
    }

    /// Where some tokens stand in the source.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.piece.place(self.tokens().range(tokens))
    }

    /// Some tokens as they were written.
    pub fn written(&self, tokens: Range<usize>) -> &str {
        self.piece.content.get(self.tokens().range(tokens)).unwrap_or("")
    }
}
