//! Who is told before and after a promise is missed, and whom customers can turn to.
//!
//! In: the escalations and the routing of both versions. Out: changes. Steps of one escalation that tell the same people are
//! held against each other by when they come.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, Item, order, subject};
use super::kinds::{self, Kind};
use super::lengths::{ANSWER, Lengths, STEP_AFTER, STEP_BEFORE, Scale};
use super::regions::{meetings, moved, of};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Escalation, Moment, Rung, say};
use crate::value::{Clock, Decimal, Duration, Name, Stated};
use std::cmp::Ordering;

/// Compares all escalations.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("escalation", &old.escalations, &new.escalations);
    for gone in pairs.gone {
        let change = Change::new(&kinds::ESCALATION.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::ESCALATION.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        domain(finder, was, is)?;
        steps(finder, was, is)?;
        routes(finder, was, is)?;
    }
    routing(finder)
}

fn domain(finder: &mut Finder<'_>, was: &Escalation, is: &Escalation) -> Result<(), TooComplex> {
    let (lost, gained) = moved(&finder.common, of(was.clause.when.as_ref()), of(is.clause.when.as_ref()))?;
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    for (kind, cases) in [(&kinds::ESCALATION_CASES.back, lost), (&kinds::ESCALATION_CASES.forth, gained)] {
        let change = Change::new(kind, subject(&is.clause)).within(cases);
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    Ok(())
}

/// The moment of a step in words.
pub fn moment(moment: &Moment) -> String {
    match moment {
        Moment::Event(event) => format!("on {event}"),
        Moment::Share(share, name) if *share == Decimal::whole(100) => format!("on breach of {name}"),
        Moment::Share(share, name) => format!("at {}% of {name}", share.shortest()),
        Moment::Before(length, name) => format!("{} before breach of {name}", say::duration(length)),
        Moment::After(length, name) => format!("{} after breach of {name}", say::duration(length)),
        Moment::Again(length, name, most) => {
            let most = most.map_or_else(String::new, |most| format!(", at most {most} times"));
            format!("{} after breach of {name}{most}", say::every(length))
        }
        Moment::Turn(Some(length)) => format!("answers within {}", say::stated(length)),
        Moment::Turn(None) => "answers at no set time".to_owned(),
    }
}

fn people(rung: &Rung, now: impl Fn(&Name) -> Name) -> String {
    let mut names: Vec<String> = rung.people.iter().map(|name| now(name).to_string()).collect();
    names.sort();
    names.join(", ")
}

fn item(rung: &Rung, key: String) -> Item<'_> {
    Item {
        key,
        said: Said::Names("role", rung.people.clone()),
        when: rung.clause.when.as_ref().map(|when| &when.cases),
        audience: &rung.clause.audience,
        span: rung.span,
    }
}

fn steps(finder: &mut Finder<'_>, was: &Escalation, is: &Escalation) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let now = |name: &Name| names.person(name);
    let title = subject(&is.clause);
    let mut left: Vec<&Rung> = was.rungs.iter().collect();
    let mut fresh: Vec<&Rung> = Vec::new();
    let mut matched: Vec<(&Rung, &Rung)> = Vec::new();
    // Steps that stay as they are go together first, so that one of several to the same people is not taken for another.
    let same = |before: &Rung, after: &Rung, exactly: bool| {
        let turns = [before, after].map(|rung| matches!(rung.moment, Moment::Turn(_)));
        people(before, now) == people(after, Name::clone)
            && turns[0] == turns[1]
            && (!exactly || moment(&before.moment) == moment(&after.moment))
    };
    let mut open: Vec<&Rung> = is.rungs.iter().collect();
    for exactly in [true, false] {
        let mut rest = Vec::new();
        for after in open {
            match left.iter().position(|before| same(before, after, exactly)) {
                Some(at) => matched.push((left.remove(at), after)),
                None => rest.push(after),
            }
        }
        open = rest;
    }
    fresh.extend(open);
    for (before, after) in matched {
        step(finder, &title, before, after)?;
        let (lost, gained) =
            moved(&finder.common, of(before.clause.when.as_ref()), of(after.clause.when.as_ref()))?;
        for (kind, cases) in [(&kinds::STEP.back, lost), (&kinds::STEP.forth, gained)] {
            let part = people(after, Name::clone);
            let change = Change::new(kind, Subject { part, ..title.clone() }).within(cases);
            let change = change.at(Some(before.span), Some(after.span));
            let readers = Readers::between(&before.clause.audience, &after.clause.audience);
            finder.add(Change { readers, ..change })?;
        }
    }
    let key = |rung: &Rung, who: String| format!("{}: {who}", moment(&rung.moment));
    let before: Vec<Item<'_>> = left.iter().map(|rung| item(rung, key(rung, people(rung, now)))).collect();
    let after: Vec<Item<'_>> =
        fresh.iter().map(|rung| item(rung, key(rung, people(rung, Name::clone)))).collect();
    finder.held(&kinds::STEP, true, &title, &before, &after)
}

/// Two steps to the same people.
fn step(finder: &mut Finder<'_>, title: &Subject, was: &Rung, is: &Rung) -> Result<(), TooComplex> {
    let part = people(is, Name::clone);
    let said = |rung: &Rung| Said::Step(rung.people.clone(), rung.moment.clone());
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let change = Change::new(&kinds::STEP_MOVED, Subject { part, ..title.clone() });
    let change = change.from_to(said(was), said(is)).at(Some(was.span), Some(is.span));
    let change = Change { readers, ..change }.within(both(finder, was, is)?);
    match (&was.moment, &is.moment) {
        (Moment::Turn(before), Moment::Turn(after)) => {
            let cases = change.cases.clone();
            finder.length(&ANSWER, &cases, before.as_ref(), after.as_ref(), &change)
        }
        (Moment::Before(before, x), Moment::Before(after, y)) if guards(finder, x, y) => {
            offset(finder, &STEP_BEFORE, before, after, &change)
        }
        (Moment::After(..) | Moment::Again(..), Moment::After(..) | Moment::Again(..)) => {
            repeated(finder, &was.moment, &is.moment, &change)
        }
        (before, after) => match moved_to(finder, before, after) {
            Some(kind) => finder.add(change.as_kind(kind, None)),
            None => Ok(()),
        },
    }
}

/// The cases for which both steps are.
fn both(finder: &Finder<'_>, was: &Rung, is: &Rung) -> Result<CaseSet, TooComplex> {
    let (old, new) = (&finder.common.old, &finder.common.new);
    match (&was.clause.when, &is.clause.when) {
        (Some(before), Some(after)) => old.carry(&before.cases)?.try_and(&new.carry(&after.cases)?),
        (Some(before), None) => old.carry(&before.cases),
        (None, Some(after)) => new.carry(&after.cases),
        (None, None) => Ok(finder.common.shared().clone()),
    }
}

/// Whether both names are of one promise.
fn guards(finder: &Finder<'_>, before: &Name, after: &Name) -> bool {
    finder.common.names.new_of("commitment", before) == *after
}

/// Which way it goes when a step comes at a moment of another sort, or at another share of the time.
fn moved_to(finder: &Finder<'_>, was: &Moment, is: &Moment) -> Option<&'static Kind> {
    let guards = |before: &Name, after: &Name| guards(finder, before, after);
    let whole = Decimal::whole(100);
    match (was, is) {
        (Moment::Event(before), Moment::Event(after))
            if finder.common.names.new_of("event", before) == *after =>
        {
            None
        }
        (Moment::Share(before, x), Moment::Share(after, y)) if guards(x, y) => {
            order(after, before).map(|way| Finder::way(&kinds::STEP_TIME, way))
        }
        // Before a breach is never later than the breach, and after it never earlier.
        (Moment::Before(_, x), Moment::After(_, y)) if guards(x, y) => Some(&kinds::STEP_TIME.back),
        (Moment::After(_, x), Moment::Before(_, y)) if guards(x, y) => Some(&kinds::STEP_TIME.forth),
        // A share of the time is never later than the breach; so is what comes before it, and earlier than the breach itself.
        (Moment::Share(share, x), Moment::After(_, y)) if guards(x, y) && *share <= whole => {
            Some(&kinds::STEP_TIME.back)
        }
        (Moment::After(_, x), Moment::Share(share, y)) if guards(x, y) && *share <= whole => {
            Some(&kinds::STEP_TIME.forth)
        }
        (Moment::Before(_, x), Moment::Share(share, y)) if guards(x, y) && *share >= whole => {
            Some(&kinds::STEP_TIME.back)
        }
        (Moment::Share(share, x), Moment::Before(_, y)) if guards(x, y) && *share >= whole => {
            Some(&kinds::STEP_TIME.forth)
        }
        (before, after) => (moment(before) != moment(after)).then_some(&kinds::STEP_MOVED),
    }
}

/// Two steps after a breach, of which one may come again and again: to come earlier and to come more often are both stronger.
fn repeated(finder: &mut Finder<'_>, was: &Moment, is: &Moment, change: &Change) -> Result<(), TooComplex> {
    // What comes once comes at most once, and what has no limit comes more often than all that has one.
    let of = |moment: &Moment| match moment {
        Moment::After(length, name) => Some((length.clone(), name.clone(), 1)),
        Moment::Again(length, name, most) => Some((length.clone(), name.clone(), most.unwrap_or(u32::MAX))),
        Moment::Event(_) | Moment::Share(..) | Moment::Before(..) | Moment::Turn(_) => None,
    };
    let (Some((was, before, often)), Some((is, after, now))) = (of(was), of(is)) else { return Ok(()) };
    if !guards(finder, &before, &after) {
        return finder.add(change.clone());
    }
    let kind = match (length(finder, &was, &is)?, now.cmp(&often)) {
        (_, Ordering::Equal) => return offset(finder, &STEP_AFTER, &was, &is, change),
        (Lengths::Same | Lengths::Shorter, Ordering::Greater) => &kinds::STEP_TIME.forth,
        (Lengths::Same | Lengths::Longer, Ordering::Less) => &kinds::STEP_TIME.back,
        (Lengths::Longer | Lengths::Shorter | Lengths::Either, _) => &kinds::STEP_MOVED,
    };
    finder.add(change.as_kind(kind, None))
}

/// Two offsets from one promise.
fn offset(
    finder: &mut Finder<'_>,
    scale: &Scale,
    was: &Duration,
    is: &Duration,
    change: &Change,
) -> Result<(), TooComplex> {
    let Some(lengths) = as_numbers(was, is) else {
        let [was, is] = [was, is].map(|length| Stated::Known(length.clone()));
        return finder.length(scale, &change.cases.clone(), Some(&was), Some(&is), change);
    };
    match scale.kind(lengths) {
        Some(kind) => finder.add(change.as_kind(kind, Some(lengths))),
        None => Ok(()),
    }
}

/// Offsets run on the clock of what they guard; where both are said on the clock on the wall, they are compared as numbers.
fn as_numbers(was: &Duration, is: &Duration) -> Option<Lengths> {
    let (Clock::Elapsed, Clock::Elapsed) = (&was.clock, &is.clock) else { return None };
    Some(match was.seconds()?.cmp(&is.seconds()?) {
        Ordering::Less => Lengths::Longer,
        Ordering::Equal => Lengths::Same,
        Ordering::Greater => Lengths::Shorter,
    })
}

fn length(finder: &Finder<'_>, was: &Duration, is: &Duration) -> Result<Lengths, TooComplex> {
    as_numbers(was, is).map_or_else(|| finder.lengths(was, is), Ok)
}

fn items(
    escalation: &Escalation,
    person: impl Fn(&Name) -> Name,
    channel: impl Fn(&Name) -> Name,
) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    for (by, channels, clause) in &escalation.raised {
        let mut add = |key: String, names: Vec<Name>| {
            found.push(Item {
                key,
                said: Said::Names("channel", names),
                when: clause.when.as_ref().map(|when| &when.cases),
                audience: &clause.audience,
                span: clause.span,
            });
        };
        for name in channels {
            add(format!("{} via {}", person(by), channel(name)), vec![name.clone()]);
        }
        if channels.is_empty() {
            add(person(by).to_string(), vec![by.clone()]);
        }
    }
    found
}

/// Who can ask, by which channels.
fn routes(finder: &mut Finder<'_>, was: &Escalation, is: &Escalation) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let before = items(was, |name| names.person(name), |name| names.new_of("channel", name));
    let after = items(is, Name::clone, Name::clone);
    finder.held(&kinds::ROUTE, true, &subject(&is.clause), &before, &after)
}

/// Who looks after a request first and second.
fn routing(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let none = crate::hir::RuleSet::default();
    let columns =
        old.routing.keys().chain(new.routing.keys().filter(|name| !old.routing.contains_key(*name)));
    for column in columns {
        let (was, is) = (old.routing.get(column).unwrap_or(&none), new.routing.get(column).unwrap_or(&none));
        for meeting in meetings(&finder.common, was, is)? {
            let now = |names: &[Name]| -> Vec<Name> {
                names.iter().map(|name| finder.common.names.person(name)).collect()
            };
            let before = meeting.old.map(|rule| now(&rule.value));
            let after = meeting.new.map(|rule| rule.value.clone());
            if before == after {
                continue;
            }
            let span = |rule: Option<&crate::hir::Rule<Vec<Name>>>| rule.map(|rule| rule.span);
            let name = Name::new(column.clone(), crate::source::Span::default());
            let of = Subject { keyword: "routing", title: column.to_string(), name, part: String::new() };
            let said = |rule: Option<&crate::hir::Rule<Vec<Name>>>| {
                rule.map(|rule| Said::Names("role", rule.value.clone()))
            };
            let change = Change::new(&kinds::ROUTING, of).within(meeting.cases.clone());
            let change =
                change.from_to(said(meeting.old), said(meeting.new)).at(span(meeting.old), span(meeting.new));
            finder.add(Change { readers: meeting.readers(), ..change })?;
        }
    }
    Ok(())
}
