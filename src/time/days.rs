//! Business days in all readings, and deadlines that name their day.
//!
//! In: an instant and a number of days. Out: the instant at which they end. A business day is a day of the calendar with open
//! time; hours past midnight belong to the day on which they begin. What comes while the calendar is closed is received at the
//! next opening; what comes later than the cut-off on a business day is received on the next one.
//!
//! With pauses, a day counts if the clock runs at some time of it and is not stopped at the instant at which the day would
//! end the period. A pause over a closing would move the deadline back to where it begins otherwise.

use super::civil::ClockTime;
use super::count::Running;
use super::definition::BusinessDays;
use super::error::CountError;
use super::instant::{DAY, Instant};
use super::year::BusinessDay;

/// When something is received.
#[derive(Clone, Copy, Debug)]
struct Received {
    /// When a clock that it starts begins to run.
    start: i64,
    /// The business day of receipt.
    day: i64,
}

impl Running<'_> {
    /// The end of so many business days that begin at an instant, as the calendar reads them; a negative number goes back.
    pub fn add_days(self, from: Instant, count: i64) -> Result<Instant, CountError> {
        if count < 0 {
            return self.subtract_days(from, count.checked_neg().ok_or(CountError::OutOfRange)?);
        }
        if count == 0 {
            return self.starts(from);
        }
        let at = from.seconds();
        let definition = self.schedule.definition();
        let end = match definition.business_days {
            BusinessDays::EndAtClose => {
                let received = self.received(at)?;
                self.day_after(received.day, count, |day| day.closes)?.closes
            }
            BusinessDays::IncludeReceipt => {
                let received = self.received(at)?;
                // The day of receipt counts like the others if it does not end within a pause.
                self.day_after(received.day - 1, count, |day| day.closes)?.closes
            }
            BusinessDays::KeepTime | BusinessDays::KeepTimeNextOpening | BusinessDays::KeepTimeUntilClose => {
                self.keep_time(at, count, definition.business_days)?
            }
            BusinessDays::RollToOpening => {
                let start = self.received(at)?.start;
                let (day, time) = self.local(start);
                let same = |day: &BusinessDay| self.at(day, time);
                same(&self.day_after(day, count, same)?)
            }
            BusinessDays::Seconds(each) => {
                let start = self.received(at)?.start;
                self.forward(
                    start,
                    each.checked_mul(count).filter(|all| *all > 0).ok_or(CountError::OutOfRange)?,
                )?
            }
            BusinessDays::ScheduleDay => {
                let received = self.received(at)?;
                self.forward(received.start, self.schedule_days(received.day, count)?)?
            }
        };
        self.checked(at, end)
    }

    /// The instant so many business days before another: the same time on an earlier business day, or its closing where days
    /// end at the closing. Where days are amounts of open time, that amount earlier.
    pub fn subtract_days(self, to: Instant, count: i64) -> Result<Instant, CountError> {
        if count < 0 {
            return self.add_days(to, count.checked_neg().ok_or(CountError::OutOfRange)?);
        }
        let at = to.seconds();
        if count == 0 {
            return Ok(to);
        }
        let schedule = self.schedule;
        // At a closing, the day that closes is meant, not the next one that has begun at midnight.
        let own = schedule.day_of(at).or_else(|| schedule.day_of(at - 1));
        let day = own.unwrap_or_else(|| self.local(at).0);
        let time = schedule.clock().shown(at) - day * DAY;
        let before = || schedule.day_after(day, -count).ok_or(CountError::NeverOpen);
        let begin = match schedule.definition().business_days {
            BusinessDays::EndAtClose | BusinessDays::IncludeReceipt | BusinessDays::KeepTimeUntilClose => {
                let earlier = before()?;
                let closing = schedule.business_day(day).is_some_and(|day| day.closes == at);
                if closing { earlier.closes } else { self.at(&earlier, time).min(earlier.closes) }
            }
            BusinessDays::KeepTime | BusinessDays::KeepTimeNextOpening | BusinessDays::RollToOpening => {
                self.at(&before()?, time)
            }
            BusinessDays::Seconds(each) => {
                return self.subtract(to, each.checked_mul(count).ok_or(CountError::OutOfRange)?);
            }
            BusinessDays::ScheduleDay => {
                let first = before()?.number;
                return self.subtract(to, self.schedule_days(first, count)?);
            }
        };
        self.checked(at, begin)
    }

    /// The end of the day of receipt, or of the business day so many after it: its closing, or a time on it.
    pub fn end_of_day(
        self,
        from: Instant,
        ahead: u32,
        time: Option<ClockTime>,
    ) -> Result<Instant, CountError> {
        let received = self.received(from.seconds())?;
        let end = |day: &BusinessDay| match time {
            Some(time) => self.at(day, i64::from(time.seconds())),
            None => day.closes,
        };
        let day = match ahead {
            0 => self.day_after(received.day - 1, 1, end)?,
            _ => self.day_after(received.day, i64::from(ahead), end)?,
        };
        self.checked(from.seconds(), end(&day))
    }

    /// When something that comes at an instant is received: at once, at the next opening, or, after the cut-off, at the
    /// opening of the next business day.
    pub fn receipt(self, at: Instant) -> Result<Instant, CountError> {
        let received = self.received(at.seconds())?;
        self.checked(at.seconds(), received.start)
    }

    fn received(self, at: i64) -> Result<Received, CountError> {
        let start = self.start(at)?;
        let day = self.schedule.day_of(start).ok_or(CountError::NeverOpen)?;
        let late =
            |cut_off: ClockTime| self.schedule.clock().shown(at) > day * DAY + i64::from(cut_off.seconds());
        if !self.schedule.definition().cut_off.is_some_and(late) {
            return Ok(Received { start, day });
        }
        let next = self.schedule.day_after(day, 1).ok_or(CountError::NeverOpen)?;
        let start = self.start(next.opens)?;
        let day = self.schedule.day_of(start).ok_or(CountError::NeverOpen)?;
        Ok(Received { start, day })
    }

    /// The same time of day on a later business day, whatever the calendar says about that time.
    fn keep_time(self, at: i64, count: i64, reading: BusinessDays) -> Result<i64, CountError> {
        let (mut day, time) = self.local(at);
        let late = |cut_off: ClockTime| time > i64::from(cut_off.seconds());
        if self.schedule.definition().cut_off.is_some_and(late) && self.schedule.business_day(day).is_some() {
            day = self.schedule.day_after(day, 1).ok_or(CountError::NeverOpen)?.number;
        }
        let capped = reading == BusinessDays::KeepTimeUntilClose;
        let end = |day: &BusinessDay| {
            let same = self.at(day, time);
            if capped { same.min(day.closes) } else { same }
        };
        let end = end(&self.day_after(day, count, end)?);
        if reading != BusinessDays::KeepTimeNextOpening {
            return Ok(end);
        }
        // Exactly at a closing is still in time.
        let open = self.schedule.stretch_at(end).or_else(|| self.schedule.stretch_at(end - 1));
        if open.is_some() { Ok(end) } else { self.start(end) }
    }

    /// The open seconds of so many days of the schedule, of which the first is given.
    pub(super) fn schedule_days(self, first: i64, count: i64) -> Result<i64, CountError> {
        // The day before the first may not be one, so that counting from it finds the first.
        let last = self.schedule.day_after(first - 1, count).ok_or(CountError::NeverOpen)?.number;
        Ok(self.schedule.open_of_days(first, last + 1))
    }

    /// The day and the seconds since its midnight that the clocks show.
    fn local(self, at: i64) -> (i64, i64) {
        let shown = self.schedule.clock().shown(at);
        (shown.div_euclid(DAY), shown.rem_euclid(DAY))
    }

    /// A time on a day, in seconds after midnight.
    fn at(self, day: &BusinessDay, time: i64) -> i64 {
        self.schedule.clock().civil(day.number * DAY + time)
    }

    /// The business day so many after a day, of those that count.
    fn day_after(
        self,
        day: i64,
        count: i64,
        end: impl Fn(&BusinessDay) -> i64,
    ) -> Result<BusinessDay, CountError> {
        let begin = self.schedule.clock().reached(day * DAY);
        if self.pauses.after(begin).is_empty() {
            return self.schedule.day_after(day, count).ok_or(CountError::NeverOpen);
        }
        let (mut day, mut left) = (day, count);
        loop {
            let next = self.schedule.day_after(day, 1).ok_or(CountError::NeverOpen)?;
            if self.pauses.is_endless_at(next.opens) {
                return Err(CountError::Paused);
            }
            day = next.number;
            if !self.pauses.within(end(&next)) && self.runs_on(&next) {
                left -= 1;
            }
            if left == 0 {
                return Ok(next);
            }
        }
    }

    /// Whether the clock runs at some time of a business day.
    fn runs_on(self, day: &BusinessDay) -> bool {
        let pieces = self.schedule.pieces_between(day.opens, day.closes);
        pieces.iter().any(|piece| piece.day == day.number && self.open_between(piece.from, piece.to) > 0)
    }
}
