//! A year of a calendar: its open stretches in order with running sums of open seconds, and its business days.
//!
//! In: open pieces. Out: look-ups by instant and by open time, none of which depends on how much lies between.

use super::instant::{DAY, Instant};
use super::pieces::Piece;

/// How many years are kept.
pub(super) const YEARS: usize = 131;

/// Bits of an instant that do not choose an entry of the index: entries are 18 hours apart.
const STEP: u32 = 16;

/// When each year begins, in seconds; the last is the end of all years.
const BEGINS: [i64; YEARS + 1] = {
    let mut begins = [0; YEARS + 1];
    let (mut year, mut index) = (1970, 0);
    while index < YEARS {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        begins[index + 1] = begins[index] + DAY * if leap { 366 } else { 365 };
        year += 1;
        index += 1;
    }
    begins
};

/// When the year of this number begins in UTC; number 0 is 1970, and the one after the last is the end of all.
pub(super) fn begins(year: usize) -> i64 {
    BEGINS[year.min(YEARS)]
}

/// The first day of the year of this number.
pub(super) fn first_day(year: usize) -> i64 {
    begins(year) / DAY
}

/// The number of the year in which an instant lies in UTC.
pub(super) fn year_of(at: i64) -> usize {
    let at = at.clamp(0, Instant::LAST.seconds() - 1);
    // No year is longer than 366 days, and 131 years lose less than one year so.
    let least = usize::try_from(at / (366 * DAY)).unwrap_or(0);
    if begins(least + 1) <= at { least + 1 } else { least }
}

/// The open time of a year in UTC.
#[derive(Debug)]
pub(super) struct Year {
    start: i64,
    /// The pieces, each with its business day.
    pub pieces: Box<[Piece]>,
    opens: Box<[i64]>,
    /// Open seconds before each stretch, and in all.
    sums: Box<[i64]>,
    /// For every 18 hours, how many stretches began before.
    index: Box<[u16]>,
}

impl Year {
    /// The year that begins at an instant, of pieces that lie within it.
    pub fn new(year: usize, pieces: Vec<Piece>) -> Self {
        let (start, end) = (begins(year), begins(year + 1));
        let mut opens: Vec<i64> = Vec::with_capacity(pieces.len());
        let mut sums = Vec::with_capacity(pieces.len() + 1);
        let (mut sum, mut closes) = (0, i64::MIN);
        for piece in &pieces {
            if piece.from > closes {
                opens.push(piece.from);
                sums.push(sum);
            }
            sum += piece.to - piece.from;
            closes = piece.to;
        }
        sums.push(sum);
        let mut index = Vec::new();
        let mut began = 0;
        for step in 0..=(end - start) >> STEP {
            while opens.get(began).is_some_and(|opens| *opens <= start + (step << STEP)) {
                began += 1;
            }
            index.push(u16::try_from(began).unwrap_or(u16::MAX));
        }
        Self {
            start,
            pieces: pieces.into_boxed_slice(),
            opens: opens.into_boxed_slice(),
            sums: sums.into_boxed_slice(),
            index: index.into_boxed_slice(),
        }
    }

    /// How many stretches there are.
    pub fn len(&self) -> usize {
        self.opens.len()
    }

    /// A stretch by its number.
    pub fn stretch(&self, index: usize) -> (i64, i64) {
        let opens = self.opens[index];
        (opens, opens + self.sums[index + 1] - self.sums[index])
    }

    /// How many stretches began at or before an instant.
    pub fn began(&self, at: i64) -> usize {
        let step = usize::try_from((at - self.start) >> STEP).unwrap_or(0).min(self.index.len() - 1);
        let mut began = usize::from(self.index[step]);
        while self.opens.get(began).is_some_and(|opens| *opens <= at) {
            began += 1;
        }
        began
    }

    /// The number of the first stretch that ends after an instant.
    pub fn next(&self, at: i64) -> Option<usize> {
        let began = self.began(at);
        let next = if began > 0 && self.stretch(began - 1).1 > at { began - 1 } else { began };
        (next < self.len()).then_some(next)
    }

    /// All open seconds.
    pub fn total(&self) -> i64 {
        self.sums[self.len()]
    }

    /// The open seconds before an instant.
    pub fn before(&self, at: i64) -> i64 {
        match self.began(at).checked_sub(1) {
            Some(last) => {
                let length = self.sums[last + 1] - self.sums[last];
                self.sums[last] + (at - self.opens[last]).min(length)
            }
            None => 0,
        }
    }

    /// The first instant before which so many seconds, more than 0, are open: a closing if they fill a stretch exactly.
    pub fn filled(&self, seconds: i64) -> i64 {
        let stretch = self.sums.partition_point(|sum| *sum < seconds).saturating_sub(1);
        self.opens[stretch] + seconds - self.sums[stretch]
    }

    /// The last instant before which so many seconds, less than all, are open: an opening if they fill a stretch exactly.
    pub fn left(&self, seconds: i64) -> i64 {
        let stretch = self.sums.partition_point(|sum| *sum <= seconds).saturating_sub(1);
        self.opens[stretch] + seconds - self.sums[stretch]
    }

    /// The piece in which an instant lies.
    pub fn piece(&self, at: i64) -> Option<Piece> {
        let last = self.pieces.partition_point(|piece| piece.from <= at).checked_sub(1)?;
        Some(self.pieces[last]).filter(|piece| at < piece.to)
    }
}

/// A day of a calendar that is open at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BusinessDay {
    /// The day, since 1970-01-01.
    pub number: i64,
    /// When its first hours begin.
    pub opens: i64,
    /// When its last hours end.
    pub closes: i64,
    /// How many seconds it is open.
    pub open: i64,
}

/// The business days of a year on the clocks of the calendar, with running sums of their open time.
#[derive(Debug)]
pub(super) struct Days {
    /// The days in order.
    pub days: Box<[BusinessDay]>,
    /// Open seconds before each day, and in all.
    pub sums: Box<[i64]>,
}

impl Days {
    /// The days from one to another that is not included, of pieces of these and perhaps of others.
    pub fn new(pieces: impl Iterator<Item = Piece>, from: i64, to: i64) -> Self {
        let mut pieces: Vec<Piece> = pieces.filter(|piece| (from..to).contains(&piece.day)).collect();
        pieces.sort_by_key(|piece| (piece.day, piece.from));
        let mut days: Vec<BusinessDay> = Vec::new();
        for piece in pieces {
            let open = piece.to - piece.from;
            match days.last_mut() {
                Some(day) if day.number == piece.day => {
                    day.closes = piece.to;
                    day.open += open;
                }
                Some(_) | None => {
                    days.push(BusinessDay { number: piece.day, opens: piece.from, closes: piece.to, open });
                }
            }
        }
        let mut sums = vec![0];
        for day in &days {
            sums.push(sums[sums.len() - 1] + day.open);
        }
        Self { days: days.into_boxed_slice(), sums: sums.into_boxed_slice() }
    }

    /// How many days come at or before a day.
    pub fn until(&self, number: i64) -> usize {
        self.days.partition_point(|day| day.number <= number)
    }
}
