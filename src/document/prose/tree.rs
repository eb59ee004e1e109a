//! The events of the Markdown reader, put together as blocks.
//!
//! In: openings, closings and words, in the order of the text. Out: blocks. What stands open is a stack, not a
//! recursion, and has a limit, so that no text can exhaust the machine.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, Tag, TagEnd};

use super::ProblemKind;
use crate::document::model::{
    Block, Cell, Code, Heading, Inline, Item, List, ListKind, Row, Table, TableStyle, Target, plain_text,
};

/// How many things may stand open within one another.
const DEPTH_LIMIT: usize = 32;

/// Something that was opened and not yet closed, with what it holds so far.
enum Open {
    Root(Vec<Block>),
    Quote(Vec<Block>),
    List(ListKind, Vec<Item>),
    Item(Vec<Block>),
    Paragraph(Vec<Inline>),
    Heading(usize, Vec<Inline>),
    Code(Option<String>, String),
    Table(Vec<Vec<Inline>>, Vec<Row>),
    HeadRow(Vec<Vec<Inline>>),
    BodyRow(Vec<Cell>),
    Cell(Vec<Inline>),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(Option<Target>, Vec<Inline>),
    Image(String, Vec<Inline>),
    /// Holds nothing of its own: beyond the limit, or of no use to the document. With how many of them lie one inside the other.
    Transparent(usize),
}

/// What has been put together so far.
pub(super) struct Tree {
    stack: Vec<Open>,
    too_deep: Option<Range<usize>>,
}

impl Tree {
    pub(super) fn new() -> Self {
        Self { stack: vec![Open::Root(Vec::new())], too_deep: None }
    }

    /// The blocks, and the place where the text first went too deep.
    pub(super) fn finish(mut self) -> (Vec<Block>, Option<Range<usize>>) {
        while self.stack.len() > 1 {
            self.close_last();
        }
        let mut blocks = match self.stack.pop() {
            Some(Open::Root(blocks)) => blocks,
            _ => Vec::new(),
        };
        level_headings(&mut blocks);
        (blocks, self.too_deep)
    }

    pub(super) fn open(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let open = match tag {
            Tag::Paragraph => Open::Paragraph(Vec::new()),
            Tag::Heading { level, .. } => Open::Heading(level_number(*level), Vec::new()),
            Tag::BlockQuote(_) => Open::Quote(Vec::new()),
            Tag::CodeBlock(kind) => Open::Code(code_language(kind), String::new()),
            Tag::List(start) => {
                let kind = start.map_or(ListKind::Bulleted, |start| ListKind::Numbered { start });
                Open::List(kind, Vec::new())
            }
            Tag::Item => Open::Item(Vec::new()),
            Tag::Table(_) => Open::Table(Vec::new(), Vec::new()),
            Tag::TableHead => Open::HeadRow(Vec::new()),
            Tag::TableRow => Open::BodyRow(Vec::new()),
            Tag::TableCell => Open::Cell(Vec::new()),
            Tag::Strong => Open::Strong(Vec::new()),
            Tag::Emphasis => Open::Emphasis(Vec::new()),
            _ => Open::Transparent(0),
        };
        self.push_open(open, range);
    }

    /// Opens a link; without a target only its words are kept.
    pub(super) fn open_link(&mut self, target: Option<Target>, range: Range<usize>) {
        self.push_open(Open::Link(target, Vec::new()), range);
    }

    pub(super) fn open_image(&mut self, source: &str, range: Range<usize>) {
        self.push_open(Open::Image(source.to_owned(), Vec::new()), range);
    }

    /// Closes what was opened last, and says what was wrong with it.
    pub(super) fn close(&mut self, _tag: TagEnd) -> Option<ProblemKind> {
        if self.stack.len() > 1 { self.close_last() } else { None }
    }

    pub(super) fn push_words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(Open::Code(_, text)) = self.stack.last_mut() {
            text.push_str(words);
        } else if let Some(content) = self.line() {
            if let Some(Inline::Text(text)) = content.last_mut() {
                text.push_str(words);
            } else {
                content.push(Inline::text(words));
            }
        }
    }

    pub(super) fn push(&mut self, inline: Inline) {
        if let Inline::Text(words) = &inline {
            self.push_words(words);
        } else if let Some(content) = self.line() {
            content.push(inline);
        }
    }

    pub(super) fn push_separator(&mut self) {
        self.push_block(Block::Separator);
    }

    /// Opens something, or, beyond the limit, only what holds words, so that no word is lost.
    fn push_open(&mut self, open: Open, range: Range<usize>) {
        let is_full = self.stack.len() >= DEPTH_LIMIT;
        let open = match (open, self.stack.last()) {
            (open @ Open::Item(_), Some(Open::List(..)))
            | (open @ (Open::HeadRow(_) | Open::BodyRow(_)), Some(Open::Table(..)))
            | (open @ Open::Cell(_), Some(Open::HeadRow(_) | Open::BodyRow(_))) => open,
            (open, _) if !is_full => open,
            (open @ (Open::Paragraph(_) | Open::Heading(..) | Open::Code(..)), _) if !self.within_line() => {
                open
            }
            (Open::Item(_) | Open::Cell(_), _) if !self.within_line() => Open::Paragraph(Vec::new()),
            _ => {
                self.too_deep.get_or_insert(range);
                Open::Transparent(0)
            }
        };
        let open = match open {
            Open::Transparent(_) => Open::Transparent(self.transparent() + 1),
            open => open,
        };
        self.stack.push(open);
    }

    /// How many things without a look of their own were opened last.
    fn transparent(&self) -> usize {
        match self.stack.last() {
            Some(Open::Transparent(count)) => *count,
            _ => 0,
        }
    }

    /// The place of what was opened last and has a look of its own.
    fn innermost(&self) -> Option<usize> {
        self.stack.len().checked_sub(self.transparent() + 1)
    }

    fn within_line(&self) -> bool {
        let innermost = self.innermost().and_then(|place| self.stack.get(place));
        innermost.is_some_and(|open| match open {
            Open::Paragraph(_)
            | Open::Heading(..)
            | Open::Cell(_)
            | Open::Strong(_)
            | Open::Emphasis(_)
            | Open::Link(..)
            | Open::Image(..) => true,
            Open::Root(_)
            | Open::Quote(_)
            | Open::List(..)
            | Open::Item(_)
            | Open::Code(..)
            | Open::Table(..)
            | Open::HeadRow(_)
            | Open::BodyRow(_)
            | Open::Transparent(_) => false,
        })
    }

    fn close_last(&mut self) -> Option<ProblemKind> {
        match self.stack.pop()? {
            Open::Root(blocks) => self.stack.push(Open::Root(blocks)),
            Open::Quote(blocks) => self.push_block(Block::Quote(blocks)),
            Open::List(kind, items) => self.push_block(Block::List(List { kind, items })),
            Open::Item(content) => self.push_item(Item { anchor: None, name: None, content }),
            Open::Paragraph(content) => self.push_block(Block::paragraph(content)),
            Open::Heading(depth, content) => {
                self.push_block(Block::Heading(Heading { anchor: None, depth, content }));
            }
            Open::Code(language, text) => self.push_block(Block::Code(Code { language, text })),
            Open::Table(columns, rows) => {
                let (anchor, caption, style) = (None, Vec::new(), TableStyle::Plain);
                self.push_block(Block::Table(Table { anchor, caption, style, columns, rows }));
            }
            Open::HeadRow(cells) => {
                if let Some(Open::Table(columns, _)) = self.stack.last_mut() {
                    *columns = cells;
                }
            }
            Open::BodyRow(cells) => {
                if let Some(Open::Table(_, rows)) = self.stack.last_mut() {
                    rows.push(Row::new(cells));
                }
            }
            Open::Cell(content) => match self.stack.last_mut() {
                Some(Open::HeadRow(cells)) => cells.push(content),
                Some(Open::BodyRow(cells)) => cells.push(Cell::data(content)),
                _ => {}
            },
            Open::Strong(content) => self.push(Inline::Strong(content)),
            Open::Emphasis(content) => self.push(Inline::Emphasis(content)),
            Open::Link(Some(target), content) => self.push(Inline::Link { target, content }),
            Open::Link(None, content) => content.into_iter().for_each(|inline| self.push(inline)),
            Open::Image(source, content) => return self.push_image(source, &content),
            Open::Transparent(_) => {}
        }
        None
    }

    fn push_image(&mut self, source: String, content: &[Inline]) -> Option<ProblemKind> {
        let alternative = plain_text(content);
        if alternative.trim().is_empty() {
            return Some(ProblemKind::ImageWithoutText);
        }
        let is_relative = matches!(Target::from_address(&source), Some(Target::Document(_)));
        if is_relative && !source.starts_with("//") {
            self.push(Inline::Image { source, alternative });
            None
        } else {
            self.push_words(&alternative);
            Some(ProblemKind::OutsideImage)
        }
    }

    /// The line that words go to. An item of a list whose paragraphs are not marked as such gets one.
    fn line(&mut self) -> Option<&mut Vec<Inline>> {
        let place = self.innermost()?;
        match &mut self.stack[place] {
            Open::Paragraph(content)
            | Open::Heading(_, content)
            | Open::Cell(content)
            | Open::Strong(content)
            | Open::Emphasis(content)
            | Open::Link(_, content)
            | Open::Image(_, content) => Some(content),
            Open::Item(blocks) => {
                if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
                    blocks.push(Block::paragraph(Vec::new()));
                }
                match blocks.last_mut() {
                    Some(Block::Paragraph(paragraph)) => Some(&mut paragraph.content),
                    _ => None,
                }
            }
            Open::Root(_)
            | Open::Quote(_)
            | Open::List(..)
            | Open::Code(..)
            | Open::Table(..)
            | Open::HeadRow(_)
            | Open::BodyRow(_)
            | Open::Transparent(_) => None,
        }
    }

    /// Adds a block to the innermost thing that holds blocks.
    fn push_block(&mut self, block: Block) {
        let holder = self.stack.iter_mut().rev().find_map(|open| match open {
            Open::Root(blocks) | Open::Quote(blocks) | Open::Item(blocks) => Some(blocks),
            _ => None,
        });
        if let Some(blocks) = holder {
            blocks.push(block);
        }
    }

    fn push_item(&mut self, item: Item) {
        if let Some(Open::List(_, items)) = self.stack.last_mut() {
            items.push(item);
        }
    }
}

/// Puts the headings of a text below the heading of its section: the highest becomes the next level, and no level is
/// left out on the way down.
fn level_headings(blocks: &mut [Block]) {
    let mut open: Vec<usize> = Vec::new();
    for block in blocks {
        if let Block::Heading(heading) = block {
            while open.last().is_some_and(|level| *level >= heading.depth) {
                open.pop();
            }
            open.push(heading.depth);
            heading.depth = open.len();
        }
    }
}

fn level_number(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The first word after the fence, if it names a language.
fn code_language(kind: &CodeBlockKind<'_>) -> Option<String> {
    match kind {
        CodeBlockKind::Fenced(words) => words.split_whitespace().next().map(str::to_owned),
        CodeBlockKind::Indented => None,
    }
}
