//! Whether somebody can be reached: at all times, or whenever the clock of a public promise runs.
//!
//! In: the channels of each case with their hours. Out: the first instant at which none is open. A customer can choose among
//! all channels that the other facts leave; where customers only help themselves, nobody is reached, and a channel that is open
//! as somebody decides is not counted on.

use super::against::Against;
use super::hours::outside;
use super::promises::{Said, parts};
use super::prover::Prover;
use super::{Extent, Outcome};
use crate::cases::{CaseSet, Dim, TooComplex, partition};
use crate::evaluate::{calendars_of, said_instant, union};
use crate::hir::{Audience, Channel, Cond, Opening};
use crate::time::{Instant, Schedule, Stretch};
use crate::value::Name;
use std::cell::RefCell;
use std::sync::Arc;

/// The hours of a channel in some cases.
struct Door {
    /// The cases, whatever channel is chosen.
    cases: CaseSet,
    /// One of its calendars; none for one that is always open.
    hours: Option<Arc<Schedule>>,
}

/// All channels with their hours, and the stretches of sets of them that were asked for.
struct Doors<'p, 'a> {
    prover: &'p Prover<'a>,
    all: Vec<Door>,
    /// The facts that do not matter since they follow from the channel.
    moving: Vec<Dim>,
    open: RefCell<Vec<(Vec<*const Schedule>, Arc<Schedule>)>>,
}

impl<'p, 'a> Doors<'p, 'a> {
    fn new(prover: &'p Prover<'a>) -> Result<Self, TooComplex> {
        let program = prover.program;
        let dim = program.space.dim("channel");
        let moving = dim.map(|dim| prover.moving_with(dim)).unwrap_or_default();
        let mut all = Vec::new();
        for channel in program.channels.values().filter(|channel| !channel.self_service) {
            let class = dim.and_then(|dim| program.space.class(dim, channel.clause.name.as_str()));
            for (cases, hours) in of_channel(prover, channel)? {
                let here = match (dim, class) {
                    (Some(dim), Some(class)) => cases.try_and(&program.space.is(dim, [class]))?,
                    _ => cases,
                };
                let cases = moving.iter().fold(here, |cases, dim| cases.forget(*dim));
                if !cases.is_empty() {
                    all.push(Door { cases, hours });
                }
            }
        }
        Ok(Self { prover, all, moving, open: RefCell::default() })
    }

    /// What is open, in parts of some cases whose channel does not matter; none is always open.
    fn parts(&self, about: &CaseSet) -> Result<Vec<(CaseSet, Option<Arc<Schedule>>)>, TooComplex> {
        let about = self.moving.iter().fold(about.clone(), |cases, dim| cases.forget(*dim));
        let sets: Vec<CaseSet> = self.all.iter().map(|door| door.cases.clone()).collect();
        let mut found = Vec::new();
        for part in partition(&self.prover.program.space, &about, &sets)? {
            let mut hours: Vec<Arc<Schedule>> = Vec::new();
            let mut always = false;
            for door in part.sets.iter().filter_map(|set| self.all.get(*set)) {
                match &door.hours {
                    None => always = true,
                    Some(schedule) if hours.iter().any(|known| Arc::ptr_eq(known, schedule)) => {}
                    Some(schedule) => hours.push(Arc::clone(schedule)),
                }
            }
            found.push((part.cases, if always { None } else { Some(self.union(hours)) }));
        }
        Ok(found)
    }

    fn union(&self, hours: Vec<Arc<Schedule>>) -> Arc<Schedule> {
        let key: Vec<*const Schedule> = hours.iter().map(Arc::as_ptr).collect();
        if let Some((_, known)) = self.open.borrow().iter().find(|(known, _)| *known == key) {
            return Arc::clone(known);
        }
        let made = union(self.prover.context, hours);
        self.open.borrow_mut().push((key, Arc::clone(&made)));
        made
    }
}

/// Where a channel exists and which calendars open it there; none opens it always.
fn of_channel(
    prover: &Prover<'_>,
    channel: &Channel,
) -> Result<Vec<(CaseSet, Option<Arc<Schedule>>)>, TooComplex> {
    let possible = prover.program.space.possible();
    let exists =
        channel.clause.when.as_ref().map_or_else(|| possible.clone(), |when| when.cases.and(possible));
    // A channel of which no hours are said can be used at any time.
    if channel.hours.lines.is_empty() {
        return Ok(vec![(exists, None)]);
    }
    let mut found = Vec::new();
    for (region, lines) in &channel.hours.regions {
        let here = region.try_and(&exists)?;
        let said = || lines.iter().filter_map(|line| channel.hours.lines.get(*line)).map(|line| &line.value);
        if here.is_empty() || said().any(|said| matches!(said, Opening::No | Opening::AsDecided(_))) {
            continue;
        }
        for name in calendars_of(channel, lines) {
            for (cases, schedule) in prover.hours(&name)?.iter() {
                let cases = cases.try_and(&here)?;
                if !cases.is_empty() {
                    let hours = (!schedule.is_always_open()).then(|| Arc::clone(schedule));
                    found.push((cases, hours));
                }
            }
        }
    }
    Ok(found)
}

/// The first instant of some stretches at which nothing is open.
fn closed(
    hours: Option<&Arc<Schedule>>,
    running: &[Stretch],
    horizon: Stretch,
) -> Result<Option<Instant>, Against> {
    let Some(hours) = hours else { return Ok(None) };
    Ok(outside(running, &hours.stretches(horizon.from, horizon.to)?))
}

/// Some channel is open at all times.
pub fn always(prover: &Prover<'_>, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let stretch = prover.stretch()?;
    let doors = Doors::new(prover)?;
    for (cases, hours) in doors.parts(&about)? {
        if let Some(at) = closed(hours.as_ref(), &[stretch], stretch)? {
            return Err(shut(prover, "no channel is open at some time", at).in_cases(cases.and(&about)));
        }
    }
    Ok(Extent::timed(about.count(&prover.program.space)))
}

fn shut(prover: &Prover<'_>, message: &str, at: Instant) -> Against {
    let note = format!("nobody can be reached {}", said_instant(prover.context, at));
    Against::new(message).at(at).note(note)
}

/// Whenever the clock of a public promise runs, some channel is open.
pub fn promises(prover: &Prover<'_>, when: Option<&Cond>) -> Outcome {
    let about = prover.about(when)?;
    let stretch = prover.stretch()?;
    let doors = Doors::new(prover)?;
    let public = |audience: &Audience| *audience == Audience::Everybody;
    let mut promised = CaseSet::nothing();
    // Most promises run on few clocks.
    let mut running: Vec<(Arc<Schedule>, Vec<Stretch>)> = Vec::new();
    let commitments = prover.program.commitments.iter();
    for (name, commitment) in commitments.filter(|(_, commitment)| public(&commitment.clause.audience)) {
        for part in parts(prover, commitment, &about)? {
            let Said::Due(due) = part.said else { continue };
            if !part.rule.is_some_and(|rule| public(&rule.clause.audience)) {
                continue;
            }
            let clock = prover.clock_of(due);
            let place = running.iter().position(|(known, _)| Arc::ptr_eq(known, &clock));
            let place = if let Some(place) = place {
                place
            } else {
                let open = clock.stretches(stretch.from, stretch.to)?;
                running.push((clock, open));
                running.len() - 1
            };
            promised = promised.try_or(&part.cases)?;
            for (cases, hours) in doors.parts(&part.cases)? {
                if let Some(at) = closed(hours.as_ref(), &running[place].1, stretch)? {
                    let message = no_door(name);
                    let against = shut(prover, &message, at).in_cases(cases.and(&part.cases));
                    return Err(against.rule(part.shown(part.words())));
                }
            }
        }
    }
    Ok(Extent::timed(promised.count(&prover.program.space)))
}

fn no_door(name: &Name) -> String {
    format!("the clock of `{name}` runs while no channel is open")
}
