//! Examples and tests: a case, what happens in it, and what must hold.
//!
//! In: `example` and `test` declarations, and the program so far. Out: typed cases; whether they hold is found out where
//! cases are evaluated. A case that cannot exist is reported here, at its beginning and at its last instant alike.

use super::commitments::EVENTS;
use super::context::{Context, repeated};
use super::expect::expectation;
use super::facts::Values;
use super::space::only;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Case, Given, Happening, Program};
use crate::resolve::{VALUED, twice};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::{Condition, Name, Operand, Operator, Test};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// The facts of a case while they are collected.
struct Known {
    /// The facts at the beginning, whatever can exist.
    start: CaseSet,
    /// The facts at the last instant.
    now: CaseSet,
    /// Whether a part of it is wrong, so that nothing can be said about the rest.
    broken: bool,
    /// The parts with their places, to find the one that rules the case out.
    parts: Vec<(CaseSet, Span)>,
    /// The values with a declaration of their own that are given.
    values: Vec<(Name, Name)>,
    /// Where the request is received.
    received: Option<Span>,
}

impl Known {
    fn add(&mut self, cases: &CaseSet, span: Span) {
        let unchanged = self.start == self.now;
        self.start = self.start.and(cases);
        self.now = if unchanged { self.start.clone() } else { self.now.and(cases) };
        self.parts.push((cases.clone(), span));
    }
}

/// An example or a test.
///
/// `titles` are those of the cases of its kind that come before it.
pub fn case<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Example>,
    program: &Program,
    titles: &mut BTreeMap<SmolStr, Name>,
) -> Case {
    let mut clause = context.declaration(decl);
    if let Some(title) = &decl.title {
        clause.name = Name::new(title.original.content.as_str(), title.span);
    }
    if let Some(domain) = &clause.when {
        let span = domain.written.as_deref().map_or(clause.span, Condition::span);
        let what = "the facts of a case are said with `given`, so `only when` has no meaning here";
        context.error(&registry::NOT_USED_HERE, span, what, "write `given`");
    }
    if let Some(first) = titles.get(&clause.name.text) {
        let finding = twice(decl.keyword.value, &clause.name, first);
        context.report(finding);
    } else {
        titles.insert(clause.name.text.clone(), clause.name.clone());
    }
    let mut case = Case {
        clause,
        given: Given { conditions: Vec::new(), cases: CaseSet::nothing() },
        happenings: Vec::new(),
        expectations: Vec::new(),
    };
    let mut known = Known {
        start: CaseSet::everything(),
        now: CaseSet::everything(),
        broken: false,
        parts: Vec::new(),
        values: Vec::new(),
        received: None,
    };
    for statement in decl.body.own() {
        if let Some(ast::Example::Given { condition }) = &statement.kind {
            context.bare(statement, "`given`");
            let all: Vec<Condition> =
                condition.iter().flat_map(|condition| apart(context, condition)).collect();
            for condition in all {
                given(context, condition, &mut case, &mut known);
            }
        }
    }
    for statement in decl.body.own() {
        happening(context, statement, &mut case, &mut known);
    }
    let possible = context.space.possible().clone();
    case.given.cases = known.start.and(&possible);
    let now = known.now.and(&possible);
    let exists = !known.broken && !ruled_out(context, decl, &known, &possible);
    for statement in decl.body.own() {
        expectation(context, statement, &mut case, program, exists.then_some(&now));
    }
    if decl.body.own().all(|statement| !statement.tag.starts_with("expect")) {
        let finding = Diagnostic::new(
            &registry::NOTHING_EXPECTED,
            case.clause.name.span,
            format!("this {} expects nothing, so it always passes", decl.keyword.value),
        )
        .label("no `expect`")
        .help("say what must hold: `expect …`");
        context.report(finding);
    }
    case
}

/// The facts of a list: `channel is email, call` are two, when `call` is no channel but a fact of its own.
pub fn apart(context: &Context<'_>, condition: &Condition) -> Vec<Condition> {
    let Condition::Test(test) = condition else { return vec![condition.clone()] };
    let fact = context.facts.get(&test.fact.text);
    let own = |operand: &Operand| {
        let Operand::Name(name) = operand else { return None };
        let value = fact
            .is_some_and(|fact| (0..fact.size()).any(|class| fact.class_name(class).as_ref() == Some(name)));
        let holds = name.as_str() == "covered"
            || context.facts.get(&name.text).is_some_and(|fact| matches!(fact.values, Values::YesNo));
        (holds && !value).then(|| name.clone())
    };
    let mut facts = Vec::new();
    let mut values = Vec::new();
    for (at, operand) in test.operands.iter().enumerate() {
        let fact = if at > 0 { own(operand) } else { None };
        match fact {
            Some(name) => facts.push(name),
            None if facts.is_empty() => values.push(operand.clone()),
            None => return vec![condition.clone()],
        }
    }
    let end = values.last().map_or(test.span, |last| test.fact.span.to(last.span()));
    let mut all = vec![Condition::Test(Test { operands: values, span: end, ..test.clone() })];
    all.extend(facts.into_iter().map(|fact| {
        let span = fact.span;
        Condition::Test(Test { fact, operator: Operator::Holds, operands: Vec::new(), span })
    }));
    all
}

/// Adds a fact of the case.
fn given(context: &mut Context<'_>, condition: Condition, case: &mut Case, known: &mut Known) {
    match context.cases(&condition) {
        Some(cases) => known.add(&cases, condition.span()),
        None => known.broken = true,
    }
    for test in condition.tests() {
        if let (true, [Operand::Name(value)]) =
            (VALUED.contains(&test.fact.as_str()), test.operands.as_slice())
        {
            known.values.push((test.fact.clone(), value.clone()));
        }
    }
    case.given.conditions.push(condition);
}

fn happening<'a>(
    context: &mut Context<'a>,
    statement: &'a Statement<ast::Example>,
    case: &mut Case,
    known: &mut Known,
) {
    match &statement.kind {
        Some(ast::Example::Event { event, instant }) => {
            context.bare(statement, "something that happens");
            context.missing.zone.get_or_insert(instant.span);
            if let Some((fact, _)) = event.as_str().split_once(' ') {
                let finding = Diagnostic::new(
                    &registry::NOT_USED_HERE,
                    event.span,
                    "a case says what a fact becomes, not only that it changes",
                )
                .label("to what?")
                .help(format!("write `{fact} becomes …` with its value and the instant"));
                context.report(finding);
                known.broken = true;
                return;
            }
            let Some(event) = context.name(&EVENTS, event) else {
                known.broken = true;
                return;
            };
            if event.as_str() == "received" {
                // A request is received once, and the day of that is a fact.
                if let Some(first) = known.received {
                    context.report(repeated("the receipt of the request", statement.span, first));
                    return;
                }
                known.received = Some(statement.span);
                if let Some(fact) = context.facts.get("received").cloned()
                    && let Values::Cut(_, cuts, _) = &fact.values
                    && let Some(class) = cuts.class_of(instant.value.date.number())
                {
                    let cases = context.space.is(fact.dim, [class]);
                    known.add(&cases, statement.span);
                }
            }
            case.happenings.push(Happening::Event(event, *instant));
        }
        Some(ast::Example::Becomes { fact, value, instant }) => {
            context.bare(statement, "something that happens");
            context.missing.zone.get_or_insert(instant.span);
            let info = context.fact(fact);
            let test = Test {
                fact: fact.clone(),
                operator: Operator::Is,
                operands: vec![value.clone()],
                span: value.span(),
            };
            let classes = info.as_ref().and_then(|info| context.classes(info, &test));
            let (Some(info), Some(classes)) = (info, classes) else {
                known.broken = true;
                return;
            };
            known.now = known.now.forget(info.dim).restrict(info.dim, &classes);
            known.parts.push((known.now.clone(), statement.span));
            case.happenings.push(Happening::Becomes(fact.clone(), value.clone(), *instant));
        }
        Some(
            ast::Example::Given { .. }
            | ast::Example::Expect { .. }
            | ast::Example::ExpectBy { .. }
            | ast::Example::ExpectNotifies { .. }
            | ast::Example::ExpectValue { .. }
            | ast::Example::ExpectCost { .. },
        )
        | None => {}
    }
}

/// Whether the case cannot exist, at its beginning or after something in it changed; reports where it breaks.
fn ruled_out(
    context: &mut Context<'_>,
    decl: &Decl<ast::Example>,
    known: &Known,
    possible: &CaseSet,
) -> bool {
    if possible.is_empty() || (known.start.overlaps(possible) && known.now.overlaps(possible)) {
        return false;
    }
    let mut left = CaseSet::everything();
    let mut broken = (decl.mark(), None);
    for (at, (cases, place)) in known.parts.iter().enumerate() {
        let next = left.and(cases);
        if !next.overlaps(possible) {
            let against = known.parts.iter().take(at).find(|(other, _)| !other.overlaps(cases));
            broken = (*place, against.map(|(_, other)| *other));
            break;
        }
        left = next;
    }
    // What a fact becomes is a whole case, with what stays as it was.
    let (span, against) = match known.parts.last() {
        Some((_, last)) if known.start.overlaps(possible) => (*last, None),
        Some(_) | None => broken,
    };
    let mut finding = Diagnostic::new(&registry::CASE_RULED_OUT, span, "a case like this cannot exist");
    finding = match against {
        Some(other) => finding
            .label("not together with what is known before")
            .related(other, "known before")
            .help("keep one of the two"),
        None => finding.label("no such case").help("give another case, or let this one exist"),
    };
    for (declared, name) in domains(context, known).into_iter().filter(|_| against.is_none()) {
        finding = finding.related(declared, format!("`{name}` exists only in other cases"));
    }
    context.report(finding);
    true
}

/// The places of the given values that exist only in cases that the rest of what is given leaves out.
fn domains(context: &mut Context<'_>, known: &Known) -> Vec<(Span, Name)> {
    let resolved = context.resolved;
    let mut found = Vec::new();
    for placed in &resolved.declarations {
        let Some(name) = placed.declaration.name() else { continue };
        let given =
            known.values.iter().any(|(fact, value)| *fact == placed.declaration.keyword() && value == name);
        if !given {
            continue;
        }
        let cases = context.quietly(|context| only(context, placed.declaration));
        if cases.is_some_and(|cases| !cases.overlaps(&known.start)) {
            found.push((name.span, name.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{codes, only};

    const POLICY: &str = "policy p \"P\" { timezone Europe/Amsterdam }\n\
        severity high \"High\"\nseverity low \"Low\"\n\
        plan basic \"Basic\"\nplan premium \"Premium\" { extends basic }\n\
        severity urgent \"Urgent\" { only when plan is premium }\n\
        role lead \"Lead\"\nchannel phone \"Telephone\"\n\
        commitment answer \"Answer\" { from received; until responded; within 4 hours }\n";

    fn found(lines: &str) -> Vec<String> {
        let lines = lines.replace('\n', "\n  ");
        codes(&format!("{POLICY}test \"T\" {{\n  {lines}\n}}\n"))
    }

    #[test]
    fn a_case_with_facts_events_and_changes_is_right() {
        let lines = "given plan is premium, severity is high\nreceived 2026-12-24 10:00\n\
                     severity becomes urgent 2026-12-24 10:30\nexpect answer by 2026-12-24 14:00";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn a_case_that_a_domain_rules_out_is_an_error_and_the_domain_is_shown() {
        let finding = only(&format!(
            "{POLICY}test \"T\" {{ given plan is basic, severity is urgent\nexpect answer 4 hours }}\n"
        ));
        assert_eq!((finding.code.name, finding.related.len()), ("case-ruled-out", 1));
        assert_eq!(finding.related[0].message, "`urgent` exists only in other cases");
    }

    #[test]
    fn facts_that_contradict_each_other_are_shown_together() {
        let finding = only(&format!(
            "{POLICY}test \"T\" {{ given plan is basic, plan is premium\nexpect answer 4 hours }}\n"
        ));
        assert_eq!(
            (finding.code.name, finding.label.as_str()),
            ("case-ruled-out", "not together with what is known before")
        );
    }

    #[test]
    fn what_a_fact_becomes_must_be_possible_too() {
        let lines = "given plan is basic, severity is high\nreceived 2026-12-24 10:00\n\
                     severity becomes urgent 2026-12-24 10:30\nexpect answer 4 hours";
        assert_eq!(found(lines), ["case-ruled-out severity becomes urgent 2026-12-24 10:30"]);
    }

    #[test]
    fn events_and_facts_must_exist() {
        assert_eq!(
            found("given plan is basic\nreceved 2026-12-24 10:00\nexpect answer 4 hours"),
            ["unknown-name receved"]
        );
        assert_eq!(found("given colour is red\nexpect answer 4 hours"), ["unknown-fact colour"]);
    }

    #[test]
    fn a_request_is_received_once() {
        let lines = "received 2026-12-24 10:00\nreceived 2026-12-25 10:00\nexpect answer 4 hours";
        assert_eq!(found(lines), ["repeated-statement received 2026-12-25 10:00"]);
    }

    #[test]
    fn a_test_expects_something() {
        assert_eq!(found("given plan is basic"), ["nothing-expected \"T\""]);
    }
}
