//! What an example or test expects: a condition, or a name and its value, and the rule that must have decided.
//!
//! In: one `expect` line, and the cases that are left at the last instant. Out: the expectation, with its name looked up
//! and its value of the type that such a thing has. What speaks of none of the cases is ruled out.

use super::context::Context;
use super::examples::apart;
use super::facts::{Origin, Values};
use super::values::PEOPLE;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::hir::{Case, Cond, Expectation, Grant, Outcome, Program};
use crate::resolve::one;
use crate::source::Spanned;
use crate::syntax::ast::{self, Expected, Statement};
use crate::value::{Amount, Condition, Name, Path, Promise};
use std::sync::Arc;

/// Adds the expectation of a line, if it is one and all of it is right; `now` is none when the case itself is wrong.
pub fn expectation<'a>(
    context: &mut Context<'a>,
    statement: &'a Statement<ast::Example>,
    case: &mut Case,
    program: &Program,
    now: Option<&CaseSet>,
) {
    let Some(kind) = &statement.kind else { return };
    let unknown = context.unfilled.len();
    let Some((outcome, path)) = outcome(context, kind) else { return };
    if context.unfilled.len() > unknown {
        case.clause.unfilled = true;
    }
    let number = (case.expectations.len() + 1).to_string();
    let name = Name::new(["expect-", &number].concat(), statement.span);
    let anchor = [case.clause.anchor.as_str(), "-", &number].concat();
    let about = outcome.as_ref().and_then(subject);
    let under = path.map(|path| self::under(context, program, path, about.map(|(_, name)| name)));
    let clause = context.statement("expect", name, &anchor, statement);
    let (Some(outcome), Some(clause)) = (outcome, clause) else { return };
    if let Some(now) = now {
        let now = clause.when.as_ref().map_or_else(|| now.clone(), |when| now.and(&when.cases));
        reachable(context, program, &outcome, &now);
    }
    if under != Some(None) {
        case.expectations.push(Expectation { outcome, under: under.flatten(), clause });
    }
}

/// What a line expects, and the path that it names; outside `None` for other lines, inside `None` when it is wrong.
fn outcome<'a>(
    context: &mut Context<'a>,
    kind: &'a ast::Example,
) -> Option<(Option<Outcome>, Option<&'a Path>)> {
    Some(match kind {
        ast::Example::Given { .. } | ast::Example::Becomes { .. } | ast::Example::Event { .. } => {
            return None;
        }
        ast::Example::ExpectBy { commitment, instant, rule_path } => {
            context.missing.zone.get_or_insert(instant.span);
            if let Some(finding) = state_by(context, commitment) {
                context.report(finding);
                return Some((None, rule_path.as_ref()));
            }
            let commitment = context.name(&["commitment"], commitment);
            (commitment.map(|name| Outcome::By(name, *instant)), rule_path.as_ref())
        }
        ast::Example::ExpectNotifies { escalation, role, instant, rule_path } => {
            context.missing.zone.get_or_insert(instant.span);
            let escalation = context.name(&["escalation"], escalation);
            let people = context.names(&PEOPLE, role);
            let escalation = escalation.filter(|_| people.len() == role.len());
            (escalation.map(|name| Outcome::Notifies(name, people, *instant)), rule_path.as_ref())
        }
        ast::Example::ExpectValue { name, value, rule_path } => {
            (valued(context, name, value), rule_path.as_ref())
        }
        ast::Example::ExpectCost { offer, amount, duration, rule_path } => {
            let good = context.amount(amount, offer.as_str(), &|_| false).is_some();
            let timed = context.duration(duration);
            let known = good && !matches!(amount, Amount::Unfilled(_));
            let offer = context.name(&["offer"], offer).filter(|_| known && timed);
            (offer.map(|name| Outcome::Cost(name, amount.clone(), duration.clone())), rule_path.as_ref())
        }
        ast::Example::Expect { condition, instead, rule_path } => {
            let all = condition.iter().flat_map(|condition| apart(context, condition)).collect::<Vec<_>>();
            // A condition that no case meets may be expected; that it does not hold is then what the test finds.
            let conds: Vec<Option<Cond>> = all
                .into_iter()
                .map(|condition| {
                    Some(Cond { cases: context.cases(&condition)?, written: Some(Arc::new(condition)) })
                })
                .collect();
            let conds: Option<Vec<Cond>> = conds.into_iter().collect();
            let to = instead.as_ref().map(|name| context.one_of(&super::scope::INSTEAD, name));
            let good = to != Some(None);
            (conds.filter(|_| good).map(|conds| Outcome::Holds(conds, to.flatten())), rule_path.as_ref())
        }
    })
}

/// `expect closed by 2026-12-17 10:00`: a state, or a process, is not due.
fn state_by(context: &Context<'_>, name: &Name) -> Option<Diagnostic> {
    let symbols = context.symbols();
    if symbols.get("commitment", name.as_str()).is_some() {
        return None;
    }
    let state = symbols.get("state", name.as_str());
    let symbol = state.or_else(|| symbols.get("process", name.as_str()))?;
    let (process, state) = match symbol.owner.filter(|_| state.is_some()) {
        Some(process) => (process.as_str(), name.as_str()),
        None => (name.as_str(), "…"),
    };
    let message = format!("`{name}` is {}, and only a commitment is due by a time", one(symbol.keyword));
    let finding = Diagnostic::new(&registry::WRONG_KIND, name.span, message);
    let finding = finding.label("not a commitment").related(symbol.name.span, "declared here");
    Some(finding.help(format!(
        "write `expect {process} is {state}`, which asks about the last thing that happens in the case"
    )))
}

/// What an outcome is about: its kind and name.
fn subject(outcome: &Outcome) -> Option<(&'static str, &Name)> {
    match outcome {
        Outcome::Holds(..) => None,
        Outcome::By(name, _) | Outcome::Promise(name, _) => Some(("commitment", name)),
        Outcome::Notifies(name, ..) => Some(("escalation", name)),
        Outcome::Open(name, _) => Some(("channel", name)),
        Outcome::Grant(name, _) | Outcome::Limit(name, _) => Some(("entitlement", name)),
        Outcome::Amount(name, _) => Some(("price", name)),
        Outcome::Cost(name, ..) => Some(("offer", name)),
    }
}

/// The kinds of things that can have such a value, the usual one first.
fn kinds(value: &Expected) -> &'static [&'static str] {
    match value {
        Expected::Open(_) | Expected::Closed(_) => &["channel"],
        Expected::Yes(_) | Expected::Quantity(_) => &["entitlement"],
        Expected::Amount(_) => &["price"],
        Expected::Promise(promise) => match promise.value {
            Promise::No => &["commitment", "entitlement", "price"],
            Promise::None | Promise::AsAgreed(_) | Promise::AsDecided(_) => &["commitment", "price"],
            Promise::Within { .. }
            | Promise::By(_)
            | Promise::Release(_)
            | Promise::Every(_)
            | Promise::BestEffort
            | Promise::Unfilled => &["commitment"],
        },
    }
}

fn words(value: &Expected) -> &'static str {
    match value {
        Expected::Open(_) | Expected::Closed(_) => "open or closed",
        Expected::Yes(_) => "yes or no",
        Expected::Quantity(_) => "a limit",
        Expected::Amount(_) => "a price",
        Expected::Promise(_) => "a promise of time",
    }
}

/// What kinds of things have as their value, for messages.
fn has(kind: &str) -> &'static str {
    match kind {
        "channel" => "is open or closed",
        "commitment" => "promises a time",
        "entitlement" => "is granted or not, or has a limit",
        "price" => "is an amount",
        _ => "has no value of its own",
    }
}

/// `expect <name> <value>`: of several things of that name the one is meant that can have such a value.
fn valued(context: &mut Context<'_>, name: &Name, value: &Expected) -> Option<Outcome> {
    if let Expected::Promise(Spanned { value: Promise::Unfilled, span }) = value {
        context.unfilled.push((*span, name.to_string()));
        return None;
    }
    let kinds = kinds(value);
    let symbols = context.symbols();
    let known = kinds.iter().any(|kind| symbols.get(kind, name.as_str()).is_some());
    if !known && let Some(finding) = wrong(context, name, value) {
        context.report(finding);
        return None;
    }
    let kind = context.find(kinds, name)?;
    let name = name.clone();
    Some(match value {
        Expected::Open(_) => Outcome::Open(name, true),
        Expected::Closed(_) => Outcome::Open(name, false),
        Expected::Yes(_) => Outcome::Grant(name, Grant::Yes),
        Expected::Quantity(quantity) => {
            context.counted(quantity.per.as_ref()).then_some(())?;
            Outcome::Limit(name, quantity.clone())
        }
        Expected::Amount(amount) => {
            context.amount(amount, name.as_str(), &|_| false)?;
            Outcome::Amount(name, amount.clone())
        }
        Expected::Promise(promise) => {
            context.promise(&promise.value, promise.span, name.as_str())?;
            match (kind, &promise.value) {
                ("entitlement", _) => Outcome::Grant(name, Grant::No),
                ("price", Promise::No) => Outcome::Amount(name, Amount::No(promise.span)),
                ("price", Promise::AsAgreed(document)) => {
                    Outcome::Amount(name, Amount::AsAgreed(document.clone(), promise.span))
                }
                ("price", Promise::AsDecided(party)) => {
                    Outcome::Amount(name, Amount::AsDecided(party.clone(), promise.span))
                }
                ("price", _) => Outcome::Amount(name, Amount::None(promise.span)),
                (_, promise) => Outcome::Promise(name, promise.clone()),
            }
        }
    })
}

/// The finding about a name that something has whose value is of another type.
fn wrong(context: &Context<'_>, name: &Name, value: &Expected) -> Option<Diagnostic> {
    let start = |message: String| Diagnostic::new(&registry::WRONG_TYPE, name.span, message);
    if let Some(fact) = context.facts.get(&name.text) {
        let finding = |what: &str| start(format!("`{name}` is {what}, and is not {}", words(value)));
        let example = match &fact.values {
            Values::Named(values) => values.iter().next().map_or("…", |value| value.name.as_str()),
            Values::YesNo => {
                let help = format!("write `expect {name}` or `expect not {name}`");
                return Some(finding("a fact").label("a fact").help(help));
            }
            Values::Cut(..) => "…",
        };
        let meant = match value {
            Expected::Closed(_) if fact.value(&Name::new("closed", name.span)).is_some() => "closed",
            Expected::Open(_) if fact.value(&Name::new("open", name.span)).is_some() => "open",
            _ => example,
        };
        let what = if matches!(fact.origin, Origin::Process(_)) { "a process" } else { "a fact" };
        return Some(finding(what).label(what).help(format!("write `expect {name} is {meant}`")));
    }
    if name.as_str() == "covered" {
        let message = format!("`{name}` is a fact, and is not {}", words(value));
        return Some(start(message).label("a fact").help("write `expect covered` or `expect not covered`"));
    }
    let symbols = context.symbols().named(name.as_str());
    let symbol = symbols.first()?;
    let finding = start(format!(
        "`{name}` is {}, which {}, and this is {}",
        one(symbol.keyword),
        has(symbol.keyword),
        words(value)
    ))
    .label(format!("not {}", words(value)))
    .related(symbol.name.span, "declared here");
    let hours = symbol.keyword == "calendar" && matches!(value, Expected::Open(_) | Expected::Closed(_));
    Some(if hours {
        finding.help(format!("expect it of a channel that is open at these hours, as one with `open {name}`"))
    } else {
        finding
    })
}

/// The path of the rule that must have decided: it must exist, and belong to what the line is about.
fn under(context: &mut Context<'_>, program: &Program, path: &Path, about: Option<&Name>) -> Option<String> {
    let parts: Vec<&str> = path.parts.iter().map(Name::as_str).collect();
    let joined = parts.join("/");
    let foreign = about.filter(|about| path.parts.first() != Some(*about));
    if context.has_path(&joined) && foreign.is_none() {
        return Some(joined);
    }
    let message = match foreign {
        Some(about) if context.has_path(&joined) => format!("`{joined}` is not a rule of `{about}`"),
        Some(_) | None => format!("there is no rule with the path `{joined}`"),
    };
    let begin = about.map_or_else(String::new, |about| format!("{about}/"));
    let known = context.sparingly(program.rule_paths()).filter(|known| known.starts_with(&begin));
    let known: Vec<_> = known.collect();
    let near = nearest(&joined, known.iter().map(AsRef::as_ref)).map(str::to_owned);
    let finding = Diagnostic::new(&registry::UNKNOWN_NAME, path.span, message).label("no such rule");
    // Not a fix: a rule that is near by its name can be far by what it promises.
    let finding = match near {
        Some(near) => finding.help(format!("there is `{near}`")),
        None => finding.help("a path is what is promised, then the labels of its row and column"),
    };
    context.report(finding);
    None
}

/// Reports an expectation of something that speaks of none of these cases. That a channel is closed where it does not
/// exist, and that something is `no`, is true.
fn reachable(context: &mut Context<'_>, program: &Program, outcome: &Outcome, now: &CaseSet) {
    let when = |cond: &Option<Cond>| cond.as_ref().map(|cond| cond.cases.clone());
    let found = match outcome {
        Outcome::Holds(..)
        | Outcome::Open(_, false)
        | Outcome::Promise(_, Promise::No)
        | Outcome::Grant(_, Grant::No)
        | Outcome::Amount(_, Amount::No(_)) => None,
        Outcome::By(name, _) | Outcome::Promise(name, _) => {
            program.commitments.get(name).map(|of| (&of.clause, Some(of.rules.domain.clone())))
        }
        Outcome::Notifies(name, ..) => {
            program.escalations.get(name).map(|of| (&of.clause, when(&of.clause.when)))
        }
        Outcome::Open(name, true) => program.channels.get(name).map(|of| (&of.clause, when(&of.clause.when))),
        Outcome::Grant(name, _) | Outcome::Limit(name, _) => {
            program.entitlements.get(name).map(|of| (&of.clause, when(&of.clause.when)))
        }
        Outcome::Cost(name, ..) => program.offers.get(name).map(|of| (&of.clause, when(&of.clause.when))),
        Outcome::Amount(name, _) => {
            program.prices.get(name).map(|of| (&of.clause, Some(of.rules.domain.clone())))
        }
    };
    let (Some((clause, Some(cases))), Some((_, name))) = (found, subject(outcome)) else { return };
    if now.is_empty() || now.overlaps(&cases) {
        return;
    }
    let domain = clause.when.as_ref().and_then(|cond| cond.written.as_deref());
    let finding = Diagnostic::new(
        &registry::CASE_RULED_OUT,
        name.span,
        format!("`{name}` does not speak of this case"),
    )
    .label("nothing is claimed here")
    .related(domain.map_or(clause.span, Condition::span), "it is only for these cases")
    .help("give another case, or leave the expectation out");
    context.report(finding);
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{check, codes};

    const POLICY: &str = "policy p \"P\" { timezone Europe/Amsterdam }\n\
        severity high \"High\"\nseverity low \"Low\"\n\
        role lead \"Lead\"\nchannel email \"E-mail\"\nchannel phone \"Telephone\" { only when severity is high; open always }\n\
        entitlement fixes \"Fixes\"\nplan basic \"Basic\" { grants fixes; grants 3 seats }\nentitlement seats \"Seats\"\n\
        price support \"Support\" { EUR 5 }\noffer advice \"Advice\"\nscope { covers when severity is high }\n\
        commitment answer \"Answer\" { only when severity is high; from received; until responded; within 4 hours as first }\n\
        escalation path \"Path\" { on breach of answer notify lead as late }\n";

    fn found(lines: &str) -> Vec<String> {
        codes(&format!("{POLICY}test \"T\" {{\ngiven severity is high\n{lines}\n}}\n"))
    }

    #[test]
    fn each_thing_has_its_own_type_of_value() {
        let lines = "expect answer 4 hours, under answer/first\nexpect phone open\nexpect fixes yes\nexpect seats 3\n\
                     expect support EUR 5\nexpect covered\nexpect not covered, instead advice\n\
                     expect path notifies lead at 2026-01-05 12:00, under path/late";
        assert_eq!(found(lines), Vec::<String>::new());
    }

    #[test]
    fn a_value_of_another_type_is_named() {
        assert_eq!(found("expect answer EUR 5"), ["wrong-type answer"]);
        assert_eq!(found("expect phone 4 hours"), ["wrong-type phone"]);
        assert_eq!(found("expect fixes open"), ["wrong-type fixes"]);
        assert_eq!(found("expect covered yes"), ["wrong-type covered"]);
    }

    #[test]
    fn an_unknown_name_or_path_is_answered_with_the_nearest() {
        assert_eq!(found("expect anser 4 hours"), ["unknown-name anser"]);
        assert_eq!(found("expect answer 4 hours, under answer/frst"), ["unknown-name answer/frst"]);
        assert_eq!(found("expect support EUR 5, under answer/first"), ["unknown-name answer/first"]);
    }

    #[test]
    fn the_nearest_path_is_one_of_what_the_line_is_about() {
        let near = |line: &str| {
            let checked = check(&format!("{POLICY}test \"T\" {{\ngiven severity is high\n{line}\n}}\n"));
            checked.findings.into_iter().next().and_then(|found| found.help).unwrap_or_default()
        };
        assert_eq!(near("expect answer 4 hours, under answer/frst"), "there is `answer/first`");
        let escalated = "expect path notifies lead at 2026-01-05 12:00, under";
        assert_eq!(near(&format!("{escalated} path/lat")), "there is `path/late`");
        assert_eq!(
            near(&format!("{escalated} path/quite-another")),
            near(&format!("{escalated} answer/first"))
        );
    }

    #[test]
    fn what_says_nothing_of_the_case_is_ruled_out() {
        let text = format!(
            "{POLICY}test \"T\" {{ given severity is low\nexpect answer 4 hours; expect phone closed }}\n"
        );
        assert_eq!(codes(&text), ["case-ruled-out answer"]);
    }
}
