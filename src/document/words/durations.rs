//! Lengths of time, ranges, rhythms and periods.
//!
//! In: durations with their clocks. Out: `4 business hours`, `24 to 48 hours`, `every business day`, `per year`. A named
//! calendar is linked where the reader of the document can find it.

use super::{Arg, Phrase, Wording, Words};
use crate::value::{Clock, Duration, Name, Stated, Unit};

impl Words {
    /// An elapsed time: `4 hours`.
    pub fn elapsed(self, amount: u32, unit: Unit) -> String {
        self.say("duration", &[("count", amount.into()), ("unit", unit.word().into()), nominative()])
    }

    /// A period that comes back: `every month`, `every 2 weeks`.
    pub fn every_period(self, amount: u32, unit: Unit) -> String {
        self.say("every", &[("count", amount.into()), ("unit", unit.word().into()), nominative()])
    }

    /// A period that something is measured over: `each month`.
    pub fn each(self, unit: Unit) -> String {
        self.say("each", &[("unit", unit.word().into())])
    }

    /// A period that something is counted for: `per year`, `per 2 years`.
    pub fn per_period(self, amount: u32, unit: Unit) -> String {
        self.say("per-time", &[("count", amount.into()), ("unit", unit.word().into()), nominative()])
    }
}

/// The form of a length of time that stands for itself or behind most words.
pub(super) fn nominative() -> (&'static str, Arg) {
    ("case", "nominative".into())
}

impl Wording<'_> {
    /// A length of time with its clock: `4 hours`, `4 business hours`, `4 hours of Extended hours`.
    pub fn duration(&self, duration: &Duration) -> Phrase {
        self.clocked(duration, ["duration", "duration-business", "duration-calendar"], "nominative")
    }

    /// The same behind words such as "within" and "after", in the form that some languages have for that.
    pub fn duration_dative(&self, duration: &Duration) -> Phrase {
        self.clocked(duration, ["duration", "duration-business", "duration-calendar"], "dative")
    }

    /// A length of time as the arguments of a text, which takes the form that it needs.
    pub fn duration_args(&self, duration: &Duration) -> [(&'static str, Arg); 2] {
        [
            ("duration", self.duration(duration).into()),
            ("duration-dative", self.duration_dative(duration).into()),
        ]
    }

    /// A length of time that may not be known yet: `4 hours`, `a time that is not known yet`.
    pub fn stated(&self, stated: &Stated) -> Phrase {
        stated.known().map_or_else(|| self.unfilled("nominative"), |duration| self.duration(duration))
    }

    fn unfilled(&self, case: &'static str) -> Phrase {
        self.words.phrase("duration-unfilled", &[("case", case.into())])
    }

    /// The same as the arguments of a text.
    pub fn stated_args(&self, stated: &Stated) -> [(&'static str, Arg); 2] {
        match stated {
            Stated::Known(duration) => self.duration_args(duration),
            Stated::Unfilled(_) => [
                ("duration", self.unfilled("nominative").into()),
                ("duration-dative", self.unfilled("dative").into()),
            ],
        }
    }

    /// `within 4 business hours`, `within a time that is not known yet`.
    pub fn within_stated(&self, stated: &Stated) -> Phrase {
        match stated {
            Stated::Known(_) => self.words.phrase("within", &self.stated_args(stated)),
            Stated::Unfilled(_) => self.words.phrase("within-unfilled", &[]),
        }
    }

    /// `within 4 business hours`.
    pub fn within(&self, duration: &Duration) -> Phrase {
        self.words.phrase("within", &self.duration_args(duration))
    }

    /// `24 to 48 hours`; the near end is a bare number when unit and clock are the same.
    pub fn range(&self, from: &Duration, to: &Duration) -> Phrase {
        self.range_in(from, to, "nominative")
    }

    /// A range as the arguments of a text.
    pub(super) fn range_args(&self, from: &Duration, to: &Duration) -> [(&'static str, Arg); 2] {
        [
            ("duration", self.range_in(from, to, "nominative").into()),
            ("duration-dative", self.range_in(from, to, "dative").into()),
        ]
    }

    fn range_in(&self, from: &Duration, to: &Duration, case: &'static str) -> Phrase {
        let form =
            |duration| self.clocked(duration, ["duration", "duration-business", "duration-calendar"], case);
        let near = if from.unit == to.unit && from.clock == to.clock {
            Phrase::from(self.words.number(crate::value::Decimal::whole(from.amount.into())))
        } else {
            form(from)
        };
        self.words.phrase("range", &[("from", near.into()), ("to", form(to).into())])
    }

    /// A rhythm: `every 2 hours`, `every business day`.
    pub fn every(&self, duration: &Duration) -> Phrase {
        self.clocked(duration, ["every", "every-business", "every-calendar"], "nominative")
    }

    /// When a step comes that comes again and again: `every hour after the deadline for …, until the promise is kept`.
    pub fn again(&self, every: &Duration, commitment: &Name, most: Option<u32>) -> Phrase {
        let args = [
            ("every", self.every(every).into()),
            ("commitment", self.title_with_article("commitment", commitment).into()),
            ("limited", if most.is_some() { "yes" } else { "no" }.into()),
            ("most", most.unwrap_or_default().into()),
        ];
        self.words.phrase("escalation-again", &args)
    }

    fn clocked(
        &self,
        duration: &Duration,
        [elapsed, business, calendar]: [&'static str; 3],
        case: &'static str,
    ) -> Phrase {
        let args = |clock| {
            [
                ("count", Arg::from(duration.amount)),
                ("unit", duration.unit.word().into()),
                ("case", case.into()),
                clock,
            ]
        };
        match &duration.clock {
            // Without a calendar of its own there is no word for it.
            Clock::Elapsed => self.words.phrase(elapsed, &args(("word", "".into()))[..3]),
            Clock::Business(word) => self.words.phrase(business, &args(("word", word.word().into()))),
            Clock::Calendar(name) => {
                self.words.phrase(calendar, &args(("calendar", self.title("calendar", name).into())))
            }
        }
    }
}
