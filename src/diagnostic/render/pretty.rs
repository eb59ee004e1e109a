//! A finding for people: what is wrong, where, the other places, a case that shows it, and what to do.
//!
//! Miette draws the marked lines from an [`Excerpt`]; the words around them are written here. In: a finding and how the
//! terminal looks. Out: text. The terminal itself is asked elsewhere.

use std::collections::HashSet;
use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{Excerpt, Mark};
use super::{Found, escape};
use crate::diagnostic::{Diagnostic, Fix, Level, fixes};
use crate::source::{FileId, Sources, Span};

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether to colour.
    pub colour: bool,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
    /// How many columns there are.
    pub width: usize,
}

/// All findings of a run, with an empty line between two. What is no error and says the same as one before it in its file is shown where it
/// stands, and what to do about it is not said again.
pub(super) fn all(found: &[Found<'_>], look: Look) -> String {
    let mut said: HashSet<(&str, &str, &str, Option<&str>)> = HashSet::new();
    let drawn = found.iter().map(|found| {
        let finding = found.finding;
        let plain = finding.level < Level::Error
            && finding.fixes.is_empty()
            && finding.related.is_empty()
            && finding.case_text.is_none();
        let says = (found.path(), finding.code.name, finding.label.as_str(), finding.help.as_deref());
        if !said.insert(says) && plain && finding.note.is_none() {
            again(*found, look)
        } else {
            pretty(*found, look)
        }
    });
    drawn.collect::<Vec<_>>().join("\n")
}

/// A finding that says what another one said: its message, its line, and where in it.
fn again(found: Found<'_>, look: Look) -> String {
    /// The place, the line, and the mark under it.
    const LINES: usize = 3;
    let Found { sources, finding } = found;
    let mark = Mark { span: finding.span, text: "", primary: true };
    let drawn = snippet(sources, &[mark], finding.level, look).unwrap_or_default();
    let lines: Vec<&str> = drawn.lines().take(LINES).collect();
    format!("{}{}\n", heading(finding, look), lines.join("\n"))
}

/// How grave a finding is, and what is wrong.
fn heading(finding: &Diagnostic, look: Look) -> String {
    let paint = Paint { on: look.colour };
    let level = paint.with(colour(finding.level), &format!("{}:", finding.level));
    format!("{level} {}\n", paint.with("1", &escape(&finding.message)))
}

/// The finding with its snippets, without an empty line after it.
pub fn pretty(found: Found<'_>, look: Look) -> String {
    let Found { sources, finding } = found;
    let mut out = heading(finding, look);
    let paint = Paint { on: look.colour };
    let level = finding.level;
    for marks in snippets(finding) {
        let path = escape(sources.get(marks[0].span.file).path()).into_owned();
        if sources.get(marks[0].span.file).text().is_empty() {
            push_footer(&mut out, paint, look, "file", &path);
        } else {
            out.push_str(
                &snippet(sources, &marks, level, look).unwrap_or_else(|fmt::Error| format!("  {path}\n")),
            );
        }
    }
    let case_word = if finding.several_cases { "cases" } else { "case" };
    let more = format!("avouch explain {}", finding.code.name);
    let (help, fix) = advice(finding);
    for (word, text) in [
        (case_word, finding.case_text.as_deref()),
        ("help", help.as_deref()),
        ("fix", fix.as_deref()),
        ("note", finding.note.as_deref()),
        ("more", Some(more.as_str())),
    ] {
        if let Some(text) = text {
            push_footer(&mut out, paint, look, word, &escape(text));
        }
    }
    out
}

/// What to do, and what a command can do; the command stands behind the advice where both say the same.
fn advice(finding: &Diagnostic) -> (Option<String>, Option<String>) {
    let command = |fix: &Fix| {
        if fix.safe { "safe fix: avouch check --fix" } else { "fix: avouch check --unsafe-fixes" }
    };
    match (&finding.help, fixes::of(finding, true)) {
        // One of the two may say more of the line than the other.
        (Some(help), Some(fix)) if *help == fix.title || says_the_same(help, &fix.title) => {
            (Some(format!("{help}   ({})", command(fix))), None)
        }
        (None, Some(fix)) => (Some(format!("{}   ({})", fix.title, command(fix))), None),
        (Some(help), Some(fix)) => {
            let command = command(fix).rsplit(": ").next().unwrap_or_default();
            (Some(help.clone()), Some(format!("{}   ({command})", fix.title)))
        }
        (Some(help), None) => (Some(help.clone()), None),
        (None, None) => {
            let titles: Vec<&str> = finding.fixes.iter().map(|fix| fix.title.as_str()).collect();
            (Some(either(&titles)).filter(|help| !help.is_empty()), None)
        }
    }
}

/// Several fixes of which one is chosen, with what all of them begin with said once: `change it to A, B or C`.
fn either(titles: &[&str]) -> String {
    const BEGIN: &str = "change it to ";
    let meant: Option<Vec<&str>> = titles.iter().map(|title| title.strip_prefix(BEGIN)).collect();
    match meant.as_deref() {
        Some([all @ .., last]) if !all.is_empty() => format!("{BEGIN}{} or {last}", all.join(", ")),
        _ => titles.join(", or "),
    }
}

fn says_the_same(help: &str, title: &str) -> bool {
    [help, title].iter().all(|text| text.starts_with("change it to "))
}

/// Cuts a text into lines of at most `width` columns, at spaces; a longer word stays whole.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    // A run of spaces stays as it is inside a line, since an author's text may stand in backticks.
    for word in text.split_inclusive(' ') {
        if !line.is_empty() && line.width() + word.trim_end().width() > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(word);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

fn push_footer(out: &mut String, paint: Paint, look: Look, word: &str, text: &str) {
    let indent = word.len() + 4;
    for (index, line) in wrap(text, look.width.saturating_sub(indent).max(30)).into_iter().enumerate() {
        if index == 0 {
            out.push_str("  ");
            out.push_str(&paint.with("36", &format!("{word}:")));
            out.push(' ');
        } else {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(&line);
        out.push('\n');
    }
}

/// The marks of each snippet: those of one file together, unless one would lie over another.
fn snippets(finding: &Diagnostic) -> Vec<Vec<Mark<'_>>> {
    let primary = Mark { span: finding.span, text: &finding.label, primary: true };
    let related =
        finding.related.iter().map(|other| Mark { span: other.span, text: &other.message, primary: false });
    let mut groups: Vec<Vec<Mark<'_>>> = vec![vec![primary]];
    for mark in related {
        let fits = |group: &Vec<Mark<'_>>| {
            group.iter().all(|other| other.span.file == mark.span.file && apart(other.span, mark.span))
        };
        match groups.iter_mut().find(|group| fits(group)) {
            Some(group) => group.push(mark),
            None => groups.push(vec![mark]),
        }
    }
    groups
}

fn apart(a: Span, b: Span) -> bool {
    // An empty mark takes one column.
    let end = |span: Span| span.end.max(span.start + 1);
    end(a) <= b.start || end(b) <= a.start
}

/// One drawing: a heading with the place of the first mark, the lines, and the foot.
fn snippet(sources: &Sources, marks: &[Mark<'_>], level: Level, look: Look) -> Result<String, fmt::Error> {
    let file: FileId = marks[0].span.file;
    let source = sources.get(file);
    let dots = if look.ascii { "..." } else { "…" };
    let excerpt = Excerpt::new(source, marks, look.width.saturating_sub(10).max(40), dots);
    let drawing = Drawing { excerpt, level };
    let (theme, gap) = theme(&drawing, look);
    let top = format!("{}{}", theme.characters.ltop, theme.characters.hbar);

    let mut drawn = String::new();
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .without_cause_chain()
        .without_syntax_highlighting()
        .with_context_lines(0)
        .render_report(&mut drawn, &drawing)?;

    let at = source.line_column(marks[0].span.start);
    let paint = Paint { on: look.colour };
    let digits = drawing.excerpt.last_line().to_string().len();
    let place = format!("{}:{}:{}", escape(source.path()), at.line, at.column);
    let mut out = format!("{:digits$} {top}[{}]\n", "", paint.with("36", &place));
    let mut rows = drawing.excerpt.rows.iter();
    // The first line is miette's place for a message, the second its heading; both are written above. Every other line
    // begins with a blank, the number or blanks, and a blank: miette's numbers are replaced by the true ones.
    for line in drawn.lines().skip(2) {
        let number = line.get(1..=digits).unwrap_or("").trim();
        let rest = line.get(1 + digits..).unwrap_or("").trim_end();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            out.push_str(&" ".repeat(digits));
            out.push_str(rest);
        } else if let Some(true_number) = rows.next().copied().flatten() {
            out.push_str(&paint.with("2", &format!("{true_number:digits$}")));
            out.push_str(rest);
        } else {
            out.push_str(&" ".repeat(digits + 1));
            out.push(gap);
        }
        out.push('\n');
    }
    debug_assert!(rows.next().is_none(), "each row is drawn once");
    Ok(out)
}

/// Characters and colours: the finding's own mark in the colour of its level, other places in a quieter one.
fn theme(drawing: &Drawing, look: Look) -> (GraphicalTheme, char) {
    let characters = if look.ascii { ThemeCharacters::ascii() } else { ThemeCharacters::unicode() };
    let gap = if look.ascii { ':' } else { '⋮' };
    let mut styles = ThemeStyles::none();
    if look.colour {
        let ansi = ThemeStyles::ansi();
        let (own, other) = match drawing.level {
            Level::Error => (ansi.error, ansi.advice),
            Level::Warning => (ansi.warning, ansi.advice),
            Level::Advice => (ansi.advice, ansi.warning),
        };
        let labels = drawing.excerpt.labels.iter();
        styles.highlights = labels.map(|label| if label.primary { own } else { other }).collect();
    }
    (GraphicalTheme { characters, styles }, gap)
}

/// What miette is asked to draw.
#[derive(Debug)]
struct Drawing {
    excerpt: Excerpt,
    level: Level,
}

impl fmt::Display for Drawing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawing {}

impl miette::Diagnostic for Drawing {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels.iter().map(|label| {
            let text = Some(label.text.clone()).filter(|text| !text.is_empty());
            LabeledSpan::new_with_span(text, label.range.clone())
        })))
    }
}

fn colour(level: Level) -> &'static str {
    match level {
        Level::Error => "1;31",
        Level::Warning => "1;33",
        Level::Advice => "1;36",
    }
}

/// Puts text into colour, or leaves it.
#[derive(Clone, Copy)]
struct Paint {
    on: bool,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.on { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
#[path = "pretty_tests.rs"]
mod tests;
