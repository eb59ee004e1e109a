//! Lines that were meant for the body of a declaration whose opening brace was left out.
//!
//! In: what stands at the top of a file, one after the other. Out: the lines that belong to the declaration before them, so
//! that a missing brace costs one finding and what they say is still read. It decides nothing about what they say.

use super::ast::Declaration;
use super::blocks::{Block, Clause};
use super::schema::{self, Pattern, Schema};
use std::ops::Range;
use std::vec::IntoIter;

/// Draws the statements behind a `;` into the words of a declaration without braces, `plan gold "Gold" extends basic; price EUR 5`:
/// they are one mistake, and are mended together.
pub(super) fn draw_in(text: &str, declaration: &mut Block, parts: &mut IntoIter<Block>) {
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
    let mut parts = parts.into_iter();
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

fn draw(text: &str, declaration: &mut Block, parts: &mut IntoIter<Block>, section: Option<&'static Schema>) {
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
    while let Some(next) = next_if(parts, |part| behind(declaration.head.end, part)) {
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

/// Takes the lines behind a declaration without a body, if the first of them is one that its body can hold. Lines that are
/// not indented belong to it where the brace that ends them is there, and `owed` is no other body that it may end.
pub(super) fn lines(
    text: &str,
    declaration: &Block,
    parts: &mut IntoIter<Block>,
    owed: bool,
) -> Option<Loose> {
    let Block::Clause(declaration) = declaration else { return None };
    if declaration.body.is_some() {
        return None;
    }
    // Comments were taken from the outline before.
    while next_if(parts, |part| matches!(part, Block::Comment(_))).is_some() {}
    let next = parts.as_slice().first()?;
    let indented = !matches!(next, Block::Clause(clause) if !is_indented(text, clause.head.start));
    // Nearly always another declaration follows.
    if !indented && (owed || keyword(&text[next.place()]).is_some()) {
        return None;
    }
    let words = declaration.words(text);
    let schema = keyword(words).and_then(schema::of).filter(|schema| schema.keyword != "use")?;
    let mut loose = Loose { schema, parts: Vec::new(), closed: false };
    if matches!(next, Block::StrayClose(_)) {
        // `party p "P" means "…" }`: the words of its body have begun, and only their first brace is missing.
        let begun = !owed && declaration.open.is_none() && can_hold(schema, behind_title(words));
        loose.closed = begun && parts.next().is_some();
        return loose.closed.then_some(loose);
    }
    let begins = match next {
        Block::Table(_) => schema.table.is_some(),
        Block::Clause(clause) => states(schema, clause.words(text)) && can_hold(schema, clause.words(text)),
        Block::Orphan(_) | Block::StrayClose(_) | Block::Comment(_) | Block::Unclosed(_) => false,
    };
    let belongs = |part: &Block, indented: bool| match part {
        Block::Table(_) | Block::Comment(_) => true,
        Block::Clause(clause) => {
            (!indented || is_indented(text, clause.head.start)) && states(schema, clause.words(text))
        }
        Block::Orphan(_) | Block::StrayClose(_) | Block::Unclosed(_) => false,
    };
    let ends = || parts.as_slice().iter().find(|part| !belongs(part, false));
    if !begins || !indented && !matches!(ends(), Some(Block::StrayClose(_))) {
        return None;
    }
    while let Some(part) = next_if(parts, |part| belongs(part, indented)) {
        loose.parts.push(part);
    }
    loose.closed = next_if(parts, |part| matches!(part, Block::StrayClose(_))).is_some();
    Some(loose)
}

/// The statements of a stretch of text, with `;` between them.
pub(super) fn divided(text: &str, place: Range<usize>) -> Vec<Block> {
    let mut quoted = false;
    let apart = text[place.clone()].split(|sign: char| {
        quoted ^= sign == '"';
        sign == ';' && !quoted
    });
    let mut start = place.start;
    let statements = apart.map(|written| {
        let at = start + written.len() - written.trim_start().len();
        start += written.len() + 1;
        Block::Clause(Clause { head: at..at + written.trim().len(), open: None, body: None })
    });
    statements.collect()
}

/// The next of some parts, taken if it is one that is asked for.
fn next_if(parts: &mut IntoIter<Block>, asked: impl Fn(&Block) -> bool) -> Option<Block> {
    if parts.as_slice().first().is_some_and(asked) { parts.next() } else { None }
}

/// Whether nothing but white space stands before a place on its line, and some does.
fn is_indented(text: &str, start: usize) -> bool {
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..start];
    !before.is_empty() && before.chars().all(char::is_whitespace)
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
