//! Where the columns of a statement are, as the schema of its declaration says it.
//!
//! In: the words of a statement, and the schema of the body that it stands in. Out: how many of them make up its first
//! column, and whether a name and a title follow. No list of statements stands here: whatever a schema lists has columns.

use super::lex::{Kind, Token};
use crate::syntax::schema::{Element, Pattern, Schema, SlotType, common};

/// The widest name that stands where a keyword stands; a wider one would move all keywords away from their values.
const WIDEST_NAME: usize = 12;

/// How a statement takes part in the columns of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It stands apart, and ends the group.
    Apart,
    /// It has no columns, and does not disturb those of its neighbours.
    Through,
    /// Its keyword is so many tokens, and a value follows.
    Key(usize),
    /// Its keyword is so many tokens, and a name and a title follow.
    Titled(usize),
    /// So many tokens lead to a text.
    Lead(usize),
    /// So many tokens lead to a word that several statements share, as `notify`.
    Joint(usize),
}

/// What a first word of a schema leads to.
#[derive(Debug)]
struct Key {
    word: &'static str,
    /// How many words it has.
    words: usize,
    /// Whether some statement that begins with it goes on with a value.
    valued: bool,
    /// Whether a name and a text follow it.
    titled: bool,
    /// Whether more words of the language follow it before its value.
    open: bool,
    /// Words of the language that can follow it, as `on` in `closed on holidays`: what they begin is no value.
    followers: Vec<&'static str>,
}

/// The first words of the statements of one kind of body.
#[derive(Debug)]
pub struct Keys {
    words: Vec<Key>,
    /// Whether a statement can be a name and a figure, as `received 2026-12-24 16:45`.
    dated: bool,
    /// Words that stand behind a value in statements which begin differently.
    joints: Vec<&'static str>,
}

impl Keys {
    /// The first words of a schema.
    pub fn of(schema: &'static Schema) -> Self {
        let mut keys: Vec<Key> = Vec::new();
        for pattern in &schema.statements {
            let (words, after) = leading(pattern, schema.has_fields);
            let value = after.iter().find(|element| !matches!(element, Element::Word(_)));
            for &word in pattern.first_words() {
                let index = keys.iter().position(|key| key.word == word).unwrap_or_else(|| {
                    keys.push(Key {
                        word,
                        words,
                        valued: false,
                        titled: false,
                        open: false,
                        followers: Vec::new(),
                    });
                    keys.len() - 1
                });
                keys[index].valued |= value.is_some();
                keys[index].titled |= is_titled(after);
                keys[index].open |= matches!(after.first(), Some(Element::Choice { .. }));
                // A choice of words is a value itself: `proposed by customer`, `confirmed by us`.
                if let (Some(Element::Word(_)), Some(Element::Word(follower))) =
                    (pattern.elements().first(), after.first())
                {
                    keys[index].followers.push(follower);
                }
            }
        }
        let dated = schema.statements.iter().any(|pattern| {
            let slot = |at: usize| match pattern.elements().get(at) {
                Some(Element::Slot(slot)) => Some(slot.kind),
                _ => None,
            };
            slot(0).is_some() && slot(1).is_some_and(|kind| kind != SlotType::Text)
        });
        Self { words: keys, dated, joints: joints(&schema.statements) }
    }

    /// The shape of a statement.
    pub fn shape(&self, tokens: &[Token<'_>]) -> Shape {
        let behind = |tokens: &[Token<'_>]| match self.shape_of(tokens) {
            Shape::Apart => Shape::Apart,
            Shape::Lead(words) => Shape::Lead(words + 1),
            Shape::Through | Shape::Key(_) | Shape::Titled(_) | Shape::Joint(_) => Shape::Through,
        };
        match tokens.split_first() {
            Some((first, rest)) if first.text == "internal" => behind(rest),
            Some(_) | None => self.shape_of(tokens),
        }
    }

    fn shape_of(&self, tokens: &[Token<'_>]) -> Shape {
        let Some(first) = tokens.first().filter(|token| token.kind == Kind::Word) else {
            return Shape::Apart;
        };
        let is_common = common().iter().any(|pattern| pattern.first_words().contains(&first.text));
        let is_joint = |token: &Token<'_>| token.kind == Kind::Word && self.joints.contains(&token.text);
        if let Some(joint) = tokens.iter().skip(1).position(is_joint) {
            return Shape::Joint(joint + 1);
        }
        let key = self.words.iter().find(|key| key.word == first.text);
        let rest = &tokens[1..];
        let lead = 1 + rest.iter().take_while(|token| token.kind == Kind::Word && !token.is_tag()).count();
        let leads_to_text = tokens.get(lead).is_some_and(|token| token.kind == Kind::Text);
        match key {
            _ if rest.is_empty() => Shape::Through,
            Some(key) if key.titled && lead == 2 && leads_to_text => Shape::Titled(key.words),
            Some(key) if key.open => {
                if leads_to_text {
                    Shape::Lead(lead)
                } else {
                    Shape::Through
                }
            }
            Some(key) if key.goes_on(tokens) => Shape::Through,
            Some(key) if key.valued && tokens.len() > key.words => Shape::Key(key.words),
            None if is_common => Shape::Apart,
            // `except` and `usually` stand where a keyword stands.
            None if matches!(first.text, "except" | "usually") => Shape::Key(1),
            None if self.dated && rest[0].text.starts_with(|c: char| c.is_ascii_digit() || c == '?') => {
                if first.width() <= WIDEST_NAME {
                    Shape::Key(1)
                } else {
                    Shape::Through
                }
            }
            None if leads_to_text && lead <= 4 => Shape::Lead(lead),
            Some(_) | None => Shape::Through,
        }
    }
}

impl Key {
    /// Whether a word of the language follows it and not a value.
    fn goes_on(&self, tokens: &[Token<'_>]) -> bool {
        tokens.get(self.words).is_some_and(|next| self.followers.contains(&next.text))
    }
}

/// How many words make up the keyword of a pattern, and what follows them. Fields have names of several words.
fn leading(pattern: &Pattern, fields: bool) -> (usize, &[Element]) {
    let is_word = |element: &&Element| matches!(element, Element::Word(_));
    let words = match pattern.elements().first() {
        Some(Element::Word(_) | Element::Choice { .. }) if fields => {
            1 + pattern.elements()[1..].iter().take_while(is_word).count()
        }
        Some(_) => 1,
        None => 0,
    };
    (words, &pattern.elements()[words..])
}

/// Whether a name and then a text follow a keyword.
fn is_titled(after: &[Element]) -> bool {
    let mut flat = after.iter().flat_map(|element| match element {
        Element::Optional { elements, .. } => elements.iter().collect(),
        other => vec![other],
    });
    let slot = |element: Option<&Element>| match element {
        Some(Element::Slot(slot)) => Some(slot.kind),
        _ => None,
    };
    matches!(slot(flat.next()), Some(SlotType::Ref(_))) && slot(flat.next()) == Some(SlotType::Text)
}

/// The words that stand between two values in two statements or more which begin with different words.
fn joints(patterns: &[Pattern]) -> Vec<&'static str> {
    let behind_values = |pattern: &Pattern| {
        let three = pattern.elements().windows(3);
        let words = three.filter_map(|three| match three {
            [Element::Slot(_), Element::Word(word), Element::Slot(_)] => Some(*word),
            _ => None,
        });
        words.collect::<Vec<_>>()
    };
    let mut found: Vec<(&str, &str)> = Vec::new();
    for pattern in patterns {
        for &first in pattern.first_words() {
            found.extend(behind_values(pattern).into_iter().map(|word| (word, first)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1).map(|same| same[0].0).collect()
}
