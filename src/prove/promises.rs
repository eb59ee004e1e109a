//! What a commitment promises, in parts of some cases in which it is one promise on one clock.
//!
//! In: a commitment. Out: parts that hold every case it speaks of, each with its deadlines or with why there are none.

use super::against::Against;
use super::prover::{DueId, Prover};
use crate::cases::{CaseSet, partition};
use crate::evaluate::Ticks;
use crate::hir::{Commitment, FactKind, Rule, say};
use crate::source::Span;
use crate::time::{ClockTime, Date, DateTime, Instant};
use crate::value::{Clock, Figure, Promise};

/// Cases with one promise.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The cases.
    pub cases: CaseSet,
    /// The rule that decides; none in a gap.
    pub rule: Option<&'a Rule<Figure>>,
    /// What it says.
    pub said: Said,
}

/// What is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Something that is due then.
    Due(DueId),
    /// We try.
    Effort,
    /// Nothing: `none`, or a case that was left out.
    Nothing,
    /// The case does not exist.
    Absent,
    /// Somebody else says it, or nobody knows yet.
    Unknown(String),
}

impl Part<'_> {
    /// The promise in words.
    pub fn words(&self) -> String {
        self.rule.map_or_else(|| "nothing".to_owned(), |rule| say::promise(&rule.value.promise))
    }

    /// The rule, to be shown.
    pub fn shown(&self, words: impl Into<String>) -> Option<(Span, String)> {
        self.rule.map(|rule| (rule.span, words.into()))
    }
}

/// The parts of some cases, all of them covered.
pub fn parts<'a>(
    prover: &Prover<'a>,
    commitment: &'a Commitment,
    about: &CaseSet,
) -> Result<Vec<Part<'a>>, Against> {
    let mut found = Vec::new();
    for region in &commitment.rules.regions {
        let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
        let cases = region.cases.try_and(about)?;
        if !cases.is_empty() {
            part(prover, rule, cases, &mut found)?;
        }
    }
    let gaps = commitment.rules.gaps.try_and(about)?;
    if !gaps.is_empty() {
        found.push(Part { cases: gaps, rule: None, said: Said::Nothing });
    }
    Ok(found)
}

fn part<'a>(
    prover: &Prover<'a>,
    rule: &'a Rule<Figure>,
    cases: CaseSet,
    found: &mut Vec<Part<'a>>,
) -> Result<(), Against> {
    let promise = &rule.value.promise;
    let Some(clock) = promise.clock() else {
        found.push(Part { cases, rule: Some(rule), said: without(promise) });
        return Ok(());
    };
    let clocks = match prover.program.policy.calendar_of(clock) {
        None => vec![(cases, Ticks::of(prover.context, &Clock::Elapsed, &CaseSet::everything()).ok())],
        Some(name) => {
            let mut clocks = Vec::new();
            for (here, schedule) in prover.hours(name)?.iter() {
                let cases = cases.try_and(here)?;
                if !cases.is_empty() {
                    clocks.push((cases, Some(Ticks::open(prover.context, schedule.clone()))));
                }
            }
            clocks
        }
    };
    for (cases, ticks) in clocks {
        let Some((ticks, wait)) = ticks.and_then(|ticks| ticks.wait(promise).map(|wait| (ticks, wait)))
        else {
            continue;
        };
        for (cases, window) in windows(prover, cases)? {
            let due = prover.deadlines(&ticks.schedule, wait, window);
            found.push(Part { cases, rule: Some(rule), said: Said::Due(due) });
        }
    }
    Ok(())
}

/// What a promise without a figure says.
fn without(promise: &Promise) -> Said {
    match promise {
        Promise::BestEffort => Said::Effort,
        Promise::None | Promise::Within { .. } | Promise::Every(_) | Promise::By(_) => Said::Nothing,
        Promise::No => Said::Absent,
        Promise::Release(_) | Promise::AsAgreed(_) | Promise::AsDecided(_) | Promise::Unfilled => {
            Said::Unknown(say::promise(promise))
        }
    }
}

/// A part of the horizon in which something is received; none is the whole.
pub type Window = Option<(Instant, Instant)>;

/// The cases by the days on which they are received, where that decides.
fn windows(prover: &Prover<'_>, cases: CaseSet) -> Result<Vec<(CaseSet, Window)>, Against> {
    let space = &prover.program.space;
    let received = space.dim("received").filter(|dim| cases.dims().contains(dim));
    let fact = received.and_then(|dim| prover.context.fact(dim));
    let (Some(dim), Some(FactKind::Date(stretches))) = (received, fact.map(|fact| &fact.kind)) else {
        return Ok(vec![(cases, None)]);
    };
    let midnight = |day: i64| {
        let local = DateTime { date: Date::from_number(day)?, time: ClockTime::MIDNIGHT };
        prover.context.clock.instant(local)
    };
    let classes: Vec<CaseSet> = (0..stretches.len()).map(|class| space.is(dim, [class])).collect();
    let mut found = Vec::new();
    for part in partition(space, &cases, &classes)? {
        let Some(stretch) = part.sets.first().and_then(|class| stretches.get(*class)) else { continue };
        let from = stretch.low.and_then(midnight).unwrap_or(Instant::FIRST);
        let to = stretch.high.and_then(|day| midnight(day.saturating_add(1))).unwrap_or(Instant::LAST);
        found.push((part.cases, Some((from, to))));
    }
    Ok(found)
}
