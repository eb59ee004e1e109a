//! Tables as they were written: cells with their text, read as a type once it is known what their column sets.

use crate::source::Span;
use smol_str::SmolStr;
use std::fmt;

/// A table: a header row and the rows under it.
#[derive(Clone, Debug)]
pub struct Table {
    /// The header cells.
    pub header: Vec<Cell>,
    /// The rows, all as long as the header; other rows were reported and left out.
    pub rows: Vec<Vec<Cell>>,
    /// The whole table.
    pub span: Span,
}

/// A cell: its text without the blanks around it. `syntax::cell` reads it as the type that its column asks for.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text; never empty, since an empty cell was reported and its row left out.
    pub text: SmolStr,
    /// Where it stands.
    pub span: Span,
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without places (see [`Span`]) the white space between its words is left out too.
        if f.sign_minus() {
            return f.debug_list().entries(self.text.split_whitespace()).finish();
        }
        f.debug_struct("Cell").field("text", &self.text).field("span", &self.span).finish()
    }
}
