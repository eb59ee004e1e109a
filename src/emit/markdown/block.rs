//! What stands in a section, as Markdown.

use super::{Printer, escape};
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
            Block::Paragraph(paragraph) => {
                self.place(paragraph.anchor.as_ref());
                self.line(&paragraph.content);
            }
            Block::Heading(heading) => {
                self.heading(level + heading.depth.max(1), heading.anchor.as_ref(), &heading.content);
            }
            Block::List(list) => self.list(list, level),
            Block::Steps(steps) => self.steps(steps),
            Block::Terms(terms) => self.terms(terms),
            Block::Table(table) => self.table(table),
            Block::Note(blocks) | Block::Quote(blocks) => self.indented("> ", "> ", blocks, level),
            Block::Code(code) => self.code(code),
            Block::Example(example) => {
                self.heading(level + 1, Some(&example.anchor), &example.title);
                self.blocks(&example.blocks, level + 1);
            }
            Block::Figure(figure) => {
                self.place(figure.anchor.as_ref());
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
        let words = self.inlines(caption);
        let end = if ends_sentence(&plain_text(caption)) { "" } else { &*self.labels.colon };
        self.paragraph_of(&format!("**{}{end}**", words.trim()));
    }

    /// Running text in which no line ends, for cells.
    pub(super) fn one_line(&self, content: &[Inline]) -> String {
        let words = self.inlines(content);
        if words.contains('\n') { words.replace("\\\n", " ").trim().to_owned() } else { trimmed(words) }
    }

    fn list(&mut self, list: &List, level: usize) {
        let mut lists = String::new();
        let (bullet, dot) = self.marks();
        for (index, item) in (0_u64..).zip(&list.items) {
            let mark = match list.kind {
                ListKind::Bulleted => format!("{bullet} "),
                ListKind::Numbered { start } => format!("{}{dot} ", start.saturating_add(index)),
            };
            lists.push_str(&self.item(&mark, item, level));
        }
        self.paragraph_of(&lists);
    }

    /// The bullet, and what follows a number. A list directly after one of its kind takes other marks, without which
    /// the two would become one.
    fn marks(&self) -> (char, char) {
        if self.other_marks { ('*', ')') } else { ('-', '.') }
    }

    /// One item. Items of one paragraph stand close to one another.
    fn item(&mut self, mark: &str, item: &Item, level: usize) -> String {
        self.place(item.anchor.as_ref());
        let before = std::mem::take(&mut self.out);
        self.indented(mark, &" ".repeat(mark.len()), &item.content, level);
        let mut lines = std::mem::replace(&mut self.out, before);
        if lines.is_empty() {
            lines = format!("{}\n", mark.trim_end());
        }
        lines
    }

    fn steps(&mut self, steps: &[Step]) {
        let (_, dot) = self.marks();
        let mut lines = Vec::with_capacity(steps.len());
        for (index, step) in steps.iter().enumerate() {
            self.place(step.anchor.as_ref());
            let end = if ends_sentence(&plain_text(&step.title)) { "" } else { &*self.labels.stop };
            let title = self.one_line(&step.title);
            lines.push(format!("{}{dot} **{title}{end}** {}", index + 1, self.one_line(&step.content)));
        }
        self.paragraph_of(&lines.join("\n"));
    }

    fn terms(&mut self, terms: &[Term]) {
        let (bullet, _) = self.marks();
        let colon = &self.labels.colon;
        let mut lines = Vec::with_capacity(terms.len());
        for term in terms {
            self.place(term.anchor.as_ref());
            let descriptions: Vec<String> =
                term.descriptions.iter().map(|description| self.one_line(&description.content)).collect();
            let name = self.one_line(&term.name);
            match descriptions.as_slice() {
                [] => lines.push(format!("{bullet} **{name}**")),
                [only] => lines.push(format!("{bullet} **{name}{colon}** {only}")),
                several => {
                    lines.push(format!("{bullet} **{name}{colon}**"));
                    lines.extend(several.iter().map(|line| format!("  {bullet} {line}")));
                }
            }
        }
        self.paragraph_of(&lines.join("\n"));
    }

    fn code(&mut self, code: &Code) {
        let fence = "`".repeat(escape::longest_run(&code.text, '`').max(2) + 1);
        let language = code.language.as_deref().unwrap_or("text").replace('`', "");
        let newline = if code.text.ends_with('\n') { "" } else { "\n" };
        self.paragraph_of(&format!("{fence}{language}\n{}{newline}{fence}", code.text));
    }

    /// Prints blocks behind a mark: before the first line, and before each other line.
    fn indented(&mut self, first: &str, other: &str, blocks: &[Block], level: usize) {
        let before = std::mem::take(&mut self.out);
        let mut place = 0;
        for (index, block) in blocks.iter().enumerate() {
            let is_nested_list =
                index == 1 && matches!((&blocks[0], block), (Block::Paragraph(_), Block::List(_)));
            let kind = list_kind(block);
            self.other_marks = kind.is_some() && index > 0 && kind == list_kind(&blocks[index - 1]);
            self.block(block, level);
            if is_nested_list && !self.gathers && first != other {
                // A list that belongs to the words above it follows them closely.
                self.out.replace_range(place..=place, "");
            }
            place = self.out.len();
        }
        let inner = std::mem::replace(&mut self.out, before);
        let mut lines = String::new();
        for (index, line) in inner.trim_end().split('\n').enumerate() {
            let mark = if index == 0 { first } else { other };
            lines.push_str(if line.is_empty() { mark.trim_end() } else { mark });
            lines.push_str(line);
            lines.push('\n');
        }
        if !inner.is_empty() {
            self.paragraph_of(&lines);
        }
    }
}

/// Words without the white space around them, in place where there is none.
fn trimmed(words: String) -> String {
    let core = words.trim();
    if core.len() == words.len() { words } else { core.to_owned() }
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
