//! The way that a request went through a process, for an expectation of its state that did not hold.
//!
//! In: the states that it was in, and the process. Out: the line that led to where it stands, the whole way with its instants, and
//! what it waits for there.

use super::Verdict;
use crate::cases::CaseSet;
use crate::evaluate::context::Context;
use crate::evaluate::process::{Course, Entered, answer};
use crate::evaluate::question::Question;
use crate::evaluate::say;
use crate::hir::{Clause, Cond, Process};
use crate::value::Stated;

/// The most states that are told; of a longer way these are the last.
const SHOWN: usize = 6;

/// Adds the way to a verdict about the state of a process.
pub fn tell(context: &Context<'_>, question: &Question, course: &Course, cond: &Cond, verdict: &mut Verdict) {
    let tests = cond.written.as_deref().map(crate::value::Condition::tests).unwrap_or_default();
    let [test] = tests.as_slice() else { return };
    let Some((at, _, process)) = context.program.processes.get_full(&test.fact) else { return };
    let Some(states) = course.states.get(at) else { return };
    let Some(now) = states.last() else { return };
    if let Some(line) = now.line {
        let when = now.at.map_or_else(String::new, |at| format!(", {}", say::instant(context, at)));
        verdict.rule = Some((line, format!("this leads to `{}`{when}", now.state)));
    }
    let hidden = states.len().saturating_sub(SHOWN);
    let mut way: Vec<String> = states.iter().skip(hidden).map(|entered| told(context, entered)).collect();
    if hidden > 0 {
        way.insert(0, "…".to_owned());
    }
    let waits = waiting(context, question, course, process, now);
    verdict.working = std::iter::once(format!("the way there: {}", way.join(", then ")))
        .chain(waits)
        .collect::<Vec<_>>()
        .join("; ");
}

/// "`waiting` Wed 2026-04-01 10:00 by line 53".
fn told(context: &Context<'_>, entered: &Entered) -> String {
    let at = entered.at.map_or_else(String::new, |at| format!(" {}", say::instant(context, at)));
    let by = entered.line.map_or_else(String::new, |line| format!(" by line {}", context.place(line).line));
    format!("`{}`{at}{by}", entered.state)
}

/// What a request waits for where it stands: the answer to a check, or a time that comes after all that the case tells.
fn waiting(
    context: &Context<'_>,
    question: &Question,
    course: &Course,
    process: &Process,
    now: &Entered,
) -> Option<String> {
    let known = course.known(question.at);
    if process.states.first().is_some_and(|first| first.clause.name == now.state) {
        let open = process.checks.iter().find(|check| answer(context, known, check) != Some(true));
        if let Some(check) = open.filter(|check| answer(context, known, check).is_none()) {
            let name = &check.clause.name;
            return Some(format!("it waits there, since `{name}` has no answer in this case"));
        }
    }
    let cases = known.left(context.program);
    let entered = now.at?;
    let ways = process
        .transitions
        .iter()
        .filter(|way| way.from == now.state && way.on.is_none() && holds(&way.clause, &cases));
    let due = |length: &Stated| context.after(entered, length.known()?, &cases);
    let timers = ways.filter_map(|way| Some((way.after.as_ref().and_then(due)?, way)));
    let (at, way) = timers.min_by_key(|(at, _)| *at)?;
    let at = say::instant(context, at);
    Some(format!(
        "it becomes `{}` {at}, after the last thing that happens in this case; to look then, add an event that comes later, as `updated`",
        way.to
    ))
}

fn holds(clause: &Clause, cases: &CaseSet) -> bool {
    clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases))
}
