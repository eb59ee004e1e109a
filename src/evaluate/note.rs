//! What the reader of an answer should know about how it was found.
//!
//! In: what was noticed while a question was read and answered. Out: notes as plain data, which say themselves in English to
//! other programs; `emit` says them to people in the language of the policy. A note changes nothing of the answer.

use super::life::Over;
use crate::time::Zone;
use serde::{Serialize, Serializer};
use std::fmt;

/// Something that was noticed on the way to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A time with parts of a second.
    Parts(String),
    /// A local time that comes twice.
    Twice {
        /// What the clocks show.
        time: String,
        /// Where.
        zone: Zone,
        /// The first of the two, which is taken.
        first: String,
        /// The second.
        second: String,
    },
    /// Something happened, and nothing says when the request was received.
    NotReceived,
    /// Events were given in another order than that of their times.
    Order,
    /// What was used of something does not matter.
    Unused(String, Unused),
    /// Without a receipt no clock runs.
    NoClock,
    /// The policy has no zone, and this one is taken.
    NoZone(String),
    /// The customer's zone is not known, and this one is taken.
    NoCustomer(String),
    /// The customer's holidays are not known.
    NoHolidays,
    /// Every phase of the release is over.
    Over(Over),
    /// A line of this declaration says nothing yet, since a `?` stands in it.
    Waits(String),
}

/// Why it does not matter how much of something was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// No case has it.
    Nobody,
    /// It is not granted.
    NotGranted,
    /// Whether it is granted is not known.
    Depends,
    /// Its limit is for each of something of which the number is not known.
    Per,
    /// It has no limit.
    Unlimited,
}

impl Unused {
    /// The words in English.
    fn english(self) -> &'static str {
        match self {
            Self::Nobody => "no such case has it",
            Self::NotGranted => "it is not granted in this case",
            Self::Depends => "whether it is granted depends on facts that were not given",
            Self::Per => "what its limit is counted for is not known",
            Self::Unlimited => "it is granted without a limit",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parts(text) => write!(out, "`{text}` has parts of a second, which count as a whole one"),
            Self::Twice { time, zone, first, second } => write!(
                out,
                "{time} comes twice in {} as the clocks are put back; the first is taken, {first}; the second is {second}",
                zone.city()
            ),
            Self::NotReceived => {
                out.write_str("the request was not received, as far as is known: give `--received`")
            }
            Self::Order => out.write_str("the events were given in another order than they happened in"),
            Self::Unused(of, why) => {
                write!(out, "what was used of `{of}` counts for nothing: {}", why.english())
            }
            Self::NoClock => out.write_str("no time of receipt was given, so no clock runs"),
            Self::NoZone(zone) => write!(out, "the policy names no time zone; times are those of {zone}"),
            Self::NoCustomer(zone) => {
                write!(out, "the zone of the customer was not given, and {zone} is taken for it")
            }
            Self::Waits(of) => {
                write!(out, "a line of `{of}` is not filled in yet, and the answer does without it")
            }
            Self::Over(over) => write!(
                out,
                "every phase of `{}` {} is over: the last, `{}`, ended on {}",
                over.product, over.release, over.phase, over.on
            ),
            Self::NoHolidays => {
                out.write_str("the holidays of the customer were not given, and none are taken off")
            }
        }
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
