//! What is promised in a case, when its clock starts, and when it is due.
//!
//! In: a commitment, the course of the request, and the instant that is asked for. Out: the promise with its rule, its
//! instants and its working. The clock is worked out again from its start each time, with the pauses as closures: nothing is
//! kept running, so that no change in between can be forgotten.

use super::answer::{Commitment, Earlier, Release, State};
use super::context::Context;
use super::known::{Known, Unsettled};
use super::life;
use super::look::{Look, look_up};
use super::problem::Problem;
use super::process::Course;
use super::question::Question;
use super::shapes;
use super::ticks::Ticks;
use super::working::working;
use crate::cases::Dim;
use crate::hir::{self, Rule};
use crate::time::{ClockTime, CountError, Date, DateTime, Instant, Pauses};
use crate::value::{Figure, Name, Promise, ReleaseStep};

/// How many instants of a rhythm are told.
pub const RHYTHM: u32 = 5;

/// A promise as it applies, with the clock behind it.
pub struct Applied<'a> {
    /// The commitment.
    pub said: &'a hir::Commitment,
    /// The rules that decide, which all promise the same.
    pub rules: Vec<&'a Rule<Figure>>,
    /// The clock that it runs on, where it promises a figure.
    pub ticks: Option<Ticks>,
    /// Its start.
    pub start: Option<Instant>,
    /// When it was stopped.
    pub stopped: Option<Instant>,
    /// When it stood still.
    pub pauses: Pauses,
    /// When it is due, or why there is no such instant.
    pub due: Option<Result<Instant, CountError>>,
    /// From where the next message of a rhythm is counted, where that is not the start.
    pub base: Option<Instant>,
    /// The instants of a rhythm.
    pub cadence: Vec<Instant>,
    /// The release that is promised, where the policy says which one comes next and when.
    pub release: Option<Release>,
}

/// What of a clock is not filled in yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole<'a> {
    /// When it stands still.
    Pauses,
    /// When this calendar is open.
    Hours(&'a Name),
}

/// One run of a clock: when it was started, and when it was stopped.
type Run = (Option<Instant>, Option<Instant>);

/// What a commitment says of a case.
pub enum Said<'a> {
    /// It applies.
    Applies(Box<Applied<'a>>),
    /// It speaks of none of these cases, or says nothing of them.
    Nothing,
    /// It depends on these facts.
    Depends(Vec<Dim>),
    /// It depends on these facts, of which nobody knows the value yet.
    Waits(Vec<Dim>),
}

/// What a commitment says at an instant of the question.
pub fn applied<'a>(
    context: &Context<'a>,
    said: &'a hir::Commitment,
    course: &Course,
    question: &Question,
) -> Said<'a> {
    applied_to(context, said, course, question, runs(said, course).last().copied().unwrap_or_default())
}

/// What a commitment says of one run of its clock.
fn applied_to<'a>(
    context: &Context<'a>,
    said: &'a hir::Commitment,
    course: &Course,
    question: &Question,
    (start, stopped): Run,
) -> Said<'a> {
    // What changes after a promise was kept does not change what was promised.
    let known = course.known(stopped.or(question.at));
    let cases = known.left(context.program);
    let office = context.program.policy.business_calendar();
    let rules = match look_up(context.program, &said.rules, known, |one, two| one.same_as(two, office)) {
        Look::Decided(rules) => rules,
        Look::Outside | Look::Gap => return Said::Nothing,
        Look::Depends(facts) => return Said::Depends(facts),
        Look::Waits(facts) => return Said::Waits(facts),
    };
    let Some(rule) = rules.first() else { return Said::Nothing };
    let ticks = match rule.value.promise.clock().map(|clock| Ticks::of(context, clock, &cases)).transpose() {
        Ok(ticks) => ticks,
        Err(facts) => {
            return match known.unsettled(context.program, facts) {
                Unsettled::Asked(facts) => Said::Depends(facts),
                Unsettled::Waits(facts) => Said::Waits(facts),
                Unsettled::Over => Said::Nothing,
            };
        }
    };
    let pauses = pauses(context, said, course, stopped);
    let mut applied = Applied {
        said,
        rules,
        ticks,
        start,
        stopped,
        pauses,
        due: None,
        base: None,
        cadence: Vec::new(),
        release: None,
    };
    count(context, &mut applied, course, question);
    Said::Applies(Box::new(applied))
}

/// When the clock was started and stopped, run by run. A clock that is started by each reply has many, and the last one counts.
fn runs(said: &hir::Commitment, course: &Course) -> Vec<Run> {
    let from = said.from.as_ref().map_or("received", Name::as_str);
    let until = said.until.as_ref().map(Name::as_str);
    let (mut runs, mut run): (Vec<Run>, Run) = (Vec::new(), (None, None));
    for (event, at) in &course.events {
        let restarts = || {
            let fact = event.as_str().strip_suffix(" changed");
            fact.is_some_and(|fact| said.restarts.iter().any(|known| *known == *fact))
        };
        if *event == *from && (run.0.is_none() || run.1.is_some()) {
            runs.extend(run.0.map(|_| run));
            run = (Some(*at), None);
        } else if until.is_some_and(|until| *event == *until) && run.0.is_some() && run.1.is_none() {
            run.1 = Some(*at);
        } else if run.0.is_some() && run.1.is_none() && restarts() {
            run.0 = Some(*at);
        }
    }
    runs.push(run);
    runs
}

/// The times in which the request was in a state that stops the clock.
fn pauses(
    context: &Context<'_>,
    said: &hir::Commitment,
    course: &Course,
    stopped: Option<Instant>,
) -> Pauses {
    let mut found = Vec::new();
    for states in &course.states {
        for (index, entered) in states.iter().enumerate() {
            let Some(at) = entered.at else { continue };
            let cases = course.known(Some(at)).left(context.program);
            let pauses = said.paused.iter().any(|(state, when)| {
                *state == entered.state && when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
            });
            if pauses {
                let next = states.get(index + 1).and_then(|next| next.at);
                found.push((at, next.or(stopped)));
            }
        }
    }
    Pauses::new(found)
}

/// Works out when it is due.
fn count(context: &Context<'_>, applied: &mut Applied<'_>, course: &Course, question: &Question) {
    let (Some(rule), Some(start)) = (applied.rules.first(), applied.start) else { return };
    if let Promise::Release(step) = rule.value.promise {
        coming(context, applied, start, course.known(question.at), step);
        return;
    }
    let Some(ticks) = applied.ticks.as_ref().filter(|_| applied.hole().is_none()) else { return };
    let Promise::Every(every) = &rule.value.promise else {
        applied.due = ticks.due(start, &rule.value.promise, &applied.pauses);
        return;
    };
    // A rhythm goes on from the last message, whenever that came.
    let end = applied.stopped;
    let told = |at: &Instant| *at >= start && end.is_none_or(|end| *at <= end);
    let base = course.times("updated").filter(told).last().unwrap_or(start);
    applied.base = Some(base);
    let mut due = None;
    for number in 1..=RHYTHM {
        let next = ticks.after(base, every, i64::from(number), &applied.pauses);
        if let Ok(at) = next {
            applied.cadence.push(at);
        }
        due = due.or(Some(next));
    }
    applied.due = due;
}

impl Applied<'_> {
    /// When the clock begins to run: with its event, or at the next opening if it counts open time.
    pub fn begins(&self) -> Option<Instant> {
        let start = self.start?;
        match (&self.ticks, self.rules.first()) {
            (Some(ticks), Some(rule)) => Some(ticks.begins(start, &rule.value.promise)),
            (None, _) | (_, None) => Some(start),
        }
    }

    /// Whether what is promised is not known yet.
    pub fn is_unfilled(&self) -> bool {
        self.rules.first().is_some_and(|rule| rule.value.promise == Promise::Unfilled)
    }

    /// What of its clock is not filled in yet, so that nobody knows when it is due.
    pub fn hole(&self) -> Option<Hole<'_>> {
        match &self.ticks.as_ref()?.unknown {
            Some(calendar) => Some(Hole::Hours(calendar)),
            None => self.said.pauses_wait.then_some(Hole::Pauses),
        }
    }

    /// How far the clock is at an instant.
    pub fn state(&self, at: Option<Instant>) -> State {
        let due = self.due.as_ref().and_then(|due| due.as_ref().ok()).copied();
        State::of(self.start, self.stopped, due, at, |at| self.pauses.contains(at))
    }
}

/// The answer about a commitment.
pub fn commitment(
    context: &Context<'_>,
    applied: &Applied<'_>,
    course: &Course,
    question: &Question,
) -> Result<Commitment, Problem> {
    let Some(rule) = applied.rules.first() else {
        return Err(Problem::new(format!("`{}` says nothing", applied.said.clause.name)));
    };
    let said = applied.said;
    let due = applied.due.as_ref().and_then(|due| due.as_ref().ok()).copied();
    let uncounted = match &applied.due {
        Some(Err(CountError::Paused) | Ok(_)) | None => None,
        Some(Err(error)) => Some(error.clone()),
    };
    let note = uncounted.as_ref().map(ToString::to_string);
    let from = said.from.as_ref().map_or("received", Name::as_str);
    let note = note.or_else(|| {
        applied.start.is_none().then(|| format!("the clock starts with `{from}`, which has not happened"))
    });
    let dateless = matches!(rule.value.promise, Promise::Release(_))
        && applied.release.is_none()
        && applied.start.is_some();
    let note =
        note.or_else(|| dateless.then(|| "the policy does not say when that release comes out".to_owned()));
    let note = note.or_else(|| match applied.hole()? {
        Hole::Pauses => Some("when its clock stands still is not filled in yet".to_owned()),
        Hole::Hours(calendar) => Some(format!("when `{calendar}` is open is not filled in yet")),
    });
    let (counted, passed) = match (&applied.ticks, applied.start, due) {
        (Some(ticks), Some(start), Some(due)) => {
            working(context, applied, ticks, applied.base.unwrap_or(start), due, course)
        }
        _ => (Vec::new(), Vec::new()),
    };
    let (elapsed, remaining) = progress(applied, question.at);
    Ok(Commitment {
        id: said.clause.name.to_string(),
        strength: rule.value.firmness().map(shapes::strength),
        starts: applied.begins().map(|at| context.rfc(at)),
        due: due.map(|at| context.rfc(at)),
        promise: shapes::promise(context.program, &rule.value.promise),
        rule: rule.path.to_string(),
        source: context.place(rule.span),
        anchor: said.clause.anchor.to_string(),
        rule_anchor: rule.clause.anchor.to_string(),
        counted,
        passed,
        state: applied.state(question.at),
        from: from.to_owned(),
        until: said.until.as_ref().map(ToString::to_string),
        stopped: applied.stopped.map(|at| context.rfc(at)),
        elapsed,
        remaining,
        earlier: earlier(context, said, course, question),
        cadence: applied.cadence.iter().map(|at| context.rfc(*at)).collect(),
        release: applied.release.clone(),
        applies: true,
        note,
        uncounted,
    })
}

/// The release that is promised, counted from when the clock started, is due by the end of the day on which it comes out.
fn coming(
    context: &Context<'_>,
    applied: &mut Applied<'_>,
    start: Instant,
    known: &Known,
    step: ReleaseStep,
) {
    let day = context.clock.local(start).date;
    let Some((product, id, date)) = life::coming(context.program, known, day, step) else { return };
    let next = Date::from_number(date.number() + 1);
    let end = next.and_then(|date| context.clock.instant(DateTime { date, time: ClockTime::MIDNIGHT }));
    applied.due = end.map(Ok);
    applied.release =
        Some(Release { product: product.to_string(), id: id.to_string(), date: date.to_string() });
}

/// How much of its own time a clock has run until it was stopped or until now, and how much is left then until the promise
/// is due, less than nothing if that is past.
fn progress(applied: &Applied<'_>, at: Option<Instant>) -> (Option<String>, Option<String>) {
    let ticks = applied.ticks.as_ref().filter(|ticks| ticks.unknown.is_none());
    let (Some(ticks), Some(start), Some(now)) = (ticks, applied.start, applied.stopped.or(at)) else {
        return (None, None);
    };
    let iso = |seconds: i64| shapes::iso_seconds(seconds);
    // A rhythm is counted from the last message.
    let base = applied.base.unwrap_or(start);
    let elapsed = ticks.between(base.min(now), now, &applied.pauses).ok().map(iso);
    let left = match applied.due.as_ref() {
        Some(Ok(due)) => ticks.between(now, *due, &applied.pauses).ok(),
        // Of a clock that stands still, it is what it would be if it ran on now.
        Some(Err(CountError::Paused)) => {
            let pauses = applied.pauses.until(now);
            let promise = applied.rules.first().map(|rule| &rule.value.promise);
            let due = promise.and_then(|promise| ticks.due(base, promise, &pauses)?.ok());
            due.and_then(|due| ticks.between(now, due, &pauses).ok())
        }
        Some(Err(_)) | None => None,
    };
    (elapsed, left.map(iso))
}

/// The runs of a clock before the one that counts now.
fn earlier(
    context: &Context<'_>,
    said: &hir::Commitment,
    course: &Course,
    question: &Question,
) -> Vec<Earlier> {
    let mut runs = runs(said, course);
    runs.pop();
    let told = |run: Run| match applied_to(context, said, course, question, run) {
        Said::Applies(applied) => {
            let due = applied.due.as_ref().and_then(|due| due.as_ref().ok()).copied();
            let (elapsed, remaining) = progress(&applied, question.at);
            Some(Earlier {
                starts: context.rfc(applied.begins()?),
                due: due.map(|at| context.rfc(at)),
                stopped: context.rfc(applied.stopped?),
                state: applied.state(question.at),
                rule: applied.rules.first()?.path.to_string(),
                elapsed,
                remaining,
            })
        }
        Said::Nothing | Said::Depends(_) | Said::Waits(_) => None,
    };
    runs.into_iter().filter_map(told).collect()
}
