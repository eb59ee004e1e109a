//! Lengths of time, ranges, rhythms and periods.
//!
//! In: durations with their clocks. Out: `4 business hours`, `24 to 48 hours`, `every business day`, `per year`. A named
//! calendar is linked where the reader of the document can find it.

use super::{Arg, Phrase, Wording, Words};
use crate::value::{Clock, Duration, Unit};

impl Words {
    /// An elapsed time: `4 hours`.
    pub fn elapsed(self, amount: u32, unit: Unit) -> String {
        self.say("duration", &[("count", amount.into()), ("unit", unit.word().into())])
    }

    /// A period that comes back: `every month`, `every 2 weeks`.
    pub fn every_period(self, amount: u32, unit: Unit) -> String {
        self.say("every", &[("count", amount.into()), ("unit", unit.word().into())])
    }

    /// A period that something is measured over: `each month`.
    pub fn each(self, unit: Unit) -> String {
        self.say("each", &[("unit", unit.word().into())])
    }

    /// A period that something is counted for: `per year`, `per 2 years`.
    pub fn per_period(self, amount: u32, unit: Unit) -> String {
        self.say("per-time", &[("count", amount.into()), ("unit", unit.word().into())])
    }
}

impl Wording<'_> {
    /// A length of time with its clock: `4 hours`, `4 business hours`, `4 hours of Extended hours`.
    pub fn duration(&self, duration: &Duration) -> Phrase {
        self.clocked(duration, "duration", "duration-business", "duration-calendar")
    }

    /// `within 4 business hours`.
    pub fn within(&self, duration: &Duration) -> Phrase {
        self.words.phrase("within", &[("duration", self.duration(duration).into())])
    }

    /// `24 to 48 hours`; the near end is a bare number when unit and clock are the same.
    pub fn range(&self, from: &Duration, to: &Duration) -> Phrase {
        let near = if from.unit == to.unit && from.clock == to.clock {
            Phrase::from(self.words.number(crate::value::Decimal::whole(from.amount.into())))
        } else {
            self.duration(from)
        };
        self.words.phrase("range", &[("from", near.into()), ("to", self.duration(to).into())])
    }

    /// A rhythm: `every 2 hours`, `every business day`.
    pub fn every(&self, duration: &Duration) -> Phrase {
        self.clocked(duration, "every", "every-business", "every-calendar")
    }

    fn clocked(&self, duration: &Duration, elapsed: &str, business: &str, calendar: &str) -> Phrase {
        let mut args = vec![("count", Arg::from(duration.amount)), ("unit", duration.unit.word().into())];
        let key = match &duration.clock {
            Clock::Elapsed => elapsed,
            Clock::Business(word) => {
                args.push(("word", word.word().into()));
                business
            }
            Clock::Calendar(name) => {
                args.push(("calendar", self.title("calendar", name).into()));
                calendar
            }
        };
        self.words.phrase(key, &args)
    }
}
