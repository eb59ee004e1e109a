//! The business days of a schedule by their numbers, across its years.
//!
//! In: days since 1970-01-01. Out: the business days on and around them, found by their place in the year.

use super::error::CountError;
use super::instant::{DAY, Instant};
use super::schedule::Schedule;
use super::year::{BusinessDay, YEARS, year_of};

impl Schedule {
    /// The business day to which an open instant belongs.
    pub(super) fn day_of(&self, at: i64) -> Option<i64> {
        self.year(year_of(at)).piece(at).map(|piece| piece.day)
    }

    /// A business day by its number.
    pub(super) fn business_day(&self, number: i64) -> Option<BusinessDay> {
        let days = self.days(year_of(number * DAY));
        let place = days.until(number).checked_sub(1)?;
        Some(days.days[place]).filter(|day| day.number == number)
    }

    /// The business day so many after a day, or before it if negative.
    pub(super) fn day_after(&self, number: i64, count: i64) -> Option<BusinessDay> {
        let mut year = year_of(number * DAY);
        let until = self.days(year).until(number);
        let steps = usize::try_from(count.unsigned_abs()).ok()?;
        if count > 0 {
            let mut place = until + steps - 1;
            loop {
                let days = self.days(year);
                if let Some(day) = days.days.get(place) {
                    return Some(*day);
                }
                place -= days.days.len();
                year += 1;
                if year >= YEARS {
                    return None;
                }
            }
        }
        let is_one = until > 0 && self.days(year).days[until - 1].number == number;
        let mut ahead = until - usize::from(is_one);
        let mut steps = steps;
        loop {
            if let Some(place) = ahead.checked_sub(steps) {
                return self.days(year).days.get(place).copied();
            }
            steps -= ahead;
            year = year.checked_sub(1)?;
            ahead = self.days(year).days.len();
        }
    }

    /// How many business days have open time between two instants.
    pub fn business_days_between(&self, from: Instant, to: Instant) -> Result<usize, CountError> {
        self.check(from.seconds(), to.seconds())?;
        let mut days: Vec<i64> =
            self.pieces_between(from.seconds(), to.seconds()).iter().map(|piece| piece.day).collect();
        // Where the hours of two days overlap, their pieces alternate.
        days.sort_unstable();
        days.dedup();
        Ok(days.len())
    }

    /// The open seconds of the business days from one to another that is not included.
    pub(super) fn open_of_days(&self, from: i64, to: i64) -> i64 {
        let (first, last) = (year_of(from * DAY), year_of(to * DAY));
        let before = |year: usize, day: i64| {
            let days = self.days(year);
            days.sums[days.until(day - 1)]
        };
        let whole = |year: usize| {
            let days = self.days(year);
            days.sums[days.days.len()]
        };
        (first..last).map(whole).sum::<i64>() + before(last, to) - before(first, from)
    }
}
