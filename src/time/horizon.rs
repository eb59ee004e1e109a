//! Deadlines by the million: some years of a calendar in one flat table.
//!
//! In: a schedule and the years that matter. Out: the same answers as the schedule gives, for plain seconds since 1970, in a
//! few nanoseconds each. Two small indexes, one by time and one by open time, lead to the stretch or right before it.

use super::error::CountError;
use super::instant::Instant;
use super::schedule::Schedule;

/// Some years of a calendar.
#[derive(Clone, Debug)]
pub struct Horizon {
    start: i64,
    end: i64,
    /// When each stretch opens, in seconds after the start; one that never comes is the last.
    opens: Vec<u32>,
    /// Open seconds before each stretch, and in all.
    sums: Vec<u32>,
    by_time: Index,
    by_sum: Index,
}

/// For evenly spaced values, how many entries of a sorted table are not greater.
#[derive(Clone, Debug)]
struct Index {
    shift: u32,
    counts: Vec<u32>,
    /// How many entries at most lie between two of the values.
    steps: u32,
}

impl Index {
    /// The index of a table, with about two entries for each of the table.
    fn new(table: &[u32], greatest: u32) -> Self {
        let each = greatest / u32::try_from(table.len().max(1)).unwrap_or(u32::MAX).max(1);
        let shift = (each / 2).max(1).ilog2().max(4);
        let mut counts = Vec::new();
        let (mut count, mut steps) = (0, 0);
        for value in 0..=greatest >> shift {
            let before = count;
            while table.get(count).is_some_and(|entry| *entry <= value << shift) {
                count += 1;
            }
            steps = steps.max(count - before);
            counts.push(u32::try_from(count).unwrap_or(u32::MAX));
        }
        steps = steps.max(table.len() - count);
        Self { shift, counts, steps: u32::try_from(steps).unwrap_or(u32::MAX) }
    }

    /// How many entries of its table are not greater than a value, which is at most the greatest.
    fn count(&self, table: &[u32], value: u32) -> usize {
        let mut count = self.counts[(value >> self.shift) as usize] as usize;
        for _ in 0..self.steps {
            count += usize::from(table[count] <= value);
        }
        count
    }
}

impl Schedule {
    /// A table of the calendar over some years, both included. It fails where lists of holidays do not cover them.
    pub fn horizon(&self, first: i16, last: i16) -> Result<Horizon, CountError> {
        let number = |year: i16| usize::try_from(year - 1970).ok().filter(|year| *year < super::year::YEARS);
        let (Some(first), Some(last)) = (number(first), number(last)) else {
            return Err(CountError::OutOfRange);
        };
        let (start, end) = (super::year::begins(first), super::year::begins(last + 1));
        // The lists end with years on the clocks of the calendar, the table with years of UTC.
        let (start, end) = self.known_within(start, end);
        if start >= end {
            return Err(CountError::OutOfRange);
        }
        let small = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
        let (mut opens, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for (from, to) in self.stretches_between(start, end) {
            opens.push(small(from - start));
            sums.push(small(sum));
            sum += to - from;
        }
        // After the last stretch comes one that never opens and has no length.
        sums.extend([small(sum), small(sum)]);
        opens.push(u32::MAX);
        let by_time = Index::new(&opens, small(end - start));
        let by_sum = Index::new(&sums, small(sum));
        Ok(Horizon { start, end, opens, sums, by_time, by_sum })
    }
}

impl Horizon {
    /// What stands where the table has no answer: before it, after it, or for a length of 0 or less.
    pub const UNKNOWN: i64 = i64::MIN;

    /// The instant by which so many open seconds, more than 0, have passed, in seconds; see `Running::add`.
    #[inline]
    pub fn add(&self, from: i64, seconds: i64) -> i64 {
        if from < self.start || from >= self.end {
            return Self::UNKNOWN;
        }
        let wanted = i64::from(self.before(from)) + seconds;
        let all = i64::from(self.sums[self.sums.len() - 1]);
        if seconds <= 0 || wanted > all {
            return Self::UNKNOWN;
        }
        self.filled(wanted)
    }

    /// The open seconds between two instants of the table.
    pub fn between(&self, from: i64, to: i64) -> Option<i64> {
        let inside = |at: i64| (self.start..self.end).contains(&at);
        (inside(from) && inside(to)).then(|| i64::from(self.before(to)) - i64::from(self.before(from)))
    }

    /// Deadlines of one length for many instants, written over what `due` held; the rest of a longer slice is not looked at.
    pub fn add_many(&self, from: &[i64], seconds: i64, due: &mut [i64]) {
        for (from, due) in from.iter().zip(due) {
            *due = self.add(*from, seconds);
        }
    }

    /// From which instant on the table has answers.
    pub fn start(&self) -> Option<Instant> {
        Instant::new(self.start)
    }

    /// Up to which instant the table has answers.
    pub fn end(&self) -> Option<Instant> {
        Instant::new(self.end)
    }

    /// Open seconds before an instant of the table.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the table is less than 2^32 s long"
    )]
    fn before(&self, at: i64) -> u32 {
        let at = (at - self.start) as u32;
        let began = self.by_time.count(&self.opens, at);
        // Before the first stretch there is nothing; after it, at most its length is added.
        let last = began.saturating_sub(1);
        let length = self.sums[last + 1] - self.sums[last];
        self.sums[last] + at.saturating_sub(self.opens[last]).min(length)
    }

    /// When so many seconds, more than 0 and at most all, have been open.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the table is less than 2^32 s long"
    )]
    fn filled(&self, wanted: i64) -> i64 {
        // What was less than the wanted was at most one second less.
        let less = (wanted - 1) as u32;
        let stretch = self.by_sum.count(&self.sums, less) - 1;
        self.start + i64::from(self.opens[stretch]) + wanted - i64::from(self.sums[stretch])
    }
}
