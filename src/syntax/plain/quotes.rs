//! Texts in quotes: those that the grammar knows are passed over, those of other languages become straight quotes.

use super::{Scan, edit};
use crate::diagnostic::{Diagnostic, Fix, registry};
use crate::source::Span;

/// Quotes that the grammar does not know, with those that close them.
const PAIRS: [(char, &str); 9] = [
    ('»', "«"),
    ('‹', "›"),
    ('›', "‹"),
    ('‚', "‘’"),
    ('「', "」"),
    ('『', "』"),
    ('《', "》"),
    ('〝', "〞〟"),
    ('＂', "＂"),
];

/// Whether a character begins a text in quotes that the grammar does not know.
pub(super) fn is_foreign(c: char) -> bool {
    PAIRS.iter().any(|(open, _)| *open == c)
}

/// How long the text in quotes is that begins here, in quotes that the grammar knows.
pub(super) fn length(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '‘'))?;
    let inner = &rest[first.len_utf8()..];
    let line = &inner[..inner.find('\n').unwrap_or(inner.len())];
    let up_to = |close: &[char]| {
        let end = line.find(close)?;
        Some(first.len_utf8() + end + line[end..].chars().next().map_or(0, char::len_utf8))
    };
    match first {
        '"' => Some(match rest.strip_prefix("\"\"\"") {
            Some(block) => block.find("\"\"\"").map_or(rest.len(), |end| end + 6),
            None => up_to(&['"']).unwrap_or(first.len_utf8() + line.len()),
        }),
        '“' | '”' | '„' => up_to(&['”', '“', '"']),
        '«' => up_to(&['»']),
        '‘' => up_to(&['’']),
        _ => None,
    }
}

/// A text in quotes that the grammar does not know: how long its opening quote, its words and its closing quote are.
pub(super) fn foreign(rest: &str) -> Option<(usize, usize, usize)> {
    let first = rest.chars().next()?;
    let (open, close) = PAIRS.iter().find(|(open, _)| *open == first)?;
    let inner = &rest[open.len_utf8()..];
    let line = &inner[..inner.find('\n').unwrap_or(inner.len())];
    let end = line.find(|c| close.contains(c))?;
    let last = line[end..].chars().next()?;
    // A straight quote inside would end the text.
    (end > 0 && !line[..end].contains('"')).then_some((open.len_utf8(), end, last.len_utf8()))
}

impl Scan<'_> {
    /// Reads a text in quotes of another language as one in straight quotes.
    pub(super) fn quotes(&mut self, open: usize, inner: usize, close: usize) {
        let start = self.at;
        let place = |from: usize, to: usize| Span::new(self.file, from, to);
        let behind = start + open + inner + close;
        let mut finding = Diagnostic::new(
            &registry::SLIP,
            place(start, behind),
            "a text stands between straight quotes, `\"…\"`",
        )
        .label("other quotes");
        finding.fixes.push(Fix {
            title: "put straight quotes around it".to_owned(),
            safe: true,
            edits: vec![edit(place(start, start + open), "\""), edit(place(behind - close, behind), "\"")],
        });
        self.findings.push(finding);
        self.out.extend(std::iter::repeat_n(' ', open - 1));
        self.out.push('"');
        self.at += open;
        self.keep(inner);
        self.out.push('"');
        self.out.extend(std::iter::repeat_n(' ', close - 1));
        self.at += close;
        self.word = self.at;
    }
}
