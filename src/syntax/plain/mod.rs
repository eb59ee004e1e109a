//! The text of a file as if it had been typed with plain characters.
//!
//! In: a text. Out: `None` when there is nothing to do, which one pass over it decides; else a text of the same length in
//! which blanks, hyphens, dots, line ends, digits, signs, quotes and comments that come from word processors, web pages
//! and other languages are plain, and one finding for each kind in each line. What stands in texts and comments is left
//! alone. A word from which something is taken out is filled up with blanks at its end, so that everything keeps its place.

mod characters;
mod comments;
mod quotes;

use crate::diagnostic::{Diagnostic, Fix, registry};
use crate::source::{FileId, Span};
use characters::{Kind, kind};
use std::ops::Range;

/// A text in plain characters.
pub(super) struct Plain {
    /// As long as the text that was written.
    pub(super) text: String,
    /// What was not plain.
    pub(super) findings: Vec<Diagnostic>,
    /// Words whose characters stand in other places than they were written in.
    moved: Vec<Range<usize>>,
}

/// The plain form of a text that needs one.
pub(super) fn plain(file: FileId, text: &str) -> Option<Plain> {
    if !needs_a_look(text) {
        return None;
    }
    let mut scan = Scan {
        file,
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        pad: 0,
        word: 0,
        line: Vec::new(),
        findings: Vec::new(),
        moved: Vec::new(),
    };
    scan.run();
    // The places of everything depend on this; a text of another length is not used.
    let same = scan.out.len() == text.len();
    (same && !scan.findings.is_empty()).then_some(Plain {
        text: scan.out,
        findings: scan.findings,
        moved: scan.moved,
    })
}

/// Whether a text holds anything that is looked for, in texts and comments or not.
fn needs_a_look(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| at == 0 || bytes[at - 1].is_ascii_whitespace();
    let comment = memchr::memchr2_iter(b'/', b'<', bytes)
        .any(|at| begins(at) && comments::opening(&text[at..]).is_some());
    comment
        || memchr::memchr2(0x0b, 0x0c, bytes).is_some()
        || !text.is_ascii() && text.chars().any(|c| kind(c).is_some() || quotes::is_foreign(c))
}

struct Scan<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    out: String,
    /// How many bytes the word is shorter than it was written, so far.
    pad: usize,
    /// Where the word began.
    word: usize,
    /// What is not plain in this line.
    line: Vec<(Kind, Range<usize>, &'static str)>,
    findings: Vec<Diagnostic>,
    moved: Vec<Range<usize>>,
}

impl Scan<'_> {
    fn run(&mut self) {
        // The mark at the very beginning says how the file is encoded.
        if self.text.starts_with('\u{feff}') {
            self.keep('\u{feff}'.len_utf8());
        }
        while let Some(c) = self.text[self.at..].chars().next() {
            if is_ordinary(c) {
                self.words();
            } else {
                self.step(c);
            }
        }
        self.border();
        self.end_of_line();
    }

    /// Passes over letters and digits, and over the blanks between them where no word waits to be filled up.
    fn words(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let passed = |byte: &u8| is_ordinary(char::from(*byte)) || *byte == b' ' && self.pad == 0;
        let length = rest.iter().position(|byte| !passed(byte)).unwrap_or(rest.len());
        let last = rest[..length].iter().rposition(|byte| *byte == b' ');
        if let Some(last) = last {
            self.word = self.at + last + 1;
        }
        self.keep(length);
    }

    fn step(&mut self, c: char) {
        let rest = &self.text[self.at..];
        if let Some(length) = quotes::length(rest) {
            self.border();
            self.keep(length);
        } else if self.begins() && (c == '#' || c == '＃') {
            self.border();
            if c == '＃' {
                self.replace(Kind::Wide, c, "#");
                self.border();
            }
            self.keep(self.to_line_end());
        } else if self.begins()
            // An address without its quotes is no comment: `https://…`.
            && !self.text[..self.at].ends_with(':')
            && let Some(opening) = comments::opening(rest)
        {
            self.border();
            self.comment(opening);
        } else if self.begins()
            && let Some((open, inner, close)) = quotes::foreign(rest)
        {
            self.border();
            self.quotes(open, inner, close);
        } else if let Some(kind) = kind(c) {
            self.odd(c, kind);
        } else {
            if c.is_whitespace() || matches!(c, '|' | '{' | '}' | ';') {
                self.border();
            }
            self.keep(c.len_utf8());
            if c == '\n' {
                self.end_of_line();
            }
            if c.is_whitespace() || matches!(c, '|' | '{' | '}' | ';') {
                self.word = self.at;
            }
        }
    }

    /// A character that is not plain.
    fn odd(&mut self, c: char, kind: Kind) {
        match kind {
            Kind::Blank => {
                self.border();
                self.replace(kind, c, " ");
                self.border();
            }
            Kind::LineEnd => {
                self.border();
                self.replace(kind, c, "\n");
                self.border();
                self.end_of_line();
            }
            Kind::Wide => {
                let plain = characters::narrow(c);
                let stands_alone = matches!(plain, "|" | "{" | "}" | ";");
                if stands_alone {
                    self.border();
                }
                self.replace(kind, c, plain);
                if stands_alone {
                    self.border();
                }
            }
            Kind::Hidden => self.replace(kind, c, ""),
            Kind::Hyphen => self.replace(kind, c, "-"),
            Kind::Dots => self.replace(kind, c, ".."),
        }
    }

    /// Whether a word begins here.
    fn begins(&self) -> bool {
        self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '：' | '|'))
    }

    fn to_line_end(&self) -> usize {
        let rest = &self.text[self.at..];
        rest.find('\n').unwrap_or(rest.len())
    }

    /// Passes over what stays as it is.
    fn keep(&mut self, length: usize) {
        self.out.push_str(&self.text[self.at..self.at + length]);
        self.at += length;
    }

    /// Passes over a character and writes something that is not longer in its place.
    fn replace(&mut self, kind: Kind, c: char, plain: &'static str) {
        let end = self.at + c.len_utf8();
        self.line.push((kind, self.at..end, plain));
        self.out.push_str(plain);
        self.pad += c.len_utf8() - plain.len();
        self.at = end;
    }

    /// The end of a word, which is filled up to its old length.
    fn border(&mut self) {
        if self.pad > 0 {
            self.moved.push(self.word..self.at);
            self.out.extend(std::iter::repeat_n(' ', self.pad));
            self.pad = 0;
        }
        self.word = self.at;
    }

    /// Reports what was not plain in the line, each kind once.
    fn end_of_line(&mut self) {
        let all = std::mem::take(&mut self.line);
        for kind in Kind::ALL {
            let same: Vec<_> = all.iter().filter(|(known, ..)| *known == kind).collect();
            let Some((_, first, _)) = same.first() else { continue };
            let (message, label, title) = characters::spoken(kind, self.text, &same);
            let span = |range: &Range<usize>| Span::new(self.file, range.start, range.end);
            let edits = same.iter().map(|(_, range, plain)| edit(span(range), plain)).collect();
            let mut finding = Diagnostic::new(&registry::SLIP, span(first), message).label(label);
            finding.fixes.push(Fix { title, safe: true, edits });
            self.findings.push(finding);
        }
    }
}

/// A character that is plain and neither begins nor ends anything.
fn is_ordinary(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ',')
}

fn edit(span: Span, text: &str) -> crate::diagnostic::Edit {
    crate::diagnostic::Edit { span, text: text.to_owned() }
}

impl Plain {
    /// Makes the places of other findings fit the text that was written: one within a word that moved becomes the whole
    /// word, and a fix of a piece of it waits until the word is plain.
    pub(super) fn settle(&self, file: FileId, findings: &mut [Diagnostic]) {
        let around = |offset: u32| {
            let at = offset as usize;
            let index = self.moved.partition_point(|word| word.end <= at);
            self.moved.get(index).filter(|word| word.start < at).cloned()
        };
        let snap = |span: &mut Span| {
            if span.file != file {
                return;
            }
            if let Some(word) = around(span.start) {
                *span = Span::new(span.file, word.start, span.end as usize);
            }
            if let Some(word) = around(span.end) {
                *span = Span::new(span.file, span.start as usize, word.end);
            }
        };
        let touched = |span: Span| {
            let index = self.moved.partition_point(|word| word.end <= span.start as usize);
            span.file == file && self.moved.get(index).is_some_and(|word| word.start < span.end as usize)
        };
        for finding in findings {
            snap(&mut finding.span);
            finding.related.iter_mut().for_each(|related| snap(&mut related.span));
            finding.fixes.retain(|fix| !fix.edits.iter().any(|edit| touched(edit.span)));
        }
    }
}
