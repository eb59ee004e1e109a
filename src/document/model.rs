//! The neutral document: what a page says, in the order in which it says it.
//!
//! In: nothing but what a builder puts there. Out: plain data that any printer can print. Every word a reader sees
//! comes with the document (see [`Labels`]), so that printers hold no language; nothing here is escaped, so that each
//! printer escapes for the place where a text lands.

mod block;
mod inline;
mod labels;
mod links;
mod metadata;

pub use block::{
    Block, Cell, CellRole, Code, Description, Example, Figure, Heading, Item, List, ListKind, Paragraph, Row,
    Step, Table, TableStyle, Term, Tone,
};
pub use inline::{Answer, Inline, Target, plain_text, without_links};
pub use labels::{Labels, fill};
pub use links::{LinkFault, link_faults};
pub use metadata::{ContactPoint, Hours, Metadata, Organization, Question};

use std::fmt;

use smol_str::SmolStr;

/// One document in one language for one audience.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The BCP 47 tag of the language that it is written in, such as `en` or `pt-BR`.
    pub language: String,
    /// The direction in which that language is written.
    pub direction: Direction,
    /// The title of the window and of search results, such as "Northwind Support, version 2026.2".
    pub window_title: String,
    /// One sentence for search results and link previews.
    pub description: Option<String>,
    /// What stands at the head of the page.
    pub title: TitleBlock,
    /// The summary that precedes the sections. It has no number.
    pub glance: Option<Section>,
    /// The sections, in the order in which they are printed.
    pub sections: Vec<Section>,
    /// The notes, in the order of their numbers; [`Inline::NoteRef`] points here.
    pub notes: Vec<Note>,
    /// Where the document comes from: source, version, digests.
    pub colophon: Vec<Paragraph>,
    /// What machines may read from the page.
    pub metadata: Metadata,
    /// The words that printers need, in the language of the document.
    pub labels: Labels,
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As Dutch and English.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

impl Direction {
    /// The direction in which the language of a tag is written.
    pub fn of(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or(tag);
        if matches!(language, "ar" | "fa" | "he" | "ur" | "yi" | "dv" | "ps" | "sd" | "ug") {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
}

/// The head of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleBlock {
    /// Who publishes the document.
    pub publisher: Publisher,
    /// The same document in other languages, this one included. Printed when there are at least two.
    pub languages: Vec<LanguageLink>,
    /// A few words above the title.
    pub kicker: Option<String>,
    /// The title itself; the only first-level heading.
    pub title: String,
    /// One or two sentences below the title.
    pub lead: Vec<Inline>,
    /// Version, date of effect and the like.
    pub facts: Vec<Fact>,
    /// Other versions and other formats.
    pub forms: Vec<FormLink>,
}

/// Who publishes a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// The name as readers know it.
    pub name: String,
    /// Where the publisher's own pages are.
    pub link: Option<Target>,
}

/// A named value in the title block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the value is, such as "Version".
    pub name: String,
    /// The value.
    pub value: Vec<Inline>,
}

/// A link to another version or another form of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormLink {
    /// The words of the link.
    pub label: String,
    /// Where it leads.
    pub target: Target,
    /// The media type, when the target is this document in another form, such as `application/json`.
    pub media_type: Option<String>,
}

/// The document in one of its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The BCP 47 tag.
    pub tag: String,
    /// The direction of that language.
    pub direction: Direction,
    /// The language's name for itself.
    pub name: String,
    /// The file or address of the document in that language.
    pub target: Target,
    /// Whether it is the language of this document.
    pub current: bool,
}

/// A section: a heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The permanent name of the section within the page.
    pub anchor: Anchor,
    /// The number before the heading, as text, since languages differ in how they number.
    pub number: Option<String>,
    /// The heading.
    pub title: Vec<Inline>,
    /// What precedes the subsections.
    pub blocks: Vec<Block>,
    /// How the subsections stand to one another where there is room.
    pub arrangement: Arrangement,
    /// The parts of the section.
    pub subsections: Vec<Section>,
}

impl Section {
    /// A section without number, blocks or subsections.
    pub fn new(anchor: impl AsRef<str>, title: impl Into<Inline>) -> Self {
        Self {
            anchor: Anchor::new(anchor.as_ref()),
            number: None,
            title: vec![title.into()],
            blocks: Vec::new(),
            arrangement: Arrangement::Stacked,
            subsections: Vec::new(),
        }
    }
}

/// How the parts of a section are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// One below the other.
    #[default]
    Stacked,
    /// In two columns on wide screens, for short parts that belong together.
    Beside,
}

/// A note to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words of the note.
    pub content: Vec<Inline>,
}

/// A permanent name for a place in the document: letters, digits, hyphens, underscores and dots, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(SmolStr);

impl Anchor {
    /// An anchor made from a name. Every run of other characters becomes one hyphen.
    pub fn new(name: &str) -> Self {
        if is_anchor(name) {
            return Self(SmolStr::new(name));
        }
        let mut text = String::with_capacity(name.len());
        for character in name.chars() {
            if character.is_alphanumeric() || matches!(character, '_' | '.') {
                text.push(character);
            } else if !text.is_empty() && !text.ends_with('-') {
                text.push('-');
            }
        }
        text.truncate(text.trim_end_matches('-').len());
        if text.is_empty() {
            text.push_str("part");
        }
        Self(text.into())
    }

    /// The anchor as it stands after `#` in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a name can stay as it is: plain letters and the like, with single hyphens between them.
fn is_anchor(name: &str) -> bool {
    let mut before = b'-';
    let plain = name.bytes().all(|byte| {
        let doubled = byte == b'-' && before == b'-';
        before = byte;
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || (byte == b'-' && !doubled)
    });
    plain && before != b'-'
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Anchor;

    #[test]
    fn anchors_keep_names_and_lose_what_an_address_cannot_hold() {
        assert_eq!(Anchor::new("first-response-critical").as_str(), "first-response-critical");
        assert_eq!(Anchor::new("Server 7.0").as_str(), "Server-7.0");
        assert_eq!(Anchor::new("  a -- \"b\" ").as_str(), "a-b");
        assert_eq!(Anchor::new("överenskommelse").as_str(), "överenskommelse");
        assert_eq!(Anchor::new("¶ !").as_str(), "part");
        assert_eq!(Anchor::new("").as_str(), "part");
        for (name, anchor) in [("-a", "a"), ("a-", "a"), ("a--b", "a-b"), ("a-b_c.d-7", "a-b_c.d-7")] {
            assert_eq!(Anchor::new(name).as_str(), anchor);
        }
    }
}
