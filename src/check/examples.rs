//! Examples and tests: a case, what happens in it, and what must hold.
//!
//! In: `example` and `test` declarations, and the program so far. Out: typed cases; whether they hold is found out where
//! cases are evaluated. A case that cannot exist, or that a promise does not speak of, is reported here.

use super::commitments::EVENTS;
use super::context::{Context, suggested};
use super::facts::Values;
use super::values::PEOPLE;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Case, Clause, Cond, Expectation, Given, Grant, Happening, Outcome, Program};
use crate::resolve::one;
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Expected, Statement};
use crate::value::{Amount, Condition, Name, Operand, Operator, Path, Promise, Test};

/// An example or a test.
pub fn case<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Example>, program: &Program) -> Case {
    let mut clause = context.declaration(decl);
    if let Some(title) = &decl.title {
        clause.name = Name::new(title.original.content.as_str(), title.span);
    }
    if let Some(domain) = &clause.when {
        let span = domain.written.as_ref().map_or(clause.span, Condition::span);
        let what = "the facts of a case are said with `given`, so `only when` has no meaning here";
        context.error(&registry::NOT_USED_HERE, span, what, "write `given`");
    }
    let mut case = Case {
        clause,
        given: Given { conditions: Vec::new(), cases: context.space.possible().clone() },
        happenings: Vec::new(),
        expectations: Vec::new(),
    };
    let mut broken = false;
    for statement in decl.body.own() {
        if let Some(ast::Example::Given { condition }) = &statement.kind {
            context.bare(statement, "`given`");
            let all: Vec<Condition> =
                condition.iter().flat_map(|condition| apart(context, condition)).collect();
            for condition in all {
                broken |= !given(context, &condition, &mut case.given);
            }
        }
    }
    for statement in decl.body.own() {
        happening(context, statement, &mut case);
    }
    let changed = case.happenings.iter().any(|happening| matches!(happening, Happening::Becomes(..)));
    let known = (!broken && !changed).then(|| case.given.cases.clone());
    for statement in decl.body.own() {
        expectation(context, statement, &mut case, program, known.as_ref());
    }
    case
}

/// The facts of a list: `channel is email, call` are two, when `call` is no channel but a fact of its own.
fn apart(context: &Context<'_>, condition: &Condition) -> Vec<Condition> {
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
        match own(operand).filter(|_| at > 0) {
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

/// Adds a fact of the case; `false` when something in it is wrong.
fn given(context: &mut Context<'_>, condition: &Condition, given: &mut Given) -> bool {
    given.conditions.push(condition.clone());
    let Some(cases) = context.cases(condition) else { return false };
    let left = given.cases.and(&cases);
    if left.is_empty() && !given.cases.is_empty() {
        let finding =
            Diagnostic::new(&registry::CASE_RULED_OUT, condition.span(), "a case like this cannot exist")
                .label("not together with what is given before")
                .help("give another case, or let this one exist");
        context.report(finding);
        return false;
    }
    given.cases = left;
    true
}

fn happening<'a>(context: &mut Context<'a>, statement: &'a Statement<ast::Example>, case: &mut Case) {
    match &statement.kind {
        Some(ast::Example::Event { event, instant }) => {
            context.bare(statement, "something that happens");
            context.missing.entry("zone").or_insert(instant.span);
            if event.as_str() == "received" {
                let day = instant.value.date.number();
                if let Some(fact) = context.facts.get("received").cloned()
                    && let Values::Cut(_, cuts, _) = &fact.values
                    && let Some(class) = cuts.class_of(day)
                {
                    case.given.cases = case.given.cases.and(&context.space.is(fact.dim, [class]));
                }
            }
            if let Some(event) = context.name(&EVENTS, event) {
                case.happenings.push(Happening::Event(event, *instant));
            }
        }
        Some(ast::Example::Becomes { fact, value, instant }) => {
            context.bare(statement, "something that happens");
            context.missing.entry("zone").or_insert(instant.span);
            let Some(info) = context.fact(fact) else { return };
            let test = Test {
                fact: fact.clone(),
                operator: Operator::Is,
                operands: vec![value.clone()],
                span: value.span(),
            };
            if context.classes(&info, &test).is_some() {
                case.happenings.push(Happening::Becomes(fact.clone(), value.clone(), *instant));
            }
        }
        Some(
            ast::Example::Given { .. }
            | ast::Example::Expect { .. }
            | ast::Example::ExpectBy { .. }
            | ast::Example::ExpectNotifies { .. }
            | ast::Example::ExpectValue { .. },
        )
        | None => {}
    }
}

fn expectation<'a>(
    context: &mut Context<'a>,
    statement: &'a Statement<ast::Example>,
    case: &mut Case,
    program: &Program,
    known: Option<&CaseSet>,
) {
    let Some(kind) = &statement.kind else { return };
    let (outcome, under) = match kind {
        ast::Example::Given { .. } | ast::Example::Becomes { .. } | ast::Example::Event { .. } => return,
        ast::Example::Expect { condition, offer, rule_path } => {
            let all: Vec<Condition> =
                condition.iter().flat_map(|condition| apart(context, condition)).collect();
            let conditions: Vec<Option<Cond>> =
                all.iter().map(|condition| expected_condition(context, condition)).collect();
            let offer = match offer {
                Some(offer) => match context.name(&["offer"], offer) {
                    Some(offer) => Some(offer),
                    None => return,
                },
                None => None,
            };
            let conditions: Option<Vec<Cond>> = conditions.into_iter().collect();
            (conditions.map(|conditions| Outcome::Holds(conditions, offer)), rule_path)
        }
        ast::Example::ExpectBy { commitment, instant, rule_path } => {
            context.missing.entry("zone").or_insert(instant.span);
            let name = context.name(&["commitment"], commitment);
            let spoken = name.as_ref().is_none_or(|name| speaks(context, program, name, known));
            (name.filter(|_| spoken).map(|name| Outcome::By(name, *instant)), rule_path)
        }
        ast::Example::ExpectNotifies { escalation, role, instant, rule_path } => {
            context.missing.entry("zone").or_insert(instant.span);
            let name = context.name(&["escalation"], escalation);
            let people = context.names(&PEOPLE, role);
            let whole = people.len() == role.len();
            (name.filter(|_| whole).map(|name| Outcome::Notifies(name, people, *instant)), rule_path)
        }
        ast::Example::ExpectValue { name, value, rule_path } => {
            let outcome = expected(context, name, value);
            let spoken =
                !matches!(outcome, Some(Outcome::Promise(..))) || speaks(context, program, name, known);
            (outcome.filter(|_| spoken), rule_path)
        }
    };
    let under = match under {
        Some(path) => match self::under(context, path) {
            Some(path) => Some(path),
            None => return,
        },
        None => None,
    };
    let name = Name::new(format!("expect-{}", case.expectations.len() + 1), statement.span);
    let anchor = format!("{}-{}", case.clause.anchor, case.expectations.len() + 1);
    let clause: Option<Clause> = context.statement("expect", name, &anchor, statement);
    if let (Some(outcome), Some(clause)) = (outcome, clause) {
        case.expectations.push(Expectation { outcome, under, clause });
    }
}

/// A condition that must hold; it may be one that no case meets, which is then what the test finds.
fn expected_condition(context: &mut Context<'_>, condition: &Condition) -> Option<Cond> {
    let cases = context.cases(condition)?;
    Some(Cond { written: Some(condition.clone()), cases })
}

/// Whether a commitment speaks of some of the given cases; reports when it does not.
fn speaks(context: &mut Context<'_>, program: &Program, name: &Name, known: Option<&CaseSet>) -> bool {
    let Some(commitment) = program.commitments.get(name) else { return true };
    let Some(known) = known else { return true };
    let speaks = known.is_empty() || known.overlaps(&commitment.rules.domain);
    if !speaks {
        let domain = commitment.clause.when.as_ref().and_then(|cond| cond.written.as_ref());
        let finding = Diagnostic::new(
            &registry::CASE_RULED_OUT,
            name.span,
            format!("`{name}` does not speak of this case"),
        )
        .label("nothing is claimed here")
        .related(domain.map_or(commitment.clause.span, Condition::span), "it is only for these cases")
        .help("give another case, or leave the expectation out");
        context.report(finding);
    }
    speaks
}

fn expected(context: &mut Context<'_>, name: &Name, value: &Expected) -> Option<Outcome> {
    let kinds = match value {
        Expected::Open(_) | Expected::Closed(_) => ["channel", "commitment", "entitlement", "price"],
        Expected::Yes(_) | Expected::Quantity(_) => ["entitlement", "commitment", "price", "channel"],
        Expected::Promise(_) => ["commitment", "entitlement", "price", "channel"],
        Expected::Amount(_) => ["price", "commitment", "entitlement", "channel"],
    };
    let kind = context.find(&kinds, name)?;
    let named = name.clone();
    let outcome = match (kind, value) {
        ("channel", Expected::Open(_)) => Some(Outcome::Open(named, true)),
        ("channel", Expected::Closed(_)) => Some(Outcome::Open(named, false)),
        ("entitlement", Expected::Yes(_)) => Some(Outcome::Grant(named, Grant::Yes)),
        ("entitlement", Expected::Quantity(quantity)) => Some(Outcome::Limit(named, quantity.clone())),
        ("entitlement", Expected::Promise(promise)) if promise.value == Promise::No => {
            Some(Outcome::Grant(named, Grant::No))
        }
        ("commitment", Expected::Promise(promise)) => {
            context.promise(&promise.value, promise.span, name.as_str())?;
            Some(Outcome::Promise(named, promise.value.clone()))
        }
        ("price", Expected::Amount(amount)) => {
            context.amount(amount, name.as_str(), &|_| false)?;
            Some(Outcome::Amount(named, amount.clone()))
        }
        ("price", Expected::Promise(promise)) => {
            price(&promise.value, promise.span).map(|amount| Outcome::Amount(named, amount))
        }
        _ => None,
    };
    if outcome.is_none() {
        let finding = Diagnostic::new(
            &registry::WRONG_TYPE,
            place(value),
            format!("`{name}` is {}, which is never this", one(kind)),
        )
        .label("of another type")
        .help(match kind {
            "channel" => "a channel is `open` or `closed`",
            "entitlement" => "an entitlement is `yes`, `no` or a limit",
            "price" => "a price is an amount, `none` or `no`",
            _ => "a commitment is a promise such as `4 business hours` or `none`",
        });
        context.report(finding);
    }
    outcome
}

fn place(value: &Expected) -> Span {
    match value {
        Expected::Open(span) | Expected::Closed(span) | Expected::Yes(span) => *span,
        Expected::Promise(promise) => promise.span,
        Expected::Quantity(quantity) => quantity.span,
        Expected::Amount(amount) => amount.span(),
    }
}

/// A price that is written like a promise.
fn price(promise: &Promise, span: Span) -> Option<Amount> {
    match promise {
        Promise::None => Some(Amount::None(span)),
        Promise::No => Some(Amount::No(span)),
        Promise::AsAgreed(name) => Some(Amount::AsAgreed(name.clone(), span)),
        Promise::AsDecided(name) => Some(Amount::AsDecided(name.clone(), span)),
        Promise::Within { .. }
        | Promise::By(_)
        | Promise::Release(_)
        | Promise::Every(_)
        | Promise::BestEffort
        | Promise::Unfilled => None,
    }
}

/// The path of a rule, if there is one.
fn under(context: &mut Context<'_>, path: &Path) -> Option<String> {
    let joined = path.parts.iter().map(Name::as_str).collect::<Vec<_>>().join("/");
    if context.has_path(&joined) {
        return Some(joined);
    }
    let name = Name::new(joined.as_str(), path.span);
    let finding = Diagnostic::new(
        &registry::UNKNOWN_NAME,
        path.span,
        format!("there is no rule with the path `{joined}`"),
    );
    let finding = suggested(finding, &name, context.paths());
    context.report(finding);
    None
}
