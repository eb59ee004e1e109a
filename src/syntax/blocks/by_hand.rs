//! The outline in one pass over the bytes of a text, with the rules of the grammar of the same names.
//!
//! What decides is nearly always one byte of ASCII. Where the grammar looks at more, it is asked: about words with quotes
//! of a word processor, texts that do not end and brackets over several lines.

use super::lines::{blanks, is_opening, line_end, newline, row, white};
use super::{Block, Blocks, Body, Clause, Table, by_grammar, head};
use std::ops::Range;

/// Bodies that nest deeper are left to the grammar, which guards the native stack.
const DEPTH: usize = 128;

/// The outline of a whole text; none when it has to be left to the grammar.
pub(super) fn file(text: &str) -> Option<Blocks> {
    let mut hand = Hand { text, comments: Vec::new() };
    let mut parts = Vec::new();
    let mut at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    while at < text.len() {
        if text.as_bytes()[at] == b'}' {
            parts.push(Block::StrayClose(at..at + 1));
            at += 1;
        } else {
            at = hand.entry(at, &mut parts, 0)?;
        }
    }
    Some(Blocks { parts, comments: hand.comments })
}

struct Hand<'t> {
    text: &'t str,
    comments: Vec<Range<usize>>,
}

impl Hand<'_> {
    /// One thing that is no closing brace; the offset behind it.
    fn entry(&mut self, at: usize, parts: &mut Vec<Block>, depth: usize) -> Option<usize> {
        if let Some(end) = newline(self.text, at) {
            return Some(end);
        }
        let end = blanks(self.text, at);
        if end > at {
            return Some(end);
        }
        match self.text.as_bytes()[at] {
            b';' => Some(at + 1),
            b'#' => {
                let place = at..line_end(self.text, at);
                let end = place.end;
                self.comments.push(place.clone());
                parts.push(Block::Comment(place));
                Some(end)
            }
            b'|' => {
                let table = self.table(at);
                let end = table.place.end;
                parts.push(Block::Table(table));
                Some(end)
            }
            b'{' => {
                let body = self.body(at, depth)?;
                let end = body.place.end;
                parts.push(Block::Orphan(body.place));
                Some(end)
            }
            _ => {
                let (clause, end) = self.clause(at, depth)?;
                parts.push(Block::Clause(clause));
                Some(end)
            }
        }
    }

    fn clause(&mut self, at: usize, depth: usize) -> Option<(Clause, usize)> {
        let (mut end, open) = match head::end(self.text, at, &mut self.comments) {
            Some(end) => (end, None),
            None => by_grammar::head(self.text, at, &mut self.comments)?,
        };
        let words = &self.text[at..end];
        let head = at..at + words.trim_end().len();
        let body = match self.brace(end) {
            Some(brace) => {
                let body = self.body(brace, depth)?;
                end = body.place.end;
                Some(body)
            }
            None => None,
        };
        Some((Clause { head, open, body }, end))
    }

    /// Where the brace stands that opens the body of the words before it, perhaps on a line below.
    fn brace(&mut self, start: usize) -> Option<usize> {
        let known = self.comments.len();
        let mut at = start;
        loop {
            at = blanks(self.text, white(self.text, at));
            if let Some(line) = newline(self.text, at) {
                at = line;
                continue;
            }
            match self.text.as_bytes().get(at) {
                Some(b'{') => return Some(at),
                Some(b'#') => {
                    let end = line_end(self.text, at);
                    self.comments.push(at..end);
                    at = end;
                }
                _ => {
                    self.comments.truncate(known);
                    return None;
                }
            }
        }
    }

    fn body(&mut self, start: usize, depth: usize) -> Option<Body> {
        if depth >= DEPTH {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut parts = Vec::new();
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                None => break,
                Some(b'}') => return Some(Body { place: start..at + 1, parts }),
                Some(b'\n' | b'\r') if is_opening(self.text, at) => break,
                Some(b'\n') => at = blanks(self.text, at + 1),
                Some(b' ') => at = blanks(self.text, at),
                Some(_) => at = self.entry(at, &mut parts, depth + 1)?,
            }
        }
        parts.push(Block::Unclosed(at..at));
        Some(Body { place: start..at, parts })
    }

    fn table(&mut self, start: usize) -> Table {
        let mut rows = Vec::new();
        let mut next = Some(start);
        let mut end = start;
        while let Some(at) = next {
            end = row(self.text, at);
            rows.push(at..end);
            next = self.next_row(end);
        }
        Table { place: start..end, rows }
    }

    /// Where the next row begins, behind a row and the comments on its line and below.
    fn next_row(&mut self, end: usize) -> Option<usize> {
        let known = self.comments.len();
        let mut at = blanks(self.text, end);
        loop {
            if self.text.as_bytes().get(at) == Some(&b'#') {
                let end = line_end(self.text, at);
                self.comments.push(at..end);
                at = end;
            }
            let Some(line) = newline(self.text, at) else { break };
            at = blanks(self.text, line);
            match self.text.as_bytes().get(at) {
                Some(b'|') => return Some(at),
                Some(b'#') => {}
                _ => break,
            }
        }
        self.comments.truncate(known);
        None
    }
}
