//! The typed tree of a file: what was written, in the order in which it was written, with nothing looked up yet.
//!
//! In: what the grammar and the schemas made of a text. Out: plain data for the formatter and for name resolution. Names
//! in the tree are only names; that they mean something is found out in `resolve`.

mod body;
mod captures;
pub(super) mod declaration;
mod statements;
mod table;

pub use body::{Around, Body, Carried, Common, Entry, Statement};
pub use captures::{Capture, Captures, Code, Lower, Open, Scalar, Share, Take};
pub use declaration::{Decl, Declaration, Item, Use};
pub use statements::*;
pub use table::{Cell, Table};

use crate::source::Span;

/// A whole file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// What it declares, in order.
    pub items: Vec<Item>,
    /// The comments, in order; the formatter and excuses read them, meaning does not.
    pub comments: Vec<Comment>,
}

/// A comment, from `#` to the end of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
}
