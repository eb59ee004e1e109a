//! Which of two deadlines falls later, for every receipt of a horizon.
//!
//! In: promises of time in the terms of the room of time. Out: whether the new one is ever later or ever sooner than the old,
//! with the receipts where it is so most, and the longest and shortest wait of each, in elapsed time. Nothing is sampled: see
//! [`Deadlines`].

use super::change::{Direction, Reach, Waits};
use crate::cases::{CaseSet, Dim};
use crate::evaluate::{Context, Ticks};
use crate::time::{CountError, Deadlines, Instant, Schedule, Wait};
use crate::value::{Clock, Duration, Promise};
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
    let Some(clock) = promise.clock() else { return Ok(None) };
    let ticks = Ticks::of(context, clock, cases)?;
    let wait = ticks.wait(promise);
    Ok(wait.map(|wait| Timed { schedule: ticks.schedule, wait }))
}

/// A length of time in these cases.
pub fn timed_length(context: &Context<'_>, length: &Duration, cases: &CaseSet) -> Option<Timed> {
    let ticks = Ticks::of(context, &length.clock, cases).ok()?;
    let wait = ticks.lasting(length);
    Some(Timed { schedule: ticks.schedule, wait })
}

/// The conditions on which it depends how a clock runs: those of the lines of its calendar and of what that is made of.
pub fn conditions<'a>(context: &Context<'a>, clock: &Clock) -> Vec<&'a CaseSet> {
    let mut found = Vec::new();
    if let Some(name) = context.program.policy.calendar_of(clock) {
        super::week::gather(context.program, name, &mut Vec::new(), &mut found);
    }
    found
}
