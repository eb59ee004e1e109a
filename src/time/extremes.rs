//! The longest and the shortest that a promise takes on the clock on the wall.
//!
//! In: a calendar, a promise, and the stretch in which something may be received. Out: all deadlines of that stretch as a few
//! laws, exact to the second, and from these the longest and the shortest wait with the instants that have them; also where two
//! promises lie furthest apart, and what falls due outside of other hours.
//!
//! A deadline that depends on the receipt follows one of two laws: it stays the same, or it moves with the receipt. The law
//! changes only at finitely many seconds, which `breaks.rs` finds; between them the function itself is asked at both ends. All
//! costs are linear in the openings of the stretch. Pauses are not looked at.
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

use super::breaks::{Break, breaks};
use super::civil::ClockTime;
use super::elapsed::Elapsed;
use super::error::CountError;
use super::instant::{Instant, Stretch};
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

/// How a deadline depends on the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// It is the same for all.
    At(Instant),
    /// It is so many seconds after the receipt.
    Later(i64),
}

impl Law {
    /// The deadline of a receipt.
    pub fn due(self, received: Instant) -> Instant {
        match self {
            Self::At(due) => due,
            Self::Later(seconds) => received.plus(seconds).unwrap_or(Instant::LAST),
        }
    }
}

/// Receipts in a row whose deadlines follow one law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipts {
    /// The first.
    pub from: Instant,
    /// The instant after the last.
    pub to: Instant,
    /// Their law.
    pub law: Law,
    /// Whether the law already holds for parts of a second before the first of them: after a closing time has passed, however
    /// little.
    pub just_after: bool,
}

impl Receipts {
    fn last(&self) -> Instant {
        self.to.plus(-1).unwrap_or(self.from)
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
        let mut cells = Cells { due: &due, found: Vec::new() };
        let breaks = breaks(schedule, wait, (first, until), last);
        for (index, start) in breaks.iter().enumerate() {
            let end = breaks.get(index + 1).map_or(until, |next| next.0);
            if let Err(error) = cells.add(*start, end) {
                (until, ended) = (start.0, Some(error));
                break;
            }
        }
        let receipts = cells.found.iter().filter_map(Cell::receipts).collect();
        Ok(Self { receipts, until: Instant::new(until).unwrap_or(to), ended })
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

/// Seconds in a row, in plain numbers.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: Break,
    end: i64,
    law: CellLaw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellLaw {
    At(i64),
    Later(i64),
    /// One second, which may belong to what follows.
    Single(i64),
}

impl Cell {
    /// Whether its law says this of a second.
    fn says(&self, at: i64, due: i64) -> bool {
        match self.law {
            CellLaw::At(same) => same == due,
            CellLaw::Later(seconds) => at + seconds == due,
            CellLaw::Single(_) => false,
        }
    }

    fn receipts(&self) -> Option<Receipts> {
        let law = match self.law {
            CellLaw::At(due) | CellLaw::Single(due) => Law::At(Instant::new(due)?),
            CellLaw::Later(seconds) => Law::Later(seconds),
        };
        let (from, to) = (Instant::new(self.start.0)?, Instant::new(self.end)?);
        Some(Receipts { from, to, law, just_after: self.start.1 })
    }
}

struct Cells<'a> {
    due: &'a dyn Fn(i64) -> Result<i64, CountError>,
    found: Vec<Cell>,
}

impl Cells<'_> {
    /// Adds seconds in a row that follow one law, which their ends tell.
    fn add(&mut self, start: Break, end: i64) -> Result<(), CountError> {
        let (first, last) = (start.0, end - 1);
        let (one, other) = ((self.due)(first)?, (self.due)(last)?);
        let law = if first == last {
            CellLaw::Single(one)
        } else if one == other {
            CellLaw::At(one)
        } else if other - one == last - first {
            CellLaw::Later(one - first)
        } else {
            // No place was found where one law ends, so it is looked for.
            let middle = i64::midpoint(first, end);
            self.add(start, middle)?;
            return self.add((middle, false), end);
        };
        self.join(Cell { start, end, law }, one);
        Ok(())
    }

    fn join(&mut self, cell: Cell, due: i64) {
        let Some(before) = self.found.last_mut() else {
            self.found.push(cell);
            return;
        };
        let goes_on = before.says(cell.start.0, due)
            && (before.law == cell.law || matches!(cell.law, CellLaw::Single(_)));
        if goes_on {
            before.end = cell.end;
            return;
        }
        match before.law {
            CellLaw::Single(single) if cell.says(before.start.0, single) => {
                *before = Cell { start: before.start, ..cell };
                // With one second more it may be what the row before it was.
                let rows = self.found.len();
                if rows > 1 && self.found[rows - 2].law == cell.law {
                    self.found[rows - 2].end = cell.end;
                    self.found.pop();
                }
            }
            CellLaw::At(_) | CellLaw::Later(_) | CellLaw::Single(_) => self.found.push(cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, office, shown, time, zone};
    use super::super::{BusinessDays, Hours, Weekday};
    use super::*;

    fn june(schedule: &Schedule, wait: Wait) -> Deadlines {
        let instant = |text| at(schedule.clock(), text);
        Deadlines::new(schedule, &wait, instant("2026-06-01 00:00"), instant("2026-07-01 00:00")).unwrap()
    }

    fn told(schedule: &Schedule, extreme: Option<Extreme>) -> String {
        let Some(extreme) = extreme else { return "nothing".to_owned() };
        let limit = extreme.limit;
        let (received, due) = (extreme.received, extreme.due);
        let clock = schedule.clock();
        let about = if extreme.is_attained() { "" } else { "almost " };
        format!(
            "{about}{}h {}m: {} to {}",
            limit / 3600,
            limit / 60 % 60,
            shown(clock, received),
            shown(clock, due)
        )
    }

    #[test]
    fn the_longest_wait_is_over_the_longest_closure() {
        let office = Schedule::new(office());
        let deadlines = june(&office, Wait::Length(Length::Open(4 * 3600)));
        assert_eq!(told(&office, deadlines.longest()), "68h 0m: 2026-06-05 13:00 to 2026-06-08 09:00");
        assert_eq!(told(&office, deadlines.shortest()), "4h 0m: 2026-06-01 09:00 to 2026-06-01 13:00");
        assert_eq!(deadlines.ended(), None);
    }

    #[test]
    fn just_after_a_cut_off_the_wait_is_longest() {
        let mut definition = office();
        definition.cut_off = Some(time("15:00"));
        let office = Schedule::new(definition);
        let deadlines = june(&office, Wait::Length(Length::Days(1)));
        let longest = deadlines.longest();
        assert_eq!(told(&office, longest), "almost 98h 0m: 2026-06-04 15:00 to 2026-06-08 17:00");
        assert_eq!(longest.map(|longest| longest.limit - longest.seconds()), Some(1));
        // What comes before the next opening is received then, and due on the day after it.
        assert_eq!(told(&office, deadlines.shortest()), "26h 0m: 2026-06-01 15:00 to 2026-06-02 17:00");
    }

    #[test]
    fn only_receipts_of_some_hours_can_be_looked_at() {
        let office = Schedule::new(office());
        let deadlines = june(&office, Wait::Length(Length::Open(4 * 3600)));
        let mornings = Hours { from: time("09:00"), to: time("12:00") };
        let mornings = super::super::Definition::new("mornings", zone("Europe/Amsterdam"))
            .open(&Weekday::ALL[..5], &[mornings]);
        let open = Schedule::new(mornings).stretches(Instant::FIRST, Instant::LAST).unwrap();
        assert_eq!(
            told(&office, deadlines.within(&open).longest()),
            "4h 0m: 2026-06-01 09:00 to 2026-06-01 13:00"
        );
        assert_eq!(deadlines.within(&[]).longest(), None);
    }

    #[test]
    fn civil_days_are_an_hour_longer_when_the_clocks_are_put_back() {
        let office = Schedule::new(office());
        let instant = |text| at(office.clock(), text);
        let day = Wait::Length(Length::Elapsed(Elapsed::Days(1)));
        let year = Deadlines::new(&office, &day, instant("2026-01-01 00:00"), instant("2027-01-01 00:00"));
        let year = year.unwrap();
        assert_eq!(told(&office, year.longest()), "25h 0m: 2026-10-24 03:00 to 2026-10-25 03:00");
        assert_eq!(told(&office, year.shortest()), "23h 0m: 2026-03-28 03:00 to 2026-03-29 03:00");
    }

    #[test]
    fn two_promises_are_held_against_each_other_at_every_instant() {
        let office = Schedule::new(office());
        let hours = june(&office, Wait::Length(Length::Open(4 * 3600)));
        let day = june(&office, Wait::Length(Length::Elapsed(Elapsed::Seconds(86_400))));
        let apart = hours.latest_after(&day).unwrap();
        assert_eq!(
            (shown(office.clock(), apart.received).as_str(), apart.seconds()),
            ("2026-06-05 13:00", 44 * 3600)
        );
        let apart = day.latest_after(&hours).unwrap();
        assert_eq!(apart.seconds(), 20 * 3600);
    }

    #[test]
    fn a_closing_is_still_within_open_time() {
        let schedule = Schedule::new(office());
        let days = june(&schedule, Wait::Length(Length::Days(1)));
        assert_eq!(days.due_outside(&schedule), Ok(None));
        let hours = june(&schedule, Wait::Length(Length::Elapsed(Elapsed::Seconds(4 * 3600))));
        let (received, due) = hours.due_outside(&schedule).unwrap().unwrap();
        let shown = |at| super::super::tests::shown(schedule.clock(), at);
        assert_eq!(
            (shown(received), shown(due)),
            ("2026-06-01 00:00".to_owned(), "2026-06-01 04:00".to_owned())
        );
    }

    #[test]
    fn deadlines_end_where_holidays_do() {
        let mut definition = office();
        definition.business_days = BusinessDays::EndAtClose;
        let list = super::super::HolidayList { name: "XX".into(), years: (2026, 2026), days: Vec::new() };
        definition.holidays.push(list);
        let office = Schedule::new(definition);
        let instant = |text| at(office.clock(), text);
        let wait = Wait::Length(Length::Days(1));
        let found = Deadlines::new(&office, &wait, instant("2026-12-01 00:00"), instant("2027-06-01 00:00"));
        let found = found.unwrap();
        assert_eq!(shown(office.clock(), found.until()), "2026-12-30 17:00");
        assert!(matches!(found.ended(), Some(CountError::HolidaysUnknown { .. })));
        let early = Deadlines::new(&office, &wait, instant("2025-12-01 00:00"), instant("2026-06-01 00:00"));
        assert!(early.is_err());
    }
}
