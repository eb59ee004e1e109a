//! Where a request stands in each process, how it came there, and what comes by itself.

use super::answer::{Process, Step, Timer};
use super::context::Context;
use super::process::Course;
use crate::cases::CaseSet;
use crate::hir;
use crate::time::Instant;
use crate::value::Stated;

/// The answers about all processes.
pub fn processes(context: &Context<'_>, course: &Course, at: Option<Instant>) -> Vec<Process> {
    let cases = course.known(at).left(context.program);
    let all = context.program.processes.values().zip(&course.states);
    all.filter_map(|(process, states)| {
        let now = states.last()?;
        let step = |entered: &super::process::Entered| Step {
            state: entered.state.to_string(),
            at: entered.at.map(|at| context.rfc(at)),
        };
        Some(Process {
            id: process.clause.name.to_string(),
            state: now.state.to_string(),
            since: now.at.map(|at| context.rfc(at)),
            timers: timers(context, process, now.state.as_str(), now.at, &cases),
            history: states.iter().map(step).collect(),
            anchor: process.clause.anchor.to_string(),
        })
    })
    .collect()
}

/// What comes by itself while a request stays in a state.
fn timers(
    context: &Context<'_>,
    process: &hir::Process,
    state: &str,
    since: Option<Instant>,
    cases: &CaseSet,
) -> Vec<Timer> {
    let holds =
        |clause: &hir::Clause| clause.when.as_ref().is_none_or(|when| cases.is_subset_of(&when.cases));
    let mut timers: Vec<(Option<Instant>, Timer)> = Vec::new();
    let due = |length: &Stated| since.and_then(|since| context.after(since, length.known()?, cases));
    for sending in process.sendings.iter().filter(|sending| sending.state == *state && holds(&sending.clause))
    {
        let at = match &sending.after {
            Some(after) => due(after),
            None => since,
        };
        let timer = Timer {
            at: at.map(|at| context.rfc(at)),
            does: "sends",
            what: sending.text.original.content.to_string(),
            source: context.place(sending.clause.span),
        };
        timers.push((at, timer));
    }
    for way in process.transitions.iter().filter(|way| way.from == *state && holds(&way.clause)) {
        let (Some(after), None) = (&way.after, &way.on) else { continue };
        let at = due(after);
        let timer = Timer {
            at: at.map(|at| context.rfc(at)),
            does: "becomes",
            what: way.to.to_string(),
            source: context.place(way.span),
        };
        timers.push((at, timer));
    }
    timers.sort_by_key(|(at, _)| (at.is_none(), *at));
    timers.into_iter().map(|(_, timer)| timer).collect()
}
