//! Tables as they were written: cells with their text, read as a type once it is known what their column sets.

use crate::source::Span;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text; never empty, since an empty cell was reported and its row left out.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}
