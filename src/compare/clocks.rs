//! Which of two deadlines falls later, for every receipt of a horizon.
//!
//! In: promises of time in the terms of the room of time. Out: whether the new one is ever later or ever sooner than the old,
//! with the receipts where it is so most, and the longest and shortest wait of each, in elapsed time. Nothing is sampled: see
//! [`Deadlines`].

use super::change::{Direction, Reach, Waits};
use super::hours::{both, elsewhere};
use super::names::Names;
use crate::cases::{CaseSet, Dim};
use crate::evaluate::{Context, Theirs, Ticks};
use crate::hir::Program;
use crate::time::{CountError, Deadlines, Instant, Length, Schedule, Wait};
use crate::value::{Clock, Duration, Name, Promise};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A promise with the calendar that its clock runs on.
#[derive(Clone)]
pub struct Timed {
    schedule: Arc<Schedule>,
    /// The calendar of its clock; none for that on the wall.
    calendar: Option<Name>,
    wait: Wait,
    theirs: Theirs,
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
    /// Which way it goes as far as is known, where one of them is never due, or not known to be.
    pub unknown: Option<Direction>,
    /// Which way it goes for customers elsewhere, where only one of them counts on their clocks or holidays.
    pub elsewhere: Option<Direction>,
}

impl Contest {
    /// Which way the change goes; none where every deadline is the same.
    pub fn direction(&self) -> Option<Direction> {
        let here = match (self.later, self.sooner) {
            (Some(_), Some(_)) => Some(Direction::Mixed),
            (Some(_), None) => Some(Direction::Weaker),
            (None, Some(_)) => Some(Direction::Stronger),
            (None, None) => self.unknown,
        };
        both(here, self.elsewhere)
    }
}

/// The deadlines of a promise, and the schedule that they were worked out by.
struct Known {
    deadlines: Result<Deadlines, CountError>,
    /// Kept, so that no other schedule can come to stand in its place.
    _schedule: Arc<Schedule>,
}

/// The first instant at which something may be received, and the one after the last.
pub type Window = (Instant, Instant);

/// The place of a schedule, what is promised on it, and when it is received.
type Key = (usize, String, Window);

/// The deadlines that were worked out so far.
pub struct Clocks {
    /// The first receipt that is looked at, and the end.
    pub horizon: (Instant, Instant),
    /// What calendars are called now.
    names: Names,
    /// Where those of a promise are found among all.
    places: RefCell<BTreeMap<Key, usize>>,
    known: RefCell<Vec<Known>>,
    /// Those that were held against each other; many rules say the same.
    contests: RefCell<BTreeMap<(usize, usize), Contest>>,
}

impl Clocks {
    /// Clocks for everything that is received in a horizon.
    pub fn new(horizon: (Instant, Instant), names: Names) -> Self {
        let (places, known, contests) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { horizon, names, places, known, contests }
    }

    /// The place of the deadlines of a promise.
    fn deadlines(&self, timed: &Timed, window: Window) -> usize {
        // Schedules are made once for each calendar, so that the place of one says which it is.
        let key = (Arc::as_ptr(&timed.schedule) as usize, format!("{:?}", timed.wait), window);
        *self.places.borrow_mut().entry(key).or_insert_with(|| {
            let deadlines = Deadlines::new(&timed.schedule, &timed.wait, window.0, window.1);
            let mut known = self.known.borrow_mut();
            known.push(Known { deadlines, _schedule: Arc::clone(&timed.schedule) });
            known.len() - 1
        })
    }

    /// The receipts of some days that are looked at: those of the horizon, or as many years next to it if none of them is in it.
    pub fn window(&self, (from, to): Window) -> Window {
        let (first, last) = self.horizon;
        let years = last.seconds() - first.seconds();
        if to <= first {
            return (from.max(to.plus(-years).unwrap_or(Instant::FIRST)), to);
        }
        if from >= last {
            return (from, to.min(from.plus(years).unwrap_or(Instant::LAST)));
        }
        (from.max(first), to.min(last))
    }

    /// Holds two promises against each other at every instant of the horizon.
    pub fn contest(&self, old: &Timed, new: &Timed) -> Contest {
        self.contest_within(old, new, self.horizon)
    }

    /// The same for what is received at some time.
    pub fn contest_within(&self, old: &Timed, new: &Timed, window: Window) -> Contest {
        let places = (self.deadlines(old, window), self.deadlines(new, window));
        // Where the places are the same, so are the waits, and the calendars with what is the customer's in them.
        let mut contests = self.contests.borrow_mut();
        *contests.entry(places).or_insert_with(|| self.held(old, new, places))
    }

    fn held(&self, old: &Timed, new: &Timed, places: (usize, usize)) -> Contest {
        let known = self.known.borrow();
        let (Some(was), Some(is)) = (known.get(places.0), known.get(places.1)) else {
            return Contest::default();
        };
        let (Ok(before), Ok(after)) = (&was.deadlines, &is.deadlines) else {
            let never = |known: &Known| matches!(known.deadlines, Err(CountError::NeverOpen));
            let now = |name: &Name| self.names.new_of("calendar", name);
            let same = old.calendar.as_ref().map(now) == new.calendar;
            let unknown = if same && never(was) == never(is) {
                by_length(&old.wait, &new.wait)
            } else {
                Some(Direction::Mixed)
            };
            return Contest { unknown, ..Contest::default() };
        };
        let most = |one: &Deadlines, other: &Deadlines| {
            let apart = one.latest_after(other).filter(|apart| apart.seconds() > 0)?;
            Some(one.at_a_round_time(other, apart))
        };
        let (later, sooner) = (most(after, before), most(before, after));
        Contest {
            later: later.map(|apart| (apart.received, apart.other, apart.one)),
            sooner: sooner.map(|apart| (apart.received, apart.one, apart.other)),
            waits: Waits { before: reach(before), after: reach(after) },
            unknown: None,
            elsewhere: elsewhere(old.theirs, new.theirs),
        }
    }
}

/// Which way a wait goes whatever the hours of its calendar are: more open time or more business days are never over sooner.
fn by_length(was: &Wait, is: &Wait) -> Option<Direction> {
    let order = match (was, is) {
        (Wait::Length(Length::Open(was)), Wait::Length(Length::Open(is)))
        | (Wait::Length(Length::Days(was)), Wait::Length(Length::Days(is))) => was.cmp(is),
        (was, is) if was == is => Ordering::Equal,
        _ => return Some(Direction::Mixed),
    };
    match order {
        Ordering::Less => Some(Direction::Weaker),
        Ordering::Equal => None,
        Ordering::Greater => Some(Direction::Stronger),
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
    let (calendar, theirs) = calendar(context.program, clock);
    Ok(wait.map(|wait| Timed { schedule: ticks.schedule, calendar, wait, theirs }))
}

/// A length of time in these cases.
pub fn timed_length(context: &Context<'_>, length: &Duration, cases: &CaseSet) -> Option<Timed> {
    let ticks = Ticks::of(context, &length.clock, cases).ok()?;
    let wait = ticks.lasting(length);
    let (calendar, theirs) = calendar(context.program, &length.clock);
    Some(Timed { schedule: ticks.schedule, calendar, wait, theirs })
}

/// The calendar of a clock, with what is the customer's in it.
fn calendar(program: &Program, clock: &Clock) -> (Option<Name>, Theirs) {
    let name = program.policy.calendar_of(clock);
    (name.cloned(), name.map(|name| Theirs::of(program, name)).unwrap_or_default())
}

/// The conditions on which it depends how a clock runs: those of the lines of its calendar and of what that is made of.
pub fn conditions<'a>(context: &Context<'a>, clock: &Clock) -> Vec<&'a CaseSet> {
    let mut found = Vec::new();
    if let Some(name) = context.program.policy.calendar_of(clock) {
        super::calendars::gather(context.program, name, &mut Vec::new(), &mut found);
    }
    found
}
