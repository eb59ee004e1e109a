//! Durations on the clock on the wall: exact in hours, civil in days and months.

use super::civil::Date;
use super::clock::ZoneClock;
use super::error::CountError;
use super::instant::{DAY, Instant};

/// A length of elapsed time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elapsed {
    /// Exact seconds, of which hours and minutes are made.
    Seconds(i64),
    /// Days, to the same time of day; a week is seven.
    Days(i64),
    /// Months, to the same time of the same day, or of the last day of a shorter month; a year is twelve.
    Months(i64),
}

impl Elapsed {
    /// So many times as long.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        match self {
            Self::Seconds(count) => Self::Seconds(count.saturating_mul(factor)),
            Self::Days(count) => Self::Days(count.saturating_mul(factor)),
            Self::Months(count) => Self::Months(count.saturating_mul(factor)),
        }
    }
}

impl ZoneClock {
    /// The instant so much later, or earlier if negative. A local time that the clocks skip is as much later as they are put
    /// forward; of two, the first is meant.
    pub fn add(&self, from: Instant, length: Elapsed) -> Result<Instant, CountError> {
        let shown = || self.shown(from.seconds());
        let local = match length {
            Elapsed::Seconds(count) => return from.plus(count).ok_or(CountError::OutOfRange),
            Elapsed::Days(0) | Elapsed::Months(0) => return Ok(from),
            Elapsed::Days(count) => count.checked_mul(DAY).and_then(|days| shown().checked_add(days)),
            Elapsed::Months(count) => months_later(shown(), count),
        };
        // What lies far outside would not be found in the table of the clocks.
        let local = local.filter(|local| (-DAY..=Instant::LAST.seconds() + DAY).contains(local));
        local.and_then(|local| Instant::new(self.civil(local))).ok_or(CountError::OutOfRange)
    }
}

/// The same time so many months later, in seconds that the clocks show.
pub(super) fn months_later(shown: i64, months: i64) -> Option<i64> {
    let date = Date::from_number(shown.div_euclid(DAY))?.plus_months(i32::try_from(months).ok()?)?;
    Some(date.number() * DAY + shown.rem_euclid(DAY))
}
