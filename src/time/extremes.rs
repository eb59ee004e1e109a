//! The longest and the shortest that a promise takes on the clock on the wall.
//!
//! In: a calendar, a promise, and the stretch in which something may be received. Out: all deadlines of that stretch as a few
//! laws, exact to the second, and from these the longest and the shortest wait with the instants that have them; also where two
//! promises lie furthest apart, and what falls due outside of other hours.
//!
//! The law of a deadline (`laws.rs`) changes only at finitely many seconds, which `breaks.rs` finds. All costs are linear in the
//! openings of the stretch. Pauses are not looked at.
//!
//! ```
//! use avouch::time::{ClockTime, Deadlines, Definition, Hours, Instant, Length, Schedule, Wait, Weekday, Zone};
//!
//! let hours = Hours { from: ClockTime::new(9, 0, 0).unwrap(), to: ClockTime::new(17, 0, 0).unwrap() };
//! let zone = Zone::new("Europe/Amsterdam").unwrap();
//! let office = Schedule::new(Definition::new("office", zone).open(&Weekday::ALL[..5], &[hours]));
//!
//! // Four business hours, received at any time of June 2026.
//! let from = Instant::new(1_780_272_000).unwrap();
//! let to = from.plus(30 * 86_400).unwrap();
//! let deadlines = Deadlines::new(&office, &Wait::Length(Length::Open(4 * 3600)), from, to).unwrap();
//!
//! // Just after noon on a Friday half of it is left for Monday. It takes four hours at least.
//! let longest = deadlines.longest().unwrap();
//! assert_eq!(longest.limit, (2 * 24 + 20) * 3600);
//! assert_eq!(office.clock().rfc3339(longest.received), "2026-06-05T13:00:01+02:00");
//! assert_eq!(deadlines.shortest().unwrap().limit, 4 * 3600);
//! ```

use super::breaks::breaks;
use super::civil::ClockTime;
use super::elapsed::Elapsed;
use super::error::CountError;
use super::instant::{Instant, Stretch};
use super::laws::{Cells, Law, Receipts};
use super::length::Length;
use super::schedule::Schedule;

/// A promise about time that begins with a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// A length, elapsed on the clocks of the calendar's zone, or open, or in its business days.
    Length(Length),
    /// A length on the clock on the wall, and then until the calendar is open: `2 business weeks`.
    CivilThenOpen(Elapsed),
    /// The end of the business day of receipt, or of one so many later: its closing, or a time on it.
    Day {
        /// How many days later.
        ahead: u32,
        /// The time on that day.
        time: Option<ClockTime>,
    },
}

impl Wait {
    /// When what is received at an instant is due.
    pub fn due(&self, schedule: &Schedule, received: Instant) -> Result<Instant, CountError> {
        let running = schedule.running();
        match self {
            Self::Length(length) => running.due(received, *length),
            Self::CivilThenOpen(length) => running.starts(schedule.clock().add(received, *length)?),
            Self::Day { ahead, time } => running.end_of_day(received, *ahead, *time),
        }
    }

    fn is_negative(&self) -> bool {
        match self {
            Self::Length(Length::Elapsed(length)) | Self::CivilThenOpen(length) => {
                let (Elapsed::Seconds(count) | Elapsed::Days(count) | Elapsed::Months(count)) = length;
                *count < 0
            }
            Self::Length(Length::Open(count) | Length::Days(count)) => *count < 0,
            Self::Day { .. } => false,
        }
    }
}

/// A wait that is as long, or as short, as any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// The receipt. Where no receipt has quite this wait, the nearest full second.
    pub received: Instant,
    /// When that is due.
    pub due: Instant,
    /// The wait in seconds, which other receipts come as near to as one likes.
    pub limit: i64,
}

impl Extreme {
    /// The wait of this receipt in seconds.
    pub fn seconds(&self) -> i64 {
        self.due.seconds() - self.received.seconds()
    }

    /// Whether this receipt has the wait itself. Where a cut-off has just passed none has: the longest wait is that of the
    /// cut-off itself, which is still in time.
    pub fn is_attained(&self) -> bool {
        self.seconds() == self.limit
    }
}

/// A receipt with two deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The receipt.
    pub received: Instant,
    /// When the one is due.
    pub one: Instant,
    /// When the other is due.
    pub other: Instant,
}

impl Apart {
    /// By how many seconds the one is due later than the other; negative if it is earlier.
    pub fn seconds(&self) -> i64 {
        self.one.seconds() - self.other.seconds()
    }
}

/// The deadlines of everything that is received in some stretches of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines {
    receipts: Vec<Receipts>,
    until: Instant,
    ended: Option<CountError>,
}

impl Deadlines {
    /// The deadlines of all that is received from one instant to another that is not included. They end earlier where deadlines
    /// would run past what is known; it is an error if the first one does. A wait that goes back has none.
    pub fn new(schedule: &Schedule, wait: &Wait, from: Instant, to: Instant) -> Result<Self, CountError> {
        let due = |at: i64| {
            let at = Instant::new(at).ok_or(CountError::OutOfRange)?;
            wait.due(schedule, at).map(Instant::seconds)
        };
        if wait.is_negative() {
            return Err(CountError::OutOfRange);
        }
        let (first, mut until) = (from.seconds(), to.seconds());
        if first >= until {
            return Ok(Self { receipts: Vec::new(), until: from, ended: None });
        }
        let mut last = due(first)?;
        let mut ended = None;
        match due(until - 1) {
            Ok(due) => last = last.max(due),
            Err(error) => {
                // What cannot be said of a receipt cannot be said of later ones.
                let (mut good, mut bad) = (first, until - 1);
                while bad - good > 1 {
                    let middle = i64::midpoint(good, bad);
                    match due(middle) {
                        Ok(due) => (good, last) = (middle, last.max(due)),
                        Err(_) => bad = middle,
                    }
                }
                (until, ended) = (bad, Some(error));
            }
        }
        let mut cells = Cells::new(&due);
        let breaks = breaks(schedule, wait, (first, until), last);
        for (index, start) in breaks.iter().enumerate() {
            let end = breaks.get(index + 1).map_or(until, |next| next.0);
            if let Err(error) = cells.add(*start, end) {
                (until, ended) = (start.0, Some(error));
                break;
            }
        }
        Ok(Self { receipts: cells.receipts(), until: Instant::new(until).unwrap_or(to), ended })
    }

    /// The receipts in order, each row with its law; those next to each other have different laws.
    pub fn receipts(&self) -> &[Receipts] {
        &self.receipts
    }

    /// The instant before which all receipts have their deadlines.
    pub fn until(&self) -> Instant {
        self.until
    }

    /// Why there is nothing after that, if more was asked for.
    pub fn ended(&self) -> Option<&CountError> {
        self.ended.as_ref()
    }

    /// Only those that are received within some stretches, which are in order.
    #[must_use]
    pub fn within(&self, stretches: &[Stretch]) -> Self {
        let mut receipts = Vec::new();
        let mut next = 0;
        for row in &self.receipts {
            while stretches.get(next).is_some_and(|stretch| stretch.to <= row.from) {
                next += 1;
            }
            for stretch in stretches[next..].iter().take_while(|stretch| stretch.from < row.to) {
                let (from, to) = (row.from.max(stretch.from), row.to.min(stretch.to));
                receipts.push(Receipts { from, to, just_after: row.just_after && from == row.from, ..*row });
            }
        }
        Self { receipts, until: self.until, ended: self.ended.clone() }
    }

    /// The longest wait; of several the first that is attained, if one is. None if nothing is received.
    pub fn longest(&self) -> Option<Extreme> {
        let mut longest: Option<Extreme> = None;
        for row in &self.receipts {
            let due = row.law.due(row.from);
            let open = row.just_after && matches!(row.law, Law::At(_));
            let limit = due.seconds() - row.from.seconds() + i64::from(open);
            let here = Extreme { received: row.from, due, limit };
            let rank = |extreme: Extreme| (extreme.limit, extreme.seconds());
            longest = Some(longest.filter(|longest| rank(*longest) >= rank(here)).unwrap_or(here));
        }
        longest
    }

    /// The shortest wait; of several the first that is attained, if one is. None if nothing is received.
    pub fn shortest(&self) -> Option<Extreme> {
        let mut shortest: Option<Extreme> = None;
        for (index, row) in self.receipts.iter().enumerate() {
            let last = match row.law {
                Law::At(_) => row.last(),
                Law::Later(_) => row.from,
            };
            let due = row.law.due(last);
            // Up to an opening the wait gets shorter, without ever being that of the opening itself.
            let next = self.receipts.get(index + 1);
            let open = matches!(row.law, Law::At(_))
                && next.is_some_and(|next| next.from == row.to && !next.just_after);
            let limit = due.seconds() - last.seconds() - i64::from(open);
            let here = Extreme { received: last, due, limit };
            let rank = |extreme: Extreme| (extreme.limit, extreme.seconds());
            shortest = Some(shortest.filter(|shortest| rank(*shortest) <= rank(here)).unwrap_or(here));
        }
        shortest
    }

    /// Of the receipts of both, the one whose deadline here comes latest after the other's, or least early before it.
    pub fn latest_after(&self, other: &Self) -> Option<Apart> {
        let mut latest: Option<Apart> = None;
        let (mut one, mut two) = (0, 0);
        while let (Some(here), Some(there)) = (self.receipts.get(one), other.receipts.get(two)) {
            let (from, to) = (here.from.max(there.from), here.to.min(there.to));
            if from < to {
                // Between both ends the difference stays, grows or shrinks evenly.
                for at in [from, to.plus(-1).unwrap_or(from)] {
                    let apart = Apart { received: at, one: here.law.due(at), other: there.law.due(at) };
                    if latest.is_none_or(|latest| apart.seconds() > latest.seconds()) {
                        latest = Some(apart);
                    }
                }
            }
            one += usize::from(here.to <= to);
            two += usize::from(there.to <= to);
        }
        latest
    }

    /// Another receipt for which two deadlines lie as far apart, at a full hour, quarter or minute if there is one soon after.
    #[must_use]
    pub fn at_a_round_time(&self, other: &Self, apart: Apart) -> Apart {
        let row = |rows: &[Receipts]| {
            let at = rows.partition_point(|row| row.from <= apart.received).checked_sub(1)?;
            rows.get(at).copied()
        };
        let (Some(here), Some(there)) = (row(&self.receipts), row(&other.receipts)) else { return apart };
        let (from, to) = (apart.received.seconds(), here.to.min(there.to).seconds());
        if from % 60 == 0 {
            return apart;
        }
        let rounder = [3600, 900, 60].into_iter().find_map(|step| {
            let received = Instant::new((from.div_euclid(step) + 1) * step).filter(|at| at.seconds() < to)?;
            let found = Apart { received, one: here.law.due(received), other: there.law.due(received) };
            (found.seconds() == apart.seconds()).then_some(found)
        });
        rounder.unwrap_or(apart)
    }

    /// The first receipt whose deadline does not fall within open time or at the end of it. An error says that it is not known
    /// when that calendar is open.
    pub fn due_outside(&self, open: &Schedule) -> Result<Option<(Instant, Instant)>, CountError> {
        for row in &self.receipts {
            let (first, last) = (row.law.due(row.from), row.law.due(row.last()));
            let (from, to) = (first.plus(-1).unwrap_or(first), last.plus(1).unwrap_or(last));
            let mut due = first;
            for stretch in open.stretches(from, to)? {
                if due < stretch.from {
                    break;
                }
                due = due.max(stretch.to.plus(1).unwrap_or(Instant::LAST));
            }
            if due <= last {
                let later = due.seconds() - first.seconds();
                return Ok(row.from.plus(later).map(|received| (received, due)));
            }
        }
        Ok(None)
    }
}
