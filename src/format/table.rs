//! Tables: columns as wide as their widest cell, counted as a reader sees it.

use super::line::{Line, Role};
use crate::syntax::outline::{Table, TableLine, cells, is_rule};
use std::ops::Range;
use unicode_width::UnicodeWidthStr as _;

/// The lines of a table at an indentation.
pub fn lines(text: &str, table: &Table, indent: usize) -> Vec<Line> {
    let rows: Vec<(Row<'_>, &Range<usize>)> = table
        .lines
        .iter()
        .map(|line| match line {
            TableLine::Row(span) => (Row::Cells(cells(&text[span.clone()])), span),
            TableLine::Comment(span) => (Row::Comment(&text[span.clone()]), span),
        })
        .collect();
    let mut widths: Vec<usize> = Vec::new();
    for (row, _) in &rows {
        let Row::Cells(cells) = row else { continue };
        let counted = !is_rule(cells);
        for (index, cell) in cells.iter().enumerate() {
            if index == widths.len() {
                widths.push(1);
            }
            if counted {
                widths[index] = widths[index].max(tidy(cell).width());
            }
        }
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut end = table.span.start;
    for (row, span) in &rows {
        match row {
            Row::Cells(cells) if is_rule(cells) => {
                let dashes: Vec<String> =
                    cells.iter().zip(&widths).map(|(cell, width)| rule(cell, width + 2)).collect();
                lines.push(Line::plain(indent, format!("|{}|", dashes.join("|")), Role::Apart));
            }
            Row::Cells(cells) => lines.push(Line::plain(indent, filled(cells, &widths), Role::Apart)),
            Row::Comment(comment) => match lines.last_mut() {
                Some(line) if !text[end..span.start].contains('\n') => {
                    line.comment = Some((*comment).to_owned());
                }
                _ => lines.push(Line::plain(indent, *comment, Role::Apart)),
            },
        }
        end = span.end;
    }
    lines
}

enum Row<'t> {
    Cells(Vec<String>),
    Comment(&'t str),
}

fn filled(cells: &[String], widths: &[usize]) -> String {
    let mut text = "|".to_owned();
    for (cell, width) in cells.iter().zip(widths) {
        let cell = tidy(cell);
        let gap = width - cell.width() + 1;
        text.push(' ');
        text.push_str(&cell);
        text.extend(std::iter::repeat_n(' ', gap));
        text.push('|');
    }
    text
}

/// Dashes of a width, with the colons that were written at their ends.
fn rule(cell: &str, width: usize) -> String {
    let start = if cell.starts_with(':') { ":" } else { "" };
    let end = if cell.len() > 1 && cell.ends_with(':') { ":" } else { "" };
    format!("{start}{}{end}", "-".repeat(width - start.len() - end.len()))
}

/// A cell with single spaces between its words; a text in quotes stays as it is.
fn tidy(cell: &str) -> String {
    let mut tidy = String::with_capacity(cell.len());
    let (mut quoted, mut spaced) = (false, false);
    for c in cell.chars() {
        if matches!(c, ' ' | '\t') && !quoted {
            spaced = true;
            continue;
        }
        if std::mem::take(&mut spaced) {
            tidy.push(' ');
        }
        quoted ^= c == '"';
        tidy.push(c);
    }
    tidy
}
