//! What is left as it was written: what could not be parsed, and what cannot be moved without a change of what it is.
//!
//! In: the outline of a file and the places of its mistakes. Out: which parts of it are left alone. A statement that stands
//! on lines of its own is left by itself; where the mistake touches the form of a whole declaration, that is left.

use super::lex::{Kind, tokens};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast::Declaration;
use crate::syntax::outline::{Clause, Part};
use std::ops::Range;

/// Words that join a line to the one before it.
const JOINING: &[&str] = &["when", "unless", "and", "or"];

/// How much is left for a mistake, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// The statement that holds it; what was understood in spite of a finding is laid out.
    Usual,
    /// The same, also for what was understood: white space may be a part of it, as in a text without quotes.
    Understood,
    /// The declaration that holds it; what was understood is laid out.
    Whole,
    /// The declaration that holds anything that a finding speaks of.
    All,
}

impl Care {
    /// All of them, in order.
    pub const EACH: [Self; 4] = [Self::Usual, Self::Understood, Self::Whole, Self::All];
}

/// The places of a file that could not be parsed.
pub struct Mistakes {
    starts: Vec<usize>,
    /// Whether a declaration with any mistake is left as a whole.
    wholly: bool,
}

impl Mistakes {
    /// The places of findings that speak of form.
    pub fn new(findings: &[Diagnostic], care: Care) -> Self {
        let understood = [
            &registry::SLIP,
            &registry::UNFILLED,
            &registry::UNKNOWN_QUOTATION,
            &registry::REPEATED_TRANSLATION,
        ];
        let all = matches!(care, Care::Understood | Care::All);
        let speaks_of_form =
            |finding: &&Diagnostic| all || !understood.iter().any(|known| known.name == finding.code.name);
        let mut starts: Vec<usize> =
            findings.iter().filter(speaks_of_form).map(|finding| finding.span.start as usize).collect();
        starts.sort_unstable();
        Self { starts, wholly: matches!(care, Care::Whole | Care::All) }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Whether one lies in a stretch or at its end.
    pub fn touch(&self, span: &Range<usize>) -> bool {
        let first = self.starts.partition_point(|start| *start < span.start);
        self.starts.get(first).is_some_and(|start| *start <= span.end)
    }

    /// Whether one lies in the words of a clause, or between them and its body.
    pub fn touch_words(&self, clause: &Clause) -> bool {
        let end = clause.body.as_ref().map_or(clause.head.end, |body| body.span.start);
        self.touch(&(clause.head.start..end))
    }
}

/// For each part of a file whether it is left as it is.
pub fn parts(text: &str, parts: &[Part], mistakes: &Mistakes) -> Vec<bool> {
    let mut left: Vec<bool> = parts.iter().map(|part| is_left(text, part, mistakes)).collect();
    // A text that does not end goes on to the next line that looks like a declaration, which has to go on looking so.
    for index in 1..parts.len() {
        left[index] |= has_open_text(&parts[index - 1]);
    }
    // What shares a line with a part that is left cannot be moved away from it.
    for index in 1..parts.len() {
        left[index] |= left[index - 1] && share_a_line(text, &parts[index - 1], &parts[index]);
    }
    for index in (1..parts.len()).rev() {
        left[index - 1] |= left[index] && share_a_line(text, &parts[index - 1], &parts[index]);
    }
    for index in 1..parts.len() {
        left[index] |= left[index - 1] && share_a_line(text, &parts[index - 1], &parts[index]);
    }
    left
}

fn is_left(text: &str, part: &Part, mistakes: &Mistakes) -> bool {
    match part {
        Part::Comment(_) => false,
        Part::Table(_) | Part::Stray(_) => true,
        Part::Clause(clause) => {
            keyword(&text[clause.head.clone()]).is_none()
                || mistakes.touch_words(clause)
                || mistakes.wholly && mistakes.touch(&clause.span())
                || is_fixed(text, clause, mistakes)
        }
    }
}

/// Whether a text in a part does not end.
fn has_open_text(part: &Part) -> bool {
    match part {
        Part::Comment(_) | Part::Table(_) => false,
        // What a stray brace holds is not known.
        Part::Stray(_) => true,
        Part::Clause(clause) => {
            clause.open_text || clause.body.as_ref().is_some_and(|body| body.parts.iter().any(has_open_text))
        }
    }
}

/// Whether a clause, or something in its body, keeps the whole from being moved.
fn is_fixed(text: &str, clause: &Clause, mistakes: &Mistakes) -> bool {
    if clause.open_text || joins_or_goes_on(&text[clause.head.clone()]) {
        return true;
    }
    let Some(body) = &clause.body else { return false };
    !body.closed
        || body.parts.iter().any(|part| match part {
            Part::Comment(_) => false,
            Part::Stray(_) => true,
            Part::Table(table) => mistakes.touch(&table.span) && !has_lines_of_its_own(text, &table.span),
            Part::Clause(inner) => {
                is_fixed(text, inner, mistakes)
                    || mistakes.touch_words(inner) && !has_lines_of_its_own(text, &inner.span())
            }
        })
}

/// Whether the words would run together with the line before or behind them if a semicolon between were taken away.
fn joins_or_goes_on(words: &str) -> bool {
    let end = words.len() - words.trim_end().len();
    let first = words.split(|c: char| c.is_whitespace() || c == '"' || c == '(').next().unwrap_or("");
    JOINING.contains(&first) || first.ends_with(':') || words[..words.len() - end].ends_with(',')
}

/// Whether nothing but a comment or a semicolon stands on the lines of a stretch beside it.
fn has_lines_of_its_own(text: &str, span: &Range<usize>) -> bool {
    let lines = whole_lines(text, span);
    let behind = text[span.end..lines.end].trim_start_matches([' ', '\t', ';']);
    text[lines.start..span.start].trim().is_empty() && (behind.is_empty() || behind.starts_with('#'))
}

/// The lines that a stretch lies on, without the last line end.
pub fn whole_lines(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |length| span.end + length);
    start..end
}

/// Whether no line ends between two parts.
pub fn share_a_line(text: &str, before: &Part, after: &Part) -> bool {
    !text[before.span().end..after.span().start].contains('\n')
}

/// The keyword of a declaration, with the audience before it if there is one, as a number of tokens.
pub fn keyword(words: &str) -> Option<(&'static str, usize)> {
    let known =
        |word: &str| Declaration::KEYWORDS.iter().chain(&["use"]).copied().find(|known| *known == word);
    let mut all = tokens_of_start(words);
    let first = all.next()?;
    if let Some(keyword) = known(first) {
        return Some((keyword, 1));
    }
    if !first.starts_with(char::is_alphabetic) {
        return None;
    }
    known(all.next()?).map(|keyword| (keyword, 2))
}

fn tokens_of_start(words: &str) -> impl Iterator<Item = &str> {
    // Two words are enough, and no clause needs to be read wholly for them.
    let end = words.char_indices().nth(200).map_or(words.len(), |(at, _)| at);
    tokens(&words[..end]).into_iter().filter(|token| token.kind == Kind::Word).map(|token| token.text).take(2)
}
