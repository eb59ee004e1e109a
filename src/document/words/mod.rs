//! The fixed words of the published document, and how values read in a language.
//!
//! In: a language, values, and the resolved program for the titles of things. Out: [`Phrase`]s, which are words with the
//! links in them. Every word comes from the Fluent file of the language (`en.ftl`, `ja.ftl`); none is written in Rust, so
//! that a further language is one more file. What is said of a whole declaration is put together by the builders, from
//! keys that they keep in the same files as `<declaration>-<what>`.

mod catalogue;
mod conditions;
mod dates;
mod days;
mod durations;
mod events;
mod labels;
mod life_cycle;
mod money;
mod names;
mod numbers;
mod pattern;
mod phrase;
mod promises;
mod quantities;

pub use catalogue::Arg;
pub use names::{Links, Wording};
pub use phrase::{Phrase, capitalised, keeps_its_letter};

use catalogue::Catalogue;
use std::fmt;

/// The words of one language, in one form of address.
#[derive(Clone, Copy)]
pub struct Words {
    catalogue: &'static Catalogue,
    informal: bool,
}

impl Words {
    /// The words for a language tag; `pt-BR` takes those of `pt` when it has none of its own. `None` when there is no
    /// catalogue for the language.
    pub fn load(tag: &str, informal: bool) -> Option<Self> {
        Catalogue::find(tag).map(|catalogue| Self { catalogue, informal })
    }

    /// Whether there are words for a language tag; nothing is loaded for the answer.
    pub fn knows(tag: &str) -> bool {
        catalogue::place(tag).is_some()
    }

    /// The tags of all languages that have words.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        catalogue::tags()
    }

    /// The tag of the catalogue.
    pub fn tag(self) -> &'static str {
        self.catalogue.tag
    }

    /// A text without places.
    pub fn word(self, key: &str) -> String {
        self.phrase(key, &[]).text()
    }

    /// A text with its places filled, as plain words.
    pub fn say(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.phrase(key, args).text()
    }

    /// A text with its places filled, with the links in them.
    pub fn phrase(self, key: &str, args: &[(&str, Arg)]) -> Phrase {
        let found = self.catalogue.format(key, args, self.informal);
        debug_assert!(found.is_some(), "no text for `{key}` in `{}`", self.catalogue.tag);
        found.unwrap_or_else(|| Phrase::from(key))
    }

    /// A text that need not exist, as for a country that has no name here.
    fn known(self, key: &str) -> Option<String> {
        self.has(key).then(|| self.word(key))
    }

    fn has(self, key: &str) -> bool {
        self.catalogue.has(key)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("tag", &self.catalogue.tag).field("informal", &self.informal).finish()
    }
}

#[cfg(test)]
mod tests;
