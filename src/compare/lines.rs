//! The lines in which people read a comparison: one for each change, and few for all that follows from a calendar that changed.
//!
//! In: the changes of a comparison. Out: lines in their order. A calendar is told once, for all channels that are open by it, and
//! the figures that say what they said but count on it stand below it, one line for each way that they go, with the worst case of
//! all. Programs read every change by itself, with the calendar that it comes from.

use super::change::{Area, Change, Direction, Said, Witness};
use super::lengths::Lengths;
use super::report::{Found, Line};
use super::{Common, Comparison, Side, kinds, say};
use crate::hir::{Channel, Moment, Notice, Opening, spoken};
use crate::value::{Clock, Name, Stated};

/// The calendar whose change is all that a change comes from, as it is called now.
pub fn because(common: &Common<'_>, change: &Change) -> Option<Name> {
    let same = |was: &Name, is: &Name| common.names.new_of("calendar", was) == *is;
    if change.kind.area == Area::Hours {
        let name = &change.subject.name;
        if change.subject.keyword == "calendar" {
            return Some(name.clone());
        }
        let (old, new) = (&common.old, &common.new);
        let was = old.program().channels.get(&common.names.old_of("channel", name))?;
        let is = new.program().channels.get(name)?;
        let (was, is) = (only_calendar(old, was, change)?, only_calendar(new, is, change)?);
        return same(&was, &is).then_some(is);
    }
    let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
    if change.direction == Direction::Neutral
        || change.kind.id == kinds::WINNER.id
        || before.words() != after.words()
    {
        return None;
    }
    let was = common.old.program().policy.calendar_of(clock(change, before)?)?;
    let is = common.new.program().policy.calendar_of(clock(change, after)?)?;
    same(was, is).then(|| is.clone())
}

/// The one calendar by which a channel is open in the cases of a change.
fn only_calendar(side: &Side<'_>, channel: &Channel, change: &Change) -> Option<Name> {
    let mut found: Option<&Name> = None;
    for line in &channel.hours.lines {
        if !side.carry(&line.when.cases).ok()?.overlaps(&change.cases) {
            continue;
        }
        let Opening::Calendars(names) = &line.value else { return None };
        for name in names {
            if found.is_some_and(|known| known != name) {
                return None;
            }
            found = Some(name);
        }
    }
    found.cloned()
}

/// The clock that a value counts on.
fn clock<'a>(change: &Change, said: &'a Said) -> Option<&'a Clock> {
    let known = |stated: &'a Stated| stated.known().map(|length| &length.clock);
    match said {
        Said::Figure(figure) => figure.promise.clock(),
        Said::Length(length) | Said::Notice(Notice::Ahead(length, _)) => known(length),
        Said::Way(way, _) => {
            let length = if change.lengths.is_some() { &way.within } else { &way.after };
            length.as_ref().and_then(known)
        }
        Said::Step(_, moment) => match moment {
            Moment::Before(length, _) | Moment::After(length, _) | Moment::Again(length, ..) => {
                Some(&length.clock)
            }
            Moment::Turn(length) => length.as_ref().and_then(known),
            Moment::Event(_) | Moment::Share(..) => None,
        },
        Said::Sent(sending, _) => sending.after.as_ref().and_then(known),
        _ => None,
    }
}

/// Which way something moves that says what it said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A deadline falls later.
    Later,
    /// A deadline falls earlier.
    Earlier,
    /// A deadline falls earlier at times and later at others.
    Either,
    /// A length of time is longer.
    Longer,
    /// A length of time is shorter.
    Shorter,
    /// A length of time is longer at times and shorter at others.
    Both,
}

impl Way {
    /// That of a change.
    pub fn of(change: &Change) -> Self {
        match (change.lengths, change.direction) {
            (Some(Lengths::Longer), _) => Self::Longer,
            (Some(Lengths::Shorter), _) => Self::Shorter,
            (Some(Lengths::Either | Lengths::Same), _) => Self::Both,
            (None, Direction::Weaker) => Self::Later,
            (None, Direction::Stronger) => Self::Earlier,
            (None, Direction::Mixed | Direction::Neutral) => Self::Either,
        }
    }

    /// In the words of findings.
    fn words(self) -> &'static str {
        match self {
            Self::Later => "due later",
            Self::Earlier => "due earlier",
            Self::Either => "due earlier at times and later at others",
            Self::Longer => "longer",
            Self::Shorter => "shorter",
            Self::Both => "longer at times and shorter at others",
        }
    }
}

/// A change with what is told of it.
#[derive(Clone, Copy)]
struct Told<'c> {
    change: &'c Change,
    found: &'c Found,
}

/// All lines: what comes from one calendar together, where the first of it stands.
pub fn lines(comparison: &Comparison<'_>, found: &[Found]) -> Vec<Line> {
    let common = &comparison.common;
    let all: Vec<Told<'_>> =
        comparison.changes.iter().zip(found).map(|(change, found)| Told { change, found }).collect();
    let mut groups: Vec<(&str, &str)> = Vec::new();
    let mut lines = Vec::new();
    for told in &all {
        let Some(calendar) = told.found.because.as_deref() else {
            lines.push(Line::of(told.found));
            continue;
        };
        let group = (calendar, told.found.audience.as_str());
        if groups.contains(&group) {
            continue;
        }
        groups.push(group);
        let here = |other: &&Told<'_>| {
            other.found.because.as_deref() == Some(calendar) && other.found.audience == group.1
        };
        let members: Vec<Told<'_>> = all.iter().filter(here).copied().collect();
        lines.extend(of_calendar(common, calendar, &members));
    }
    lines
}

/// The lines of what comes from one calendar.
fn of_calendar(common: &Common<'_>, calendar: &str, members: &[Told<'_>]) -> Vec<Line> {
    let clause = common.new.program().calendars.get(calendar).map(|calendar| &calendar.clause);
    let title = clause.map_or(calendar, |clause| spoken(clause.title.as_deref(), &clause.name));
    let (hours, moved): (Vec<Told<'_>>, Vec<Told<'_>>) =
        members.iter().partition(|told| told.change.kind.area == Area::Hours);
    let mut lines = Vec::new();
    let alike = |one: &Told<'_>, other: &Told<'_>| {
        let same = one.found.id == other.found.id && one.change.cases == other.change.cases;
        same && one.found.before == other.found.before && one.found.after == other.found.after
    };
    for same in together(hours, alike) {
        lines.push(opening(common, title, &same, moved.len() > 1));
    }
    let alike = |one: &Told<'_>, other: &Told<'_>| {
        one.change.direction == other.change.direction && one.change.lengths == other.change.lengths
    };
    for same in together(moved, alike) {
        lines.push(figures(common, title, &same));
    }
    lines
}

/// What is alike, together, in the order of the first of each.
fn together<'c>(all: Vec<Told<'c>>, alike: impl Fn(&Told<'c>, &Told<'c>) -> bool) -> Vec<Vec<Told<'c>>> {
    let mut found: Vec<Vec<Told<'c>>> = Vec::new();
    for told in all {
        match found.iter_mut().find(|same| same.first().is_some_and(|first| alike(first, &told))) {
            Some(same) => same.push(told),
            None => found.push(vec![told]),
        }
    }
    found
}

/// The hours of a calendar, with the channels that are open by it.
fn opening(common: &Common<'_>, title: &str, same: &[Told<'_>], heads: bool) -> Line {
    let line = Line::of(same[0].found);
    let channels: Vec<&str> = same.iter().map(|told| told.change.subject.title.as_str()).collect();
    if same[0].change.subject.keyword == "calendar" || (channels.len() == 1 && !heads) {
        return line;
    }
    let mut change = same[0].change.clone();
    change.subject.title = format!("{title} ({})", channels.join(", "));
    Line { message: say::headline(common, &change), ..line }
}

/// Figures that say what they said, and what is another now.
fn figures(common: &Common<'_>, title: &str, same: &[Told<'_>]) -> Line {
    let line = Line::of(same[0].found);
    if same.len() == 1 {
        return line;
    }
    let mut subjects: Vec<(String, Vec<String>)> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    for told in same {
        let said = told.found.after.clone().unwrap_or_default();
        let name = say::name(told.change);
        match subjects.iter_mut().find(|(known, _)| *known == name) {
            Some((_, figures)) if figures.contains(&said) => {}
            Some((_, figures)) => figures.push(said),
            None => subjects.push((name, vec![said])),
        }
        if !ids.contains(&told.found.id) {
            ids.push(told.found.id);
        }
    }
    let promises = same.iter().all(|told| told.change.kind.area == Area::Commitment);
    let (what, way) = (if promises { "promise" } else { "period" }, Way::of(same[0].change).words());
    // Cells of a table that say the same are one change: what can be counted is what has a name.
    let message = match subjects.len() {
        1 => format!("{title}: 1 {what} counted by these hours is {way}"),
        count => format!("{title}: {count} {what}s counted by these hours are {way}"),
    };
    let subjects = subjects.iter().map(|(name, figures)| format!("{name} ({})", figures.join(", ")));
    let mut details = vec![subjects.collect::<Vec<String>>().join("; ")];
    let mut place = line.place.clone();
    let changes: Vec<&Change> = same.iter().map(|told| told.change).collect();
    for (direction, word) in [(Direction::Stronger, "best"), (Direction::Weaker, "worst")] {
        let Some((at, witness)) = farthest(&changes, direction) else { continue };
        let told = same[at];
        place = told.found.source.new.clone().or(place);
        if let Some(proof) = say::proof_alone(common, told.change, witness) {
            details.insert(1, format!("{word}: {proof}"));
        }
    }
    Line { id: ids.join(", "), message, details, place, ..line }
}

/// Whose deadline moves farthest in one direction, by its place, and who shows it.
pub fn farthest<'c>(changes: &[&'c Change], direction: Direction) -> Option<(usize, &'c Witness)> {
    let all = changes.iter().enumerate();
    let all = all.flat_map(|(at, change)| change.witnesses.iter().map(move |witness| (at, witness)));
    let apart = |witness: &Witness| {
        let (before, after) = (witness.before?, witness.after?);
        Some((after.seconds() - before.seconds()).abs())
    };
    let mut most: Option<(i64, (usize, &Witness))> = None;
    for (at, witness) in all.filter(|(_, witness)| witness.direction == direction) {
        let Some(apart) = apart(witness) else { continue };
        if most.as_ref().is_none_or(|(known, _)| apart > *known) {
            most = Some((apart, (at, witness)));
        }
    }
    most.map(|(_, found)| found)
}
