//! Which of two deadlines falls later, for every receipt of a horizon.
//!
//! In: promises of time in the terms of the room of time. Out: whether the new one is ever later or ever sooner than the old,
//! with the receipts where it is so most, and the longest and shortest wait of each, in elapsed time. Nothing is sampled: see
//! [`Deadlines`].

use super::change::{Direction, Reach, Waits};
use crate::cases::{CaseSet, Dim};
use crate::evaluate::{Context, Ticks};
use crate::time::{CountError, Deadlines, Elapsed, Instant, Length, Schedule, Wait};
use crate::value::{Clock, Day, Duration, Promise, Unit, Which};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A promise with the calendar that its clock runs on.
#[derive(Clone)]
pub struct Timed {
    schedule: Arc<Schedule>,
    wait: Wait,
}

/// How two deadlines stand to each other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contest {
    /// The receipt for which the new one falls later by most, with the old and the new deadline.
    pub later: Option<(Instant, Instant, Instant)>,
    /// The receipt for which it falls sooner by most.
    pub sooner: Option<(Instant, Instant, Instant)>,
    /// The waits.
    pub waits: Waits,
    /// Whether one of them is never due, or not known to be.
    pub unknown: bool,
}

impl Contest {
    /// Which way the change goes; none where every deadline is the same.
    pub fn direction(&self) -> Option<Direction> {
        match (self.later, self.sooner) {
            (Some(_), Some(_)) => Some(Direction::Mixed),
            (Some(_), None) => Some(Direction::Weaker),
            (None, Some(_)) => Some(Direction::Stronger),
            (None, None) if self.unknown => Some(Direction::Mixed),
            (None, None) => None,
        }
    }
}

type Known = Rc<Result<Deadlines, CountError>>;

/// The place of a schedule, and what is promised on it.
type Key = (usize, String);

/// The deadlines that were worked out so far.
pub struct Clocks {
    /// The first receipt that is looked at, and the end.
    pub horizon: (Instant, Instant),
    known: RefCell<BTreeMap<Key, (Arc<Schedule>, Known)>>,
}

impl Clocks {
    /// Clocks for everything that is received in a horizon.
    pub fn new(horizon: (Instant, Instant)) -> Self {
        Self { horizon, known: RefCell::default() }
    }

    fn deadlines(&self, timed: &Timed) -> Known {
        // Schedules are made once for each calendar, so that the place of one says which it is; it is kept, so that no other
        // can come to stand there.
        let key = (Arc::as_ptr(&timed.schedule) as usize, format!("{:?}", timed.wait));
        if let Some((_, known)) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let (from, to) = self.horizon;
        let found = Rc::new(Deadlines::new(&timed.schedule, &timed.wait, from, to));
        self.known.borrow_mut().insert(key, (Arc::clone(&timed.schedule), Rc::clone(&found)));
        found
    }

    /// Holds two promises against each other at every instant.
    pub fn contest(&self, old: &Timed, new: &Timed) -> Contest {
        let (before, after) = (self.deadlines(old), self.deadlines(new));
        let (Ok(before), Ok(after)) = (before.as_ref(), after.as_ref()) else {
            let never = |known: &Known| matches!(known.as_ref(), Err(CountError::NeverOpen));
            let unknown = old.wait != new.wait || never(&before) != never(&after);
            return Contest { unknown, ..Contest::default() };
        };
        let later = after.latest_after(before).filter(|apart| apart.seconds() > 0);
        let sooner = before.latest_after(after).filter(|apart| apart.seconds() > 0);
        Contest {
            later: later.map(|apart| (apart.received, apart.other, apart.one)),
            sooner: sooner.map(|apart| (apart.received, apart.one, apart.other)),
            waits: Waits { before: reach(before), after: reach(after) },
            unknown: false,
        }
    }
}

fn reach(deadlines: &Deadlines) -> Option<Reach> {
    let (longest, shortest) = (deadlines.longest()?, deadlines.shortest()?);
    Some(Reach { worst: (longest.limit, longest.received), best: (shortest.limit, shortest.received) })
}

/// A promise in these cases, all of which must count its time alike; the facts on which that depends otherwise. None for what
/// names no time.
pub fn timed(context: &Context<'_>, promise: &Promise, cases: &CaseSet) -> Result<Option<Timed>, Vec<Dim>> {
    let clock = match promise {
        Promise::Within { to: length, .. } | Promise::Every(length) => &length.clock,
        Promise::By(day) => &day.clock,
        Promise::Release(_)
        | Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => return Ok(None),
    };
    let ticks = Ticks::of(context, clock, cases)?;
    let wait = match promise {
        Promise::Within { to: length, .. } | Promise::Every(length) => of_length(length, ticks.wall),
        Promise::By(day) => of_day(day),
        Promise::Release(_)
        | Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => return Ok(None),
    };
    Ok(Some(Timed { schedule: ticks.schedule, wait }))
}

/// A length of time in these cases.
pub fn timed_length(context: &Context<'_>, length: &Duration, cases: &CaseSet) -> Option<Timed> {
    let ticks = Ticks::of(context, &length.clock, cases).ok()?;
    let wait = of_length(length, ticks.wall);
    Some(Timed { schedule: ticks.schedule, wait })
}

fn of_day(day: &Day) -> Wait {
    let ahead = match day.which {
        Which::Same => 0,
        Which::Next => 1,
    };
    Wait::Day { ahead, time: day.time }
}

fn of_length(length: &Duration, wall: bool) -> Wait {
    let amount = i64::from(length.amount);
    let elapsed = match length.unit {
        Unit::Second => Elapsed::Seconds(amount),
        Unit::Minute => Elapsed::Seconds(amount * 60),
        Unit::Hour => Elapsed::Seconds(amount * 3600),
        Unit::Day => Elapsed::Days(amount),
        Unit::Week => Elapsed::Days(amount * 7),
        Unit::Month => Elapsed::Months(amount),
        Unit::Quarter => Elapsed::Months(amount * 3),
        Unit::Year => Elapsed::Months(amount * 12),
    };
    match elapsed {
        elapsed if wall => Wait::Length(Length::Elapsed(elapsed)),
        Elapsed::Seconds(seconds) => Wait::Length(Length::Open(seconds)),
        Elapsed::Days(_) if length.unit == Unit::Day => Wait::Length(Length::Days(amount)),
        elapsed @ (Elapsed::Days(_) | Elapsed::Months(_)) => Wait::CivilThenOpen(elapsed),
    }
}

/// The conditions on which it depends how a clock runs: those of the lines of its calendar and of what that is made of.
pub fn conditions<'a>(context: &Context<'a>, clock: &Clock) -> Vec<&'a CaseSet> {
    let business = || context.program.policy.business.as_ref().map(|business| &business.calendar);
    let name = match clock {
        Clock::Elapsed => None,
        Clock::Business(_) => business(),
        Clock::Calendar(name) => Some(name),
    };
    let mut found = Vec::new();
    if let Some(name) = name {
        super::week::gather(context.program, name, &mut Vec::new(), &mut found);
    }
    found
}
