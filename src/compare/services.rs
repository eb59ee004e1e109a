//! Planned maintenance, and how much of the time a service works.
//!
//! In: what both versions say of them. Out: changes. When maintenance takes place is compared as time over the horizon.

use super::change::{Change, Direction, Said, Subject};
use super::commitments::{claim, credit};
use super::finder::{Finder, Lengths, named, order, subject, wider};
use super::kinds;
use super::regions::meetings;
use super::week::{Open, gather};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Availability, Maintenance, Notice, Rule, RuleSet, say};
use crate::value::Name;

/// Compares maintenance and availability.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("maintenance", &old.maintenances, &new.maintenances);
    for gone in pairs.gone {
        let change = Change::new(&kinds::MAINTENANCE.forth, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::MAINTENANCE.back, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        hours(finder, was, is)?;
        notices(finder, &subject(&is.clause), &was.notices, &is.notices, true)?;
    }
    let pairs = finder.common.names.pairs("availability", &old.availabilities, &new.availabilities);
    for gone in pairs.gone {
        let change = Change::new(&kinds::AVAILABILITY.back, subject(&gone.clause));
        let change = change.at(Some(gone.clause.span), None);
        finder.add(Change { audience: gone.clause.audience.clone(), ..change })?;
    }
    for fresh in pairs.fresh {
        let change = Change::new(&kinds::AVAILABILITY.forth, subject(&fresh.clause));
        let change = change.at(None, Some(fresh.clause.span));
        finder.add(Change { audience: fresh.clause.audience.clone(), ..change })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        shares(finder, was, is)?;
        credits(finder, was, is)?;
        claim(finder, &subject(&is.clause), was.claimed.as_ref(), is.claimed.as_ref())?;
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
    let audience = wider(&was.clause.audience, &is.clause.audience);
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
        let (one, other) = (before.week(), after.week());
        let change = Change::new(kind, subject(&is.clause)).within(part);
        let change = if one == other {
            let said = |open: &Open, stretch: Option<crate::time::Stretch>| {
                stretch.map(|stretch| Said::Open(open.shown(stretch.from), open.shown(stretch.to)))
            };
            change.from_to(said(&before, found.lost), said(&after, found.gained))
        } else {
            change.from_to(Said::Hours(one), Said::Hours(other))
        };
        let change = change.at(Some(was.clause.span), Some(is.clause.span));
        finder.add(Change { audience: audience.clone(), ..change })?;
    }
    Ok(())
}

/// How long ahead customers are told: of maintenance, or of changes.
pub fn notices(
    finder: &mut Finder<'_>,
    of: &Subject,
    was: &RuleSet<Notice>,
    is: &RuleSet<Notice>,
    maintenance: bool,
) -> Result<(), TooComplex> {
    let twin = if maintenance { &kinds::MAINTENANCE_NOTICE } else { &kinds::NOTICE };
    for meeting in meetings(&finder.common, was, is)? {
        let ahead = |rule: Option<&Rule<Notice>>| match rule.map(|rule| &rule.value) {
            Some(Notice::Ahead(length, channels)) => Some((length.clone(), channels.clone())),
            Some(Notice::None) | None => None,
        };
        let (before, after) = (ahead(meeting.old), ahead(meeting.new));
        // No notice is the shortest.
        let lengths = match (&before, &after) {
            (None, None) => Lengths::Same,
            (Some(_), None) => Lengths::Shorter,
            (None, Some(_)) => Lengths::Longer,
            (Some((one, _)), Some((other, _))) => finder.lengths(one, other)?,
        };
        let span = |rule: Option<&Rule<Notice>>| rule.map(|rule| rule.span);
        let said = |rule: Option<&Rule<Notice>>| rule.map(|rule| Said::Notice(rule.value.clone()));
        finder.length(twin, false, lengths, |kind| {
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            change.from_to(said(meeting.old), said(meeting.new)).at(span(meeting.old), span(meeting.new))
        })?;
        if let (Some((_, before)), Some((_, after))) = (&before, &after) {
            let place = span(meeting.new).or(span(meeting.old)).unwrap_or_default();
            let names = finder.common.names.clone();
            let before = named("channel", before, |name| names.new_of("channel", name), place);
            let after = named("channel", after, Name::clone, place);
            let start = finder.changes.len();
            finder.held(&kinds::NOTICE_CHANNEL, true, of, &before, &after)?;
            let mut kept = Vec::new();
            for change in finder.changes.drain(start..) {
                let cases = change.cases.try_and(&meeting.cases)?;
                kept.push(Change { cases, ..change });
            }
            for change in kept {
                finder.add(change)?;
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
        let said = |rule: Option<&Rule<Share>>| {
            rule.map(|rule| {
                Said::Plain(format!("{}% of each {}", rule.value.0.shortest(), rule.value.1.word()))
            })
        };
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
            finder.add(Change { audience: is.clause.audience.clone(), ..change })?;
        }
        if let (Some(before), Some(after)) = (meeting.old, meeting.new) {
            let names = finder.common.names.clone();
            let now = |name: &Name| {
                let calendar = names.new_of("calendar", name);
                if calendar == *name { names.new_of("maintenance", name) } else { calendar }
            };
            let old = named("calendar", &before.value.2, now, before.span);
            let new = named("calendar", &after.value.2, Name::clone, after.span);
            finder.held(&kinds::EXEMPTION, false, &of, &old, &new)?;
        }
    }
    Ok(())
}

/// What is given when a service worked less: the same shares with other amounts, or lines that come and go.
fn credits(finder: &mut Finder<'_>, was: &Availability, is: &Availability) -> Result<(), TooComplex> {
    let mut left: Vec<_> = was.credits.iter().collect();
    let of = |below: &crate::value::Decimal| Subject {
        part: format!("below {}%", below.shortest()),
        ..subject(&is.clause)
    };
    let audience = is.clause.audience.clone();
    let said = |amount: &crate::value::Amount| Said::Amount(amount.clone());
    let mut found = Vec::new();
    for (below, amount, _, span) in &is.credits {
        match left.iter().position(|(known, ..)| known == below) {
            Some(at) => {
                let (_, before, _, place) = left.remove(at);
                let kind = match credit(before, amount) {
                    None => continue,
                    Some(direction @ (Direction::Weaker | Direction::Stronger)) => {
                        Finder::way(&kinds::CREDIT_AMOUNT, direction)
                    }
                    Some(Direction::Mixed | Direction::Neutral) => {
                        // Amounts that cannot be compared: the one goes, the other comes.
                        let (gone, come) = (say::amount(before), say::amount(amount));
                        let part = |words: String| Subject {
                            part: format!("{} {words}", of(below).part),
                            ..of(below)
                        };
                        found.push(
                            Change::new(&kinds::CREDIT.back, part(gone))
                                .from_to(said(before), None)
                                .at(Some(*place), None),
                        );
                        found.push(
                            Change::new(&kinds::CREDIT.forth, part(come))
                                .from_to(None, said(amount))
                                .at(None, Some(*span)),
                        );
                        continue;
                    }
                };
                let change = Change::new(kind, of(below)).from_to(said(before), said(amount));
                found.push(change.at(Some(*place), Some(*span)));
            }
            None => found.push(
                Change::new(&kinds::CREDIT.forth, of(below))
                    .from_to(None, said(amount))
                    .at(None, Some(*span)),
            ),
        }
    }
    for (below, amount, _, span) in left {
        found.push(
            Change::new(&kinds::CREDIT.back, of(below)).from_to(said(amount), None).at(Some(*span), None),
        );
    }
    for change in found {
        finder.add(Change { audience: audience.clone(), ..change })?;
    }
    Ok(())
}
