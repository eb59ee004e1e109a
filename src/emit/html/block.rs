//! Sections and what stands in them, as HTML.

use super::Printer;
use crate::document::model::{
    Anchor, Arrangement, Block, Code, Example, Figure, Heading, Inline, Item, List, ListKind, Paragraph,
    Section, Step, Term, Tone, fill, plain_text,
};

impl Printer<'_> {
    /// Prints a section whose heading has this level.
    pub(super) fn section(&mut self, section: &Section, level: usize, class: Option<&str>) {
        self.raw("<section");
        if let Some(class) = class {
            self.attribute("class", class);
        }
        self.raw(">\n");
        self.heading(level, &section.anchor, section.number.as_deref(), &section.title);
        self.blocks(&section.blocks, level);
        let beside = section.arrangement == Arrangement::Beside && section.subsections.len() > 1;
        if beside {
            self.raw("<div class=\"av-two\">\n");
        }
        for part in &section.subsections {
            self.section(part, level + 1, None);
        }
        if beside {
            self.raw("</div>\n");
        }
        self.raw("</section>\n");
    }

    /// A heading with a link to itself. The link stands beside the heading, so that it is no part of its name.
    fn heading(&mut self, level: usize, anchor: &Anchor, number: Option<&str>, title: &[Inline]) {
        let document = self.document;
        let tag = heading_tag(level);
        let words = plain_text(title);
        self.markup(["<div class=\"av-h\"><", tag]);
        self.attribute("id", anchor.as_str());
        self.raw(">");
        if let Some(number) = number {
            self.raw("<span class=\"av-no\">");
            self.text(number);
            self.raw("</span> ");
        }
        self.inlines(title);
        self.markup(["</", tag, ">"]);
        let label = match number {
            Some(number) => {
                fill(&document.labels.link_to_section, &[("number", number), ("title", words.as_str())])
            }
            None => fill(&document.labels.link_to_heading, &[("title", words.as_str())]),
        };
        self.link_to_itself(anchor, &label);
        self.raw("</div>\n");
    }

    fn link_to_itself(&mut self, anchor: &Anchor, label: &str) {
        self.raw("<a class=\"av-link\"");
        // Anchors hold nothing that would have to be escaped.
        self.markup([" href=\"#", anchor.as_str(), "\""]);
        self.attribute("aria-label", label);
        self.raw(">¶</a>");
    }

    /// Prints blocks that stand below a heading of this level.
    pub(super) fn blocks(&mut self, blocks: &[Block], level: usize) {
        for block in blocks {
            self.block(block, level);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Heading(heading) => self.prose_heading(heading, level),
            Block::List(list) => self.list(list, level),
            Block::Steps(steps) => self.steps(steps),
            Block::Terms(terms) => self.terms(terms),
            Block::Table(table) => self.table(table),
            Block::Note(blocks) => self.group("<div class=\"av-note\">\n", blocks, level, "</div>\n"),
            Block::Quote(blocks) => self.group("<blockquote>\n", blocks, level, "</blockquote>\n"),
            Block::Code(code) => self.code(code),
            Block::Example(example) => self.example(example, level),
            Block::Figure(figure) => self.figure(figure, level),
            Block::Beside(groups) => {
                self.raw("<div class=\"av-two\">\n");
                for group in groups {
                    self.group("<div>\n", group, level, "</div>\n");
                }
                self.raw("</div>\n");
            }
            Block::Separator => self.raw("<hr>\n"),
        }
    }

    fn group(&mut self, open: &str, blocks: &[Block], level: usize, close: &str) {
        self.raw(open);
        self.blocks(blocks, level);
        self.raw(close);
    }

    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        self.raw("<p");
        self.id(paragraph.anchor.as_ref());
        match paragraph.tone {
            Tone::Plain => {}
            Tone::Small => self.attribute("class", "av-small"),
        }
        self.raw(">");
        self.inlines(&paragraph.content);
        self.raw("</p>\n");
    }

    fn prose_heading(&mut self, heading: &Heading, level: usize) {
        let level = level + heading.depth.max(1);
        if let Some(anchor) = &heading.anchor {
            self.heading(level, anchor, None, &heading.content);
        } else {
            let tag = heading_tag(level);
            self.markup(["<", tag, ">"]);
            self.inlines(&heading.content);
            self.markup(["</", tag, ">\n"]);
        }
    }

    fn list(&mut self, list: &List, level: usize) {
        let close = match list.kind {
            ListKind::Bulleted => {
                self.raw("<ul>\n");
                "</ul>\n"
            }
            ListKind::Numbered { start } => {
                self.raw("<ol");
                if start != 1 {
                    self.attribute("start", &start.to_string());
                }
                self.raw(">\n");
                "</ol>\n"
            }
        };
        for item in &list.items {
            self.item(item, level);
        }
        self.raw(close);
    }

    fn item(&mut self, item: &Item, level: usize) {
        let document = self.document;
        self.raw("<li");
        self.id(item.anchor.as_ref());
        self.raw(">");
        let mut rest = item.content.as_slice();
        if let [Block::Paragraph(first), others @ ..] = rest
            && first.anchor.is_none()
        {
            self.inlines(&first.content);
            rest = others;
        }
        if let (Some(anchor), Some(name)) = (&item.anchor, &item.name) {
            self.raw(" ");
            self.link_to_itself(anchor, &fill(&document.labels.link_to_clause, &[("name", name)]));
        }
        if !rest.is_empty() {
            self.raw("\n");
            self.blocks(rest, level);
        }
        self.raw("</li>\n");
    }

    fn steps(&mut self, steps: &[Step]) {
        self.raw("<ol class=\"av-steps\">\n");
        for step in steps {
            self.raw("<li");
            self.id(step.anchor.as_ref());
            self.raw("><strong>");
            self.inlines(&step.title);
            self.raw("</strong> ");
            self.inlines(&step.content);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n");
    }

    fn terms(&mut self, terms: &[Term]) {
        self.raw("<dl class=\"av-terms\">\n");
        for term in terms {
            self.raw("<div");
            self.id(term.anchor.as_ref());
            self.raw("><dt>");
            self.inlines(&term.name);
            self.raw("</dt>");
            for description in &term.descriptions {
                self.raw(match description.tone {
                    Tone::Plain => "<dd>",
                    Tone::Small => "<dd class=\"av-aside\">",
                });
                self.inlines(&description.content);
                self.raw("</dd>");
            }
            self.raw("</div>\n");
        }
        self.raw("</dl>\n");
    }

    fn code(&mut self, code: &Code) {
        self.raw("<pre><code");
        if let Some(language) = &code.language {
            self.attribute("class", &format!("language-{language}"));
        }
        self.raw(">");
        self.text(&code.text);
        self.raw("</code></pre>\n");
    }

    fn example(&mut self, example: &Example, level: usize) {
        self.raw("<article>\n");
        self.heading(level + 1, &example.anchor, None, &example.title);
        self.blocks(&example.blocks, level + 1);
        self.raw("</article>\n");
    }

    fn figure(&mut self, figure: &Figure, level: usize) {
        self.raw("<figure");
        self.id(figure.anchor.as_ref());
        self.raw(">\n<figcaption>");
        self.inlines(&figure.caption);
        self.raw("</figcaption>\n");
        self.blocks(&figure.blocks, level);
        self.raw("</figure>\n");
    }

    pub(super) fn id(&mut self, anchor: Option<&Anchor>) {
        if let Some(anchor) = anchor {
            self.attribute("id", anchor.as_str());
        }
    }
}

/// The tag of a heading; HTML has six levels, and what lies deeper shares the last one.
fn heading_tag(level: usize) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
