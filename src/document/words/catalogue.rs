//! The catalogues: one Fluent file for each language, read once.
//!
//! In: the key of a text and its arguments. Out: the text as pieces of a line. A tilde in a catalogue is a no-break
//! space, so that those who edit it can see it. Arguments that hold links travel through Fluent as numbered places,
//! which stand wherever the language wants them, and numbers are written in the manner of the language.

use super::pattern::Filling;
use super::{Phrase, numbers};
use crate::document::model::{Inline, Labels};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use intl_pluralrules::{PluralRuleType, PluralRules};
use std::borrow::Cow;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The catalogues by their language tags, in the order of the tags.
const SOURCES: [(&str, &str); 6] = [
    ("de", include_str!("de.ftl")),
    ("en", include_str!("en.ftl")),
    ("es", include_str!("es.ftl")),
    ("fr", include_str!("fr.ftl")),
    ("ja", include_str!("ja.ftl")),
    ("nl", include_str!("nl.ftl")),
];

static LOADED: [OnceLock<Catalogue>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];

/// Opens the number of a place for pieces. Noncharacters stand in no text that people exchange.
const PLACE: char = '\u{FDD0}';
/// Opens a number that is still to be written in the manner of the language.
const NUMBER: char = '\u{FDD1}';
/// Closes either.
const END: char = '\u{FDD2}';

/// What fills a place of a text.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A number, which can decide the plural and is written in the manner of the language.
    Number(i64),
    /// Plain words, which can decide between the variants of a text.
    Text(Cow<'static, str>),
    /// Words with links and the like.
    Inlines(Vec<Inline>),
}

/// The texts of one language.
pub(super) struct Catalogue {
    pub(super) tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    plurals: Option<PluralRules>,
    pub(super) style: numbers::Style,
    /// The labels of pages, for a formal address and for an informal one.
    pub(super) labels: [OnceLock<Labels>; 2],
}

/// The tags of all languages that have a catalogue.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    SOURCES.into_iter().map(|(tag, _)| tag)
}

/// The place among the sources of the catalogue for a language tag.
pub(super) fn place(tag: &str) -> Option<usize> {
    let of = |tag: &str| SOURCES.iter().position(|(known, _)| known.eq_ignore_ascii_case(tag));
    of(tag).or_else(|| of(tag.split('-').next().unwrap_or(tag)))
}

impl Catalogue {
    /// The catalogue for a language tag: of this very tag, or else of the language before its first hyphen.
    pub(super) fn find(tag: &str) -> Option<&'static Self> {
        let index = place(tag)?;
        Some(LOADED[index].get_or_init(|| Self::load(SOURCES[index].0, SOURCES[index].1)))
    }

    fn load(tag: &'static str, source: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let plurals = PluralRules::create(language.clone(), PluralRuleType::CARDINAL).ok();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(mark_number));
        // That no catalogue has faults is tested, so what is wrong need not be kept.
        let resource = FluentResource::try_new(readable(source)).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        let (style, labels) = (numbers::Style::default(), [const { OnceLock::new() }; 2]);
        let mut catalogue = Self { tag, bundle, plurals, style, labels };
        let sign = |key: &str| catalogue.format(key, &[], false).map(|phrase| phrase.text());
        let style = numbers::Style {
            decimal: sign("number-decimal").unwrap_or_default(),
            group: sign("number-group").unwrap_or_default(),
            least: sign("number-group-least").and_then(|digits| digits.parse().ok()).unwrap_or_default(),
        };
        catalogue.style = style;
        catalogue
    }

    /// The text of a key, or `None` when the catalogue has no such key.
    pub(super) fn format(&self, key: &str, args: &[(&str, Arg)], informal: bool) -> Option<Phrase> {
        let pattern = self.bundle.get_message(key)?.value()?;
        self.plainly(pattern, args, informal).or_else(|| Some(self.by_fluent(key, pattern, args, informal)))
    }

    /// A text of the plain kind, filled.
    fn plainly(&self, pattern: &Pattern<&str>, args: &[(&str, Arg)], informal: bool) -> Option<Phrase> {
        let filling = Filling {
            args,
            address: address(informal),
            style: &self.style,
            plurals: self.plurals.as_ref(),
            other: &|key| self.bundle.get_message(key)?.value(),
        };
        filling.fill(pattern)
    }

    /// A text as Fluent fills it.
    fn by_fluent(&self, key: &str, pattern: &Pattern<&str>, args: &[(&str, Arg)], informal: bool) -> Phrase {
        let mut places: Vec<&[Inline]> = Vec::new();
        let mut shielded: Vec<Vec<Inline>> = Vec::new();
        for (_, arg) in args {
            if let Arg::Text(text) = arg
                && text.contains([PLACE, NUMBER, END])
            {
                shielded.push(vec![Inline::text(&**text)]);
            }
        }
        let mut rest = shielded.iter();
        let mut fluent = FluentArgs::new();
        fluent.set("address", address(informal));
        for (name, arg) in args {
            let pieces = match arg {
                Arg::Number(number) => {
                    fluent.set(*name, *number);
                    continue;
                }
                Arg::Text(text) if !text.contains([PLACE, NUMBER, END]) => {
                    fluent.set(*name, &**text);
                    continue;
                }
                Arg::Text(_) => rest.next().map_or(&[][..], Vec::as_slice),
                Arg::Inlines(pieces) => pieces.as_slice(),
            };
            fluent.set(*name, format!("{PLACE}{}{END}", places.len()));
            places.push(pieces);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors);
        debug_assert!(errors.is_empty(), "{key} ({}): {errors:?}", self.tag);
        self.assemble(&text, &places)
    }

    /// Puts pieces and numbers into their places.
    fn assemble(&self, text: &str, places: &[&[Inline]]) -> Phrase {
        let mut line = Phrase::default();
        let mut rest = text;
        while let Some(at) = rest.find([PLACE, NUMBER]) {
            line.push(Inline::text(&rest[..at]));
            let is_number = rest[at..].starts_with(NUMBER);
            let (inside, after) = rest[at..].split_once(END).unwrap_or((&rest[at..], ""));
            let inside = inside.trim_start_matches([PLACE, NUMBER]);
            if is_number {
                line.push(Inline::Text(self.style.write(inside)));
            } else if let Some(pieces) = inside.parse().ok().and_then(|index: usize| places.get(index)) {
                for piece in *pieces {
                    line.push(piece.clone());
                }
            }
            rest = after;
        }
        line.push(Inline::text(rest));
        line
    }

    /// Whether there is such a text.
    pub(super) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// How the reader is addressed, as catalogues say it.
fn address(informal: bool) -> &'static str {
    if informal { "informal" } else { "formal" }
}

/// Marks numbers in what Fluent writes, since it does not group digits.
fn mark_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{NUMBER}{}{END}", number.as_string())),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

impl From<Vec<Inline>> for Arg {
    fn from(pieces: Vec<Inline>) -> Self {
        Self::Inlines(pieces)
    }
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Inline> for Arg {
    fn from(piece: Inline) -> Self {
        Self::Inlines(vec![piece])
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Inlines(phrase.into_inlines())
    }
}

impl From<&Phrase> for Arg {
    fn from(phrase: &Phrase) -> Self {
        Self::Inlines(phrase.inlines().to_vec())
    }
}

/// The text of a catalogue with no-break spaces for its tildes.
fn readable(source: &str) -> String {
    source.replace('~', "\u{A0}")
}

/// What is wrong with a catalogue's file; nothing, as a test makes sure.
#[cfg(test)]
pub(super) fn faults(tag: &str) -> Vec<String> {
    let source = SOURCES.iter().find(|(known, _)| *known == tag).map_or("", |(_, source)| source);
    let errors = FluentResource::try_new(readable(source)).err().map(|(_, errors)| errors);
    errors.into_iter().flatten().map(|error| error.to_string()).collect()
}

/// The keys that a catalogue's file defines, in order.
#[cfg(test)]
pub(super) fn keys(tag: &str) -> Vec<&'static str> {
    let source = SOURCES.iter().find(|(known, _)| *known == tag).map_or("", |(_, source)| source);
    let key = |line: &'static str| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_key.then_some(key)
    };
    source.lines().filter_map(key).collect()
}

/// The messages of a catalogue's file, each with its text as it is written there.
#[cfg(test)]
pub(super) fn messages(tag: &str) -> std::collections::BTreeMap<&'static str, String> {
    let source = SOURCES.iter().find(|(known, _)| *known == tag).map_or("", |(_, source)| source);
    let mut all = std::collections::BTreeMap::new();
    let mut current: Option<(&'static str, String)> = None;
    for line in source.lines() {
        match line.split_once(" = ") {
            Some((key, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                all.extend(current.replace((key, text.to_owned())));
            }
            _ if line.starts_with([' ', '}']) => {
                if let Some((_, text)) = &mut current {
                    text.push('\n');
                    text.push_str(line);
                }
            }
            _ => all.extend(current.take()),
        }
    }
    all.extend(current);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// What a place can be filled with, one thing after the other.
    fn fillings() -> Vec<Arg> {
        let link = Inline::link(crate::document::model::Target::anchor("x"), "there");
        let words = ["", "informal", "one", "yes", "business", "any", "1", "a b"].map(Arg::from);
        let numbers = [0, 1, 2, 3, 5, 11, 21, 1000, 12_345, -1].map(Arg::Number);
        words.into_iter().chain(numbers).chain([Arg::from(link), Arg::from(Vec::new())]).collect()
    }

    #[test]
    fn texts_are_filled_as_fluent_fills_them() {
        let mut filled = 0;
        for tag in tags() {
            let catalogue = Catalogue::find(tag).unwrap();
            let texts = messages(tag);
            let all: BTreeSet<&str> = texts.values().flat_map(|text| variables(text)).collect();
            for (at, key) in texts.keys().enumerate() {
                let Some(pattern) = catalogue.bundle.get_message(key).and_then(|found| found.value()) else {
                    continue;
                };
                for (turn, filling) in fillings().into_iter().enumerate() {
                    let mut others = fillings().into_iter().cycle().skip(at + turn);
                    let args: Vec<(&str, Arg)> = all
                        .iter()
                        .filter(|name| **name != "address")
                        .map(|name| {
                            (*name, if at % 2 == 0 { filling.clone() } else { others.next().unwrap() })
                        })
                        .collect();
                    let plain = catalogue.plainly(pattern, &args, turn % 2 == 0);
                    let expected = catalogue.by_fluent(key, pattern, &args, turn % 2 == 0);
                    filled += usize::from(plain.is_some());
                    assert_eq!(plain.unwrap_or_else(|| expected.clone()), expected, "{tag} {key} {args:?}");
                }
            }
        }
        assert!(filled > 50_000, "{filled}");
    }

    fn variables(text: &str) -> impl Iterator<Item = &str> {
        let end = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
        text.split('$').skip(1).map(move |rest| rest.split(end).next().unwrap_or(rest))
    }
}
