//! When things are due at worst: within an elapsed time, before something else, while somebody is there.
//!
//! In: the deadlines of commitments. Out: the receipt that fares worst, if it fares too badly.

use super::against::Against;
use super::promises::{Part, Said, parts};
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::cases::CaseSet;
use crate::evaluate::{Ticks, said_instant};
use crate::hir::{Commitment, Cond, say};
use crate::value::{Clock, Duration, Name, Promise};

/// The covered cases that a commitment speaks of.
fn spoken(prover: &Prover<'_>, commitment: &Commitment, about: &CaseSet) -> u128 {
    commitment.rules.domain.and(about).count(&prover.program.space)
}

/// A commitment is due within an elapsed time.
pub fn within(prover: &Prover<'_>, name: &Name, length: &Duration, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let Some(commitment) = prover.program.commitments.get(name) else { return Ok(Extent::of(0)) };
    prover.stretch()?;
    let limit = Promise::Within { from: None, to: length.clone() };
    let ticks = Ticks::of(prover.context, &Clock::Elapsed, &CaseSet::everything()).ok();
    let bound = ticks.and_then(|ticks| {
        let wait = ticks.wait(&limit)?;
        Some(prover.deadlines(&ticks.schedule, wait, None))
    });
    let Some(bound) = bound else { return Ok(Extent::of(0)) };
    let limit = say::duration(length);
    prover.runs_on(commitment);
    for part in parts(prover, commitment, &about)? {
        let shown = part.shown(part.words());
        let against = match &part.said {
            Said::Absent => continue,
            Said::Due(due) => {
                let Some(apart) = prover.latest_after(*due, bound)?.filter(|apart| apart.seconds() > 0)
                else {
                    continue;
                };
                let said = |at| said_instant(prover.context, at);
                let takes = length_of(apart.one.seconds() - apart.received.seconds());
                let note = format!(
                    "what comes {} is due {}, {takes} later; {limit} are over {}",
                    said(apart.received),
                    said(apart.one),
                    said(apart.other)
                );
                Against::new(format!("`{name}` can take {takes}, more than {limit}"))
                    .at(apart.received)
                    .note(note)
            }
            Said::Effort | Said::Nothing => {
                Against::new(format!("`{name}` is {}, which has no limit of {limit}", part.words()))
            }
            Said::Unknown(words) => Against::unknown(format!(
                "`{name}` is {words}, so nobody can tell whether it is within {limit}"
            )),
        };
        return Err(against.in_cases(part.cases.clone()).rule(shown));
    }
    Ok(Extent::timed(spoken(prover, commitment, &about)))
}

/// Seconds in words: `2 days 20 hours`.
pub fn length_of(seconds: i64) -> String {
    let parts = [
        (seconds / 86_400, "day"),
        (seconds / 3600 % 24, "hour"),
        (seconds / 60 % 60, "minute"),
        (seconds % 60, "second"),
    ];
    let words: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if words.is_empty() { "no time".to_owned() } else { words.join(" ") }
}

/// One commitment is due before another, whenever both are.
pub fn before(prover: &Prover<'_>, name: &Name, other: &Name, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let commitments = &prover.program.commitments;
    let (Some(first), Some(second)) = (commitments.get(name), commitments.get(other)) else {
        return Ok(Extent::of(0));
    };
    prover.stretch()?;
    prover.runs_on(first);
    prover.runs_on(second);
    let (one, two) = (parts(prover, first, &about)?, parts(prover, second, &about)?);
    for here in &one {
        for there in two.iter().filter(|there| here.cases.overlaps(&there.cases)) {
            if let Some(against) = not_before(prover, (first, here), (second, there))? {
                let shown = against.rule(here.shown(here.words())).rule(there.shown(there.words()));
                return Err(shown.in_cases(here.cases.and(&there.cases)));
            }
        }
    }
    let both = first.rules.domain.and(&second.rules.domain).and(&about);
    Ok(Extent::timed(both.count(&prover.program.space)))
}

fn not_before(
    prover: &Prover<'_>,
    (first, here): (&Commitment, &Part<'_>),
    (second, there): (&Commitment, &Part<'_>),
) -> Result<Option<Against>, Against> {
    let (name, other) = (&first.clause.name, &second.clause.name);
    let values = format!("`{name}` is {}, `{other}` {}", here.words(), there.words());
    Ok(match (&here.said, &there.said) {
        (Said::Absent, _)
        | (_, Said::Absent)
        | (Said::Due(_) | Said::Effort | Said::Nothing, Said::Effort | Said::Nothing) => None,
        (Said::Due(one), Said::Due(two)) => {
            if start(first) != start(second) {
                let message = format!(
                    "nobody can tell whether `{name}` is due before `{other}`: their clocks start with `{}` and `{}`",
                    start(first),
                    start(second)
                );
                return Ok(Some(Against::unknown(message)));
            }
            let late = prover.latest_after(*one, *two)?.filter(|apart| apart.seconds() >= 0);
            late.map(|apart| {
                let said = |at| said_instant(prover.context, at);
                let how = if apart.seconds() == 0 { "when" } else { "after" };
                let note = format!(
                    "of what comes {}, `{name}` is due {} and `{other}` {}",
                    said(apart.received),
                    said(apart.one),
                    said(apart.other)
                );
                Against::new(format!("`{name}` can be due {how} `{other}` is")).at(apart.received).note(note)
            })
        }
        (Said::Effort | Said::Nothing, Said::Due(_)) => {
            Some(Against::new(format!("`{other}` is due, and `{name}` has no figure")).note(values))
        }
        (Said::Unknown(_), _) | (_, Said::Unknown(_)) => {
            let message = format!("nobody can tell from the policy whether `{name}` is due before `{other}`");
            Some(Against::unknown(message).note(values))
        }
    })
}

/// The event that starts the clock of a commitment.
pub fn start(commitment: &Commitment) -> &str {
    commitment.from.as_ref().map_or("received", Name::as_str)
}

/// A commitment is due while a calendar is open, or at the instant at which it closes.
pub fn while_open(prover: &Prover<'_>, name: &Name, calendar: &Name, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let Some(commitment) = prover.program.commitments.get(name) else { return Ok(Extent::of(0)) };
    prover.stretch()?;
    let hours = prover.hours(calendar)?;
    prover.runs_on(commitment);
    for part in parts(prover, commitment, &about)? {
        let due = match &part.said {
            Said::Absent | Said::Effort | Said::Nothing => continue,
            Said::Unknown(words) => {
                let message =
                    format!("`{name}` is {words}, so nobody can tell whether `{calendar}` is open then");
                return Err(Against::unknown(message).in_cases(part.cases.clone()).rule(part.shown(words)));
            }
            Said::Due(due) => prover.of(*due),
        };
        let due = due.as_ref().as_ref().map_err(Clone::clone)?;
        for (cases, open) in hours.iter() {
            let both = part.cases.and(cases);
            if both.is_empty() {
                continue;
            }
            if let Some((received, due)) = due.due_outside(open)? {
                let said = |at| said_instant(prover.context, at);
                let message = format!("`{name}` can be due while `{calendar}` is closed");
                let note = format!("what comes {} is due {}", said(received), said(due));
                return Err(Against::new(message)
                    .at(received)
                    .note(note)
                    .in_cases(both)
                    .rule(part.shown(part.words())));
            }
        }
    }
    Ok(Extent::timed(spoken(prover, commitment, &about)))
}
