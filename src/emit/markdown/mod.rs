//! A document as Markdown: CommonMark with the tables and notes that GitHub knows, to be read as it stands as well.
//!
//! In: a [`Document`]. Out: text without HTML. Anchors are those that GitHub makes from headings, so a link to a
//! clause or a cell leads to the heading above it; the permanent anchors are those of the HTML page. Paragraphs and
//! rows are never wrapped, which keeps comparisons of two versions short.

mod block;
mod escape;
mod inline;
mod slug;
mod table;

use std::collections::BTreeMap;

use crate::document::model::{
    Anchor, Document, FormLink, Inline, Labels, LanguageLink, Paragraph, Section, Target, plain_text,
};
use slug::Slugs;

/// The document as one Markdown file.
pub fn document(document: &Document) -> String {
    // Links may lead forward, so the headings are gathered first, by going through everything without words.
    let mut gathering = Printer { gathers: true, ..Printer::new(&document.labels, BTreeMap::new()) };
    gathering.document(document);
    let mut printer = Printer::new(&document.labels, gathering.headings);
    printer.document(document);
    printer.out
}

/// The text so far, and where links lead.
struct Printer<'d> {
    /// The words of the document's language.
    labels: &'d Labels,
    out: String,
    /// For each anchor the name of the heading at or above it.
    known: BTreeMap<Anchor, String>,
    /// The same, as far as it has been gathered.
    headings: BTreeMap<Anchor, String>,
    slugs: Slugs,
    /// The name of the heading printed last.
    current: String,
    /// Whether only the names of headings are wanted.
    gathers: bool,
    /// Whether the list that is printed follows another of its kind directly.
    other_marks: bool,
}

impl<'d> Printer<'d> {
    fn new(labels: &'d Labels, known: BTreeMap<Anchor, String>) -> Self {
        let (out, headings, current) = (String::new(), BTreeMap::new(), String::new());
        let (slugs, gathers, other_marks) = (Slugs::default(), false, false);
        Self { labels, out, known, headings, slugs, current, gathers, other_marks }
    }

    fn document(&mut self, document: &Document) {
        let title = &document.title;
        self.heading(1, None, &[Inline::text(title.title.clone())]);
        let publisher = match &title.publisher.link {
            Some(target) => Inline::link(target.clone(), title.publisher.name.clone()),
            None => Inline::text(title.publisher.name.clone()),
        };
        let mut kicker = vec![publisher];
        if let Some(words) = &title.kicker {
            kicker.push(Inline::text(format!(" · {words}")));
        }
        self.line(&kicker);
        self.line(&title.lead);
        self.facts(document);
        self.links(&title.languages, &title.forms);
        self.contents(document);
        for section in document.glance.iter().chain(&document.sections) {
            self.section(section, 2);
        }
        if !document.colophon.is_empty() {
            self.paragraph_of("---");
            for Paragraph { content, .. } in &document.colophon {
                self.line(content);
            }
        }
        for (index, note) in document.notes.iter().enumerate() {
            let words = self.inlines(&note.content);
            self.paragraph_of(&format!("[^{}]: {words}", index + 1));
        }
    }

    fn facts(&mut self, document: &Document) {
        let lines: Vec<String> = document
            .title
            .facts
            .iter()
            .map(|fact| {
                format!(
                    "- {}{} {}",
                    escape::start_of_line(&escape::words(&fact.name)),
                    self.labels.colon,
                    self.inlines(&fact.value)
                )
            })
            .collect();
        self.paragraph_of(&lines.join("\n"));
    }

    /// The other languages and forms of the document, in one line.
    fn links(&mut self, languages: &[LanguageLink], forms: &[FormLink]) {
        let others = languages.iter().filter(|language| !language.current);
        let others = others.map(|language| (&language.target, &language.name));
        let links: Vec<String> = forms
            .iter()
            .map(|form| (&form.target, &form.label))
            .chain(others)
            .map(|(target, words)| self.inlines(&[Inline::link(target.clone(), words.clone())]))
            .collect();
        self.paragraph_of(&links.join(" · "));
    }

    fn contents(&mut self, document: &Document) {
        if document.sections.is_empty() {
            return;
        }
        self.heading(2, None, &[Inline::text(document.labels.contents.clone())]);
        let lines: Vec<String> = document
            .glance
            .iter()
            .chain(&document.sections)
            .map(|section| {
                let link = Inline::link(Target::Anchor(section.anchor.clone()), heading_words(section));
                format!("- {}", self.inlines(&[link]))
            })
            .collect();
        self.paragraph_of(&lines.join("\n"));
    }

    fn section(&mut self, section: &Section, level: usize) {
        let mut title = section.title.clone();
        if let Some(number) = &section.number {
            title.insert(0, Inline::text(format!("{number}. ")));
        }
        self.heading(level, Some(&section.anchor), &title);
        self.blocks(&section.blocks, level);
        for part in &section.subsections {
            self.section(part, level + 1);
        }
    }

    fn heading(&mut self, level: usize, anchor: Option<&Anchor>, title: &[Inline]) {
        self.current = self.slugs.next(&plain_text(title));
        self.place(anchor);
        let words = self.inlines(title);
        self.paragraph_of(&format!("{} {}", "#".repeat(level.min(6)), words.trim()));
    }

    /// Notes that an anchor lies below the heading printed last.
    fn place(&mut self, anchor: Option<&Anchor>) {
        if let Some(anchor) = anchor.filter(|_| self.gathers) {
            self.headings.insert(anchor.clone(), self.current.clone());
        }
    }

    /// A paragraph of running text.
    fn line(&mut self, content: &[Inline]) {
        let words = self.inlines(content);
        self.paragraph_of(&escape::start_of_line(&words));
    }

    /// Adds finished lines with one empty line before them. Lines never end in spaces.
    fn paragraph_of(&mut self, lines: &str) {
        if self.gathers || lines.trim().is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let lines = lines.trim_end();
        self.out.reserve(lines.len() + 1);
        for line in lines.split('\n') {
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }
}

fn heading_words(section: &Section) -> String {
    let words = plain_text(&section.title);
    match &section.number {
        Some(number) => format!("{number}. {words}"),
        None => words,
    }
}
