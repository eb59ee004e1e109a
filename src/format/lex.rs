//! The words of a clause as tokens: what can be moved as one piece, and what stood between the pieces.
//!
//! In: the words of a clause as the outline gives them. Out: tokens that together hold every character of it but white
//! space. It looks at no meaning: a word is what stands between white space, quotes, commas and brackets.

use unicode_width::UnicodeWidthStr;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, a figure or anything else without white space.
    Word,
    /// A text in quotes.
    Text,
    /// A comma.
    Comma,
    /// An opening round bracket.
    Open,
    /// A closing round bracket.
    Close,
    /// A comment.
    Comment,
}

/// One piece of a clause.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub text: &'t str,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether a line ends before it.
    pub breaks: bool,
}

impl Token<'_> {
    /// Its width in columns, up to the end of its first line.
    pub fn width(&self) -> usize {
        self.text.lines().next().map_or(0, UnicodeWidthStr::width)
    }

    /// Whether it is a text of several lines.
    pub fn is_tall(&self) -> bool {
        self.kind == Kind::Text && self.text.contains('\n')
    }

    /// Whether it is the tag of a translation, as `nl:`.
    pub fn is_tag(&self) -> bool {
        self.kind == Kind::Word && self.text.len() > 1 && self.text.ends_with(':')
    }
}

/// White space within a line; the wide and no-break spaces of word processors count where they stand beside a plain one.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}')
}

/// The tokens of a clause.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let (mut spaced, mut breaks) = (false, false);
    while at < text.len() {
        let rest = &text[at..];
        let space = blanks(rest);
        if space > 0 {
            spaced = true;
            breaks |= rest[..space].contains(['\n', '\r']);
            at += space;
            continue;
        }
        let (kind, length) = next(rest, spaced || at == 0);
        found.push(Token { kind, text: rest[..length].trim_end(), spaced, breaks });
        (spaced, breaks) = (false, false);
        at += length;
    }
    found
}

/// The length of the white space at the beginning. A no-break space alone between two words holds them together.
fn blanks(text: &str) -> usize {
    let length = text.find(|c| !is_blank(c)).unwrap_or(text.len());
    let space = &text[..length];
    if length == text.len() || space.contains([' ', '\t', '\n', '\r', '\u{3000}']) { length } else { 0 }
}

/// The token at the beginning of a text that is not white space, and its length.
fn next(text: &str, after_blank: bool) -> (Kind, usize) {
    let Some(first) = text.chars().next() else { return (Kind::Word, text.len()) };
    match first {
        '#' if after_blank => (Kind::Comment, text.find('\n').unwrap_or(text.len())),
        '"' | '“' | '„' | '”' | '«' => match quoted(text) {
            Some(length) => (Kind::Text, length),
            None => (Kind::Word, first.len_utf8() + word(&text[first.len_utf8()..])),
        },
        ',' => (Kind::Comma, 1),
        '(' => (Kind::Open, 1),
        ')' => (Kind::Close, 1),
        _ => (Kind::Word, first.len_utf8() + word(&text[first.len_utf8()..])),
    }
}

/// The length of the rest of a word. Figures keep their comma.
fn word(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = match c {
            '"' | '“' | '„' | '”' | '«' | '(' | ')' => true,
            ',' => chars.peek().is_none_or(|(_, next)| !next.is_ascii_digit()),
            c => is_blank(c) && blanks(&text[at..]) > 0,
        };
        if ends {
            return at;
        }
    }
    text.len()
}

/// The length of the text in quotes at the beginning, as the grammar reads it.
fn quoted(text: &str) -> Option<usize> {
    if let Some(inner) = text.strip_prefix("\"\"\"") {
        return inner.find("\"\"\"").map(|end| end + 6);
    }
    if let Some(inner) = text.strip_prefix('"') {
        return inner.find(['"', '\n']).filter(|end| inner[*end..].starts_with('"')).map(|end| end + 2);
    }
    if let Some(inner) = text.strip_prefix('«') {
        let end = inner.find(['»', '«', '\n']).filter(|end| *end > 0 && inner[*end..].starts_with('»'))?;
        return Some('«'.len_utf8() + end + '»'.len_utf8());
    }
    let open = text.chars().next()?.len_utf8();
    let inner = &text[open..];
    let closed = |ends: &[char], stops: &[char]| {
        let end = inner.find(|c| ends.contains(&c) || stops.contains(&c)).filter(|end| *end > 0)?;
        let close = inner[end..].chars().next().filter(|c| ends.contains(c))?;
        Some(open + end + close.len_utf8())
    };
    closed(&['”', '“'], &['\n']).or_else(|| closed(&['"'], &['”', '“', '„', '\n']))
}

/// Whether a space belongs between two tokens of one line.
pub fn space_between(before: &Token<'_>, after: &Token<'_>) -> bool {
    match (before.kind, after.kind) {
        (_, Kind::Comma | Kind::Close) | (Kind::Open, _) => false,
        (_, Kind::Text) if before.is_tag() => true,
        _ if before.text.ends_with("..") || after.text.starts_with("..") => {
            // The two ends of a span stand beside its dots.
            after.spaced && !is_end(before, after)
        }
        _ => after.spaced,
    }
}

fn is_end(before: &Token<'_>, after: &Token<'_>) -> bool {
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.text.contains("...");
    plain(before) && plain(after)
}
