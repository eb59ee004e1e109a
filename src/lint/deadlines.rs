//! When promises fall due, for comparing one with another: at once where the words leave no doubt, and otherwise over some weeks
//! of the calendars that count.
//!
//! In: promises as written, and the cases in which they hold. Out: which of two is later, for certain, or the receipt for which
//! one is later than the other. What depends on a calendar is worked out once for each calendar and promise.

use super::{Context, lengths};
use crate::cases::{Case, CaseSet, Space};
use crate::evaluate::Ticks;
use crate::hir::say;
use crate::time::{Apart, DateTime, Deadlines, Instant, Schedule, Wait, Weekday};
use crate::value::{Clock, Name, Promise, Unit, Which};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// What was worked out so far.
pub type Known = Vec<(Arc<Schedule>, Wait, Option<Rc<Deadlines>>)>;

/// Over how many days deadlines are looked at: some weekends are enough to tell clocks apart.
const DAYS: i64 = 21;

/// Differences of an hour and less come from changed clocks and short afternoons, and mean nothing to anybody.
const LEAST: i64 = 3600;

/// Whether the one is as short as the other on the same clock, so that it is never slower, whenever that clock runs.
pub fn never_slower(one: &Promise, other: &Promise) -> bool {
    let ((Promise::Within { to: one, .. }, Promise::Within { to: other, .. })
    | (Promise::Every(one), Promise::Every(other))) = (one, other)
    else {
        return false;
    };
    lengths::compare(one, other).is_some_and(Ordering::is_le)
}

/// How two promises compare where their words leave no doubt, whenever a request is received.
pub fn plainly(context: &Context<'_>, one: &Promise, other: &Promise) -> Option<Ordering> {
    let ((Promise::Within { to: one, .. }, Promise::Within { to: other, .. })
    | (Promise::Every(one), Promise::Every(other))) = (one, other)
    else {
        let (one, other) = (has_figure(one)?, has_figure(other)?);
        return (!(one && other)).then(|| other.cmp(&one));
    };
    let business = context.program.policy.business_calendar();
    if one.clock.same_as(&other.clock, business) {
        return lengths::amounts(one, other).filter(|_| is_fixed(context, &one.clock));
    }
    // Open time never runs faster than the clock on the wall, and a business day hardly ever.
    match (&one.clock, &other.clock) {
        (Clock::Elapsed, Clock::Business(_) | Clock::Calendar(_)) => {
            lengths::amounts(one, other).filter(|order| order.is_lt())
        }
        (Clock::Business(_) | Clock::Calendar(_), Clock::Elapsed) => {
            lengths::amounts(one, other).filter(|order| order.is_gt())
        }
        (Clock::Elapsed | Clock::Business(_) | Clock::Calendar(_), _) => None,
    }
}

/// Whether a promise has a figure, which is sooner than any without; none where that is no question.
fn has_figure(promise: &Promise) -> Option<bool> {
    match promise {
        Promise::Within { .. } | Promise::By(_) | Promise::Every(_) => Some(true),
        Promise::BestEffort | Promise::None => Some(false),
        Promise::Release(_)
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => None,
    }
}

/// Whether the one may be due after the other, and their calendars decide. Whatever hours a calendar has, a day of eight of them
/// tells well enough where it is not worth asking, which spares nearly every promise that is as it should be.
pub fn depends(context: &Context<'_>, one: &Promise, other: &Promise) -> bool {
    let same_kind = matches!(
        (one, other),
        (Promise::Within { .. } | Promise::By(_), Promise::Within { .. } | Promise::By(_))
            | (Promise::Every(_), Promise::Every(_))
    );
    if !same_kind {
        return false;
    }
    let (Some(here), Some(there)) = (Rough::of(one), Rough::of(other)) else { return false };
    // What comes just before closing has hardly any time left of the same day.
    let same_day = matches!(other, Promise::By(day) if matches!(day.which, Which::Same));
    let other_long = if same_day { 0 } else { there.long };
    let may_be = match (here.open, there.open) {
        // 24 hours and 1 day differ when the clocks are changed, and as much as nobody means.
        (false, false) => false,
        // A weekend with a holiday may lie between.
        (true, false) => other_long < here.long + WEEKEND,
        (false | true, true) => here.long > other_long,
    };
    may_be && plainly(context, one, other).is_none()
}

/// A day of open time in the measure of [`Rough`].
const OPEN_DAY: i64 = 24;

/// A weekend with a holiday.
const WEEKEND: i64 = 4 * OPEN_DAY;

/// Roughly how long a promise is: days, in parts of 24, with eight open hours to a day.
#[derive(Clone, Copy, Debug)]
pub struct Rough {
    /// Whether it runs on open time.
    open: bool,
    long: i64,
    /// Whether it is a length of whole hours or more, of which the measure is not far off.
    fair: bool,
}

impl Rough {
    /// Measures a promise; none for one without a figure.
    pub fn of(promise: &Promise) -> Option<Self> {
        match promise {
            Promise::Within { to: length, .. } | Promise::Every(length) => {
                let open = length.clock != Clock::Elapsed;
                let amount = i64::from(length.amount);
                let hour = if open { 3 } else { 1 };
                let long = match length.unit {
                    Unit::Second | Unit::Minute => i64::from(amount > 30),
                    Unit::Hour => amount * hour,
                    Unit::Day => amount * OPEN_DAY,
                    Unit::Week => amount * 7 * OPEN_DAY,
                    Unit::Month => amount * 30 * OPEN_DAY,
                    Unit::Quarter => amount * 91 * OPEN_DAY,
                    Unit::Year => amount * 365 * OPEN_DAY,
                };
                Some(Self { open, long, fair: !matches!(length.unit, Unit::Second | Unit::Minute) })
            }
            Promise::By(day) => {
                let long = match day.which {
                    Which::Same => OPEN_DAY / 2,
                    Which::Next => OPEN_DAY,
                };
                Some(Self { open: day.clock != Clock::Elapsed, long, fair: false })
            }
            Promise::Release(_)
            | Promise::BestEffort
            | Promise::None
            | Promise::No
            | Promise::AsAgreed(_)
            | Promise::AsDecided(_)
            | Promise::Unfilled => None,
        }
    }

    /// Whether it is so much shorter than another one that it is neither [`plainly`] later nor [`depends`].
    pub fn is_far_before(self, other: Self) -> bool {
        let between = if self.open && !other.open { WEEKEND } else { 1 };
        self.fair && other.fair && 2 * self.long + between < other.long
    }
}

/// The receipt for which the one is due latest after the other, by more than an hour; both in their own cases.
pub fn later(
    context: &Context<'_>,
    (one, here): (&Promise, &CaseSet),
    (other, there): (&Promise, &CaseSet),
) -> Option<Apart> {
    let one = of(context, one, here)?;
    let other = of(context, other, there)?;
    one.latest_after(&other).filter(|apart| apart.seconds() > LEAST)
}

/// The same, where the one also makes somebody wait longer at worst: a corner of the week alone makes no promise slower.
pub fn slower(
    context: &Context<'_>,
    (one, here): (&Promise, &CaseSet),
    (other, there): (&Promise, &CaseSet),
) -> Option<Apart> {
    let at_worst = |promise, cases| Some(of(context, promise, cases)?.longest()?.limit);
    let longer = at_worst(one, here)? > at_worst(other, there)? + LEAST;
    longer.then(|| later(context, (one, here), (other, there))).flatten()
}

/// When a promise falls due in the cases, over some weeks.
pub fn of(context: &Context<'_>, promise: &Promise, cases: &CaseSet) -> Option<Rc<Deadlines>> {
    let ticks = Ticks::of(context.time(), promise.clock()?, cases).ok()?;
    let (wait, hours) = (ticks.wait(promise)?, ticks.schedule);
    let mut known = context.deadlines.borrow_mut();
    let before = known.iter().find(|(schedule, of, _)| *of == wait && Arc::ptr_eq(schedule, &hours));
    if let Some((_, _, deadlines)) = before {
        return deadlines.clone();
    }
    let (from, to) = weeks(context)?;
    let made = Deadlines::new(&hours, &wait, from, to).ok().map(Rc::new);
    known.push((hours, wait, made.clone()));
    made
}

/// When what is received at an instant is due.
pub fn due(context: &Context<'_>, promise: &Promise, cases: &CaseSet, received: Instant) -> Option<Instant> {
    let ticks = Ticks::of(context.time(), promise.clock()?, cases).ok()?;
    ticks.wait(promise)?.due(&ticks.schedule, received).ok()
}

/// When a clock runs in the cases.
pub fn schedule(context: &Context<'_>, clock: &Clock, cases: &CaseSet) -> Option<Arc<Schedule>> {
    Some(Ticks::of(context.time(), clock, cases).ok()?.schedule)
}

/// The weeks that are looked at: from the first Monday on which the policy counts.
pub fn weeks(context: &Context<'_>) -> Option<(Instant, Instant)> {
    let policy = &context.program.policy;
    let first = policy.effective.or(context.today).or_else(|| crate::time::Date::new(2026, 1, 1))?;
    let to_monday = (7 - i64::try_from(first.weekday().index()).unwrap_or(0)) % 7;
    let monday = crate::time::Date::from_number(first.number() + to_monday)?;
    let midnight = DateTime { date: monday, time: crate::time::ClockTime::MIDNIGHT };
    let from = context.time().clock.instant(midnight)?;
    Some((from, from.plus(DAYS * 86_400)?))
}

/// A receipt with its weekday, as people say it: `Friday 2026-03-06 16:00`.
pub fn told(context: &Context<'_>, at: Instant) -> String {
    let local = context.time().clock.local(at);
    let weekday = match local.date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    format!("{weekday} {} {}", local.date, local.time)
}

/// A set with one of its cases alone, in which every calendar is known.
pub fn alone(space: &Space, case: &Case) -> CaseSet {
    space.dims().fold(CaseSet::everything(), |set, dim| match case.class(dim) {
        Some(class) => set.and(&space.is(dim, [class])),
        None => set,
    })
}

/// A promise in the words of a finding.
pub fn called(promise: &Promise) -> String {
    format!("`{}`", say::promise(promise))
}

/// Whether a clock is the same in every case.
pub fn is_fixed(context: &Context<'_>, clock: &Clock) -> bool {
    if *clock == Clock::Elapsed {
        return true;
    }
    let Some(name) = context.program.policy.calendar_of(clock) else { return false };
    if let Some(known) = context.fixed.borrow().get(&name.text) {
        return *known;
    }
    let fixed = is_unconditional(context, name);
    context.fixed.borrow_mut().insert(name.text.clone(), fixed);
    fixed
}

/// Whether every line of a calendar, and of those that it is made of, counts in every case.
fn is_unconditional<'a>(context: &'a Context<'_>, name: &'a Name) -> bool {
    let (mut open, mut seen) = (vec![name], BTreeSet::new());
    while let Some(name) = open.pop() {
        for line in context.program.calendars.get(name).into_iter().flat_map(|calendar| &calendar.lines) {
            if !line.when.cases.is_everything() {
                return false;
            }
            open.extend(line.line.parts().iter().filter(|name| seen.insert(*name)));
        }
    }
    true
}
