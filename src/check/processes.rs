//! Processes: states, the questions asked in the first of them, the ways from state to state, and what is sent.
//!
//! In: a `process` declaration. Out: the process with its states looked up. Two ways out of one state that the same
//! thing opens for the same case are an error; the cases are compared in `competing`.

use super::commitments::EVENTS;
use super::competing::competing;
use super::context::Context;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Check, Clause, Process, Sending, State, Transition};
use crate::syntax::ast::{self, Carried, Decl, Statement};
use crate::value::Name;
use std::sync::Arc;

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
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, &name, statement, &mut process, &mut number);
        });
    }
    if process.states.is_empty() {
        let finding = Diagnostic::new(
            &registry::PARTIAL_FACT,
            name.span,
            format!("the process `{name}` has no states"),
        )
        .label("where can a request stand?")
        .help("name its states, the first one first: `state new \"New\"`");
        context.report(finding);
    }
    competing(context, &process);
    Some(process)
}

fn line<'a>(
    context: &mut Context<'a>,
    owner: &Name,
    statement: &'a Statement<ast::Process>,
    process: &mut Process,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else { return };
    let span = statement.span;
    match kind {
        ast::Process::State { name, text } => {
            context.unconditional(statement, "a state");
            second_name(context, statement, "a state");
            if process.states.iter().any(|known| known.clause.name == *name) {
                return;
            }
            if let Some(mut clause) = named(context, "state", owner, name, statement) {
                clause.title = text.clone().map(Arc::new);
                process.states.push(State { clause });
            }
        }
        ast::Process::Check { name, text, role, otherwise } => {
            second_name(context, statement, "a check");
            if process.checks.iter().any(|known| known.clause.name == *name) {
                return;
            }
            let by = role.as_ref().and_then(|role| context.name(&PEOPLE, role));
            let otherwise = otherwise.as_ref().and_then(|to| state(context, owner, to));
            if let Some(mut clause) = named(context, "check", owner, name, statement) {
                clause.title = text.clone().map(Arc::new);
                process.checks.push(Check { clause, by, otherwise });
            }
        }
        ast::Process::Becomes { state: from, to, event, after, within } => {
            let from = state(context, owner, from);
            let to = state(context, owner, to);
            let on = event.as_ref().map(|event| context.name(&EVENTS, event));
            let lapses =
                [after, within].map(|lapse| lapse.as_ref().is_none_or(|lapse| context.stated(lapse)));
            if let (Some(within), None) = (within, event) {
                let finding = Diagnostic::new(
                    &registry::NOT_USED_HERE,
                    within.span(),
                    "`within` says how long an event still counts, and this line has no event",
                )
                .label("within this time of what?")
                .help("name the event, `on … within …`; what you promise to do in time is a `commitment`");
                context.report(finding);
                return;
            }
            let clause = unnamed(context, "transition", owner, statement, number);
            let good = lapses == [true, true] && on != Some(None);
            if let (Some(from), Some(to), Some(clause), true) = (from, to, clause, good) {
                process.transitions.push(Transition {
                    from,
                    to,
                    on: on.flatten(),
                    after: after.clone(),
                    within: within.clone(),
                    clause,
                    span,
                });
            }
        }
        ast::Process::Sends { state: from, text, after } => {
            let from = state(context, owner, from);
            let good = after.as_ref().is_none_or(|after| context.stated(after));
            let clause = unnamed(context, "sending", owner, statement, number);
            if let (Some(state), Some(clause), true) = (from, clause, good) {
                let usually = statement.usually.is_some();
                process.sendings.push(Sending {
                    state,
                    text: text.clone(),
                    after: after.clone(),
                    usually,
                    clause,
                });
            }
        }
    }
}

/// A state of this process.
fn state(context: &mut Context<'_>, owner: &Name, name: &Name) -> Option<Name> {
    let symbol = context.symbols().get("state", name.as_str());
    let elsewhere =
        symbol.and_then(|symbol| Some((symbol.owner.filter(|other| *other != owner)?, symbol.name.span)));
    if let Some((other, declared)) = elsewhere {
        let finding = Diagnostic::new(
            &registry::WRONG_KIND,
            name.span,
            format!("`{name}` is a state of `{other}`, not of `{owner}`"),
        )
        .label("of another process")
        .related(declared, "declared here");
        context.report(finding);
        return None;
    }
    context.name(&["state"], name)
}

fn named<'a>(
    context: &mut Context<'a>,
    keyword: &'static str,
    owner: &Name,
    name: &Name,
    statement: &'a Statement<ast::Process>,
) -> Option<Clause> {
    context.statement(keyword, name.clone(), &[owner.as_str(), "-", name.as_str()].concat(), statement)
}

/// The clause of a line that needs no name: its name is `as name`, or its number in the process.
fn unnamed<'a>(
    context: &mut Context<'a>,
    keyword: &'static str,
    owner: &Name,
    statement: &'a Statement<ast::Process>,
    number: &mut usize,
) -> Option<Clause> {
    let name = statement.name.clone().unwrap_or_else(|| {
        *number += 1;
        Name::new(number.to_string(), statement.span)
    });
    named(context, keyword, owner, &name, statement)
}

/// Reports `as name` on what has its name already.
fn second_name(context: &mut Context<'_>, statement: &Carried, what: &str) {
    if let Some(name) = &statement.name {
        let message = format!("{what} has its name already");
        context.error(&registry::NOT_USED_HERE, name.span, message, "a second name");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes, only};

    fn process(lines: &str) -> String {
        format!(
            "{BASE}process intake \"Intake\" {{\nstate new \"New\"; state open \"Open\"; state done \"Done\"\n{lines}\n}}\n"
        )
    }

    fn found(lines: &str) -> Vec<String> {
        codes(&process(lines))
    }

    #[test]
    fn a_process_with_checks_and_times_is_right() {
        let lines = "check complete \"Complete?\" by lead, otherwise becomes done\n\
                     new becomes open when complete\nopen sends \"a reminder\" after 7 days\n\
                     open becomes done on resolved\nopen becomes done after 14 days\n\
                     done becomes open on replied within 30 days";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn an_unknown_state_or_event_is_named() {
        assert_eq!(found("new becomes opne on accepted"), ["unknown-name opne"]);
        assert_eq!(found("new becomes open on acepted"), ["unknown-name acepted"]);
    }

    #[test]
    fn a_state_of_another_process_is_not_one_of_this() {
        let text =
            format!("{}process repair \"Repair\" {{ state here \"Here\" }}\n", process("open becomes here"));
        assert_eq!(codes(&text), ["wrong-kind here"]);
    }

    #[test]
    fn within_needs_an_event() {
        assert_eq!(found("new becomes open within 3 days"), ["not-used-here 3 days"]);
    }

    #[test]
    fn two_ways_on_one_event_compete_in_the_cases_of_both() {
        let lines = "open becomes done on replied\nopen becomes new on replied when severity is high";
        let finding = only(&process(lines));
        assert_eq!(finding.code.name, "competing-transitions");
        assert_eq!(finding.case, [("severity".to_owned(), "high".to_owned())]);
    }

    #[test]
    fn ways_for_different_cases_events_or_times_do_not_compete() {
        let lines = "open becomes done on replied when severity is low\n\
                     open becomes new on replied when severity is high\n\
                     open becomes done on resolved\nopen becomes done after 14 days\nopen becomes new after 20 days\n\
                     done becomes open on replied within 30 days\ndone becomes new on replied after 30 days";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn a_check_that_fails_leads_to_one_state() {
        let lines = "check complete \"Complete?\" by lead, otherwise becomes done\n\
                     new becomes open when not complete";
        assert_eq!(only(&process(lines)).code.name, "competing-transitions");
    }

    #[test]
    fn a_way_without_condition_is_taken_once_the_checks_are_passed() {
        let lines = "check complete \"Complete?\" by lead, otherwise becomes done\nnew becomes open";
        assert_eq!(found(lines), Vec::<String>::new());
    }
}
