//! Tables, as HTML.
//!
//! A table keeps its native form on every screen, since rows turned into blocks are lost to some readers. One that
//! does not fit a phone stands in a named region that scrolls and that the keyboard can reach.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::Printer;
use crate::document::model::{Cell, CellRole, Inline, Table, TableStyle, fill, plain_text};

/// From so many columns on a table scrolls on small screens.
const SCROLLING_COLUMNS: usize = 5;

/// How many characters of the longest words fit beside each other on a screen of 320 pixels, in the small table type,
/// with the gaps between columns counted off.
const FITTING_CHARACTERS: usize = 38;

/// How many characters' worth of room each gap between two columns takes.
const GAP_CHARACTERS: usize = 1;

impl Printer<'_> {
    /// Prints a table.
    pub(super) fn table(&mut self, table: &Table) {
        let document = self.document;
        let scrolls = scrolls(table);
        let mut caption_id = None;
        if scrolls {
            self.regions += 1;
            let columns = table.columns.len().to_string();
            self.raw("<p class=\"av-small av-hint\">");
            self.text(&fill(&document.labels.scroll_hint, &[("columns", columns.as_str())]));
            self.raw("</p>\n<div class=\"av-scroll\" role=\"region\"");
            if table.caption.is_empty() {
                self.attribute("aria-label", &format!("{} {}", document.labels.table, self.regions));
            } else {
                let id = format!("av-table-{}", self.regions);
                self.attribute("aria-labelledby", &id);
                caption_id = Some(id);
            }
            self.raw(" tabindex=\"0\">\n");
        }
        self.raw("<table");
        self.id(table.anchor.as_ref());
        match table.style {
            TableStyle::Plain => {}
            TableStyle::Matrix => self.attribute("class", "av-matrix"),
            TableStyle::Pair => self.attribute("class", "av-plain av-pair"),
            TableStyle::Days => self.attribute("class", "av-plain av-days"),
            TableStyle::Records => self.attribute("class", "av-records"),
        }
        self.raw(">\n");
        self.caption(&table.caption, caption_id.as_deref());
        self.head_and_body(table);
        self.raw("</table>\n");
        if scrolls {
            self.raw("</div>\n");
        }
    }

    fn caption(&mut self, caption: &[Inline], id: Option<&str>) {
        if caption.is_empty() {
            return;
        }
        self.raw("<caption");
        if let Some(id) = id {
            self.attribute("id", id);
        }
        self.raw(">");
        self.inlines(caption);
        self.raw("</caption>\n");
    }

    fn head_and_body(&mut self, table: &Table) {
        self.raw("<thead><tr>");
        for column in &table.columns {
            // A heading without words is none: it would be read out as nothing.
            if is_empty(column) {
                self.raw("<td></td>");
            } else {
                self.raw("<th scope=\"col\">");
                self.inlines(column);
                self.raw("</th>");
            }
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr");
            self.id(row.anchor.as_ref());
            self.raw(">");
            for (index, cell) in row.cells.iter().enumerate() {
                let heading = table.columns.get(index).filter(|_| table.style == TableStyle::Records);
                self.cell(cell, heading.map(|heading| plain_text(heading)));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n");
    }

    fn cell(&mut self, cell: &Cell, heading: Option<String>) {
        let names_row = match cell.role {
            CellRole::Header => !is_empty(&cell.content),
            CellRole::Data => false,
        };
        self.raw(if names_row { "<th scope=\"row\"" } else { "<td" });
        self.id(cell.anchor.as_ref());
        if let Some(heading) = heading.filter(|_| !names_row) {
            self.attribute("data-heading", &heading);
        }
        if cell.columns > 1 {
            self.attribute("colspan", &cell.columns.to_string());
        }
        if cell.rows > 1 {
            self.attribute("rowspan", &cell.rows.to_string());
        }
        self.raw(">");
        self.in_cell = true;
        self.inlines(&cell.content);
        if !cell.small.is_empty() {
            self.raw("<small>");
            self.inlines(&cell.small);
            self.raw("</small>");
        }
        self.in_cell = false;
        self.raw(if names_row { "</th>" } else { "</td>" });
    }
}

/// Whether a table needs a region that scrolls: it has many columns, or its longest words do not fit beside each other.
fn scrolls(table: &Table) -> bool {
    if table.style == TableStyle::Records {
        return false;
    }
    if table.columns.len() >= SCROLLING_COLUMNS {
        return true;
    }
    let mut widths: Vec<usize> = table.columns.iter().map(|column| longest_word(column)).collect();
    for row in &table.rows {
        // Spans from above shift cells, and cells across columns are shared out: neither widens a column by a word.
        if row.cells.len() == widths.len() {
            for (index, (width, cell)) in widths.iter_mut().zip(&row.cells).enumerate() {
                let unbroken = index == 0 && table.style == TableStyle::Days;
                let words =
                    if unbroken { plain_text(&cell.content).width() } else { longest_word(&cell.content) };
                *width = (*width).max(words).max(longest_word(&cell.small));
            }
        }
    }
    let gaps = GAP_CHARACTERS * widths.len().saturating_sub(1);
    widths.iter().sum::<usize>() + gaps > FITTING_CHARACTERS
}

fn is_empty(content: &[Inline]) -> bool {
    match content {
        [Inline::Text(words), ..] if !words.trim().is_empty() => false,
        _ => plain_text(content).trim().is_empty(),
    }
}

/// How wide the longest stretch is that does not break, in letters.
fn longest_word(content: &[Inline]) -> usize {
    let mut stretch = Stretch::default();
    stretch.inlines(content);
    stretch.longest
}

/// The stretches of a line that do not break.
#[derive(Default)]
struct Stretch {
    longest: usize,
    current: usize,
}

impl Stretch {
    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) | Inline::Mark { word: words, .. } => {
                    words.chars().for_each(|character| self.add(character));
                }
                // The style sheet keeps a date in a cell on one line, so a space holds its words together.
                Inline::NoBreak(inner) | Inline::Time { content: inner, .. } => {
                    for character in plain_text(inner).chars() {
                        self.add(if character.is_whitespace() { JOINT } else { character });
                    }
                }
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Link { content: inner, .. }
                | Inline::Language { content: inner, .. } => self.inlines(inner),
                Inline::NoteRef(_) | Inline::Image { .. } | Inline::Break | Inline::Place(_) => {
                    plain_text(std::slice::from_ref(inline))
                        .chars()
                        .for_each(|character| self.add(character));
                }
            }
        }
    }

    fn add(&mut self, character: char) {
        match character {
            ' ' | '-' | '/' => {
                self.longest = self.longest.max(self.current + usize::from(character != ' '));
                self.current = 0;
            }
            '!'..='~' | JOINT => self.current += 1,
            _ => self.add_rare(character),
        }
        self.longest = self.longest.max(self.current);
    }

    fn add_rare(&mut self, character: char) {
        let width = character.width().unwrap_or(0);
        // Between signs of full width a line may break anywhere, and each is as wide as two letters.
        let wide = character >= '\u{2e80}';
        self.current = if character.is_whitespace() { 0 } else { self.current + width };
        self.longest = self.longest.max(if wide { width } else { self.current });
        if wide || character == '–' {
            self.current = 0;
        }
    }
}

/// What stands in place of a space at which a line does not break.
const JOINT: char = '\u{2060}';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::model::Row;

    fn table(columns: &[&str], cells: &[&str]) -> Table {
        Table {
            anchor: None,
            caption: vec!["Caption".into()],
            style: TableStyle::Matrix,
            columns: columns.iter().map(|words| vec![Inline::text(*words)]).collect(),
            rows: vec![Row::new(cells.iter().map(|words| Cell::data(vec![Inline::text(*words)])).collect())],
        }
    }

    #[test]
    fn four_columns_of_short_words_fit() {
        let words = ["Remote sessions", "Up to 10 per year", "Unlimited", "4 business hours"];
        assert!(!scrolls(&table(&["Included", "Basic", "Standard", "Premium"], &words)));
    }

    #[test]
    fn five_columns_scroll() {
        assert!(scrolls(&table(&["a", "b", "c", "d", "e"], &["1", "2", "3", "4", "5"])));
    }

    #[test]
    fn a_date_is_as_wide_as_all_its_words() {
        let mut dates =
            table(&["Release", "Out since", "Supported until", "Now"], &["Kubernetes", "", "", "Supported"]);
        for cell in &mut dates.rows[0].cells[1..3] {
            cell.content = vec![Inline::time("2025-09-10", "10 Sep 2025")];
        }
        assert!(scrolls(&dates));
    }

    #[test]
    fn columns_of_long_words_scroll() {
        let words = ["Reaktionszeit", "Geschäftsstunden", "Geschäftsstunden"];
        assert!(scrolls(&table(&["Zusage", "Basis", "Standard"], &words)));
    }

    #[test]
    fn words_break_at_spaces_and_hyphens_and_joined_words_part_in_cells() {
        assert_eq!(longest_word(&["one three-quarters".into()]), 8);
        assert_eq!(longest_word(&["EUR\u{a0}1,000 a".into()]), 5);
        assert_eq!(longest_word(&["call ".into(), Inline::telephone("+31 20 555")]), 10);
    }
}
