//! To which heading each link leads.
//!
//! In: a document. Out: for each anchor the name of the heading at or above it, since Markdown knows no other places. Links may
//! lead forward, so this is asked before anything is printed.

use rustc_hash::FxHashMap;

use super::heading_words;
use super::slug::Slugs;
use crate::document::model::{Anchor, Block, Document, Section, Table, plain_text};

/// The names of headings, by the anchors below them.
#[derive(Default)]
pub(super) struct Places<'d> {
    /// For each anchor the place of its heading among the names.
    headings: FxHashMap<&'d str, usize>,
    names: Vec<String>,
    slugs: Slugs,
}

impl<'d> Places<'d> {
    /// Goes through a document as it is printed.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut places = Self::default();
        places.heading(None, &document.title.title);
        if !document.sections.is_empty() {
            places.heading(None, &document.labels.contents);
        }
        for section in document.glance.iter().chain(&document.sections) {
            places.section(section);
        }
        places
    }

    /// The heading that stands for an anchor.
    pub(super) fn heading_of(&self, anchor: &Anchor) -> Option<usize> {
        self.headings.get(anchor.as_str()).copied()
    }

    /// The name of a heading.
    pub(super) fn name(&self, heading: usize) -> &str {
        self.names.get(heading).map_or("", String::as_str)
    }

    fn section(&mut self, section: &'d Section) {
        self.heading(Some(&section.anchor), &heading_words(section));
        self.blocks(&section.blocks);
        for part in &section.subsections {
            self.section(part);
        }
    }

    fn heading(&mut self, anchor: Option<&'d Anchor>, words: &str) {
        self.names.push(self.slugs.next(words));
        self.place(anchor);
    }

    /// Notes that an anchor lies below the last heading.
    fn place(&mut self, anchor: Option<&'d Anchor>) {
        if let Some(anchor) = anchor {
            self.headings.insert(anchor.as_str(), self.names.len() - 1);
        }
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Paragraph(paragraph) => self.place(paragraph.anchor.as_ref()),
            Block::Heading(heading) => self.heading(heading.anchor.as_ref(), &plain_text(&heading.content)),
            Block::List(list) => {
                for item in &list.items {
                    self.place(item.anchor.as_ref());
                    self.blocks(&item.content);
                }
            }
            Block::Steps(steps) => steps.iter().for_each(|step| self.place(step.anchor.as_ref())),
            Block::Terms(terms) => terms.iter().for_each(|term| self.place(term.anchor.as_ref())),
            Block::Table(table) => self.table(table),
            Block::Note(blocks) | Block::Quote(blocks) => self.blocks(blocks),
            Block::Example(example) => {
                self.heading(Some(&example.anchor), &plain_text(&example.title));
                self.blocks(&example.blocks);
            }
            Block::Figure(figure) => {
                self.place(figure.anchor.as_ref());
                self.blocks(&figure.blocks);
            }
            Block::Beside(groups) => groups.iter().for_each(|group| self.blocks(group)),
            Block::Code(_) | Block::Separator => {}
        }
    }

    fn table(&mut self, table: &'d Table) {
        self.place(table.anchor.as_ref());
        for row in &table.rows {
            self.place(row.anchor.as_ref());
            row.cells.iter().for_each(|cell| self.place(cell.anchor.as_ref()));
        }
    }
}
