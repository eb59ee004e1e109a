//! Tables in pieces: rows behind a blank line, and a line of dashes without its first bar.
//!
//! In: a table as the outline gives it, which has no line under its header. Out: whether its first row is no header at all, or
//! the line under it is there and is reported for its bar.

use super::Lowering;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::source::Span;
use crate::syntax::blocks;
use crate::syntax::tables::is_dashes;

impl Lowering<'_> {
    /// Whether a table goes on behind a blank line, or its line of dashes lacks its first bar. The one is reported here, the
    /// other where that line stands; what the rows say is read once they are together.
    pub(super) fn is_in_pieces(&mut self, table: &blocks::Table) -> bool {
        let before = self.table_end.replace(table.place.end);
        if table.rows.get(1).is_some_and(|row| is_rule(&self.text[row.clone()])) {
            return false;
        }
        let behind = self.text[table.place.end..].trim_start();
        let next = behind.lines().next().unwrap_or("");
        if table.rows.len() == 1 && next.contains('|') && !next.starts_with('|') && is_rule(next) {
            return true;
        }
        let Some(gap) = before.and_then(|end| self.text.get(end..table.place.start)) else { return false };
        let comment = |line: &str| line.trim_start().starts_with('#');
        if !gap.lines().all(|line| line.trim().is_empty() || comment(line)) {
            return false;
        }
        let Some(first) = table.rows.first() else { return false };
        let place = self.span(first);
        let mut finding = Diagnostic::new(&registry::TABLE_FORM, place, "a blank line ends the table above")
            .label("these rows have no header")
            .help("take the blank line out, or give these rows a header and a line of dashes");
        if !gap.lines().any(comment) {
            let line = self.text[..first.start].rfind('\n').map_or(0, |end| end + 1);
            let end = self.text[..line].trim_end().len();
            let edit = Edit { span: Span::new(self.file, end, line), text: "\n".to_owned() };
            let title = "take the blank line out".to_owned();
            finding.fixes.push(Fix { title, safe: false, edits: vec![edit] });
        }
        self.findings.push(finding);
        true
    }
}

/// Whether a line holds nothing but dashes between its bars.
fn is_rule(row: &str) -> bool {
    // Nearly always it is nothing else.
    if row.bytes().all(|byte| matches!(byte, b'|' | b'-' | b' ')) {
        return row.contains('-');
    }
    let mut cells = row.split('|').map(str::trim).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_dashes)
}
