//! Promises of time: their figures and their clocks.
//!
//! In: the commitments of both versions. Out: changes. Figures are compared by when something is due, for every receipt of the
//! horizon, so that a changed calendar shows in every promise that counts on it.

use super::breaches;
use super::change::{Change, Direction, Readers, Said, Subject, Witness};
use super::clocks::{Contest, Window, conditions, timed};
use super::finder::{Finder, Item, order, subject};
use super::kinds;
use super::regions::{Meeting, is_new_winner, meetings};
use super::wording;
use crate::cases::{CaseSet, TooComplex};
use crate::hir::{Commitment, FactKind, Rule};
use crate::time::{ClockTime, Date, DateTime, Instant};
use crate::value::{Clock, Figure, Name, Promise, Strength};

/// Compares all commitments.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let pairs = finder.common.names.pairs("commitment", &old.commitments, &new.commitments);
    for gone in pairs.gone {
        let kind = if promises(gone) { &kinds::COMMITMENT.back } else { &kinds::RESTATED };
        let change = unsaid(Change::new(kind, subject(&gone.clause)), kind, false);
        let readers = Readers::of(&gone.clause.audience);
        finder.add(Change { readers, ..change.at(Some(gone.clause.span), None) })?;
    }
    for fresh in pairs.fresh {
        let kind = if promises(fresh) { &kinds::COMMITMENT.forth } else { &kinds::RESTATED };
        let change = unsaid(Change::new(kind, subject(&fresh.clause)), kind, true);
        let readers = Readers::of(&fresh.clause.audience);
        finder.add(Change { readers, ..change.at(None, Some(fresh.clause.span)) })?;
    }
    for (was, is) in pairs.both {
        wording::clauses(finder, &was.clause, &is.clause)?;
        figures(finder, was, is)?;
        clock(finder, was, is)?;
        breaches::compare(finder, was, is)?;
        let of = subject(&is.clause);
        breaches::claim(
            finder,
            &of,
            (was.claimed.as_deref(), &was.clause),
            (is.claimed.as_deref(), &is.clause),
        )?;
    }
    Ok(())
}

/// How much a promise says, from nothing up; those of one rank are compared further, or cannot be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Nothing is promised.
    None,
    /// Something without a figure.
    Effort,
    /// What somebody else says.
    Elsewhere,
    /// A time.
    Time,
}

fn rank(promise: &Promise) -> Rank {
    match promise {
        Promise::BestEffort | Promise::AsDecided(_) => Rank::Effort,
        Promise::AsAgreed(_) | Promise::Release(_) => Rank::Elsewhere,
        Promise::Within { .. } | Promise::By(_) | Promise::Every(_) => Rank::Time,
        Promise::None | Promise::No | Promise::Unfilled => Rank::None,
    }
}

fn figures(finder: &mut Finder<'_>, was: &Commitment, is: &Commitment) -> Result<(), TooComplex> {
    let business = finder.common.new.program().policy.business_calendar();
    let business = business.cloned();
    let same = |one: &Figure, other: &Figure| one.same_as(other, business.as_ref());
    let of = subject(&is.clause);
    for meeting in meetings(&finder.common, &was.rules, &is.rules)? {
        let winner = is_new_winner(&finder.common, &meeting, &was.rules, &is.rules, same)?;
        meet(finder, &of, &meeting, winner)?;
    }
    Ok(())
}

/// A rule that says something; `no` and what is not known yet say nothing.
fn says(rule: Option<&Rule<Figure>>) -> Option<&Rule<Figure>> {
    rule.filter(|rule| !matches!(rule.value.promise, Promise::No))
}

fn meet(
    finder: &mut Finder<'_>,
    of: &Subject,
    meeting: &Meeting<'_, Figure>,
    winner: bool,
) -> Result<(), TooComplex> {
    let unknown =
        |rule: Option<&Rule<Figure>>| rule.is_some_and(|rule| rule.value.promise == Promise::Unfilled);
    if unknown(meeting.old) || unknown(meeting.new) {
        return Ok(());
    }
    let (was, is) = match (says(meeting.old), says(meeting.new)) {
        (None, None) => return Ok(()),
        (Some(was), Some(is)) => (was, is),
        (Some(was), None) => {
            let kind = one_sided(&was.value, &kinds::COMMITMENT_CASES.back);
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            let change = change.from_to(Said::Figure(was.value.clone()), None).at(Some(was.span), None);
            return finder.add(Change { readers: meeting.readers(), ..change });
        }
        (None, Some(is)) => {
            let kind = one_sided(&is.value, &kinds::COMMITMENT_CASES.forth);
            let change = Change::new(kind, of.clone()).within(meeting.cases.clone());
            let change = change.from_to(None, Said::Figure(is.value.clone())).at(None, Some(is.span));
            return finder.add(Change { readers: meeting.readers(), ..change });
        }
    };
    let pair = Both { of, was, is, winner };
    let (before, after) = (&was.value.promise, &is.value.promise);
    match (rank(before), rank(after)) {
        (Rank::Time, Rank::Time) => {
            let rhythms = [before, after].map(|promise| matches!(promise, Promise::Every(_)));
            if rhythms[0] != rhythms[1] {
                return pair.say(finder, &kinds::PROMISE, Direction::Mixed, &meeting.cases, None);
            }
            times(finder, &pair, &meeting.cases)
        }
        (one, other) if one == other => elsewhere(finder, &pair, &meeting.cases),
        (Rank::Elsewhere, Rank::Time) | (Rank::Time, Rank::Elsewhere) => {
            pair.say(finder, &kinds::PROMISE, Direction::Mixed, &meeting.cases, None)
        }
        (one, other) => {
            let direction = if one > other { Direction::Weaker } else { Direction::Stronger };
            let kind = Finder::way(&kinds::PACE, direction);
            pair.say(finder, kind, direction, &meeting.cases, None)
        }
    }
}

/// Whether anything is promised; a commitment can say of all its cases that nothing is.
fn promises(commitment: &Commitment) -> bool {
    let mut rules = commitment.rules.rules.iter();
    commitment.rules.rules.is_empty() || rules.any(|rule| rank(&rule.value.promise) != Rank::None)
}

/// Says of a commitment without a promise that it is only not mentioned on the other side.
fn unsaid(change: Change, kind: &kinds::Kind, newer: bool) -> Change {
    if kind.id != kinds::RESTATED.id {
        return change;
    }
    let [none, silent] = ["none", "not mentioned"].map(|words| Said::Words(words.to_owned()));
    if newer { change.from_to(silent, none) } else { change.from_to(none, silent) }
}

/// That nothing is promised is no promise that could come or go.
fn one_sided(figure: &Figure, kind: &'static kinds::Kind) -> &'static kinds::Kind {
    if figure.promise == Promise::None { &kinds::RESTATED } else { kind }
}

/// Two rules for the same cases.
struct Both<'a> {
    of: &'a Subject,
    was: &'a Rule<Figure>,
    is: &'a Rule<Figure>,
    winner: bool,
}

impl Both<'_> {
    fn say(
        &self,
        finder: &mut Finder<'_>,
        kind: &'static kinds::Kind,
        direction: Direction,
        cases: &CaseSet,
        contest: Option<&Contest>,
    ) -> Result<(), TooComplex> {
        let kind = if self.winner { &kinds::WINNER } else { kind };
        let change = Change::new(kind, self.of.clone()).within(cases.clone());
        let change = change
            .from_to(Said::Figure(self.was.value.clone()), Said::Figure(self.is.value.clone()))
            .at(Some(self.was.span), Some(self.is.span));
        let readers = Readers::between(&self.was.clause.audience, &self.is.clause.audience);
        let mut change = Change { direction, readers, ..change };
        if let (Some(contest), Some(case)) = (contest, cases.witness(&finder.common.space)) {
            change.waits = contest.waits;
            for (found, direction) in
                [(contest.later, Direction::Weaker), (contest.sooner, Direction::Stronger)]
            {
                let Some((received, before, after)) = found else { continue };
                change.witnesses.push(Witness {
                    direction,
                    case: case.clone(),
                    received: Some(received),
                    before: Some(before),
                    after: Some(after),
                });
            }
        }
        finder.add(change)
    }
}

/// Figures without a time, of one rank.
fn elsewhere(finder: &mut Finder<'_>, pair: &Both<'_>, cases: &CaseSet) -> Result<(), TooComplex> {
    let names = &finder.common.names;
    let same = match (&pair.was.value.promise, &pair.is.value.promise) {
        (Promise::AsAgreed(before), Promise::AsAgreed(after)) => names.new_of("document", before) == *after,
        (Promise::AsDecided(before), Promise::AsDecided(after)) => names.person(before) == *after,
        (Promise::Release(before), Promise::Release(after)) => {
            if let Some(direction) = order(after, before) {
                return pair.say(finder, Finder::way(&kinds::PACE, direction), direction, cases, None);
            }
            true
        }
        (before, after) => before == after,
    };
    if same {
        return firmness(finder, pair, cases);
    }
    pair.say(finder, &kinds::PROMISE, Direction::Mixed, cases, None)
}

/// Figures in time, compared in every part of the cases in which both clocks are the same.
fn times(finder: &mut Finder<'_>, pair: &Both<'_>, cases: &CaseSet) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.context, finder.common.new.context);
    let (before, after) = (&pair.was.value.promise, &pair.is.value.promise);
    let (first, second) = (before.clock(), after.clock());
    let same_clock = first.zip(second).is_some_and(|(was, is)| finder.same_clock(was, is));
    if same_clock && before == after {
        return firmness(finder, pair, cases);
    }
    let parts = finder.parts(
        cases,
        &first.map(|clock| conditions(old, clock)).unwrap_or_default(),
        &second.map(|clock| conditions(new, clock)).unwrap_or_default(),
    )?;
    let mut untouched = CaseSet::nothing();
    for (part, window) in by_receipt(finder, parts)? {
        let Some(case) = part.witness(&finder.common.space) else { continue };
        let was = timed(old, before, &finder.common.old.own(&case)).ok().flatten();
        let is = timed(new, after, &finder.common.new.own(&case)).ok().flatten();
        let (Some(was), Some(is)) = (was, is) else { continue };
        let contest = finder.clocks.contest_within(&was, &is, window);
        match contest.direction() {
            Some(direction) => {
                let kind = match direction {
                    Direction::Mixed => &kinds::PACE_MIXED,
                    Direction::Weaker | Direction::Stronger | Direction::Neutral => {
                        Finder::way(&kinds::PACE, direction)
                    }
                };
                pair.say(finder, kind, direction, &part, Some(&contest))?;
            }
            None => untouched = untouched.try_or(&part)?,
        }
    }
    let said = (crate::hir::say::promise(before), crate::hir::say::promise(after));
    let renamed = named_clock(finder, before, after);
    if said.0 != said.1 && !renamed && pair.was.value.firmness() == pair.is.value.firmness() {
        let other = Both { winner: false, ..*pair };
        other.say(finder, &kinds::RESTATED, Direction::Neutral, &untouched, None)?;
    }
    firmness(finder, pair, cases)
}

/// Parts of the cases by the days of their receipt, where these decide; of each the receipts that are looked at.
fn by_receipt(finder: &Finder<'_>, parts: Vec<CaseSet>) -> Result<Vec<(CaseSet, Window)>, TooComplex> {
    let (common, horizon) = (&finder.common, finder.clocks.horizon);
    let days = common.facts.get("received").map(|fact| &fact.kind);
    let (Some(dim), Some(FactKind::Date(days))) = (common.space.dim("received"), days) else {
        return Ok(parts.into_iter().map(|part| (part, horizon)).collect());
    };
    // A day begins at two instants where the zone changed; what both versions take for the same day is looked at.
    let begins = |day: i64| -> Vec<Instant> {
        let local = Date::from_number(day).map(|date| DateTime { date, time: ClockTime::MIDNIGHT });
        let clocks = [&common.old.context.clock, &common.new.context.clock];
        clocks.iter().filter_map(|clock| clock.instant(local?)).collect()
    };
    let mut found = Vec::new();
    for part in parts {
        if !part.dims().contains(&dim) {
            found.push((part, horizon));
            continue;
        }
        for (class, days) in days.iter().enumerate() {
            let here = part.try_and(&common.space.is(dim, [class]))?;
            if here.is_empty() {
                continue;
            }
            let from = days.low.and_then(|day| begins(day).into_iter().max());
            let to = days.high.and_then(|day| begins(day.saturating_add(1)).into_iter().min());
            let window = (from.unwrap_or(Instant::FIRST), to.unwrap_or(Instant::LAST));
            found.push((here, finder.clocks.window(window)));
        }
    }
    Ok(found)
}

/// Whether two promises differ only in the new name of their calendar.
fn named_clock(finder: &Finder<'_>, before: &Promise, after: &Promise) -> bool {
    let (Some(Clock::Calendar(was)), Some(Clock::Calendar(is))) = (before.clock(), after.clock()) else {
        return false;
    };
    was != is && finder.common.names.new_of("calendar", was) == **is
}

fn firmness(finder: &mut Finder<'_>, pair: &Both<'_>, cases: &CaseSet) -> Result<(), TooComplex> {
    let firm = |figure: &Figure| figure.firmness().unwrap_or(Strength::Target);
    match order(&firm(&pair.was.value), &firm(&pair.is.value)) {
        Some(direction) => pair.say(finder, Finder::way(&kinds::FIRMNESS, direction), direction, cases, None),
        None => Ok(()),
    }
}

fn items<'p>(pauses: &'p [(String, Name, Option<CaseSet>)], of: &'p Commitment) -> Vec<Item<'p>> {
    pauses
        .iter()
        .map(|(key, name, when)| Item {
            key: key.clone(),
            said: Said::Names("state", vec![name.clone()]),
            when: when.as_ref(),
            audience: &of.clause.audience,
            span: of.clause.span,
        })
        .collect()
}

/// What starts and stops a clock, in which states it stands still, and what begins it again.
fn clock(finder: &mut Finder<'_>, was: &Commitment, is: &Commitment) -> Result<(), TooComplex> {
    const RECEIVED: &str = "received";
    let of = subject(&is.clause);
    let names = &finder.common.names;
    let span = (Some(was.clause.span), Some(is.clause.span));
    let event = |name: Option<&Name>| name.map(|name| names.event(name));
    let started = event(was.from.as_ref()).filter(|name| *name != RECEIVED);
    let starts = is.from.clone().filter(|name| *name != RECEIVED);
    let said = |name: Option<&Name>| {
        Said::Since(name.cloned().unwrap_or_else(|| Name::new(RECEIVED, is.clause.span)))
    };
    let (stopped, stops) = (event(was.until.as_ref()), is.until.clone());
    let mut found = Vec::new();
    if started != starts {
        let kind = match (&started, &starts) {
            (None, Some(_)) => &kinds::CLOCK_START.back,
            (Some(_), None) => &kinds::CLOCK_START.forth,
            (Some(_), Some(_)) | (None, None) => &kinds::CLOCK,
        };
        let change = Change::new(kind, Subject { part: "from".to_owned(), ..of.clone() });
        found.push(change.from_to(said(was.from.as_ref()), said(is.from.as_ref())));
    }
    if stopped != stops {
        let change = Change::new(&kinds::CLOCK, Subject { part: "until".to_owned(), ..of.clone() });
        found.push(change.from_to(was.until.clone().map(Said::Until), is.until.clone().map(Said::Until)));
    }
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let state = |name: &Name| finder.common.names.event(name).to_string();
    let pauses = |commitment: &Commitment, now: bool| -> Vec<(String, Name, Option<CaseSet>)> {
        let paused = commitment.paused.iter();
        paused
            .map(|(name, when)| {
                let key = if now { name.to_string() } else { state(name) };
                (key, name.clone(), when.as_ref().map(|when| when.cases.clone()))
            })
            .collect()
    };
    let (before, after) = (pauses(was, false), pauses(is, true));
    let restarts: [Vec<Item<'static>>; 2] = [
        super::finder::named(
            "fact",
            &was.restarts,
            |name| finder.common.names.new_of("fact", name),
            was.clause.span,
        ),
        super::finder::named("fact", &is.restarts, Name::clone, is.clause.span),
    ];
    for change in found {
        finder.add(Change { readers: readers.clone(), ..change.at(span.0, span.1) })?;
    }
    finder.held(&kinds::PAUSE, false, &of, &items(&before, was), &items(&after, is))?;
    finder.held(&kinds::RESTART, false, &of, &restarts[0], &restarts[1])
}
