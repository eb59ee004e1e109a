//! Patterns: what a statement may look like, as a line of a schema says it.
//!
//! A pattern has words, typed slots `<name:type>`, lists `<type+>`, choices of words `<verb:will/must/may>` and optional
//! parts `[…]`. It has no alternation and no recursion: what recurses is a value.

use super::slot::SlotType;
use smallvec::SmallVec;

/// One piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A fixed word.
    Word(&'static str),
    /// A comma.
    Comma,
    /// A value.
    Slot(Slot),
    /// One of several words, kept under a name.
    Choice {
        /// The name of the slot.
        name: &'static str,
        /// The words.
        words: Vec<&'static str>,
    },
    /// A part that may be left out; one without slots is kept as a flag by its words.
    Optional {
        /// The flag, when the part has no slots.
        flag: Option<&'static str>,
        /// The part as it was written, without its brackets.
        written: &'static str,
        /// What it holds.
        elements: Vec<Element>,
    },
}

impl Element {
    /// The word, where it is a fixed one.
    pub fn as_word(&self) -> Option<&'static str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Comma | Self::Slot(_) | Self::Choice { .. } | Self::Optional { .. } => None,
        }
    }
}

/// A typed slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The name it is kept under.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: SlotType,
    /// Whether several may stand in it, joined by commas.
    pub list: bool,
}

/// Reads a pattern; the message says what is wrong with a schema, which only a developer can see.
pub fn parse(text: &'static str) -> Result<Vec<Element>, String> {
    let mut rest = text.trim();
    let elements = sequence(&mut rest)?;
    if rest.is_empty() { Ok(elements) } else { Err(format!("`{rest}` is left over in `{text}`")) }
}

/// The words that a pattern can begin with, without reading it.
pub(super) fn first_words(text: &'static str) -> SmallVec<[&'static str; 2]> {
    if let Some(slot) = text.strip_prefix('<') {
        let kind = slot.split('>').next().and_then(|slot| slot.split_once(':')).map_or("", |(_, kind)| kind);
        return if kind.contains('/') { kind.split('/').collect() } else { SmallVec::new() };
    }
    text.split(DELIMITERS).next().filter(|word| !word.is_empty()).into_iter().collect()
}

/// What a word of a pattern ends at.
const DELIMITERS: [char; 5] = [' ', ',', '[', ']', '<'];

fn sequence(rest: &mut &'static str) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    loop {
        *rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with(']') {
            return Ok(elements);
        }
        if let Some(tail) = rest.strip_prefix(',') {
            *rest = tail;
            elements.push(Element::Comma);
        } else if let Some(tail) = rest.strip_prefix('[') {
            *rest = tail;
            let inner_text = *rest;
            let inner = sequence(rest)?;
            let length = inner_text.len() - rest.len();
            *rest = rest.strip_prefix(']').ok_or("a `[` is not closed")?;
            let slotless = inner.iter().all(|element| matches!(element, Element::Word(_) | Element::Comma));
            let written = inner_text[..length].trim();
            let flag = slotless.then(|| flag_name(written.trim_start_matches(',').trim()));
            elements.push(Element::Optional { flag, written, elements: inner });
        } else if let Some(tail) = rest.strip_prefix('<') {
            let end = tail.find('>').ok_or("a `<` is not closed")?;
            elements.push(slot(&tail[..end])?);
            *rest = &tail[end + 1..];
        } else {
            let end = rest.find(DELIMITERS).unwrap_or(rest.len());
            elements.push(Element::Word(&rest[..end]));
            *rest = &rest[end..];
        }
    }
}

/// `unused lapse` is kept as `unused-lapse`. The few flags that have several words are leaked once, when a schema loads.
fn flag_name(words: &'static str) -> &'static str {
    if words.contains(' ') { Box::leak(words.replace(' ', "-").into_boxed_str()) } else { words }
}

fn slot(text: &'static str) -> Result<Element, String> {
    let (text, list) = text.strip_suffix('+').map_or((text, false), |text| (text, true));
    let (name, kind) = text.split_once(':').unwrap_or((text, text));
    if kind.contains('/') {
        return Ok(Element::Choice { name, words: kind.split('/').collect() });
    }
    let kind = SlotType::find(kind).ok_or_else(|| format!("`{kind}` is not a type of slot"))?;
    // Weekdays and hours are lists by nature, joined by commas.
    let list = list || matches!(kind, SlotType::Weekdays | SlotType::Hours);
    Ok(Element::Slot(Slot { name, kind, list }))
}
