//! Tables, as GitHub knows them.
//!
//! Such tables have no spans: a joined cell is repeated in each of its places, which keeps every row true by itself.
//! Columns are padded to equal width where that stays readable.

use unicode_width::UnicodeWidthStr;

use super::Printer;
use crate::document::model::{Cell, Table};

/// The widest line up to which columns are padded.
const PADDED_WIDTH: usize = 120;

impl Printer<'_> {
    /// Prints a table.
    pub(super) fn table(&mut self, table: &Table) {
        self.place(table.anchor.as_ref());
        self.caption(&table.caption);
        let mut lines = vec![table.columns.iter().map(|column| self.one_line(column)).collect()];
        lines.extend(self.rows(table));
        self.paragraph_of(&layout(&lines));
    }

    fn rows(&mut self, table: &Table) -> Vec<Vec<String>> {
        let columns = table.columns.len();
        let mut lines = Vec::with_capacity(table.rows.len());
        // What reaches down from rows above: for each column the words and the number of rows still to fill.
        let mut from_above: Vec<Option<(String, usize)>> = vec![None; columns];
        for row in &table.rows {
            self.place(row.anchor.as_ref());
            let mut cells = row.cells.iter();
            let mut line: Vec<String> = Vec::with_capacity(columns);
            while line.len() < columns {
                let column = line.len();
                if let Some((words, left)) = from_above[column].take() {
                    line.push(words.clone());
                    from_above[column] = (left > 1).then_some((words, left - 1));
                } else if let Some(cell) = cells.next() {
                    self.place(cell.anchor.as_ref());
                    let words = self.cell(cell);
                    let below = (cell.rows > 1).then(|| (words.clone(), cell.rows - 1));
                    for place in from_above.iter_mut().skip(column).take(cell.columns.max(1)) {
                        line.push(words.clone());
                        place.clone_from(&below);
                    }
                } else {
                    line.push(String::new());
                }
            }
            lines.push(line);
        }
        lines
    }

    fn cell(&self, cell: &Cell) -> String {
        let words = self.one_line(&cell.content);
        if cell.small.is_empty() { words } else { format!("{words} ({})", self.one_line(&cell.small)) }
    }
}

/// How wide a cell is.
fn width(cell: &str) -> usize {
    if cell.bytes().all(|byte| matches!(byte, b' '..=b'~')) { cell.len() } else { cell.width() }
}

/// The lines of a table: heading, rule, rows.
fn layout(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            lines.iter().filter_map(|line| line.get(column)).map(|cell| width(cell)).max().unwrap_or(0).max(3)
        })
        .collect();
    let pads = widths.iter().sum::<usize>() + 3 * columns < PADDED_WIDTH;
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        for (cell, width) in line.iter().zip(&widths) {
            let missing = if pads { width.saturating_sub(self::width(cell)) } else { 0 };
            out.push_str("| ");
            out.push_str(cell);
            out.extend(std::iter::repeat_n(' ', missing + 1));
        }
        out.push_str("|\n");
        if index == 0 {
            for width in &widths {
                out.push_str("| ");
                out.push_str(&"-".repeat(if pads { *width } else { 3 }));
                out.push(' ');
            }
            out.push_str("|\n");
        }
    }
    out
}
