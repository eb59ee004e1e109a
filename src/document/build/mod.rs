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
pub(in crate::document) mod typography;
mod values;
mod visit;
mod week;

#[cfg(test)]
mod tests;

pub use options::{Digest, DigestOf, Form, FormKind, Options};
pub use typography::closed_up;

use std::borrow::Cow;

use super::model::{Direction, Document, Section, TitleBlock, plain_text};
use super::words::Words;
use crate::hir::{Program, Standard};
use crate::value::Name;
use context::Context;

/// The language whose words stand in where the tool has none of the document's.
const FALLBACK: &str = "en";

/// The document of a program. `None` when its languages have no words at all, which `Words::languages` tells beforehand.
pub fn build(program: &Program, options: &Options) -> Option<Document> {
    let language = program.policy.languages.get(options.language).or(program.policy.languages.first());
    let tag = language.map_or(FALLBACK, |language| language.tag.as_str());
    let words = words_of(program, options)?;
    let mut cx = Context::new(program, options, tag, words);
    // A text can speak of a section that comes later by its number. Sections are rarely empty, so all are expected to be there;
    // only where a text named the number of one after an empty one is everything said again.
    let expected: Vec<&Name> = program.layout.iter().map(|section| &section.clause.name).collect();
    cx.set_numbers(&expected);
    let mut body = Body::of(&cx);
    if body.numbered != expected {
        cx.set_numbers(&body.numbered);
        if cx.said_numbers() {
            cx.take_notes();
            cx.take_stand_ins();
            body = Body::of(&cx);
        }
    }
    let Body { title, glance, sections, contact, .. } = body;
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
        labels: words.labels().clone(),
    };
    document.notes = cx.take_notes();
    let mut former = Cow::Borrowed(&program.former);
    if let Some(section) = contact {
        former.to_mut().entry(section).or_default().push(section::CONTACT.to_owned());
    }
    places::settle(&mut document, &cx.take_stand_ins(), &former);
    typography::set(&mut document, words);
    Some(document)
}

/// Brings up to date what a document says of the files beside it; nothing else in it depends on them.
pub fn lay_beside(document: &mut Document, program: &Program, options: &Options) {
    document.title.languages = title::languages(program, options);
    if let Some(words) = words_of(program, options) {
        document.title.forms = title::forms(words, options);
    }
}

/// The words of the language that is asked for.
fn words_of(program: &Program, options: &Options) -> Option<Words> {
    let language = program.policy.languages.get(options.language).or(program.policy.languages.first());
    let (tag, informal) =
        language.map_or((FALLBACK, false), |language| (language.tag.as_str(), language.informal));
    Words::load(tag, informal).or_else(|| Words::load(FALLBACK, false))
}

/// What a reader reads from the top.
struct Body<'a> {
    title: TitleBlock,
    glance: Option<Section>,
    sections: Vec<Section>,
    /// The sections of the layout that have something for the reader, in the order of their numbers.
    numbered: Vec<&'a Name>,
    /// Where the channels stand, if no section of its own says how to get in touch.
    contact: Option<String>,
}

impl<'a> Body<'a> {
    fn of(cx: &Context<'a>) -> Self {
        let title = title::block(cx);
        let glance = glance::section(cx);
        let (mut sections, mut numbered, mut has_contact) = (Vec::new(), Vec::new(), false);
        for section in &cx.program.layout {
            let number = (sections.len() + 1).to_string();
            if let Some(built) = section::build(cx, section, Some(number)) {
                sections.push(built);
                numbered.push(&section.clause.name);
                has_contact |= section.standard == Some(Standard::Contact);
            }
        }
        let contact = if has_contact { None } else { section::of_channels(cx) };
        Self { title, glance, sections, numbered, contact }
    }
}

fn window_title(cx: &Context<'_>, title: &str) -> String {
    let title = match &cx.program.policy.version {
        Some(version) => {
            let version = plain_text(&text::inline(cx, version));
            cx.words
                .say("page-title-version", &[("title", title.to_owned().into()), ("version", version.into())])
        }
        None => title.to_owned(),
    };
    let publisher = title::publisher(cx);
    if publisher.is_empty() { title } else { format!("{title} – {publisher}") }
}
