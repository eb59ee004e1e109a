//! Cells of tables: split from their rows, and read as the type that their column asks for.
//!
//! In: the rows of a table. Out: a table with as many cells in each row as in its header, and, on demand, the value of a
//! cell. Which type a column asks for is known only when names are looked up.

mod behind;

use super::ast::{Cell, Table};
use super::build::{amounts, dates, durations};
use super::grammar::{Builder, Built, Pair, R, whole};
use super::holes;
use super::messages;
use super::scan::{self, Scan};
use super::slips::{self, Mended};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::{FileId, Span};
use crate::value::{Amount, Decimal, Duration, Figure, Name, PhaseDates, Quantity};
use behind::{day_and_night, half_read, left_over, needless_clock};

/// A word of a label: a value by its name, a release, a term, a number, or everything else.
#[derive(Clone, Debug)]
pub enum LabelWord {
    /// A name.
    Name(Name),
    /// A text in quotes, as of a release.
    Text(String, Span),
    /// A length of time, as of a contract.
    Duration(Duration),
    /// A number.
    Number(Decimal, Span),
    /// `yes` or `no`.
    Bool(bool, Span),
    /// `any`: the fact does not matter.
    Any(Span),
    /// `other`: every value not named in the column.
    Other(Span),
}

impl LabelWord {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Duration(duration) => duration.span,
            Self::Text(_, span)
            | Self::Number(_, span)
            | Self::Bool(_, span)
            | Self::Any(span)
            | Self::Other(span) => *span,
        }
    }
}

/// A header cell: what the column holds, and the fact that a matrix runs over.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its words.
    pub words: Vec<LabelWord>,
    /// `by plan`.
    pub by: Option<Name>,
}

/// What a cell grants.
#[derive(Clone, Debug)]
pub enum GrantCell {
    /// `yes`.
    Yes,
    /// `no`.
    No,
    /// `?`.
    Unfilled,
    /// A limit, and whether what is not used lapses.
    Quantity(Quantity, bool),
}

/// What a cell says, and what is wrong with it: nothing, a slip beside the value that is meant, or a mistake that leaves no
/// value.
#[derive(Debug)]
pub struct Read<T> {
    /// The value, if there is one.
    pub value: Option<T>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

impl<T> Read<T> {
    fn found(value: T) -> Self {
        Self { value: Some(value), findings: Vec::new() }
    }

    fn of(built: Built<T>) -> Self {
        match built {
            Ok(value) => Self::found(value),
            Err(finding) => Self { value: None, findings: vec![*finding] },
        }
    }
}

/// What a cell says, read by hand if that is enough.
fn quick<T>(cell: &Cell, read: impl FnOnce(&Builder, &str) -> Scan<T>) -> Option<T> {
    let builder = Builder::new(cell.span.file, cell.span.start as usize);
    read(&builder, &cell.text).ok().map(|(found, _)| found)
}

fn read<T>(
    cell: &Cell,
    rule: R,
    expected: &str,
    build: impl FnOnce(&mut Builder, Pair<'_>) -> Built<T>,
) -> Read<T> {
    if let Some(pair) = whole(rule, &cell.text) {
        let mut builder = Builder::new(cell.span.file, cell.span.start as usize);
        return Read::of(build(&mut builder, pair));
    }
    // A part that is not known yet leaves the whole unknown.
    let with_holes = |text: &str| holes::is_whole(rule, text).then(|| whole(rule, "?")).flatten();
    if let Some(pair) = with_holes(&cell.text) {
        return Read::of(build(&mut Builder::at(cell.span), pair));
    }
    if (holes::open(&cell.text).next().is_some() || slips::is_open(&cell.text))
        && let Some(finding) = messages::nameless(rule, cell)
    {
        return Read { value: None, findings: vec![finding] };
    }
    // A slip is named as what it is, and read as what is meant.
    if let Some(Mended { meant, finding }) = slips::of_cell(rule, &cell.text, cell.span) {
        let pair = meant.as_deref().and_then(|meant| whole(rule, meant).or_else(|| with_holes(meant)));
        let Some(pair) = pair else {
            let half = meant.and_then(|meant| half_read(rule, cell, &finding, meant));
            return Read { value: None, findings: vec![half.unwrap_or(*finding)] };
        };
        return match build(&mut Builder::at(cell.span), pair) {
            Ok(value) => Read { value: Some(value), findings: vec![*finding] },
            // In its right form it is still wrong, which is said instead.
            Err(wrong) => Read { value: None, findings: vec![*wrong] },
        };
    }
    if let Some(read) = day_and_night(rule, &cell.text)
        && let Some(pair) = whole(rule, read)
        && let Ok(value) = build(&mut Builder::at(cell.span), pair)
    {
        return Read { value: Some(value), findings: vec![needless_clock(cell, read)] };
    }
    if let Some(finding) = left_over(rule, cell) {
        return Read { value: None, findings: vec![finding] };
    }
    let finding = messages::wrong_cell(rule, cell, expected);
    Read { value: None, findings: vec![finding] }
}

/// A header cell.
pub fn header(cell: &Cell) -> Read<Header> {
    quick(cell, scan::header).map_or_else(|| header_by_grammar(cell), Read::found)
}

pub(super) fn header_by_grammar(cell: &Cell) -> Read<Header> {
    read(cell, R::header, "a name, values of a fact, or `… by …`", |b, pair| {
        let mut header = Header { words: Vec::new(), by: None };
        for part in pair.into_inner() {
            match part.as_rule() {
                R::labels => header.words = words(b, part)?,
                R::name => header.by = Some(b.name(&part)),
                _ => {}
            }
        }
        Ok(header)
    })
}

/// `any` or `other`, for another word that people write for it where nothing is called so.
pub fn every_or_rest(word: &str) -> Option<&'static str> {
    slips::every_or_rest(&word.to_lowercase())
}

/// The days of the week that a name means, in any language that people mix in: `sunday`, `lun-vie`.
pub fn weekdays_called(name: &str) -> Option<String> {
    slips::weekdays_called(name)
}

/// The slip of a name that means that nothing is known yet, as `tbd`.
pub fn not_known_yet(name: &Name) -> Option<Diagnostic> {
    slips::is_no_name(name.as_str()).then(|| slips::stands_for_mark(name.as_str(), name.span))
}

/// The number that a name says, as `two`.
pub fn number_called(name: &Name) -> Option<u32> {
    slips::in_words(name.as_str())
}

/// A label in a key column.
pub fn labels(cell: &Cell) -> Read<Vec<LabelWord>> {
    quick(cell, scan::labels).map_or_else(|| labels_by_grammar(cell), Read::found)
}

pub(super) fn labels_by_grammar(cell: &Cell) -> Read<Vec<LabelWord>> {
    read(cell, R::labels, "a value, a list of values, `other` or `any`", |b, pair| words(b, pair))
}

fn words(b: &Builder, pair: Pair<'_>) -> Built<Vec<LabelWord>> {
    let mut words = Vec::new();
    for part in pair.into_inner() {
        let span = b.span(&part);
        match part.as_rule() {
            R::any => words.push(LabelWord::Any(span)),
            R::other => words.push(LabelWord::Other(span)),
            _ => {
                let Some(inner) = part.into_inner().next() else { continue };
                words.push(match inner.as_rule() {
                    R::duration => LabelWord::Duration(durations::duration(b, inner)?),
                    R::number => LabelWord::Number(durations::number(b, &inner)?, span),
                    R::yes => LabelWord::Bool(true, span),
                    R::no => LabelWord::Bool(false, span),
                    R::value_text => LabelWord::Text(inner.as_str().trim_matches('"').to_owned(), span),
                    _ => LabelWord::Name(b.name(&inner)),
                });
            }
        }
    }
    Ok(words)
}

/// A promise.
pub fn figure(cell: &Cell) -> Read<Figure> {
    quick(cell, scan::figure).map_or_else(|| figure_by_grammar(cell), Read::found)
}

pub(super) fn figure_by_grammar(cell: &Cell) -> Read<Figure> {
    let expected = "a promise such as `4 business hours`, `best effort` or `none`";
    read(cell, R::figure, expected, |b, pair| durations::figure(b, pair))
}

/// A price.
pub fn amount(cell: &Cell) -> Read<Amount> {
    read(cell, R::amount, "an amount such as `EUR 150` or `20% of licence-fee`", |b, pair| {
        amounts::amount(b, pair)
    })
}

/// A grant.
pub fn grant(cell: &Cell) -> Read<GrantCell> {
    read(cell, R::grant, "`yes`, `no` or a limit such as `up to 10 per year`", |b, pair| {
        let Some(inner) = pair.into_inner().next() else { return Ok(GrantCell::Unfilled) };
        Ok(match inner.as_rule() {
            R::yes => GrantCell::Yes,
            R::no => GrantCell::No,
            R::quantity => {
                let (quantity, lapses) = amounts::quantity(b, inner)?;
                GrantCell::Quantity(quantity, lapses)
            }
            _ => GrantCell::Unfilled,
        })
    })
}

/// Names, joined by commas.
pub fn names(cell: &Cell) -> Read<Vec<Name>> {
    read(cell, R::names, "a name or several names", |b, pair| {
        Ok(pair.into_inner().map(|part| b.name(&part)).collect())
    })
}

/// The dates of a phase.
pub fn phase(cell: &Cell) -> Read<PhaseDates> {
    let expected = "a span such as `2024-04-01..2026-03-31`, `until` and a date, or `from then on`";
    let mut read = read(cell, R::phase_dates, expected, |b, pair| dates::phase_dates(b, pair));
    for finding in read.findings.iter_mut().filter(|finding| finding.code == &registry::WRONG_CELL) {
        let help = "write the first and the last day, or `until` and the last day; `from 2026-01-01 on` or `from then on` if it has no end. Write `no` if the release never has this phase, and `?` while it is not known";
        finding.help.get_or_insert_with(|| help.to_owned());
    }
    read
}

/// A share.
pub fn share(cell: &Cell) -> Read<Decimal> {
    read(cell, R::share, "a share such as `99.9%`", |b, pair| durations::share(b, pair))
}

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
        findings.push(
            Diagnostic::new(&registry::TABLE_FORM, header_span, "this table has no header")
                .label("the first line names the columns")
                .help("write a line such as `| severity | first-response |`, and a line of dashes under it"),
        );
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
    let named: Vec<bool> = header.iter().map(|cell| filled(cell, findings)).collect();
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

/// A line between the header and the line of dashes under it; one with data is not taken out.
fn second_header(cells: &[Cell], row: Span, header: Span) -> Diagnostic {
    let value = |text: &str| {
        let plain = text.to_lowercase();
        text.contains(|c: char| c.is_ascii_digit())
            || matches!(plain.as_str(), "yes" | "no" | "none" | "unlimited" | "best effort" | "?")
    };
    let finding = Diagnostic::new(&registry::TABLE_FORM, row, "the header of a table is one line")
        .label("this is a second one")
        .related(header, "the first one");
    if cells.iter().any(|cell| value(&cell.text)) {
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
