//! The words of a duty or of an item that begin with the number or the sign of a list from which they were pasted:
//! `we will "1. answer you"`.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::DutyItem;
use crate::value::Text;

/// Signs of lists, which stand before a blank. A `*` may be that of a footnote: `* required fields`.
const SIGNS: [char; 13] = ['-', '–', '—', '•', '·', '▪', '◦', '‣', '●', '○', '■', '□', '\u{f0b7}'];

/// Looks at the words of all duties and of their items, in each language.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let first = program.policy.first_language();
    for duty in program.duties() {
        look(&duty.text, first, findings);
        of_items(&duty.items, first, findings);
    }
}

fn of_items(items: &[DutyItem], first: &str, findings: &mut Vec<Diagnostic>) {
    for item in items {
        if let Some(title) = &item.clause.title {
            look(title, first, findings);
        }
        of_items(&item.items, first, findings);
    }
}

fn look(text: &Text, first: &str, findings: &mut Vec<Diagnostic>) {
    for (language, piece) in text.in_languages(first) {
        let Some((mark, through)) = mark(language, &piece.content) else { continue };
        let written = piece.content.get(..mark).unwrap_or_default();
        findings.push(
            Diagnostic::new(
                &registry::NUMBERED_TEXT,
                piece.place(0..mark),
                format!("`{written}` stands before words that get a place in a list of their own"),
            )
            .label("pasted from a list?")
            .help("leave it out; what stands below one another is made a list when the document is made")
            .fix(format!("leave `{written}` out"), true, piece.place(0..through), ""),
        );
    }
}

/// How long the number or the sign is that a text begins with, and the same with the blanks behind it.
fn mark(language: &str, text: &str) -> Option<(usize, usize)> {
    let length = begins(language, text)?;
    let words = text[length..].trim_start();
    // `3.5 hours` is a figure, and what touches the words belongs to them.
    let parted = words.len() < text.len() - length && words.starts_with(char::is_alphabetic);
    (parted && !is_list(text)).then_some((length, text.len() - words.len()))
}

/// Whether a text has the number or the sign of a list in further lines, so that it is a list of its own.
fn is_list(text: &str) -> bool {
    // `2.` begins an item here in every language.
    let item = |line: &str| line.starts_with(['*', '+']) || begins("en", line).is_some();
    text.lines().skip(1).any(|line| item(line.trim_start()))
}

fn begins(language: &str, text: &str) -> Option<usize> {
    sign(text).or_else(|| number(language, text))
}

fn sign(text: &str) -> Option<usize> {
    text.chars().next().filter(|first| SIGNS.contains(first)).map(char::len_utf8)
}

/// `1.`, `2)`, `(3)`, `a)`, `(b)`, `iv)`, `1.2.3.`. A capital with a full stop may be the first letter of a name, figures with
/// nothing behind them may be a version, a date or an address, `(c)` is a mark, and in German and others `2. Mahnung` is the
/// second one and `1.3.` a date.
fn number(language: &str, text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let rest = &text[open..];
    let counts = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let figures = &rest[..counts];
    let closed = |at: usize| rest[at..].starts_with(')').then_some(open + at + 1);
    if figures.starts_with(|c: char| c.is_ascii_digit()) && figures.split('.').all(|figure| figure.len() < 4)
    {
        let marked = figures.ends_with('.') && !super::has_ordinals_with_stops(language);
        return closed(counts).or_else(|| (marked && open == 0).then_some(counts));
    }
    let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..letters];
    let counts = letters == 1 || (2..5).contains(&letters) && word.bytes().all(|byte| b"ivx".contains(&byte));
    if counts && !(open == 1 && word.eq_ignore_ascii_case("c")) { closed(letters) } else { None }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn marks_of_lists_are_told_from_words_and_figures() {
        for (text, length, through) in [
            ("1. answer you", 2, 3),
            ("12.  answer", 3, 5),
            ("2) answer", 2, 3),
            ("(3) answer", 3, 4),
            ("a) answer", 2, 3),
            ("(b) answer", 3, 4),
            ("iv) answer", 3, 4),
            ("1.2.3. answer", 6, 7),
            ("1.2) answer", 4, 5),
            ("c) answer", 2, 3),
            ("1. answer\nand ask", 2, 3),
            ("• answer", 3, 4),
            ("- answer", 1, 2),
        ] {
            assert_eq!(mark("en", text), Some((length, through)), "{text}");
        }
        for text in [
            "answer you",
            "24 hours a day answer",
            "3.5 hours of advice",
            "A. Smith answers",
            "1.",
            "(free of charge) answer",
            "i) ",
            "-answer",
            "2026 brings",
            "(2026) brings",
            "4.2.1 and later",
            "10.0.1 or newer",
            "1.3.2026 in Munich",
            "10.0.0.1 of the gateway",
            "1.0.2 release notes be kept",
            "(c) Northwind",
            "(C) Northwind",
            "* required fields",
            "1. a\n2. b",
            "1) a\n  2) 24 hours",
            "- a\n- b",
            "1. a\n* b",
            "§ 3 holds",
            "",
        ] {
            assert_eq!(mark("en", text), None, "{text}");
        }
        for text in ["2. Mahnung schicken", "1.3. geschlossen", "1) a\n2. b"] {
            assert_eq!(mark("de", text), None, "{text}");
        }
        assert_eq!(mark("de-AT", "2) antworten"), Some((2, 3)));
    }
}
