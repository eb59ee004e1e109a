//! Whether one expectation holds in the answer to its case, for all values that its facts may have.
//!
//! In: an expectation and the question of its case. Out: nothing where it holds; otherwise what was expected, what came
//! instead, for which case, by which rule and by what working, in words for a finding.

mod values;
mod way;

use crate::cases::{CaseSet, Dim};
use crate::evaluate::amounts::worth_of;
use crate::evaluate::commitments::{Applied, Said, applied};
use crate::evaluate::context::Context;
use crate::evaluate::coverage::{self, asked, covered, instead};
use crate::evaluate::escalations::{comes_at, steps};
use crate::evaluate::known::{Known, Unsettled};
use crate::evaluate::look::{Look, look_up};
use crate::evaluate::process::{Course, recent_course};
use crate::evaluate::question::{Question, What, local};
use crate::evaluate::say;
use crate::hir::{Cond, Expectation, Legend, Outcome, Process, Ref, RuleSet, Rung, Told};
use crate::source::Span;
use crate::time::{DateTime, Instant};
use crate::value::{Condition, Name};

/// How an expectation failed.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Whether nobody knows yet what comes, since a `?` stands where it would be said.
    pub unknown: bool,
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
    /// Nobody knows yet what comes.
    fn unknown(expected: impl Into<String>) -> Box<Self> {
        let words = "it is not known yet".to_owned();
        Box::new(Self {
            unknown: true,
            expected: expected.into(),
            got: words.clone(),
            label: words,
            ..Self::default()
        })
    }

    fn new(expected: impl Into<String>, got: impl Into<String>, label: impl Into<String>) -> Box<Self> {
        Box::new(Self { expected: expected.into(), got: got.into(), label: label.into(), ..Self::default() })
    }
}

type Held = Result<(), Box<Verdict>>;

/// Whether an expectation holds.
pub fn verdict(context: &Context<'_>, question: &Question, expectation: &Expectation) -> Held {
    let Some(when) = &expectation.clause.when else { return of_all(context, question, expectation) };
    let mut part = question.clone();
    // It speaks of the cases that are left, if any is.
    if part.narrow(context, &when.cases) { of_all(context, &part, expectation) } else { Ok(()) }
}

/// Whether an expectation holds in all cases of a question.
fn of_all(context: &Context<'_>, question: &Question, expectation: &Expectation) -> Held {
    match &expectation.outcome {
        Outcome::Holds(conds, to) => holds(context, question, conds, to.as_ref()),
        Outcome::By(name, at) => by(context, question, name, at.value),
        Outcome::Notifies(name, people, at) => {
            notifies(context, question, name, people, at.value, expectation)
        }
        Outcome::Open(name, open) => values::open(context, question, name, *open),
        Outcome::Promise(name, promise) => values::promised(context, question, name, promise),
        Outcome::Grant(name, grant) => values::granted(context, question, name, grant),
        Outcome::Limit(name, quantity) => values::limited(context, question, name, quantity),
        Outcome::Amount(name, amount) => values::costs(context, question, name, amount),
        Outcome::Cost(name, amount, length) => values::charged(context, question, name, amount, length),
    }?;
    match &expectation.under {
        Some(path) => under(context, question, path),
        None => Ok(()),
    }
}

fn told(context: &Context<'_>, cases: &CaseSet) -> Option<Told> {
    let case = cases.witness(&context.program.space)?;
    Some(Legend::of(&context.program.facts).case(&context.program.space, &case, cases))
}

fn holds(context: &Context<'_>, question: &Question, conds: &[Cond], to: Option<&Ref>) -> Held {
    let course = recent_course(context, question);
    let known = course.known(question.at);
    let cases = known.left(context.program);
    for cond in conds {
        let expected = cond.written.as_deref().map_or_else(|| "this".to_owned(), say::condition);
        if waits(context, known, cond) {
            return Err(Verdict::unknown(expected));
        }
        let covered = asked(context, known, cond);
        if covered.unwrap_or_else(|| cases.is_subset_of(&cond.cases)) {
            continue;
        }
        let against = cases.minus(&cond.cases);
        let several = cases.overlaps(&cond.cases) && covered.is_none();
        let (got, label) = if several {
            ("that does not hold in every case that is left".to_owned(), "not always".to_owned())
        } else {
            let got = cond.written.as_deref().and_then(|cond| say::instead_of(context, cond, known));
            let got = got.unwrap_or_else(|| "that is not so".to_owned());
            (got.clone(), got)
        };
        let mut verdict = Verdict::new(expected, got, label);
        verdict.case = told(context, &against).filter(|_| several);
        verdict.rule = say::scope_line(context, cond, &cases);
        way::tell(context, question, &course, cond, &mut verdict);
        return Err(verdict);
    }
    if let Some(to) = to {
        let offered = instead(context, &cases);
        if !offered.contains(to) && coverage::waits(context, known) {
            return Err(Verdict::unknown(format!("`{}` instead", to.name)));
        }
        if !offered.contains(to) {
            let names: Vec<String> = offered.iter().map(|to| format!("`{}`", to.name)).collect();
            let got = match (covered(context, known), names.as_slice()) {
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

/// Whether nobody can say yet whether a condition holds: what is covered, a process or a fact that it asks for waits.
fn waits(context: &Context<'_>, known: &Known, cond: &Cond) -> bool {
    let program = context.program;
    let cases = known.left(program);
    let tests = cond.written.as_deref().map(Condition::tests).unwrap_or_default();
    tests.into_iter().any(|test| {
        if test.fact == *"covered" {
            return coverage::waits(context, known);
        }
        let unfilled = |dim| matches!(known.unsettled(program, vec![dim]), Unsettled::Waits(_));
        program.processes.get(&test.fact).is_some_and(Process::waits)
            || !cases.is_subset_of(&cond.cases) && program.space.dim(test.fact.as_str()).is_some_and(unfilled)
    })
}

/// That something depends on facts that are not given.
fn depends(context: &Context<'_>, facts: &[Dim], expected: String) -> Box<Verdict> {
    let names = context.names(facts).join("`, `");
    Verdict::new(expected, format!("that depends on `{names}`"), "it depends")
}

/// The question for each part of its cases that one rule decides, and for those that none does.
fn parts<V>(context: &Context<'_>, question: &Question, set: &RuleSet<V>) -> Vec<Question> {
    let course = recent_course(context, question);
    let known = course.known(question.at);
    let cases = known.left(context.program);
    let cases = known.still(&cases).unwrap_or(cases);
    // No part is of one phase alone where the release is in none that is known.
    let regions = set.regions.iter().filter(|region| region.cases.overlaps(&cases));
    let regions =
        regions.map(|region| known.regardless(context.program, &region.cases.and(&cases)).and(&cases));
    let mut left = cases.clone();
    let mut sets: Vec<CaseSet> = Vec::new();
    for region in regions {
        left = left.minus(&region);
        sets.push(region);
    }
    sets.push(left.and(&set.domain));
    sets.push(left.minus(&set.domain));
    sets.retain(|set| !set.is_empty());
    sets.dedup();
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
        let course = recent_course(context, part);
        let verdict = match applied(context, said, &course, part) {
            Said::Applies(one) if one.waits(context) => Verdict::unknown(&*expected),
            Said::Applies(one) => match due(context, &one, wanted) {
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
            Said::Waits(_) => Verdict::unknown(&*expected),
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
fn due(context: &Context<'_>, applied: &Applied<'_>, wanted: Instant) -> Option<(String, String)> {
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
    let course = recent_course(context, question);
    let cases = course.known(question.at).left(context.program);
    let all = all_applied(context, &course, question);
    let steps = steps(context, escalation, &course, &cases, &all, None);
    let named =
        |step: &&super::escalations::Step<'_>| people.iter().all(|name| step.rung.people.contains(name));
    let right = |step: &super::escalations::Step<'_>| {
        let path = format!("{name}/{}", step.rung.clause.name);
        comes_at(context, step, &all, &cases, wanted)
            && !step.kept
            && expectation.under.as_ref().is_none_or(|under| *under == path)
    };
    let open =
        |rung: &Rung| rung.moment.guards().is_some_and(|name| is_open(context, name, &course, question));
    if steps.iter().filter(named).any(|step| right(step) && !open(step.rung)) {
        return Ok(());
    }
    let tells = |rung: &&Rung| people.iter().all(|name| rung.people.contains(name));
    if escalation.waits || escalation.clause.unfilled || escalation.rungs.iter().filter(tells).any(open) {
        return Err(Verdict::unknown(expected));
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

/// Whether nobody can say yet when a commitment is due.
fn is_open(context: &Context<'_>, name: &Name, course: &Course, question: &Question) -> bool {
    let Some(said) = context.program.commitments.get(name) else { return false };
    match applied(context, said, course, question) {
        Said::Applies(one) => one.waits(context),
        Said::Waits(_) => true,
        Said::Nothing | Said::Depends(_) => false,
    }
}

/// All promises that apply; one that nothing here is asked about may stay open.
fn all_applied<'a>(context: &Context<'a>, course: &Course, question: &Question) -> Vec<Applied<'a>> {
    let all = context.program.commitments.values();
    all.filter_map(|said| match applied(context, said, course, question) {
        Said::Applies(one) => Some(*one),
        Said::Nothing | Said::Depends(_) | Said::Waits(_) => None,
    })
    .collect()
}

/// Whether the rule of this path decides all of the cases.
fn under(context: &Context<'_>, question: &Question, path: &str) -> Held {
    let name = path.split('/').next().unwrap_or_default();
    let course = recent_course(context, question);
    let known = course.known(question.at);
    let program = context.program;
    let found: Option<Vec<String>> = if let Some(said) = program.commitments.get(name) {
        match applied(context, said, &course, question) {
            Said::Applies(one) => Some(one.rules.iter().map(|rule| rule.path.to_string()).collect()),
            Said::Nothing => Some(Vec::new()),
            Said::Depends(_) | Said::Waits(_) => None,
        }
    } else if let Some(said) = program.entitlements.get(name) {
        match look_up(program, &said.rules, known, |one, two| one == two) {
            Look::Decided(rules) => Some(rules.iter().map(|rule| rule.path.to_string()).collect()),
            Look::Outside | Look::Gap => Some(Vec::new()),
            Look::Depends(_) | Look::Waits(_) => None,
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
