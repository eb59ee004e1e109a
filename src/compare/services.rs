//! Planned maintenance, and how much of the time a service works.
//!
//! In: what both versions say of them. Out: changes. When maintenance takes place is compared as time over the horizon.

use super::breaches::{claim, credit};
use super::calendars::gather;
use super::change::{Change, Direction, Readers, Said, Subject};
use super::finder::{Finder, Item, named, order, subject};
use super::hours::Open;
use super::kinds::{self, Twin};
use super::lengths::{MAINTENANCE_NOTICE, Scale};
use super::regions::meetings;
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Audience, Availability, Maintenance, Notice, Program, Rule, RuleSet, say};
use crate::value::{Amount, Name, Stated};

/// Compares maintenance and availability.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("maintenance", &old.maintenances, &new.maintenances);
    for gone in pairs.gone {
        let change = Change::new(&kinds::MAINTENANCE.forth, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::MAINTENANCE.back, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        hours(finder, was, is)?;
        kept_out(finder, was, is)?;
        notices(
            finder,
            &subject(&is.clause),
            &was.notices,
            &is.notices,
            (&MAINTENANCE_NOTICE, &kinds::MAINTENANCE_CHANNEL),
        )?;
    }
    let pairs = finder.common.names.pairs("availability", &old.availabilities, &new.availabilities);
    for gone in pairs.gone {
        let change = Change::new(&kinds::AVAILABILITY.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::AVAILABILITY.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        shares(finder, was, is)?;
        credits(finder, was, is)?;
        claim(
            finder,
            &subject(&is.clause),
            (was.claimed.as_ref(), &was.clause),
            (is.claimed.as_ref(), &is.clause),
        )?;
    }
    Ok(())
}

fn hours(finder: &mut Finder<'_>, was: &Maintenance, is: &Maintenance) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    if finder.same_calendar(&was.clause.name, &is.clause.name) {
        return Ok(());
    }
    let sets = |program, name: &Name| {
        let mut found: Vec<&CaseSet> = Vec::new();
        gather(program, name, &mut Vec::new(), &mut found);
        found
    };
    let (first, second) = (sets(old.program, &was.clause.name), sets(new.program, &is.clause.name));
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    for part in finder.parts(&finder.common.shared().clone(), &first, &second)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let (mine, yours) = (finder.common.old.own(&case), finder.common.new.own(&case));
        let horizon = finder.clocks.horizon;
        let before = Open::of(old, std::slice::from_ref(&was.clause.name), &mine, horizon);
        let after = Open::of(new, std::slice::from_ref(&is.clause.name), &yours, horizon);
        let (Ok(before), Ok(after)) = (before, after) else { continue };
        let Some(found) = before.against(&after) else { continue };
        // Time in which something is worked on is time in which it does not work.
        let kind = match found.direction {
            Direction::Weaker => &kinds::MAINTENANCE_HOURS.forth,
            Direction::Stronger => &kinds::MAINTENANCE_HOURS.back,
            Direction::Mixed | Direction::Neutral => &kinds::MAINTENANCE_MOVED,
        };
        let change = found.told(&before, &after, Change::new(kind, subject(&is.clause)).within(part));
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { readers: readers.clone(), ..change })?;
    }
    Ok(())
}

/// The hours that a maintenance keeps out of; what it keeps out of, it does so where possible, too.
fn kept_out(finder: &mut Finder<'_>, was: &Maintenance, is: &Maintenance) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let before = kept(was, |name| names.new_of("calendar", name));
    let after = kept(is, Name::clone);
    finder.held(&kinds::MAINTENANCE_OUTSIDE, true, &subject(&is.clause), &before, &after)
}

fn kept(of: &Maintenance, now: impl Fn(&Name) -> Name) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    for kept in &of.outside {
        for name in &kept.calendars {
            let hedges: &[&str] =
                if kept.where_possible { &[", where possible"] } else { &["", ", where possible"] };
            found.extend(hedges.iter().map(|hedge| Item {
                key: format!("{}{hedge}", now(name)),
                said: Said::Names("calendar", vec![name.clone()]),
                when: kept.clause.when.as_ref().map(|when| &when.cases),
                audience: &kept.clause.audience,
                span: kept.clause.span,
            }));
        }
    }
    found
}

/// How long ahead customers are told: of maintenance, of the end of a phase, or of changes.
pub fn notices(
    finder: &mut Finder<'_>,
    of: &Subject,
    was: &RuleSet<Notice>,
    is: &RuleSet<Notice>,
    (scale, channels): (&Scale, &'static Twin),
) -> Result<(), TooComplex> {
    for meeting in meetings(&finder.common, was, is)? {
        let ahead = |rule: Option<&Rule<Notice>>| match rule.map(|rule| &rule.value) {
            Some(Notice::Ahead(length, channels)) => Some((length.clone(), channels.clone())),
            Some(Notice::None) | None => None,
        };
        let (before, after) = (ahead(meeting.old), ahead(meeting.new));
        let span = |rule: Option<&Rule<Notice>>| rule.map(|rule| rule.span);
        let said = |rule: Option<&Rule<Notice>>| rule.map(|rule| Said::Notice(rule.value.clone()));
        let readers = |rule: Option<&Rule<Notice>>, other: Option<&Rule<Notice>>| {
            rule.or(other).map_or(Audience::Everybody, |rule| rule.clause.audience.clone())
        };
        let (was_for, is_for) = (readers(meeting.old, meeting.new), readers(meeting.new, meeting.old));
        let change = scale.change(of.clone()).from_to(said(meeting.old), said(meeting.new));
        let readers = Readers::between(&was_for, &is_for);
        let change = Change { readers, ..change.at(span(meeting.old), span(meeting.new)) };
        let length = |ahead: &Option<(Stated, Vec<Name>)>| ahead.as_ref().map(|(length, _)| length.clone());
        let (one, other) = (length(&before), length(&after));
        finder.length(scale, &meeting.cases, one.as_ref(), other.as_ref(), &change)?;
        if let (Some((_, before)), Some((_, after))) = (&before, &after) {
            let place = span(meeting.new).or(span(meeting.old)).unwrap_or_default();
            let names = finder.common.names.clone();
            let stays = before.iter().any(|name| after.contains(&names.new_of("channel", name)));
            let replaced = (!stays).then(|| [before.clone(), after.clone()]);
            let mut before = named("channel", before, |name| names.new_of("channel", name), place);
            let mut after = named("channel", after, Name::clone, place);
            for (items, readers) in [(&mut before, &was_for), (&mut after, &is_for)] {
                for item in items {
                    item.audience = readers;
                }
            }
            let both = (before.as_slice(), after.as_slice());
            let found = finder.changes.len();
            finder.held_in(&meeting.cases, channels, true, of, both)?;
            for change in finder.changes.iter_mut().skip(found) {
                change.replaced.clone_from(&replaced);
            }
        }
    }
    Ok(())
}

/// A share of a period, and what does not count.
type Share = (crate::value::Decimal, crate::value::Unit, Vec<Name>);

fn shares(finder: &mut Finder<'_>, was: &Availability, is: &Availability) -> Result<(), TooComplex> {
    let of = subject(&is.clause);
    for meeting in meetings(&finder.common, &was.shares, &is.shares)? {
        let said = |rule: Option<&Rule<Share>>| rule.map(|rule| Said::Share(rule.value.0, rule.value.1));
        let span = |rule: Option<&Rule<Share>>| rule.map(|rule| rule.span);
        let kind = match (meeting.old.map(|rule| &rule.value), meeting.new.map(|rule| &rule.value)) {
            (None, None) => None,
            (Some(_), None) => Some(&kinds::AVAILABILITY_SHARE.back),
            (None, Some(_)) => Some(&kinds::AVAILABILITY_SHARE.forth),
            (Some((before, period, _)), Some((after, other, _))) => {
                if period == other {
                    order(before, after).map(|way| Finder::way(&kinds::AVAILABILITY_SHARE, way))
                } else {
                    Some(&kinds::AVAILABILITY_CHANGED)
                }
            }
        };
        if let Some(kind) = kind {
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            let change =
                change.from_to(said(meeting.old), said(meeting.new)).at(span(meeting.old), span(meeting.new));
            finder.add(Change { readers: meeting.readers(), ..change })?;
        }
        if let (Some(before), Some(after)) = (meeting.old, meeting.new) {
            let names = finder.common.names.clone();
            let now = |name: &Name| {
                let calendar = names.new_of("calendar", name);
                if calendar == *name { names.new_of("maintenance", name) } else { calendar }
            };
            let (was, is) = (finder.common.old.program(), finder.common.new.program());
            let old = exempt(was, &before.value.2, now, before.span);
            let new = exempt(is, &after.value.2, Name::clone, after.span);
            let both = (old.as_slice(), new.as_slice());
            finder.held_in(&meeting.cases, &kinds::EXEMPTION, false, &of, both)?;
        }
    }
    Ok(())
}

/// What does not count, as the calendars and the maintenance that it is.
fn exempt(
    program: &Program,
    names: &[Name],
    now: impl Fn(&Name) -> Name,
    span: crate::source::Span,
) -> Vec<Item<'static>> {
    let maintenance = |name: &&Name| program.maintenances.contains_key(*name);
    let (some, others): (Vec<&Name>, Vec<&Name>) = names.iter().partition(maintenance);
    let mut found = named("maintenance", some, &now, span);
    found.extend(named("calendar", others, &now, span));
    found
}

/// A line of credits, as the program has it.
type Credit = (crate::value::Decimal, Amount, String, crate::source::Span);

/// What is given below a share, with the place.
type Band<'a> = (&'a crate::value::Decimal, &'a Amount, crate::source::Span);

/// The line that counts for a share below one bound and not below the next: that with the lowest share above it.
fn band<'a>(credits: &'a [Credit], below: &crate::value::Decimal) -> Option<Band<'a>> {
    let reached = credits.iter().filter(|(share, ..)| share >= below);
    reached.min_by(|one, other| one.0.cmp(&other.0)).map(|(share, amount, _, span)| (share, amount, *span))
}

/// What is given when a service worked less, held against each other for every share: between two bounds of either version one
/// line of each counts.
fn credits(finder: &mut Finder<'_>, was: &Availability, is: &Availability) -> Result<(), TooComplex> {
    let mut bounds: Vec<&crate::value::Decimal> =
        was.credits.iter().chain(&is.credits).map(|(below, ..)| below).collect();
    bounds.sort_by(|one, other| other.cmp(one));
    bounds.dedup();
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    for (at, below) in bounds.iter().enumerate() {
        let (before, after) = (band(&was.credits, below), band(&is.credits, below));
        let lower = bounds.get(at + 1);
        // A line that is in both versions, down to the next one of both, is called as it is written.
        let both = |share: &crate::value::Decimal| {
            [&was.credits, &is.credits].iter().all(|lines| lines.iter().any(|(known, ..)| known == share))
        };
        let mut part = format!("below {}%", below.shortest());
        if let Some(lower) = lower.filter(|lower| !both(below) || !both(lower)) {
            part = format!("{part}, down to {}%", lower.shortest());
        }
        credit_of(finder, &Subject { part, ..subject(&is.clause) }, &readers, before, after)?;
    }
    Ok(())
}

fn credit_of(
    finder: &mut Finder<'_>,
    of: &Subject,
    readers: &Readers,
    before: Option<Band<'_>>,
    after: Option<Band<'_>>,
) -> Result<(), TooComplex> {
    let said = |line: Option<Band<'_>>| line.map(|(_, amount, _)| Said::Amount(amount.clone()));
    let span = |line: Option<Band<'_>>| line.map(|(.., span)| span);
    let mut add = |kind, of: Subject, before: Option<Band<'_>>, after: Option<Band<'_>>| {
        let change = Change::new(kind, of).from_to(said(before), said(after)).at(span(before), span(after));
        finder.add(Change { readers: readers.clone(), ..change })
    };
    match (before, after) {
        (None, None) => Ok(()),
        (Some(_), None) => add(&kinds::CREDIT.back, of.clone(), before, after),
        (None, Some(_)) => add(&kinds::CREDIT.forth, of.clone(), before, after),
        (Some((_, one, _)), Some((_, other, _))) => match credit(one, other) {
            None => Ok(()),
            Some(direction @ (Direction::Weaker | Direction::Stronger)) => {
                add(Finder::way(&kinds::CREDIT_AMOUNT, direction), of.clone(), before, after)
            }
            Some(Direction::Mixed | Direction::Neutral) => {
                // Amounts that cannot be compared: the one goes, the other comes.
                let part = |amount: &Amount| Subject {
                    part: format!("{} {}", of.part, say::amount(amount)),
                    ..of.clone()
                };
                add(&kinds::CREDIT.back, part(one), before, None)?;
                add(&kinds::CREDIT.forth, part(other), None, after)
            }
        },
    }
}
