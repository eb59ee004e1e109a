//! The last pass over a document: every link leads somewhere, every place has one name, notes are counted as they come.
//!
//! In: a document as it was put together, and where places that were not given are found instead. Out: the same document with
//! links, anchors and notes in order. A link that leads nowhere becomes plain words.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::model::{Anchor, Block, Document, Inline, Note, Section, Target};

/// Puts the places of a document in order.
pub fn settle(
    document: &mut Document,
    stand_ins: &BTreeMap<Anchor, Anchor>,
    former: &BTreeMap<String, Vec<String>>,
) {
    let mut anchors = BTreeSet::new();
    visit(document, &mut |part| {
        if let Part::Anchor(place) = part
            && let Some(anchor) = place.as_ref()
            && !anchors.insert(anchor.clone())
        {
            *place = None;
        }
    });
    document.glance.iter().chain(&document.sections).for_each(|section| add_sections(section, &mut anchors));
    keep_former(document, &mut anchors, stand_ins, former);
    let mut order: Vec<usize> = Vec::new();
    visit(document, &mut |part| {
        if let Part::Line(line) = part {
            settle_line(line, &anchors, stand_ins, &mut order);
        }
    });
    let notes = std::mem::take(&mut document.notes);
    let count = notes.len();
    let mut notes: Vec<Option<Note>> = notes.into_iter().map(Some).collect();
    document.notes = order.iter().filter_map(|index| notes.get_mut(*index).and_then(Option::take)).collect();
    debug_assert!(document.notes.len() <= count);
    // Notes can hold links too, but no marks of notes.
    let mut none = Vec::new();
    for note in &mut document.notes {
        settle_line(&mut note.content, &anchors, stand_ins, &mut none);
    }
}

/// Lets the anchors that clauses had under earlier names lead to where the clauses are now. A name that is given again
/// belongs to what has it now.
fn keep_former(
    document: &mut Document,
    anchors: &mut BTreeSet<Anchor>,
    stand_ins: &BTreeMap<Anchor, Anchor>,
    former: &BTreeMap<String, Vec<String>>,
) {
    let mut at: BTreeMap<Anchor, Vec<Inline>> = BTreeMap::new();
    for (anchor, olds) in former {
        let anchor = Anchor::new(anchor.as_str());
        let place = if anchors.contains(&anchor) { Some(&anchor) } else { stand_ins.get(&anchor) };
        let Some(place) = place.filter(|place| anchors.contains(*place)).cloned() else { continue };
        for old in olds.iter().map(|old| Anchor::new(old.as_str())) {
            if anchors.insert(old.clone()) {
                at.entry(place.clone()).or_default().push(Inline::Place(old));
            }
        }
    }
    if at.is_empty() {
        return;
    }
    // An anchor belongs to the line that follows it.
    let mut places = Vec::new();
    visit(document, &mut |part| match part {
        Part::Anchor(anchor) => {
            places.extend(anchor.as_ref().and_then(|anchor| at.remove(anchor)).unwrap_or_default());
        }
        Part::Fixed(anchor) => places.extend(at.remove(anchor).unwrap_or_default()),
        Part::Line(line) => {
            line.splice(0..0, std::mem::take(&mut places));
        }
    });
}

/// A place or a line of a document.
enum Part<'d> {
    Anchor(&'d mut Option<Anchor>),
    /// An anchor that a part cannot be without.
    Fixed(&'d Anchor),
    Line(&'d mut Vec<Inline>),
}

fn add_sections(section: &Section, anchors: &mut BTreeSet<Anchor>) {
    anchors.insert(section.anchor.clone());
    for block in &section.blocks {
        add_examples(block, anchors);
    }
    section.subsections.iter().for_each(|part| add_sections(part, anchors));
}

fn add_examples(block: &Block, anchors: &mut BTreeSet<Anchor>) {
    if let Block::Example(example) = block {
        anchors.insert(example.anchor.clone());
    }
}

fn visit(document: &mut Document, with: &mut dyn FnMut(Part<'_>)) {
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

fn visit_blocks(blocks: &mut [Block], with: &mut dyn FnMut(Part<'_>)) {
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

fn settle_line(
    line: &mut Vec<Inline>,
    anchors: &BTreeSet<Anchor>,
    stand_ins: &BTreeMap<Anchor, Anchor>,
    order: &mut Vec<usize>,
) {
    let mut settled: Vec<Inline> = Vec::with_capacity(line.len());
    for mut inline in line.drain(..) {
        match &mut inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::NoBreak(inner) => {
                settle_line(inner, anchors, stand_ins, order);
            }
            Inline::Time { content, .. } => settle_line(content, anchors, stand_ins, order),
            Inline::Link { target, content } => {
                settle_line(content, anchors, stand_ins, order);
                if let Target::Anchor(anchor) = target {
                    let place = if anchors.contains(anchor) { Some(&*anchor) } else { stand_ins.get(anchor) };
                    let Some(place) = place.filter(|place| anchors.contains(*place)).cloned() else {
                        super::line::push_all(&mut settled, std::mem::take(content));
                        continue;
                    };
                    *anchor = place;
                }
            }
            Inline::NoteRef(index) => {
                let at = order.iter().position(|known| known == index).unwrap_or_else(|| {
                    order.push(*index);
                    order.len() - 1
                });
                *index = at;
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Mark { .. }
            | Inline::Image { .. }
            | Inline::Break
            | Inline::Place(_) => {}
        }
        match inline {
            Inline::Text(words) => super::line::push_words(&mut settled, &words),
            other => settled.push(other),
        }
    }
    *line = settled;
}
