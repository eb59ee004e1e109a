//! What stands within a line, as HTML.

use super::{Printer, escape};
use crate::document::model::{Answer, Direction, Inline, Target, fill, without_links};

impl Printer<'_> {
    /// Prints running text.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(words) => self.text(words),
            Inline::Strong(inner) => self.wrapped("<strong>", inner, "</strong>"),
            Inline::Emphasis(inner) => self.wrapped("<em>", inner, "</em>"),
            Inline::Code(words) => {
                self.raw("<code>");
                self.text(words);
                self.raw("</code>");
            }
            Inline::Link { target, content } => self.link(target, content),
            Inline::NoBreak(inner) => self.wrapped("<span class=\"av-nb\">", inner, "</span>"),
            Inline::Time { machine, content } => {
                self.raw("<time");
                self.attribute("datetime", machine);
                self.wrapped(">", content, "</time>");
            }
            Inline::Language { tag, direction, content } => {
                self.raw("<span");
                self.language(tag, *direction);
                self.wrapped(">", content, "</span>");
            }
            Inline::NoteRef(index) => self.note_reference(*index),
            Inline::Mark { answer, word } => {
                self.raw(match answer {
                    Answer::Yes => "<span class=\"av-yes\">",
                    Answer::No => "<span class=\"av-no-mark\">",
                });
                self.text(word);
                self.raw("</span>");
            }
            Inline::Image { source, alternative } => {
                self.raw("<img");
                self.attribute("src", &escape::address(source));
                self.attribute("alt", alternative);
                self.raw(">");
            }
            Inline::Break => self.raw("<br>"),
            Inline::Place(anchor) => {
                self.raw("<span");
                self.attribute("id", anchor.as_str());
                self.raw("></span>");
            }
        }
    }

    fn wrapped(&mut self, open: &str, content: &[Inline], close: &str) {
        self.raw(open);
        self.inlines(content);
        self.raw(close);
    }

    /// A link; of an address that is not safe only the words are printed.
    fn link(&mut self, target: &Target, content: &[Inline]) {
        if target.is_safe() {
            self.raw("<a");
            self.href(target);
            let is_address = match target {
                Target::Mail(_) | Target::Telephone(_) => true,
                Target::Anchor(_) | Target::Document(_) | Target::Web(_) => false,
            };
            if is_address && self.document.direction == Direction::RightToLeft {
                // Numbers and addresses run from left to right in every language.
                self.attribute("dir", "ltr");
            }
            if content.iter().all(|inline| matches!(inline, Inline::Text(_))) {
                self.wrapped(">", content, "</a>");
            } else {
                self.wrapped(">", &without_links(content), "</a>");
            }
        } else {
            self.inlines(content);
        }
    }

    /// The address of a link. An address that is not safe is left out, whoever put it into the document.
    pub(super) fn href(&mut self, target: &Target) {
        if let Target::Anchor(anchor) = target {
            // Anchors hold nothing that would have to be escaped.
            self.markup([" href=\"#", anchor.as_str(), "\""]);
        } else if target.is_safe() {
            self.attribute("href", &escape::address(&target.address()));
        }
    }

    /// A raised number that leads to a note. Each reference has an anchor of its own, to which the note leads back.
    fn note_reference(&mut self, index: usize) {
        let document = self.document;
        let Some(count) = self.references.get_mut(index) else { return };
        *count += 1;
        let own = reference_anchor(index, *count);
        let number = (index + 1).to_string();
        self.raw("<sup><a");
        self.attribute("id", &own);
        self.attribute("href", &format!("#{}", note_anchor(index)));
        self.raw(" role=\"doc-noteref\"");
        self.attribute("aria-label", &fill(&document.labels.note, &[("number", &number)]));
        self.raw(">");
        self.raw(&number);
        self.raw("</a></sup>");
    }
}

/// The anchor of a note.
pub(super) fn note_anchor(index: usize) -> String {
    format!("av-note-{}", index + 1)
}

/// The anchor of the `count`th reference to a note.
pub(super) fn reference_anchor(index: usize, count: usize) -> String {
    if count == 1 { format!("av-ref-{}", index + 1) } else { format!("av-ref-{}-{count}", index + 1) }
}
