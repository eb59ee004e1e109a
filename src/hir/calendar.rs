//! Calendars as they were said; when they are open is computed elsewhere.

use super::{Audience, Clause, Cond, Published};
use crate::source::{Span, Spanned};
use crate::time::{ClockTime, DateTime, Weekday, Zone};
use crate::value::{ClockSpan, DateSpan, Decimal, Name, Text, WeekdaySpan};

/// A calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Name, title, anchor, words about it.
    pub clause: Clause,
    /// The zone of its times; `None` is the policy's.
    pub zone: Option<Zone>,
    /// Its times are read in the zone of the customer.
    pub zone_of_customer: bool,
    /// Its lines, in order.
    pub lines: Vec<CalendarLine>,
    /// What it says of public holidays; `None` when it says nothing.
    pub holidays: Option<Holidays>,
    /// After this time a request is received on the next business day.
    pub cut_off: Option<ClockTime>,
    /// How its business days are counted, with the place when it was said.
    pub business_days: Spanned<BusinessDays>,
    /// Whether that was said, or is the default.
    pub business_days_said: bool,
    /// Whether all that goes by it is for us alone, so that others would take its hours for theirs.
    pub inside: bool,
}

impl Calendar {
    /// Whether readers find its hours in a build.
    pub fn is_shown(&self, published: &Published) -> bool {
        let audience = if self.inside { &Audience::Internal } else { &self.clause.audience };
        published.shows(audience)
    }
}

/// A line of a calendar.
#[derive(Clone, Debug)]
pub struct CalendarLine {
    /// What it opens or closes.
    pub line: Line,
    /// Anchor, audience, words about it.
    pub clause: Clause,
    /// Why, as `"Christmas Eve"`.
    pub occasion: Option<Text>,
    /// The cases for which it counts; everything when nothing is said.
    pub when: Cond,
    /// The place to mark.
    pub span: Span,
}

/// Opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Effect {
    Open,
    Closed,
}

/// Hours of a day; none means the whole day.
pub type Hours = Vec<ClockSpan>;

/// Which weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// What a line opens or closes.
#[derive(Clone, Debug)]
pub enum Line {
    /// Weekly hours, perhaps of a season.
    Weekly {
        /// Open or closed.
        effect: Effect,
        /// The weekdays.
        days: Vec<WeekdaySpan>,
        /// The hours.
        hours: Hours,
        /// The season.
        season: Option<DateSpan>,
    },
    /// One weekday of each month, as its first Sunday.
    Monthly {
        /// Open or closed.
        effect: Effect,
        /// Which of them.
        which: Nth,
        /// The weekday.
        day: Weekday,
        /// The hours.
        hours: Hours,
    },
    /// Dates, of one year or every year.
    Dates {
        /// Open or closed.
        effect: Effect,
        /// The dates.
        dates: DateSpan,
        /// The hours.
        hours: Hours,
    },
    /// From one instant to another.
    Instants {
        /// Open or closed.
        effect: Effect,
        /// The first instant.
        from: DateTime,
        /// The instant after the last.
        to: DateTime,
    },
    /// One long opening each week.
    WeekSpan {
        /// When it begins, and in which zone if not the calendar's.
        from: (Weekday, ClockTime, Option<Zone>),
        /// When it ends.
        to: (Weekday, ClockTime, Option<Zone>),
    },
    /// The hours of other calendars, added or taken away; a maintenance may be taken away too.
    Calendars {
        /// Open or closed.
        effect: Effect,
        /// Their names.
        names: Vec<Name>,
    },
    /// Only what lies within another calendar.
    Within(Name),
}

impl Line {
    /// The calendars that it is made of.
    pub fn parts(&self) -> &[Name] {
        match self {
            Self::Calendars { names, .. } => names,
            Self::Within(name) => std::slice::from_ref(name),
            Self::Weekly { .. }
            | Self::Monthly { .. }
            | Self::Dates { .. }
            | Self::Instants { .. }
            | Self::WeekSpan { .. } => &[],
        }
    }

    /// Whether it opens something.
    pub fn opens(&self) -> bool {
        match self {
            Self::Weekly { effect, .. }
            | Self::Monthly { effect, .. }
            | Self::Dates { effect, .. }
            | Self::Instants { effect, .. }
            | Self::Calendars { effect, .. } => *effect == Effect::Open,
            Self::WeekSpan { .. } => true,
            Self::Within(_) => false,
        }
    }
}

/// What a calendar says of public holidays.
#[derive(Clone, Debug)]
pub enum Holidays {
    /// Closed on the holidays of these areas (`NL`, `DE-BY`).
    Areas(Vec<Spanned<smol_str::SmolStr>>),
    /// Closed on the holidays where the customer is.
    OfCustomer(Span),
    /// Closed on the days of a list in a file.
    From(Spanned<smol_str::SmolStr>),
    /// Days like any other.
    Ignored(Span),
}

/// How business days are counted; see the language reference for one example worked in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusinessDays {
    /// The period ends when the last counted day closes; the default.
    EndAtClose,
    /// The time of receipt is kept, even if closed then.
    KeepTime,
    /// The time of receipt, or the next opening.
    KeepTimeNextOpening,
    /// The time of receipt, or closing if that is earlier.
    KeepTimeUntilClose,
    /// A request that arrives while closed rolls to an opening first.
    RollToOpening,
    /// The day of receipt counts.
    IncludeReceipt,
    /// A day is so many open hours.
    Hours(Decimal),
    /// A day is the open hours of one day of the schedule.
    ScheduleDay,
}
