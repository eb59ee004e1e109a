//! What commitments promise, and how firmly.
//!
//! In: figures as they stand in cells and lines. Out: the short form for a table, `4 business hours`, and the form for a
//! sentence, `within 4 business hours`. That nothing is promised, that we do our best, and that the case does not occur
//! stay three different things.

use super::{Arg, Phrase, Wording};
use crate::value::{Clock, Day, Figure, Name, Promise, ReleaseStep, Strength, Which};

impl Wording<'_> {
    /// A figure for a cell: `4 business hours`, `usually 2 business days`, `best effort`.
    pub fn figure(&self, figure: &Figure) -> Phrase {
        self.with_strength(&self.promise(&figure.promise), figure.strength)
    }

    /// A figure for a sentence: `within 4 business hours`, `by the end of the next business day`.
    pub fn figure_in_sentence(&self, figure: &Figure) -> Phrase {
        self.with_strength(&self.promise_in_sentence(&figure.promise), figure.strength)
    }

    fn with_strength(&self, promise: &Phrase, strength: Option<Strength>) -> Phrase {
        let promise = [("promise", Arg::from(promise))];
        match strength {
            None => self.words.phrase("strength-unsaid", &promise),
            Some(Strength::Target) => self.words.phrase("strength-target", &promise),
            Some(Strength::Usual) => self.words.phrase("strength-usual", &promise),
            Some(Strength::Guaranteed) => self.words.phrase("strength-guaranteed", &promise),
        }
    }

    /// A promise for a cell.
    pub fn promise(&self, promise: &Promise) -> Phrase {
        match promise {
            Promise::Within { from: None, to } => self.duration(to),
            Promise::Within { from: Some(from), to } => self.range(from, to),
            Promise::By(day) => self.words.phrase("day", &self.day_args(day)),
            Promise::Release(step) => self.release_step(*step),
            Promise::Every(duration) => self.every(duration),
            Promise::BestEffort => self.words.phrase("best-effort", &[]),
            Promise::None => self.words.phrase("none-promised", &[]),
            Promise::No => self.words.phrase("does-not-occur", &[]),
            Promise::AsAgreed(document) => self.as_agreed(document),
            Promise::AsDecided(by) => self.as_decided(by),
            Promise::Unfilled => self.words.phrase("not-known-yet", &[]),
        }
    }

    /// A promise for a sentence, behind what is promised: `we respond within 4 hours`.
    pub fn promise_in_sentence(&self, promise: &Promise) -> Phrase {
        match promise {
            Promise::Within { from: None, to } => self.within(to),
            Promise::Within { from: Some(from), to } => {
                self.words.phrase("within", &self.range_args(from, to))
            }
            Promise::By(day) => self.words.phrase("by-day", &self.day_args(day)),
            Promise::Release(step) => {
                let step = match step {
                    ReleaseStep::Next => "next",
                    ReleaseStep::SecondNext => "second-next",
                };
                self.words.phrase("in-release", &[("step", step.into())])
            }
            Promise::BestEffort => self.words.phrase("best-effort-sentence", &[]),
            Promise::None => self.words.phrase("none-promised-sentence", &[]),
            Promise::Every(_)
            | Promise::No
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => self.promise(promise),
        }
    }

    fn day_args(&self, day: &Day) -> Vec<(&'static str, Arg)> {
        let which = match day.which {
            Which::Same => "same",
            Which::Next => "next",
        };
        let (clock, word, calendar) = match &day.clock {
            Clock::Elapsed => ("elapsed", "", Phrase::default()),
            Clock::Business(word) => ("business", word.word(), Phrase::default()),
            Clock::Calendar(name) => ("calendar", "", self.title("calendar", name)),
        };
        let mut args = vec![
            ("which", which.into()),
            ("clock", clock.into()),
            ("word", word.into()),
            ("calendar", calendar.into()),
            ("timed", if day.time.is_some() { "yes" } else { "no" }.into()),
        ];
        match day.time {
            Some(time) => args.extend(self.words.time_args(time)),
            None => args.extend([("time", "".into()), ("hour", "other".into())]),
        }
        args
    }

    /// `the next release`, `the second next release`.
    pub fn release_step(&self, step: ReleaseStep) -> Phrase {
        match step {
            ReleaseStep::Next => self.words.phrase("release-next", &[]),
            ReleaseStep::SecondNext => self.words.phrase("release-second-next", &[]),
        }
    }

    /// `as agreed in Licence agreement`, with a link.
    pub fn as_agreed(&self, document: &Name) -> Phrase {
        self.words.phrase("as-agreed", &[("document", self.title_with_article("document", document).into())])
    }

    /// `as decided by us`, `as decided by Support director`.
    pub fn as_decided(&self, by: &Name) -> Phrase {
        self.words.phrase("as-decided", &[("by", self.role_of(by).into()), ("who", self.object(by).into())])
    }
}
