//! A walk over a document, for the passes that follow when all of it is there.
//!
//! In: a document, and what is to be done with each place and line of it. Out: the document with that done, in the order
//! in which a reader comes to it. Notes are for the caller.

use crate::document::model::{Anchor, Block, Document, Inline, Section};

/// A place or a line of a document.
pub enum Part<'d> {
    /// The permanent name of something that can have one.
    Anchor(&'d mut Option<Anchor>),
    /// The permanent name of something that cannot be without one.
    Fixed(&'d Anchor),
    /// A piece of running text.
    Line(&'d mut Vec<Inline>),
}

/// Shows each place and line of a document.
pub fn visit(document: &mut Document, with: &mut dyn FnMut(Part<'_>)) {
    with(Part::Line(&mut document.title.lead));
    for fact in &mut document.title.facts {
        with(Part::Line(&mut fact.value));
    }
    for section in document.glance.iter_mut().chain(&mut document.sections) {
        visit_section(section, with);
    }
    for paragraph in &mut document.colophon {
        with(Part::Line(&mut paragraph.content));
    }
}

fn visit_section(section: &mut Section, with: &mut dyn FnMut(Part<'_>)) {
    with(Part::Fixed(&section.anchor));
    with(Part::Line(&mut section.title));
    visit_blocks(&mut section.blocks, with);
    for part in &mut section.subsections {
        visit_section(part, with);
    }
}

/// Shows each place and line of some blocks.
pub fn visit_blocks(blocks: &mut [Block], with: &mut dyn FnMut(Part<'_>)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                with(Part::Anchor(&mut paragraph.anchor));
                with(Part::Line(&mut paragraph.content));
            }
            Block::Heading(heading) => {
                with(Part::Anchor(&mut heading.anchor));
                with(Part::Line(&mut heading.content));
            }
            Block::List(list) => {
                for item in &mut list.items {
                    with(Part::Anchor(&mut item.anchor));
                    visit_blocks(&mut item.content, with);
                }
            }
            Block::Steps(steps) => {
                for step in steps {
                    with(Part::Anchor(&mut step.anchor));
                    with(Part::Line(&mut step.title));
                    with(Part::Line(&mut step.content));
                }
            }
            Block::Terms(terms) => {
                for term in terms {
                    with(Part::Anchor(&mut term.anchor));
                    with(Part::Line(&mut term.name));
                    for description in &mut term.descriptions {
                        with(Part::Line(&mut description.content));
                    }
                }
            }
            Block::Table(table) => {
                with(Part::Anchor(&mut table.anchor));
                with(Part::Line(&mut table.caption));
                table.columns.iter_mut().for_each(|column| with(Part::Line(column)));
                for row in &mut table.rows {
                    with(Part::Anchor(&mut row.anchor));
                    for cell in &mut row.cells {
                        with(Part::Anchor(&mut cell.anchor));
                        with(Part::Line(&mut cell.content));
                        with(Part::Line(&mut cell.small));
                    }
                }
            }
            Block::Note(blocks) | Block::Quote(blocks) => visit_blocks(blocks, with),
            Block::Example(example) => {
                with(Part::Fixed(&example.anchor));
                with(Part::Line(&mut example.title));
                visit_blocks(&mut example.blocks, with);
            }
            Block::Figure(figure) => {
                with(Part::Anchor(&mut figure.anchor));
                with(Part::Line(&mut figure.caption));
                visit_blocks(&mut figure.blocks, with);
            }
            Block::Beside(groups) => groups.iter_mut().for_each(|blocks| visit_blocks(blocks, with)),
            Block::Code(_) | Block::Separator => {}
        }
    }
}
