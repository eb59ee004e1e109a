//! What stands within a line, as Markdown.

use std::fmt::Write;

use super::{Printer, escape};
use crate::document::model::{Inline, Target, plain_text, without_links};

impl Printer<'_> {
    /// Running text, in one line.
    pub(super) fn inlines(&self, content: &[Inline]) -> String {
        let mut line = String::new();
        if self.gathers {
            return line;
        }
        // Words that follow each other directly are escaped as one, so that each sees its neighbours.
        let mut pending = String::new();
        for (index, inline) in content.iter().enumerate() {
            let Inline::Text(words) = inline else {
                self.inline(inline, &mut line);
                continue;
            };
            let more = matches!(content.get(index + 1), Some(Inline::Text(_)));
            if more || !pending.is_empty() {
                pending.push_str(words);
            } else {
                escape::push_words(&mut line, words);
            }
            if !more {
                escape::push_words(&mut line, &pending);
                pending.clear();
            }
        }
        line
    }

    // Writing to a string cannot fail, so what `write!` returns is of no interest here and below.
    fn inline(&self, inline: &Inline, line: &mut String) {
        match inline {
            Inline::Text(words) | Inline::Mark { word: words, .. } => escape::push_words(line, words),
            Inline::Strong(inner) => self.wrapped("**", inner, line),
            Inline::Emphasis(inner) => self.wrapped("*", inner, line),
            Inline::Code(words) => line.push_str(&escape::code(words)),
            Inline::Link { target, content } => self.link(target, content, line),
            Inline::NoBreak(content) | Inline::Time { content, .. } | Inline::Language { content, .. } => {
                line.push_str(&self.inlines(content));
            }
            Inline::NoteRef(index) => {
                let _ = write!(line, "[^{}]", index + 1);
            }
            Inline::Image { source, alternative } => {
                let _ = write!(line, "![{}]({})", escape::words(alternative), escape::address(source));
            }
            Inline::Break => line.push_str("\\\n"),
            // Links of Markdown lead to headings, whose anchors follow from their words.
            Inline::Place(_) => {}
        }
    }

    /// Marks around words. Spaces at their edges, which would undo the marks, go outside.
    fn wrapped(&self, mark: &str, inner: &[Inline], line: &mut String) {
        let words = self.inlines(inner);
        let core = words.trim();
        if core.is_empty() {
            line.push_str(&words);
            return;
        }
        let start = words.len() - words.trim_start().len();
        line.push_str(&words[..start]);
        line.push_str(mark);
        line.push_str(core);
        line.push_str(mark);
        line.push_str(&words[start + core.len()..]);
    }

    /// A link; of an address that is not safe, or a place that is not there, only the words remain.
    fn link(&self, target: &Target, content: &[Inline], line: &mut String) {
        let only_words = content.iter().all(|inline| matches!(inline, Inline::Text(_)));
        let words = if only_words { self.inlines(content) } else { self.inlines(&without_links(content)) };
        if let Target::Anchor(anchor) = target {
            match self.known.get(anchor) {
                Some(heading) => {
                    let address = escape::address(heading);
                    line.extend(["[", &words, "](#", &address, ")"]);
                }
                None => line.push_str(&words),
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
            line.push_str(&words);
        } else if is_itself(&shown) && !shown.contains([' ', '<', '>']) {
            line.extend(["<", &shown, ">"]);
        } else {
            line.extend(["[", &words, "](", &escape::address(&target.address()), ")"]);
        }
    }
}
