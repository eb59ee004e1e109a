//! Texts with their translations and the quotations inside them.

use super::{Condition, Name};
use crate::source::Span;
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::fmt;
use std::ops::Range;
use thin_vec::ThinVec;

/// A text in the policy's first language, and what it is in others.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text as it was written first.
    pub original: Piece,
    /// The same in other languages, in the order in which they were written.
    pub translations: ThinVec<Translation>,
    /// `in all languages`: it stays as it is.
    pub everywhere: bool,
    /// From the first quote to the last.
    pub span: Span,
}

/// A text in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language tag, as `nl` or `pt-BR`.
    pub language: SmolStr,
    /// Where the tag was written.
    pub span: Span,
    /// The text.
    pub piece: Piece,
}

/// One quoted text.
#[derive(Clone)]
pub struct Piece {
    /// The content, without the quotes and without the indentation that all lines of a block share.
    pub content: SmolStr,
    /// Whether it was written as a block of Markdown (`"""`).
    pub block: bool,
    /// The quotations in it, in order.
    pub quotations: ThinVec<Quotation>,
    /// Where each stretch of the content stands in the source: content offset and source offset, in order.
    pub origins: SmallVec<[(u32, u32); 1]>,
    /// Where it was written, with its quotes.
    pub span: Span,
}

/// A typed value that a text quotes: `{office open}`.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Where it stands in the content, with its braces.
    pub range: Range<usize>,
    /// Where it stands in the source, with its braces.
    pub span: Span,
    /// The kind, when it is said: `{section conduct}`.
    pub kind: Option<Name>,
    /// What is quoted.
    pub target: Name,
    /// What of it.
    pub what: Quoted,
}

/// What of a thing is quoted.
#[derive(Clone, Debug)]
pub enum Quoted {
    /// Its title, with a link.
    Title,
    /// One of its fields, in words.
    Field(Name),
    /// The value of its rule in these cases, which must be one value.
    When(Condition),
    /// Nothing: several words stand there, which the target has with hyphens between them.
    Words,
}

impl Text {
    /// The text in a language, or in the first language when there is no such translation.
    pub fn in_language(&self, language: &str) -> &Piece {
        self.translations
            .iter()
            .find(|translation| translation.language == language)
            .map_or(&self.original, |translation| &translation.piece)
    }

    /// All pieces with the tags of their languages, of which the first is given.
    pub fn in_languages<'a>(&'a self, first: &'a str) -> impl Iterator<Item = (&'a str, &'a Piece)> {
        let translated = self.translations.iter().map(|text| (text.language.as_str(), &text.piece));
        std::iter::once((first, &self.original)).chain(translated)
    }

    /// All pieces, the first one first.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        std::iter::once(&self.original).chain(self.translations.iter().map(|translation| &translation.piece))
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Where each line came from is a place too, see [`Span`].
        let without_places = f.sign_minus();
        let mut shown = f.debug_struct("Piece");
        shown.field("content", &self.content).field("block", &self.block);
        shown.field("quotations", &self.quotations);
        if without_places {
            return shown.finish();
        }
        shown.field("origins", &self.origins).field("span", &self.span).finish()
    }
}

impl Piece {
    /// The place in the source of a stretch of the content.
    pub fn place(&self, range: Range<usize>) -> Span {
        Span {
            file: self.span.file,
            start: self.source_offset(range.start),
            end: self.source_offset(range.end),
        }
    }

    fn source_offset(&self, content: usize) -> u32 {
        let content = u32::try_from(content).unwrap_or(u32::MAX);
        let index = self.origins.partition_point(|&(start, _)| start <= content).saturating_sub(1);
        self.origins.get(index).map_or(self.span.start, |&(start, source)| {
            source.saturating_add(content.saturating_sub(start)).min(self.span.end)
        })
    }
}
