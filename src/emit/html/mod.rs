//! A document as one HTML page, or as a fragment for a site that has its own frame.
//!
//! In: a [`Document`]. Out: text that needs no script, no outside resource and no inline style, and that works under
//! the content security policy `default-src 'none'; style-src 'self'`. Every value is escaped for the place where it
//! lands. Anchors of the page's own parts begin with `av-`, as all classes do.

mod block;
pub mod escape;
mod frame;
mod inline;
mod structured;
mod table;

use crate::document::model::Document;

/// The file name under which a page expects the style sheet, beside itself.
pub const STYLE_SHEET_NAME: &str = "policy.css";

/// The style sheet that all pages of a folder share.
pub const STYLE_SHEET: &str = include_str!("policy.css");

/// The document as a whole page.
pub fn page(document: &Document) -> String {
    let mut printer = Printer::new(document);
    printer.page();
    printer.out
}

/// The document as one element, to be put into the page of another site. The site links the style sheet itself.
pub fn fragment(document: &Document) -> String {
    let mut printer = Printer::new(document);
    printer.fragment();
    printer.out
}

/// Room for most pages.
const USUAL_LENGTH: usize = 32 * 1024;

/// The text so far, and what the printer has to count on its way.
struct Printer<'a> {
    document: &'a Document,
    out: String,
    /// How often each note has been referred to.
    references: Vec<usize>,
    /// How many tables stand in a region that scrolls.
    regions: usize,
    /// Whether a cell is printed, in which joined words may part, since columns are narrow.
    in_cell: bool,
}

impl<'a> Printer<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            out: String::with_capacity(USUAL_LENGTH),
            references: vec![0; document.notes.len()],
            regions: 0,
            in_cell: false,
        }
    }

    /// Adds markup as it stands.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds pieces of markup as they stand.
    fn markup<const N: usize>(&mut self, pieces: [&str; N]) {
        for piece in pieces {
            self.out.push_str(piece);
        }
    }

    /// Adds words.
    fn text(&mut self, words: &str) {
        if self.in_cell {
            escape::push_text_of_cell(&mut self.out, words);
        } else {
            escape::push_text(&mut self.out, words);
        }
    }

    /// Adds an attribute, with the space before it.
    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::push_attribute(&mut self.out, value);
        self.out.push('"');
    }
}
