//! What stands between two headings.

use super::{Anchor, Inline};

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading within prose, below the heading of the section that holds it.
    Heading(Heading),
    /// A list, with or without numbers.
    List(List),
    /// Numbered steps, each with a name of its own.
    Steps(Vec<Step>),
    /// Words and what they mean, or names and what is to be said of them.
    Terms(Vec<Term>),
    /// A table.
    Table(Table),
    /// A panel that stands out from the text.
    Note(Vec<Block>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Text that is set as it stands.
    Code(Code),
    /// A worked example.
    Example(Example),
    /// A captioned group.
    Figure(Figure),
    /// Groups of blocks that stand side by side where there is room.
    Beside(Vec<Vec<Block>>),
    /// A line between two thoughts.
    Separator,
}

impl Block {
    /// An ordinary paragraph.
    pub fn paragraph(content: Vec<Inline>) -> Self {
        Self::Paragraph(Paragraph::plain(content))
    }

    /// A list with bullets.
    pub fn bullets(items: Vec<Item>) -> Self {
        Self::List(List { kind: ListKind::Bulleted, items })
    }

    /// A list with numbers from 1.
    pub fn numbered(items: Vec<Item>) -> Self {
        Self::List(List { kind: ListKind::Numbered { start: 1 }, items })
    }
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its permanent name, when it is a clause.
    pub anchor: Option<Anchor>,
    /// How loud it is.
    pub tone: Tone,
    /// Its words.
    pub content: Vec<Inline>,
}

impl Paragraph {
    /// An ordinary paragraph without a name.
    pub fn plain(content: Vec<Inline>) -> Self {
        Self { anchor: None, tone: Tone::Plain, content }
    }

    /// A paragraph in small print.
    pub fn small(content: Vec<Inline>) -> Self {
        Self { anchor: None, tone: Tone::Small, content }
    }
}

/// How loud a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// Small print: remarks, sources, reservations.
    Small,
}

/// A heading within prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its permanent name, if it has one.
    pub anchor: Option<Anchor>,
    /// How far below the heading of the section it stands: 1 is the next level.
    pub depth: usize,
    /// Its words.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its items are marked.
    pub kind: ListKind,
    /// Its items.
    pub items: Vec<Item>,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// With bullets.
    Bulleted,
    /// With numbers that count up from `start`.
    Numbered {
        /// The first number.
        start: u64,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its permanent name, when it is a clause.
    pub anchor: Option<Anchor>,
    /// A few words for the clause. With them the item shows a link to itself.
    pub name: Option<String>,
    /// What it says; a first paragraph is printed in the line of the mark.
    pub content: Vec<Block>,
}

impl Item {
    /// An item of one paragraph.
    pub fn plain(content: Vec<Inline>) -> Self {
        Self { anchor: None, name: None, content: vec![Block::paragraph(content)] }
    }

    /// A clause: an item with a permanent name and a link to itself.
    pub fn clause(anchor: impl AsRef<str>, name: impl Into<String>, content: Vec<Inline>) -> Self {
        Self {
            anchor: Some(Anchor::new(anchor.as_ref())),
            name: Some(name.into()),
            content: vec![Block::paragraph(content)],
        }
    }
}

/// A step of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its permanent name.
    pub anchor: Option<Anchor>,
    /// What happens, in a few words.
    pub title: Vec<Inline>,
    /// What more there is to say.
    pub content: Vec<Inline>,
}

/// A word, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its permanent name.
    pub anchor: Option<Anchor>,
    /// The word itself.
    pub name: Vec<Inline>,
    /// What is said of it, at least one.
    pub descriptions: Vec<Description>,
}

impl Term {
    /// A term with ordinary descriptions.
    pub fn new(anchor: Option<Anchor>, name: impl Into<Inline>, descriptions: Vec<Vec<Inline>>) -> Self {
        let descriptions =
            descriptions.into_iter().map(|content| Description { tone: Tone::Plain, content }).collect();
        Self { anchor, name: vec![name.into()], descriptions }
    }
}

/// One thing said of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// [`Tone::Small`] for an illustration or a remark.
    pub tone: Tone,
    /// The words.
    pub content: Vec<Inline>,
}

/// A table with one row of column headings.
///
/// From five columns on printers may put it in a region that scrolls; equal cells of a row should come joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its permanent name, if it has one.
    pub anchor: Option<Anchor>,
    /// What the table shows. Empty only for a table from the author's prose.
    pub caption: Vec<Inline>,
    /// How its columns relate.
    pub style: TableStyle,
    /// The heading of each column, not empty.
    pub columns: Vec<Vec<Inline>>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// How the columns of a table relate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableStyle {
    /// Each column as wide as it needs; the row headings stand out.
    #[default]
    Plain,
    /// Things compared: a first column of headings, then columns of equal width.
    Matrix,
    /// Two columns of equal width and weight, such as a question and its answer.
    Pair,
    /// A first column of dates or numbers that must not break; the row headings do not stand out.
    Days,
    /// Rows that are read one by one: where the columns do not fit beside each other, each row stands by itself, with the
    /// headings before its cells.
    Records,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its permanent name.
    pub anchor: Option<Anchor>,
    /// Its cells, from the start of the line on; a cell that a span from above covers is left out.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row without a name.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { anchor: None, cells }
    }

    /// A row that links can point to.
    pub fn named(anchor: impl AsRef<str>, cells: Vec<Cell>) -> Self {
        Self { anchor: Some(Anchor::new(anchor.as_ref())), cells }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Whether it names its row or fills it.
    pub role: CellRole,
    /// Its permanent name.
    pub anchor: Option<Anchor>,
    /// How many columns it spans, at least 1.
    pub columns: usize,
    /// How many rows it spans, at least 1.
    pub rows: usize,
    /// What it says.
    pub content: Vec<Inline>,
    /// A condition or remark below that, in small print.
    pub small: Vec<Inline>,
}

/// What a cell is to its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellRole {
    /// It names the row.
    Header,
    /// It fills the row.
    Data,
}

impl Cell {
    /// A cell that fills its row.
    pub fn data(content: Vec<Inline>) -> Self {
        Self { role: CellRole::Data, anchor: None, columns: 1, rows: 1, content, small: Vec::new() }
    }

    /// A cell that names its row.
    pub fn header(content: Vec<Inline>) -> Self {
        Self { role: CellRole::Header, ..Self::data(content) }
    }

    /// The same cell, with a permanent name.
    #[must_use]
    pub fn named(mut self, anchor: impl AsRef<str>) -> Self {
        self.anchor = Some(Anchor::new(anchor.as_ref()));
        self
    }

    /// The same cell, across several columns.
    #[must_use]
    pub fn across(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// The same cell, down several rows.
    #[must_use]
    pub fn down(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The same cell, with small print.
    #[must_use]
    pub fn with_small(mut self, small: Vec<Inline>) -> Self {
        self.small = small;
        self
    }
}

/// Text that is set as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The language it is written in, as the author named it.
    pub language: Option<String>,
    /// The text, with its line ends.
    pub text: String,
}

/// A worked example: a heading one level below the section's, and what was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its permanent name.
    pub anchor: Anchor,
    /// Its heading.
    pub title: Vec<Inline>,
    /// Case, answer and reason.
    pub blocks: Vec<Block>,
}

/// A captioned group that is understood as one thing.
///
/// The blocks say everything in words and figures. When a drawing is added to this type, it only shows the shape of
/// what they say, and printers that cannot draw lose nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its permanent name.
    pub anchor: Option<Anchor>,
    /// What it shows.
    pub caption: Vec<Inline>,
    /// What it says.
    pub blocks: Vec<Block>,
}
