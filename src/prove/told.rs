//! Whether somebody is told before a commitment is missed.
//!
//! In: an escalation, the people, and the commitment. Out: the case in which one of them is not told in time. A step that guards
//! another commitment counts if that one's deadline, or so much elapsed time after it, comes first.

use super::against::Against;
use super::dues::start;
use super::promises::{Part, Said, parts};
use super::prover::{DueId, Prover};
use super::{Extent, Outcome};
use crate::cases::CaseSet;
use crate::evaluate::said_instant;
use crate::hir::{Commitment, Cond, Escalation, Moment, Rung};
use crate::time::Instant;
use crate::value::{Decimal, Name, Unit};

/// An escalation tells these people before a commitment is missed.
pub fn before_breach(
    prover: &Prover<'_>,
    escalation: &Name,
    people: &[Name],
    name: &Name,
    when: Option<&Cond>,
) -> Outcome {
    let mut about = prover.about(when)?;
    let (Some(path), Some(guarded)) =
        (prover.program.escalations.get(escalation), prover.program.commitments.get(name))
    else {
        return Ok(Extent::of(0));
    };
    // Of cases outside of its `only when` an escalation claims nothing.
    if let Some(domain) = &path.clause.when {
        about = about.try_and(&domain.cases)?;
    }
    prover.stretch()?;
    let mut missed = 0_u128;
    for part in parts(prover, guarded, &about)? {
        let due = match &part.said {
            // What is never missed needs nobody.
            Said::Absent | Said::Effort | Said::Nothing => continue,
            Said::Unknown(words) => {
                let message =
                    format!("`{name}` is {words}, so nobody can tell who is told before its breach");
                return Err(Against::unknown(message).in_cases(part.cases.clone()).rule(part.shown(words)));
            }
            Said::Due(due) => *due,
        };
        missed = missed.saturating_add(part.cases.count(&prover.program.space));
        for person in people {
            told(prover, (path, person), (guarded, &part, due))?;
        }
    }
    Ok(Extent::timed(missed))
}

/// Whether one person is told in time in all cases of a part.
fn told(
    prover: &Prover<'_>,
    (path, person): (&Escalation, &Name),
    (guarded, part, due): (&Commitment, &Part<'_>, DueId),
) -> Result<(), Against> {
    let name = &guarded.clause.name;
    let mut left = part.cases.clone();
    let mut late: Option<(Instant, &Rung)> = None;
    for rung in path.rungs.iter().filter(|rung| rung.people.contains(person)) {
        let here = match &rung.clause.when {
            Some(when) => left.try_and(&when.cases)?,
            None => left.clone(),
        };
        if here.is_empty() {
            continue;
        }
        match step(prover, rung, guarded, due, &here)? {
            Step::InTime(cases) => left = left.try_minus(&cases)?,
            Step::Late(at) => late = late.or(at.map(|at| (at, rung))),
        }
    }
    if left.is_empty() {
        return Ok(());
    }
    let against =
        Against::new(format!("`{}` does not tell `{person}` before breach of `{name}`", path.clause.name));
    let against = match late {
        Some((at, rung)) => against
            .at(at)
            .note(format!("for what comes {} the step comes too late", said_instant(prover.context, at)))
            .rule(Some((rung.span, "this step".to_owned()))),
        None => against.note(format!("no step tells `{person}` before that in this case")),
    };
    Err(against.in_cases(left).rule(part.shown(part.words())))
}

/// Whether a step comes in time.
enum Step {
    /// In these cases.
    InTime(CaseSet),
    /// Not for what is received then, where that is known.
    Late(Option<Instant>),
}

fn step(
    prover: &Prover<'_>,
    rung: &Rung,
    guarded: &Commitment,
    due: DueId,
    here: &CaseSet,
) -> Result<Step, Against> {
    let (of, early, later) = match &rung.moment {
        Moment::Share(share, of) if *share < Decimal::whole(100) => (of, true, 0),
        Moment::Share(share, of) if *share == Decimal::whole(100) => (of, false, 0),
        Moment::Before(_, of) => (of, true, 0),
        Moment::After(length, of) => {
            let exact = matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour);
            match length.seconds().filter(|_| exact) {
                Some(seconds) => (of, false, seconds),
                None => return Ok(Step::Late(None)),
            }
        }
        Moment::Share(..) | Moment::Turn(_) => return Ok(Step::Late(None)),
    };
    if *of == guarded.clause.name {
        return Ok(match (&rung.moment, early) {
            (_, false) => Step::Late(None),
            (Moment::Share(..), true) => match never_runs(prover, due)? {
                Some(at) => Step::Late(Some(at)),
                None => Step::InTime(here.clone()),
            },
            (Moment::Before(..) | Moment::After(..) | Moment::Turn(_), true) => Step::InTime(here.clone()),
        });
    }
    let Some(other) = prover.program.commitments.get(of).filter(|other| start(other) == start(guarded))
    else {
        return Ok(Step::Late(None));
    };
    let mut good = CaseSet::nothing();
    let mut late = None;
    for part in parts(prover, other, here)? {
        let Said::Due(first) = part.said else { continue };
        // A step that comes before the other deadline may come with it at the latest.
        let most = if early { 0 } else { -later - 1 };
        match prover.latest_after(first, due)?.filter(|apart| apart.seconds() > most) {
            Some(apart) => late = late.or(Some(apart.received)),
            None => good = good.try_or(&part.cases)?,
        }
    }
    Ok(if good.is_empty() { Step::Late(late) } else { Step::InTime(good) })
}

/// The first receipt whose clock does not run before it is due, so that no part of its time comes first.
fn never_runs(prover: &Prover<'_>, due: DueId) -> Result<Option<Instant>, Against> {
    let deadlines = prover.of(due);
    let deadlines = deadlines.as_ref().as_ref().map_err(Clone::clone)?;
    let clock = prover.clock_of(due);
    if clock.is_always_open() {
        return Ok(None);
    }
    for row in deadlines.receipts() {
        let last = row.to.plus(-1).unwrap_or(row.from);
        let until = row.law.due(last);
        // What is open between does not grow while a receipt comes nearer, but after a closing it may begin anew.
        let mut tried = vec![row.from, last];
        tried.extend(clock.stretches(row.from, row.to)?.iter().map(|stretch| stretch.to));
        tried.retain(|at| *at <= last);
        tried.sort_unstable();
        for at in tried {
            let end = row.law.due(at).min(until);
            if clock.between(at, end)? == 0 {
                return Ok(Some(at));
            }
        }
    }
    Ok(None)
}
