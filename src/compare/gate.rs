//! Whether changes are announced for as long as the older version promised.
//!
//! In: the changes, the day of the announcement, and the day from which the newer version counts. Out: the longest notice that
//! the `changes` clause of the older version asks for, and whether it is given. Only what customers can see needs a notice.

use super::change::{Change, Direction};
use super::common::Common;
use crate::cases::{CaseSet, TooComplex};
use crate::evaluate::Context;
use crate::hir::{self, Audience, Program, say};
use crate::source::Span;
use crate::time::{ClockTime, Date, DateTime};
use crate::value::{Duration, Name};

/// A notice that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How long ahead.
    pub required: Duration,
    /// By which channels.
    pub channels: Vec<Name>,
    /// The line that asks for it, in the older version.
    pub span: Span,
    /// Whether the newer version counts only after that time.
    pub satisfied: bool,
    /// The first day on which it may count.
    pub earliest: Option<Date>,
}

/// What the older version asks for, and what is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The longest notice that changes to the worse ask for.
    pub worse: Option<Notice>,
    /// The longest notice that any change asks for.
    pub any: Option<Notice>,
    /// The day of the announcement.
    pub announced: Option<Date>,
    /// The first day of the newer version.
    pub effective: Option<Date>,
}

impl Gate {
    /// Judges changes that are announced on a day.
    pub fn of(common: &Common<'_>, changes: &[Change], announced: Option<Date>) -> Result<Self, TooComplex> {
        let effective = common.new.program().policy.effective;
        let mut gate = Self { announced, effective, ..Self::default() };
        for change in changes.iter().filter(|change| change.readers.audience != Audience::Internal) {
            let Some(notice) = required(common, change, announced, effective)? else { continue };
            if matches!(change.read_as(), Direction::Weaker | Direction::Mixed) {
                gate.worse = Some(longer(gate.worse, &notice));
            }
            gate.any = Some(longer(gate.any, &notice));
        }
        Ok(gate)
    }

    /// Judges that a policy is taken away, from today on: everything that it promised is.
    pub fn of_removed(context: &Context<'_>, announced: Option<Date>, today: Option<Date>) -> Self {
        let program = context.program;
        let direction = of_direction(program, Direction::Weaker);
        let mut gate = Self { announced, effective: today, ..Self::default() };
        for region in program.changes.iter().flat_map(|changes| &changes.notices.regions) {
            let here =
                direction.as_ref().map_or_else(|| region.cases.clone(), |weaker| region.cases.and(weaker));
            let found = ahead(context, region.rule, &here, announced, today);
            if let Some(notice) = found.filter(|_| here.overlaps(program.space.possible())) {
                gate.worse = Some(longer(gate.worse, &notice));
            }
        }
        gate.any.clone_from(&gate.worse);
        gate
    }

    /// How many days lie between the announcement and the first day.
    pub fn given(&self) -> Option<i64> {
        Some(self.effective?.number() - self.announced?.number())
    }

    /// The notice that is told: that for changes to the worse, if there are any.
    pub fn notice(&self) -> Option<&Notice> {
        self.worse.as_ref().or(self.any.as_ref())
    }
}

/// The one of two notices that ends later; one that is not given counts for more.
fn longer(known: Option<Notice>, other: &Notice) -> Notice {
    let rank = |notice: &Notice| (!notice.satisfied, notice.earliest, notice.required.seconds());
    match known {
        Some(known) if rank(&known) >= rank(other) => known,
        Some(_) | None => other.clone(),
    }
}

/// The notice that a change asks for, the longest where it depends on the case.
fn required(
    common: &Common<'_>,
    change: &Change,
    announced: Option<Date>,
    effective: Option<Date>,
) -> Result<Option<Notice>, TooComplex> {
    let program = common.old.program();
    let Some(changes) = &program.changes else { return Ok(None) };
    let direction = of_direction(program, change.read_as());
    let mut found = None;
    for region in &changes.notices.regions {
        let here = match &direction {
            Some(direction) => region.cases.try_and(direction)?,
            None => region.cases.clone(),
        };
        let mut cases = common.old.carry(&here)?;
        let mut touched = change.cases.clone();
        if let Some(dim) = common.space.dim("change") {
            (cases, touched) = (cases.forget(dim), touched.forget(dim));
        }
        if !cases.overlaps(&touched) {
            continue;
        }
        let Some(notice) = ahead(common.old.context, region.rule, &here, announced, effective) else {
            continue;
        };
        found = Some(longer(found, &notice));
    }
    Ok(found)
}

/// The cases in which changes go one way; none where the policy does not tell them apart.
fn of_direction(program: &Program, direction: Direction) -> Option<CaseSet> {
    let dim = program.space.dim("change")?;
    let class = program.space.class(dim, direction.word())?;
    Some(program.space.is(dim, [class]))
}

/// The notice that a line asks for in some cases, if it asks for any.
fn ahead(
    context: &Context<'_>,
    rule: usize,
    cases: &CaseSet,
    announced: Option<Date>,
    effective: Option<Date>,
) -> Option<Notice> {
    let rule = context.program.changes.as_ref()?.notices.rules.get(rule)?;
    let hir::Notice::Ahead(length, channels) = &rule.value else { return None };
    let length = length.known()?;
    let earliest = announced.and_then(|day| end(context, day, length, cases));
    Some(Notice {
        required: length.clone(),
        channels: channels.clone(),
        span: rule.span,
        satisfied: earliest.zip(effective).is_some_and(|(earliest, effective)| effective >= earliest),
        earliest,
    })
}

/// The first day on which a notice that begins on a day is over.
fn end(context: &Context<'_>, day: Date, length: &Duration, cases: &CaseSet) -> Option<Date> {
    let from = context.clock.instant(DateTime { date: day, time: ClockTime::MIDNIGHT })?;
    let due = context.clock.local(context.after(from, length, cases)?);
    // What ends within a day is over on the next.
    if due.time == ClockTime::MIDNIGHT { Some(due.date) } else { Date::from_number(due.date.number() + 1) }
}

/// A notice in words: `30 days`.
pub fn words(notice: &Notice) -> String {
    say::duration(&notice.required)
}
