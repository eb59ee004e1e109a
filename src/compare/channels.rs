//! Ways to reach support: for whom they exist, when they are open, and where they are.
//!
//! In: the channels and calendars of both versions. Out: changes. Hours are compared as open time over the horizon, whatever
//! lines and calendars they are made of.

use super::calendars::{gather, is_reworded, is_unfilled};
use super::change::{Change, Direction, Readers, Said, Subject, Witness};
use super::common::Side;
use super::finder::{Finder, Item, subject};
use super::hours::Open;
use super::kinds;
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Calendar, Channel, Opening, Program};
use crate::value::Name;

/// Compares all channels, and the calendars that no channel shows.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("channel", &old.channels, &new.channels);
    for gone in pairs.gone {
        let change =
            Change::new(&kinds::CHANNEL.back, subject(&gone.clause)).at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change =
            Change::new(&kinds::CHANNEL.forth, subject(&fresh.clause)).at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        existence(finder, was, is)?;
        hours(finder, was, is)?;
        addresses(finder, was, is)?;
        others(finder, was, is)?;
    }
    calendars(finder)
}

/// The cases in which a channel can be used, told by everything but the channel itself.
fn usable(finder: &Finder<'_>, side: &Side<'_>, name: &Name) -> Result<CaseSet, TooComplex> {
    let space = &finder.common.space;
    let new = finder.common.names.new_of("channel", name);
    let Some(dim) = space.dim("channel") else { return Ok(side.exists.clone()) };
    match space.class(dim, new.as_str()) {
        Some(class) => Ok(side.exists.try_and(&space.is(dim, [class]))?.forget(dim)),
        None => Ok(CaseSet::nothing()),
    }
}

fn existence(finder: &mut Finder<'_>, was: &Channel, is: &Channel) -> Result<(), TooComplex> {
    let before = usable(finder, &finder.common.old, &was.clause.name)?;
    let after = usable(finder, &finder.common.new, &is.clause.name)?;
    let known = match finder.common.space.dim("channel") {
        Some(dim) => finder.common.shared().forget(dim),
        None => finder.common.shared().clone(),
    };
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    for (kind, cases) in [
        (&kinds::CHANNEL_CASES.back, before.try_minus(&after)?.try_and(&known)?),
        (&kinds::CHANNEL_CASES.forth, after.try_minus(&before)?.try_and(&known)?),
    ] {
        let change = Change::new(kind, subject(&is.clause)).within(cases);
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    // Where no channel is left a case cannot occur any more, so that the other version does not know it.
    let (old, new) = (&finder.common.old, &finder.common.new);
    let beyond = |side: &Side<'_>, usable: &CaseSet, other: &Channel| -> Result<CaseSet, TooComplex> {
        let Some(when) = &other.clause.when else { return Ok(CaseSet::nothing()) };
        let lost = usable.try_and(finder.common.known())?.try_minus(&side.placed(&when.cases)?)?;
        lost.try_minus(&known)
    };
    let (lost, gained) = (beyond(new, &before, is)?, beyond(old, &after, was)?);
    for (kind, cases) in [(&kinds::CHANNEL_CASES.back, lost), (&kinds::CHANNEL_CASES.forth, gained)] {
        if !cases.is_empty() {
            let change = Change::new(kind, subject(&is.clause)).within(cases);
            let change = change.at(Some(was.clause.span), Some(is.clause.span));
            finder.put(Change { readers: readers.clone(), ..change })?;
        }
    }
    Ok(())
}

/// What the lines of a channel say in some cases.
enum Told<'a> {
    /// Nothing.
    Nothing,
    /// Somebody decides.
    Decided(&'a Name),
    /// While one of these is open.
    Calendars(Vec<Name>),
}

impl Told<'_> {
    /// Whether hours of it are not filled in yet, so that nobody knows when it is open.
    fn is_unfilled(&self, program: &Program) -> bool {
        matches!(self, Self::Calendars(names) if names.iter().any(|name| is_unfilled(program, name)))
    }
}

fn said<'a>(channel: &'a Channel, lines: &[usize]) -> Told<'a> {
    let mut calendars = Vec::new();
    let mut decided = None;
    for line in lines.iter().filter_map(|line| channel.hours.lines.get(*line)) {
        match &line.value {
            Opening::Calendars(names) => calendars.extend(names.iter().cloned()),
            Opening::AsDecided(by) => decided = decided.or(Some(by)),
            Opening::No => {}
        }
    }
    match decided {
        _ if !calendars.is_empty() => Told::Calendars(calendars),
        Some(by) => Told::Decided(by),
        None => Told::Nothing,
    }
}

/// The conditions on which it depends when a channel is open.
fn depends<'a>(program: &'a Program, channel: &'a Channel) -> Vec<&'a CaseSet> {
    let mut found: Vec<&CaseSet> = channel.hours.regions.iter().map(|(cases, _)| cases).collect();
    let mut seen = Vec::new();
    for line in &channel.hours.lines {
        if let Opening::Calendars(names) = &line.value {
            for name in names {
                gather(program, name, &mut seen, &mut found);
            }
        }
    }
    found
}

fn hours(finder: &mut Finder<'_>, was: &Channel, is: &Channel) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let dim = finder.common.space.dim("channel");
    let both = usable(finder, &finder.common.old, &was.clause.name)?.try_and(&usable(
        finder,
        &finder.common.new,
        &is.clause.name,
    )?)?;
    let class = dim.and_then(|dim| finder.common.space.class(dim, is.clause.name.as_str()));
    let cases = match (dim, class) {
        (Some(dim), Some(class)) => both.try_and(&finder.common.space.is(dim, [class]))?,
        (Some(_), None) | (None, _) => both,
    };
    let cases = cases.try_and(finder.common.shared())?;
    let of = subject(&is.clause);
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let horizon = finder.clocks.horizon;
    if same_hours(finder, was, is) {
        return Ok(());
    }
    for part in finder.parts(&cases, &depends(old.program, was), &depends(new.program, is))? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
        let lines = |channel: &Channel, cases: &CaseSet| -> Vec<usize> {
            let region = channel.hours.regions.iter().find(|(known, _)| known.overlaps(cases));
            region.map(|(_, lines)| lines.clone()).unwrap_or_default()
        };
        let told = match dim {
            Some(dim) => part.forget(dim),
            None => part.clone(),
        };
        let before = said(was, &lines(was, &mine));
        let after = said(is, &lines(is, &yours));
        if before.is_unfilled(old.program) || after.is_unfilled(new.program) {
            continue;
        }
        let span = (Some(was.clause.span), Some(is.clause.span));
        let open = match (&before, &after) {
            (Told::Calendars(first), Told::Calendars(second)) => {
                let opens = Open::of(old, first, &mine, horizon)
                    .ok()
                    .zip(Open::of(new, second, &yours, horizon).ok());
                let Some(open) = opens else { continue };
                open
            }
            (Told::Calendars(names), Told::Decided(_) | Told::Nothing) => {
                let week = Open::of(old, names, &mine, horizon).ok().and_then(|open| open.usual());
                let change = Change::new(&kinds::HOURS_SAID.back, of.clone())
                    .within(told)
                    .from_to(week, decided(&after));
                finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
                continue;
            }
            (Told::Decided(_) | Told::Nothing, Told::Calendars(names)) => {
                let week = Open::of(new, names, &yours, horizon).ok().and_then(|open| open.usual());
                let change = Change::new(&kinds::HOURS_SAID.forth, of.clone())
                    .within(told)
                    .from_to(decided(&before), week);
                finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
                continue;
            }
            (Told::Decided(_) | Told::Nothing, Told::Decided(_) | Told::Nothing) => continue,
        };
        if let Some(change) = opened(&of, &open.0, &open.1, &case) {
            let change = change.within(told).at(span.0, span.1);
            finder.add(Change { readers: readers.clone(), ..change })?;
        }
    }
    Ok(())
}

/// Whether the lines of a channel are seen to say the same of the same calendars.
fn same_hours(finder: &Finder<'_>, was: &Channel, is: &Channel) -> bool {
    let lines = was.hours.lines.iter().zip(&is.hours.lines);
    was.hours.lines.len() == is.hours.lines.len()
        && finder.common.old.program().space == finder.common.new.program().space
        && lines.into_iter().all(|(one, other)| {
            let same = match (&one.value, &other.value) {
                (Opening::Calendars(names), Opening::Calendars(others)) => {
                    names.len() == others.len()
                        && names.iter().zip(others).all(|(was, is)| finder.same_calendar(was, is))
                }
                (one, other) => one == other,
            };
            same && one.when.cases == other.when.cases
        })
}

fn decided(said: &Told<'_>) -> Option<Said> {
    match said {
        Told::Decided(by) => Some(Said::Decided((*by).clone())),
        Told::Nothing | Told::Calendars(_) => None,
    }
}

/// The change between two open times, with the first stretch of each way.
fn opened(of: &Subject, before: &Open, after: &Open, case: &crate::cases::Case) -> Option<Change> {
    let found = before.against(after)?;
    let kind = match found.direction {
        Direction::Mixed | Direction::Neutral => &kinds::HOURS_MOVED,
        Direction::Weaker | Direction::Stronger => Finder::way(&kinds::HOURS, found.direction),
    };
    let mut change = found.told(before, after, Change::new(kind, of.clone()));
    for (stretches, direction) in [(found.lost, Direction::Weaker), (found.gained, Direction::Stronger)] {
        if let Some(stretch) = stretches.first() {
            change.witnesses.push(Witness {
                direction,
                case: case.clone(),
                received: Some(stretch.from),
                before: None,
                after: None,
            });
        }
    }
    Some(change)
}

/// Where a channel is.
fn places(channel: &Channel) -> Vec<Item<'_>> {
    let addresses = channel.addresses.iter();
    addresses
        .map(|(text, when)| Item {
            key: super::finder::words(text),
            said: Said::Text(text.clone()),
            when: when.as_ref().map(|when| &when.cases),
            audience: &channel.clause.audience,
            span: text.span,
        })
        .collect()
}

fn addresses(finder: &mut Finder<'_>, was: &Channel, is: &Channel) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    if let ([(before, None)], [(after, None)]) = (was.addresses.as_slice(), is.addresses.as_slice()) {
        if before.original.content != after.original.content {
            let change = Change::new(&kinds::ADDRESS_CHANGED, of);
            let change = change.from_to(Said::Text(before.clone()), Said::Text(after.clone()));
            let readers = Readers::between(&was.clause.audience, &is.clause.audience);
            return finder.add(Change { readers, ..change.at(Some(before.span), Some(after.span)) });
        }
        return Ok(());
    }
    finder.held(&kinds::ADDRESS, true, &of, &places(was), &places(is))
}

/// Other channels that a channel names.
fn items<'c>(
    of: &'c [(Name, Option<crate::hir::Cond>)],
    channel: &'c Channel,
    now: impl Fn(&Name) -> Name,
) -> Vec<Item<'c>> {
    of.iter()
        .map(|(name, when)| Item {
            key: now(name).to_string(),
            said: Said::Names("channel", vec![name.clone()]),
            when: when.as_ref().map(|when| &when.cases),
            audience: &channel.clause.audience,
            span: channel.clause.span,
        })
        .collect()
}

fn others(finder: &mut Finder<'_>, was: &Channel, is: &Channel) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    let names = finder.common.names.clone();
    let now = |name: &Name| names.new_of("channel", name);
    let (before, after) = (items(&was.after, was, now), items(&is.after, is, Name::clone));
    finder.held(&kinds::PREREQUISITE, false, &of, &before, &after)?;
    let (before, after) = (items(&was.alternatives, was, now), items(&is.alternatives, is, Name::clone));
    finder.held(&kinds::ALTERNATIVE, true, &of, &before, &after)?;
    if was.self_service != is.self_service {
        let kind = if is.self_service { &kinds::STAFF.back } else { &kinds::STAFF.forth };
        let change = Change::new(kind, of).at(Some(was.clause.span), Some(is.clause.span));
        let readers = Readers::between(&was.clause.audience, &is.clause.audience);
        finder.add(Change { readers, ..change })?;
    }
    Ok(())
}

/// Calendars by which no channel is open: readers see their hours only there.
fn calendars(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let pairs = finder.common.names.pairs("calendar", &old.program.calendars, &new.program.calendars);
    // `always` comes with its first use, without being declared.
    let declared = |calendar: &&Calendar| calendar.clause.name != "always";
    let gone: Vec<&Calendar> = pairs.gone.into_iter().filter(declared).collect();
    let fresh: Vec<&Calendar> = pairs.fresh.into_iter().filter(declared).collect();
    wording::come(finder, &kinds::CALENDAR, &gone, &fresh, |calendar| &calendar.clause)?;
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        if finder.same_calendar(&was.clause.name, &is.clause.name) {
            continue;
        }
        let shown = shown(old.program, was) || shown(new.program, is);
        let readers = Readers::between(&was.clause.audience, &is.clause.audience);
        let place = (Some(was.clause.span), Some(is.clause.span));
        let mut restated = is_reworded(was, is);
        let sets = |program, name: &Name| {
            let mut found = Vec::new();
            gather(program, name, &mut Vec::new(), &mut found);
            found
        };
        let (first, second) = (sets(old.program, &was.clause.name), sets(new.program, &is.clause.name));
        for part in finder.parts(&finder.common.shared().clone(), &first, &second)? {
            let Some(case) = part.witness(&finder.common.space) else { continue };
            let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
            let horizon = finder.clocks.horizon;
            let before = Open::of(old, std::slice::from_ref(&was.clause.name), &mine, horizon);
            let after = Open::of(new, std::slice::from_ref(&is.clause.name), &yours, horizon);
            let (Ok(before), Ok(after)) = (before, after) else { continue };
            if let Some(change) = opened(&subject(&is.clause), &before, &after, &case) {
                restated = false;
                if !shown {
                    let change = change.within(part).at(place.0, place.1);
                    finder.add(Change { readers: readers.clone(), ..change })?;
                }
            }
        }
        if restated {
            let change = Change::new(&kinds::HOURS_RESTATED, subject(&is.clause)).at(place.0, place.1);
            finder.add(Change { readers, ..change })?;
        }
    }
    Ok(())
}

/// Whether a channel is open by a calendar, directly.
fn shown(program: &Program, calendar: &Calendar) -> bool {
    program.channels.values().flat_map(|channel| &channel.hours.lines).any(|line| match &line.value {
        Opening::Calendars(names) => names.contains(&calendar.clause.name),
        Opening::AsDecided(_) | Opening::No => false,
    })
}
