//! A document as Markdown: CommonMark with the tables and notes that GitHub knows, to be read as it stands as well.
//!
//! In: a [`Document`]. Out: text without HTML. Anchors are those that GitHub makes from headings, so a link to a
//! clause or a cell leads to the heading above it; the permanent anchors are those of the HTML page. Paragraphs and
//! rows are never wrapped, which keeps comparisons of two versions short.

mod block;
mod emphasis;
mod entangled;
mod escape;
mod inline;
mod places;
mod slug;
mod table;

use crate::document::model::{
    Document, FormLink, Inline, Labels, LanguageLink, Paragraph, Section, Target, plain_text,
};
use entangled::Marks;
use places::Places;

/// The document as one Markdown file.
pub fn document(document: &Document) -> String {
    let mut printer = Printer::new(&document.labels, Places::of(document));
    printer.out.reserve(USUAL_LENGTH);
    printer.document(document);
    printer.out
}

/// Words of which Markdown makes nothing else, in a paragraph or in a cell of a table.
pub(super) fn escaped(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    escape::push_words(&mut words, text);
    words
}

/// Room for most documents.
const USUAL_LENGTH: usize = 32 * 1024;

/// The text so far, and where links lead.
struct Printer<'d> {
    /// The words of the document's language.
    labels: &'d Labels,
    out: String,
    /// Where in the text the blocks begin that are printed together: those of the document, or those of one item.
    base: usize,
    places: Places<'d>,
    /// Whether the list that is printed follows another of its kind directly.
    other_marks: bool,
    /// The character behind the content that is printed, in the line that it is part of.
    behind: Option<char>,
    /// The marks that are tried for content whose emphasis is entangled.
    marks: Option<Marks>,
    /// Whether the content that is printed is emphasised and strong already.
    within: (bool, bool),
    /// The sign of its marks, if it has any.
    sign: Option<char>,
}

/// A paragraph that is being printed: where the text ended before it, and where its lines begin.
#[derive(Clone, Copy)]
struct Begun {
    before: usize,
    lines: usize,
}

impl<'d> Printer<'d> {
    /// Nothing printed yet, for a document with these labels, in which links lead to these places.
    fn new(labels: &'d Labels, places: Places<'d>) -> Self {
        Self {
            labels,
            out: String::new(),
            base: 0,
            places,
            other_marks: false,
            behind: None,
            marks: None,
            within: (false, false),
            sign: None,
        }
    }
}

impl Printer<'_> {
    fn document(&mut self, document: &Document) {
        let title = &document.title;
        self.heading(1, None, &[Inline::text(title.title.clone())]);
        let publisher = match &title.publisher.link {
            Some(target) => Inline::link(target.clone(), title.publisher.name.clone()),
            None => Inline::text(title.publisher.name.clone()),
        };
        let mut kicker = if title.publisher.name.is_empty() { Vec::new() } else { vec![publisher] };
        if let Some(words) = &title.kicker {
            let dot = if kicker.is_empty() { "" } else { " · " };
            kicker.push(Inline::text(format!("{dot}{words}")));
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
            let begun = self.begin();
            self.extend(["[^", &(index + 1).to_string(), "]: "]);
            self.inlines(&note.content);
            self.end(begun);
        }
    }

    fn facts(&mut self, document: &Document) {
        let begun = self.begin();
        for fact in &document.title.facts {
            self.out.push_str("- ");
            let name = self.out.len();
            escape::push_words(&mut self.out, &fact.name);
            escape::start_of_line(&mut self.out, name);
            // A colon of full width has its space in itself.
            let gap = if self.labels.colon.ends_with(|sign: char| sign.is_ascii()) { " " } else { "" };
            self.extend([&self.labels.colon, gap]);
            self.inlines(&fact.value);
            self.out.push('\n');
        }
        self.end(begun);
    }

    /// The other languages and forms of the document, in one line.
    fn links(&mut self, languages: &[LanguageLink], forms: &[FormLink]) {
        let others = languages.iter().filter(|language| !language.current);
        let others = others.map(|language| (&language.target, &language.name));
        let links = forms.iter().map(|form| (&form.target, &form.label)).chain(others);
        let begun = self.begin();
        for (index, (target, words)) in links.enumerate() {
            if index > 0 {
                self.out.push_str(" · ");
            }
            self.link(target, &[Inline::text(words.clone())]);
        }
        self.end(begun);
    }

    fn contents(&mut self, document: &Document) {
        if document.sections.is_empty() {
            return;
        }
        self.heading(2, None, &[Inline::text(document.labels.contents.clone())]);
        let begun = self.begin();
        for section in document.glance.iter().chain(&document.sections) {
            self.out.push_str("- ");
            let target = Target::Anchor(section.anchor.clone());
            self.link(&target, &[Inline::Text(heading_words(section))]);
            self.out.push('\n');
        }
        self.end(begun);
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.heading(level, section.number.as_deref(), &section.title);
        self.blocks(&section.blocks, level);
        for part in &section.subsections {
            self.section(part, level + 1);
        }
    }

    fn heading(&mut self, level: usize, number: Option<&str>, title: &[Inline]) {
        let begun = self.begin();
        self.out.extend(std::iter::repeat_n('#', level.min(6)));
        self.out.push(' ');
        let words = self.out.len();
        match number {
            Some(number) => {
                // Words that follow each other directly are escaped as one.
                let mut numbered = title.to_vec();
                numbered.insert(0, Inline::text(format!("{number}. ")));
                self.inlines(&numbered);
            }
            None => self.inlines(title),
        }
        trim(&mut self.out, words);
        self.end(begun);
    }

    /// A paragraph of running text.
    fn line(&mut self, content: &[Inline]) {
        let begun = self.begin();
        self.inlines(content);
        escape::start_of_line(&mut self.out, begun.lines);
        self.end(begun);
    }

    /// Adds finished lines.
    fn paragraph_of(&mut self, lines: &str) {
        let begun = self.begin();
        self.out.push_str(lines);
        self.end(begun);
    }

    /// Begins lines of their own, with one empty line before them.
    fn begin(&mut self) -> Begun {
        let before = self.out.len();
        if before > self.base {
            self.out.push('\n');
        }
        Begun { before, lines: self.out.len() }
    }

    /// Ends them. Lines never end in spaces, and where nothing was said there is no line.
    fn end(&mut self, begun: Begun) {
        let lines = &self.out[begun.lines..];
        let length = lines.trim_end().len();
        if length == 0 {
            self.out.truncate(begun.before);
            return;
        }
        self.out.truncate(begun.lines + length);
        let lines = &self.out[begun.lines..];
        if lines.split('\n').any(|line| line.ends_with(char::is_whitespace)) {
            let lines: Vec<&str> = lines.split('\n').map(str::trim_end).collect();
            let lines = lines.join("\n");
            self.out.truncate(begun.lines);
            self.out.push_str(&lines);
        }
        self.out.push('\n');
    }

    fn extend<const N: usize>(&mut self, pieces: [&str; N]) {
        for piece in pieces {
            self.out.push_str(piece);
        }
    }
}

/// Takes away the white space around what stands behind a place.
fn trim(out: &mut String, from: usize) {
    out.truncate(from + out[from..].trim_end().len());
    let blank = out.len() - from - out[from..].trim_start().len();
    if blank > 0 {
        out.drain(from..from + blank);
    }
}

fn heading_words(section: &Section) -> String {
    let words = plain_text(&section.title);
    match &section.number {
        Some(number) => format!("{number}. {words}"),
        None => words,
    }
}
