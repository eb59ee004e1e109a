//! When something is open: stretches of a horizon held against each other, and the usual week that people know it by.
//!
//! In: calendars of either version. Out: whether one is open whenever the other is, the first stretch that one lost or gained, and
//! the hours of most weeks in few words.

use super::change::{Direction, Said};
use crate::cases::{CaseSet, Dim};
use crate::evaluate::{Context, Theirs, schedule};
use crate::hir::{Calendar, Holidays, Line, Program};
use crate::time::{ClockTime, DateTime, Instant, Schedule, Stretch, Weekday, Zone, ZoneClock};
use crate::value::{ClockSpan, Name, WeekdaySpan};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// How deep calendars are followed that are made of calendars.
const DEEPEST: usize = 16;

/// The hours of most weeks, for runs of weekdays that have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Runs of weekdays with their hours, in the order of the week; closed days are not in it.
    pub days: Vec<(WeekdaySpan, Vec<ClockSpan>)>,
    /// In which zone.
    pub zone: Zone,
    /// Whether the zone is told, since the other version has another one.
    pub told: bool,
    /// What is the customer's.
    pub theirs: Theirs,
}

/// Which way it goes for customers elsewhere: on other clocks some hours are lost and others gained, and on more holidays nobody
/// works.
pub fn elsewhere(old: Theirs, new: Theirs) -> Option<Direction> {
    match (old.zone == new.zone, old.holidays, new.holidays) {
        (false, ..) => Some(Direction::Mixed),
        (true, false, true) => Some(Direction::Weaker),
        (true, true, false) => Some(Direction::Stronger),
        (true, true, true) | (true, false, false) => None,
    }
}

/// Two ways that something goes at once.
pub fn both(one: Option<Direction>, other: Option<Direction>) -> Option<Direction> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(Direction::Mixed),
        (one, other) => one.or(other),
    }
}

impl Week {
    /// Whether it is open day and night.
    pub fn is_always(&self) -> bool {
        matches!(self.days.as_slice(), [(days, hours)] if days.days().len() == 7
            && matches!(hours.as_slice(), [hours] if hours.from == ClockTime::MIDNIGHT && hours.to == ClockTime::DAY_END))
    }

    /// As an author writes it.
    pub fn words(&self) -> String {
        if self.is_always() {
            return "always".to_owned();
        }
        let mut words = String::new();
        for (days, hours) in &self.days {
            let until = if days.from == days.to { String::new() } else { format!("..{}", days.to.code()) };
            let spans: Vec<String> = hours.iter().map(|span| format!("{}..{}", span.from, span.to)).collect();
            let gap = if words.is_empty() { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(words, "{gap}{}{until} {}", days.from.code(), spans.join(" and "));
        }
        if words.is_empty() { "never".to_owned() } else { words }
    }

    /// The same with the zone, where that is another one, and with what is the customer's.
    pub fn whole(&self) -> String {
        let mut words = self.words();
        if self.theirs.zone {
            words.push_str(" on the clocks of the customer");
        } else if self.told {
            let _ = write!(words, " in {}", self.zone.name());
        }
        if self.theirs.holidays {
            words.push_str(", closed on their holidays");
        }
        words
    }
}

/// When something is open within a horizon.
pub struct Open {
    stretches: Vec<Stretch>,
    clock: ZoneClock,
    /// Up to when that is known.
    until: Instant,
    theirs: Theirs,
}

/// How the open times of two versions stand to each other.
pub struct Hours {
    /// Which way it goes.
    pub direction: Direction,
    /// The first stretch in which it was open and is not.
    pub lost: Option<Stretch>,
    /// The first stretch in which it is open and was not.
    pub gained: Option<Stretch>,
    /// Whether more of them are lost and gained later.
    more: [bool; 2],
}

impl Hours {
    /// What was and what is open in one version only, as it is told where the usual weeks are the same.
    pub fn told(&self, before: &Open, after: &Open) -> [Option<Said>; 2] {
        let said = |open: &Open, stretch: Stretch, more: bool| {
            Said::Open(open.shown(stretch.from), open.shown(stretch.to), more)
        };
        [
            self.lost.map(|lost| said(before, lost, self.more[0])),
            self.gained.map(|gained| said(after, gained, self.more[1])),
        ]
    }
}

impl Open {
    /// When one of some calendars is open, in cases that know when; the facts on which it depends otherwise.
    pub fn of(
        context: &Context<'_>,
        calendars: &[Name],
        cases: &CaseSet,
        (from, to): (Instant, Instant),
    ) -> Result<Self, Vec<Dim>> {
        let mut all: Vec<Stretch> = Vec::new();
        let mut until = to;
        let schedules: Result<Vec<Arc<Schedule>>, _> =
            calendars.iter().map(|name| schedule(context, name, cases)).collect();
        let schedules = schedules?;
        for schedule in &schedules {
            if let Some((_, last)) = schedule.known_years()
                && let Some(end) = crate::time::Date::new(last.saturating_add(1), 1, 1)
            {
                let end = end.number() * DAY - DAY;
                until = until.min(Instant::new(end.max(from.seconds())).unwrap_or(from));
            }
        }
        for schedule in &schedules {
            all.extend(schedule.stretches(from, until).unwrap_or_default());
        }
        let clock =
            ZoneClock::new(schedules.first().map_or(context.clock.zone(), |first| first.clock().zone()));
        let theirs = calendars.iter().map(|name| Theirs::of(context.program, name));
        let theirs = theirs.fold(Theirs::default(), Theirs::or);
        Ok(Self { stretches: joined(all), clock, until, theirs })
    }

    /// The usual week: for each weekday the hours that it has most often.
    pub fn week(&self) -> Week {
        let mut days: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
        for stretch in &self.stretches {
            let (mut from, to) = (self.local(stretch.from), self.local(stretch.to));
            while from < to {
                let end = to.min((from.div_euclid(DAY) + 1) * DAY);
                let day = from.div_euclid(DAY);
                days.entry(day).or_default().push((from - day * DAY, end - day * DAY));
                from = end;
            }
        }
        let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().last().copied()) else {
            return self.of_days(Vec::new());
        };
        let mut usual: Vec<Vec<(i64, i64)>> = Vec::new();
        for weekday in 0..7 {
            let mut counts: BTreeMap<Vec<(i64, i64)>, usize> = BTreeMap::new();
            // 1 January 1970 was a Thursday.
            for day in (first..=last).filter(|day| (day + 3).rem_euclid(7) == weekday) {
                *counts.entry(days.get(&day).cloned().unwrap_or_default()).or_default() += 1;
            }
            let most = counts.into_iter().max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)));
            usual.push(most.map(|(hours, _)| hours).unwrap_or_default());
        }
        let mut week: Vec<(WeekdaySpan, Vec<ClockSpan>)> = Vec::new();
        for (day, hours) in Weekday::ALL.into_iter().zip(&usual).filter(|(_, hours)| !hours.is_empty()) {
            let spans: Vec<ClockSpan> = hours
                .iter()
                .map(|(from, to)| ClockSpan {
                    from: ClockTime::from_seconds(*from),
                    to: ClockTime::from_seconds(*to),
                })
                .collect();
            match week.last_mut() {
                Some((days, known)) if *known == spans && days.to.index() + 1 == day.index() => days.to = day,
                Some(_) | None => week.push((WeekdaySpan { from: day, to: day }, spans)),
            }
        }
        self.of_days(week)
    }

    fn of_days(&self, days: Vec<(WeekdaySpan, Vec<ClockSpan>)>) -> Week {
        Week { days, zone: self.clock.zone().clone(), told: false, theirs: self.theirs }
    }

    /// The usual weeks of two versions, with their zones where these differ.
    pub fn weeks(&self, new: &Self) -> (Week, Week) {
        let (mut was, mut is) = (self.week(), new.week());
        let told = was.zone != is.zone;
        (was.told, is.told) = (told, told);
        (was, is)
    }

    /// Local seconds since 1970, as if there were no zone.
    fn local(&self, at: Instant) -> i64 {
        at.seconds() + self.clock.offset(at)
    }

    /// What is the customer's.
    pub fn theirs(&self) -> Theirs {
        self.theirs
    }

    /// Whether it is ever open later on a day than this time.
    pub fn is_after(&self, time: ClockTime) -> bool {
        self.stretches.iter().any(|stretch| {
            let midnight = self.local(stretch.from).div_euclid(DAY) * DAY;
            self.local(stretch.to) > midnight + i64::from(time.seconds())
        })
    }

    /// What the clocks show there.
    pub fn shown(&self, at: Instant) -> DateTime {
        self.clock.local(at)
    }

    /// How a newer version stands to this one; none where both are open at the same times.
    pub fn against(&self, new: &Self) -> Option<Hours> {
        let until = self.until.min(new.until);
        let lost = first_outside(&self.stretches, &new.stretches, until);
        let gained = first_outside(&new.stretches, &self.stretches, until);
        let here = match (&lost, &gained) {
            (None, None) => None,
            (Some(_), None) => Some(Direction::Weaker),
            (None, Some(_)) => Some(Direction::Stronger),
            (Some(_), Some(_)) => Some(Direction::Mixed),
        };
        let direction = both(here, elsewhere(self.theirs, new.theirs))?;
        let more = [
            lost.is_some_and(|first| more_outside(&self.stretches, &new.stretches, until, first)),
            gained.is_some_and(|first| more_outside(&new.stretches, &self.stretches, until, first)),
        ];
        Some(Hours { direction, lost, gained, more })
    }
}

/// Every way in which some things are open and closed at once, with the first instant at which they are so.
pub fn states(all: &[Open], (from, to): (Instant, Instant)) -> Vec<(Vec<bool>, Instant)> {
    let until = all.iter().map(|open| open.until).fold(to, Instant::min);
    let ends = all.iter().flat_map(|open| &open.stretches).flat_map(|stretch| [stretch.from, stretch.to]);
    let mut instants: Vec<Instant> = ends.filter(|at| from < *at && *at < until).chain([from]).collect();
    instants.sort_unstable();
    instants.dedup();
    let mut next = vec![0; all.len()];
    let mut found: BTreeMap<Vec<bool>, Instant> = BTreeMap::new();
    for at in instants {
        let state = all.iter().zip(&mut next).map(|(open, next)| {
            while open.stretches.get(*next).is_some_and(|stretch| stretch.to <= at) {
                *next += 1;
            }
            open.stretches.get(*next).is_some_and(|stretch| stretch.from <= at)
        });
        found.entry(state.collect()).or_insert(at);
    }
    found.into_iter().collect()
}

/// Stretches in order, those that touch as one.
fn joined(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_by_key(|stretch| (stretch.from, stretch.to));
    let mut joined: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if stretch.from <= last.to => last.to = last.to.max(stretch.to),
            Some(_) | None => joined.push(stretch),
        }
    }
    joined
}

/// The first stretch of the one that is outside of all of the others.
fn first_outside(one: &[Stretch], others: &[Stretch], until: Instant) -> Option<Stretch> {
    let mut next = 0;
    for stretch in one.iter().take_while(|stretch| stretch.from < until) {
        let mut from = stretch.from;
        let to = stretch.to.min(until);
        while others.get(next).is_some_and(|other| other.to <= from) {
            next += 1;
        }
        while from < to {
            let end = match others.get(next) {
                Some(other) if other.from <= from => {
                    from = other.to;
                    next += 1;
                    continue;
                }
                Some(other) => to.min(other.from),
                None => to,
            };
            return Some(Stretch { from, to: end });
        }
        // The stretch that reached past this one may hold the next as well.
        next = next.saturating_sub(1);
    }
    None
}

/// Whether some of the one is outside of the others behind the first stretch that is so.
fn more_outside(one: &[Stretch], others: &[Stretch], until: Instant, first: Stretch) -> bool {
    let behind = one.iter().filter(|stretch| stretch.to > first.to);
    let behind: Vec<Stretch> =
        behind.map(|stretch| Stretch { from: stretch.from.max(first.to), ..*stretch }).collect();
    first_outside(&behind, others, until).is_some()
}

/// The conditions of the lines of a calendar, and of those that it is made of.
pub fn gather<'a>(program: &'a Program, name: &Name, seen: &mut Vec<&'a Name>, found: &mut Vec<&'a CaseSet>) {
    if let Some(maintenance) = program.maintenances.get(name) {
        found.extend(maintenance.lines.iter().filter_map(|line| Some(&line.clause.when.as_ref()?.cases)));
    }
    let Some((name, calendar)) = program.calendars.get_key_value(name) else { return };
    if seen.contains(&name) {
        return;
    }
    seen.push(name);
    for line in &calendar.lines {
        found.push(&line.when.cases);
        match &line.line {
            Line::Calendars { names, .. } => {
                for name in names {
                    gather(program, name, seen, found);
                }
            }
            Line::Within(name) => gather(program, name, seen, found),
            Line::Weekly { .. }
            | Line::Monthly { .. }
            | Line::Dates { .. }
            | Line::Instants { .. }
            | Line::WeekSpan { .. } => {}
        }
    }
}

/// Whether the hours of a calendar or a maintenance, or of what it is made of, are not filled in yet. Hours that are known beside
/// others that are not count as they stand, so that nobody loses them in silence.
pub fn is_unfilled(program: &Program, name: &Name) -> bool {
    fn visit(program: &Program, name: &Name, depth: usize) -> bool {
        if program.maintenances.get(name).is_some_and(|maintenance| maintenance.clause.unfilled) {
            return true;
        }
        let Some(calendar) = program.calendars.get(name) else { return false };
        let made_of = |line: &Line| match line {
            Line::Calendars { names, .. } => names.iter().any(|name| visit(program, name, depth - 1)),
            Line::Within(name) => visit(program, name, depth - 1),
            Line::Weekly { .. }
            | Line::Monthly { .. }
            | Line::Dates { .. }
            | Line::Instants { .. }
            | Line::WeekSpan { .. } => false,
        };
        let waits = calendar.clause.unfilled && !calendar.lines.iter().any(|line| line.line.opens());
        waits || (depth > 0 && calendar.lines.iter().any(|line| made_of(&line.line)))
    }
    visit(program, name, DEEPEST)
}

/// Whether two calendars are seen to be the same: line for line, with all that they are made of. Calendars that say the same in
/// other words may not be.
pub fn is_same(old: &Program, new: &Program, was: &Name, is: &Name) -> bool {
    fn visit(old: &Program, new: &Program, was: &Name, is: &Name, depth: usize) -> bool {
        // Places do not matter, and are not shown with this sign.
        let shown = |line: &Line| format!("{line:-?}");
        let (before, after) = match (old.calendars.get(was), new.calendars.get(is)) {
            (Some(before), Some(after)) => (before, after),
            (Some(_), None) | (None, Some(_)) => return false,
            (None, None) => {
                let lines = |program: &Program, name: &Name| {
                    program.maintenances.get(name).map(|of| format!("{:-?} {:-?}", of.zone, of.lines))
                };
                return was == is && lines(old, was) == lines(new, is);
            }
        };
        let by_file = matches!(before.holidays, Some(Holidays::From(_)));
        let rest = |calendar: &Calendar| {
            let Calendar { zone, zone_of_customer, holidays, cut_off, business_days, .. } = calendar;
            format!("{zone:?} {zone_of_customer} {holidays:-?} {cut_off:?} {:?}", business_days.value)
        };
        if by_file || depth == 0 || before.lines.len() != after.lines.len() || rest(before) != rest(after) {
            return false;
        }
        before.lines.iter().zip(&after.lines).all(|(one, other)| {
            let parts = match (&one.line, &other.line) {
                (Line::Calendars { names, .. }, Line::Calendars { names: others, .. }) => {
                    names.len() == others.len()
                        && names.iter().zip(others).all(|(was, is)| visit(old, new, was, is, depth - 1))
                }
                (Line::Within(was), Line::Within(is)) => visit(old, new, was, is, depth - 1),
                _ => true,
            };
            parts && shown(&one.line) == shown(&other.line) && one.when.cases == other.when.cases
        })
    }
    let same_facts = old.space == new.space;
    old.policy.zone == new.policy.zone && same_facts && visit(old, new, was, is, DEEPEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(of: &[(i64, i64)]) -> Vec<Stretch> {
        let at = |seconds| Instant::new(seconds).unwrap();
        of.iter().map(|(from, to)| Stretch { from: at(*from), to: at(*to) }).collect()
    }

    fn outside(one: &[(i64, i64)], others: &[(i64, i64)]) -> Option<(i64, i64)> {
        let found = first_outside(&stretches(one), &stretches(others), Instant::new(100).unwrap());
        found.map(|stretch| (stretch.from.seconds(), stretch.to.seconds()))
    }

    #[test]
    fn the_first_stretch_outside_is_cut_where_the_others_begin_and_end() {
        assert_eq!(outside(&[(0, 10)], &[(0, 10)]), None);
        assert_eq!(outside(&[(0, 10)], &[(2, 5)]), Some((0, 2)));
        assert_eq!(outside(&[(2, 10)], &[(0, 5)]), Some((5, 10)));
        assert_eq!(outside(&[(0, 2), (3, 4), (6, 9)], &[(0, 7)]), Some((7, 9)));
        assert_eq!(outside(&[(0, 2), (3, 4)], &[]), Some((0, 2)));
        assert_eq!(outside(&[(1, 2), (150, 160)], &[(0, 9)]), None);
    }

    #[test]
    fn what_touches_is_one_stretch() {
        assert_eq!(joined(stretches(&[(5, 7), (0, 3), (3, 5)])), stretches(&[(0, 7)]));
    }
}
