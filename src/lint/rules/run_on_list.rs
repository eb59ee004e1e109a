//! Lines of a block that are meant as a list and are published as one paragraph, since their signs are not those of Markdown:
//! `•`, `a)`, `(1)`, or numbers that do not begin at 1.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::lint::prose::{Passage, Role};
use std::ops::Range;

/// Signs of word processors, which Markdown does not know.
const SIGNS: [char; 12] = ['•', '\u{f0b7}', '·', '▪', '◦', '‣', '●', '○', '■', '□', '–', '—'];

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// A sign, the same for each line.
    Sign(char),
    /// A number.
    Number(u32),
    /// A letter, counted from `a`.
    Letter(u32),
}

/// A line that begins with a mark.
#[derive(Debug)]
struct Line {
    mark: Mark,
    /// The mark, without the blank behind it.
    range: Range<usize>,
}

/// Looks at every block.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        if !passage.piece.block || passage.place.role == Role::Address {
            continue;
        }
        for list in lists(&passage.piece.content, &|at| spoken(passage, at)) {
            findings.push(finding(passage, &list));
        }
    }
}

/// Whether the author speaks here: what Markdown reads as the mark of an item, or as code, is no words.
fn spoken(passage: &Passage<'_>, at: usize) -> bool {
    passage.spoken.iter().any(|stretch| stretch.range.contains(&at))
}

/// Lines of one paragraph that begin with marks that follow upon each other, two at least.
fn lists(content: &str, spoken: &dyn Fn(usize) -> bool) -> Vec<Vec<Line>> {
    let mut found: Vec<Vec<Line>> = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    let mut offset = 0;
    for text in content.split_inclusive('\n') {
        let start = offset + (text.len() - text.trim_start().len());
        offset += text.len();
        let line = mark(text.trim_start(), start).filter(|line| spoken(line.range.start));
        let goes_on = |line: &Line| open.last().is_some_and(|last| follows(last.mark, line.mark));
        match line {
            Some(line) if goes_on(&line) => open.push(line),
            Some(line) => found.push(std::mem::replace(&mut open, vec![line])),
            None if text.trim().is_empty() => found.push(std::mem::take(&mut open)),
            // A line without a mark goes on with the item above it.
            None => {}
        }
    }
    found.push(open);
    found.retain(|list| list.len() > 1);
    found
}

fn follows(last: Mark, next: Mark) -> bool {
    match (last, next) {
        (Mark::Sign(one), Mark::Sign(other)) => one == other,
        (Mark::Number(one), Mark::Number(other)) | (Mark::Letter(one), Mark::Letter(other)) => {
            other == one + 1
        }
        (Mark::Sign(_) | Mark::Number(_) | Mark::Letter(_), _) => false,
    }
}

/// The mark that a line begins with, if a blank and a word stand behind it.
fn mark(line: &str, start: usize) -> Option<Line> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let bracket = line.len() - inner.len();
    let first = inner.chars().next()?;
    let (mark, length) = if SIGNS.contains(&first) && bracket == 0 {
        (Mark::Sign(first), first.len_utf8())
    } else {
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
        let closed = match inner[end..].chars().next()? {
            ')' => true,
            '.' => bracket == 0,
            _ => false,
        };
        let written = &inner[..end];
        let mark = if written.len() == 1 && first.is_ascii_lowercase() {
            Mark::Letter(u32::from(first) - u32::from('a'))
        } else {
            Mark::Number(written.parse().ok().filter(|_| end < 3)?)
        };
        closed.then_some((mark, bracket + end + 1))?
    };
    let behind = &line[length..];
    let worded = behind.starts_with(char::is_whitespace) && !behind.trim().is_empty();
    worded.then_some(Line { mark, range: start..start + length })
}

fn finding(passage: &Passage<'_>, list: &[Line]) -> Diagnostic {
    let place = |line: &Line| passage.piece.place(line.range.clone());
    let (first, second) = (place(&list[0]), place(&list[1]));
    let written = &passage.piece.content[list[0].range.clone()];
    let found = Diagnostic::new(
        &registry::RUN_ON_LIST,
        first,
        format!("lines that begin with `{written}` are published as one paragraph"),
    )
    .label("no item of a list")
    .related(second, "published on the same line");
    let is_sign = matches!(list[0].mark, Mark::Sign(_));
    // A dash may also go on with a sentence, and what is lettered may be referred to by its letter.
    let safe = match list[0].mark {
        Mark::Sign(sign) => !matches!(sign, '–' | '—'),
        Mark::Number(number) => number == 1,
        Mark::Letter(_) => false,
    };
    let edits = list.iter().zip(1..).map(|(line, at)| Edit {
        span: place(line),
        text: if is_sign { "-".to_owned() } else { format!("{at}.") },
    });
    let edits: Vec<Edit> = edits.collect();
    let (fix, help) = if is_sign {
        (Fix { title: "begin each line with `-`".to_owned(), safe, edits }, "begin each line with `-`")
    } else {
        (
            Fix { title: "number the lines `1.`, `2.` and so on".to_owned(), safe, edits },
            "number the lines `1.`, `2.` and so on, or put an empty line between them",
        )
    };
    let mut found = found.help(help);
    found.fixes.push(fix);
    found
}

#[cfg(test)]
mod tests {
    use super::lists;

    fn found(content: &str) -> Vec<usize> {
        lists(content, &|_| true).iter().map(Vec::len).collect()
    }

    #[test]
    fn marks_of_word_processors_that_follow_upon_each_other_are_a_list() {
        for (content, lengths) in [
            ("What we need:\n• one\n• two\n• three", vec![3]),
            ("a) one\nb) two, which\ngoes on\nc) three", vec![3]),
            ("(1) one\n(2) two", vec![2]),
            ("  a. one\n  b. two", vec![2]),
            ("3. one\n4. two\n\n• one\n• two", vec![2, 2]),
        ] {
            assert_eq!(found(content), lengths, "{content}");
        }
    }

    #[test]
    fn prose_that_begins_a_line_with_a_number_or_a_dash_is_no_list() {
        for content in [
            "We answer within\n24. That is all.",
            "See section\n2) and\n7) too",
            "a) one\n\nb) two",
            "• alone",
            "a word\nb word",
            "2026. That year\n2027. The next",
            "•no blank\n•behind it",
        ] {
            assert_eq!(found(content), Vec::<usize>::new(), "{content}");
        }
    }
}
