//! The words of a clause as lines: where the author ended one, and where a line that is too long can go on.
//!
//! In: tokens and the indentation of the clause. Out: lines of tokens, each with its indentation. The author's lines are
//! kept and never joined; a line beyond the width is divided at the places where the language lets it go on.

use super::WIDTH;
use super::lex::{Kind, Token, space_between};
use crate::syntax::ast::Declaration;
use std::ops::Range;

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
    let words = Words::new(tokens, indent);
    let mut lines: Vec<HeadLine<'t>> = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let ends = |at: &usize| goes_on_below(&tokens[at - 1], &tokens[*at]);
        let next = (start + 1..tokens.len()).find(ends).unwrap_or(tokens.len());
        let last = &tokens[next - 1];
        let (end, comment) =
            if last.kind == Kind::Comment { (next - 1, Some(last.text)) } else { (next, None) };
        if start == end {
            lines.push(HeadLine { indent: words.place(start), tokens: Vec::new(), comment });
        } else {
            words.divide(start..end, if next == tokens.len() { room } else { 0 }, &mut lines);
            if let Some(line) = lines.last_mut() {
                line.comment = comment;
            }
        }
        start = next;
    }
    lines
}

/// Whether the author's line ends between two tokens and has to, or may.
fn goes_on_below(before: &Token<'_>, after: &Token<'_>) -> bool {
    before.kind == Kind::Comment
        || after.breaks
            && (after.kind == Kind::Comment || before.kind != Kind::Open && after.kind != Kind::Close)
}

/// The tokens of a clause with what is asked of them again and again.
struct Words<'w, 't> {
    tokens: &'w [Token<'t>],
    indent: usize,
    /// Where each token would begin if all stood on one line.
    columns: Vec<usize>,
    /// In how many brackets each token stands.
    depths: Vec<usize>,
    /// Where a line can end: before `when` and `unless`, before `because` and `see`, at other joints, before a translation.
    conditions: Vec<usize>,
    qualifiers: Vec<usize>,
    joints: Vec<usize>,
    translations: Vec<usize>,
    /// The texts of several lines.
    talls: Vec<usize>,
}

impl<'w, 't> Words<'w, 't> {
    fn new(tokens: &'w [Token<'t>], indent: usize) -> Self {
        let mut words = Self {
            tokens,
            indent,
            columns: Vec::with_capacity(tokens.len()),
            depths: Vec::with_capacity(tokens.len()),
            conditions: Vec::new(),
            qualifiers: Vec::new(),
            joints: Vec::new(),
            translations: Vec::new(),
            talls: Vec::new(),
        };
        let (mut column, mut depth) = (0, 0_usize);
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == Kind::Close {
                depth = depth.saturating_sub(1);
            }
            if at > 0 && space_between(&tokens[at - 1], token) {
                column += 1;
            }
            words.columns.push(column);
            words.depths.push(depth);
            column += token.width();
            if token.is_tall() {
                words.talls.push(at);
            }
            if token.kind == Kind::Open {
                depth += 1;
            }
            if at > 0 {
                words.note(at, depth);
            }
        }
        words
    }

    /// Notes how a line can end before a token.
    fn note(&mut self, at: usize, depth: usize) {
        let token = &self.tokens[at];
        let outside = depth == 0;
        if token.kind == Kind::Word {
            match token.text {
                "when" | "unless" if outside => self.conditions.push(at),
                "because" | "see" if outside && self.is_after_comma(at) => self.qualifiers.push(at),
                "and" | "or" => self.joints.push(at),
                _ if token.is_tag()
                    && outside
                    && self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Text) =>
                {
                    self.translations.push(at);
                }
                _ if outside && self.is_after_comma(at) => self.joints.push(at),
                _ => {}
            }
        } else if outside && self.is_after_comma(at) {
            self.joints.push(at);
        }
    }

    /// Whether a line can end before a token because it ends in a comma; what looks like a declaration has to stay.
    fn is_after_comma(&self, at: usize) -> bool {
        let (before, token, next) = (&self.tokens[at - 1], &self.tokens[at], self.tokens.get(at + 1));
        let next_is = next.is_some_and(|next| next.text == "is");
        let declares = |token: &Token<'_>| Declaration::KEYWORDS.contains(&token.text);
        before.kind == Kind::Comma
            && !matches!(token.kind, Kind::Comma | Kind::Close | Kind::Comment)
            && token.spaced
            && (next_is || !declares(token) && !next.is_some_and(declares))
    }

    /// The indentation of a line that begins with a token.
    fn place(&self, at: usize) -> usize {
        if at == 0 { self.indent } else { self.indent + 2 + 2 * self.depths[at] }
    }

    /// The width of the tokens of a range on one line.
    fn width(&self, start: usize, end: usize) -> usize {
        self.columns[end - 1] + self.tokens[end - 1].width() - self.columns[start]
    }

    /// Divides one line until each piece fits or cannot be divided.
    fn divide(&self, range: Range<usize>, room: usize, lines: &mut Vec<HeadLine<'t>>) {
        let mut start = range.start;
        loop {
            let fits = self.place(start) + self.width(start, range.end) + room <= WIDTH;
            let cut = if fits || self.is_tall(start, range.end) { None } else { self.cut(start, range.end) };
            let Some(cut) = cut else { break };
            if self.place(start) + self.width(start, cut) <= WIDTH {
                self.line(start..cut, lines);
            } else {
                self.divide(start..cut, 0, lines);
            }
            start = cut;
        }
        self.line(start..range.end, lines);
    }

    /// Whether a text of several lines stands in a range.
    fn is_tall(&self, start: usize, end: usize) -> bool {
        let from = self.talls.partition_point(|at| *at < start);
        self.talls.get(from).is_some_and(|at| *at < end)
    }

    fn line(&self, range: Range<usize>, lines: &mut Vec<HeadLine<'t>>) {
        let indent = self.place(range.start);
        lines.push(HeadLine { indent, tokens: self.tokens[range].to_vec(), comment: None });
    }

    /// Where to divide a line that is too long: before its condition, then before `because` or `see`, then at the last
    /// comma or `and`/`or` that leaves the first piece short enough, then before a translation; outside brackets rather
    /// than inside.
    fn cut(&self, start: usize, end: usize) -> Option<usize> {
        let within = |places: &'_ [usize]| {
            let from = places.partition_point(|at| *at <= start);
            let to = places.partition_point(|at| *at < end);
            (from, to.max(from))
        };
        let first = |places: &[usize]| {
            let (from, to) = within(places);
            places[from..to].first().copied()
        };
        let outside = |at: &&usize| self.depths[**at] == 0;
        let short = |at: &&usize| self.place(start) + self.width(start, **at) <= WIDTH;
        let last_short = |places: &[usize], inside: bool| {
            let (from, to) = within(places);
            let all = places[from..to].iter().take_while(short);
            all.filter(|at| inside || outside(at)).last().copied()
        };
        let first_outside = |places: &[usize]| {
            let (from, to) = within(places);
            places[from..to].iter().find(outside).copied()
        };
        first(&self.conditions)
            .or_else(|| last_short(&self.qualifiers, false))
            .or_else(|| last_short(&self.joints, false))
            .or_else(|| first(&self.translations))
            .or_else(|| first_outside(&self.joints))
            .or_else(|| last_short(&self.joints, true))
            .or_else(|| first(&self.joints))
    }
}
