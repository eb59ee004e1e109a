//! What changed between two versions of a policy, judged for the customer.
//!
//! In: two resolved programs with their clocks and calendars. Out: a [`Comparison`]: every difference in what a case is told,
//! with its kind, its direction, the cases that it touches, a proof, and the places; and the notice that the older version asks
//! for. Nothing is sampled: cases are sets, and deadlines are compared at every receipt of a horizon.
//!
//! Both versions are put into one space of cases ([`Common`]), each area compares what it knows of, and nothing is judged before
//! everything was compared. Exchanging the versions exchanges weaker and stronger; a version has no changes against itself.
//!
//! This room reads programs only: it sees no text of a policy but the words that are published, and prints nothing.

mod breaches;
mod calendars;
mod change;
mod channels;
mod clocks;
mod commitments;
mod common;
mod coverage;
mod cut_offs;
mod duties;
mod entitlements;
mod escalations;
mod facts;
mod finder;
mod gate;
mod hours;
pub mod kinds;
mod lengths;
mod lines;
mod lives;
mod names;
mod offers;
mod paid;
mod plans;
mod prices;
mod processes;
mod products;
mod proofs;
mod regions;
mod report;
mod say;
mod sections;
mod services;
mod upkeep;
mod week;
mod wording;

pub use change::{Area, Change, Direction, Reach, Said, Subject, Terms, Waits, Witness, Worked};
pub use common::{Common, Side};
pub use gate::{Gate, Notice};
pub use lines::{Way, because, farthest};
pub use names::{Names, Pairs, one_policy};
pub use offers::{LEAST, STEPS};
pub use report::{Found, Line, Proof, Report, Sides, Span, Worst, alone, report};
pub use week::Week;

use crate::cases::TooComplex;
use crate::evaluate::Context;
use crate::time::{ClockTime, Date, DateTime, Instant, ZoneClock};
use clocks::Clocks;
use finder::Finder;

/// How many years of receipts are looked at.
pub const YEARS: i32 = 5;

/// Everything that changed between two versions.
pub struct Comparison<'a> {
    /// Both versions, and the space of their cases.
    pub common: Common<'a>,
    /// The changes: what is weaker first, then by area.
    pub changes: Vec<Change>,
    /// From when to when receipts were looked at.
    pub horizon: (Instant, Instant),
}

/// Compares two versions. Receipts are looked at from the first day on which both count; from today where neither says from when
/// it counts. Tests are compared for those who ask for them.
pub fn compare<'a>(
    old: &'a Context<'a>,
    new: &'a Context<'a>,
    today: Option<Date>,
    tests: bool,
) -> Result<Comparison<'a>, TooComplex> {
    let names = Names::between(old.program, new.program);
    let common = Common::new(old, new, names)?;
    let horizon = horizon(old, new, today);
    let clocks = Clocks::new(horizon, common.names.clone());
    let mut finder = Finder::new(common, clocks);
    coverage::compare(&mut finder)?;
    channels::compare(&mut finder)?;
    cut_offs::compare(&mut finder)?;
    commitments::compare(&mut finder)?;
    entitlements::compare(&mut finder)?;
    escalations::compare(&mut finder)?;
    prices::compare(&mut finder)?;
    offers::compare(&mut finder)?;
    plans::compare(&mut finder)?;
    processes::compare(&mut finder)?;
    products::compare(&mut finder)?;
    services::compare(&mut finder)?;
    upkeep::compare(&mut finder)?;
    duties::compare(&mut finder)?;
    facts::compare(&mut finder)?;
    wording::compare(&mut finder)?;
    sections::compare(&mut finder)?;
    proofs::compare(&mut finder, tests)?;
    let Finder { common, mut changes, .. } = finder;
    changes.sort_by_key(|change| (change.direction, change.kind.area));
    Ok(Comparison { common, changes, horizon })
}

/// Some years from the first day on which both versions count.
fn horizon(old: &Context<'_>, new: &Context<'_>, today: Option<Date>) -> (Instant, Instant) {
    let days = [old.program.policy.effective, new.program.policy.effective];
    let from = days.into_iter().flatten().max().or(today).or_else(|| Date::new(2026, 1, 1));
    let to = from.and_then(|from| from.plus_months(12 * YEARS));
    let midnight = |clock: &ZoneClock, date| clock.instant(DateTime { date, time: ClockTime::MIDNIGHT });
    // The day may begin at two instants; the earlier one is the same whichever version comes first.
    let at = |date: Option<Date>| {
        let clocks = [&old.clock, &new.clock].into_iter();
        clocks.filter_map(|clock| midnight(clock, date?)).min()
    };
    let from = at(from).unwrap_or(Instant::FIRST);
    (from, at(to).unwrap_or(Instant::LAST))
}
