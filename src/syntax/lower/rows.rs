//! Rows of a table without their bars: as Markdown allows them, or with tabs, as they come from a spreadsheet.
//!
//! In: a line that fits nothing, in a body that can hold a table. Out: one finding for the whole table, whose fix puts the bars
//! into each of its rows. What the rows say is read once the bars are there.

use super::Lowering;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::source::Span;
use crate::syntax::head::Head;
use crate::syntax::schema::{self, Schema};
use crate::syntax::statement::bullet;

/// The last row without its bars: where its finding is, where the row ends, and how many tabs it has.
pub(super) struct Unbarred {
    finding: usize,
    end: usize,
    tabs: usize,
}

impl Lowering<'_> {
    /// Whether a line is a row without its first bar; reports it, or adds it to the finding of the row before it.
    pub(super) fn row_without_bar(&mut self, head: Head<'_>, schema: &'static Schema) -> bool {
        if schema.table.is_none() || !has_bar(head.text) || schema::knows(schema, None, head.word(0)) {
            return false;
        }
        let place = head.span(0, 0);
        let (first_bar, safe) = first_bar(head);
        let mut edits = vec![first_bar];
        let text = head.text.trim_end();
        if !text.ends_with('|') && !text.contains('#') {
            edits.push(Edit { span: head.span(text.len(), text.len()), text: " |".to_owned() });
        }
        let end = head.offset + head.text.len();
        if let Some(finding) = self.goes_on_without_bar(place, end) {
            for fix in &mut self.findings[finding].fixes {
                fix.edits.extend(edits.iter().cloned());
                fix.safe &= safe;
            }
            return true;
        }
        let first = head.span(0, head.word(0).len());
        let mut finding =
            Diagnostic::new(&registry::TABLE_FORM, first, "each row of a table begins with `|`")
                .label("`|` belongs before this");
        let title = "put `|` before each row".to_owned();
        finding.fixes.push(Fix { title, safe, edits });
        self.unbarred = Some(Unbarred { finding: self.findings.len(), end, tabs: 0 });
        self.findings.push(finding);
        true
    }

    /// Whether a line is a row whose cells stand between tabs; reports it, or adds it to the finding of the row before it.
    pub(super) fn row_with_tabs(&mut self, head: Head<'_>, schema: &'static Schema) -> bool {
        let text = head.text.trim_end();
        let tabs = tabs(text);
        if schema.table.is_none() || tabs == 0 || schema::knows(schema, None, head.word(0)) {
            return false;
        }
        let mut edits = vec![Edit { span: head.span(0, 0), text: "| ".to_owned() }];
        let cells = text.match_indices('\t');
        edits.extend(cells.map(|(at, _)| Edit { span: head.span(at, at + 1), text: " | ".to_owned() }));
        edits.push(Edit { span: head.span(text.len(), text.len()), text: " |".to_owned() });
        let end = head.offset + head.text.len();
        let before = self.unbarred.as_ref().map_or(0, |before| before.tabs);
        if before > 0
            && let Some(finding) = self.goes_on_without_bar(head.span(0, 0), end)
        {
            let fixes = &mut self.findings[finding].fixes;
            // A row with more or fewer cells shows that the tabs are not the borders of cells alone.
            fixes.retain(|_| tabs == before);
            for fix in fixes {
                fix.edits.extend(edits.iter().cloned());
            }
            return true;
        }
        // A line alone may have a tab in the place of a blank.
        let next = self.text[end..].lines().nth(1).map_or(0, |line| self::tabs(line.trim()));
        if next == 0 {
            return false;
        }
        let message = "the cells of a table stand between bars, `|`";
        let mut finding = Diagnostic::new(&registry::TABLE_FORM, head.span(0, text.len()), message)
            .label("tabs stand between these")
            .help("write each row as `| critical | 4 business hours |`");
        let title = "put `|` between the cells".to_owned();
        if next == tabs && !text.contains(['"', '#', '|']) {
            finding.fixes.push(Fix { title, safe: true, edits });
        }
        self.unbarred = Some(Unbarred { finding: self.findings.len(), end, tabs });
        self.findings.push(finding);
        true
    }

    /// The finding about a row without its bar, if nothing but rows and blanks stands between it and a place; the table
    /// then goes on up to `end`.
    pub(super) fn goes_on_without_bar(&mut self, place: Span, end: usize) -> Option<usize> {
        let before = self.unbarred.as_mut()?;
        let between = self.text.get(before.end..place.start as usize)?;
        let blank = |line: &str| line.split('#').next().is_none_or(|before| before.trim().is_empty());
        if !between.lines().all(blank) {
            return None;
        }
        before.end = end;
        Some(before.finding)
    }
}

/// What puts the first bar before a row, and whether it is beyond doubt. The sign of a list before a row goes out, unless it may
/// be a cell: with a bar behind it and none at the end of the row.
fn first_bar(head: Head<'_>) -> (Edit, bool) {
    let before = |end: usize, text: &str| Edit { span: head.span(0, end), text: text.to_owned() };
    let Some(length) = bullet(head.text) else { return (before(0, "| "), true) };
    let row = head.skip(length);
    if !head.text[row..].starts_with('|') {
        return (before(row, "| "), true);
    }
    if head.text.trim_end().ends_with('|') { (before(row, ""), true) } else { (before(0, "| "), false) }
}

/// How many tabs stand between the words of a line.
fn tabs(line: &str) -> usize {
    line.matches('\t').count()
}

/// Whether a bar stands outside of texts, and no body begins.
fn has_bar(text: &str) -> bool {
    text.split('"').step_by(2).any(|plain| plain.contains('|')) && !text.contains('{')
}
