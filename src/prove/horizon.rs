//! From when to when a proof looks at every instant.
//!
//! In: a program and its calendars. Out: a stretch of time that depends on nothing but the text of the policy. It begins when
//! the policy takes effect, otherwise with the first day that a calendar names, otherwise with 2026. It lasts two years where
//! all hours are weekly, which covers every week and every change of clocks, and six where days of the year are named, so that
//! these fall on nearly every weekday; it goes on for a year after the last day that is named, for twelve years at most, and
//! never beyond the holidays that are known.

use crate::evaluate::{Context, known_years, said_instant};
use crate::hir::{FactKind, Holidays, Line};
use crate::time::{ClockTime, Date, DateTime, Instant, Stretch};
use crate::value::{DatePoint, DateSpan};

/// How many years are looked at where all hours are weekly.
const WEEKLY: i16 = 2;
/// How many years are looked at where days of the year are named.
const YEARLY: i16 = 6;
/// How many years are looked at whatever is named.
const MOST: i16 = 12;
/// The year in which a policy without any date is looked at.
const UNDATED: i16 = 2026;

/// A stretch of time, empty where nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// Its first instant.
    pub from: Instant,
    /// The instant after its last.
    pub to: Instant,
}

impl Horizon {
    /// The horizon of a policy.
    pub fn of(context: &Context<'_>) -> Self {
        Self::found(context).unwrap_or(Self { from: Instant::FIRST, to: Instant::FIRST })
    }

    fn found(context: &Context<'_>) -> Option<Self> {
        let mut named = Named::default();
        named.collect(context);
        let year = |year: i16| Date::new(year.clamp(1971, 2099), 1, 1);
        let first = context.program.policy.effective.or(named.first);
        let mut from = first.or(year(UNDATED))?.max(year(1971)?);
        let last = year(2099)?;
        let later = |date: Date, years: i16| date.plus_months(i32::from(years) * 12).map(|end| end.min(last));
        let mut to = later(from, if named.yearly { YEARLY } else { WEEKLY })?;
        if let Some(last) = named.last {
            to = to.max(later(last, 1)?).min(later(from, MOST)?);
        }
        if let Some((first, last)) = known_years(context) {
            from = from.max(year(first)?);
            to = to.min(year(last.saturating_add(1))?);
        }
        let midnight = |date: Date| context.clock.instant(DateTime { date, time: ClockTime::MIDNIGHT });
        Some(Self { from: midnight(from)?, to: midnight(to)? })
    }

    /// The whole of it, if it is not empty.
    pub fn stretch(&self) -> Option<Stretch> {
        (self.from < self.to).then_some(Stretch { from: self.from, to: self.to })
    }

    /// `from 2026-03-01 to 2028-03-01`, cut at an instant up to which deadlines are known.
    pub fn words(&self, context: &Context<'_>, until: Option<Instant>) -> String {
        let from = context.clock.local(self.from).date;
        let to = match until.filter(|until| *until < self.to) {
            Some(until) => said_instant(context, until),
            None => context.clock.local(self.to).date.to_string(),
        };
        format!("every instant from {from} to {to}")
    }
}

/// The days that calendars and conditions name.
#[derive(Default)]
struct Named {
    first: Option<Date>,
    last: Option<Date>,
    /// Whether hours are other than weekly.
    yearly: bool,
}

impl Named {
    fn collect(&mut self, context: &Context<'_>) {
        let program = context.program;
        for calendar in program.calendars.values() {
            self.yearly |= matches!(
                calendar.holidays,
                Some(Holidays::Areas(_) | Holidays::From(_) | Holidays::OfCustomer(_))
            );
            calendar.lines.iter().for_each(|line| self.line(&line.line));
        }
        for maintenance in program.maintenances.values() {
            maintenance.lines.iter().for_each(|line| self.line(&line.line));
        }
        let received = program.facts.get("received").map(|fact| &fact.kind);
        if let Some(FactKind::Date(stretches)) = received {
            let days = stretches.iter().flat_map(|stretch| [stretch.low, stretch.high]);
            for date in days.flatten().filter_map(Date::from_number) {
                self.day(date);
            }
        }
    }

    fn line(&mut self, line: &Line) {
        match line {
            Line::Weekly { season: Some(season), .. } => self.span(season),
            Line::Dates { dates, .. } => self.span(dates),
            Line::Instants { from, to, .. } => {
                self.day(from.date);
                self.day(to.date);
            }
            Line::Monthly { .. } => self.yearly = true,
            Line::Weekly { season: None, .. }
            | Line::WeekSpan { .. }
            | Line::Calendars { .. }
            | Line::Within(_) => {}
        }
    }

    fn span(&mut self, span: &DateSpan) {
        for point in [span.from, span.to] {
            match point {
                DatePoint::Full(date) => self.day(date),
                DatePoint::Yearly(_) => self.yearly = true,
            }
        }
    }

    fn day(&mut self, date: Date) {
        self.first = Some(self.first.map_or(date, |first| first.min(date)));
        self.last = Some(self.last.map_or(date, |last| last.max(date)));
    }
}
