//! Documents for the tests of the printers, built by hand through the model.
//!
//! [`northwind::document`] is a whole policy in English; [`kinds::document`] holds what that lacks: every other kind of
//! block, long words, a language written from right to left, and texts that try to leave their place.

pub mod kinds;
pub mod northwind;
mod northwind_service;

use avouch::document::model::{Anchor, Block, Cell, Inline, Labels, Row, Section, Table, TableStyle, Term};
use avouch::document::prose;

/// A line of text, written as Markdown; `~` joins words.
pub fn line(text: &str) -> Vec<Inline> {
    let prose = prose::read(&text.replace('~', "\u{a0}"), &mut |_, _| None);
    assert_eq!(prose.problems, [], "{text}");
    match prose.blocks.as_slice() {
        [Block::Paragraph(paragraph)] => paragraph.content.clone(),
        other => panic!("not one line: {other:?}"),
    }
}

/// A paragraph, written as Markdown.
pub fn paragraph(text: &str) -> Block {
    Block::paragraph(line(text))
}

/// A term with ordinary descriptions.
pub fn term(anchor: &str, name: &str, descriptions: &[&str]) -> Term {
    let anchor = (!anchor.is_empty()).then(|| Anchor::new(anchor));
    Term::new(anchor, name, descriptions.iter().map(|text| line(text)).collect())
}

/// A table whose first cell in each row is its heading; a row is written `anchor | heading | cell | cell`. Cells may
/// hold small print after `//`, and `yes` and `no` become marks.
pub fn table(style: TableStyle, caption: &str, columns: &str, rows: &[&str]) -> Block {
    let columns = columns.split(" | ").map(|words| vec![Inline::text(words)]).collect();
    let rows = rows.iter().map(|row| table_row(row)).collect();
    Block::Table(Table { anchor: None, caption: line(caption), style, columns, rows })
}

fn table_row(text: &str) -> Row {
    let mut parts = text.split(" | ");
    let anchor = parts.next().unwrap_or_default();
    let cells = parts.enumerate().map(|(index, words)| table_cell(index, words)).collect();
    if anchor.is_empty() { Row::new(cells) } else { Row::named(anchor, cells) }
}

fn table_cell(index: usize, text: &str) -> Cell {
    let (words, small) = text.split_once(" // ").unwrap_or((text, ""));
    let content = match words {
        "yes" => vec![Inline::Mark { answer: avouch::document::model::Answer::Yes, word: "Yes".into() }],
        "no" => vec![Inline::Mark { answer: avouch::document::model::Answer::No, word: "No".into() }],
        words => line(words),
    };
    let cell = if index == 0 { Cell::header(content) } else { Cell::data(content) };
    if small.is_empty() { cell } else { cell.with_small(line(small)) }
}

/// A numbered section.
pub fn section(
    number: &str,
    anchor: &str,
    title: &str,
    blocks: Vec<Block>,
    subsections: Vec<Section>,
) -> Section {
    let number = (!number.is_empty()).then(|| number.to_owned());
    Section { number, blocks, subsections, ..Section::new(anchor, title) }
}

/// The labels in English.
pub fn english() -> Labels {
    Labels {
        colon: ":".into(),
        stop: ".".into(),
        aside: " ({words})".into(),
        skip: "Skip to the policy".into(),
        languages: "Languages".into(),
        contents: "Contents".into(),
        link_to_section: "Link to section {number}, {title}".into(),
        link_to_heading: "Link to {title}".into(),
        link_to_clause: "Link to this clause: {name}".into(),
        scroll_hint: "The table has {columns} columns; it scrolls sideways.".into(),
        table: "Table".into(),
        notes: "Notes".into(),
        note: "Note {number}".into(),
        back_to_text: "Back to the text of note {number}".into(),
    }
}
