//! The author's Markdown as blocks of the document.
//!
//! In: a text in CommonMark with tables, and a callback that knows what a quotation in braces, such as `{office}` or
//! `{first-response when severity is critical}`, stands for. Out: blocks, and problems with their byte ranges within
//! the text, which the caller turns into findings. Raw HTML, addresses that are not safe and pictures from elsewhere
//! are never passed on. This file knows nothing of policies.

mod quotation;
mod tree;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::model::{Block, Example, Figure, Inline, Target};
use tree::Tree;

/// What a callback puts in the place of a quotation: it gets the words between the braces and their byte range, and
/// answers `None` when it cannot tell, in which case the author's words stay as they are.
pub type Resolve<'a> = dyn FnMut(&str, Range<usize>) -> Option<Vec<Inline>> + 'a;

/// A text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// What it says.
    pub blocks: Vec<Block>,
    /// What is wrong with it, in the order of the text.
    pub problems: Vec<Problem>,
}

impl Prose {
    /// The words in one line, for places that hold no blocks, such as the cells of a table. Paragraphs, items and rows
    /// end in a line break, which printers drop where lines cannot end.
    pub fn into_line(self) -> Vec<Inline> {
        let mut lines = Vec::new();
        push_lines(self.blocks, &mut lines);
        lines.join(&Inline::Break)
    }
}

fn push_lines(blocks: Vec<Block>, lines: &mut Vec<Vec<Inline>>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.content),
            Block::Heading(heading) => lines.push(vec![Inline::Strong(heading.content)]),
            Block::List(list) => list.items.into_iter().for_each(|item| push_lines(item.content, lines)),
            Block::Steps(steps) => {
                lines.extend(steps.into_iter().flat_map(|step| [step.title, step.content]));
            }
            Block::Terms(terms) => {
                for term in terms {
                    lines.push(term.name);
                    lines.extend(term.descriptions.into_iter().map(|description| description.content));
                }
            }
            Block::Table(table) => {
                let rows = table
                    .rows
                    .into_iter()
                    .map(|row| row.cells.into_iter().map(|cell| cell.content).collect());
                let rows = std::iter::once(table.columns).chain(rows);
                lines.extend(rows.map(|cells: Vec<Vec<Inline>>| cells.join(&Inline::text(", "))));
            }
            Block::Code(code) => {
                lines.extend(code.text.lines().map(|line| vec![Inline::Code(line.to_owned())]));
            }
            Block::Note(blocks)
            | Block::Quote(blocks)
            | Block::Example(Example { blocks, .. })
            | Block::Figure(Figure { blocks, .. }) => push_lines(blocks, lines),
            Block::Beside(groups) => groups.into_iter().for_each(|group| push_lines(group, lines)),
            Block::Separator => {}
        }
    }
}

/// Something in a text that was not passed on, or not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// Where it is, in bytes within the text.
    pub range: Range<usize>,
}

/// What can be wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// HTML, which the page leaves out.
    RawHtml,
    /// A link whose address is not `https`, `http`, `mailto`, `tel`, relative or `#`; only its words remain.
    UnsafeLink,
    /// A picture whose address is not relative; only its words remain.
    OutsideImage,
    /// A picture without words for those who cannot see it; it is left out.
    ImageWithoutText,
    /// Quotations or lists within one another so deeply that the innermost were made flat.
    TooDeep,
    /// A brace that opens and does not close before its paragraph ends.
    UnclosedBrace,
}

/// Reads a text of any number of paragraphs.
pub fn read(text: &str, resolve: &mut Resolve<'_>) -> Prose {
    let (quotations, mut problems) = quotation::find(text);
    let masked = quotation::mask(text, &quotations);
    let mut tree = Tree::new();
    let mut reader =
        Reader { text, quotations: &quotations, resolve, problems: Vec::new(), within_html: false };
    for (event, range) in Parser::new_ext(&masked, options()).into_offset_iter() {
        reader.event(event, range, &mut tree);
    }
    problems.append(&mut reader.problems);
    let (blocks, too_deep) = tree.finish();
    problems.extend(too_deep.map(|range| Problem { kind: ProblemKind::TooDeep, range }));
    problems.sort_by_key(|problem| (problem.range.start, problem.range.end));
    Prose { blocks, problems }
}

/// Which parts of Markdown are understood beyond CommonMark.
fn options() -> Options {
    Options::ENABLE_TABLES
}

struct Reader<'a, 'r> {
    text: &'a str,
    quotations: &'a [Range<usize>],
    resolve: &'a mut Resolve<'r>,
    problems: Vec<Problem>,
    within_html: bool,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>, tree: &mut Tree) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                self.within_html = true;
                self.problem(ProblemKind::RawHtml, range);
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let target = match link_type {
                    LinkType::Email => Some(Target::Mail(dest_url.into_string())),
                    _ => Target::from_address(&dest_url),
                };
                if target.is_none() {
                    self.problem(ProblemKind::UnsafeLink, range.clone());
                }
                tree.open_link(target, range);
            }
            Event::Start(Tag::Image { dest_url, .. }) => tree.open_image(&dest_url, range),
            Event::Start(tag) => tree.open(&tag, range),
            Event::End(tag) => {
                self.within_html &= !matches!(tag, pulldown_cmark::TagEnd::HtmlBlock);
                if let Some(kind) = tree.close(tag) {
                    self.problem(kind, range);
                }
            }
            Event::Text(words) if !self.within_html => self.words(&words, range, tree),
            Event::Code(words) => tree.push(Inline::Code(words.into_string())),
            Event::InlineHtml(_) => self.problem(ProblemKind::RawHtml, range),
            Event::SoftBreak if !self.quotations.iter().any(|quotation| inside(&range, quotation)) => {
                tree.push_words(" ");
            }
            Event::HardBreak => tree.push(Inline::Break),
            Event::Rule => tree.push_separator(),
            // The HTML of a block was reported where it began, and the rest belongs to extensions that are off.
            Event::Html(_)
            | Event::Text(_)
            | Event::SoftBreak
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Words of the author, perhaps with quotations among them.
    fn words(&mut self, words: &str, range: Range<usize>, tree: &mut Tree) {
        let verbatim = words.len() == range.len();
        let quoted = self.quotations.iter().filter(|quotation| verbatim && overlap(quotation, &range));
        let mut place = range.start;
        for quotation in quoted {
            if quotation.start >= place {
                tree.push_words(&self.text[place..quotation.start]);
                let inner = quotation.start + 1..quotation.end - 1;
                match (self.resolve)(&self.text[inner.clone()], inner) {
                    Some(content) => content.into_iter().for_each(|inline| tree.push(inline)),
                    None => tree.push_words(&self.text[quotation.clone()]),
                }
            }
            place = quotation.end.min(range.end).max(place);
        }
        if place == range.start {
            tree.push_words(words);
        } else {
            tree.push_words(&self.text[place..range.end]);
        }
    }

    fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        self.problems.push(Problem { kind, range });
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests;
