//! Numbers, shares and lists.
//!
//! In: exact decimals and phrases. Out: text with the signs of the language between digits and between parts.

use super::{Phrase, Words};
use crate::value::Decimal;

/// The signs between digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Before the fraction.
    pub(super) decimal: String,
    /// Between groups of three digits.
    pub(super) group: String,
    /// The fewest digits that are grouped.
    pub(super) least: usize,
}

impl Style {
    /// A number in plain digits with a point, in the manner of the language.
    pub(super) fn write(&self, plain: &str) -> String {
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = whole.trim_start_matches('-');
        let mut text = "-".repeat(whole.len() - digits.len());
        for (at, digit) in digits.char_indices() {
            if at > 0 && digits.len() >= self.least && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

impl Words {
    /// A number: `1,234.5`.
    pub fn number(self, number: Decimal) -> String {
        self.plain(number.shortest())
    }

    /// A number with all its digits.
    pub(super) fn plain(self, number: Decimal) -> String {
        self.catalogue.style.write(&number.to_string())
    }

    /// Per cent: `99.9%`.
    pub fn share(self, share: Decimal) -> String {
        self.say("share", &[("number", self.number(share).into())])
    }

    /// `a, b and c`.
    pub fn and<P: Into<Phrase>>(self, parts: impl IntoIterator<Item = P>) -> Phrase {
        self.chain("list-and", parts)
    }

    /// `a, b or c`.
    pub fn or<P: Into<Phrase>>(self, parts: impl IntoIterator<Item = P>) -> Phrase {
        self.chain("list-or", parts)
    }

    /// `43 minutes and 12 seconds`.
    pub fn times<P: Into<Phrase>>(self, parts: impl IntoIterator<Item = P>) -> Phrase {
        self.chain_by("list-time-next", "list-time", parts)
    }

    /// `a, b, c`.
    pub fn commas<P: Into<Phrase>>(self, parts: impl IntoIterator<Item = P>) -> Phrase {
        self.chain("list-next", parts)
    }

    /// Joins parts with the commas of the language, and the last one by a key.
    pub(super) fn chain<P: Into<Phrase>>(self, last: &str, parts: impl IntoIterator<Item = P>) -> Phrase {
        self.chain_by("list-next", last, parts)
    }

    /// Joins parts by one key, and the last one by another.
    pub(in crate::document) fn chain_by<P: Into<Phrase>>(
        self,
        next: &str,
        last: &str,
        parts: impl IntoIterator<Item = P>,
    ) -> Phrase {
        let mut parts: Vec<Phrase> = parts.into_iter().map(Into::into).collect();
        let end = parts.pop().unwrap_or_default();
        // Neighbours are joined in pairs until one is left, so that a long list is not written anew for each of its parts.
        while parts.len() > 1 {
            let mut pairs = parts.into_iter();
            let mut joined = Vec::new();
            while let Some(first) = pairs.next() {
                joined.push(match pairs.next() {
                    Some(second) => self.joined(next, first, second),
                    None => first,
                });
            }
            parts = joined;
        }
        match parts.pop() {
            Some(before) => self.joined(last, before, end),
            None => end,
        }
    }

    fn joined(self, key: &str, first: Phrase, second: Phrase) -> Phrase {
        let start = ("start", second.start().into());
        self.phrase(key, &[("first", first.into()), ("second", second.into()), start])
    }
}
