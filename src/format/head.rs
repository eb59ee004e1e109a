//! The words of a clause as lines: where the author ended one, and where a line that is too long can go on.
//!
//! In: tokens and the indentation of the clause. Out: lines of tokens, each with its indentation. The author's lines are
//! kept and never joined; a line beyond the width is divided at the places where the language lets it go on.

use super::WIDTH;
use super::lex::{Kind, Token, space_between};
use crate::syntax::ast::Declaration;

/// One line of the words of a clause.
#[derive(Debug)]
pub struct HeadLine<'t> {
    /// Its indentation.
    pub indent: usize,
    /// Its tokens without the comment at its end.
    pub tokens: Vec<Token<'t>>,
    /// The comment at its end.
    pub comment: Option<&'t str>,
}

impl HeadLine<'_> {
    /// Its width with the indentation.
    pub fn width(&self) -> usize {
        self.indent + width(&self.tokens)
    }
}

/// Tokens as text, with single spaces where there were any.
pub fn joined(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for (index, token) in tokens.iter().enumerate() {
        if index > 0 && space_between(&tokens[index - 1], token) {
            text.push(' ');
        }
        text.push_str(token.text);
    }
    text
}

/// The width of tokens on one line; of a text of several lines its first line counts.
pub fn width(tokens: &[Token<'_>]) -> usize {
    let spaces = tokens.windows(2).filter(|pair| space_between(&pair[0], &pair[1])).count();
    spaces + tokens.iter().map(Token::width).sum::<usize>()
}

/// The lines of a clause at an indentation; the last one leaves room for what follows on it.
pub fn lines<'t>(tokens: &[Token<'t>], indent: usize, room: usize) -> Vec<HeadLine<'t>> {
    let mut lines: Vec<HeadLine<'t>> = Vec::new();
    let mut depth = 0_usize;
    let mut rest = tokens;
    while !rest.is_empty() {
        let end = (1..rest.len()).find(|at| goes_on_below(&rest[at - 1], &rest[*at])).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        let last = tail.is_empty();
        let (words, comment) = match line.split_last() {
            Some((end, words)) if end.kind == Kind::Comment => (words, Some(end.text)),
            _ => (line, None),
        };
        let place = |depth: usize, first: bool| if first { indent } else { indent + 2 + 2 * depth };
        if words.is_empty() {
            lines.push(HeadLine { indent: place(depth, lines.is_empty()), tokens: Vec::new(), comment });
        } else {
            divide(words, &mut depth, &place, if last { room } else { 0 }, &mut lines);
            if let Some(line) = lines.last_mut() {
                line.comment = comment;
            }
        }
        rest = tail;
    }
    lines
}

/// Whether the author's line ends between two tokens and has to, or may.
fn goes_on_below(before: &Token<'_>, after: &Token<'_>) -> bool {
    before.kind == Kind::Comment
        || after.breaks
            && (after.kind == Kind::Comment || before.kind != Kind::Open && after.kind != Kind::Close)
}

/// Divides one line until each piece fits or cannot be divided.
fn divide<'t>(
    words: &[Token<'t>],
    depth: &mut usize,
    place: &impl Fn(usize, bool) -> usize,
    room: usize,
    lines: &mut Vec<HeadLine<'t>>,
) {
    let indent = place(*depth, lines.is_empty());
    let fits = indent + width(words) + room <= WIDTH;
    let cut = if fits || words.iter().any(Token::is_tall) { None } else { cut(words, indent) };
    if let Some(cut) = cut {
        divide(&words[..cut], depth, place, 0, lines);
        divide(&words[cut..], depth, place, room, lines);
        return;
    }
    for token in words {
        match token.kind {
            Kind::Open => *depth += 1,
            Kind::Close => *depth = depth.saturating_sub(1),
            Kind::Word | Kind::Text | Kind::Comma | Kind::Comment => {}
        }
    }
    lines.push(HeadLine { indent, tokens: words.to_vec(), comment: None });
}

/// Where to divide a line that is too long: before its condition, then before `because` or `see`, then at the last comma
/// or `and`/`or` that leaves the first piece short enough, then before a translation; outside brackets rather than inside.
fn cut(words: &[Token<'_>], indent: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut depths = Vec::with_capacity(words.len());
    for token in words {
        if token.kind == Kind::Close {
            depth = depth.saturating_sub(1);
        }
        depths.push(depth);
        if token.kind == Kind::Open {
            depth += 1;
        }
    }
    let outside = |at: &usize| depths[*at] == 0;
    let is_word = |at: usize, known: &[&str]| words[at].kind == Kind::Word && known.contains(&words[at].text);
    let places = 1..words.len();
    let condition = places.clone().filter(outside).find(|at| is_word(*at, &["when", "unless"]));
    let translation = || {
        let next = |at: usize| words.get(at + 1).is_some_and(|next| next.kind == Kind::Text);
        places.clone().filter(outside).find(|at| words[*at].is_tag() && next(*at))
    };
    let joints = |inside: bool| {
        let is_joint = |at: &usize| {
            is_word(*at, &["and", "or"]) && (inside || outside(at)) || after_comma(words, *at) && outside(at)
        };
        places.clone().filter(is_joint).collect::<Vec<usize>>()
    };
    let last_short =
        |places: Vec<usize>| places.into_iter().rev().find(|at| indent + width(&words[..*at]) <= WIDTH);
    let qualifiers = || {
        let begins = |at: &usize| after_comma(words, *at) && outside(at) && is_word(*at, &["because", "see"]);
        places.clone().filter(begins).collect()
    };
    condition
        .or_else(|| last_short(qualifiers()))
        .or_else(|| last_short(joints(false)))
        .or_else(translation)
        .or_else(|| joints(false).first().copied())
        .or_else(|| last_short(joints(true)))
        .or_else(|| joints(true).first().copied())
}

/// Whether a line can end before this token because it ends in a comma; what looks like a declaration has to stay.
fn after_comma(words: &[Token<'_>], at: usize) -> bool {
    let next_is = words.get(at + 1).is_some_and(|next| next.text == "is");
    words[at - 1].kind == Kind::Comma
        && words[at].kind != Kind::Comma
        && words[at].spaced
        && (next_is || !Declaration::KEYWORDS.contains(&words[at].text))
        && words.get(at + 1).is_none_or(|next| next_is || !Declaration::KEYWORDS.contains(&next.text))
}
