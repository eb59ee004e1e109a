//! The lines of a file that a snippet shows, made fit to print, with the marks moved along.
//!
//! In: a source and places in it. Out: a short text of whole lines (tabs widened, hidden characters by number, very long
//! lines cut around the marks, lines between far marks left out) that serves miette as its source. Lines are found
//! through the file's own index, so the cost depends on what is shown and not on the size of the file.

use std::collections::BTreeSet;
use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::escape;
use crate::source::{Source, Span};

const TAB: usize = 4;
/// Characters kept before and after each end of a mark when a line is cut.
const BEFORE: usize = 24;
const AFTER: usize = 40;
/// How far back to look for a line with something on it when the marked line is blank.
const LOOK_BACK: usize = 50;

/// A place to mark and what to say there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark<'a> {
    pub span: Span,
    pub text: &'a str,
    pub primary: bool,
}

/// A mark moved into the excerpt.
#[derive(Debug)]
pub(super) struct Label {
    pub range: Range<usize>,
    pub text: String,
    pub primary: bool,
}

/// What a snippet shows.
#[derive(Debug)]
pub(super) struct Excerpt {
    text: String,
    /// The line number (from 1) of each row; none for a row that stands for lines left out.
    pub rows: Vec<Option<usize>>,
    /// In the order in which they stand in the text.
    pub labels: Vec<Label>,
}

impl Excerpt {
    /// Takes the lines that hold the marks, each cut to about `room` characters; `dots` stands for what was cut.
    pub fn new(source: &Source, marks: &[Mark<'_>], room: usize, dots: &str) -> Self {
        let placed: Vec<(usize, Range<usize>, &Mark<'_>)> = marks
            .iter()
            .map(|mark| {
                let (line, range) = place(source, mark.span);
                (line, range, mark)
            })
            .collect();
        let mut excerpt = Self { text: String::new(), rows: Vec::new(), labels: Vec::new() };
        for row in rows(source, placed.iter().map(|(line, ..)| *line)) {
            let Some(line) = row else {
                excerpt.rows.push(None);
                excerpt.text.push('\n');
                continue;
            };
            excerpt.rows.push(Some(line + 1));
            let marks: Vec<_> = placed.iter().filter(|(at, ..)| *at == line).collect();
            let points: Vec<usize> =
                marks.iter().flat_map(|(_, range, _)| [range.start, range.end]).collect();
            let stands = push_line(&mut excerpt.text, content(source, line), &points, room, dots);
            for ((_, range, mark), ends) in marks.iter().zip(stands.chunks(2)) {
                let [start, end] = ends else { continue };
                // A mark of some width that lies in what was cut keeps at least the first dot.
                let end = if range.is_empty() { *start } else { (*end).max(start + 1) };
                excerpt.labels.push(Label {
                    range: *start..end,
                    text: super::escape(mark.text).into_owned(),
                    primary: mark.primary,
                });
            }
            excerpt.text.push('\n');
        }
        excerpt.labels.sort_by_key(|label| (label.range.start, label.range.end));
        excerpt
    }

    /// The number of the last line, which is the widest.
    pub fn last_line(&self) -> usize {
        self.rows.iter().rev().find_map(|row| *row).unwrap_or(1)
    }
}

impl SourceCode for Excerpt {
    /// Always the whole excerpt. Miette numbers rows one by one, so it is told a first line such that the last row gets
    /// its true number, and with it the right width; the renderer then writes the true number on each row.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let first = self.last_line().saturating_sub(self.rows.len());
        let whole = SourceSpan::from(0..self.text.len());
        Ok(Box::new(MietteSpanContents::new(self.text.as_bytes(), whole, first, 0, self.rows.len())))
    }
}

/// The text of a line (from 0) without its line end.
fn content(source: &Source, line: usize) -> &str {
    let text = source.text().get(source.lines().line_range(line)).unwrap_or("");
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

/// The line of a span and its range within that line; a span over several lines is marked on its first.
fn place(source: &Source, span: Span) -> (usize, Range<usize>) {
    let text = source.text();
    let start = floor(text, span.start as usize);
    let line = source.lines().line_of(start);
    let begin = source.lines().line_range(line).start;
    let content = content(source, line);
    let start_in = (start - begin).min(content.len());
    let end_in = floor(text, span.end as usize).saturating_sub(begin).clamp(start_in, content.len());
    let end_in = if span.end as usize > begin + content.len() {
        // The rest of the line is marked, but not the blanks at its end.
        content.trim_end().len().max(start_in)
    } else {
        end_in
    };
    (line, start_in..end_in)
}

fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The lines to show, in order; none stands for two or more lines left out.
fn rows(source: &Source, marked: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
    let mut lines = BTreeSet::new();
    for line in marked {
        lines.insert(line);
        if content(source, line).trim().is_empty() {
            let before = (line.saturating_sub(LOOK_BACK)..line).rev();
            lines.extend(before.into_iter().find(|&at| !content(source, at).trim().is_empty()));
        }
    }
    let mut rows: Vec<Option<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for line in lines {
        match last.map(|last| line - last) {
            Some(2) => rows.push(Some(line - 1)),
            Some(3..) => rows.push(None),
            Some(0 | 1) | None => {}
        }
        rows.push(Some(line));
        last = Some(line);
    }
    rows
}

/// Writes a line and returns where each of the points (byte offsets in the line) came to stand in `out`.
fn push_line(out: &mut String, line: &str, points: &[usize], room: usize, dots: &str) -> Vec<usize> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    let row_start = out.len();
    for kept in kept(line, points, room) {
        if kept.start > 0 {
            out.push_str(dots);
        }
        let end = kept.end;
        let begin = kept.start;
        for (at, c) in line[kept].char_indices() {
            places.push((begin + at, out.len()));
            match c {
                '\t' => {
                    let column = out[row_start..].chars().count();
                    out.extend(std::iter::repeat_n(' ', TAB - column % TAB));
                }
                c if escape::is_hidden(c) => escape::push_number(out, c),
                c => out.push(c),
            }
        }
        places.push((end, out.len()));
        if end < line.len() && !points.iter().any(|&point| point > end) {
            out.push_str(dots);
        }
    }
    points
        .iter()
        .map(|&point| {
            let at = places.partition_point(|&(byte, _)| byte < point);
            places.get(at).map_or(out.len(), |&(_, place)| place)
        })
        .collect()
}

/// The parts of a line that are shown: all of it, or what lies around the points when it is long.
fn kept(line: &str, points: &[usize], room: usize) -> Vec<Range<usize>> {
    if line.len() <= room || (line.len() <= room * 4 && line.chars().count() <= room) {
        return std::iter::once(0..line.len()).collect();
    }
    let mut points = points.to_vec();
    points.push(points.first().copied().unwrap_or(0));
    points.sort_unstable();
    let mut kept: Vec<Range<usize>> = Vec::new();
    for point in points {
        let start = line[..point].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
        let end = line[point..].char_indices().nth(AFTER).map_or(line.len(), |(at, _)| point + at);
        match kept.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            Some(_) | None => kept.push(start..end),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn shown(text: &str, start: usize, end: usize) -> (String, Range<usize>) {
        let source = Source::new("a.policy", text);
        let span = Span::new(FileId(0), start, end);
        let excerpt = Excerpt::new(&source, &[Mark { span, text: "", primary: true }], 90, "…");
        (excerpt.text.clone(), excerpt.labels[0].range.clone())
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{}WRONG{}", "a".repeat(2_500), "b".repeat(2_500));
        let (line, range) = shown(&text, 2_500, 2_505);
        assert_eq!(&line[range], "WRONG");
        assert!(line.starts_with("…aaa") && line.ends_with("bbb…\n"), "{line}");
        assert!(line.chars().count() < 90);
    }

    #[test]
    fn a_mark_over_a_long_line_keeps_both_its_ends() {
        let text = "a".repeat(5_000);
        let (line, range) = shown(&text, 0, 5_000);
        assert_eq!(range, 0..line.len() - 1);
        assert!(line.contains('…') && line.chars().count() < 90);
    }

    #[test]
    fn tabs_are_widened_and_marks_follow() {
        let (line, range) = shown("\ta\tb wrong", 5, 10);
        assert_eq!((line.as_str(), &line[range]), ("    a   b wrong\n", "wrong"));
    }

    #[test]
    fn a_span_within_a_character_is_moved_to_its_start() {
        let (line, range) = shown("é wrong", 1, 4);
        assert_eq!((line.as_str(), &line[range]), ("é wrong\n", "é w"));
    }

    #[test]
    fn a_blank_marked_line_brings_the_line_before_it() {
        let (text, range) = shown("plan basic {\n\n\n\n", 16, 16);
        assert_eq!(text, "plan basic {\n\n\n");
        assert_eq!(range, 14..14);
    }
}
