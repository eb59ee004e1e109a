//! Public holidays: of countries and regions from rules kept as data, and of lists that others keep.
//!
//! In: the code of an area and a year, or the text of a list. Out: days with their names. What is known of an area ends with
//! a year, which it says; a list has its own. Nothing here reads a file, and nothing knows what a holiday is good for.

mod country;
mod easter;
mod expand;
mod feasts;
mod ics;
mod ics_event;
mod list;
mod read;
mod read_when;
mod rule;
#[cfg(test)]
mod tests;
mod zones;

pub use country::{Area, areas};
pub use list::{List, MOST_BYTES};
pub use read::Problem;

use crate::time::{ClockTime, Date};
use smol_str::SmolStr;

/// A public holiday on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name in the language of the place, or of the list.
    pub name: SmolStr,
    /// Its name in English, or that of the list.
    pub english: SmolStr,
    /// From when on it is a holiday, midnight for a whole day.
    pub from: ClockTime,
    /// Until when, the end of the day for a whole day.
    pub to: ClockTime,
}

impl Holiday {
    /// Whether all of the day is a holiday.
    pub fn is_whole(&self) -> bool {
        (self.from, self.to) == (ClockTime::MIDNIGHT, ClockTime::DAY_END)
    }
}

/// The holidays of a year in all of these areas together, in order; none where one of them does not know the year.
pub fn merged(areas: &[Area], year: i16) -> Option<Vec<Holiday>> {
    let mut days = Vec::new();
    for area in areas {
        days.extend(area.days(year)?);
    }
    Some(expand::merged(days))
}
