//! Rows of a label and some cells, in columns.
//!
//! In: rows in order. Out: lines, each label once, the cells of one group aligned with each other. Widths are those that a
//! terminal shows.

use unicode_width::UnicodeWidthStr as _;

/// A sheet of rows.
#[derive(Debug, Default)]
pub struct Sheet {
    rows: Vec<(String, Vec<String>)>,
}

/// A text without the blanks that keep words together on a page.
pub fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2011}'], " ").replace("\u{2060}", "")
}

/// A text with a capital at its start.
pub fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Sheet {
    /// Adds a row with a label.
    pub fn row(&mut self, label: &str, cells: &[String]) {
        self.rows.push((label.to_owned(), filled(cells)));
    }

    /// Adds a row to the group of the row before it.
    pub fn more(&mut self, cells: &[String]) {
        self.rows.push((String::new(), filled(cells)));
    }

    /// The lines, each with its end.
    pub fn lines(&self) -> String {
        /// A label longer than this does not move the others.
        const WIDEST: usize = 24;
        let labels = self.rows.iter().map(|(label, _)| label.width());
        let margin = labels.filter(|width| *width <= WIDEST).max().unwrap_or(0);
        let mut text = String::new();
        for (label, cells) in &self.rows {
            let gap = margin.saturating_sub(label.width());
            text.push_str(&format!("  {label}{}", " ".repeat(gap + 3)));
            text.push_str(&cells.join("   "));
            while text.ends_with(' ') {
                text.pop();
            }
            text.push('\n');
        }
        text
    }
}

fn filled(cells: &[String]) -> Vec<String> {
    cells.iter().filter(|cell| !cell.is_empty()).cloned().collect()
}

/// Cells with blanks behind them, so that each is as wide as the widest of its column.
pub fn aligned(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let pad = |(cell, width): (&String, &usize)| {
        format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
    };
    rows.iter().map(|row| row.iter().zip(&widths).map(pad).collect()).collect()
}
