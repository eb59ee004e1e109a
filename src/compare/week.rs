//! The hours of most weeks, by which people know when something is open.
//!
//! In: nothing; `hours.rs` finds the week of a calendar. Out: its words, as an author writes them.

use crate::evaluate::Theirs;
use crate::time::{ClockTime, Weekday, Zone};
use crate::value::{ClockSpan, WeekdaySpan};
use std::fmt::Write as _;

/// The hours of most weeks, for runs of weekdays that have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Runs of weekdays with their hours, in the order of the week; closed days are not in it.
    pub days: Vec<(WeekdaySpan, Vec<ClockSpan>)>,
    /// In which zone.
    pub zone: Zone,
    /// Whether the zone is told, since the other version has another one.
    pub told: bool,
    /// What is the customer's.
    pub theirs: Theirs,
}

impl Week {
    /// Whether it is open day and night.
    pub fn is_always(&self) -> bool {
        matches!(self.days.as_slice(), [(days, hours)] if days.days().len() == 7
            && matches!(hours.as_slice(), [hours] if hours.from == ClockTime::MIDNIGHT && hours.to == ClockTime::DAY_END))
    }

    /// Whether it is open on a day, at some time from one second to another.
    pub fn is_open(&self, day: Weekday, (from, to): (i64, i64)) -> bool {
        let hours = self.days.iter().filter(|(days, _)| days.days().contains(&day));
        let mut spans = hours.flat_map(|(_, hours)| hours);
        spans.any(|span| i64::from(span.from.seconds()) < to && from < i64::from(span.to.seconds()))
    }

    /// As an author writes it.
    pub fn words(&self) -> String {
        if self.is_always() {
            return "always".to_owned();
        }
        let mut words = String::new();
        for (days, hours) in &self.days {
            let until = if days.from == days.to { String::new() } else { format!("..{}", days.to.code()) };
            let spans: Vec<String> = hours.iter().map(|span| format!("{}..{}", span.from, span.to)).collect();
            let gap = if words.is_empty() { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(words, "{gap}{}{until} {}", days.from.code(), spans.join(" and "));
        }
        if words.is_empty() { "never".to_owned() } else { words }
    }

    /// The same with the zone, where that is another one, and with what is the customer's.
    pub fn whole(&self) -> String {
        let mut words = self.words();
        if self.theirs.zone {
            words.push_str(" on the clocks of the customer");
        } else if self.told {
            let _ = write!(words, " in {}", self.zone.name());
        }
        if self.theirs.holidays {
            words.push_str(", closed on their holidays");
        }
        words
    }
}
