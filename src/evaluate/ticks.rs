//! The clock that a length of time runs on: the one on the wall, or one that runs while a calendar is open.
//!
//! In: lengths of time and days as promised, the instant to count from, and the pauses of the case. Out: instants. All
//! counting is the time room's; here the words of the language are put into its terms.

use super::calendars::{self, schedule};
use super::context::Context;
use crate::cases::{CaseSet, Dim};
use crate::time::{BusinessDays, CountError, Elapsed, Instant, Length, Pauses, Schedule, Wait, ZoneClock};
use crate::value::{Clock, Day, Duration, Name, Promise, Unit, Which};
use std::rc::Rc;
use std::sync::Arc;

/// A clock.
#[derive(Clone, Debug)]
pub struct Ticks {
    /// When it runs.
    pub schedule: Arc<Schedule>,
    /// The clocks of the policy, for civil days on the wall.
    clock: Rc<ZoneClock>,
    /// Whether it is the clock on the wall.
    pub wall: bool,
    /// The calendar for want of which nobody knows yet when it runs.
    pub unknown: Option<Name>,
}

/// Exact seconds of a length in hours, minutes or seconds.
pub fn whole(length: &Duration) -> Option<i64> {
    let unit = match length.unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3600,
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => return None,
    };
    Some(i64::from(length.amount) * unit)
}

/// A length on the clock on the wall.
fn elapsed(length: &Duration, times: i64) -> Elapsed {
    let amount = i64::from(length.amount);
    let one = match length.unit {
        Unit::Second => Elapsed::Seconds(amount),
        Unit::Minute => Elapsed::Seconds(amount * 60),
        Unit::Hour => Elapsed::Seconds(amount * 3600),
        Unit::Day => Elapsed::Days(amount),
        Unit::Week => Elapsed::Days(amount * 7),
        Unit::Month => Elapsed::Months(amount),
        Unit::Quarter => Elapsed::Months(amount * 3),
        Unit::Year => Elapsed::Months(amount * 12),
    };
    one.times(times)
}

impl Ticks {
    /// The clock that a promise names, in these cases.
    pub fn of(context: &Context<'_>, clock: &Clock, cases: &CaseSet) -> Result<Self, Vec<Dim>> {
        let name = context.program.policy.calendar_of(clock);
        let schedule = match name {
            Some(name) => schedule(context, name, cases)?,
            None => context.wall(),
        };
        let ticks = Self { wall: name.is_none(), ..Self::open(context, schedule) };
        Ok(match name {
            Some(name) => ticks.known_by(context, name),
            None => ticks,
        })
    }

    /// The clock with what is not known yet of the calendar that it runs by.
    #[must_use]
    pub fn known_by(self, context: &Context<'_>, name: &Name) -> Self {
        let unknown = calendars::unknown(context, name, &self.schedule);
        Self { unknown, ..self }
    }

    /// The clock of a schedule.
    pub fn open(context: &Context<'_>, schedule: Arc<Schedule>) -> Self {
        Self { schedule, clock: Rc::clone(&context.clock), wall: false, unknown: None }
    }

    /// When a clock begins to run that is started here: at once, or at the next opening where it counts open time.
    pub fn begins(&self, from: Instant, promise: &Promise) -> Instant {
        let Some(length) = promise.length() else { return from };
        let keeps_time = matches!(
            self.schedule.definition().business_days,
            BusinessDays::KeepTime | BusinessDays::KeepTimeNextOpening | BusinessDays::KeepTimeUntilClose
        );
        if self.wall || (length.unit == Unit::Day && keeps_time) {
            return from;
        }
        let running = self.schedule.running();
        let begins = if length.unit == Unit::Day { running.receipt(from) } else { running.starts(from) };
        begins.unwrap_or(from)
    }

    /// A promise in the terms of the room of time, without pauses; none where it has no figure. A rhythm is its first time.
    pub fn wait(&self, promise: &Promise) -> Option<Wait> {
        Some(match promise {
            Promise::Within { to: length, .. } | Promise::Every(length) => self.lasting(length),
            Promise::By(day) => Wait::Day { ahead: ahead(day), time: day.time },
            Promise::Release(_)
            | Promise::BestEffort
            | Promise::None
            | Promise::No
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => return None,
        })
    }

    /// When a promise falls due of which the clock started at an instant; none where it has no figure. A rhythm is its first time.
    pub fn due(
        &self,
        start: Instant,
        promise: &Promise,
        pauses: &Pauses,
    ) -> Option<Result<Instant, CountError>> {
        Some(match (promise, promise.length()) {
            (Promise::By(day), _) => self.by(start, day, pauses),
            (_, length) => self.after(start, length?, 1, pauses),
        })
    }

    /// A length of time in the terms of the room of time.
    pub fn lasting(&self, length: &Duration) -> Wait {
        if self.wall {
            return Wait::Length(Length::Elapsed(elapsed(length, 1)));
        }
        match (whole(length), length.unit) {
            (Some(seconds), _) => Wait::Length(Length::Open(seconds)),
            (None, Unit::Day) => Wait::Length(Length::Days(i64::from(length.amount))),
            (None, _) => Wait::CivilThenOpen(elapsed(length, 1)),
        }
    }

    /// The instant so many times a length later.
    pub fn after(
        &self,
        from: Instant,
        length: &Duration,
        times: i64,
        pauses: &Pauses,
    ) -> Result<Instant, CountError> {
        if self.wall {
            return self.clock.add_paused(from, elapsed(length, times), pauses);
        }
        match (whole(length), length.unit) {
            (Some(seconds), _) => self.plus(from, seconds.saturating_mul(times), pauses),
            (None, Unit::Day) => {
                self.schedule.paused(pauses).add_days(from, i64::from(length.amount).saturating_mul(times))
            }
            (None, _) => {
                let civil = self.schedule.clock().add(from, elapsed(length, times))?;
                self.schedule.paused(pauses).starts(civil)
            }
        }
    }

    /// The instant a length after something ended. The end of a business day belongs to that day, and nothing is received
    /// there, so that neither the closing nor a cut-off puts it off by a day.
    pub fn after_end(&self, end: Instant, length: &Duration, pauses: &Pauses) -> Result<Instant, CountError> {
        let reading = self.schedule.definition().business_days;
        if self.wall || whole(length).is_some() {
            return self.after(end, length, 1, pauses);
        }
        let closing = |last: Instant, end: Instant| -> Result<bool, CountError> {
            Ok(self.schedule.is_open(last)? && !self.schedule.is_open(end)?)
        };
        let last = end.plus(-1).unwrap_or(end);
        let closes = closing(last, end)?;
        if length.unit != Unit::Day || reading != BusinessDays::EndAtClose {
            // From a closing to the same closing of a later day, where there is one.
            let near = if closes { self.after(last, length, 1, pauses)? } else { end };
            let later = near.plus(1).unwrap_or(near);
            let same = closes && closing(near, later)?;
            return if same { Ok(later) } else { self.after(end, length, 1, pauses) };
        }
        let from = if closes { last } else { end };
        let running = self.schedule.paused(pauses);
        let put_off = self.schedule.is_open(from)? && running.receipt(from)? > from;
        running.end_of_day(from, length.amount.saturating_sub(u32::from(put_off)), None)
    }

    /// The instant a length before another.
    pub fn before(&self, to: Instant, length: &Duration, pauses: &Pauses) -> Result<Instant, CountError> {
        if self.wall {
            return self.clock.add_paused(to, elapsed(length, -1), pauses);
        }
        match (whole(length), length.unit) {
            (Some(seconds), _) => self.schedule.paused(pauses).subtract(to, seconds),
            (None, Unit::Day) => self.schedule.paused(pauses).subtract_days(to, i64::from(length.amount)),
            (None, _) => self.clock.add(to, elapsed(length, -1)),
        }
    }

    /// The instant so many seconds of this clock later.
    pub fn plus(&self, from: Instant, seconds: i64, pauses: &Pauses) -> Result<Instant, CountError> {
        self.schedule.paused(pauses).add(from, seconds)
    }

    /// The seconds that this clock runs between two instants.
    pub fn between(&self, from: Instant, to: Instant, pauses: &Pauses) -> Result<i64, CountError> {
        self.schedule.paused(pauses).between(from, to)
    }

    /// The end of a named day, or a time on it.
    pub fn by(&self, from: Instant, day: &Day, pauses: &Pauses) -> Result<Instant, CountError> {
        self.schedule.paused(pauses).end_of_day(from, ahead(day), day.time)
    }
}

/// How many business days a named day lies ahead.
fn ahead(day: &Day) -> u32 {
    match day.which {
        Which::Same => 0,
        Which::Next => 1,
    }
}
