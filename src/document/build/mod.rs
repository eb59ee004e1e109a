//! From the resolved program to the document: every declaration as sentences, lists and tables.
//!
//! In: a program, and options that say for whom, in which language, and what lies beside the document. Out: a document of
//! the neutral model. One file for each construct, under the name that it has everywhere. This room computes nothing that
//! an evaluator would: it says what was written, in the order in which it was written, and works out only prices, minutes
//! and dates that follow from figures alone.

mod availability;
mod calendar;
mod catalogue;
mod changes;
mod channel;
mod clause;
mod commitment;
mod condition;
mod context;
mod counting;
mod definition;
mod duty;
mod entitlement;
mod escalation;
mod event;
mod example;
mod fact;
mod glance;
mod index;
mod kind;
mod line;
mod maintenance;
mod metadata;
mod named;
mod offer;
mod options;
mod places;
mod plan;
mod price;
mod process;
mod product;
mod question;
mod queue;
mod quote;
mod role;
mod runs;
mod scope;
mod section;
mod table;
mod text;
mod title;
mod typography;
mod values;
mod visit;
mod week;

#[cfg(test)]
mod tests;

pub use options::{Digest, DigestOf, Form, FormKind, Options};

use super::model::{Direction, Document, Section, plain_text};
use super::words::Words;
use crate::hir::Program;
use context::Context;

/// The language whose words stand in where the tool has none of the document's.
const FALLBACK: &str = "en";

/// The document of a program. `None` when its languages have no words at all, which `Words::languages` tells beforehand.
pub fn build(program: &Program, options: &Options) -> Option<Document> {
    let language = program.policy.languages.get(options.language).or(program.policy.languages.first());
    let (tag, informal) =
        language.map_or((FALLBACK, false), |language| (language.tag.as_str(), language.informal));
    let words = Words::load(tag, informal).or_else(|| Words::load(FALLBACK, false))?;
    let mut cx = Context::new(program, options, tag, words);
    number_sections(&mut cx);
    let title = title::block(&cx);
    let glance = glance::section(&cx);
    let sections = sections(&cx);
    let window_title = window_title(&cx, &title.title);
    let description = Some(plain_text(&title.lead)).filter(|lead| !lead.is_empty());
    let mut document = Document {
        language: tag.to_owned(),
        direction: Direction::of(tag),
        window_title,
        description,
        title,
        glance,
        sections,
        notes: Vec::new(),
        colophon: title::colophon(&cx),
        metadata: metadata::build(&cx),
        labels: words.labels(),
    };
    document.notes = cx.take_notes();
    places::settle(&mut document, &cx.take_stand_ins(), &program.former);
    typography::set(&mut document, words);
    Some(document)
}

/// The sections that have something for the reader, numbered in order.
fn sections(cx: &Context<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for section in &cx.program.layout {
        let number = (sections.len() + 1).to_string();
        sections.extend(section::build(cx, section, Some(number)));
    }
    if let Some(mut contact) = section::contact(cx) {
        contact.number = Some((sections.len() + 1).to_string());
        sections.push(contact);
    }
    sections
}

/// Finds out which sections there will be, since a text can speak of a section that comes later.
fn number_sections(cx: &mut Context<'_>) {
    let names: Vec<_> = cx
        .program
        .layout
        .iter()
        .filter(|section| section::build(cx, section, None).is_some())
        .map(|section| section.clause.name.clone())
        .collect();
    cx.take_notes();
    cx.take_stand_ins();
    cx.set_numbers(&names);
}

fn window_title(cx: &Context<'_>, title: &str) -> String {
    let title = match &cx.program.policy.version {
        Some(version) => {
            let version = plain_text(&text::inline(cx, version));
            cx.words.say("page-title-version", &[("title", title.into()), ("version", version.into())])
        }
        None => title.to_owned(),
    };
    let publisher = title::publisher(cx);
    if publisher.is_empty() { title } else { format!("{title} – {publisher}") }
}
