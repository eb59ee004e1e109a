//! Lines that were meant for the body of a declaration whose opening brace was left out.
//!
//! In: what stands at the top of a file, one after the other. Out: the lines that belong to the declaration before them, so
//! that a missing brace costs one finding and what they say is still read. It decides nothing about what they say.

use super::ast::Declaration;
use super::blocks::{Block, Clause};
use super::schema::{self, Pattern, Schema};
use std::iter::Peekable;

/// Draws the statements behind a `;` into the words of a declaration without braces, `plan gold "Gold" extends basic; price EUR 5`:
/// they are one mistake, and are mended together.
pub(super) fn draw_in(
    text: &str,
    declaration: &mut Block,
    parts: &mut Peekable<impl Iterator<Item = Block>>,
) {
    if goes_on(text, declaration) {
        draw(text, declaration, parts, None);
    }
}

/// What stands in a section, with the same drawn into its declarations; its own statements may stand behind a `;` too.
pub(super) fn drawn_in(text: &str, parts: Vec<Block>, section: &'static Schema) -> Vec<Block> {
    if !parts.iter().any(|part| goes_on(text, part)) {
        return parts;
    }
    let mut all = Vec::with_capacity(parts.len());
    let mut parts = parts.into_iter().peekable();
    while let Some(mut part) = parts.next() {
        if goes_on(text, &part) {
            draw(text, &mut part, &mut parts, Some(section));
        }
        all.push(part);
    }
    all
}

/// Whether a `;` stands behind words without braces; nearly every declaration has a body, or stands on a line of its own.
fn goes_on(text: &str, part: &Block) -> bool {
    let Block::Clause(clause) = part else { return false };
    clause.body.is_none()
        && clause.open.is_none()
        && text[clause.head.end..].trim_start_matches([' ', '\t']).starts_with(';')
}

fn draw(
    text: &str,
    declaration: &mut Block,
    parts: &mut Peekable<impl Iterator<Item = Block>>,
    section: Option<&'static Schema>,
) {
    let Block::Clause(declaration) = declaration else { return };
    let keyword = keyword(declaration.words(text)).filter(|keyword| *keyword != "use");
    let Some(schema) = keyword.and_then(schema::of) else { return };
    // Where the words of its body have begun, what follows belongs to them.
    let begun = can_hold(schema, behind_title(declaration.words(text)));
    let own = |words: &str| begun || section.is_none_or(|section| !can_hold(section, words));
    let behind = |end: usize, part: &Block| match part {
        Block::Clause(clause) if clause.body.is_none() && clause.open.is_none() => {
            let between = &text[end..clause.head.start];
            let words = clause.words(text);
            let states = can_hold(schema, words) && states(schema, words);
            between.trim_matches([' ', '\t']) == ";" && states && own(words)
        }
        _ => false,
    };
    while let Some(next) = parts.next_if(|part| behind(declaration.head.end, part)) {
        declaration.head.end = next.place().end;
    }
}

/// What stands behind the keyword, the name and the title of a declaration.
fn behind_title(words: &str) -> &str {
    let behind_word = |words: &'_ str| words.find(char::is_whitespace).unwrap_or(words.len());
    let keyword = behind_word(words);
    let named = words[keyword..].trim_start();
    let rest = named[behind_word(named)..].trim_start();
    match rest.strip_prefix('"').and_then(|title| title.split_once('"')) {
        Some((_, rest)) => rest.trim_start(),
        None => rest,
    }
}

/// The lines of a body that was not opened.
pub(super) struct Loose {
    /// The schema of the declaration that they belong to.
    pub(super) schema: &'static Schema,
    pub(super) parts: Vec<Block>,
    /// Whether the brace that ends them is there.
    pub(super) closed: bool,
}

/// Takes the indented lines behind a declaration without a body, if the first of them is one that its body can hold.
pub(super) fn lines(
    text: &str,
    declaration: &Block,
    parts: &mut Peekable<impl Iterator<Item = Block>>,
) -> Option<Loose> {
    let Block::Clause(declaration) = declaration else { return None };
    if declaration.body.is_some() {
        return None;
    }
    let schema = schema::of(keyword(declaration.words(text))?)?;
    let begins = |part: &Block| match part {
        Block::Table(_) => schema.table.is_some(),
        Block::Clause(clause) => is_loose(text, schema, clause) && can_hold(schema, clause.words(text)),
        Block::Orphan(_) | Block::StrayClose(_) | Block::Comment(_) | Block::Unclosed(_) => false,
    };
    // Comments were taken from the outline before.
    while parts.next_if(|part| matches!(part, Block::Comment(_))).is_some() {}
    parts.peek().filter(|part| begins(part))?;
    let mut loose = Loose { schema, parts: Vec::new(), closed: false };
    while let Some(part) = parts.next_if(|part| match part {
        Block::Table(_) | Block::Comment(_) => true,
        Block::Clause(clause) => is_loose(text, schema, clause),
        Block::Orphan(_) | Block::StrayClose(_) | Block::Unclosed(_) => false,
    }) {
        loose.parts.push(part);
    }
    loose.closed = parts.next_if(|part| matches!(part, Block::StrayClose(_))).is_some();
    Some(loose)
}

/// Whether a clause is indented and begins no declaration; `price EUR 30` begins none, although `price` does.
fn is_loose(text: &str, schema: &'static Schema, clause: &Clause) -> bool {
    let start = clause.head.start;
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..start];
    !before.is_empty() && before.chars().all(char::is_whitespace) && states(schema, clause.words(text))
}

/// Whether words are those of a statement rather than of a declaration.
fn states(schema: &'static Schema, words: &str) -> bool {
    let second = words.split_whitespace().nth(1).unwrap_or_default();
    let figure = second.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    can_hold(schema, words) && figure || keyword(words).is_none()
}

/// Whether a body can hold a statement with this first word.
fn can_hold(schema: &'static Schema, words: &str) -> bool {
    let first = first(words);
    let own = schema::own(schema, None);
    own.into_iter().chain(schema::common()).flat_map(Pattern::first_words).any(|word| *word == first)
}

/// The word that begins a declaration, perhaps behind an audience.
fn keyword(words: &str) -> Option<&'static str> {
    let known = |word: &str| Declaration::KEYWORDS.iter().copied().find(|keyword| *keyword == word);
    let mut all = words.split_whitespace();
    let word = all.next()?;
    known(word).or_else(|| known(all.next()?))
}

fn first(words: &str) -> &str {
    words.split(|c: char| c.is_whitespace() || "\",;".contains(c)).next().unwrap_or(words)
}
