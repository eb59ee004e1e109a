//! The laws by which deadlines depend on their receipts.
//!
//! In: the deadline of any second, and seconds in a row between two places where the law may change. Out: rows of receipts, each
//! with its law. A deadline stays the same for all of a row, or it moves with the receipt; which of the two, the ends of the row
//! tell.

use super::breaks::Break;
use super::error::CountError;
use super::instant::Instant;

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
    /// The last.
    pub(super) fn last(&self) -> Instant {
        self.to.plus(-1).unwrap_or(self.from)
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

/// Rows of seconds that follow one law each, while they are found.
pub(super) struct Cells<'a> {
    due: &'a dyn Fn(i64) -> Result<i64, CountError>,
    found: Vec<Cell>,
}

impl<'a> Cells<'a> {
    /// No rows yet; the function gives the deadline of a second.
    pub(super) fn new(due: &'a dyn Fn(i64) -> Result<i64, CountError>) -> Self {
        Self { due, found: Vec::new() }
    }

    /// The rows as receipts.
    pub(super) fn receipts(&self) -> Vec<Receipts> {
        self.found.iter().filter_map(Cell::receipts).collect()
    }

    /// Adds seconds in a row that follow one law, which their ends tell.
    pub(super) fn add(&mut self, start: Break, end: i64) -> Result<(), CountError> {
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
