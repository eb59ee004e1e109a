//! Whether one expectation holds in the answer to its case, for all values that its facts may have.
//!
//! In: an expectation and the question of its case. Out: nothing where it holds; otherwise what was expected, what came
//! instead, for which case, by which rule and by what working, in words for a finding.

use super::amounts::{Worth, worth, worth_of};
use super::channels::{Doors, doors};
use super::commitments::{Applied, Said, applied};
use super::context::Context;
use super::coverage::{covered, instead};
use super::escalations::steps;
use super::grants::counted;
use super::known::Known;
use super::look::{Look, look};
use super::offers::cost;
use super::process::{Course, course};
use super::question::{Question, What, local};
use super::say;
use crate::cases::CaseSet;
use crate::hir::{Cond, Expectation, Grant, Legend, Outcome, Price, Ref, RuleSet, Told};
use crate::source::Span;
use crate::time::{DateTime, Instant};
use crate::value::{Amount, Duration, Figure, Name, Promise, Quantity};

/// How an expectation failed.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// What was expected.
    pub expected: String,
    /// What came instead, behind "and".
    pub got: String,
    /// What is said beside the place.
    pub label: String,
    /// The case in which it failed, if the example leaves several.
    pub case: Option<Told>,
    /// The rule that decided.
    pub rule: Option<(Span, String)>,
    /// How its clock was counted.
    pub working: String,
}

impl Verdict {
    fn new(expected: impl Into<String>, got: impl Into<String>, label: impl Into<String>) -> Box<Self> {
        Box::new(Self { expected: expected.into(), got: got.into(), label: label.into(), ..Self::default() })
    }
}

type Held = Result<(), Box<Verdict>>;

/// Whether an expectation holds.
pub fn verdict(context: &Context<'_>, question: &Question, expectation: &Expectation) -> Held {
    let mut question = question.clone();
    if let Some(when) = &expectation.clause.when
        && !question.narrow(context, &when.cases)
    {
        // No case is left of which it speaks.
        return Ok(());
    }
    match &expectation.outcome {
        Outcome::Holds(conds, to) => holds(context, &question, conds, to.as_ref()),
        Outcome::By(name, at) => by(context, &question, name, at.value),
        Outcome::Notifies(name, people, at) => {
            notifies(context, &question, name, people, at.value, expectation)
        }
        Outcome::Open(name, open) => self::open(context, &question, name, *open),
        Outcome::Promise(name, promise) => promised(context, &question, name, promise),
        Outcome::Grant(name, grant) => granted(context, &question, name, grant),
        Outcome::Limit(name, quantity) => limited(context, &question, name, quantity),
        Outcome::Amount(name, amount) => costs(context, &question, name, amount),
        Outcome::Cost(name, amount, length) => charged(context, &question, name, amount, length),
    }?;
    match &expectation.under {
        Some(path) => under(context, &question, path),
        None => Ok(()),
    }
}

fn told(context: &Context<'_>, cases: &CaseSet) -> Option<Told> {
    let case = cases.witness(&context.program.space)?;
    Some(Legend::of(&context.program.facts).case(&context.program.space, &case, cases))
}

fn holds(context: &Context<'_>, question: &Question, conds: &[Cond], to: Option<&Ref>) -> Held {
    let course = course(context, question);
    let cases = course.known(question.at).left(context.program);
    for cond in conds {
        if cases.is_subset_of(&cond.cases) {
            continue;
        }
        let expected = cond.written.as_deref().map_or_else(|| "this".to_owned(), say::condition);
        let against = cases.minus(&cond.cases);
        let (got, label) = if cases.overlaps(&cond.cases) {
            ("that does not hold in every case that is left".to_owned(), "not always".to_owned())
        } else {
            let got = cond.written.as_deref().and_then(|cond| say::instead_of(context, cond, &cases));
            let got = got.unwrap_or_else(|| "that is not so".to_owned());
            (got.clone(), got)
        };
        let mut verdict = Verdict::new(expected, got, label);
        verdict.case = told(context, &against).filter(|_| cases.overlaps(&cond.cases));
        verdict.rule = say::scope_line(context, cond, &cases);
        return Err(verdict);
    }
    if let Some(to) = to {
        let offered = instead(context, &cases);
        if !offered.contains(to) {
            let names: Vec<String> = offered.iter().map(|to| format!("`{}`", to.name)).collect();
            let got = match (covered(context, &cases), names.as_slice()) {
                (Some(true), _) => "the case is covered".to_owned(),
                (_, []) => "nothing is offered instead".to_owned(),
                (_, names) => format!("what is offered instead is {}", names.join(", ")),
            };
            let expected = format!("`{}` instead", to.name);
            return Err(Verdict::new(expected, got.clone(), got));
        }
    }
    Ok(())
}

/// The question for each part of its cases that one rule decides, and for those that none does.
fn parts<V>(context: &Context<'_>, question: &Question, set: &RuleSet<V>) -> Vec<Question> {
    let course = course(context, question);
    let cases = course.known(question.at).left(context.program);
    let regions = set.regions.iter().map(|region| region.cases.and(&cases));
    let mut left = cases.clone();
    let mut sets: Vec<CaseSet> = Vec::new();
    for region in regions {
        left = left.minus(&region);
        sets.push(region);
    }
    sets.push(left.and(&set.domain));
    sets.push(left.minus(&set.domain));
    sets.retain(|set| !set.is_empty());
    if sets.len() <= 1 {
        return vec![question.clone()];
    }
    let narrowed = sets.iter().filter_map(|set| {
        let mut part = question.clone();
        part.narrow(context, set).then_some(part)
    });
    narrowed.collect()
}

fn by(context: &Context<'_>, question: &Question, name: &Name, at: DateTime) -> Held {
    let Some(said) = context.program.commitments.get(name) else { return Ok(()) };
    let expected = format!("`{name}` by {at}", at = say::local(at));
    let wanted =
        local(context, at).map_err(|problem| Verdict::new(&*expected, problem.message, "no such time"))?;
    let parts = parts(context, question, &said.rules);
    let several = parts.len() > 1;
    for part in &parts {
        let course = course(context, part);
        let verdict = match applied(context, said, &course, part) {
            Said::Applies(one) => match due(context, &one, part, wanted) {
                None => continue,
                Some((got, label)) => {
                    let mut verdict = Verdict::new(&*expected, got, label);
                    verdict.rule = one
                        .rules
                        .first()
                        .map(|rule| (rule.span, format!("{} by `{}`", say::figure(&rule.value), rule.path)));
                    verdict.working = say::working(context, &one, &course);
                    verdict
                }
            },
            Said::Nothing => {
                Verdict::new(&*expected, "nothing is promised in this case", "nothing is promised")
            }
            Said::Depends(facts) => {
                let names = context.names(&facts).join("`, `");
                Verdict::new(&*expected, format!("that depends on `{names}`"), "it depends")
            }
        };
        let mut verdict = verdict;
        if several {
            verdict.case = told(context, &course.known(part.at).left(context.program));
        }
        return Err(verdict);
    }
    Ok(())
}

/// What came instead of an instant, and the same in short; none where it came as wanted.
fn due(
    context: &Context<'_>,
    applied: &Applied<'_>,
    question: &Question,
    wanted: Instant,
) -> Option<(String, String)> {
    match (&applied.due, applied.start) {
        (Some(Ok(due)), _) if *due == wanted || applied.cadence.contains(&wanted) => None,
        (Some(Ok(due)), _) => {
            let due = say::instant(context, *due);
            Some((format!("it is due {due}"), due))
        }
        (Some(Err(error)), _) => {
            Some((format!("that cannot be worked out: {error}"), "it cannot be worked out".to_owned()))
        }
        (None, None) => {
            let from = applied.said.from.as_ref().map_or("received", Name::as_str);
            let _ = question;
            Some((
                format!("its clock starts with `{from}`, which does not happen"),
                "it does not start".to_owned(),
            ))
        }
        (None, Some(_)) => {
            let figure = applied.rules.first().map_or_else(String::new, |rule| say::figure(&rule.value));
            Some((format!("no time is promised: {figure}"), figure))
        }
    }
}

fn notifies(
    context: &Context<'_>,
    question: &Question,
    name: &Name,
    people: &[Name],
    at: DateTime,
    expectation: &Expectation,
) -> Held {
    let Some(escalation) = context.program.escalations.get(name) else { return Ok(()) };
    let list: Vec<String> = people.iter().map(|name| format!("`{name}`")).collect();
    let expected = format!("`{name}` to notify {} at {}", list.join(", "), say::local(at));
    let wanted =
        local(context, at).map_err(|problem| Verdict::new(&*expected, problem.message, "no such time"))?;
    let course = course(context, question);
    let cases = course.known(question.at).left(context.program);
    let all =
        all_applied(context, &course, question).map_err(|got| Verdict::new(&*expected, got, "it depends"))?;
    let steps = steps(context, escalation, &cases, &all);
    let named =
        |step: &&super::escalations::Step<'_>| people.iter().all(|name| step.rung.people.contains(name));
    let right = |step: &super::escalations::Step<'_>| {
        let path = format!("{name}/{}", step.rung.clause.name);
        step.at == Some(wanted) && !step.kept && expectation.under.as_ref().is_none_or(|under| *under == path)
    };
    if steps.iter().filter(named).any(right) {
        return Ok(());
    }
    let told: Vec<String> = steps
        .iter()
        .filter(named)
        .map(|step| match (step.at, step.kept) {
            (_, true) => "they need not be told, since the promise was kept before".to_owned(),
            (Some(at), false) => format!("they are told {}", say::instant(context, at)),
            (None, false) => "no instant is known at which they are told".to_owned(),
        })
        .collect();
    let got = match told.as_slice() {
        [] => "they are not told in this case".to_owned(),
        told => told.join("; "),
    };
    let mut verdict = Verdict::new(expected, got, "not so");
    verdict.rule = steps.iter().find(named).map(|step| (step.rung.span, "this step tells them".to_owned()));
    Err(verdict)
}

/// All promises that apply; the facts that one depends on, in words, otherwise.
fn all_applied<'a>(
    context: &Context<'a>,
    course: &Course,
    question: &Question,
) -> Result<Vec<Applied<'a>>, String> {
    let mut all = Vec::new();
    for said in context.program.commitments.values() {
        match applied(context, said, course, question) {
            Said::Applies(one) => all.push(*one),
            // A promise that nothing here is asked about may stay open.
            Said::Nothing | Said::Depends(_) => {}
        }
    }
    Ok(all)
}

fn open(context: &Context<'_>, question: &Question, name: &Name, open: bool) -> Held {
    let Some(channel) = context.program.channels.get(name) else { return Ok(()) };
    let course = course(context, question);
    let expected = format!("`{name}` to be {}", if open { "open" } else { "closed" });
    let (right, got) = match doors(context, channel, course.known(question.at), question.at) {
        Doors::Open(until) => (
            open,
            match until {
                Some(until) => format!("it is open until {}", say::instant(context, until)),
                None => "it is open".to_owned(),
            },
        ),
        Doors::Closed(Some(opens)) => (!open, format!("it is closed until {}", say::instant(context, opens))),
        Doors::Closed(None) => (!open, "it is closed".to_owned()),
        Doors::Absent => (!open, "there is no such channel in this case".to_owned()),
        Doors::Decided(who) => (false, format!("it is open as decided by `{who}`")),
        Doors::Depends(facts) => (false, format!("that depends on `{}`", facts.join("`, `"))),
        Doors::Untimed => (false, "no instant is given".to_owned()),
        Doors::Unknown(error) => (false, error.to_string()),
    };
    if right { Ok(()) } else { Err(Verdict::new(expected, got.clone(), got)) }
}

fn promised(context: &Context<'_>, question: &Question, name: &Name, promise: &Promise) -> Held {
    let Some(said) = context.program.commitments.get(name) else { return Ok(()) };
    let course = course(context, question);
    let cases = course.known(question.at).left(context.program);
    let office = context.program.policy.business.as_ref().map(|business| &business.calendar);
    let plain = |figure: &Figure| Figure { strength: None, ..figure.clone() };
    let wanted = Figure { promise: promise.clone(), strength: None, span: name.span };
    let expected = format!("`{name}` {}", say::promise(promise));
    let wrong = |rule: &crate::hir::Rule<Figure>| !plain(&rule.value).same_as(&wanted, office);
    match look(context.program, &said.rules, &cases, |one, two| plain(one).same_as(&plain(two), office)) {
        Look::Decided(rules) => match rules.into_iter().find(|rule| wrong(rule)) {
            None => Ok(()),
            Some(rule) => {
                let figure = say::figure(&rule.value);
                let mut verdict = Verdict::new(expected, format!("the promise is {figure}"), figure);
                verdict.rule = Some((rule.span, format!("by `{}`", rule.path)));
                Err(verdict)
            }
        },
        Look::Outside | Look::Gap if *promise == Promise::No => Ok(()),
        Look::Outside | Look::Gap => {
            Err(Verdict::new(expected, "nothing is promised in this case", "nothing is promised"))
        }
        Look::Depends(facts) => {
            let names = context.names(&facts).join("`, `");
            Err(Verdict::new(expected, format!("that depends on `{names}`"), "it depends"))
        }
    }
}

fn granted(context: &Context<'_>, question: &Question, name: &Name, grant: &Grant) -> Held {
    let yes = !matches!(grant, Grant::No);
    let expected = format!("`{name}` {}", if yes { "yes" } else { "no" });
    grant_of(context, question, name, expected, |said| match said {
        Some(Grant::Yes | Grant::Limit { .. }) => yes,
        Some(Grant::No) | None => !yes,
        Some(Grant::Unfilled) => false,
    })
}

fn limited(context: &Context<'_>, question: &Question, name: &Name, wanted: &Quantity) -> Held {
    let course = course(context, question);
    let known = course.known(question.at).clone();
    grant_of(context, question, name, format!("`{name}` {}", say::quantity(wanted)), |said| match said {
        Some(Grant::Limit { quantity, .. }) => {
            let worked = counted(context, quantity, &known);
            *quantity == *wanted || worked == *wanted
        }
        Some(Grant::Yes | Grant::No | Grant::Unfilled) | None => false,
    })
}

/// Whether a test holds for what is granted in all cases.
fn grant_of(
    context: &Context<'_>,
    question: &Question,
    name: &Name,
    expected: String,
    right: impl Fn(Option<&Grant>) -> bool,
) -> Held {
    let Some(said) = context.program.entitlements.get(name) else { return Ok(()) };
    let parts = parts(context, question, &said.rules);
    let several = parts.len() > 1;
    for part in &parts {
        let course = course(context, part);
        let known = course.known(part.at);
        let cases = known.left(context.program);
        let (grant, rule) = match look(context.program, &said.rules, &cases, |one, two| one == two) {
            Look::Decided(rules) => match rules.first() {
                Some(rule) => (Some(&rule.value), Some((rule.span, format!("by `{}`", rule.path)))),
                None => (None, None),
            },
            Look::Outside | Look::Gap => (None, None),
            Look::Depends(facts) => {
                let names = context.names(&facts).join("`, `");
                return Err(Verdict::new(expected, format!("that depends on `{names}`"), "it depends"));
            }
        };
        if right(grant) {
            continue;
        }
        let got = match grant {
            Some(Grant::Yes) => "it is granted without a limit".to_owned(),
            Some(Grant::No) | None => "it is not granted".to_owned(),
            Some(Grant::Limit { quantity, .. }) => {
                format!("it is {}", say::quantity(&counted(context, quantity, known)))
            }
            Some(Grant::Unfilled) => "it is not known yet".to_owned(),
        };
        let mut verdict = Verdict::new(expected, got.clone(), got);
        verdict.rule = rule;
        verdict.case = told(context, &cases).filter(|_| several);
        return Err(verdict);
    }
    Ok(())
}

fn costs(context: &Context<'_>, question: &Question, name: &Name, amount: &Amount) -> Held {
    let Some(price): Option<&Price> = context.program.prices.get(name) else { return Ok(()) };
    let known_of = |part: &Question| course(context, part).known(part.at).clone();
    for part in parts(context, question, &price.rules) {
        let known: Known = known_of(&part);
        let wanted = worth(context, amount, price, &known, 0);
        let (found, _) = worth_of(context, price, &known);
        let got = match found {
            Some(found) if found == wanted => continue,
            Some(found) => format!("it is {}", found.words()),
            None => "that depends on what is not given".to_owned(),
        };
        let expected = format!("`{name}` to be {}", wanted.words());
        return Err(Verdict::new(expected, got.clone(), got));
    }
    Ok(())
}

fn charged(
    context: &Context<'_>,
    question: &Question,
    name: &Name,
    amount: &Amount,
    length: &Duration,
) -> Held {
    let Some(offer) = context.program.offers.get(name) else { return Ok(()) };
    let course = course(context, question);
    let known = course.known(question.at);
    let found = cost(context, offer, known, question.at, length);
    let wanted = match amount {
        Amount::Rate(rate, _) => Worth::Money {
            currency: rate.money.currency.to_string(),
            amount: rate.money.amount,
            per: rate.per.clone(),
        },
        Amount::None(_) => Worth::None,
        Amount::No(_) => Worth::No,
        Amount::Included(name, _) => Worth::Included(name.clone()),
        Amount::AsAgreed(name, _) => Worth::Agreed(name.clone()),
        Amount::AsDecided(name, _) => Worth::Decided(name.clone()),
        Amount::Share { .. }
        | Amount::Times(..)
        | Amount::Pick { .. }
        | Amount::Named(_)
        | Amount::Term(_)
        | Amount::Unfilled(_) => Worth::Open,
    };
    let got = match found {
        Some(found) if found == wanted => return Ok(()),
        Some(found) => format!("it costs {}", found.words()),
        None => "no rate is known for it".to_owned(),
    };
    let expected = format!("{} for {} of `{name}`", wanted.words(), say::duration(length));
    Err(Verdict::new(expected, got.clone(), got))
}

/// Whether the rule of this path decides all of the cases.
fn under(context: &Context<'_>, question: &Question, path: &str) -> Held {
    let name = path.split('/').next().unwrap_or_default();
    let course = course(context, question);
    let known = course.known(question.at);
    let program = context.program;
    let found: Option<Vec<String>> = if let Some(said) = program.commitments.get(name) {
        match applied(context, said, &course, question) {
            Said::Applies(one) => Some(one.rules.iter().map(|rule| rule.path.clone()).collect()),
            Said::Nothing => Some(Vec::new()),
            Said::Depends(_) => None,
        }
    } else if let Some(said) = program.entitlements.get(name) {
        match look(program, &said.rules, &known.left(program), |one, two| one == two) {
            Look::Decided(rules) => Some(rules.iter().map(|rule| rule.path.clone()).collect()),
            Look::Outside | Look::Gap => Some(Vec::new()),
            Look::Depends(_) => None,
        }
    } else if let Some(price) = program.prices.get(name) {
        Some(worth_of(context, price, known).1)
    } else {
        // The steps of escalations are looked at with the instants at which they come.
        return Ok(());
    };
    let expected = format!("`{path}` to decide");
    let Some(found) = found else {
        return Err(Verdict::new(expected, "which rule decides depends on what is not given", "not always"));
    };
    if !found.is_empty() && found.iter().all(|rule| *rule == *path) {
        return Ok(());
    }
    let others: Vec<String> =
        found.iter().filter(|rule| **rule != *path).map(|rule| format!("`{rule}`")).collect();
    let got = match others.as_slice() {
        [] => "no rule decides this case".to_owned(),
        [one] => format!("it is {one}"),
        several => format!("it is {}", several.join(" or ")),
    };
    Err(Verdict::new(expected, got.clone(), got))
}

impl Question {
    /// Leaves only those of its cases that are in a set at the end; whether any is left. Facts that change on the way are
    /// not looked at.
    fn narrow(&mut self, context: &Context<'_>, set: &CaseSet) -> bool {
        let mut set = set.clone();
        for happening in &self.happenings {
            if let What::Becomes { dim, .. } = &happening.what {
                set = set.forget(*dim);
            }
        }
        for process in context.program.processes.keys() {
            if let Some(dim) = context.program.space.dim(process.as_str()) {
                set = set.forget(dim);
            }
        }
        self.known.narrow(&set);
        !self.known.left(context.program).is_empty()
    }
}
