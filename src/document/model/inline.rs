//! What stands within a line.

use super::{Anchor, Direction};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words. U+00A0 joins words that should not part; printers print it as a space in the cells of tables, which
    /// are narrow, and where lines never break.
    Text(String),
    /// Words that matter most: names and answers.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// A name as a machine knows it.
    Code(String),
    /// A link.
    Link {
        /// Where it leads.
        target: Target,
        /// The words of the link.
        content: Vec<Inline>,
    },
    /// Words in another language than the document, where it has none of its own.
    Language {
        /// The BCP 47 tag of that language.
        tag: String,
        /// The direction in which it is written.
        direction: Direction,
        /// The words.
        content: Vec<Inline>,
    },
    /// Words that stay on one line, such as a telephone number.
    NoBreak(Vec<Inline>),
    /// A date or a time, with its value for machines.
    Time {
        /// As HTML's `datetime` wants it: `2026-03-01`, `2026-12-24T16:45+01:00`.
        machine: String,
        /// As readers see it.
        content: Vec<Inline>,
    },
    /// A reference to a note, by its index in [`Document::notes`](super::Document::notes).
    NoteRef(usize),
    /// "Yes" or "No", which get a mark beside the word.
    Mark {
        /// Which of the two.
        answer: Answer,
        /// The word in the language of the document.
        word: String,
    },
    /// A picture from the same site.
    Image {
        /// The relative address.
        source: String,
        /// The words that stand for it, never empty.
        alternative: String,
    },
    /// The end of a line that is meant to end there.
    Break,
    /// An anchor that a clause had under an earlier name, where links to it still lead. It has no words.
    Place(Anchor),
}

/// An answer that is drawn as a mark and written as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Included, covered, allowed.
    Yes,
    /// Not.
    No,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A place in this document.
    Anchor(Anchor),
    /// Another file beside this one, as a relative address, perhaps with `#` and an anchor.
    Document(String),
    /// An `http` or `https` address.
    Web(String),
    /// An e-mail address, without `mailto:`.
    Mail(String),
    /// A telephone number as people read it; printers leave out what a telephone cannot dial.
    Telephone(String),
}

impl Target {
    /// A place in this document.
    pub fn anchor(name: impl AsRef<str>) -> Self {
        Self::Anchor(Anchor::new(name.as_ref()))
    }

    /// The target that an address names, or `None` when links of its kind are not safe on a page: only `http`, `https`,
    /// `mailto`, `tel`, relative addresses and `#` are.
    pub fn from_address(address: &str) -> Option<Self> {
        let address = address.trim();
        if address.is_empty() || address.chars().any(char::is_control) {
            return None;
        }
        if let Some(name) = address.strip_prefix('#') {
            return Some(Self::anchor(name));
        }
        let Some((scheme, rest)) = split_scheme(address) else {
            return Some(Self::Document(address.to_owned()));
        };
        match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => Some(Self::Web(address.to_owned())),
            "mailto" => Some(Self::Mail(rest.to_owned())),
            "tel" => Some(Self::Telephone(rest.to_owned())),
            _ => None,
        }
    }

    /// Whether a printer may make a link of it. Targets from [`Target::from_address`] always are.
    pub fn is_safe(&self) -> bool {
        match self {
            Self::Anchor(_) | Self::Mail(_) | Self::Telephone(_) => true,
            Self::Document(address) | Self::Web(address) => Self::from_address(address).is_some(),
        }
    }

    /// The address as it stands in a link, not yet escaped.
    pub fn address(&self) -> String {
        match self {
            Self::Anchor(anchor) => format!("#{anchor}"),
            Self::Document(address) | Self::Web(address) => address.clone(),
            Self::Mail(address) => format!("mailto:{address}"),
            Self::Telephone(number) => {
                let dialled: String =
                    number.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect();
                format!("tel:{dialled}")
            }
        }
    }
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// Strong plain words.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::Strong(vec![Self::text(words)])
    }

    /// Plain words that lead somewhere.
    pub fn link(target: Target, words: impl Into<String>) -> Self {
        Self::Link { target, content: vec![Self::text(words)] }
    }

    /// Words in another language than the document.
    pub fn in_language(tag: &str, content: Vec<Self>) -> Self {
        Self::Language { tag: tag.to_owned(), direction: Direction::of(tag), content }
    }

    /// A date or a time.
    pub fn time(machine: impl Into<String>, words: impl Into<String>) -> Self {
        Self::Time { machine: machine.into(), content: vec![Self::text(words)] }
    }

    /// An e-mail address that can be written to.
    pub fn mail(address: &str) -> Self {
        Self::link(Target::Mail(address.to_owned()), address)
    }

    /// A telephone number that can be called and stays on one line.
    pub fn telephone(number: &str) -> Self {
        Self::NoBreak(vec![Self::link(Target::Telephone(number.to_owned()), number)])
    }
}

impl From<&str> for Inline {
    fn from(words: &str) -> Self {
        Self::text(words)
    }
}

impl From<String> for Inline {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

/// The scheme of an address and what follows its colon, if it has a scheme.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_path = scheme.contains(['/', '?', '#']);
    (!is_path).then_some((scheme, rest))
}

/// The same text without links and references, which cannot stand within a link.
pub fn without_links(content: &[Inline]) -> Vec<Inline> {
    let mut kept = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Link { content, .. } => kept.extend(without_links(content)),
            Inline::NoteRef(_) | Inline::Place(_) => {}
            Inline::Strong(inner) => kept.push(Inline::Strong(without_links(inner))),
            Inline::Emphasis(inner) => kept.push(Inline::Emphasis(without_links(inner))),
            Inline::NoBreak(inner) => kept.push(Inline::NoBreak(without_links(inner))),
            Inline::Time { machine, content } => {
                kept.push(Inline::Time { machine: machine.clone(), content: without_links(content) });
            }
            Inline::Language { tag, direction, content } => kept.push(Inline::Language {
                tag: tag.clone(),
                direction: *direction,
                content: without_links(content),
            }),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Mark { .. }
            | Inline::Image { .. }
            | Inline::Break => kept.push(inline.clone()),
        }
    }
    kept
}

/// Room for most titles.
const USUAL_LENGTH: usize = 32;

/// The words alone, for labels and titles: without links, marks and references to notes.
pub fn plain_text(content: &[Inline]) -> String {
    if let [Inline::Text(words)] = content {
        return words.clone();
    }
    let mut words = String::with_capacity(USUAL_LENGTH);
    push_plain(content, &mut words);
    words
}

fn push_plain(content: &[Inline], words: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::NoBreak(inner) => {
                push_plain(inner, words);
            }
            Inline::Link { content, .. }
            | Inline::Time { content, .. }
            | Inline::Language { content, .. } => {
                push_plain(content, words);
            }
            Inline::NoteRef(_) | Inline::Place(_) => {}
            Inline::Mark { word, .. } => words.push_str(word),
            Inline::Image { alternative, .. } => words.push_str(alternative),
            Inline::Break => words.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_leaves_only_words() {
        let content = [
            Inline::text("See "),
            Inline::Strong(vec![Inline::link(Target::anchor("x"), "section 2")]),
            Inline::NoteRef(0),
            Inline::Break,
            Inline::Mark { answer: Answer::No, word: "No".into() },
        ];
        assert_eq!(plain_text(&content), "See section 2 No");
    }

    #[test]
    fn text_within_a_link_holds_no_other_link() {
        let inner = Inline::Strong(vec![Inline::link(Target::anchor("x"), "b"), Inline::NoteRef(0)]);
        assert_eq!(without_links(&["a ".into(), inner]), ["a ".into(), Inline::strong("b")]);
    }

    #[test]
    fn only_known_schemes_and_relative_addresses_become_targets() {
        for unsafe_address in
            ["javascript:x", " JaVaScRiPt:x", "java\tscript:x", "data:text/html,x", "vbscript:x", ""]
        {
            assert_eq!(Target::from_address(unsafe_address), None, "{unsafe_address:?}");
        }
        assert_eq!(Target::from_address("HTTPS://x.example"), Some(Target::Web("HTTPS://x.example".into())));
        assert_eq!(Target::from_address("mailto:a@b.example"), Some(Target::Mail("a@b.example".into())));
        assert_eq!(Target::from_address("tel:+31"), Some(Target::Telephone("+31".into())));
        assert_eq!(Target::from_address("a/b:c.html"), Some(Target::Document("a/b:c.html".into())));
        assert_eq!(Target::from_address("#office"), Some(Target::anchor("office")));
    }

    #[test]
    fn telephone_addresses_hold_only_what_can_be_dialled() {
        assert_eq!(Target::Telephone("+31 (20) 555-0100".into()).address(), "tel:+31205550100");
    }
}
