//! The last pass over a document: every link leads somewhere, every place has one name, notes are counted as they come.
//!
//! In: a document as it was put together, and where places that were not given are found instead. Out: the same document with
//! links, anchors and notes in order. A link that leads nowhere becomes plain words.

use std::collections::BTreeMap;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::visit::{Part, visit};
use crate::document::model::{Anchor, Block, Document, Inline, Note, Section, Target};

/// Room for the places of most documents.
const USUAL_PLACES: usize = 112;

/// Puts the places of a document in order.
pub fn settle(
    document: &mut Document,
    stand_ins: &BTreeMap<Anchor, Anchor>,
    former: &BTreeMap<String, Vec<String>>,
) {
    let mut anchors = FxHashSet::with_capacity_and_hasher(USUAL_PLACES, FxBuildHasher);
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
    anchors: &mut FxHashSet<Anchor>,
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

fn add_sections(section: &Section, anchors: &mut FxHashSet<Anchor>) {
    anchors.insert(section.anchor.clone());
    for block in &section.blocks {
        add_examples(block, anchors);
    }
    section.subsections.iter().for_each(|part| add_sections(part, anchors));
}

fn add_examples(block: &Block, anchors: &mut FxHashSet<Anchor>) {
    if let Block::Example(example) = block {
        anchors.insert(example.anchor.clone());
    }
}

fn settle_line(
    line: &mut Vec<Inline>,
    anchors: &FxHashSet<Anchor>,
    stand_ins: &BTreeMap<Anchor, Anchor>,
    order: &mut Vec<usize>,
) {
    // Most lines are words and nothing else.
    if let [Inline::Text(words)] = line.as_slice()
        && !words.is_empty()
    {
        return;
    }
    let mut settled: Vec<Inline> = Vec::with_capacity(line.len());
    for mut inline in line.drain(..) {
        match &mut inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::NoBreak(inner) => {
                settle_line(inner, anchors, stand_ins, order);
            }
            Inline::Time { content, .. } | Inline::Language { content, .. } => {
                settle_line(content, anchors, stand_ins, order);
            }
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
