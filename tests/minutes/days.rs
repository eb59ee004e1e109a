//! Business days and deadlines, found by going from minute to minute.

use super::truth::{BEFORE, Truth};
use avouch::time::{BusinessDays, ClockTime};

/// A calendar minute by minute, with the pauses of a case.
pub struct Case<'a> {
    pub truth: &'a Truth,
    pub pauses: &'a [(i64, Option<i64>)],
    /// For every minute of the truth, whether the clock runs.
    pub running: Vec<bool>,
    pub first: i64,
    pub reading: BusinessDays,
    pub cut_off: Option<ClockTime>,
}

/// A business day as it was found; all in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    pub number: i64,
    pub opens: i64,
    pub closes: i64,
    pub open: i64,
    runs: bool,
}

impl<'a> Case<'a> {
    pub fn new(
        truth: &'a Truth,
        pauses: &'a [(i64, Option<i64>)],
        first: i64,
        (reading, cut_off): (BusinessDays, Option<ClockTime>),
    ) -> Self {
        let mut running: Vec<bool> = truth.open.iter().map(Option::is_some).collect();
        let size = i64::try_from(running.len()).unwrap();
        for (from, to) in pauses {
            let place = |minute: i64| usize::try_from((minute - first + BEFORE).clamp(0, size)).unwrap();
            running[place(*from)..to.map_or(place(i64::MAX / 2), place)].fill(false);
        }
        Self { truth, pauses, running, first, reading, cut_off }
    }

    /// Whether a minute lies in a pause.
    pub fn paused(&self, minute: i64) -> bool {
        self.pauses.iter().any(|(from, to)| *from <= minute && to.is_none_or(|to| minute < to))
    }

    /// Whether an instant lies in a pause and not on its edge.
    fn inside_a_pause(&self, second: i64) -> bool {
        // The minutes before and after it are both paused.
        self.paused(second.div_euclid(60)) && self.paused((second - 1).div_euclid(60))
    }

    pub fn runs(&self, minute: i64) -> bool {
        self.running[usize::try_from(minute - self.first + BEFORE).unwrap()]
    }

    /// The first second, from this one on, in which the clock runs.
    pub fn start(&self, at: i64) -> Option<i64> {
        let minute = at.div_euclid(60);
        if self.runs(minute) {
            return Some(at);
        }
        (minute + 1..self.truth.end()).find(|minute| self.runs(*minute)).map(|minute| minute * 60)
    }

    /// Goes on until so many seconds have run.
    pub fn add(&self, at: i64, seconds: i64) -> Option<i64> {
        if seconds == 0 {
            return self.start(at);
        }
        let mut left = seconds;
        for minute in at.div_euclid(60)..self.truth.end() {
            if !self.runs(minute) {
                continue;
            }
            let from = at.max(minute * 60);
            let here = (minute + 1) * 60 - from;
            if left <= here {
                return Some(from + left);
            }
            left -= here;
        }
        None
    }

    /// Goes back until so many seconds have run.
    pub fn subtract(&self, at: i64, seconds: i64) -> Option<i64> {
        let mut left = seconds;
        let mut opened = None;
        for minute in (self.first..=at.div_euclid(60)).rev() {
            let to = at.min((minute + 1) * 60);
            let here = to - minute * 60;
            if here == 0 || !self.runs(minute) {
                if opened.is_some() {
                    return opened;
                }
                continue;
            }
            if left < here {
                return Some(to - left);
            }
            left -= here;
            if left == 0 {
                return Some(minute * 60);
            }
            opened = None;
        }
        None
    }

    pub fn between(&self, from: i64, to: i64) -> i64 {
        (from.div_euclid(60)..=to.div_euclid(60))
            .filter(|minute| self.runs(*minute))
            .map(|minute| (to.min((minute + 1) * 60) - from.max(minute * 60)).max(0))
            .sum()
    }

    /// The business days whose hours lie in the stretch as a whole, in order.
    pub fn days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = Vec::new();
        for minute in self.first..self.truth.end() {
            let Some(number) = self.truth.at(minute) else { continue };
            let runs = self.runs(minute);
            let (from, to) = (minute * 60, minute * 60 + 60);
            match days.iter_mut().rev().find(|day| day.number == number) {
                Some(day) => {
                    day.closes = to;
                    day.open += 60;
                    day.runs |= runs;
                }
                None => days.push(Day { number, opens: from, closes: to, open: 60, runs }),
            }
        }
        days.sort_by_key(|day| day.number);
        // Of the first days hours may be missing, and of the last.
        let (first, last) = (self.truth.shown(self.first), self.truth.shown(self.truth.end() - 1));
        let (first, last) = (first.div_euclid(1440) + 1, last.div_euclid(1440) - 2);
        days.retain(|day| (first..=last).contains(&day.number));
        days
    }

    /// The end of so many business days; `None` where the stretch does not tell.
    pub fn add_days(&self, days: &[Day], at: i64, count: i64) -> Option<i64> {
        let count = usize::try_from(count).ok()?;
        let local = self.local(at);
        let same_time = |day: &Day| self.truth.clocks.seconds(day.number, local.1);
        let closes = |day: &Day| day.closes;
        match self.reading {
            BusinessDays::EndAtClose => {
                let (_, day) = self.received(days, at)?;
                self.counted(days, day + 1, closes).nth(count - 1).map(|day| day.closes)
            }
            BusinessDays::IncludeReceipt => {
                let (_, day) = self.received(days, at)?;
                self.counted(days, day, closes).nth(count - 1).map(|day| day.closes)
            }
            BusinessDays::KeepTime => {
                self.counted(days, self.day_to_count_from(days, at)?, same_time).nth(count - 1).map(same_time)
            }
            BusinessDays::KeepTimeUntilClose => {
                let end = |day: &Day| same_time(day).min(day.closes);
                self.counted(days, self.day_to_count_from(days, at)?, end).nth(count - 1).map(end)
            }
            BusinessDays::KeepTimeNextOpening => {
                let first = self.day_to_count_from(days, at)?;
                let end = self.counted(days, first, same_time).nth(count - 1).map(same_time)?;
                let minute = end.div_euclid(60);
                let closing = end % 60 == 0 && self.truth.at(minute - 1).is_some();
                if self.truth.at(minute).is_some() || closing { Some(end) } else { self.start(end) }
            }
            BusinessDays::RollToOpening => {
                let (start, _) = self.received(days, at)?;
                let (day, time) = self.local(start);
                Self::known(days, day)?;
                let end = |day: &Day| self.truth.clocks.seconds(day.number, time);
                self.counted(days, day + 1, end).nth(count - 1).map(end)
            }
            BusinessDays::Seconds(each) => {
                let (start, _) = self.received(days, at)?;
                self.add(start, each * i64::try_from(count).ok()?)
            }
            BusinessDays::ScheduleDay => {
                let (start, day) = self.received(days, at)?;
                let place = days.iter().position(|known| known.number == day)?;
                let open = days.get(place..place + count)?.iter().map(|day| day.open).sum();
                self.add(start, open)
            }
        }
    }

    /// The instant so many business days before another; `None` where the stretch does not tell.
    pub fn subtract_days(&self, days: &[Day], at: i64, count: usize) -> Option<i64> {
        // The day that closes at an instant is meant, not the one that begins then.
        let minute = at.div_euclid(60);
        let before = (at - 1).div_euclid(60);
        let own = self.truth.at(minute).or_else(|| self.truth.at(before));
        let day = own.unwrap_or_else(|| self.local(at).0);
        if days.last()?.number < day {
            return None;
        }
        let later = days.iter().position(|known| known.number >= day)?;
        let first = &days[later.checked_sub(count)?];
        let shown = self.truth.shown(minute) * 60 + at.rem_euclid(60);
        let same_time = self.truth.clocks.seconds(first.number, shown - day * 86_400);
        match self.reading {
            BusinessDays::EndAtClose | BusinessDays::IncludeReceipt | BusinessDays::KeepTimeUntilClose => {
                let closing = days[later].number == day && days[later].closes == at;
                Some(if closing { first.closes } else { same_time.min(first.closes) })
            }
            BusinessDays::KeepTime | BusinessDays::KeepTimeNextOpening | BusinessDays::RollToOpening => {
                Some(same_time)
            }
            BusinessDays::Seconds(each) => self.subtract(at, each * i64::try_from(count).ok()?),
            BusinessDays::ScheduleDay => {
                let open = days[later - count..later].iter().map(|day| day.open).sum();
                self.subtract(at, open)
            }
        }
    }

    /// The end of the day of receipt or of a later one, or a time on it.
    pub fn end_of_day(&self, days: &[Day], at: i64, ahead: usize, time: Option<ClockTime>) -> Option<i64> {
        let (_, day) = self.received(days, at)?;
        let end = |day: &Day| match time {
            Some(time) => self.truth.clocks.seconds(day.number, i64::from(time.seconds())),
            None => day.closes,
        };
        let first = if ahead == 0 { day } else { day + 1 };
        self.counted(days, first, end).nth(ahead.saturating_sub(1)).map(end)
    }

    /// Days from one on that count: the clock runs on them and is not stopped when they would end the period.
    fn counted<'d>(
        &self,
        days: &'d [Day],
        first: i64,
        end: impl Fn(&Day) -> i64,
    ) -> impl Iterator<Item = &'d Day> {
        let counts = move |day: &&Day| day.number >= first && day.runs && !self.inside_a_pause(end(day));
        days.iter().filter(counts).collect::<Vec<_>>().into_iter()
    }

    /// When something is received, and on which business day.
    fn received(&self, days: &[Day], at: i64) -> Option<(i64, i64)> {
        let start = self.start(at)?;
        let number = self.truth.at(start.div_euclid(60))?;
        let place = days.iter().position(|day| day.number == number)?;
        let shown = self.truth.shown(at.div_euclid(60)) * 60 + at.rem_euclid(60);
        let late = |cut_off: ClockTime| shown > number * 86_400 + i64::from(cut_off.seconds());
        if !self.cut_off.is_some_and(late) {
            return Some((start, number));
        }
        let start = self.start(days.get(place + 1)?.opens)?;
        let number = self.truth.at(start.div_euclid(60))?;
        days.iter().any(|day| day.number == number).then_some((start, number))
    }

    /// The day after the one from which days are counted that keep the time.
    fn day_to_count_from(&self, days: &[Day], at: i64) -> Option<i64> {
        let (day, time) = self.local(at);
        Self::known(days, day)?;
        let place = days.iter().position(|known| known.number == day);
        let late = self.cut_off.is_some_and(|cut_off| time > i64::from(cut_off.seconds()));
        match place {
            Some(place) if late => days.get(place + 1).map(|day| day.number + 1),
            Some(_) | None => Some(day + 1),
        }
    }

    /// Whether the days around a day are all known.
    fn known(days: &[Day], day: i64) -> Option<()> {
        (days.first()?.number <= day).then_some(())
    }

    fn local(&self, at: i64) -> (i64, i64) {
        let shown = self.truth.shown(at.div_euclid(60)) * 60 + at.rem_euclid(60);
        (shown.div_euclid(86_400), shown.rem_euclid(86_400))
    }
}
