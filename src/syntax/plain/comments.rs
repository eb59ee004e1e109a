//! Comments as other languages write them: `// …`, `/* … */`, `<!-- … -->`.

use super::Scan;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::source::Span;

/// The sign that begins a comment of another language, at the start of a text.
pub(super) fn opening(rest: &str) -> Option<&'static str> {
    ["//", "/*", "<!--"].into_iter().find(|sign| rest.starts_with(sign))
}

fn closing(opening: &str) -> Option<&'static str> {
    match opening {
        "/*" => Some("*/"),
        "<!--" => Some("-->"),
        _ => None,
    }
}

impl Scan<'_> {
    /// Reads a comment of another language as one of ours.
    pub(super) fn comment(&mut self, opening: &'static str) {
        let start = self.at;
        let line_end = start + self.to_line_end();
        let close = closing(opening);
        let end = close.map(|close| self.text[start..].find(close).map(|length| start + length));
        let message = format!("a comment begins with `#`, not with `{opening}`");
        let place = Span::new(self.file, start, start + opening.len());
        let mut finding = Diagnostic::new(&registry::SLIP, place, message).label("`#`");
        let mut edits = vec![Edit { span: place, text: "#".to_owned() }];
        match (close, end) {
            (None, _) => {
                self.hash(opening.len());
                self.keep(line_end - self.at);
            }
            (Some(close), Some(Some(end))) => {
                let behind = end + close.len();
                let rest = &self.text[behind..];
                let alone = rest[..rest.find('\n').unwrap_or(rest.len())].trim().is_empty();
                self.hash(opening.len());
                if alone {
                    self.lines(end, &mut edits);
                    self.blanks(close.len());
                    let before = self.text[..end].trim_end().len().max(start);
                    edits.push(Edit { span: Span::new(self.file, before, behind), text: String::new() });
                } else {
                    // Words follow on the line, so the comment cannot stay where it is.
                    self.out.truncate(start);
                    self.at = start;
                    self.blank_out(behind);
                    edits.clear();
                    finding = finding.help("a comment goes to the end of its line: put it behind the words, or on a line of its own");
                }
            }
            (Some(close), _) => {
                self.hash(opening.len());
                self.keep(line_end - self.at);
                edits.clear();
                finding = finding
                    .help(format!("write `#` at the start of each of its lines; no `{close}` follows"));
            }
        }
        if !edits.is_empty() {
            let title = format!("change `{opening}` to `#`");
            finding.fixes.push(Fix { title, safe: true, edits });
        }
        self.findings.push(finding);
    }

    fn hash(&mut self, length: usize) {
        self.out.push('#');
        self.out.extend(std::iter::repeat_n(' ', length - 1));
        self.at += length;
    }

    fn blanks(&mut self, length: usize) {
        self.out.extend(std::iter::repeat_n(' ', length));
        self.at += length;
    }

    /// Writes blanks for everything up to a place, and keeps the ends of lines.
    fn blank_out(&mut self, end: usize) {
        let text = &self.text[self.at..end];
        self.out.extend(text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        self.at = end;
    }

    /// Keeps a comment of several lines up to a place; each line that says something begins with `#`.
    fn lines(&mut self, end: usize, edits: &mut Vec<Edit>) {
        while self.at < end {
            let line_end = (self.at + self.to_line_end() + 1).min(end);
            self.keep(line_end - self.at);
            let line = &self.text[self.at..end];
            let line = &line[..line.find('\n').unwrap_or(line.len())];
            let lead = line.len() - line.trim_start().len();
            if let Some(first) = line.trim_start().chars().next() {
                self.keep(lead);
                let star = first == '*';
                let place = Span::new(self.file, self.at, self.at + usize::from(star));
                edits.push(Edit { span: place, text: if star { "#" } else { "# " }.to_owned() });
                self.hash(first.len_utf8());
            }
        }
    }
}
