//! The words that printers add around a document.

use super::{Arg, Words};
use crate::document::model::Labels;

impl Words {
    /// The labels of a page.
    pub fn labels(self) -> &'static Labels {
        self.catalogue.labels[usize::from(self.informal)].get_or_init(|| self.new_labels())
    }

    /// The printer fills the places of labels, so each place is filled with its own name here.
    fn new_labels(self) -> Labels {
        let place = |name: &'static str| (name, Arg::from(format!("{{{name}}}")));
        Labels {
            colon: self.word("page-colon"),
            stop: self.word("page-stop"),
            aside: self.say("page-aside", &[place("words")]),
            skip: self.word("page-skip"),
            languages: self.word("page-languages"),
            contents: self.word("page-contents"),
            link_to_section: self.say("page-link-to-section", &[place("number"), place("title")]),
            link_to_heading: self.say("page-link-to-heading", &[place("title")]),
            link_to_clause: self.say("page-link-to-clause", &[place("name")]),
            scroll_hint: self.say("page-scroll-hint", &[place("columns")]),
            table: self.word("page-table"),
            notes: self.word("page-notes"),
            note: self.say("page-note", &[place("number")]),
            back_to_text: self.say("page-back-to-text", &[place("number")]),
        }
    }
}
