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
use left::Mistakes;

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

/// Why a text is left alone although nothing is wrong with it: a fault of this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
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
    fn laid_out(&self, wholly: bool) -> Option<String> {
        let mistakes = Mistakes::new(&self.parsed.findings, wholly);
        let known = !meaning::is_unread(&self.parsed) && !self.hides_marks();
        let parts = self.parts.as_ref().filter(|_| known)?;
        Some(line::text(body::lines(&self.text, parts, &mistakes)))
    }
}

/// Lays a text out. Line ends stay as the first one is; a byte order mark goes.
pub fn format(text: &str) -> Result<Formatted, Fault> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let with_returns = plain.find('\n').is_some_and(|end| plain[..end].ends_with('\r'));
    let before = Read::new(without_returns(plain));
    let left = Mistakes::new(&before.parsed.findings, false).count();
    // A declaration with a mistake is left as a whole where to lay out the rest of it would not be safe.
    let laid_out = verified(&before, false).or_else(|_| verified(&before, true))?;
    let Some(laid_out) = laid_out else { return Ok(Formatted { text: text.to_owned(), left }) };
    let text = if with_returns { laid_out.replace('\n', "\r\n") } else { laid_out };
    Ok(Formatted { text, left })
}

/// The new text, if it says the same and would stay as it is.
fn verified(before: &Read, wholly: bool) -> Result<Option<String>, Fault> {
    let Some(text) = before.laid_out(wholly) else { return Ok(None) };
    if text == before.text {
        return Ok(Some(text));
    }
    let after = Read::new(text);
    if !meaning::is_same((&before.parsed, &before.text), (&after.parsed, &after.text)) {
        return Err(Fault::Meaning);
    }
    match after.laid_out(wholly) {
        Some(again) if again == after.text => Ok(Some(after.text)),
        Some(_) | None => Err(Fault::Unstable),
    }
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
