//! Cells of tables that say something, though not what their place asks for.
//!
//! In: a cell and what its place asks for. Out: one finding about it.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::ast::Cell;
use crate::syntax::grammar::R;

/// What people write for what stands beside or above it.
const AGAIN: [&str; 12] =
    ["idem", "ditto", "same", "same as above", "as above", "\"", "''", "〃", "id.", "dito", "dto.", "同上"];

/// A cell that does not hold what is expected there.
pub(in crate::syntax) fn wrong_cell(rule: R, cell: &Cell, expected: &str) -> Diagnostic {
    let capital = cell.text.starts_with(char::is_uppercase) && !cell.text.contains(char::is_whitespace);
    let label = if rule == R::labels && capital {
        "a name begins with a small letter"
    } else {
        "this cell cannot be read"
    };
    let message = format!("`{}` is not {expected}", cell.text);
    let finding = Diagnostic::new(&registry::WRONG_CELL, cell.span, message);
    if AGAIN.contains(&cell.text.to_lowercase().as_str()) {
        return finding
            .label("the same as what?")
            .help("write what it says again: each cell speaks for itself");
    }
    finding.label(label)
}

/// A `?` where a row says for what it is, or a column what it is about: figures that belong to nothing cannot be published.
pub(in crate::syntax) fn nameless(rule: R, cell: &Cell) -> Option<Diagnostic> {
    let (message, label, help) = match rule {
        R::labels => (
            "this row does not say for what it is",
            "its value belongs here",
            "write the value, or leave the row out until it is known; in a table only figures wait as `?`",
        ),
        R::header => (
            "this column does not say what it is about",
            "its name or value belongs here",
            "write it, or leave the column out until it is known; in a table only figures wait as `?`",
        ),
        _ => return None,
    };
    Some(Diagnostic::new(&registry::WRONG_CELL, cell.span, message).label(label).help(help))
}
