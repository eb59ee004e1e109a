//! Lines of a block that are meant as a list and are published as one paragraph, since their signs are not those of Markdown:
//! `•`, `a)`, `(1)`, or numbers that do not begin at 1.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::lint::prose::{Passage, Role};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
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

/// Signs that may also go on with a sentence.
const DASHES: [Mark; 2] = [Mark::Sign('–'), Mark::Sign('—')];

/// A line that begins with a mark.
#[derive(Clone, Debug)]
struct Line {
    mark: Mark,
    /// The mark, without the blank behind it.
    range: Range<usize>,
    /// The mark with all white space before and behind it.
    whole: Range<usize>,
    /// Its number among the lines of the block.
    number: usize,
    /// How the line before it that is not empty ends; `None` at the beginning of a block.
    before: Option<char>,
    /// Whether that is the line right before it.
    within: bool,
    /// How the line ends.
    end: char,
}

/// Looks at every block.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in &context.prose().passages {
        if !passage.piece.block || passage.place.role == Role::Address {
            continue;
        }
        // What Markdown reads as the mark of an item, or as code, is no words.
        for list in lists(&passage.piece.content, &|at| passage.speaks_at(at)) {
            findings.push(finding(passage, &list));
        }
    }
}

/// Lines of one paragraph that begin with marks that follow upon each other, two at least.
fn lists(content: &str, spoken: &dyn Fn(usize) -> bool) -> Vec<Vec<Line>> {
    let mut found: Vec<Vec<Line>> = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    let (mut offset, mut before, mut within, mut broken) = (0, None, false, false);
    for (number, text) in content.split_inclusive('\n').enumerate() {
        let (start, written) = (offset, text.trim_end_matches(['\n', '\r']));
        offset += text.len();
        let end = written.trim_end().chars().next_back();
        let mark = mark(written, start).filter(|(_, range, _)| spoken(range.start));
        let line = mark.zip(end).map(|((mark, range, whole), end)| Line {
            mark,
            range,
            whole,
            number,
            before,
            within,
            end,
        });
        match line {
            // Behind a hard break a line is one of its own already.
            Some(line) if !broken && goes_on(&open, &line) => open.push(line),
            Some(line) => found.push(std::mem::replace(&mut open, vec![line])),
            None if end.is_none() => found.push(std::mem::take(&mut open)),
            // A line without a mark goes on with the item above it.
            None => {}
        }
        (before, within) = (end.or(before), end.is_some());
        broken = written.ends_with('\\') || written.ends_with("  ");
    }
    found.push(open);
    found.retain(|list| is_list(list));
    found
}

/// Whether a line is the next item: of the same sign, of the sign of an inner list, or of the number or letter that follows.
fn goes_on(open: &[Line], line: &Line) -> bool {
    match (open.last().map(|last| last.mark), line.mark) {
        (Some(Mark::Sign(_)), Mark::Sign(_)) => {
            let other = open.iter().find(|before| before.mark != open[0].mark);
            open[0].mark == line.mark || other.is_none_or(|other| other.mark == line.mark)
        }
        (Some(Mark::Number(one)), Mark::Number(next)) | (Some(Mark::Letter(one)), Mark::Letter(next)) => {
            next == one + 1
        }
        _ => false,
    }
}

/// Whether lines with marks that follow upon each other are meant as a list, and are no prose that happens to begin so.
fn is_list(list: &[Line]) -> bool {
    let [first, .., last] = list else { return false };
    let outer = list.iter().filter(|line| line.mark == first.mark).count();
    match first.mark {
        Mark::Sign(_) => {
            let dashed = list.iter().any(|line| DASHES.contains(&line.mark));
            let adjacent = last.number - first.number + 1 == list.len();
            let announced = matches!(first.before, Some(':' | '：'));
            let closed = list.iter().rev().skip(1).all(|line| matches!(line.end, ';' | '；'));
            outer > 1 && (!dashed || adjacent && (announced || closed))
        }
        // A number in the middle of a sentence refers to something: "See\n(1) and\n(2)".
        Mark::Number(number) | Mark::Letter(number) => {
            let from = u32::from(matches!(first.mark, Mark::Number(_)));
            let ended =
                first.before.is_some_and(|end| matches!(end, ':' | '：' | '.' | '。' | ';' | '!' | '?'));
            !first.within || number == from && ended
        }
    }
}

/// The mark that a line begins with, if a blank and a word stand behind it; and its place, without and with the white space
/// around it.
fn mark(written: &str, offset: usize) -> Option<(Mark, Range<usize>, Range<usize>)> {
    let line = written.trim_start();
    let start = offset + (written.len() - line.len());
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
    let words = behind.trim_start();
    let end = start + length;
    (words.len() < behind.len() && !words.is_empty())
        .then(|| (mark, start..end, offset..end + behind.len() - words.len()))
}

fn finding(passage: &Passage<'_>, list: &[Line]) -> Diagnostic {
    let place = |line: &Line| passage.piece.place(line.range.clone());
    let (first, second) = (place(&list[0]), place(&list[1]));
    let content = passage.piece.content.as_str();
    let is_sign = matches!(list[0].mark, Mark::Sign(_));
    // A dash may also go on with a sentence, and what is lettered may be referred to by its letter.
    let safe = match list[0].mark {
        Mark::Sign(_) => !list.iter().any(|line| DASHES.contains(&line.mark)),
        Mark::Number(number) => number == 1,
        Mark::Letter(_) => false,
    };
    let help = if is_sign {
        "begin each line with `-`, or put an empty line between them"
    } else {
        "number the lines `1.`, `2.` and so on, or put an empty line between them"
    };
    let mut found = Diagnostic::new(
        &registry::RUN_ON_LIST,
        first,
        format!("lines that begin with `{}` are published as one paragraph", &content[list[0].range.clone()]),
    )
    .label("no item of a list")
    .related(second, "published on the same line")
    .help(help);
    if let Some(edits) = edits(content, list) {
        let edit = |(range, text): (Range<usize>, String)| Edit { span: passage.piece.place(range), text };
        let edits = edits.into_iter().map(edit).collect();
        found.fixes.push(if is_sign {
            Fix { title: "begin each line with `-`".to_owned(), safe, edits }
        } else {
            Fix { title: "number the lines `1.`, `2.` and so on".to_owned(), safe, edits }
        });
    }
    found
}

/// What makes items of the lines and of nothing else, if anything simple does: marks of Markdown where the lines stand, or,
/// where a line stands too far in for that, at its beginning.
fn edits(content: &str, list: &[Line]) -> Option<Vec<(Range<usize>, String)>> {
    let written = |flush: bool| -> Vec<(Range<usize>, String)> {
        let one = |(line, at): (&Line, u32)| {
            let inner = line.mark != list[0].mark && matches!(line.mark, Mark::Sign(_));
            let start = if flush { line.whole.start } else { line.range.start };
            let column = |line: &Line| line.range.start - line.whole.start;
            // An inner item stands further in than an outer one.
            let pushed = inner && (flush || column(line) < column(&list[0]) + 2);
            let sign = match line.mark {
                Mark::Sign(_) if pushed => "  - ".to_owned(),
                Mark::Sign(_) => "- ".to_owned(),
                Mark::Number(_) | Mark::Letter(_) => format!("{at}. "),
            };
            (start..line.whole.end, sign)
        };
        list.iter().zip(1..).map(one).collect()
    };
    [written(false), written(true)].into_iter().find(|edits| makes_items(content, list, edits))
}

/// Whether edits add the items of a list, one list for each level, and no other block.
fn makes_items(content: &str, list: &[Line], edits: &[(Range<usize>, String)]) -> bool {
    let (mut text, mut at, mut items) = (String::new(), 0, Vec::new());
    for (range, sign) in edits {
        text.push_str(&content[at..range.start]);
        // Blanks before a sign are no part of its item.
        items.push(text.len() + sign.len() - sign.trim_start().len());
        text.push_str(sign);
        at = range.end;
    }
    text.push_str(&content[at..]);
    let (before, after) = (Shape::of(content), Shape::of(&text));
    let inner = |line: &Line| matches!(line.mark, Mark::Sign(_)) && line.mark != list[0].mark;
    let nested = list.windows(2).filter(|pair| inner(&pair[1]) && !inner(&pair[0])).count();
    let depth = |start: &usize| after.items.iter().find(|item| item.0 == *start).map(|item| item.1);
    let depths: Option<Vec<usize>> = items.iter().map(depth).collect();
    let Some(depths) = depths else { return false };
    let level = |line: &Line| depths[0] + usize::from(inner(line));
    after.items.len() == before.items.len() + list.len()
        && after.lists == before.lists + 1 + nested
        && after.others == before.others
        && depths.iter().zip(list).all(|(depth, line)| *depth == level(line))
}

/// What blocks a text of Markdown has.
struct Shape {
    /// Where items begin, and within how many lists.
    items: Vec<(usize, usize)>,
    lists: usize,
    /// Headings, code, tables, quotations and rules.
    others: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        let (mut shape, mut depth) = (Self { items: Vec::new(), lists: 0, others: 0 }, 0_usize);
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(Tag::List(_)) => {
                    shape.lists += 1;
                    depth += 1;
                }
                Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
                Event::Start(Tag::Item) => {
                    // Blanks before the sign may be counted to the item.
                    let item = text.get(range.clone()).unwrap_or("");
                    let blanks = item.len() - item.trim_start_matches(' ').len();
                    shape.items.push((range.start + blanks, depth));
                }
                Event::Start(
                    Tag::Heading { .. }
                    | Tag::CodeBlock(_)
                    | Tag::BlockQuote(_)
                    | Tag::HtmlBlock
                    | Tag::Table(_)
                    | Tag::TableCell,
                )
                | Event::Rule => shape.others += 1,
                _ => {}
            }
        }
        shape
    }
}

#[cfg(test)]
mod tests {
    use super::{edits, lists};

    fn found(content: &str) -> Vec<usize> {
        lists(content, &|_| true).iter().map(Vec::len).collect()
    }

    /// The text with the edits of its only list.
    fn mended(content: &str) -> Option<String> {
        let list = lists(content, &|_| true).pop().expect("a list");
        let mut text = content.to_owned();
        for (range, sign) in edits(content, &list)?.into_iter().rev() {
            text.replace_range(range, &sign);
        }
        Some(text)
    }

    #[test]
    fn marks_of_word_processors_that_follow_upon_each_other_are_a_list() {
        for (content, lengths) in [
            ("What we need:\n• one\n• two\n• three", vec![3]),
            ("a) one\nb) two, which\ngoes on\nc) three", vec![3]),
            ("(1) one\n(2) two", vec![2]),
            ("  a. one\n  b. two", vec![2]),
            ("3. one\n4. two\n\n• one\n• two", vec![2, 2]),
            ("• one\n◦ two\n• three\n◦ four", vec![4]),
            ("Tell us:\n– one\n– two", vec![2]),
            ("– one;\n– two", vec![2]),
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
            "• alone\n◦ with another",
            "a word\nb word",
            "2026. That year\n2027. The next",
            "•no blank\n•behind it",
            "See (1)\n(2) and\n(3) below.",
            "See\n(1) and\n(2) below.",
            "We say:\n(3) one\n(4) two",
            "We answer\n– as we said\n– at once.",
            "We answer:\n– as we said,\nagain\n– at once.",
            "Tell us:  \n• one  \n• two",
            "Tell us:\\\n• one\\\n• two",
        ] {
            assert_eq!(found(content), Vec::<usize>::new(), "{content}");
        }
    }

    #[test]
    fn edits_make_items_or_there_are_none() {
        for (content, after) in [
            ("Tell us:\n• one\n• two", Some("Tell us:\n- one\n- two")),
            ("Tell us:\n  • one\n  goes on\n  • two", Some("Tell us:\n  - one\n  goes on\n  - two")),
            ("Tell us:\n    • one\n    • two", Some("Tell us:\n- one\n- two")),
            ("•\u{a0}one\n•\u{2003}two", Some("- one\n- two")),
            ("(1)      one\n(2)\ttwo", Some("1. one\n2. two")),
            ("• a\n◦ x\n• b\n◦ y", Some("- a\n  - x\n- b\n  - y")),
            ("• a\n  ◦ x\n• b\n  ◦ y", Some("- a\n  - x\n- b\n  - y")),
            // These would become a heading, a quotation, and items of the list above.
            ("• # one\n• two", None),
            ("• > one\n• two", None),
            ("- one\n\n• two\n• three", None),
        ] {
            assert_eq!(mended(content).as_deref(), after, "{content}");
        }
    }
}
