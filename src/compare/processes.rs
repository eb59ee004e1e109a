//! The states that a request passes through, and the order of work.
//!
//! In: the processes and queues of both versions. Out: changes.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, subject, words};
use super::kinds;
use super::lengths::{Lengths, SENDING, WINDOW};
use super::regions::meetings;
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Check, Clause, Cond, Order, Process, Rule, RuleSet, Sending, Transition, say};
use crate::value::{Name, Stated};

/// Compares all processes and the order of work.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("process", &old.processes, &new.processes);
    for gone in pairs.gone {
        let change = Change::new(&kinds::STATE.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::STATE.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        states(finder, was, is)?;
        checks(finder, was, is)?;
        transitions(finder, was, is)?;
        sendings(finder, was, is)?;
    }
    queue(finder)
}

fn part(of: &Clause, part: impl Into<String>) -> Subject {
    Subject { part: part.into(), ..subject(of) }
}

fn states(finder: &mut Finder<'_>, was: &Process, is: &Process) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    for state in &was.states {
        let name = names.new_of("state", &state.clause.name);
        if let Some(after) = is.states.iter().find(|known| known.clause.name == name) {
            wording::clauses(finder, &state.clause, &after.clause)?;
            continue;
        }
        let change = Change::new(&kinds::STATE.back, part(&is.clause, name.as_str()));
        let change = change.from_to(Said::Names("state", vec![state.clause.name.clone()]), None);
        let readers = Readers::of(&state.clause.audience);
        finder.add(Change { readers, ..change.at(Some(state.clause.span), None) })?;
    }
    for state in &is.states {
        let name = names.old_of("state", &state.clause.name);
        if !was.states.iter().any(|known| known.clause.name == name) {
            let change = Change::new(&kinds::STATE.forth, part(&is.clause, state.clause.name.as_str()));
            let change = change.from_to(None, Said::Names("state", vec![state.clause.name.clone()]));
            let readers = Readers::of(&state.clause.audience);
            finder.add(Change { readers, ..change.at(None, Some(state.clause.span)) })?;
        }
    }
    Ok(())
}

fn checks(finder: &mut Finder<'_>, was: &Process, is: &Process) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    for check in &was.checks {
        let name = names.new_of("check", &check.clause.name);
        let Some(after) = is.checks.iter().find(|known| known.clause.name == name) else {
            let change = Change::new(&kinds::CHECK.forth, part(&is.clause, name.as_str()));
            let change = change.from_to(Said::Names("check", vec![check.clause.name.clone()]), None);
            let readers = Readers::of(&check.clause.audience);
            finder.add(Change { readers, ..change.at(Some(check.clause.span), None) })?;
            continue;
        };
        wording::clauses(finder, &check.clause, &after.clause)?;
        let by = check.by.as_ref().map(|name| names.person(name));
        let otherwise = check.otherwise.as_ref().map(|name| names.new_of("state", name));
        if by != after.by || otherwise != after.otherwise {
            let said = |check: &Check| {
                let said = check.by.is_some() || check.otherwise.is_some();
                said.then(|| {
                    Said::Checked(check.clause.name.clone(), check.by.clone(), check.otherwise.clone())
                })
            };
            let change = Change::new(&kinds::CHECK_CHANGED, part(&is.clause, name.as_str()));
            let change = change.from_to(said(check), said(after));
            let readers = Readers::between(&check.clause.audience, &after.clause.audience);
            finder.add(Change { readers, ..change.at(Some(check.clause.span), Some(after.clause.span)) })?;
        }
    }
    for check in &is.checks {
        let name = names.old_of("check", &check.clause.name);
        if !was.checks.iter().any(|known| known.clause.name == name) {
            let change = Change::new(&kinds::CHECK.back, part(&is.clause, check.clause.name.as_str()));
            let change = change.from_to(None, Said::Names("check", vec![check.clause.name.clone()]));
            let readers = Readers::of(&check.clause.audience);
            finder.add(Change { readers, ..change.at(None, Some(check.clause.span)) })?;
        }
    }
    Ok(())
}

/// A way by where it leads and what it waits for.
fn way(transition: &Transition, state: impl Fn(&Name) -> Name, event: impl Fn(&Name) -> Name) -> String {
    let on = transition.on.as_ref().map_or_else(String::new, |on| format!(" on {}", event(on)));
    format!("{} becomes {}{on}", state(&transition.from), state(&transition.to))
}

/// The cases of a statement.
fn cases(finder: &Finder<'_>, when: Option<&Cond>, newer: bool) -> Result<CaseSet, TooComplex> {
    let side = if newer { &finder.common.new } else { &finder.common.old };
    match when {
        Some(when) => side.carry(&when.cases)?.try_and(finder.common.shared()),
        None => Ok(finder.common.shared().clone()),
    }
}

/// A transition by the way that it leads, and its cases.
type Way<'a> = (String, &'a Transition, CaseSet);

fn transitions(finder: &mut Finder<'_>, was: &Process, is: &Process) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let mut before: Vec<Way<'_>> = Vec::new();
    for one in &was.transitions {
        let key = way(one, |name| names.new_of("state", name), |name| names.event(name));
        before.push((key, one, cases(finder, one.clause.when.as_ref(), false)?));
    }
    let mut after: Vec<Way<'_>> = Vec::new();
    for one in &is.transitions {
        after.push((way(one, Name::clone, Name::clone), one, cases(finder, one.clause.when.as_ref(), true)?));
    }
    ways(finder, is, &before, &after)?;
    // Those for the same cases belong together; then those that lead the same way in some case.
    let mut left: Vec<&Way<'_>> = before.iter().collect();
    let mut open = Vec::new();
    for one in &after {
        match left.iter().position(|(key, _, here)| *key == one.0 && *here == one.2) {
            Some(at) => timers(finder, is, left.remove(at), one)?,
            None => open.push(one),
        }
    }
    for one in open {
        for other in left.iter().filter(|(key, _, here)| *key == one.0 && here.overlaps(&one.2)) {
            timers(finder, is, other, one)?;
        }
    }
    Ok(())
}

/// Ways that are there in some cases only on one side, whichever transitions lead there.
fn ways(
    finder: &mut Finder<'_>,
    is: &Process,
    before: &[Way<'_>],
    after: &[Way<'_>],
) -> Result<(), TooComplex> {
    let mut keys: Vec<&str> = Vec::new();
    for (key, ..) in after.iter().chain(before) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    for key in keys {
        let here = |ways: &[Way<'_>]| -> Result<CaseSet, TooComplex> {
            CaseSet::try_union(ways.iter().filter(|(known, ..)| known == key).map(|(_, _, cases)| cases))
        };
        let (was, now) = (here(before)?, here(after)?);
        for (kind, cases, ways, newer) in [
            (&kinds::TRANSITION.forth, now.try_minus(&was)?, after, true),
            (&kinds::TRANSITION.back, was.try_minus(&now)?, before, false),
        ] {
            let leads = |(known, _, own): &&Way<'_>| known == key && own.overlaps(&cases);
            let Some((_, one, _)) = ways.iter().find(leads) else { continue };
            let said = Some(Said::Way(Box::new((*one).clone()), key.to_owned()));
            let change = Change::new(kind, part(&is.clause, key)).within(cases);
            let change = if newer {
                change.from_to(None, said).at(None, Some(one.span))
            } else {
                change.from_to(said, None).at(Some(one.span), None)
            };
            finder.add(Change { readers: Readers::of(&one.clause.audience), ..change })?;
        }
    }
    Ok(())
}

/// After how long a way is gone by itself, and how long it stays open.
fn timers(
    finder: &mut Finder<'_>,
    is: &Process,
    (key, before, was): &Way<'_>,
    (_, after, now): &Way<'_>,
) -> Result<(), TooComplex> {
    let here = was.try_and(now)?;
    let readers = Readers::between(&before.clause.audience, &after.clause.audience);
    let of = part(&is.clause, key.as_str());
    let span = (Some(before.span), Some(after.span));
    let told = |transition: &Transition, length: &Option<Stated>| {
        length.as_ref().map(|length| Said::Way(Box::new(transition.clone()), say::stated(length)))
    };
    if finder.stated(before.after.as_ref(), after.after.as_ref())? != Lengths::Same {
        let change = Change::new(&kinds::TIMER, of.clone()).within(here.clone());
        let change =
            change.from_to(told(before, &before.after), told(after, &after.after)).at(span.0, span.1);
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    let change = WINDOW.change(of).from_to(told(before, &before.within), told(after, &after.within));
    let change = Change { readers, ..change.at(span.0, span.1) };
    finder.length(&WINDOW, &here, before.within.as_ref(), after.within.as_ref(), &change)
}

fn sendings(finder: &mut Finder<'_>, was: &Process, is: &Process) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let mut left: Vec<&Sending> = was.sendings.iter().collect();
    let mut fresh = Vec::new();
    for after in &is.sendings {
        let state = |sending: &Sending| names.new_of("state", &sending.state);
        let same =
            |before: &&Sending| state(before) == after.state && words(&before.text) == words(&after.text);
        match left.iter().position(same) {
            Some(at) => sending(finder, is, left.remove(at), after)?,
            None => fresh.push(after),
        }
    }
    // What is sent in the same state after the same time is the same message in other words.
    let mut new = Vec::new();
    for after in fresh {
        let same = |before: &&Sending| {
            names.new_of("state", &before.state) == after.state && before.after == after.after
        };
        let Some(at) = left.iter().position(same) else {
            new.push(after);
            continue;
        };
        let before = left.remove(at);
        let change = Change::new(&kinds::PROSE, part(&is.clause, after.state.as_str()));
        let change = change.from_to(Said::Text(before.text.clone()), Said::Text(after.text.clone()));
        let readers = Readers::between(&before.clause.audience, &after.clause.audience);
        finder.add(Change { readers, ..change.at(Some(before.clause.span), Some(after.clause.span)) })?;
    }
    for (kind, sendings, newer) in [(&kinds::SENDING.back, left, false), (&kinds::SENDING.forth, new, true)] {
        for one in sendings {
            let here = cases(finder, one.clause.when.as_ref(), newer)?;
            let change = Change::new(kind, part(&is.clause, words(&one.text))).within(here);
            let said = Said::Sent(Box::new(one.clone()), words(&one.text));
            let change = if newer {
                change.from_to(None, said).at(None, Some(one.clause.span))
            } else {
                change.from_to(said, None).at(Some(one.clause.span), None)
            };
            finder.add(Change { readers: Readers::of(&one.clause.audience), ..change })?;
        }
    }
    Ok(())
}

fn sending(
    finder: &mut Finder<'_>,
    is: &Process,
    before: &Sending,
    after: &Sending,
) -> Result<(), TooComplex> {
    let said = |sending: &Sending| {
        let words = sending.after.as_ref().map_or_else(|| "at once".to_owned(), say::stated);
        Said::Sent(Box::new(sending.clone()), words)
    };
    let of = part(&is.clause, words(&after.text));
    let readers = Readers::between(&before.clause.audience, &after.clause.audience);
    let here = cases(finder, after.clause.when.as_ref(), true)?;
    let change = SENDING.change(of.clone()).from_to(said(before), said(after));
    let change =
        Change { readers: readers.clone(), ..change.at(Some(before.clause.span), Some(after.clause.span)) };
    finder.length(&SENDING, &here, before.after.as_ref(), after.after.as_ref(), &change)?;
    let (lost, gained) = (cases(finder, before.clause.when.as_ref(), false)?, here);
    for (kind, cases) in
        [(&kinds::SENDING.back, lost.try_minus(&gained)?), (&kinds::SENDING.forth, gained.try_minus(&lost)?)]
    {
        let change = Change::new(kind, of.clone()).within(cases);
        let change = change.at(Some(before.clause.span), Some(after.clause.span));
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    Ok(())
}

fn queue(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let Some(shown) = new.queue.as_ref().or(old.queue.as_ref()) else { return Ok(()) };
    if let (Some(was), Some(is)) = (&old.queue, &new.queue) {
        wording::clauses(finder, &was.clause, &is.clause)?;
    }
    let none = RuleSet::default();
    let was = old.queue.as_ref().map_or(&none, |queue| &queue.orders);
    let is = new.queue.as_ref().map_or(&none, |queue| &queue.orders);
    for meeting in meetings(&finder.common, was, is)? {
        let now =
            |order: &Order| Order { facts: finder.common.names.now("fact", &order.facts), ..order.clone() };
        let same = match (meeting.old, meeting.new) {
            (Some(one), Some(other)) => now(&one.value).same_as(&other.value),
            (Some(_), None) | (None, Some(_)) => false,
            (None, None) => true,
        };
        if same {
            continue;
        }
        let said =
            |rule: Option<&Rule<Order>>| rule.map(|rule| Said::Names("fact", rule.value.facts.clone()));
        let span = |rule: Option<&Rule<Order>>| rule.map(|rule| rule.span);
        let change = Change::new(&kinds::QUEUE, subject(&shown.clause)).within(meeting.cases.clone());
        let change = change.from_to(said(meeting.old), said(meeting.new));
        let readers = meeting.readers();
        finder.add(Change { readers, ..change.at(span(meeting.old), span(meeting.new)) })?;
    }
    Ok(())
}
