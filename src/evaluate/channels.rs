//! By which channels a customer can be heard, whether they are open, and until when.

use super::answer::Channel;
use super::calendars::{schedule, unknown};
use super::context::Context;
use super::known::{Known, Unsettled};
use super::look::matters;
use crate::cases::{CaseSet, Dim};
use crate::hir::{self, Opening};
use crate::time::{CountError, Definition, Effect, Instant, Line, Schedule, What};
use crate::value::Name;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Whether a channel is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doors {
    /// There is no such channel in the case.
    Absent,
    /// It is open, until an instant or for ever.
    Open(Option<Instant>),
    /// It is closed, until it opens, if it ever does.
    Closed(Option<Instant>),
    /// Somebody decides.
    Decided(Name),
    /// It depends on facts that were not said.
    Depends(Vec<String>),
    /// A `?` stands in the place of its hours, or of when they are meant.
    Unfilled,
    /// Nobody asked for an instant.
    Untimed,
    /// It cannot be said.
    Unknown(CountError),
}

/// The cases in which somebody comes by a channel, whatever else is known; none where it does not exist. Beside them stands
/// whether the channel exists whatever the rest is.
fn by(context: &Context<'_>, channel: &hir::Channel, known: &Known) -> (CaseSet, bool) {
    let program = context.program;
    let Some(dim) = program.space.dim("channel") else { return (known.left(program), true) };
    let Some(class) = program.space.class(dim, channel.clause.name.as_str()) else {
        return (CaseSet::nothing(), false);
    };
    let any = known.besides(dim).and(program.space.possible());
    let cases = any.and(&program.space.is(dim, [class]));
    let exists = any.is_subset_of(&cases.given(dim, class));
    (cases, exists)
}

/// The calendars in which a channel is open for some cases; more than one list where it depends on the case.
fn lines<'a>(channel: &'a hir::Channel, cases: &CaseSet) -> BTreeSet<&'a [usize]> {
    let regions = channel.hours.regions.iter().filter(|(region, _)| region.overlaps(cases));
    let mut found: BTreeSet<&[usize]> = regions.map(|(_, lines)| lines.as_slice()).collect();
    let covered = channel.hours.regions.iter().fold(cases.clone(), |left, (region, _)| left.minus(region));
    if !covered.is_empty() {
        found.insert(&[]);
    }
    found
}

/// Whether a channel is open at an instant.
pub fn doors(context: &Context<'_>, channel: &hir::Channel, known: &Known, at: Option<Instant>) -> Doors {
    let (cases, exists) = by(context, channel, known);
    if cases.is_empty() {
        return Doors::Absent;
    }
    if channel.hours.waiting.overlaps(&cases) {
        return Doors::Unfilled;
    }
    let lines = lines(channel, &cases);
    let mut found: Vec<Doors> = Vec::new();
    for lines in &lines {
        let doors = one(context, channel, lines, &cases, at);
        if !found.contains(&doors) {
            found.push(doors);
        }
    }
    match (found.pop(), found.is_empty() && exists) {
        (Some(only), true) => only,
        _ if known.still(&cases).is_some_and(|still| still.is_empty()) => Doors::Absent,
        _ => match known.unsettled(context.program, depends(context, channel, known)) {
            Unsettled::Asked(facts) => Doors::Depends(context.names(&facts)),
            Unsettled::Waits(_) => Doors::Unfilled,
            // What is there for a phase alone is not there behind the last; what every phase has goes on.
            Unsettled::Over => match in_all(channel, &lines).filter(|_| exists) {
                Some(lines) => one(context, channel, &lines, &cases, at),
                None => Doors::Absent,
            },
        },
    }
}

/// Whether some hours of a channel in the case are not known yet.
pub fn hours_wait(context: &Context<'_>, channel: &hir::Channel, known: &Known) -> bool {
    // Nearly everywhere all hours are known.
    let calendars_wait = context.program.calendars.values().any(|calendar| calendar.clause.unfilled);
    if !calendars_wait && !context.program.maintenances.values().any(|one| one.clause.unfilled) {
        return false;
    }
    let (cases, _) = by(context, channel, known);
    let mut names = lines(channel, &cases).into_iter().flat_map(|lines| calendars(channel, lines));
    names.any(|name| context.program.hours_wait(&name))
}

/// The lines that are in each of these lists; none where no line is, or where one of them says that there is no such channel.
fn in_all(channel: &hir::Channel, lists: &BTreeSet<&[usize]>) -> Option<Vec<usize>> {
    let closes =
        |line: &usize| channel.hours.lines.get(*line).is_some_and(|line| matches!(line.value, Opening::No));
    if lists.iter().any(|list| list.iter().any(closes)) {
        return None;
    }
    let first = lists.first()?;
    let all: Vec<usize> =
        first.iter().filter(|line| lists.iter().all(|list| list.contains(line))).copied().collect();
    (!all.is_empty()).then_some(all)
}

/// The facts that were not said and decide whether the channel is there and when it is open.
fn depends(context: &Context<'_>, channel: &hir::Channel, known: &Known) -> Vec<Dim> {
    let program = context.program;
    let Some(dim) = program.space.dim("channel") else { return Vec::new() };
    let Some(class) = program.space.class(dim, channel.clause.name.as_str()) else { return Vec::new() };
    let any = known.besides(dim).and(program.space.possible());
    let there = any.and(&program.space.is(dim, [class]));
    let regions = channel.hours.regions.iter().map(|(region, _)| there.and(region).given(dim, class));
    let sets: Vec<CaseSet> = regions.chain([there.given(dim, class)]).collect();
    let mut dims = matters(program, &sets, &any);
    dims.retain(|other| !known.is_said(program, *other) && *other != dim);
    dims
}

/// The names of the calendars of some lines.
pub fn calendars(channel: &hir::Channel, lines: &[usize]) -> Vec<Name> {
    let lines = lines.iter().filter_map(|line| channel.hours.lines.get(*line));
    let mut names: Vec<Name> = Vec::new();
    for line in lines {
        if let Opening::Calendars(calendars) = &line.value {
            names.extend(calendars.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        }
    }
    names
}

fn one(
    context: &Context<'_>,
    channel: &hir::Channel,
    lines: &[usize],
    cases: &CaseSet,
    at: Option<Instant>,
) -> Doors {
    let said: Vec<&Opening> =
        lines.iter().filter_map(|line| channel.hours.lines.get(*line)).map(|line| &line.value).collect();
    if said.iter().any(|opening| matches!(opening, Opening::No)) {
        return Doors::Absent;
    }
    if let Some(Opening::AsDecided(name)) = said.iter().find(|said| matches!(said, Opening::AsDecided(_))) {
        return Doors::Decided(name.clone());
    }
    let names = calendars(channel, lines);
    // A channel of which no hours are said can be used at any time.
    if names.is_empty() {
        return if channel.hours.lines.is_empty() { Doors::Open(None) } else { Doors::Closed(None) };
    }
    let parts: Result<Vec<_>, _> = names.iter().map(|name| schedule(context, name, cases)).collect();
    match parts {
        Ok(parts) => {
            let unknown = names.iter().zip(&parts).any(|(name, part)| unknown(context, name, part).is_some());
            let hours = union(context, parts);
            let doors = match at {
                Some(at) => at_instant(&hours, at).unwrap_or_else(Doors::Unknown),
                None if hours.is_always_open() => Doors::Open(None),
                None => Doors::Untimed,
            };
            // Hours that nobody knows yet may open what the others do not.
            if unknown && !matches!(doors, Doors::Open(_)) { Doors::Unfilled } else { doors }
        }
        Err(facts) => Doors::Depends(context.names(&facts)),
    }
}

/// One schedule that is open whenever one of several is.
pub fn union(context: &Context<'_>, mut parts: Vec<Arc<Schedule>>) -> Arc<Schedule> {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            let mut definition = Definition::new("open", context.clock.zone().clone());
            definition.lines.push(Line::new(Effect::Open, What::Calendars(parts)));
            Arc::new(Schedule::new(definition))
        }
    }
}

fn at_instant(schedule: &Schedule, at: Instant) -> Result<Doors, CountError> {
    // That nobody knows the holidays of a far year does not make today uncertain.
    Ok(if schedule.is_open(at)? {
        Doors::Open(schedule.next_closing(at).ok().flatten())
    } else {
        Doors::Closed(schedule.next_opening(at).ok().flatten())
    })
}

/// The answers about all channels, the one that the request came by first.
pub fn channels(context: &Context<'_>, known: &Known, at: Option<Instant>) -> Vec<Channel> {
    let program = context.program;
    let mut found: Vec<Channel> = Vec::new();
    for channel in program.channels.values() {
        let name = channel.clause.name.to_string();
        let mut answer = Channel {
            id: name,
            open: None,
            until: None,
            calendars: Vec::new(),
            decided: None,
            depends_on: Vec::new(),
            unfilled: false,
            anchor: channel.clause.anchor.to_string(),
            source: context.place(channel.clause.span),
        };
        let (cases, _) = by(context, channel, known);
        for lines in lines(channel, &cases) {
            for calendar in calendars(channel, lines) {
                if !answer.calendars.iter().any(|known| *known == *calendar.as_str()) {
                    answer.calendars.push(calendar.to_string());
                }
            }
        }
        match doors(context, channel, known, at) {
            Doors::Absent => continue,
            Doors::Open(until) => {
                answer.open = Some(true);
                answer.until = until.map(|at| context.rfc(at));
            }
            Doors::Closed(until) => {
                answer.open = Some(false);
                answer.until = until.map(|at| context.rfc(at));
            }
            Doors::Decided(by) => answer.decided = Some(by.to_string()),
            Doors::Depends(facts) => answer.depends_on = facts,
            Doors::Unfilled => answer.unfilled = true,
            Doors::Untimed | Doors::Unknown(_) => {}
        }
        found.push(answer);
    }
    let asked = known.said().get("channel").and_then(|values| values.first());
    found.sort_by_key(|channel| asked != Some(&channel.id));
    found
}
