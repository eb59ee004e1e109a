//! Who is told before and after a promise is missed, and whom customers can turn to.
//!
//! In: the escalations and the routing of both versions. Out: changes. Steps of one escalation that tell the same people are
//! held against each other by when they come.

use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, Item, order, subject};
use super::kinds::{self, Kind};
use super::lengths::Lengths;
use super::regions::{meetings, moved, of};
use super::wording;
use crate::cases::TooComplex;
use crate::hir::{Escalation, Moment, Rung, say};
use crate::value::{Clock, Decimal, Duration, Name};
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
            format!("every {} after breach of {name}{most}", say::duration(length))
        }
        Moment::Turn(Some(length)) => format!("answers within {}", say::stated(length)),
        Moment::Turn(None) => "when asked".to_owned(),
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
    let guards = |before: &Name, after: &Name, finder: &Finder<'_>| {
        finder.common.names.new_of("commitment", before) == *after
    };
    let one = |twin: &'static kinds::Twin, way: Option<Direction>| way.map(|way| Finder::way(twin, way));
    let mixed: Option<&'static Kind> = Some(&kinds::STEP_MOVED);
    let of_length = |lengths: Lengths| match lengths {
        Lengths::Same => None,
        Lengths::Either => mixed,
        Lengths::Shorter => Some(&kinds::STEP_TIME.back),
        Lengths::Longer => Some(&kinds::STEP_TIME.forth),
    };
    let whole = Decimal::whole(100);
    let in_time = |share: &Decimal| *share <= whole;
    let kind = match (&was.moment, &is.moment) {
        (Moment::Turn(before), Moment::Turn(after)) => {
            match finder.stated(before.as_ref(), after.as_ref())? {
                Lengths::Same => None,
                Lengths::Longer => Some(&kinds::ANSWER.back),
                Lengths::Shorter => Some(&kinds::ANSWER.forth),
                Lengths::Either => mixed,
            }
        }
        (Moment::Event(before), Moment::Event(after))
            if finder.common.names.new_of("event", before) == *after =>
        {
            None
        }
        (Moment::Share(before, x), Moment::Share(after, y)) if guards(x, y, finder) => {
            one(&kinds::STEP_TIME, order(after, before))
        }
        (Moment::Before(before, x), Moment::Before(after, y)) if guards(x, y, finder) => {
            of_length(length(finder, before, after)?)
        }
        (Moment::After(..) | Moment::Again(..), Moment::After(..) | Moment::Again(..)) => {
            repeated(finder, &was.moment, &is.moment)?
        }
        // Before a breach is never later than the breach, and after it never earlier.
        (Moment::Before(_, x), Moment::After(_, y)) if guards(x, y, finder) => Some(&kinds::STEP_TIME.back),
        (Moment::After(_, x), Moment::Before(_, y)) if guards(x, y, finder) => Some(&kinds::STEP_TIME.forth),
        // A share of the time is never later than the breach; so is what comes before it, and earlier than the breach itself.
        (Moment::Share(share, x), Moment::After(_, y)) if guards(x, y, finder) && in_time(share) => {
            Some(&kinds::STEP_TIME.back)
        }
        (Moment::After(_, x), Moment::Share(share, y)) if guards(x, y, finder) && in_time(share) => {
            Some(&kinds::STEP_TIME.forth)
        }
        (Moment::Before(_, x), Moment::Share(share, y)) if guards(x, y, finder) && *share >= whole => {
            Some(&kinds::STEP_TIME.back)
        }
        (Moment::Share(share, x), Moment::Before(_, y)) if guards(x, y, finder) && *share >= whole => {
            Some(&kinds::STEP_TIME.forth)
        }
        (before, after) => (moment(before) != moment(after)).then_some(&kinds::STEP_MOVED),
    };
    let Some(kind) = kind else { return Ok(()) };
    let part = people(is, Name::clone);
    let change = Change::new(kind, Subject { part, ..title.clone() });
    let said = |rung: &Rung| Said::Step(rung.people.clone(), rung.moment.clone());
    let change = change.from_to(said(was), said(is)).at(Some(was.span), Some(is.span));
    let cases = match (&was.clause.when, &is.clause.when) {
        (Some(before), Some(after)) => {
            finder.common.old.carry(&before.cases)?.try_and(&finder.common.new.carry(&after.cases)?)?
        }
        (Some(before), None) => finder.common.old.carry(&before.cases)?,
        (None, Some(after)) => finder.common.new.carry(&after.cases)?,
        (None, None) => finder.common.shared().clone(),
    };
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    finder.add(Change { readers, ..change.within(cases) })
}

/// Two steps after a breach, of which one may come again and again: to come earlier and to come more often are both stronger.
fn repeated(finder: &Finder<'_>, was: &Moment, is: &Moment) -> Result<Option<&'static Kind>, TooComplex> {
    // What comes once comes at most once, and what has no limit comes more often than all that has one.
    let of = |moment: &Moment| match moment {
        Moment::After(length, name) => Some((length.clone(), name.clone(), 1)),
        Moment::Again(length, name, most) => Some((length.clone(), name.clone(), most.unwrap_or(u32::MAX))),
        Moment::Event(_) | Moment::Share(..) | Moment::Before(..) | Moment::Turn(_) => None,
    };
    let (Some((was, before, often)), Some((is, after, now))) = (of(was), of(is)) else { return Ok(None) };
    if finder.common.names.new_of("commitment", &before) != after {
        return Ok(Some(&kinds::STEP_MOVED));
    }
    Ok(match (length(finder, &was, &is)?, now.cmp(&often)) {
        (Lengths::Same, Ordering::Equal) => None,
        (Lengths::Same | Lengths::Shorter, Ordering::Equal | Ordering::Greater) => {
            Some(&kinds::STEP_TIME.forth)
        }
        (Lengths::Same | Lengths::Longer, Ordering::Equal | Ordering::Less) => Some(&kinds::STEP_TIME.back),
        (Lengths::Longer | Lengths::Shorter | Lengths::Either, _) => Some(&kinds::STEP_MOVED),
    })
}

/// Offsets run on the clock of what they guard; where both are said on the clock on the wall, they are compared as numbers.
fn length(finder: &Finder<'_>, was: &Duration, is: &Duration) -> Result<Lengths, TooComplex> {
    if let (Clock::Elapsed, Clock::Elapsed) = (&was.clock, &is.clock)
        && let (Some(before), Some(after)) = (was.seconds(), is.seconds())
    {
        return Ok(match before.cmp(&after) {
            Ordering::Less => Lengths::Longer,
            Ordering::Equal => Lengths::Same,
            Ordering::Greater => Lengths::Shorter,
        });
    }
    finder.lengths(was, is)
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
