//! Tables as they will be published: keys, columns, and what each cell sets.

use super::{Clause, Ref};
use crate::source::Span;
use crate::value::{Amount, Figure, Name};
use smol_str::SmolStr;

/// A table declared on its own.
#[derive(Clone, Debug)]
pub struct TableDecl {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// The tables in its body.
    pub tables: Vec<Table>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The facts or kinds of the leading columns, as `fact` or as the keyword of what the rows name (`entitlement`).
    pub keys: Vec<Ref>,
    /// The fact whose values the other columns are, in a matrix.
    pub by: Option<Box<Ref>>,
    /// The other columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The whole table.
    pub span: Span,
}

/// A column behind the keys.
#[derive(Clone, Debug)]
pub enum Column {
    /// Values of the fact that the matrix runs over.
    Values(Label),
    /// A thing that the column sets: a commitment, `price`, the fact's own value, `primary`, `secondary`, `below`, `credit`.
    Sets(Ref),
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// One label for each key.
    pub labels: Vec<Label>,
    /// One cell for each column.
    pub cells: Vec<TableCell>,
    /// The row's permanent anchor.
    pub anchor: SmolStr,
    /// The row.
    pub span: Span,
}

/// What a label says about its fact.
#[derive(Clone, Debug)]
pub enum Label {
    /// One or more values by name; a release or a term is named as written, without quotes.
    Values(Vec<Name>),
    /// Every value not named in this column; these are they.
    Other(Vec<Name>),
    /// The fact does not matter.
    Any,
}

/// What a cell says.
#[derive(Clone, Debug)]
pub struct TableCell {
    /// Its value.
    pub value: CellValue,
    /// Its permanent anchor, the path of its rule with hyphens.
    pub anchor: SmolStr,
    /// Where it stands.
    pub span: Span,
}

/// The value of a cell, of the type that its column asks for. Most cells are promises; what is larger and rarer lies elsewhere.
#[derive(Clone, Debug)]
pub enum CellValue {
    /// A promise.
    Figure(Figure),
    /// A price or a credit.
    Amount(Box<Amount>),
    /// A grant: a limit, `yes` or `no`.
    Grant(Box<super::Grant>),
    /// The calendars of a channel; none means that there is no such channel here.
    Calendars(Vec<Name>),
    /// The value of a derived fact.
    Value(Name),
    /// Roles or parties.
    People(Vec<Name>),
    /// A share, in the column `below`.
    Share(crate::value::Decimal),
    /// Not known yet.
    Unfilled,
}
