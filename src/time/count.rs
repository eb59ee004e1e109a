//! Counting open time: forward, backward and between, with or without pauses.
//!
//! A pause is a closure that belongs to one case. It is taken out of the calendar while counting, and everything is counted
//! anew from the start each time.

use super::error::CountError;
use super::instant::{Instant, Stretch};
use super::pauses::{OPEN_END, Pauses};
use super::schedule::{Schedule, stretch};
use super::year::{YEARS, year_of};

/// A clock that runs while a calendar is open and that is not paused.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    pub(super) schedule: &'a Schedule,
    pub(super) pauses: &'a Pauses,
}

const END: i64 = Instant::LAST.seconds();

impl Schedule {
    /// The clock of this calendar with the pauses of a case.
    pub fn paused<'a>(&'a self, pauses: &'a Pauses) -> Running<'a> {
        Running { schedule: self, pauses }
    }

    /// The clock of this calendar without pauses.
    pub fn running(&self) -> Running<'_> {
        Running { schedule: self, pauses: const { &Pauses::NONE } }
    }

    /// The instant by which so many open seconds have passed; see [`Running::add`].
    pub fn add(&self, from: Instant, seconds: i64) -> Result<Instant, CountError> {
        self.running().add(from, seconds)
    }

    /// The instant from which so many open seconds pass; see [`Running::subtract`].
    pub fn subtract(&self, to: Instant, seconds: i64) -> Result<Instant, CountError> {
        self.running().subtract(to, seconds)
    }

    /// The open seconds between two instants, negative if the second is the earlier one.
    pub fn between(&self, from: Instant, to: Instant) -> Result<i64, CountError> {
        self.running().between(from, to)
    }

    fn open_between(&self, from: i64, to: i64) -> i64 {
        let (from, to) = (from.clamp(0, END), to.clamp(0, END));
        if from >= to {
            return 0;
        }
        let (first, last) = (year_of(from), year_of(to));
        let between: i64 = (first..last).map(|year| self.year(year).total()).sum();
        between + self.year(last).before(to) - self.year(first).before(from)
    }

    /// The first instant by which `seconds`, more than 0, are open after another.
    fn filled(&self, from: i64, seconds: i64) -> Result<i64, CountError> {
        if from >= END {
            return Err(CountError::NeverOpen);
        }
        let first = year_of(from);
        let mut wanted = self.year(first).before(from).checked_add(seconds).ok_or(CountError::OutOfRange)?;
        for number in first..YEARS {
            let year = self.year(number);
            if wanted <= year.total() {
                return Ok(year.filled(wanted));
            }
            wanted -= year.total();
        }
        Err(CountError::NeverOpen)
    }

    /// The last instant from which `seconds`, more than 0, are open before another.
    fn left(&self, to: i64, seconds: i64) -> Result<i64, CountError> {
        if to <= 0 {
            return Err(CountError::NeverOpen);
        }
        let last = year_of(to);
        let mut left = self.year(last).before(to).checked_sub(seconds).ok_or(CountError::OutOfRange)?;
        for number in (0..=last).rev() {
            if left >= 0 {
                return Ok(self.year(number).left(left));
            }
            let Some(earlier) = number.checked_sub(1) else { break };
            left += self.year(earlier).total();
        }
        Err(CountError::NeverOpen)
    }
}

impl Running<'_> {
    /// The instant by which so many open seconds have passed, counted from the first open one. What fills the open time
    /// exactly ends at the closing. Nothing to wait for ends when the clock first runs; a negative count goes back.
    pub fn add(self, from: Instant, seconds: i64) -> Result<Instant, CountError> {
        if seconds < 0 {
            return self.subtract(from, seconds.checked_neg().ok_or(CountError::OutOfRange)?);
        }
        let at =
            if seconds == 0 { self.start(from.seconds()) } else { self.forward(from.seconds(), seconds) };
        self.checked(from.seconds(), at?)
    }

    /// The last instant from which so many open seconds pass until another. What fills the open time exactly begins at the
    /// opening. A negative count goes forward.
    pub fn subtract(self, to: Instant, seconds: i64) -> Result<Instant, CountError> {
        if seconds < 0 {
            return self.add(to, seconds.checked_neg().ok_or(CountError::OutOfRange)?);
        }
        let at = if seconds == 0 { self.stop(to.seconds()) } else { self.backward(to.seconds(), seconds) };
        self.checked(to.seconds(), at?)
    }

    /// The open seconds between two instants, negative if the second is the earlier one.
    pub fn between(self, from: Instant, to: Instant) -> Result<i64, CountError> {
        let (first, last) = (from.seconds().min(to.seconds()), from.seconds().max(to.seconds()));
        self.schedule.check(first, last)?;
        let open = self.open_between(first, last);
        Ok(if from <= to { open } else { -open })
    }

    /// When a clock that is started at an instant begins to run: at once, or at the next opening.
    pub fn starts(self, at: Instant) -> Result<Instant, CountError> {
        self.add(at, 0)
    }

    /// Whether the clock runs at an instant.
    pub fn runs(self, at: Instant) -> Result<bool, CountError> {
        Ok(self.schedule.is_open(at)? && !self.pauses.contains(at))
    }

    /// The stretches in which the clock runs between two instants.
    pub fn stretches(self, from: Instant, to: Instant) -> Result<Vec<Stretch>, CountError> {
        self.schedule.check(from.seconds(), to.seconds())?;
        let mut found = Vec::new();
        for (opens, closes) in self.schedule.stretches_between(from.seconds(), to.seconds()) {
            let mut runs = opens;
            for (pause, end) in self.pauses.after(opens).iter().take_while(|(pause, _)| *pause < closes) {
                found.extend((runs < *pause).then_some((runs, *pause)));
                runs = *end;
            }
            found.extend((runs < closes).then_some((runs, closes)));
        }
        Ok(found.into_iter().filter_map(|(from, to)| stretch(from, to)).collect())
    }

    pub(super) fn checked(self, from: i64, at: i64) -> Result<Instant, CountError> {
        self.schedule.check(from.min(at), from.max(at))?;
        Instant::new(at).ok_or(CountError::OutOfRange)
    }

    /// The first instant, from this one on, at which the clock runs.
    pub(super) fn start(self, from: i64) -> Result<i64, CountError> {
        let mut at = from;
        loop {
            let (opens, _) = self.schedule.stretch_from(at).ok_or(CountError::NeverOpen)?;
            at = at.max(opens);
            match self.pauses.around(at) {
                Some((_, OPEN_END)) => return Err(CountError::Paused),
                Some((_, end)) => at = end,
                None => return Ok(at),
            }
        }
    }

    /// The last instant, up to this one, before which the clock runs.
    pub(super) fn stop(self, to: i64) -> Result<i64, CountError> {
        let mut at = to;
        loop {
            let (_, closes) = self.schedule.stretch_until(at).ok_or(CountError::NeverOpen)?;
            at = at.min(closes);
            match self.pauses.around(at - 1) {
                Some((begin, _)) => at = begin,
                None => return Ok(at),
            }
        }
    }

    pub(super) fn open_between(self, from: i64, to: i64) -> i64 {
        let paused: i64 = self
            .pauses
            .after(from)
            .iter()
            .take_while(|(begin, _)| *begin < to)
            .map(|(begin, end)| self.schedule.open_between(from.max(*begin), to.min(*end)))
            .sum();
        self.schedule.open_between(from, to) - paused
    }

    pub(super) fn forward(self, from: i64, seconds: i64) -> Result<i64, CountError> {
        let (mut at, mut left) = (from, seconds);
        for (begin, end) in self.pauses.after(from) {
            let open = self.schedule.open_between(at, *begin);
            if left <= open {
                break;
            }
            if *end == OPEN_END {
                return Err(CountError::Paused);
            }
            left -= open;
            at = *end;
        }
        self.schedule.filled(at, left)
    }

    fn backward(self, to: i64, seconds: i64) -> Result<i64, CountError> {
        let (mut at, mut left) = (to, seconds);
        for (begin, end) in self.pauses.before(to).iter().rev() {
            let open = self.schedule.open_between(*end, at);
            if left <= open {
                break;
            }
            left -= open;
            at = *begin;
        }
        self.schedule.left(at, left)
    }
}

#[cfg(test)]
mod tests {
    use super::super::year::begins;
    use super::*;

    #[test]
    fn the_years_end_where_instants_do() {
        assert_eq!(begins(YEARS), END);
        assert_eq!(year_of(END), YEARS - 1);
    }
}
