//! Which promises can be worked out from the instants of a row alone.
//!
//! In: what happens to a request when it is received, and the events that columns tell of. Out: the columns that start and stop
//! each clock, and whether anything that may happen in between bears on the promises; then the course of each request has to be
//! followed step by step.

use super::super::process::Course;
use super::mapping::{Mapping, Role};
use crate::cases::{CaseSet, Dim};
use crate::hir::{Commitment, Process, Program};
use crate::value::{Name, Promise};

/// Where an instant of a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The receipt.
    Received,
    /// An event, by its column.
    Column(usize),
    /// Nothing says it.
    Nowhere,
}

/// The columns that move a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// What starts it.
    pub from: From,
    /// What stops it.
    pub until: From,
}

/// The ends of the clock of each commitment, in order.
pub fn ends(program: &Program, mapping: &Mapping) -> Vec<Ends> {
    let end = |name: Option<&Name>, unsaid: From| match name.map(Name::as_str) {
        None => unsaid,
        Some("received") => From::Received,
        Some(name) => events(mapping)
            .find(|(_, event)| **event == *name)
            .map_or(From::Nowhere, |(column, _)| From::Column(column)),
    };
    let commitments = program.commitments.values();
    let ends = |commitment: &Commitment| Ends {
        from: end(commitment.from.as_ref(), From::Received),
        until: end(commitment.until.as_ref(), From::Nowhere),
    };
    commitments.map(ends).collect()
}

/// The columns that tell of events.
fn events(mapping: &Mapping) -> impl Iterator<Item = (usize, &Name)> {
    mapping.roles().iter().enumerate().filter_map(|(column, role)| match role {
        Role::Event(name) => Some((column, name)),
        Role::Fact(_) | Role::Received | Role::Becomes { .. } | Role::At | Role::Kept => None,
    })
}

/// Whether nothing but the ends of the clocks bears on any promise, for requests that begin like this one; `at_first` is for the
/// moment at which they are received.
pub fn is_simple(program: &Program, mapping: &Mapping, course: &Course, at_first: bool) -> bool {
    let becomes = !at_first && mapping.roles().iter().any(|role| matches!(role, Role::Becomes { .. }));
    let told: Vec<&Name> = events(mapping).map(|(_, name)| name).filter(|_| !at_first).collect();
    let paths: Vec<Path<'_>> = program
        .processes
        .values()
        .zip(&course.states)
        .filter_map(|(process, states)| Some(Path::of(process, &states.last()?.state, &told, at_first)))
        .collect();
    let moving: Vec<Dim> = paths
        .iter()
        .filter(|path| path.states.len() > 1)
        .filter_map(|path| program.space.dim(path.process.clause.name.as_str()))
        .collect();
    !becomes && program.commitments.values().all(|one| is_alone(program, one, &paths, &moving, &told))
}

/// Whether facts on which promises depend can come about after the receipt.
pub fn facts_may_come(program: &Program, mapping: &Mapping) -> bool {
    let dims = program.processes.keys().filter_map(|name| program.space.dim(name.as_str()));
    let states: Vec<Dim> = dims.collect();
    mapping.roles().iter().any(|role| matches!(role, Role::Becomes { .. }))
        || program.commitments.values().any(|one| depends_on(program, one, &states))
}

/// Where a request can go.
struct Path<'p> {
    process: &'p Process,
    /// The states that it can come into, the one that it is in first.
    states: Vec<&'p Name>,
}

impl<'p> Path<'p> {
    /// The states that these events, time, or nothing at all can lead to.
    fn of(process: &'p Process, now: &Name, told: &[&Name], at_first: bool) -> Self {
        let all = || process.states.iter().map(|state| &state.clause.name);
        let mut states: Vec<&Name> = all().filter(|state| *state == now).collect();
        states.extend(all().filter(|state| told.contains(state) && *state != now));
        let mut next = 0;
        while let Some(from) = states.get(next).copied() {
            next += 1;
            for way in &process.transitions {
                let open = way.on.as_ref().map_or(!at_first, |on| told.contains(&on));
                if way.from == *from && open && !states.contains(&&way.to) {
                    states.push(&way.to);
                }
            }
            for otherwise in process.checks.iter().filter_map(|check| check.otherwise.as_ref()) {
                let first = process.states.first().is_some_and(|state| state.clause.name == *from);
                // Checks of the state that a request is in were settled when it was received.
                if first && next > 1 && !states.contains(&otherwise) {
                    states.push(otherwise);
                }
            }
        }
        Self { process, states }
    }

    /// Whether a request can come into a state of this name by anything but the event of that name.
    fn leads_to(&self, name: &Name) -> bool {
        let now = self.states.first() == Some(&name);
        let way = |way: &crate::hir::Transition| {
            way.to == *name && way.on.as_ref() != Some(name) && self.states.contains(&&way.from)
        };
        let check = |check: &crate::hir::Check| check.otherwise.as_ref() == Some(name);
        self.states.contains(&name)
            && (now || self.process.transitions.iter().any(way) || self.process.checks.iter().any(check))
    }
}

/// Whether no process and no other change bears on a promise between its ends.
fn is_alone(program: &Program, one: &Commitment, paths: &[Path<'_>], moving: &[Dim], told: &[&Name]) -> bool {
    let stands_still =
        one.paused.iter().any(|(state, _)| paths.iter().any(|path| path.states.contains(&state)));
    let rhythm = |rule: &crate::hir::Rule<_>| {
        let figure: &crate::value::Figure = &rule.value;
        matches!(figure.promise, Promise::Every(_))
    };
    let moved = |name: &Name| {
        let changed = name.as_str().ends_with(" set") || name.as_str().ends_with(" changed");
        changed || paths.iter().any(|path| path.leads_to(name))
    };
    let told_of_rhythm = told.iter().any(|name| **name == *"updated") && one.rules.rules.iter().any(rhythm);
    let bears = stands_still
        || told_of_rhythm
        || one.from.iter().chain(&one.until).any(moved)
        || depends_on(program, one, moving);
    one.restarts.is_empty() && !bears
}

/// Whether a promise depends on one of these facts.
fn depends_on(program: &Program, commitment: &Commitment, facts: &[Dim]) -> bool {
    if facts.is_empty() {
        return false;
    }
    let bears = |set: &CaseSet| set.dims().iter().any(|dim| facts.contains(dim));
    let rules = &commitment.rules;
    let mut lines = program.calendars.values().flat_map(|calendar| &calendar.lines);
    bears(&rules.domain)
        || bears(&rules.gaps)
        || rules.regions.iter().any(|region| bears(&region.cases))
        || lines.any(|line| bears(&line.when.cases))
}
