//! Calendars as plain data: what their lines say, not yet when they are open.
//!
//! Lines count from the general to the particular: weekly hours and other calendars, one weekday of each month, seasons,
//! holidays, yearly dates, dates of one year; of dates, whole days before hours. A more particular opening replaces what its
//! days had, a closing takes its time away; of equals, openings add up first. Closings by other calendars and restrictions
//! to them come last.

use super::area_days::AreaDays;
use super::civil::{ClockTime, Date, DateTime, MonthDay, Weekday};
use super::schedule::Schedule;
use super::zone::Zone;
use smol_str::SmolStr;
use std::sync::Arc;

/// A calendar.
#[derive(Clone, Debug)]
pub struct Definition {
    /// What it is called where it is part of another one.
    pub name: SmolStr,
    /// The zone of its times.
    pub zone: Zone,
    /// When it is open and closed, in any order.
    pub lines: Vec<Line>,
    /// Lists of days on which it is closed; outside their years nothing is said.
    pub holidays: Vec<HolidayList>,
    /// Areas on whose holidays it is closed; outside the years that are known of them nothing is said.
    pub areas: Vec<AreaDays>,
    /// What comes later on a business day is received on the next one.
    pub cut_off: Option<ClockTime>,
    /// How its business days are read.
    pub business_days: BusinessDays,
}

impl Definition {
    /// A calendar without lines, which is never open.
    pub fn new(name: &str, zone: Zone) -> Self {
        Self {
            name: name.into(),
            zone,
            lines: Vec::new(),
            holidays: Vec::new(),
            areas: Vec::new(),
            cut_off: None,
            business_days: BusinessDays::EndAtClose,
        }
    }

    /// Adds weekly hours.
    #[must_use]
    pub fn open(mut self, days: &[Weekday], hours: &[Hours]) -> Self {
        let what = What::Weekly { days: days.to_vec(), hours: hours.to_vec(), season: None };
        self.lines.push(Line::new(Effect::Open, what));
        self
    }

    /// Adds a line.
    #[must_use]
    pub fn line(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }
}

/// A line of a calendar.
#[derive(Clone, Debug)]
pub struct Line {
    /// Whether it opens or closes.
    pub effect: Effect,
    /// When.
    pub what: What,
    /// Why, as `Christmas Eve`.
    pub occasion: Option<SmolStr>,
    /// The number by which the caller knows it.
    pub tag: usize,
}

impl Line {
    /// A line without an occasion.
    pub fn new(effect: Effect, what: What) -> Self {
        Self { effect, what, occasion: None, tag: 0 }
    }

    /// The same line for this reason.
    #[must_use]
    pub fn because(mut self, occasion: &str) -> Self {
        self.occasion = Some(occasion.into());
        self
    }
}

/// Opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Effect {
    Open,
    Closed,
}

/// When a line opens or closes. Where hours can be given, none mean the whole day.
#[derive(Clone, Debug)]
pub enum What {
    /// Every week, or in every week of a season.
    Weekly {
        /// The weekdays.
        days: Vec<Weekday>,
        /// The hours.
        hours: Vec<Hours>,
        /// The season.
        season: Option<Dates>,
    },
    /// One weekday of each month.
    Monthly {
        /// Which of them.
        which: Nth,
        /// The weekday.
        day: Weekday,
        /// The hours.
        hours: Vec<Hours>,
    },
    /// Dates.
    Dates {
        /// The dates.
        dates: Dates,
        /// The hours on each of them.
        hours: Vec<Hours>,
    },
    /// From one local time to another.
    Instants {
        /// The first.
        from: DateTime,
        /// The one after the last.
        to: DateTime,
    },
    /// One stretch each week, perhaps from one zone to another.
    WeekSpan {
        /// When it begins.
        from: WeekMoment,
        /// When it ends; a week later if that is the same moment.
        to: WeekMoment,
    },
    /// Whenever other calendars are open.
    Calendars(Vec<Arc<Schedule>>),
    /// Keeps only what lies within another calendar, whatever the effect.
    Within(Arc<Schedule>),
}

/// Hours of a day, the end not included; an end at or before the start lies on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The opening.
    pub from: ClockTime,
    /// The closing.
    pub to: ClockTime,
}

impl Hours {
    /// The whole day.
    pub const DAY: Self = Self { from: ClockTime::MIDNIGHT, to: ClockTime::DAY_END };

    /// Both ends in seconds after the midnight at which the day begins.
    pub(super) fn seconds(self) -> (i64, i64) {
        let (from, to) = (i64::from(self.from.seconds()), i64::from(self.to.seconds()));
        (from, if to <= from { to + super::instant::DAY } else { to })
    }
}

/// Which weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// Dates, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// Of one year, or from a year to another.
    Full(Date, Date),
    /// Of every year; over New Year if the first is the later one.
    Yearly(MonthDay, MonthDay),
}

/// A moment of every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekMoment {
    /// The weekday.
    pub day: Weekday,
    /// The time.
    pub time: ClockTime,
    /// The zone, if it is not the calendar's.
    pub zone: Option<Zone>,
}

/// A list of holidays.
#[derive(Clone, Debug)]
pub struct HolidayList {
    /// What it is called, as `NL`.
    pub name: SmolStr,
    /// The first and the last year that it covers.
    pub years: (i16, i16),
    /// The days, in any order.
    pub days: Vec<Holiday>,
}

/// A day of a list of holidays.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// What it is called.
    pub name: SmolStr,
    /// The hours that are taken off; the whole day if there are none.
    pub hours: Option<Hours>,
}

/// How a promise of some business days is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusinessDays {
    /// The day of receipt does not count, and the last day ends when the calendar closes.
    EndAtClose,
    /// The time of receipt on the last day, even if closed then.
    KeepTime,
    /// The time of receipt on the last day, or the next opening if closed then.
    KeepTimeNextOpening,
    /// The time of receipt on the last day, or its closing if that is earlier.
    KeepTimeUntilClose,
    /// What comes while closed comes at the next opening; then the time is kept.
    RollToOpening,
    /// The day of receipt is the first day, and the last one ends when the calendar closes.
    IncludeReceipt,
    /// Each day is so many seconds of open time.
    Seconds(i64),
    /// Each day is as long as that day of the schedule is open, beginning with the day of receipt.
    ScheduleDay,
}
