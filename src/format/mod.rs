//! The one layout of `.policy` files.
//!
//! In: a text. Out: the same text laid out, or the reason why it is left alone. It moves white space and line ends and
//! nothing else; what comes out is parsed again and compared with what went in, so that nothing it says can change. It
//! needs no file that checks, and never looks at another file.

mod block;
mod body;
mod head;
mod keys;
mod left;
mod lex;
mod line;
mod meaning;
mod table;
#[cfg(test)]
mod tests;

use crate::source::{FileId, Source};
use crate::syntax::outline::{Part, outline};
use crate::syntax::{Parsed, parse};
use left::{Care, Mistakes};
use std::borrow::Cow;

/// How many columns a line may have where it can go on below.
pub const WIDTH: usize = 120;

/// A text that was laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatted {
    /// The new text.
    pub text: String,
    /// How many places could not be parsed and were left as they are.
    pub left: usize,
}

/// Why a text is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Lines end in a lone carriage return, which would be another line end in another place.
    LoneReturn,
    /// Something is wrong with it, and to lay out the rest would change what that is.
    Mistakes,
    // What is left is a fault of this room.
    /// The new text would say something else.
    Meaning,
    /// The new text would be laid out in another way the next time.
    Unstable,
}

/// A text that was read for its layout.
struct Read {
    text: String,
    parsed: Parsed,
    parts: Option<Vec<Part>>,
}

impl Read {
    fn new(text: String) -> Self {
        let source = Source::new("", text.as_str());
        let parsed = parse(FileId::default(), &source);
        let parts = outline(&text);
        Self { text, parsed, parts }
    }

    /// Whether a comment of another language holds marks that would divide the text if they stood outside of it. What
    /// follows such a comment has one outline for the parser and another one for the layout.
    fn hides_marks(&self) -> bool {
        self.parsed.findings.iter().any(|finding| {
            let rest = &self.text[finding.span.range().start..];
            let pairs = ["<!--", "/*", "//"].into_iter().zip(["-->", "*/", "\n"]);
            let close = pairs.into_iter().find(|(open, _)| self.text[finding.span.range()] == **open);
            let Some((_, close)) = close else { return false };
            let hidden = match rest.find(close) {
                Some(end) => &rest[..end],
                None => rest.lines().next().unwrap_or(rest),
            };
            hidden.contains(['{', '}', '"', ';', '|'])
        })
    }

    /// The new text; `None` if the file could not be read at all.
    fn laid_out(&self, care: Care) -> Option<String> {
        let mistakes = Mistakes::new(&self.parsed.findings, care);
        let known = !meaning::is_unread(&self.parsed) && !self.hides_marks();
        let parts = self.parts.as_ref().filter(|_| known)?;
        Some(line::text(body::lines(&self.text, parts, &mistakes)))
    }

    /// What is to blame where no layout was safe: what is wrong with the text, if anything is.
    fn blamed(&self, fault: Fault) -> Fault {
        if self.text.contains('\r') {
            Fault::LoneReturn
        } else if self.parsed.findings.is_empty() {
            fault
        } else {
            Fault::Mistakes
        }
    }
}

/// Lays a text out. Line ends stay as the first one is; a byte order mark goes.
pub fn format(text: &str) -> Result<Formatted, Fault> {
    let plain = without_marks(text);
    let with_returns = plain.find('\n').is_some_and(|end| plain[..end].ends_with('\r'));
    let before = Read::new(without_returns(&plain));
    let left = Mistakes::new(&before.parsed.findings, Care::Usual).count();
    // More is left for a mistake where to lay out the rest would not be safe.
    let mut tries = Care::EACH.into_iter().map(|care| verified(&before, care));
    let first = tries.next().unwrap_or(Ok(None));
    let laid_out = first.or_else(|fault| tries.find_map(Result::ok).ok_or_else(|| before.blamed(fault)))?;
    let Some(laid_out) = laid_out else { return Ok(Formatted { text: text.to_owned(), left }) };
    let text = if with_returns { laid_out.replace('\n', "\r\n") } else { laid_out };
    Ok(Formatted { text, left })
}

/// The new text, if it says the same and would stay as it is.
fn verified(before: &Read, care: Care) -> Result<Option<String>, Fault> {
    let Some(text) = before.laid_out(care) else { return Ok(None) };
    if text == before.text {
        return Ok(Some(text));
    }
    let after = Read::new(text);
    if !meaning::is_same((&before.parsed, &before.text), (&after.parsed, &after.text)) {
        return Err(Fault::Meaning);
    }
    match after.laid_out(care) {
        Some(again) if again == after.text => Ok(Some(after.text)),
        Some(_) | None => Err(Fault::Unstable),
    }
}

/// A text without byte order marks where it begins; white space before one would go and leave it there for the next time.
fn without_marks(text: &str) -> Cow<'_, str> {
    const MARK: char = '\u{feff}';
    let begins =
        text.len() - text.trim_start_matches(|c: char| c == MARK || c == ';' || c.is_whitespace()).len();
    if text[..begins].contains(MARK) {
        return Cow::Owned(text[..begins].replace(MARK, "") + &text[begins..]);
    }
    Cow::Borrowed(text)
}

/// A text whose lines end in a line feed alone.
fn without_returns(text: &str) -> String {
    if !text.contains("\r\n") {
        return text.to_owned();
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let ends = |(index, line): (usize, &&str)| {
        if index == last { (*line).to_owned() } else { line.trim_end_matches('\r').to_owned() }
    };
    lines.iter().enumerate().map(ends).collect::<Vec<_>>().join("\n")
}
