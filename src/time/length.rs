//! Lengths of promises on any clock, and what repeats after each of them.

use super::clock::ZoneClock;
use super::count::Running;
use super::elapsed::Elapsed;
use super::error::CountError;
use super::instant::Instant;
use super::pauses::{OPEN_END, Pauses};

/// How long a promise is, and on which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// On the clock on the wall.
    Elapsed(Elapsed),
    /// Seconds of open time.
    Open(i64),
    /// Business days as the calendar reads them.
    Days(i64),
}

impl Length {
    /// So many times as long.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        match self {
            Self::Elapsed(length) => Self::Elapsed(length.times(factor)),
            Self::Open(seconds) => Self::Open(seconds.saturating_mul(factor)),
            Self::Days(count) => Self::Days(count.saturating_mul(factor)),
        }
    }
}

impl ZoneClock {
    /// The instant so much later on the clock on the wall, to which the time of all pauses on the way is added. A length in
    /// days or months is worked out first as if there were no pause.
    pub fn add_paused(&self, from: Instant, length: Elapsed, pauses: &Pauses) -> Result<Instant, CountError> {
        let due = self.add(from, length)?;
        let (mut at, mut left) = (from.seconds(), due.seconds() - from.seconds());
        if left < 0 {
            for (begin, end) in pauses.before(at).iter().rev() {
                let runs = (at - end).max(0);
                if -left <= runs {
                    break;
                }
                left += runs;
                at = *begin;
            }
            return Instant::new(at + left).ok_or(CountError::OutOfRange);
        }
        for (begin, end) in pauses.after(at) {
            let runs = (begin - at).max(0);
            if left <= runs && (left > 0 || at < *begin) {
                break;
            }
            if *end == OPEN_END {
                return Err(CountError::Paused);
            }
            left -= runs;
            at = *end;
        }
        Instant::new(at + left).ok_or(CountError::OutOfRange)
    }
}

impl<'a> Running<'a> {
    /// When a promise of a length that begins at an instant is due.
    pub fn due(self, from: Instant, length: Length) -> Result<Instant, CountError> {
        match length {
            Length::Elapsed(length) => self.schedule.clock().add_paused(from, length, self.pauses),
            Length::Open(seconds) => self.add(from, seconds),
            Length::Days(count) => self.add_days(from, count),
        }
    }

    /// When something is due that is promised again and again: each time is worked out from the start, so that nothing
    /// drifts. It ends with the first error.
    pub fn cadence(
        self,
        from: Instant,
        every: Length,
    ) -> impl Iterator<Item = Result<Instant, CountError>> + 'a {
        let mut ended = false;
        (1..).map_while(move |turn| {
            if ended {
                return None;
            }
            let due = self.due(from, every.times(turn));
            ended = due.is_err();
            Some(due)
        })
    }
}
