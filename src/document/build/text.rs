//! The author's texts: as part of a sentence, or as blocks.
//!
//! In: a text with its translations. Out: inlines or blocks in the document's language, with quotations replaced. A text
//! that has no translation is given in the first language of the policy.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::RefCell;

use super::context::Context;
use super::index::Index;
use super::line::{Line, push_all, push_words};
use super::quote;
use super::visit::{Part, visit_blocks};
use crate::document::model::{Block, Inline, plain_text};
use crate::document::prose;
use crate::hir::{Note, Program, Section, SectionItem};
use crate::value::{Piece, Text};

/// A text as part of a line; Markdown in it keeps only what stands within a line.
pub fn inline(cx: &Context<'_>, text: &Text) -> Line {
    let line = own_line(cx, text);
    match cx.wording().foreign(text) {
        Some(tag) if !line.is_empty() => vec![Inline::in_language(tag, line)],
        Some(_) | None => line,
    }
}

fn own_line(cx: &Context<'_>, text: &Text) -> Line {
    let piece = text.in_language(cx.language);
    if !piece.block {
        return plain(cx, piece);
    }
    let mut line = Line::new();
    for block in blocks_of(cx, piece) {
        let words = match block {
            Block::Paragraph(paragraph) => paragraph.content,
            Block::Heading(heading) => heading.content,
            Block::List(list) => list
                .items
                .into_iter()
                .flat_map(|item| item.content)
                .filter_map(|block| if let Block::Paragraph(it) = block { Some(it.content) } else { None })
                .fold(Line::new(), |whole, item| {
                    let divided = plain_text(&whole).ends_with([';', ',', ':']);
                    super::line::joined([whole, item], if divided { " " } else { "; " })
                }),
            Block::Code(code) => vec![Inline::Code(code.text)],
            Block::Steps(_)
            | Block::Terms(_)
            | Block::Table(_)
            | Block::Note(_)
            | Block::Quote(_)
            | Block::Example(_)
            | Block::Figure(_)
            | Block::Beside(_)
            | Block::Separator => continue,
        };
        line = super::line::spaced([line, words]);
    }
    line
}

/// A text as blocks: Markdown when it was written as a block, a paragraph when not.
pub fn blocks(cx: &Context<'_>, text: &Text) -> Vec<Block> {
    let piece = text.in_language(cx.language);
    if !piece.block {
        return vec![Block::paragraph(inline(cx, text))];
    }
    let mut blocks = blocks_of(cx, piece);
    if let Some(tag) = cx.wording().foreign(text) {
        visit_blocks(&mut blocks, &mut |part| {
            if let Part::Line(line) = part
                && !line.is_empty()
            {
                *line = vec![Inline::in_language(tag, std::mem::take(line))];
            }
        });
    }
    blocks
}

/// Whether a text is more than running words: lists, tables and the like would be lost in a line.
pub fn is_complex(cx: &Context<'_>, text: &Text) -> bool {
    let piece = text.in_language(cx.language);
    piece.block && blocks_of(cx, piece).iter().any(|block| !matches!(block, Block::Paragraph(_)))
}

/// The texts among these that the reader may see, as blocks.
pub fn notes_as_blocks(cx: &Context<'_>, notes: &[Note]) -> Vec<Block> {
    notes
        .iter()
        .filter(|note| cx.options.published.shows(&note.audience))
        .flat_map(|note| blocks(cx, &note.text))
        .collect()
}

fn blocks_of(cx: &Context<'_>, piece: &Piece) -> Vec<Block> {
    let mut resolve = |_: &str, range: std::ops::Range<usize>| {
        // The reader names the words between the braces; quotations are kept with their braces.
        let found = piece.quotations.iter().find(|quotation| quotation.range.start + 1 == range.start)?;
        quote::line(cx, found, starts_sentence(&piece.content[..found.range.start]))
    };
    prose::read(&piece.content, &mut resolve).blocks
}

/// A text on one line: no Markdown, but quotations.
fn plain(cx: &Context<'_>, piece: &Piece) -> Line {
    let mut line = Line::new();
    let mut from = 0;
    for quotation in &piece.quotations {
        let Some(before) = piece.content.get(from..quotation.range.start) else { continue };
        push_words(&mut line, &unescaped(before));
        match quote::line(cx, quotation, starts_sentence(&piece.content[..quotation.range.start])) {
            Some(words) => push_all(&mut line, words),
            None => push_words(&mut line, piece.content.get(quotation.range.clone()).unwrap_or_default()),
        }
        from = quotation.range.end;
    }
    push_words(&mut line, &unescaped(piece.content.get(from..).unwrap_or_default()));
    line
}

fn unescaped(words: &str) -> Cow<'_, str> {
    if words.contains('\\') { words.replace("\\{", "{").replace("\\}", "}").into() } else { words.into() }
}

/// Whether a sentence begins behind these words.
fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end();
    let last_line = before.rsplit('\n').next().unwrap_or_default().trim();
    before.is_empty()
        || before.ends_with(['.', '?', '!', '。', '\u{FF1F}', '\u{FF01}'])
        || matches!(last_line, "-" | "*" | "+")
        || last_line.strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// All texts of a policy in a language, one a line, to see how its words are written there.
pub fn all_texts(program: &Program, index: &Index<'_>, language: &str) -> String {
    let mut whole = String::new();
    let mut add = |text: &Text| {
        whole.push_str(&text.in_language(language).content);
        whole.push('\n');
    };
    for clause in index.all() {
        clause.title.iter().chain(&clause.means).chain(&clause.because).for_each(|text| add(text));
        clause.notes.iter().chain(&clause.prose).for_each(|note| add(&note.text));
    }
    program.questions.values().flat_map(|question| &question.answers).for_each(|note| add(&note.text));
    program.layout.iter().for_each(|section| section_texts(section, &mut add));
    whole
}

/// The words that stand with a small letter somewhere in some texts, and those that a language knows to be ordinary. They are
/// looked for when they are asked for, since few ever are.
pub struct CommonWords {
    texts: String,
    known: String,
    /// What was asked already. One title is asked about wherever it stands.
    asked: RefCell<FxHashMap<String, bool>>,
}

impl CommonWords {
    /// The words of some texts, and those that are known, with a space between them.
    pub fn new(texts: String, known: String) -> Self {
        Self { texts, known, asked: RefCell::default() }
    }

    /// Whether this is one of them.
    pub fn contains(&self, word: &str) -> bool {
        if let Some(known) = self.asked.borrow().get(word) {
            return *known;
        }
        let is = self.stands(word);
        self.asked.borrow_mut().insert(word.to_owned(), is);
        is
    }

    /// Whether the language knows it to be ordinary, whatever the texts say.
    pub fn knows(&self, word: &str) -> bool {
        word.starts_with(char::is_lowercase) && stands_in(&self.known, word, |c| c == ' ')
    }

    fn stands(&self, word: &str) -> bool {
        let apart = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '{' | '}' | '(' | ')');
        word.starts_with(char::is_lowercase) && (stands_in(&self.texts, word, apart) || self.knows(word))
    }
}

/// Whether a word stands in a text, with signs that keep words apart around it.
fn stands_in(text: &str, word: &str, apart: impl Fn(char) -> bool) -> bool {
    // A word with such a sign in it is none.
    !word.contains(&apart)
        && memchr::memmem::find_iter(text.as_bytes(), word).any(|at| {
            text[..at].chars().next_back().is_none_or(&apart)
                && text[at + word.len()..].chars().next().is_none_or(&apart)
        })
}

/// The texts that stand in a section itself.
fn section_texts(section: &Section, add: &mut dyn FnMut(&Text)) {
    for item in &section.items {
        match item {
            SectionItem::Prose(_, text) | SectionItem::Note(_, text) => add(text),
            SectionItem::Duty(duty) => {
                add(&duty.text);
                duty.except.iter().for_each(|text| add(text));
            }
            SectionItem::Section(inner) => section_texts(inner, add),
            SectionItem::Declaration(_) => {}
        }
    }
}
