//! What stands in a section, as Markdown.

use super::{Printer, escape, trim};
use crate::document::model::{Block, Code, Inline, Item, List, ListKind, Step, Term, plain_text};

impl Printer<'_> {
    /// Prints blocks that stand below a heading of this level.
    pub(super) fn blocks(&mut self, blocks: &[Block], level: usize) {
        let mut before = None;
        for block in blocks {
            let kind = list_kind(block);
            self.other_marks = kind.is_some() && kind == before && !self.other_marks;
            before = kind;
            self.block(block, level);
        }
        self.other_marks = false;
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Paragraph(paragraph) => self.line(&paragraph.content),
            Block::Heading(heading) => self.heading(level + heading.depth.max(1), None, &heading.content),
            Block::List(list) => self.list(list, level),
            Block::Steps(steps) => self.steps(steps),
            Block::Terms(terms) => self.terms(terms),
            Block::Table(table) => self.table(table),
            Block::Note(blocks) | Block::Quote(blocks) => {
                let begun = self.begin();
                self.marked("> ", "> ", blocks, level);
                self.end(begun);
            }
            Block::Code(code) => self.code(code),
            Block::Example(example) => {
                self.heading(level + 1, None, &example.title);
                self.blocks(&example.blocks, level + 1);
            }
            Block::Figure(figure) => {
                self.caption(&figure.caption);
                self.blocks(&figure.blocks, level);
            }
            Block::Beside(groups) => self.blocks(&groups.concat(), level),
            Block::Separator => self.paragraph_of("---"),
        }
    }

    /// The name of a table or a figure, in a line of its own that ends like a sentence, so that it is not taken for a
    /// heading.
    pub(super) fn caption(&mut self, caption: &[Inline]) {
        if caption.is_empty() {
            return;
        }
        let end = if ends_sentence(&plain_text(caption)) { "" } else { &*self.labels.colon };
        let begun = self.begin();
        self.out.push_str("**");
        let words = self.out.len();
        self.inlines(caption);
        trim(&mut self.out, words);
        self.extend([end, "**"]);
        self.end(begun);
    }

    /// Running text in which no line ends, for cells.
    pub(super) fn one_line(&mut self, content: &[Inline]) {
        let start = self.out.len();
        self.inlines(content);
        if self.out[start..].contains('\n') {
            let words = self.out[start..].replace("\\\n", " ");
            self.out.truncate(start);
            self.out.push_str(&words);
        }
        trim(&mut self.out, start);
    }

    fn list(&mut self, list: &List, level: usize) {
        let (bullet, dot) = self.marks();
        let begun = self.begin();
        for (index, item) in (0_u64..).zip(&list.items) {
            let mark = match list.kind {
                ListKind::Bulleted => format!("{bullet} "),
                ListKind::Numbered { start } => format!("{}{dot} ", start.saturating_add(index)),
            };
            self.item(&mark, item, level);
        }
        self.end(begun);
    }

    /// The bullet, and what follows a number. A list directly after one of its kind takes other marks, without which
    /// the two would become one.
    fn marks(&self) -> (char, char) {
        if self.other_marks { ('*', ')') } else { ('-', '.') }
    }

    /// One item. Items of one paragraph stand close to one another.
    fn item(&mut self, mark: &str, item: &Item, level: usize) {
        let start = self.out.len();
        self.marked(mark, &" ".repeat(mark.len()), &item.content, level);
        if self.out.len() == start {
            self.extend([mark.trim_end(), "\n"]);
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        let (_, dot) = self.marks();
        let begun = self.begin();
        for (index, step) in steps.iter().enumerate() {
            let end = if ends_sentence(&plain_text(&step.title)) { "" } else { &*self.labels.stop };
            self.out.push_str(&(index + 1).to_string());
            self.out.push(dot);
            self.out.push_str(" **");
            self.one_line(&step.title);
            self.extend([end, "** "]);
            self.one_line(&step.content);
            self.out.push('\n');
        }
        self.end(begun);
    }

    fn terms(&mut self, terms: &[Term]) {
        let (bullet, _) = self.marks();
        let begun = self.begin();
        for term in terms {
            self.out.push(bullet);
            self.out.push_str(" **");
            self.one_line(&term.name);
            match term.descriptions.as_slice() {
                [] => self.out.push_str("**"),
                [only] => {
                    self.extend([&self.labels.colon, "** "]);
                    self.one_line(&only.content);
                }
                several => {
                    self.extend([&self.labels.colon, "**"]);
                    for description in several {
                        self.out.push_str("\n  ");
                        self.out.push(bullet);
                        self.out.push(' ');
                        self.one_line(&description.content);
                    }
                }
            }
            self.out.push('\n');
        }
        self.end(begun);
    }

    fn code(&mut self, code: &Code) {
        let fence = "`".repeat(escape::longest_run(&code.text, '`').max(2) + 1);
        let language = code.language.as_deref().unwrap_or("text").replace('`', "");
        let newline = if code.text.ends_with('\n') { "" } else { "\n" };
        self.paragraph_of(&format!("{fence}{language}\n{}{newline}{fence}", code.text));
    }

    /// Prints blocks behind a mark: before the first line, and before each other line.
    fn marked(&mut self, first: &str, other: &str, blocks: &[Block], level: usize) {
        let outer = std::mem::replace(&mut self.base, self.out.len());
        let mut place = self.base;
        for (index, block) in blocks.iter().enumerate() {
            let is_nested_list =
                index == 1 && matches!((&blocks[0], block), (Block::Paragraph(_), Block::List(_)));
            let kind = list_kind(block);
            self.other_marks = kind.is_some() && index > 0 && kind == list_kind(&blocks[index - 1]);
            self.block(block, level);
            if is_nested_list && first != other && self.out[place..].starts_with('\n') {
                // A list that belongs to the words above it follows them closely.
                self.out.remove(place);
            }
            place = self.out.len();
        }
        let inner = self.out.split_off(self.base);
        self.base = outer;
        if inner.is_empty() {
            return;
        }
        for (index, line) in inner.trim_end().split('\n').enumerate() {
            let mark = if index == 0 { first } else { other };
            self.out.push_str(if line.is_empty() { mark.trim_end() } else { mark });
            self.extend([line, "\n"]);
        }
    }
}

/// How a block that becomes a list is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    Bullets,
    Numbers,
}

fn list_kind(block: &Block) -> Option<Marked> {
    match block {
        Block::List(List { kind: ListKind::Bulleted, .. }) | Block::Terms(_) => Some(Marked::Bullets),
        Block::List(List { kind: ListKind::Numbered { .. }, .. }) | Block::Steps(_) => Some(Marked::Numbers),
        Block::Paragraph(_)
        | Block::Heading(_)
        | Block::Table(_)
        | Block::Note(_)
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Example(_)
        | Block::Figure(_)
        | Block::Beside(_)
        | Block::Separator => None,
    }
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', ':', ';', '!', '?', '…', '。', '：', '？'])
}
