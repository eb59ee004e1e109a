//! What a line of the data says: on which days a holiday falls, in which regions and years, and what happens when that is
//! no working day.
//!
//! Plain data; `read.rs` makes it from text, and `expand.rs` makes days of it.

use super::Holiday;
use crate::time::{ClockTime, Date, MonthDay, Weekday};
use smol_str::SmolStr;
use std::sync::OnceLock;

/// The holidays of one country and of its regions.
#[derive(Debug, Default)]
pub struct Country {
    /// The country itself comes first, its regions behind it.
    pub places: Vec<Place>,
    /// The days that are no working days, when a holiday is moved to one.
    pub weekend: Vec<Weekday>,
    /// What is a holiday there.
    pub rules: Vec<Rule>,
}

/// A country or region.
#[derive(Debug)]
pub struct Place {
    /// `NL` or `DE-BY`.
    pub code: SmolStr,
    /// Its name there.
    pub name: SmolStr,
    /// Its name in English.
    pub english: SmolStr,
    /// The first and the last year whose days are known.
    pub years: (i16, i16),
    /// The days of each of these years, once they were asked for.
    pub days: OnceLock<Vec<OnceLock<Vec<Holiday>>>>,
}

/// One holiday.
#[derive(Debug)]
pub struct Rule {
    /// The day in each year.
    pub when: When,
    /// The regions that it is for, and whether these are the only ones or the only ones without it; all if there are none.
    pub regions: Option<(Regions, Vec<SmolStr>)>,
    /// The years in which it is; all if there are none.
    pub years: Vec<(i16, i16)>,
    /// Once in so many years, counted from one of them.
    pub every: Option<(i16, i16)>,
    /// The days on which alone it is, or is not.
    pub filters: Vec<(Keep, Vec<OnDay>)>,
    /// What happens when it falls on certain days; the first that fits.
    pub shifts: Vec<Shift>,
    /// From when to when on that day.
    pub hours: (ClockTime, ClockTime),
    /// Its name there.
    pub name: SmolStr,
    /// Its name in English.
    pub english: SmolStr,
}

/// How a list of regions is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regions {
    /// These have the holiday.
    Only,
    /// All have it, and the country as a whole, but these.
    Except,
}

/// How a list of days is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The holiday is dropped on all others.
    Only,
    /// The holiday is dropped on these.
    Not,
}

/// A day that a holiday may fall on.
#[derive(Clone, Copy, Debug)]
pub enum OnDay {
    /// A weekday.
    Weekday(Weekday),
    /// A day of every year.
    Yearly(MonthDay),
    /// A date.
    Date(Date),
    /// So many days after Easter Sunday of the western churches.
    Easter(i16),
    /// A day on which there is another holiday.
    Holiday,
}

/// Which day or days of a year.
#[derive(Debug)]
pub enum When {
    /// A day counted from another one.
    Counted {
        /// The day to count from.
        base: Base,
        /// So many days later, or earlier if negative.
        offset: i16,
    },
    /// Dates one by one.
    Dates(Vec<Date>),
    /// Every day between two holidays that is neither.
    BetweenHolidays,
}

/// A day that each year has once.
#[derive(Debug)]
pub enum Base {
    /// The same day of every year.
    Fixed(MonthDay),
    /// Easter Sunday of the western churches.
    Easter,
    /// Easter Sunday of the eastern churches.
    OrthodoxEaster,
    /// The nth (from 1) such weekday of a month.
    Nth(u8, Weekday, u8),
    /// The last such weekday of a month.
    Last(Weekday, u8),
    /// Such a weekday beside a day of every year.
    Beside(Side, Weekday, MonthDay),
    /// The vernal equinox in Japan, or the autumnal one.
    Equinox {
        /// The one of September.
        autumnal: bool,
    },
    /// A month and a day of the Hebrew calendar.
    Hebrew(u8, u8),
    /// A feast whose dates are listed for all countries.
    Feast(SmolStr),
}

/// Where a weekday is looked for.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// The day itself or later.
    From,
    /// Later.
    After,
    /// The day itself or earlier.
    Until,
    /// Earlier.
    Before,
    /// At most three days earlier or later.
    Nearest,
}

/// A day off on another day.
#[derive(Debug)]
pub struct Shift {
    /// The days which the holiday is moved from.
    pub on: Vec<OnDay>,
    /// Whether the day itself remains a holiday.
    pub kept: bool,
    /// Where to.
    pub to: Target,
}

/// The day that a holiday is moved to.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// The next such weekday.
    Next(Weekday),
    /// The last such weekday before it.
    Previous(Weekday),
    /// The next day that is neither of the weekend nor a holiday.
    NextWorkingDay,
    /// The last day before it that is neither of the weekend nor a holiday.
    PreviousWorkingDay,
    /// The next day that is no holiday; it may be one of the weekend.
    NextFreeDay,
}
