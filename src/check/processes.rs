//! Processes and the queue: the states that a request passes through, and the order of work.
//!
//! In: `process` and `queue` declarations. Out: states, checks, ways from state to state and what is sent; findings about
//! states that do not exist and ways that compete.

use super::context::{Context, suggested};
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Check, Clause, Cond, Process, Queue, Sending, State, Transition};
use crate::resolve::{FACTS, twice};
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::Name;

/// A process.
pub fn process<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Process>) -> Option<Process> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut process = Process {
        clause,
        states: Vec::new(),
        checks: Vec::new(),
        transitions: Vec::new(),
        sendings: Vec::new(),
    };
    let own: Vec<&Name> = decl
        .body
        .own()
        .filter_map(|statement| match &statement.kind {
            Some(ast::Process::State { name, .. }) => Some(name),
            Some(ast::Process::Check { .. } | ast::Process::Becomes { .. } | ast::Process::Sends { .. })
            | None => None,
        })
        .collect();
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &own, &mut process, &mut number);
        });
    }
    competing(context, &process.transitions);
    Some(process)
}

/// A state of this process.
fn state(context: &mut Context<'_>, own: &[&Name], name: &Name) -> Option<Name> {
    if own.contains(&name) {
        return Some(name.clone());
    }
    let finding = Diagnostic::new(
        &registry::UNKNOWN_NAME,
        name.span,
        format!("this process has no state called `{name}`"),
    );
    let finding = suggested(finding, name, own.iter().map(|state| state.as_str()));
    context.report_absent(name, finding);
    None
}

fn line<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Process>,
    own: &[&Name],
    process: &mut Process,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else { return };
    match kind {
        ast::Process::State { name: of, text } => {
            if let Some(first) = process.states.iter().find(|state| state.clause.name == *of) {
                let finding = twice("state", of, &first.clause.name);
                context.report(finding);
                return;
            }
            context.unconditional(statement, "a state");
            if let Some(mut clause) =
                context.statement("state", of.clone(), &format!("{name}-{of}"), statement)
            {
                clause.title.clone_from(text);
                process.states.push(State { clause });
            }
        }
        ast::Process::Check { name: of, text, role, otherwise } => {
            let by = role.as_ref().and_then(|role| context.name(&PEOPLE, role));
            let otherwise = otherwise.as_ref().and_then(|to| state(context, own, to));
            if let Some(mut clause) =
                context.statement("check", of.clone(), &format!("{name}-{of}"), statement)
            {
                clause.title.clone_from(text);
                process.checks.push(Check { clause, by, otherwise });
            }
        }
        ast::Process::Becomes { state: from, to, event, after, within } => {
            let from = state(context, own, from);
            let to = state(context, own, to);
            let on = match event {
                Some(event) => match context.name(&super::commitments::EVENTS, event) {
                    Some(event) => Some(event),
                    None => return,
                },
                None => None,
            };
            let timed = [after, within].into_iter().flatten().all(|duration| context.duration(duration));
            let clause = numbered(context, name, statement, number);
            if let (Some(from), Some(to), true, Some(clause)) = (from, to, timed, clause) {
                process.transitions.push(Transition {
                    from,
                    to,
                    on,
                    after: after.clone(),
                    within: within.clone(),
                    clause,
                    span: statement.span,
                });
            }
        }
        ast::Process::Sends { state: of, text, after } => {
            let of = state(context, own, of);
            let timed = after.as_ref().is_none_or(|after| context.duration(after));
            let clause = numbered(context, name, statement, number);
            if let (Some(of), true, Some(clause)) = (of, timed, clause) {
                process.sendings.push(Sending {
                    state: of,
                    text: text.clone(),
                    after: after.clone(),
                    clause,
                });
            }
        }
    }
}

fn numbered<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Process>,
    number: &mut usize,
) -> Option<Clause> {
    let own = statement.name.clone().unwrap_or_else(|| {
        *number += 1;
        Name::new(number.to_string(), statement.span)
    });
    context.statement("rule", own.clone(), &format!("{name}-{own}"), statement)
}

/// Two ways out of one state that the same thing opens in the same case.
fn competing(context: &mut Context<'_>, transitions: &[Transition]) {
    for (at, first) in transitions.iter().enumerate() {
        for second in transitions.iter().skip(at + 1) {
            let apart = first.from != second.from
                || first.to == second.to
                || first.on != second.on
                || first.after != second.after;
            if apart {
                continue;
            }
            let cases = |way: &Transition| way.clause.when.clone().unwrap_or_else(Cond::always).cases;
            let both = cases(first).and(&cases(second)).and(context.space.possible());
            let Some(case) = both.witness(&context.space) else { continue };
            let (names, words) = context.legend.case(&context.space, &case, &both);
            let finding = Diagnostic::new(
                &registry::COMPETING_TRANSITIONS,
                second.span,
                format!("in the state `{}` two ways are open at once", first.from),
            )
            .label(format!("to `{}`", second.to))
            .related(first.span, format!("to `{}`", first.to))
            .case(names, words)
            .help("give them conditions that exclude each other, or different events");
            context.report(finding);
        }
    }
}

/// The order of work.
pub fn queue<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Queue>) -> Queue {
    let clause = context.declaration(decl);
    let mut queue = Queue { clause, orders: Vec::new(), hedged: Vec::new() };
    for (at, statement) in decl.body.own().enumerate() {
        let Some(ast::Queue::Order { fact, except }) = &statement.kind else { continue };
        let facts: Vec<Name> = fact
            .iter()
            .filter(|fact| {
                // The date of receipt orders requests whether or not anything else depends on it.
                let built_in =
                    ["received", "term"].contains(&fact.as_str()) && FACTS.contains(&fact.as_str());
                built_in || context.fact(fact).is_some()
            })
            .cloned()
            .collect();
        let own = statement.name.clone().unwrap_or_else(|| Name::new((at + 1).to_string(), statement.span));
        let path = format!("queue-{own}");
        if let Some(clause) = context.statement("rule", own, &path, statement) {
            if statement.usually.is_some() {
                queue.hedged.push(queue.orders.len());
            }
            queue.orders.push((facts, except.clone(), clause));
        }
    }
    queue
}
