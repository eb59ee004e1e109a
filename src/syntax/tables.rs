//! Rows of tables: split into cells, and put together under their header.
//!
//! In: the lines of a table. Out: a table with as many cells in each row as in its header; and findings about rows of another
//! length, a header without its line of dashes, and cells that say nothing.

use super::ast::{Cell, Table};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};

/// Splits a row at its bars, with room for so many cells; a bar inside quotes does not count.
pub(super) fn split(file: FileId, row: &str, offset: usize, room: usize) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(room);
    let mut start = 1;
    let mut quoted = false;
    let row = row.trim_end();
    let mut at = 1;
    while let Some(byte) = row.as_bytes().get(at) {
        if *byte == b'"' {
            quoted = !quoted;
        } else if *byte == b'|' && !quoted {
            cells.push(trimmed(file, row, start, at, offset));
            start = at + 1;
        }
        at += 1;
    }
    // The last bar may be left out.
    if !row[start.min(row.len())..].trim().is_empty() {
        cells.push(trimmed(file, row, start, row.len(), offset));
    }
    cells
}

fn trimmed(file: FileId, row: &str, start: usize, end: usize, offset: usize) -> Cell {
    // Nearly always one blank stands on each side.
    let bytes = row.as_bytes();
    let first = if bytes.get(start) == Some(&b' ') && start < end { start + 1 } else { start };
    let last = if first < end && bytes.get(end - 1) == Some(&b' ') { end - 1 } else { end };
    let (mut text, mut at) = (&row[first..last], first);
    if !(text.starts_with(|c: char| c.is_ascii_graphic()) && text.ends_with(|c: char| c.is_ascii_graphic())) {
        let slice = text;
        text = slice.trim();
        at += slice.len() - slice.trim_start().len();
    }
    // An empty cell is marked by the blanks between its bars.
    let span = if text.is_empty() {
        Span::new(file, offset + start, offset + end)
    } else {
        Span::new(file, offset + at, offset + at + text.len())
    };
    Cell { text: text.into(), span }
}

/// The quote of a text in a row that does not end.
pub(super) fn open_quote(file: FileId, row: &str, offset: usize) -> Option<Span> {
    let mut quotes = memchr::memchr_iter(b'"', row.as_bytes());
    let mut open = None;
    while let Some(at) = quotes.next() {
        open = Some(at).filter(|_| quotes.next().is_none());
    }
    open.map(|at| Span::new(file, offset + at, offset + at + 1))
}

/// Makes a table of rows: the second row is the rule under the header, rows must be as long as the header, and no cell is
/// empty. A table without its rule is read as if it had one; `indent` is what its header stands behind.
pub(super) fn table(
    rows: Vec<(Vec<Cell>, Span)>,
    span: Span,
    indent: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Table> {
    let is_rule = |cells: &[Cell]| !cells.is_empty() && cells.iter().all(|cell| is_dashes(&cell.text));
    let mut rows = rows.into_iter().peekable();
    let (header, header_span) = rows.next()?;
    if header.is_empty() || is_rule(&header) {
        findings.push(no_header(header_span, false));
        return None;
    }
    let mut first = None;
    if let Some((cells, row)) = rows.next_if(|(cells, _)| is_rule(cells)) {
        findings.extend(other_dashes(&cells, row, &header));
    } else {
        first = rows.next();
        if let (Some((_, row)), Some(_)) = (&first, rows.next_if(|(cells, _)| is_rule(cells))) {
            let cells = first.as_ref().map_or(&[][..], |(cells, _)| cells);
            findings.push(second_header(cells, *row, header_span));
            first = None;
        } else if is_row(&header) {
            findings.push(no_header(header_span, true));
            return None;
        } else {
            let rule = rule_under(&header);
            findings.push(
                Diagnostic::new(
                    &registry::TABLE_FORM,
                    header_span,
                    "the header of this table has no line under it",
                )
                .label("a line of dashes belongs under it")
                .fix(
                    format!("put `{rule}` under the header"),
                    true,
                    header_span.after(),
                    format!("\n{indent}{rule}"),
                ),
            );
        }
    }
    let named: Vec<bool> = header.iter().enumerate().map(|(at, cell)| titled(at, cell, findings)).collect();
    let columns = header.len();
    let header = under_names(header, &named);
    let mut kept = Vec::new();
    for (cells, row_span) in first.into_iter().chain(rows) {
        if is_rule(&cells) {
            findings.push(
                Diagnostic::new(
                    &registry::TABLE_FORM,
                    row_span,
                    "a table has one line of dashes, under its header",
                )
                .label("this line is one too many")
                .related(header_span, "the header is here"),
            );
            continue;
        }
        if cells.len() != columns {
            findings.push(ragged(&cells, row_span, columns, header_span));
            continue;
        }
        let mut cells = under_names(cells, &named);
        for cell in &mut cells {
            if !filled(cell, findings) {
                // What is not there is not known, and the rest of the row is.
                cell.text = "?".into();
            }
        }
        kept.push(cells);
    }
    // Without its first column nothing says what the rows are for.
    named.first().is_some_and(|first| *first).then_some(Table { header, rows: kept, span })
}

/// A table that begins with its line of dashes, or with its first row.
fn no_header(place: Span, row: bool) -> Diagnostic {
    let finding = Diagnostic::new(&registry::TABLE_FORM, place, "this table has no header");
    if row {
        return finding.label("the first line names the columns, and this one is a row").help(
            "write a line such as `| severity | first-response |` above it, and a line of dashes between the two",
        );
    }
    finding
        .label("the first line names the columns")
        .help("write a line such as `| severity | first-response |`, and a line of dashes under it")
}

/// Whether the first line of a table without a line of dashes is a row: dashes under it would make names of its figures.
/// Numbers in a header are the values of a fact, which its first cell names: `term by plan`, or `plan` above lengths of time.
fn is_row(header: &[Cell]) -> bool {
    let Some((first, rest)) = header.split_first() else { return false };
    let names_fact = first.text.contains(" by ") || FACTS.contains(&first.text.to_lowercase().as_str());
    !names_fact && !rest.is_empty() && rest.iter().all(|cell| is_value(&cell.text))
}

/// Facts that the first column of a table may be about, without being declared.
const FACTS: [&str; 10] =
    ["plan", "severity", "priority", "channel", "kind", "region", "language", "product", "release", "term"];

/// Whether a cell has a figure, or one of the words that stand in the place of one.
fn is_value(text: &str) -> bool {
    let plain = text.to_lowercase();
    text.contains(|c: char| c.is_ascii_digit())
        || matches!(plain.as_str(), "yes" | "no" | "none" | "unlimited" | "best effort" | "?")
}

/// A line between the header and the line of dashes under it; one with data is not taken out.
fn second_header(cells: &[Cell], row: Span, header: Span) -> Diagnostic {
    let finding = Diagnostic::new(&registry::TABLE_FORM, row, "the header of a table is one line")
        .label("this is a second one")
        .related(header, "the first one");
    if cells.iter().any(|cell| is_value(&cell.text)) {
        return finding.help("if it is a row, put it under the line of dashes");
    }
    finding.help("say it in the first line, or in a `note`").fix("take this line out", false, row, "")
}

/// The cells of the columns that have a name in the header, so that one without a name does not hide the others.
fn under_names(cells: Vec<Cell>, named: &[bool]) -> Vec<Cell> {
    if named.iter().all(|named| *named) {
        return cells;
    }
    cells.into_iter().zip(named).filter(|(_, named)| **named).map(|(cell, _)| cell).collect()
}

/// A row with more or fewer cells than the header.
fn ragged(cells: &[Cell], row: Span, columns: usize, header: Span) -> Diagnostic {
    let counted = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    let message = format!("this row has {}, and the header has {columns}", counted(cells.len()));
    let missing = columns.saturating_sub(cells.len());
    let (place, label) = match (cells.get(columns), cells.last()) {
        (Some(first), Some(last)) if cells.len() == columns + 1 => {
            (first.span.to(last.span), "a cell too many".to_owned())
        }
        (Some(first), Some(last)) => (first.span.to(last.span), "cells too many".to_owned()),
        _ if missing == 1 => (row.after(), "a cell is missing".to_owned()),
        _ => (row.after(), format!("{missing} cells are missing")),
    };
    Diagnostic::new(&registry::TABLE_FORM, place, message).label(label).related(header, "the header is here")
}

pub(super) fn is_dashes(text: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '―' | '=' | '_' | '─' | '━');
    text.chars().all(|c| dash(c) || matches!(c, ':' | ' ' | '+')) && text.contains(dash)
}

/// The slip of a line under the header that is drawn with other signs.
fn other_dashes(cells: &[Cell], row: Span, header: &[Cell]) -> Option<Diagnostic> {
    let plain = |text: &str| text.chars().all(|c| matches!(c, '-' | ':' | ' '));
    let wrong = cells.iter().find(|cell| !plain(&cell.text))?;
    let rule = rule_under(header);
    let message = "the line under the header of a table is drawn with `-`, and with `|` between the columns";
    Some(Diagnostic::new(&registry::SLIP, wrong.span, message).label("other signs").fix(
        format!("change the line to `{rule}`"),
        true,
        row,
        rule,
    ))
}

/// The line of dashes that belongs under a header.
fn rule_under(header: &[Cell]) -> String {
    let dashes: Vec<String> =
        header.iter().map(|cell| "-".repeat(cell.text.chars().count().max(1) + 2)).collect();
    format!("|{}|", dashes.join("|"))
}

/// Whether a column has a name; what its header can say is not what its cells say.
fn titled(at: usize, cell: &Cell, findings: &mut Vec<Diagnostic>) -> bool {
    if !cell.text.is_empty() {
        return true;
    }
    let finding = Diagnostic::new(&registry::EMPTY_CELL, cell.span, "this column has no name");
    findings.push(if at == 0 {
        finding
            .label("what are its rows?")
            .help("write the fact that its rows are values of, as `severity`, `plan` or a `fact` of your own")
    } else {
        finding.label("what do its cells say?").help(
            "write the name of what its cells are, as that of a commitment or a plan. Remarks are a `note` under the table.",
        )
    });
    false
}

fn filled(cell: &Cell, findings: &mut Vec<Diagnostic>) -> bool {
    if cell.text.is_empty() {
        findings.push(
            Diagnostic::new(&registry::EMPTY_CELL, cell.span, "this cell is empty")
                .label("what does it say?")
                .help("write the figure, `none` if nothing is promised, `no` if the case cannot occur, or `?` if it is not known yet"),
        );
    }
    !cell.text.is_empty()
}
