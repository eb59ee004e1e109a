//! What stands in a cell behind a figure that could be read: the hours of no calendar, or what the cell has no room for.
//!
//! In: a cell that is no value as a whole. Out: the figure that it begins with, or the finding about the rest of it. Nothing
//! behind a figure is left out unless it says what is so anyway: it may say how its time is counted.

use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::ast::Cell;
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::holes;
use crate::syntax::slips;

/// What stands behind a length of time with a slip and cannot be read: it may say how the time is counted, so that nothing
/// is mended before it is understood.
pub(super) fn half_read(rule: R, cell: &Cell, finding: &Diagnostic, meant: String) -> Option<Diagnostic> {
    const MOST_SLIPS: usize = 4;
    let [fix] = finding.fixes.as_slice() else { return None };
    let end = fix.edits.first().map(|edit| (edit.span.end - cell.span.start) as usize)?;
    let (read, rest) =
        cell.text.split_at_checked(end).filter(|(_, rest)| rule == R::figure && !rest.is_empty())?;
    let mut text = meant;
    for _ in 0..MOST_SLIPS {
        let right = whole(rule, &text).is_some() || holes::is_whole(rule, &text);
        if right || day_and_night(rule, &text).is_some() {
            return None;
        }
        let Some(next) = slips::of_cell(rule, &text, cell.span).and_then(|mended| mended.meant) else {
            break;
        };
        text = next;
    }
    let place = Span { start: cell.span.end - u32::try_from(rest.trim_start().len()).ok()?, ..cell.span };
    let message =
        format!("a cell says one thing, and `{}` is followed by `{}`", read.trim_end(), rest.trim());
    Some(
        Diagnostic::new(&registry::WRONG_CELL, place, message).label("this cannot be read").help(
            "write all of it as a figure, such as `4 business hours`, and say more than that in a text",
        ),
    )
}

/// The figure of `1 hour, 24/7`: hours of no calendar run day and night, whether that is said or not.
pub(super) fn day_and_night(rule: R, text: &str) -> Option<&str> {
    let read = prefix(rule, text).filter(|_| rule == R::figure)?.as_str().trim_end();
    let rest = text[read.len()..].trim_matches(|c: char| c.is_whitespace() || ",;()".contains(c));
    let bare = read.split(' ').count() == 2 && read.starts_with(|c: char| c.is_ascii_digit());
    (bare && slips::is_always(rest)).then_some(read)
}

/// The slip of hours that run day and night, said once more.
pub(super) fn needless_clock(cell: &Cell, read: &str) -> Diagnostic {
    let behind = cell.text[read.len()..].trim_start_matches([' ', ',', ';']);
    let (start, end) = (cell.span.start as usize, cell.span.start as usize + cell.text.len());
    let place = Span::new(cell.span.file, end - behind.len(), end);
    let message = format!("`{read}` runs day and night as it stands");
    let gap = Span::new(cell.span.file, start + read.len(), end);
    Diagnostic::new(&registry::SLIP, place, message).label("it is left out").fix("take it out", true, gap, "")
}

/// What stands in a cell behind something that could be read: `1 hour, or as agreed`.
pub(super) fn left_over(rule: R, cell: &Cell) -> Option<Diagnostic> {
    if !matches!(rule, R::figure | R::amount | R::grant | R::share | R::phase_dates) {
        return None;
    }
    let read = prefix(rule, &cell.text)?.as_str().trim_end();
    let rest = cell.text[read.len()..].trim_start();
    let start = cell.span.start as usize + cell.text.len() - rest.len();
    let place = Span::new(cell.span.file, start, start + rest.trim_end().len());
    let message = format!("a cell says one thing, and `{read}` is followed by `{}`", rest.trim_end());
    let apart = read.len() < cell.text.len() - rest.len() || rest.starts_with([',', ';', '(', '/']);
    (!rest.is_empty() && apart).then(|| {
        Diagnostic::new(&registry::WRONG_CELL, place, message).label("this is too much").help(
            "say the rest in a line under the table, as `except … when …`, or in a text; one more column can tell cases apart",
        )
    })
}
