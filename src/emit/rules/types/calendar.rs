//! Calendars as they were said, in the order in which their lines count.

use super::clause::{Clause, Texts};
use super::value::True;
use schemars::JsonSchema;
use serde::Serialize;

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// Name, title, words about it.
    #[serde(flatten)]
    pub clause: Clause,
    /// The zone of its local times (tz database); absent when the policy does not say or it is the customer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Its local times are those of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone_of_customer: Option<True>,
    /// Its lines, in the order in which they count; `layer` says how.
    pub lines: Vec<CalendarLine>,
    /// What it says of public holidays; absent when it says nothing. They count after the layer `season`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holidays: Option<Holidays>,
    /// What is received after this local time is received on the next business day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<String>,
    /// How its business days are counted.
    pub business_days: BusinessDays,
}

/// A line of a calendar; its `cases` say when it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalendarLine {
    /// Where it stands among the layers. Later layers count over earlier ones: their `open` lines replace what the days
    /// they name had, their `closed` lines take away from it. Within a layer the `open` lines add up first.
    pub layer: Layer,
    /// Whether it opens or closes.
    pub effect: Effect,
    /// What it opens or closes.
    #[serde(flatten)]
    pub line: Line,
    /// Why, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occasion: Option<Texts>,
    /// Audience, source, words about it.
    #[serde(flatten)]
    pub clause: Clause,
}

/// The layers of a calendar, in the order in which they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Layer {
    /// Weekly hours, long weekly openings, and other calendars that are added.
    Weekly,
    /// Weekly hours of a season, instead of those of the same weekdays.
    Season,
    /// Whole days of every year.
    YearlyDays,
    /// Hours on days of every year.
    YearlyHours,
    /// Whole days of one year.
    DatedDays,
    /// Hours on days of one year, and stretches from instant to instant.
    DatedHours,
    /// Other calendars that are taken away.
    TakenAway,
    /// Nothing outside another calendar.
    Within,
}

/// Opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Effect {
    Open,
    Closed,
}

/// What a line opens or closes. All times are local to the calendar; no hours mean the whole day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Line {
    /// The same hours every week.
    Weekly {
        /// The weekdays.
        days: Vec<Weekday>,
        /// The hours.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        hours: Vec<Hours>,
        /// Only on these dates.
        #[serde(skip_serializing_if = "Option::is_none")]
        season: Option<Dates>,
    },
    /// One weekday of each month.
    Monthly {
        /// Which of them.
        which: Nth,
        /// The weekday.
        day: Weekday,
        /// The hours.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        hours: Vec<Hours>,
    },
    /// Days of one year or of every year.
    Dates {
        /// The days.
        dates: Dates,
        /// The hours.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        hours: Vec<Hours>,
    },
    /// From one instant to another, the second not included.
    Instants {
        /// The first instant, local, as `2026-06-04T13:00:00`.
        from: String,
        /// The instant after the last.
        to: String,
    },
    /// One long opening each week.
    WeekSpan {
        /// When it begins.
        from: WeekMoment,
        /// When it ends.
        to: WeekMoment,
    },
    /// Whenever one of these calendars is open, or one of these maintenances goes on.
    Calendars {
        /// Their ids.
        calendars: Vec<String>,
    },
    /// Only what lies within another calendar.
    Within {
        /// Its id.
        calendar: String,
    },
}

/// Which weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Hours of a day, the end not included; an end at or before the start lies on the next day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hours {
    /// The opening, `09:00`.
    pub from: String,
    /// The closing; `24:00` is the end of the day.
    pub to: String,
}

/// Days, both ends included: `2026-12-24`, or `--12-24` for every year. Yearly days may run over the end of the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dates {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// A time in the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeekMoment {
    /// The day.
    pub day: Weekday,
    /// The local time.
    pub time: String,
    /// The zone of that time, if it is not the calendar's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

/// What a calendar says of public holidays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Holidays {
    /// Closed on those of these areas.
    Areas {
        /// ISO 3166 codes, `NL`, `DE-BY`.
        areas: Vec<String>,
    },
    /// Closed on those where the customer is.
    #[serde(rename_all = "camelCase")]
    OfCustomer {
        /// They are those of the customer.
        of_customer: True,
    },
    /// Closed on the days of a list.
    File {
        /// The file with the list, as the policy names it.
        file: String,
    },
    /// Days like any other.
    Ignored {
        /// They are days like any other.
        ignored: True,
    },
}

/// How business days are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BusinessDays {
    /// The reading.
    pub reading: Reading,
    /// For the reading `hours`: how many open hours make a day, as a decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Whether the policy says so, or it is the default.
    pub said: bool,
}

/// The readings of "so many business days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Reading {
    /// The day of receipt does not count, and the period ends when the last counted day closes.
    EndAtClose,
    /// The time of receipt is kept, even if it is closed then.
    KeepTime,
    /// The time of receipt, or the next opening if it is closed then.
    KeepTimeNextOpening,
    /// The time of receipt, or closing if that is earlier.
    KeepTimeUntilClose,
    /// What arrives while closed rolls to an opening first.
    RollToOpening,
    /// The day of receipt counts.
    IncludeReceipt,
    /// A day is a number of open hours.
    Hours,
    /// A day is the open hours of one day of the schedule.
    ScheduleDay,
}
