//! Who is told when, as clocks run.
//!
//! In: the escalations and the commitments that they guard, with their clocks. Out: the steps in the order of their instants,
//! then those that somebody has to ask for. Shares and offsets run on the clock of the commitment, both ways.

use super::answer::Escalation;
use super::commitments::{Applied, RHYTHM};
use super::context::Context;
use super::look::within;
use super::process::Course;
use super::question::Question;
use super::shapes;
use super::ticks::Ticks;
use crate::cases::CaseSet;
use crate::hir::{self, Moment};
use crate::time::{CountError, Instant};
use crate::value::{Clock, Decimal, Duration, Name};
use serde_json::Value;

/// A step with its instant.
pub struct Step<'a> {
    /// The escalation.
    pub of: &'a hir::Escalation,
    /// Which step, from 1.
    pub number: usize,
    /// The step.
    pub rung: &'a hir::Rung,
    /// When it comes; none where that cannot be said.
    pub at: Option<Instant>,
    /// The first instants of one that comes again and again, of which that is the first.
    pub cadence: Vec<Instant>,
    /// When such a step comes next, seen from the instant that is asked for.
    pub next: Option<Instant>,
    /// When it would come by its offset, where that is before the clock starts that it guards: then it comes at once.
    pub too_early: Option<Instant>,
    /// The commitment that it guards.
    pub guards: Option<Name>,
    /// Whether what it guards was kept before.
    pub kept: bool,
}

/// The steps of an escalation in a case, in order.
pub fn steps<'a>(
    context: &Context<'a>,
    escalation: &'a hir::Escalation,
    course: &Course,
    cases: &CaseSet,
    applied: &[Applied<'_>],
    now: Option<Instant>,
) -> Vec<Step<'a>> {
    let holds = |when: Option<&hir::Cond>| {
        when.is_none_or(|when| within(context.program, &when.cases, cases) == Ok(true))
    };
    if !holds(escalation.clause.when.as_ref()) {
        return Vec::new();
    }
    let rungs = escalation.rungs.iter().enumerate().filter(|(_, rung)| holds(rung.clause.when.as_ref()));
    let mut steps: Vec<Step<'a>> = Vec::new();
    for (index, rung) in rungs {
        let guards = rung.moment.guards();
        let guarded = guards.and_then(|name| applied.iter().find(|known| known.said.clause.name == *name));
        // A step that guards what is not promised here, or runs on no clock, never comes; of what is not known yet nobody knows.
        let never = |guarded: &Applied<'_>| {
            guarded.ticks.is_none() && guarded.start.is_some() && !guarded.is_unfilled()
        };
        if guards.is_some() && guarded.is_none_or(never) {
            continue;
        }
        let planned = match &rung.moment {
            _ if escalation.waits => None,
            Moment::Event(event) => happened(context, course, event, rung.clause.when.as_ref()),
            moment @ (Moment::Share(..)
            | Moment::Before(..)
            | Moment::After(..)
            | Moment::Again(..)
            | Moment::Turn(_)) => guarded.and_then(|guarded| instant(context, moment, guarded, cases)?.ok()),
        };
        let sure = guarded.filter(|_| !escalation.waits);
        let repeated = sure.and_then(|guarded| Repeated::of(context, &rung.moment, guarded, cases));
        // Nobody can be told of what has not begun.
        let start = guarded.and_then(|guarded| guarded.start);
        let too_early = planned.filter(|at| start.is_some_and(|start| *at < start));
        let at = if too_early.is_some() { start } else { planned };
        let kept =
            guarded.is_some_and(|guarded| at.zip(guarded.stopped).is_some_and(|(at, stopped)| stopped <= at));
        steps.push(Step {
            of: escalation,
            number: index + 1,
            rung,
            at,
            cadence: repeated.as_ref().map_or_else(Vec::new, Repeated::first),
            next: repeated.zip(now.and_then(|now| now.plus(1))).and_then(|(step, from)| step.from(from)),
            too_early,
            guards: guards.cloned(),
            kept,
        });
    }
    steps
}

/// When an event happened for the last time of those at which a step was meant: it comes each time.
fn happened(
    context: &Context<'_>,
    course: &Course,
    event: &Name,
    when: Option<&hir::Cond>,
) -> Option<Instant> {
    let meant = |at: &Instant| {
        when.is_none_or(|when| {
            let cases = course.known(Some(*at)).left(context.program);
            within(context.program, &when.cases, &cases) == Ok(true)
        })
    };
    course.times(event.as_str()).filter(meant).last()
}

/// When a step comes.
fn instant(
    context: &Context<'_>,
    moment: &Moment,
    guarded: &Applied<'_>,
    cases: &CaseSet,
) -> Option<Result<Instant, CountError>> {
    let (Some(ticks), Some(start)) = (&guarded.ticks, guarded.start) else { return None };
    let due = match guarded.due.as_ref()? {
        Ok(due) => *due,
        Err(error) => return Some(Err(error.clone())),
    };
    let other = |length: &Duration| match &length.clock {
        Clock::Elapsed => None,
        clock @ (Clock::Business(_) | Clock::Calendar(_)) => Ticks::of(context, clock, cases).ok(),
    };
    Some(match moment {
        Moment::Share(share, _) if *share == Decimal::whole(100) => Ok(due),
        Moment::Share(share, _) => ticks
            .between(start, due, &guarded.pauses)
            .and_then(|whole| ticks.plus(start, part(whole, *share), &guarded.pauses)),
        Moment::Before(length, _) => {
            let own = other(length);
            own.as_ref().unwrap_or(ticks).before(due, length, &guarded.pauses)
        }
        Moment::After(length, _) => {
            let own = other(length);
            own.as_ref().unwrap_or(ticks).after_end(due, length, &guarded.pauses)
        }
        // It comes for the first time when it would come once.
        Moment::Again(length, of, _) => {
            return instant(context, &Moment::After(length.clone(), of.clone()), guarded, cases);
        }
        Moment::Event(_) | Moment::Turn(_) => return None,
    })
}

/// A step that comes again and again: each time is counted from the breach, and none comes once the promise is kept.
struct Repeated<'a, 'p> {
    context: &'a Context<'p>,
    guarded: &'a Applied<'p>,
    cases: &'a CaseSet,
    length: &'a Duration,
    of: &'a Name,
    most: Option<u32>,
}

impl<'a, 'p> Repeated<'a, 'p> {
    /// Of a moment; none where it comes once.
    fn of(
        context: &'a Context<'p>,
        moment: &'a Moment,
        guarded: &'a Applied<'p>,
        cases: &'a CaseSet,
    ) -> Option<Self> {
        let Moment::Again(length, of, most) = moment else { return None };
        Some(Self { context, guarded, cases, length, of, most: *most })
    }

    /// When it comes for this time, if nothing is kept before.
    fn at(&self, times: u32) -> Option<Instant> {
        let amount = self.length.amount.checked_mul(times)?;
        let moment = Moment::After(Duration { amount, ..self.length.clone() }, self.of.clone());
        instant(self.context, &moment, self.guarded, self.cases)?.ok()
    }

    /// Whether nothing is kept before an instant.
    fn comes(&self, at: Instant) -> bool {
        self.guarded.stopped.is_none_or(|stopped| at < stopped)
    }

    /// The first instants.
    fn first(&self) -> Vec<Instant> {
        let times = 1..=self.most.unwrap_or(RHYTHM).min(RHYTHM);
        times.map_while(|times| self.at(times)).take_while(|at| self.comes(*at)).collect()
    }

    /// When it comes for the first time at or after an instant.
    fn from(&self, from: Instant) -> Option<Instant> {
        // Each time is later than the one before, so that half of those that are left are passed over in each step.
        let (mut low, mut high) = (1, self.most.unwrap_or(MOST_TIMES));
        while low < high {
            let middle = low + (high - low) / 2;
            match self.at(middle) {
                Some(at) if at < from => low = middle + 1,
                Some(_) | None => high = middle,
            }
        }
        self.at(low).filter(|at| *at >= from && self.comes(*at))
    }
}

/// Whether a step comes at an instant, for the first time or again.
pub fn comes_at(
    context: &Context<'_>,
    step: &Step<'_>,
    applied: &[Applied<'_>],
    cases: &CaseSet,
    wanted: Instant,
) -> bool {
    let moment = &step.rung.moment;
    let guarded = moment.guards().and_then(|name| applied.iter().find(|one| one.said.clause.name == *name));
    let guarded = guarded.filter(|_| !step.of.waits);
    match guarded.and_then(|guarded| Repeated::of(context, moment, guarded, cases)) {
        Some(repeated) => repeated.from(wanted) == Some(wanted),
        None => step.at == Some(wanted),
    }
}

/// Nobody is told of one breach more often.
const MOST_TIMES: u32 = 1_000_000;

/// So many per cent of some seconds, to the whole second at or before.
fn part(whole: i64, share: Decimal) -> i64 {
    let power = 10_i128.pow(u32::from(share.scale.min(9)));
    let part = i128::from(whole) * i128::from(share.units) / (100 * power);
    i64::try_from(part).unwrap_or(i64::MAX)
}

/// The answers about all escalations.
pub fn escalations(
    context: &Context<'_>,
    question: &Question,
    course: &Course,
    applied: &[Applied<'_>],
) -> Vec<Escalation> {
    let cases = course.known(question.at).left(context.program);
    let all = context.program.escalations.values();
    let mut steps: Vec<Step<'_>> =
        all.flat_map(|escalation| steps(context, escalation, course, &cases, applied, question.at)).collect();
    // Steps without an instant come last, in the order of the policy.
    steps.sort_by_key(|step| (step.at.is_none(), step.at));
    steps.iter().map(|step| told(context, question, step)).collect()
}

fn told(context: &Context<'_>, question: &Question, step: &Step<'_>) -> Escalation {
    let answers = match &step.rung.moment {
        Moment::Turn(Some(length)) => Some(shapes::stated(context.program, "within", length)),
        Moment::Turn(None)
        | Moment::Event(_)
        | Moment::Share(..)
        | Moment::Before(..)
        | Moment::After(..)
        | Moment::Again(..) => None,
    };
    let state = match (&step.rung.moment, step.at, question.at) {
        // Where nobody can raise it, it passes from one of us to the next.
        (Moment::Turn(_), ..) if step.of.raised.is_empty() => "in-turn",
        (Moment::Turn(_), ..) => "on-request",
        (_, None, _) => "unknown",
        _ if step.kept => "not-needed",
        (_, Some(at), Some(now)) if at <= now => "come",
        (_, Some(_), _) => "coming",
    };
    let name = &step.rung.clause.name;
    let named = !name.as_str().chars().all(|c| c.is_ascii_digit());
    Escalation {
        id: step.of.clause.name.to_string(),
        step: step.number,
        at: step.at.map(|at| context.rfc(at)),
        instead_of: step.too_early.map(|at| context.rfc(at)),
        notify: step.rung.people.iter().map(ToString::to_string).collect(),
        rule: named.then(|| format!("{}/{name}", step.of.clause.name)),
        of: step.guards.as_ref().map(ToString::to_string),
        answers,
        again: again(context, &step.rung.moment),
        cadence: step.cadence.iter().map(|at| context.rfc(*at)).collect(),
        next: step.next.map(|at| context.rfc(at)),
        state,
        source: context.place(step.rung.span),
        anchor: step.rung.clause.anchor.to_string(),
    }
}

/// How far apart a step comes again, and at most how often.
fn again(context: &Context<'_>, moment: &Moment) -> Option<Value> {
    let Moment::Again(every, _, most) = moment else { return None };
    let mut said = shapes::length(context.program, "every", every);
    if let (Some(most), Some(fields)) = (most, said.as_object_mut()) {
        fields.insert("atMost".to_owned(), (*most).into());
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exact_to_the_second() {
        assert_eq!(part(1800, Decimal::whole(50)), 900);
        assert_eq!(part(100, Decimal { units: 333, scale: 1 }), 33);
    }
}
