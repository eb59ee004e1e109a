//! Tables, as GitHub knows them.
//!
//! Such tables have no spans: a joined cell is repeated in each of its places, which keeps every row true by itself.
//! Columns are padded to equal width where that stays readable.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::Printer;
use crate::document::model::{Cell, Table};

/// The widest line up to which columns are padded.
const PADDED_WIDTH: usize = 120;

/// The words of a cell: where they stand among those of all cells, and how wide they are.
#[derive(Clone)]
struct Words {
    place: Range<usize>,
    width: usize,
}

impl Printer<'_> {
    /// Prints a table.
    pub(super) fn table(&mut self, table: &Table) {
        self.caption(&table.caption);
        let begun = self.begin();
        // The words of the cells are printed first, since the columns are as wide as they are.
        let mut cells: Vec<Words> = Vec::with_capacity(table.columns.len() * (table.rows.len() + 1));
        for column in &table.columns {
            let words = self.words(|printer| printer.one_line(column));
            cells.push(words);
        }
        self.rows(table, &mut cells);
        let words = self.out.split_off(begun.lines);
        self.layout(&words, &cells, table.columns.len());
        self.end(begun);
    }

    fn rows(&mut self, table: &Table, words: &mut Vec<Words>) {
        let columns = table.columns.len();
        // What reaches down from rows above: for each column the words and the number of rows still to fill.
        let mut from_above: Vec<Option<(Words, usize)>> = vec![None; columns];
        for row in &table.rows {
            let mut cells = row.cells.iter();
            let mut column = 0;
            while column < columns {
                if let Some((above, left)) = from_above[column].take() {
                    words.push(above.clone());
                    from_above[column] = (left > 1).then_some((above, left - 1));
                    column += 1;
                } else if let Some(cell) = cells.next() {
                    let own = self.words(|printer| printer.cell(cell));
                    let below = (cell.rows > 1).then(|| (own.clone(), cell.rows - 1));
                    for place in from_above.iter_mut().skip(column).take(cell.columns.max(1)) {
                        words.push(own.clone());
                        place.clone_from(&below);
                        column += 1;
                    }
                } else {
                    words.push(Words { place: 0..0, width: 0 });
                    column += 1;
                }
            }
        }
    }

    fn cell(&mut self, cell: &Cell) {
        self.one_line(&cell.content);
        if !cell.small.is_empty() {
            let (before, behind) = self.labels.aside.split_once("{words}").unwrap_or((" (", ")"));
            self.out.push_str(before);
            let start = self.out.len();
            self.one_line(&cell.small);
            if is_one_sentence(&self.out[start..]) {
                self.out.pop();
            }
            self.out.push_str(behind);
        }
    }

    /// What is printed, as words that are kept for later. They stand directly behind those kept before.
    fn words(&mut self, print: impl FnOnce(&mut Self)) -> Words {
        let start = self.out.len();
        print(self);
        let words = &self.out[start..];
        Words { width: width(words), place: start..self.out.len() }
    }

    /// Prints the lines of a table: heading, rule, rows.
    fn layout(&mut self, words: &str, cells: &[Words], columns: usize) {
        if columns == 0 {
            return;
        }
        let start = self.out.len();
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                cells.iter().skip(column).step_by(columns).map(|cell| cell.width).fold(3, usize::max)
            })
            .collect();
        let pads = widths.iter().sum::<usize>() + 3 * columns < PADDED_WIDTH;
        for (index, line) in cells.chunks(columns).enumerate() {
            for (cell, width) in line.iter().zip(&widths) {
                let missing = if pads { width - cell.width } else { 0 };
                let place = &cell.place;
                self.out.push_str("| ");
                if !place.is_empty() {
                    self.out.push_str(&words[place.start - start..place.end - start]);
                }
                self.repeat(' ', missing + 1);
            }
            self.out.push_str("|\n");
            if index == 0 {
                for width in &widths {
                    self.out.push_str("| ");
                    self.repeat('-', if pads { *width } else { 3 });
                    self.out.push(' ');
                }
                self.out.push_str("|\n");
            }
        }
    }

    fn repeat(&mut self, sign: char, count: usize) {
        self.out.extend(std::iter::repeat_n(sign, count));
    }
}

/// Whether words are one sentence with a full stop, which has no place in brackets that stand within a cell. The stop of a
/// short form belongs to its word.
fn is_one_sentence(words: &str) -> bool {
    let Some(said) = words.strip_suffix(['.', '。']) else { return false };
    let last = said.rsplit([' ', '\u{A0}']).next().unwrap_or(said);
    let is_short = last.contains('.') || matches!(last, "Co" | "Corp" | "Inc" | "Ltd" | "etc" | "usw");
    let goes_on = ['.', '?', '!', '…'].iter().any(|end| said.contains(&format!("{end} ")))
        || said.contains(['。', '？', '！']);
    !is_short && !goes_on && !said.ends_with('\\')
}

/// How wide a cell is.
fn width(cell: &str) -> usize {
    if cell.bytes().all(|byte| matches!(byte, b' '..=b'~')) { cell.len() } else { cell.width() }
}

#[cfg(test)]
mod tests {
    use super::is_one_sentence;

    #[test]
    fn the_full_stop_of_one_sentence_has_no_place_in_brackets() {
        assert!(is_one_sentence("A repair between two releases."));
        assert!(is_one_sentence("リリースの間の修正。"));
        for kept in [
            "One. Two.",
            "Really? Yes.",
            "Work of Northwind Inc.",
            "In the U.S.",
            "a repair",
            "一つ。二つ。",
            "",
        ] {
            assert!(!is_one_sentence(kept), "{kept}");
        }
    }
}
