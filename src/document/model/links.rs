//! Whether the places of a document hold together: anchors given once, links and notes that lead somewhere.
//!
//! In: a document. Out: faults, for the builder's tests and for a last check before printing.

use std::collections::BTreeSet;

use super::{Anchor, Block, Document, Inline, Section, Target};

/// A place that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkFault {
    /// Two places have this anchor.
    Twice(Anchor),
    /// A place has this anchor, which printers keep for parts of their own: it begins with `av-`.
    Reserved(Anchor),
    /// A link leads to this anchor, which no place has.
    Missing(Anchor),
    /// A reference points to the note with this index, which does not exist.
    NoNote(usize),
}

/// The faults in the links of a document, each once, in a fixed order.
pub fn link_faults(document: &Document) -> Vec<LinkFault> {
    let mut seen = Places::default();
    seen.inlines(&document.title.lead);
    for fact in &document.title.facts {
        seen.inlines(&fact.value);
    }
    for form in &document.title.forms {
        seen.target(&form.target);
    }
    for section in document.glance.iter().chain(&document.sections) {
        seen.section(section);
    }
    for note in &document.notes {
        seen.inlines(&note.content);
    }
    for paragraph in &document.colophon {
        seen.place(paragraph.anchor.as_ref());
        seen.inlines(&paragraph.content);
    }
    let reserved = seen.anchors.iter().filter(|anchor| anchor.as_str().starts_with("av-"));
    let reserved = reserved.cloned().map(LinkFault::Reserved);
    let missing = seen.links.difference(&seen.anchors).cloned().map(LinkFault::Missing);
    let no_note =
        seen.notes.into_iter().filter(|index| *index >= document.notes.len()).map(LinkFault::NoNote);
    seen.twice.into_iter().map(LinkFault::Twice).chain(reserved).chain(missing).chain(no_note).collect()
}

#[derive(Default)]
struct Places {
    anchors: BTreeSet<Anchor>,
    twice: BTreeSet<Anchor>,
    links: BTreeSet<Anchor>,
    notes: BTreeSet<usize>,
}

impl Places {
    fn place(&mut self, anchor: Option<&Anchor>) {
        if let Some(anchor) = anchor
            && !self.anchors.insert(anchor.clone())
        {
            self.twice.insert(anchor.clone());
        }
    }

    fn target(&mut self, target: &Target) {
        if let Target::Anchor(anchor) = target {
            self.links.insert(anchor.clone());
        }
    }

    fn section(&mut self, section: &Section) {
        self.place(Some(&section.anchor));
        self.inlines(&section.title);
        self.blocks(&section.blocks);
        for part in &section.subsections {
            self.section(part);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => {
                self.place(paragraph.anchor.as_ref());
                self.inlines(&paragraph.content);
            }
            Block::Heading(heading) => {
                self.place(heading.anchor.as_ref());
                self.inlines(&heading.content);
            }
            Block::List(list) => {
                for item in &list.items {
                    self.place(item.anchor.as_ref());
                    self.blocks(&item.content);
                }
            }
            Block::Steps(steps) => {
                for step in steps {
                    self.place(step.anchor.as_ref());
                    self.inlines(&step.title);
                    self.inlines(&step.content);
                }
            }
            Block::Terms(terms) => {
                for term in terms {
                    self.place(term.anchor.as_ref());
                    self.inlines(&term.name);
                    for description in &term.descriptions {
                        self.inlines(&description.content);
                    }
                }
            }
            Block::Table(table) => {
                self.place(table.anchor.as_ref());
                self.inlines(&table.caption);
                for column in &table.columns {
                    self.inlines(column);
                }
                for row in &table.rows {
                    self.place(row.anchor.as_ref());
                    for cell in &row.cells {
                        self.place(cell.anchor.as_ref());
                        self.inlines(&cell.content);
                        self.inlines(&cell.small);
                    }
                }
            }
            Block::Note(blocks) | Block::Quote(blocks) => self.blocks(blocks),
            Block::Example(example) => {
                self.place(Some(&example.anchor));
                self.inlines(&example.title);
                self.blocks(&example.blocks);
            }
            Block::Figure(figure) => {
                self.place(figure.anchor.as_ref());
                self.inlines(&figure.caption);
                self.blocks(&figure.blocks);
            }
            Block::Beside(groups) => {
                for group in groups {
                    self.blocks(group);
                }
            }
            Block::Code(_) | Block::Separator => {}
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::NoBreak(inner) => {
                    self.inlines(inner);
                }
                Inline::Time { content, .. } | Inline::Language { content, .. } => self.inlines(content),
                Inline::Link { target, content } => {
                    self.target(target);
                    self.inlines(content);
                }
                Inline::NoteRef(index) => {
                    self.notes.insert(*index);
                }
                Inline::Place(anchor) => self.place(Some(anchor)),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Mark { .. }
                | Inline::Image { .. }
                | Inline::Break => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::model::{
        Direction, Item, Labels, Metadata, Paragraph, Publisher, Section, TitleBlock,
    };

    fn document(sections: Vec<Section>) -> Document {
        let empty = String::new;
        Document {
            language: "en".into(),
            direction: Direction::LeftToRight,
            window_title: empty(),
            description: None,
            title: TitleBlock {
                publisher: Publisher { name: empty(), link: None },
                languages: vec![],
                kicker: None,
                title: empty(),
                lead: vec![],
                facts: vec![],
                forms: vec![],
            },
            glance: None,
            sections,
            notes: vec![],
            colophon: vec![],
            metadata: Metadata::default(),
            labels: Labels {
                colon: empty(),
                stop: empty(),
                aside: empty(),
                skip: empty(),
                languages: empty(),
                contents: empty(),
                link_to_section: empty(),
                link_to_heading: empty(),
                link_to_clause: empty(),
                scroll_hint: empty(),
                table: empty(),
                notes: empty(),
                note: empty(),
                back_to_text: empty(),
            },
        }
    }

    fn with_blocks(blocks: Vec<Block>) -> Vec<LinkFault> {
        link_faults(&document(vec![Section { blocks, ..Section::new("here", "Here") }]))
    }

    #[test]
    fn links_to_sections_and_clauses_hold() {
        let clause = Item::clause("clause", "clause", vec![Inline::link(Target::anchor("here"), "up")]);
        let link = Inline::link(Target::anchor("clause"), "down");
        let blocks = vec![Block::Quote(vec![Block::bullets(vec![clause])]), Block::paragraph(vec![link])];
        assert_eq!(with_blocks(blocks), []);
    }

    #[test]
    fn links_and_notes_that_lead_nowhere_are_found() {
        let deep = Inline::Strong(vec![Inline::link(Target::anchor("gone"), "x"), Inline::NoteRef(0)]);
        let expected = [LinkFault::Missing(Anchor::new("gone")), LinkFault::NoNote(0)];
        assert_eq!(with_blocks(vec![Block::Note(vec![Block::paragraph(vec![deep])])]), expected);
    }

    #[test]
    fn anchors_given_twice_or_kept_for_printers_are_found() {
        let place = |name: &str| {
            let paragraph = Paragraph { anchor: Some(Anchor::new(name)), ..Paragraph::plain(vec![]) };
            Block::Paragraph(paragraph)
        };
        let expected = [LinkFault::Twice(Anchor::new("here")), LinkFault::Reserved(Anchor::new("av-main"))];
        assert_eq!(with_blocks(vec![place("here"), place("av-main")]), expected);
    }
}
