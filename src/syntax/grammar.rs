//! The pest grammar as a parser, and the few helpers that every builder of values needs.
//!
//! In: a rule and a stretch of text. Out: pairs. Offsets of pairs count from the stretch; [`Builder`] adds where it began.

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::value::Name;
use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair as PestPair;
use unicode_normalization::{UnicodeNormalization, is_nfc};

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/policy.pest"]
struct Grammar;

pub(super) use Rule as R;
pub(super) type Pair<'t> = PestPair<'t, Rule>;

/// A value, or the finding that says why what stands there is none.
pub(super) type Built<T> = Result<T, Box<Diagnostic>>;

/// Parses the beginning of a text as a rule; `None` when it does not begin so.
pub(super) fn prefix(rule: Rule, text: &str) -> Option<Pair<'_>> {
    Grammar::parse(rule, text).ok()?.next()
}

/// Whether a text begins as a rule says, of which no pair is made.
pub(super) fn fits(rule: Rule, text: &str) -> bool {
    Grammar::parse(rule, text).is_ok()
}

/// Parses a whole text as a rule, with nothing left over but white space.
pub(super) fn whole(rule: Rule, text: &str) -> Option<Pair<'_>> {
    prefix(rule, text).filter(|pair| text[pair.as_span().end()..].trim().is_empty())
}

/// How far a text could be read as a rule that does not fit it, and the rules that were tried there.
pub(super) fn furthest(rule: Rule, text: &str) -> Option<(usize, Vec<Rule>)> {
    let error = Grammar::parse(rule, text).err()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    match error.variant {
        ErrorVariant::ParsingError { positives, .. } => Some((at, positives)),
        ErrorVariant::CustomError { .. } => None,
    }
}

/// Where the text of the pairs begins in its file, and what was noticed on the way.
pub(super) struct Builder {
    pub(super) file: FileId,
    pub(super) offset: usize,
    /// Slips: understood, and reported.
    pub(super) findings: Vec<Diagnostic>,
    /// The one place of everything, when the text that is read is not the text of the file.
    place: Option<Span>,
}

impl Builder {
    pub(super) fn new(file: FileId, offset: usize) -> Self {
        Self { file, offset, findings: Vec::new(), place: None }
    }

    /// For text that stands for what was written at a place.
    pub(super) fn at(place: Span) -> Self {
        Self { file: place.file, offset: place.start as usize, findings: Vec::new(), place: Some(place) }
    }

    pub(super) fn span(&self, pair: &Pair<'_>) -> Span {
        if let Some(place) = self.place {
            return place;
        }
        let span = pair.as_span();
        Span::new(self.file, self.offset + span.start(), self.offset + span.end())
    }

    /// The place of a stretch of the text that is read.
    pub(super) fn stretch(&self, start: usize, end: usize) -> Span {
        self.place.unwrap_or_else(|| Span::new(self.file, self.offset + start, self.offset + end))
    }

    pub(super) fn name(&self, pair: &Pair<'_>) -> Name {
        name(pair.as_str(), self.span(pair))
    }

    /// The name that a stretch of the text is.
    pub(super) fn name_at(&self, text: &str, start: usize, end: usize) -> Name {
        name(&text[start..end], self.stretch(start, end))
    }
}

/// A name in normal form C, so that two spellings of one letter are one name.
pub(super) fn name(text: &str, span: Span) -> Name {
    if text.is_ascii() || is_nfc(text) {
        Name::new(text, span)
    } else {
        Name::new(text.nfc().collect::<String>(), span)
    }
}

/// The first child of a pair that has one by its rule.
pub(super) fn first(pair: Pair<'_>) -> Option<Pair<'_>> {
    pair.into_inner().next()
}
