//! What stands within a line, as Markdown.

use super::emphasis::{divided, first_of};
use super::entangled::{Marks, Read, needs_look, plain, read};
use super::{Printer, escape};
use crate::document::model::{Inline, Target, plain_text, without_links};

impl Printer<'_> {
    /// Adds running text. Where its marks may be read in another way, it is read again before it stays.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        if self.marks.is_some() || !needs_look(content) {
            self.running(content);
            return;
        }
        let (content, start) = (&*plain(content), self.out.len());
        for marks in Marks::ALL {
            self.out.truncate(start);
            self.marks = Some(marks);
            self.running(content);
            self.marks = None;
            let before = self.out[..start].chars().next_back();
            let needed = if marks == Marks::Outer { Read::Words } else { Read::All };
            if read(content, before, &self.out[start..], self.behind) >= needed {
                break;
            }
        }
    }

    fn running(&mut self, content: &[Inline]) {
        // Words that follow each other directly are escaped as one, so that each sees its neighbours.
        let mut pending = String::new();
        for (index, inline) in content.iter().enumerate() {
            let Inline::Text(words) = inline else {
                let outer = self.behind;
                self.behind = first_of(&content[index + 1..]).or(outer);
                self.inline(inline);
                self.behind = outer;
                continue;
            };
            let more = matches!(content.get(index + 1), Some(Inline::Text(_)));
            if more || !pending.is_empty() {
                pending.push_str(words);
            } else {
                escape::push_words(&mut self.out, words);
            }
            if !more && !pending.is_empty() {
                escape::push_words(&mut self.out, &pending);
                pending.clear();
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(words) | Inline::Mark { word: words, .. } => {
                escape::push_words(&mut self.out, words);
            }
            Inline::Strong(inner) => self.emphasised(inner, (self.within.0, true), Inline::Strong),
            Inline::Emphasis(inner) => self.emphasised(inner, (true, self.within.1), Inline::Emphasis),
            Inline::Code(words) => self.out.push_str(&escape::code(words)),
            Inline::Link { target, content } => self.link(target, content),
            Inline::NoBreak(content) | Inline::Time { content, .. } | Inline::Language { content, .. } => {
                self.inlines(content);
            }
            Inline::NoteRef(index) => self.extend(["[^", &(index + 1).to_string(), "]"]),
            Inline::Image { source, alternative } => {
                self.out.push_str("![");
                escape::push_words(&mut self.out, alternative);
                self.extend(["](", &escape::address(source), ")"]);
            }
            Inline::Break => self.out.push_str("\\\n"),
            // Links of Markdown lead to headings, whose anchors follow from their words.
            Inline::Place(_) => {}
        }
    }

    /// Emphasised words; `within` is what they are then. What is emphasised already is not marked again.
    fn emphasised(&mut self, inner: &[Inline], within: (bool, bool), emphasis: fn(Vec<Inline>) -> Inline) {
        let (outer, outer_sign) = (self.within, self.sign);
        let (before, behind) = (self.out.chars().next_back(), self.behind);
        let marks = self.marks.unwrap_or(Marks::Stars);
        // A star that is one of the words is no mark.
        let escaped = self.out.ends_with("\\*") || self.out.ends_with("\\_");
        let mark_before = before.filter(|_| !escaped);
        let Some(sign) = marks.sign(outer_sign, mark_before).filter(|_| outer != within) else {
            self.inlines(inner);
            return;
        };
        let mark = sign.to_string().repeat(if within.1 == outer.1 { 1 } else { 2 });
        let is_beside =
            |character: Option<char>| character.is_some_and(|character| !character.is_whitespace());
        let parts =
            (is_beside(before) || is_beside(behind)).then(|| divided(inner, before, behind, emphasis));
        self.inlines(parts.as_ref().map_or(&[], |parts| &parts.before));
        (self.within, self.sign) = (within, Some(sign));
        // The marks stand behind the words.
        let behind = self.behind.replace(sign);
        self.wrapped(&mark, parts.as_ref().map_or(inner, |parts| &parts.within));
        self.behind = behind;
        (self.within, self.sign) = (outer, outer_sign);
        self.inlines(parts.as_ref().map_or(&[], |parts| &parts.behind));
    }

    /// Marks around words. Spaces at their edges, which would undo the marks, go outside.
    fn wrapped(&mut self, mark: &str, inner: &[Inline]) {
        let start = self.out.len();
        self.inlines(inner);
        let words = &self.out[start..];
        let core = words.trim();
        if !core.is_empty() {
            let first = start + (words.len() - words.trim_start().len());
            let end = first + core.len();
            self.out.insert_str(end, mark);
            self.out.insert_str(first, mark);
        }
    }

    /// Adds a link; of an address that is not safe, or a place that is not there, only the words remain.
    pub(super) fn link(&mut self, target: &Target, content: &[Inline]) {
        if let Target::Anchor(anchor) = target {
            // The name of a heading holds nothing that an address cannot hold.
            match self.places.heading_of(anchor) {
                Some(heading) => {
                    self.out.push('[');
                    self.words_of_link(content);
                    self.out.push_str("](#");
                    self.out.push_str(self.places.name(heading));
                    self.out.push(')');
                }
                None => self.words_of_link(content),
            }
            return;
        }
        let is_itself = |shown: &str| match target {
            Target::Web(address) => shown == *address && address.contains("://"),
            Target::Mail(address) => shown == *address && address.contains('@'),
            Target::Anchor(_) | Target::Document(_) | Target::Telephone(_) => false,
        };
        let shown = plain_text(content);
        if !target.is_safe() {
            self.words_of_link(content);
        } else if is_itself(&shown) && !shown.contains([' ', '<', '>']) {
            self.extend(["<", &shown, ">"]);
        } else {
            self.out.push('[');
            self.words_of_link(content);
            self.extend(["](", &escape::address(&target.address()), ")"]);
        }
    }

    fn words_of_link(&mut self, content: &[Inline]) {
        let behind = self.behind.replace(']');
        if content.iter().all(|inline| matches!(inline, Inline::Text(_))) {
            self.inlines(content);
        } else {
            self.inlines(&without_links(content));
        }
        self.behind = behind;
    }
}
