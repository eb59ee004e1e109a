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
use crate::time::{Instant, Law};
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
    let mut late: Vec<(Late, &Rung)> = Vec::new();
    let mut unsure = false;
    for rung in path.rungs.iter().filter(|rung| rung.people.contains(person)) {
        let here = match &rung.clause.when {
            Some(when) => left.try_and(&when.cases)?,
            None => left.clone(),
        };
        if here.is_empty() {
            continue;
        }
        let step = step(prover, rung, guarded, due, &here)?;
        left = left.try_minus(&step.in_time)?;
        late.extend(step.late.map(|late| (late, rung)));
        unsure |= step.unsure;
    }
    if left.is_empty() {
        return Ok(());
    }
    if unsure {
        let message = format!("nobody can tell whether `{person}` is told before breach of `{name}`");
        let note = "a step that guards another promise comes before that one's deadline, which can be later";
        return Err(Against::unknown(message).note(note).in_cases(left).rule(part.shown(part.words())));
    }
    // The case that is shown is one for which the step is late, if some step is late for a case that is left.
    let mut shown = None;
    for ((at, cases), rung) in &late {
        let here = left.try_and(cases)?;
        if !here.is_empty() {
            shown = Some((*at, here, *rung));
            break;
        }
    }
    let against =
        Against::new(format!("`{}` does not tell `{person}` before breach of `{name}`", path.clause.name));
    let Some((at, cases, rung)) = shown else {
        let against = against.note(format!("no step tells `{person}` before that in this case"));
        return Err(against.in_cases(left).rule(part.shown(part.words())));
    };
    let others = late
        .iter()
        .filter(|((when, of), other)| !std::ptr::eq(*other, rung) && *when != at && of.overlaps(&cases));
    if others.count() > 0 {
        let message = format!("nobody can tell whether `{person}` is told before breach of `{name}`");
        let note =
            "of several steps each comes too late for some requests; let one of them come in time for all";
        let against = Against::unknown(message).note(note).rule(Some((rung.span, "this step".to_owned())));
        return Err(against.in_cases(cases).rule(part.shown(part.words())));
    }
    let against = against
        .at(at)
        .note(format!("for what comes {} the step comes too late", said_instant(prover.context, at)))
        .rule(Some((rung.span, "this step".to_owned())));
    Err(against.in_cases(cases).rule(part.shown(part.words())))
}

/// A receipt for which a step comes too late, and the cases in which it does.
type Late = (Instant, CaseSet);

/// Whether a step comes in time.
struct Step {
    /// The cases in which it does.
    in_time: CaseSet,
    /// A receipt for which it does not, where one is known.
    late: Option<Late>,
    /// Whether it may come in time in other cases too.
    unsure: bool,
}

impl Step {
    fn in_time(in_time: CaseSet) -> Self {
        Self { in_time, late: None, unsure: false }
    }

    fn late(late: Option<Late>) -> Self {
        Self { late, ..Self::in_time(CaseSet::nothing()) }
    }
}

fn step(
    prover: &Prover<'_>,
    rung: &Rung,
    guarded: &Commitment,
    due: DueId,
    here: &CaseSet,
) -> Result<Step, Against> {
    let (of, early, later) = match &rung.moment {
        // What is told when the clock starts is told before it ends.
        Moment::Event(event) if *event == *start(guarded) => (&guarded.clause.name, true, 0),
        Moment::Share(share, of) if *share < Decimal::whole(100) => (of, true, 0),
        Moment::Share(share, of) if *share == Decimal::whole(100) => (of, false, 0),
        Moment::Before(_, of) => (of, true, 0),
        Moment::After(length, of) | Moment::Again(length, of, _) => {
            let exact = matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour);
            match length.seconds().filter(|_| exact) {
                Some(seconds) => (of, false, seconds),
                None => return Ok(Step::late(None)),
            }
        }
        Moment::Event(_) | Moment::Share(..) | Moment::Turn(_) => return Ok(Step::late(None)),
    };
    if *of == guarded.clause.name {
        return Ok(match (&rung.moment, early) {
            (_, false) => Step::late(None),
            (Moment::Share(..) | Moment::Event(_), true) => match never_runs(prover, due)? {
                Some(at) => Step::late(Some((at, here.clone()))),
                None => Step::in_time(here.clone()),
            },
            (Moment::Before(..) | Moment::After(..) | Moment::Again(..) | Moment::Turn(_), true) => {
                Step::in_time(here.clone())
            }
        });
    }
    let Some(other) = prover.program.commitments.get(of).filter(|other| start(other) == start(guarded))
    else {
        return Ok(Step::late(None));
    };
    let mut found = Step::late(None);
    // A share of the commitment itself comes before its end whenever its clock stands still; those of another may not.
    prover.runs_on(guarded);
    prover.runs_on(other);
    for part in parts(prover, other, here)? {
        let Said::Due(first) = part.said else { continue };
        // What comes after a deadline is counted on the clock of that deadline.
        if later > 0 && !prover.clock_of(first).is_always_open() {
            found.unsure = true;
            continue;
        }
        // A step that comes before the other deadline may come with it at the latest.
        let most = if early { 0 } else { -later - 1 };
        match prover.latest_after(first, due)?.filter(|apart| apart.seconds() > most) {
            Some(_) if early => found.unsure = true,
            Some(apart) => found.late = found.late.or(Some((apart.received, part.cases))),
            None => found.in_time = found.in_time.try_or(&part.cases)?,
        }
    }
    Ok(found)
}

/// The first receipt whose clock does not run before it is due, so that no part of its time comes first. A named time of the
/// day of receipt can have passed already.
fn never_runs(prover: &Prover<'_>, due: DueId) -> Result<Option<Instant>, Against> {
    let deadlines = prover.of(due);
    let deadlines = deadlines.as_ref().as_ref().map_err(Clone::clone)?;
    let clock = prover.clock_of(due);
    for row in deadlines.receipts() {
        let last = row.to.plus(-1).unwrap_or(row.from);
        // Up to a fixed deadline the last receipt has the least time, up to one that moves along that which comes at a closing.
        let mut tried = vec![row.from, last];
        if let Law::Later(_) = row.law {
            tried.extend(clock.stretches(row.from, row.to)?.iter().map(|stretch| stretch.to));
        }
        tried.retain(|at| *at <= last);
        tried.sort_unstable();
        for at in tried {
            if clock.between(at, row.law.due(at))? <= 0 {
                return Ok(Some(at));
            }
        }
    }
    Ok(None)
}
