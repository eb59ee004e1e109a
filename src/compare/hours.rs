//! When something is open: stretches of a horizon held against each other.
//!
//! In: calendars of either version. Out: whether one is open whenever the other is, the first stretch that one lost or gained, and
//! the usual week of each.

use super::change::{Change, Direction, Said};
use super::week::Week;
use crate::cases::{CaseSet, Dim};
use crate::evaluate::{Context, Theirs, schedule};
use crate::time::{ClockTime, Date, DateTime, Instant, Schedule, Stretch, Weekday, ZoneClock};
use crate::value::{ClockSpan, Name, WeekdaySpan};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// When something is open within a horizon.
pub struct Open {
    stretches: Vec<Stretch>,
    clock: ZoneClock,
    /// From when on.
    from: Instant,
    /// Up to when that is known.
    until: Instant,
    theirs: Theirs,
}

/// How the open times of two versions stand to each other.
pub struct Hours {
    /// Which way it goes.
    pub direction: Direction,
    /// The stretches in which it was open and is not.
    pub lost: Vec<Stretch>,
    /// The stretches in which it is open and was not.
    pub gained: Vec<Stretch>,
}

impl Hours {
    /// The same in the words of a change: the usual weeks where these differ, with the days that they say nothing of; otherwise
    /// what was and what is open in one version only.
    pub fn told(&self, before: &Open, after: &Open, change: Change) -> Change {
        let (was, is) = before.weeks(after);
        if was == is {
            return change.from_to(before.first_of(&self.lost), after.first_of(&self.gained));
        }
        // A day that is closed though the new week is open then is lost whatever the weeks say.
        let beside = |open: &Open, all: &[Stretch], other: &Option<Week>| {
            let week = other.as_ref().filter(|week| week.zone == *open.clock.zone())?;
            let apart = all.iter().filter(|stretch| open.is_within(week, **stretch));
            open.first_of(&apart.copied().collect::<Vec<Stretch>>())
        };
        let weeks = was.is_some() && is.is_some();
        let beside = if weeks {
            [beside(before, &self.lost, &is), beside(after, &self.gained, &was)]
        } else {
            [None, None]
        };
        let change = Change { beside, ..change };
        change.from_to(before.said(was), after.said(is))
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
                && let Some(end) = Date::new(last.saturating_add(1), 1, 1)
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
        Ok(Self { stretches: joined(all), clock, from, until, theirs })
    }

    /// The usual week: for each weekday the hours that it has on most of its days; none where no hours are usual, as with those
    /// of a few days or of half of the year.
    fn week(&self) -> Option<Week> {
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
        if days.is_empty() {
            return Some(self.of_days(Vec::new()));
        }
        // Days that are looked at as a whole.
        let (first, end) =
            ((self.local(self.from) + DAY - 1).div_euclid(DAY), self.local(self.until).div_euclid(DAY));
        let mut week: Vec<(WeekdaySpan, Vec<ClockSpan>)> = Vec::new();
        for (weekday, day) in (0..).zip(Weekday::ALL) {
            let mut counts: BTreeMap<Vec<(i64, i64)>, usize> = BTreeMap::new();
            // 1 January 1970 was a Thursday.
            for day in (first..end).filter(|day| (day + 3).rem_euclid(7) == weekday) {
                *counts.entry(days.get(&day).cloned().unwrap_or_default()).or_default() += 1;
            }
            let all: usize = counts.values().sum();
            let (hours, _) = counts.into_iter().find(|(_, count)| count * 2 > all)?;
            let time = ClockTime::from_seconds;
            let spans: Vec<ClockSpan> =
                hours.iter().map(|(from, to)| ClockSpan { from: time(*from), to: time(*to) }).collect();
            match week.last_mut() {
                _ if spans.is_empty() => {}
                Some((days, known)) if *known == spans && days.to.index() + 1 == day.index() => days.to = day,
                Some(_) | None => week.push((WeekdaySpan { from: day, to: day }, spans)),
            }
        }
        (!week.is_empty()).then(|| self.of_days(week))
    }

    fn of_days(&self, days: Vec<(WeekdaySpan, Vec<ClockSpan>)>) -> Week {
        Week { days, zone: self.clock.zone().clone(), told: false, theirs: self.theirs }
    }

    /// The usual weeks of two versions, with their zones where these differ.
    pub fn weeks(&self, new: &Self) -> (Option<Week>, Option<Week>) {
        let told = self.clock.zone() != new.clock.zone();
        let week = |open: &Self| open.week().map(|week| Week { told, ..week });
        (week(self), week(new))
    }

    /// The usual hours, or some days where there are none.
    pub fn usual(&self) -> Option<Said> {
        self.said(self.week())
    }

    fn said(&self, week: Option<Week>) -> Option<Said> {
        week.map(Said::Hours).or_else(|| match self.stretches.as_slice() {
            [] => None,
            [only] => Some(Said::Open(self.shown(only.from), self.shown(only.to), false)),
            [first, ..] => Some(Said::Days(self.shown(first.from), self.shown(first.to))),
        })
    }

    /// The first of some stretches, and whether there are more.
    fn first_of(&self, stretches: &[Stretch]) -> Option<Said> {
        let first = stretches.first()?;
        Some(Said::Open(self.shown(first.from), self.shown(first.to), stretches.len() > 1))
    }

    /// Whether some of a stretch is open in a usual week.
    fn is_within(&self, week: &Week, stretch: Stretch) -> bool {
        let midnight = self.local(stretch.from).div_euclid(DAY) * DAY;
        let (from, to) = (self.local(stretch.from) - midnight, self.local(stretch.to) - midnight);
        week.is_open(self.shown(stretch.from).date.weekday(), (from, to))
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
        let later = |stretch: &Stretch| {
            let midnight = self.local(stretch.from).div_euclid(DAY) * DAY;
            self.local(stretch.to) > midnight + i64::from(time.seconds())
        };
        time < ClockTime::DAY_END && self.stretches.iter().any(later)
    }

    /// What the clocks show there.
    pub fn shown(&self, at: Instant) -> DateTime {
        self.clock.local(at)
    }

    /// How a newer version stands to this one; none where both are open at the same times.
    pub fn against(&self, new: &Self) -> Option<Hours> {
        let until = self.until.min(new.until);
        let lost = outside(&self.stretches, &new.stretches, until);
        let gained = outside(&new.stretches, &self.stretches, until);
        let here = match (lost.is_empty(), gained.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Direction::Weaker),
            (true, false) => Some(Direction::Stronger),
            (false, false) => Some(Direction::Mixed),
        };
        let direction = both(here, elsewhere(self.theirs, new.theirs))?;
        Some(Hours { direction, lost, gained })
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

/// The parts of the one that are outside of all of the others.
fn outside(one: &[Stretch], others: &[Stretch], until: Instant) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut next = 0;
    for stretch in one.iter().take_while(|stretch| stretch.from < until) {
        let (mut from, to) = (stretch.from, stretch.to.min(until));
        while others.get(next).is_some_and(|other| other.to <= from) {
            next += 1;
        }
        // One that reaches past this stretch may hold the next as well.
        let mut near = others[next..].iter();
        while from < to {
            let other = near.next();
            let end = other.map_or(to, |other| to.min(other.from));
            if from < end {
                found.push(Stretch { from, to: end });
            }
            from = other.map_or(to, |other| other.to);
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(of: &[(i64, i64)]) -> Vec<Stretch> {
        let at = |seconds| Instant::new(seconds).unwrap();
        of.iter().map(|(from, to)| Stretch { from: at(*from), to: at(*to) }).collect()
    }

    fn beyond(one: &[(i64, i64)], others: &[(i64, i64)]) -> Vec<(i64, i64)> {
        let found = outside(&stretches(one), &stretches(others), Instant::new(100).unwrap());
        found.iter().map(|stretch| (stretch.from.seconds(), stretch.to.seconds())).collect()
    }

    #[test]
    fn what_is_outside_is_cut_where_the_others_begin_and_end() {
        assert_eq!(beyond(&[(0, 10)], &[(0, 10)]), []);
        assert_eq!(beyond(&[(0, 10)], &[(2, 5)]), [(0, 2), (5, 10)]);
        assert_eq!(beyond(&[(2, 10)], &[(0, 5)]), [(5, 10)]);
        assert_eq!(beyond(&[(0, 2), (3, 4), (6, 9)], &[(0, 7)]), [(7, 9)]);
        assert_eq!(beyond(&[(0, 2), (3, 4)], &[]), [(0, 2), (3, 4)]);
        assert_eq!(beyond(&[(0, 2), (3, 4), (5, 9)], &[(1, 6), (7, 8)]), [(0, 1), (6, 7), (8, 9)]);
        assert_eq!(beyond(&[(1, 2), (150, 160)], &[(0, 9)]), []);
    }

    #[test]
    fn what_touches_is_one_stretch() {
        assert_eq!(joined(stretches(&[(5, 7), (0, 3), (3, 5)])), stretches(&[(0, 7)]));
    }
}
