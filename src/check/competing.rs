//! Ways out of one state that compete: the same thing opens both of them for the same case.
//!
//! In: a process that was understood. Out: findings with a case. A way is opened by an event, by time, or at once; an
//! event that counts only up to some time does not meet one that counts only from then on. The checks of the first state
//! come before what leaves that state without a condition, so only ways with a condition can compete with them.

use super::context::Context;
use super::measure::seconds;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{Cond, Process, Transition};
use crate::source::Span;
use crate::value::{Duration, Name, Stated};
use std::collections::BTreeMap;

/// One way out of a state.
struct Way<'p> {
    from: &'p Name,
    to: &'p Name,
    /// The transition, or none for the answer no of a check.
    of: Option<&'p Transition>,
    cases: CaseSet,
    span: Span,
}

/// Reports every pair of ways that compete, at the second of them.
pub fn competing(context: &mut Context<'_>, process: &Process) {
    let mut ways = refusals(context, process);
    ways.extend(process.transitions.iter().map(|transition| {
        let cases = transition.clause.when.clone().unwrap_or_else(Cond::always).cases;
        Way { from: &transition.from, to: &transition.to, of: Some(transition), cases, span: transition.span }
    }));
    let mut findings = Vec::new();
    let mut before: BTreeMap<&Name, Vec<&Way<'_>>> = BTreeMap::new();
    for second in &ways {
        let earlier = before.entry(second.from).or_default();
        for first in earlier.iter().copied() {
            if first.to == second.to || !together(first, second) {
                continue;
            }
            let here = context
                .value(process.clause.name.as_str(), first.from.as_str())
                .unwrap_or_else(CaseSet::everything);
            let both = first.cases.and(&second.cases).and(&here).and(context.space.possible());
            let Some(case) = both.witness(&context.space) else { continue };
            // That the request stands in this state is said already.
            let told = context
                .space
                .dim(process.clause.name.as_str())
                .map_or_else(|| both.clone(), |dim| both.forget(dim));
            let (names, words) = context.legend.case(&context.space, &case, &told);
            let finding = Diagnostic::new(
                &registry::COMPETING_TRANSITIONS,
                second.span,
                format!("two ways lead out of `{}` {}", first.from, trigger(second)),
            )
            .label(format!("to `{}`", second.to))
            .related(first.span, format!("to `{}`", first.to))
            .case(names, words)
            .help("give each of the two a condition, so that every case has one way");
            findings.push(finding);
            break;
        }
        earlier.push(second);
    }
    context.findings.extend(findings);
}

/// Where the checks lead when their answer is no: each is asked once those before it are passed.
fn refusals<'p>(context: &Context<'_>, process: &'p Process) -> Vec<Way<'p>> {
    let Some(first) = process.states.first() else { return Vec::new() };
    let mut ways = Vec::new();
    let mut passed = CaseSet::everything();
    for check in &process.checks {
        let yes = if check.clause.name.as_str() == "covered" {
            context.covered.clone()
        } else {
            let Some(yes) = context.value(check.clause.name.as_str(), "yes") else { continue };
            yes
        };
        let asked = check.clause.when.clone().unwrap_or_else(Cond::always).cases;
        let refused = passed.and(&asked).minus(&yes);
        passed = passed.minus(&refused);
        if let Some(to) = &check.otherwise {
            ways.push(Way {
                from: &first.clause.name,
                to,
                of: None,
                cases: refused,
                span: check.clause.span,
            });
        }
    }
    ways
}

/// Whether one thing can open both.
fn together(first: &Way<'_>, second: &Way<'_>) -> bool {
    let (first, second) = match (first.of, second.of) {
        (Some(first), Some(second)) => (first, second),
        (None, None) => return true,
        (None, Some(way)) | (Some(way), None) => {
            return way.on.is_none() && way.after.is_none() && way.clause.when.is_some();
        }
    };
    match (&first.on, &second.on) {
        (Some(one), Some(two)) if one == two => {
            // What is not known yet may turn out to lie apart.
            let open = |stated: &Option<Stated>| matches!(stated, Some(Stated::Unfilled(_)));
            let limits = [&first.within, &first.after, &second.within, &second.after];
            !limits.into_iter().any(open)
                && !apart(known(first.within.as_ref()), known(second.after.as_ref()))
                && !apart(known(second.within.as_ref()), known(first.after.as_ref()))
        }
        (Some(_), _) | (_, Some(_)) => false,
        (None, None) => match (&first.after, &second.after) {
            (Some(Stated::Known(one)), Some(Stated::Known(two))) => {
                one == two || seconds(one).is_some_and(|one| seconds(two) == Some(one))
            }
            (None, None) => true,
            // What is not known yet may turn out to be another time.
            (Some(_), Some(_) | None) | (None, Some(_)) => false,
        },
    }
}

fn known(stated: Option<&Stated>) -> Option<&Duration> {
    stated.and_then(Stated::known)
}

/// Whether the one stops counting before the other begins to; times on different clocks cannot be compared, and then
/// there is no proof of it.
fn apart(until: Option<&Duration>, from: Option<&Duration>) -> bool {
    let (Some(until), Some(from)) = (until, from) else { return false };
    if until.clock == from.clock && until.unit == from.unit {
        return until.amount <= from.amount;
    }
    seconds(until).zip(seconds(from)).is_some_and(|(until, from)| until <= from)
}

/// What opens a way, for the message.
fn trigger(way: &Way<'_>) -> String {
    let Some(of) = way.of else { return "on the answer no".to_owned() };
    match (&of.on, &of.after) {
        (Some(event), _) => format!("on `{event}` for the same case"),
        (None, Some(after)) => format!("after {} for the same case", say::stated(after)),
        (None, None) => "at once for the same case".to_owned(),
    }
}
