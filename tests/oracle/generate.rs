//! Random small policies.
//!
//! In: choices. Out: a [`Policy`] of 1 to 4 facts, with what these follow from, and 1 to 3 things that depend on them. Most
//! are free of mistakes outside their rules, so that there is something to compare.

use super::choices::Choices;
use super::conditions::{any, condition, maybe, when};
use super::grids::{self, Sets};
use super::judge::Judge;
use super::model::{Fact, Kind, Line, Policy, Scope, TableDecl, Thing, Value, What};
use super::values::Val;

const DAY_OF_2026: i64 = 20_454;
const BILLION: i64 = 1_000_000_000;

/// The most combinations that are looked at.
const MOST_CASES: usize = 600;

pub fn policy(choices: &mut Choices) -> Policy {
    let mut policy = Policy::default();
    facts(choices, &mut policy);
    existence(choices, &mut policy);
    policy.cases = Judge::new(&policy).cases;
    scope(choices, &mut policy);
    let count = 1 + choices.below(3);
    for name in ["response", "resolution", "update"].into_iter().take(count) {
        thing(choices, &mut policy, What::Commitment, name);
    }
    if choices.chance(30) {
        thing(choices, &mut policy, What::Price, "fee");
    }
    if choices.chance(50) {
        entitlements(choices, &mut policy);
    }
    if let (Some(fact), true) = (policy.find(Kind::Channel), choices.chance(80)) {
        channels(choices, &mut policy, fact);
    }
    if choices.chance(25) {
        side_by_side(choices, &mut policy);
    }
    policy
}

fn value(text: &'static str) -> Value {
    Value { text: Some(text), point: 0, only: Vec::new(), extends: Vec::new() }
}

fn fact(choices: &mut Choices, kind: Kind, yes_no: &mut Vec<&'static str>) -> Fact {
    let some = |choices: &mut Choices, names: &[&'static str]| -> Vec<Value> {
        let least = 2.min(names.len());
        let count = least + choices.below(names.len() - least + 1);
        names.iter().take(count).map(|name| value(name)).collect()
    };
    let (name, values) = match kind {
        Kind::Severity => ("severity", some(choices, &["critical", "high", "low"])),
        Kind::Plan => {
            let names = some(choices, &["basic", "standard", "premium", "partner"]);
            ("plan", plans(choices, names))
        }
        Kind::Request => ("kind", some(choices, &["bug", "question", "order"])),
        Kind::Channel => ("channel", some(choices, &["email", "phone", "chat"])),
        Kind::Named => ("tier", some(choices, &["gold", "silver", "bronze"])),
        Kind::YesNo => (yes_no.pop().unwrap_or("spare"), vec![value("yes"), value("no")]),
        Kind::Number => {
            let pools: [&[(&str, i64)]; 3] =
                [&[("10", 10), ("100", 100)], &[("1_000", 1000)], &[("0", 0), ("2.5", 2), ("40", 40)]];
            let exact = |(text, whole): &(&'static str, i64)| {
                (*text, whole * BILLION + if text.contains('.') { BILLION / 2 } else { 0 })
            };
            ("nodes", points(choices.one(&pools).iter().map(exact).collect(), BILLION))
        }
        Kind::Date => {
            let pools: [&[(&'static str, i64)]; 2] = [
                &[
                    ("2026-01-01", DAY_OF_2026),
                    ("2026-01-02", DAY_OF_2026 + 1),
                    ("2026-03-01", DAY_OF_2026 + 59),
                ],
                &[("2025-12-31", DAY_OF_2026 - 1)],
            ];
            ("since", points(choices.one(&pools).to_vec(), 1))
        }
    };
    Fact { name, kind, values, derived: None }
}

/// The values below, at, between and above thresholds; `step` is the least distance that lies between.
fn points(thresholds: Vec<(&'static str, i64)>, step: i64) -> Vec<Value> {
    let between = |point: i64| Value { text: None, point, only: Vec::new(), extends: Vec::new() };
    let mut values = Vec::new();
    for (text, point) in thresholds {
        let low = values.last().map_or(point - 2 * step, |last: &Value| last.point);
        if point - low > 1 {
            values.push(between(low + (point - low) / 2));
        }
        values.push(Value { text: Some(text), ..between(point) });
    }
    let last = values.last().map_or(0, |last| last.point);
    values.push(between(last + step));
    values
}

fn plans(choices: &mut Choices, mut plans: Vec<Value>) -> Vec<Value> {
    for at in 1..plans.len() {
        match choices.below(10) {
            0..=6 => plans[at].extends = vec![at - 1],
            7 => plans[at].extends = vec![choices.below(at)],
            8 if at > 1 => plans[at].extends = vec![at - 1, at - 2],
            _ => {}
        }
    }
    plans
}

fn facts(choices: &mut Choices, policy: &mut Policy) {
    let mut yes_no = vec!["renewed", "urgent", "workaround"];
    let kinds = [
        Kind::Severity,
        Kind::Plan,
        Kind::Request,
        Kind::Channel,
        Kind::YesNo,
        Kind::Number,
        Kind::Date,
        Kind::Named,
    ];
    let count = 1 + choices.below(4);
    let mut taken: Vec<Kind> = Vec::new();
    let mut size = 1;
    for _ in 0..=count {
        if policy.facts.len() == count {
            break;
        }
        let kind = *choices.one(&kinds);
        let again = taken.contains(&kind) && (kind != Kind::YesNo || yes_no.is_empty());
        if again {
            continue;
        }
        let fact = fact(choices, kind, &mut yes_no);
        if size * fact.values.len() <= MOST_CASES / 4 {
            size *= fact.values.len();
            taken.push(kind);
            policy.facts.push(fact);
        }
    }
    if policy.facts.is_empty() {
        policy.facts.push(fact(choices, Kind::Severity, &mut yes_no));
    }
    let mut depth = 0;
    while depth < 2 && choices.chance(22) {
        depth += 1;
        derived(choices, policy, depth, &mut yes_no);
    }
    let order = choices.chance(50);
    if order && policy.facts.iter().all(|fact| fact.derived.is_none()) {
        policy.facts = choices.shuffled(std::mem::take(&mut policy.facts));
    }
}

/// A fact that follows from two others.
fn derived(choices: &mut Choices, policy: &mut Policy, depth: usize, yes_no: &mut Vec<&'static str>) {
    let usable = |policy: &Policy| -> Vec<usize> {
        (0..policy.facts.len())
            .filter(|at| !matches!(policy.facts[*at].kind, Kind::Number | Kind::Date))
            .collect()
    };
    let size: usize = policy.facts.iter().map(|fact| fact.values.len()).product();
    if size > MOST_CASES / 12 {
        return;
    }
    while usable(policy).len() < 2 {
        let extra = fact(choices, Kind::YesNo, yes_no);
        policy.facts.push(extra);
    }
    let from = choices.shuffled(usable(policy));
    let severity = policy.find(Kind::Severity).is_none() && choices.chance(40);
    let (name, kind, names): (_, _, &[&str]) = match (severity, depth) {
        (true, _) => ("severity", Kind::Severity, &["critical", "high", "low"]),
        (false, 1) => ("grade", Kind::Named, &["first", "second", "third"]),
        (false, _) => ("rank", Kind::Named, &["upper", "lower"]),
    };
    let values = names.iter().take(2 + choices.below(names.len() - 1)).map(|name| value(name)).collect();
    policy.facts.push(Fact { name, kind, values, derived: None });
    let last = policy.facts.len() - 1;
    policy.facts[last].derived = Some(grids::derived(choices, &policy.facts, last, [from[0], from[1]]));
}

/// Values that exist only in some cases. What they depend on is said, not derived.
fn existence(choices: &mut Choices, policy: &mut Policy) {
    if !choices.chance(35) {
        return;
    }
    for _ in 0..=choices.below(2) {
        let own = choices.below(policy.facts.len());
        let said: Vec<usize> =
            (0..policy.facts.len()).filter(|at| *at != own && policy.facts[*at].derived.is_none()).collect();
        if said.is_empty() || matches!(policy.facts[own].kind, Kind::YesNo | Kind::Number | Kind::Date) {
            continue;
        }
        let cond = condition(choices, policy, &said, 1);
        let at = choices.below(policy.facts[own].values.len());
        policy.facts[own].values[at].only.push(cond);
    }
}

fn scope(choices: &mut Choices, policy: &mut Policy) {
    if !choices.chance(50) {
        return;
    }
    let mut scope = Scope::default();
    for _ in 0..choices.below(3) {
        scope.covers.push(maybe(choices, 85, policy));
    }
    let excluded = if scope.covers.is_empty() { 1 } else { choices.below(3) };
    for _ in 0..excluded {
        let only = choices.chance(15).then(|| any(choices, policy));
        scope.excludes.push((Some(when(choices, policy)), only));
    }
    policy.scope = Some(scope);
}

fn line(choices: &mut Choices, policy: &Policy, what: What, name: String, except: bool) -> Line {
    Line {
        value: draw(choices, what, true),
        except,
        name: choices.chance(30).then_some(name),
        when: if except { Some(when(choices, policy)) } else { maybe(choices, 75, policy) },
        only: choices.chance(5).then(|| any(choices, policy)),
    }
}

/// A value, mostly one of the first few, so that some are the same.
fn draw(choices: &mut Choices, what: What, in_a_plan: bool) -> Val {
    let count = Val::count(what, what == What::Entitlement && in_a_plan);
    let most = if choices.chance(35) { count } else { 4.min(count) };
    Val(choices.below(most))
}

fn thing(choices: &mut Choices, policy: &mut Policy, what: What, name: &'static str) {
    let only = (0..choices.below(8).saturating_sub(5)).map(|_| any(choices, policy)).collect();
    let mut thing =
        Thing { what, name, only, lines: Vec::new(), grids: Vec::new(), tables_first: choices.chance(60) };
    let at = policy.things.len();
    if choices.chance(55) {
        thing
            .grids
            .extend(grids::grid(choices, policy, &Sets::One(at), |choices| draw(choices, what, false)));
    }
    let lines = choices.below(4) + usize::from(thing.grids.is_empty());
    for number in 0..lines {
        let except = number > 0 && choices.chance(40) || !thing.grids.is_empty() && choices.chance(50);
        thing.lines.push(line(choices, policy, what, format!("line-{number}"), except));
    }
    policy.things.push(thing);
}

fn entitlements(choices: &mut Choices, policy: &mut Policy) {
    let start = policy.things.len();
    for name in ["hot-fixes", "contacts"].into_iter().take(1 + choices.below(2)) {
        let only = (0..choices.below(8).saturating_sub(6)).map(|_| any(choices, policy)).collect();
        let (lines, grids, tables_first) = (Vec::new(), Vec::new(), false);
        policy.things.push(Thing { what: What::Entitlement, name, only, lines, grids, tables_first });
    }
    let things: Vec<usize> = (start..policy.things.len()).collect();
    if let Some(fact) = policy.find(Kind::Plan) {
        for plan in 0..policy.facts[fact].values.len() {
            for _ in 0..choices.below(3) {
                let thing = *choices.one(&things);
                let again = policy.grants.iter().any(|(known, of, _)| *known == plan && *of == thing);
                let except = again && choices.chance(30);
                let mut grant = line(
                    choices,
                    policy,
                    What::Entitlement,
                    format!("grant-{}", policy.grants.len()),
                    except,
                );
                if !except && choices.chance(60) {
                    grant.when = None;
                }
                policy.grants.push((plan, thing, grant));
            }
        }
    }
    if choices.chance(35) {
        let sets =
            if choices.chance(60) { Sets::Rows(&things, false) } else { Sets::Columns(things.clone()) };
        table(choices, policy, "entitled", &sets, What::Entitlement);
    }
}

fn table(choices: &mut Choices, policy: &mut Policy, name: &'static str, sets: &Sets<'_>, what: What) {
    if let Some(grid) = grids::grid(choices, policy, sets, |choices| draw(choices, what, false)) {
        let only = choices.chance(15).then(|| any(choices, policy));
        policy.tables.push(TableDecl { name, only, grid, first: choices.chance(50) });
    }
}

fn channels(choices: &mut Choices, policy: &mut Policy, fact: usize) {
    let channels: Vec<usize> = (0..policy.facts[fact].values.len()).collect();
    for channel in &channels {
        for _ in 0..choices.below(3) {
            let calendars = vec![choices.below(2)];
            let when = maybe(choices, 60, policy);
            policy.openings.push((*channel, calendars, when));
        }
    }
    if choices.chance(40) {
        let grid = grids::grid(choices, policy, &Sets::Rows(&channels, true), |choices| {
            Val((1 + choices.below(4)) % 4)
        });
        if let Some(grid) = grid {
            let only = choices.chance(15).then(|| any(choices, policy));
            policy.tables.push(TableDecl { name: "hours", only, grid, first: choices.chance(50) });
        }
    }
}

/// A table that sets the commitments side by side, on top of what they say themselves.
fn side_by_side(choices: &mut Choices, policy: &mut Policy) {
    let all = 0..policy.things.len();
    let mut things: Vec<usize> = all.filter(|at| policy.things[*at].what == What::Commitment).collect();
    if choices.chance(50) {
        // Then what they say themselves is about exceptions.
        for at in &things {
            policy.things[*at].grids.clear();
            policy.things[*at]
                .lines
                .iter_mut()
                .filter(|line| line.when.is_some())
                .for_each(|line| line.except = true);
        }
    }
    if things.len() > 1 && choices.chance(40) {
        things.pop();
    }
    table(choices, policy, "targets", &Sets::Columns(things), What::Commitment);
}
