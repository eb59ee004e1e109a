//! The two cells of a row: what was said until now, and what is said from then on.
//!
//! In: a change. Out: its sides in the words of readers, where one of them is missing a word for that.

use super::super::words::Wording;
use super::Notice;
use super::subject::aspect_of;
use crate::compare::{Area, Change, Direction, Said};
use crate::value::{Name, Stated};

impl Notice<'_> {
    /// That there is none of something.
    pub(super) fn none(&self, aspect: Option<&'static str>) -> String {
        self.words.say("notice-none", &[("aspect", aspect.unwrap_or("other").into())])
    }

    /// What was said and is said, in the cells of a row.
    pub(super) fn sides(&self, change: &Change) -> (String, String) {
        let (was, is) = change.published();
        let comes_again = change.subject.part == "every" || change.kind.id.starts_with("review-");
        let said = |side: Option<&Said>, wording: &Wording<'_>| match side? {
            Said::Length(Stated::Known(rhythm)) if comes_again => Some(wording.every(rhythm).text()),
            said => self.said(said, wording),
        };
        let before = said(was, &self.old).map(|said| self.at_its_hours(change, said, &self.old));
        let after = said(is, &self.new).map(|said| self.at_its_hours(change, said, &self.new));
        let (gone, new) = (self.words.word("notice-gone"), self.words.word("notice-new"));
        let none = self.none(aspect_of(change));
        if change.value().is_some() {
            // What came or went is the subject already.
            return if change.after.is_some() {
                (none, new)
            } else {
                (self.words.word("notice-there"), gone)
            };
        }
        // What is open in one version only is closed in the other.
        let opens = [was, is].iter().flatten().any(|said| matches!(said, Said::Open(..)));
        let hours = opens && change.kind.area == Area::Hours;
        let closed = |other: String| if hours { self.words.word("calendar-closed") } else { other };
        if let Some([was, is]) = change.replaced.as_ref().filter(|_| change.is_open()) {
            let names = |names: &[Name], wording: &Wording<'_>| {
                let titles = names.iter().map(|name| wording.plain_title("channel", name));
                if names.is_empty() { none.clone() } else { self.words.and(titles).text() }
            };
            return (names(was, &self.old), names(is, &self.new));
        }
        // There are other channels beside one that comes or goes.
        let one_more = change.kind.id.contains("-channel-");
        let also = |what: String| {
            if one_more { self.words.say("notice-also", &[("what", what.into())]) } else { what }
        };
        let without = if one_more { self.words.word("notice-there") } else { none.clone() };
        match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(before), None) => (also(before), closed(gone)),
            (None, Some(after)) => (closed(without), also(after)),
            (None, None) => {
                let id = change.kind.id;
                if change.before.is_some() || change.after.is_some() {
                    // It has a form for findings only.
                    (self.words.word("notice-there"), self.words.word("notice-changed"))
                } else if ["-removed", "-withdrawn", "-unstaffed"].iter().any(|end| id.ends_with(end)) {
                    (self.words.word("notice-there"), gone)
                } else if ["-added", "-extended", "-granted", "-staffed", "-offered"]
                    .iter()
                    .any(|end| id.ends_with(end))
                {
                    (none, new)
                } else {
                    (self.words.word("notice-there"), self.words.word("notice-changed"))
                }
            }
        }
    }

    /// The days that usual weeks say nothing of: on these it was open, or is open, though the other week says so as well.
    pub(super) fn beside(&self, change: &Change) -> Vec<String> {
        let [lost, gained] = change.beside.each_ref().map(|said| said.as_ref().filter(|_| change.is_open()));
        let pair = |said: &Said, wording: &Wording<'_>, how: &str| {
            Some(self.pair(self.said(said, wording)?, self.words.word(how)))
        };
        let lost = lost.and_then(|said| pair(said, &self.old, "calendar-closed"));
        let gained = gained.and_then(|said| pair(said, &self.new, "notice-new"));
        lost.into_iter().chain(gained).map(|words| format!("{words}.")).collect()
    }

    /// What is said of a rate that says what it said and counts at other hours.
    pub(super) fn at_other_hours(&self, change: &Change) -> Option<String> {
        let rate = change.kind.area == Area::Price && change.direction == Direction::Mixed;
        (rate && change.witnesses.iter().any(|witness| witness.before.is_none()))
            .then(|| self.words.word("notice-other-hours"))
    }
}
