//! Spans of weekdays, hours and dates, and rules that lead to a date.

use super::{Duration, Name, ReleaseStep};
use crate::source::Span;
use crate::time::{ClockTime, Date, DateTime, MonthDay, Weekday};

/// Weekdays, both ends included: `Mon..Fri`, or one day twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekdaySpan {
    /// The first day.
    pub from: Weekday,
    /// The last day; before `from` in the week when the span runs over Sunday.
    pub to: Weekday,
}

impl WeekdaySpan {
    /// The days, in the order of the span.
    pub fn days(self) -> Vec<Weekday> {
        let count = (self.to.index() + 7 - self.from.index()) % 7 + 1;
        (0..count).map(|step| Weekday::ALL[(self.from.index() + step) % 7]).collect()
    }
}

/// Hours of a day, the end not included; an end at or before the start lies on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockSpan {
    /// The opening.
    pub from: ClockTime,
    /// The closing.
    pub to: ClockTime,
}

/// A day: of one year, or of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePoint {
    /// `2026-12-24`.
    Full(Date),
    /// `Dec 24`.
    Yearly(MonthDay),
}

/// Days, both ends included, both of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateSpan {
    /// The first day.
    pub from: DatePoint,
    /// The last day.
    pub to: DatePoint,
}

/// A stretch between two local instants, the second not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instants {
    /// The first instant.
    pub from: DateTime,
    /// The instant after the last.
    pub to: DateTime,
}

/// A rule that leads to a date in the life of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateRule {
    /// A date.
    On(Date),
    /// The day the release came out.
    Release,
    /// The day a later release comes out.
    Later(ReleaseStep),
    /// The day a phase begins.
    StartOf(Name),
    /// The last day of a phase.
    EndOf(Name),
    /// So long after another date.
    After(Duration, Box<DateRule>),
    /// The first such day of a year after another date.
    FirstAfter(MonthDay, Box<DateRule>),
    /// The earlier of two.
    Earlier(Box<DateRule>, Box<DateRule>),
    /// The later of two.
    LaterOf(Box<DateRule>, Box<DateRule>),
    /// Not known yet.
    Unfilled,
}

/// When a phase of a release runs, as a cell of a product's table says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhaseDates {
    /// From a day to a day, both included.
    Span(DateSpan, Span),
    /// From the end of the phase before it, to this day included.
    Until(DateRule, Span),
    /// From this day, or from the end of the phase before it, without an end.
    From(Option<Date>, Span),
    /// The release has no such phase.
    No(Span),
    /// Not known yet.
    Unfilled(Span),
}

impl PhaseDates {
    /// Where it was written.
    pub fn span(&self) -> Span {
        match self {
            Self::Span(_, span)
            | Self::Until(_, span)
            | Self::From(_, span)
            | Self::No(span)
            | Self::Unfilled(span) => *span,
        }
    }

    /// Whether the phase has no end.
    pub fn is_endless(&self) -> bool {
        matches!(self, Self::From(..))
    }
}
