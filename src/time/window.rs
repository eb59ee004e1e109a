//! The days of a stretch of time, which the lines of a calendar open and close one after the other.
//!
//! In: lines, from the general to the particular. Out: open pieces in order, each with its business day, none over another; and
//! what was taken away on the way, if that is asked for.

use super::civil::{ClockTime, Date, DateTime, weekday};
use super::clock::ZoneClock;
use super::definition::{Effect, Holiday, Hours, Line, What};
use super::instant::DAY;
use super::named::DayList;
use super::pieces::{Piece, Taken, Taker};
use super::schedule::Schedule;
use super::zone::Zone;

/// Days in order, each with what it is open.
pub(super) struct Window<'a> {
    schedule: &'a Schedule,
    clock: &'a ZoneClock,
    start: i64,
    end: i64,
    days: DayList,
    open: Vec<Vec<(i64, i64)>>,
    tracing: bool,
    /// What was taken away, if that is asked for.
    pub taken: Vec<Taken<'a>>,
}

impl<'a> Window<'a> {
    /// The days around a stretch, all closed.
    pub fn new(schedule: &'a Schedule, start: i64, end: i64, tracing: bool) -> Self {
        let clock = schedule.clock();
        // Hours reach two days further at most, and a day may be skipped.
        let first = clock.shown(start).div_euclid(DAY) - 3;
        let last = clock.shown(end).div_euclid(DAY) + 1;
        let days = DayList::new(first, last);
        let open = vec![Vec::new(); days.len()];
        Self { schedule, clock, start, end, days, open, tracing, taken: Vec::new() }
    }

    /// Lines that are equally particular.
    pub fn apply(&mut self, level: u8, group: &'a [Line]) {
        let opening = |line: &&Line| line.effect == Effect::Open && !matches!(line.what, What::Within(_));
        if level > 0 {
            for line in group.iter().filter(opening) {
                for index in self.days.replaced(&line.what) {
                    self.open[index].clear();
                }
            }
        }
        for line in group.iter().filter(opening) {
            self.add(&line.what);
        }
        for line in group.iter().filter(|line| !opening(line)) {
            self.take(line);
        }
    }

    fn hours(what: &What) -> &[Hours] {
        let hours = match what {
            What::Weekly { hours, .. } | What::Monthly { hours, .. } | What::Dates { hours, .. } => hours,
            What::Instants { .. } | What::WeekSpan { .. } | What::Calendars(_) | What::Within(_) => {
                return &[];
            }
        };
        if hours.is_empty() { &[Hours::DAY] } else { hours }
    }

    fn add(&mut self, what: &What) {
        match what {
            What::Weekly { .. } | What::Monthly { .. } | What::Dates { .. } => {
                for index in self.days.named(what) {
                    let midnight = self.days.number(index) * DAY;
                    for hours in Self::hours(what) {
                        let (from, to) = hours.seconds();
                        self.push(
                            index,
                            self.clock.reached(midnight + from),
                            self.clock.reached(midnight + to),
                        );
                    }
                }
            }
            What::Instants { from, to } => {
                let local = |at: &DateTime| at.date.number() * DAY + i64::from(at.time.seconds());
                let (first, last) = (local(from), local(to));
                if last - first <= DAY {
                    let (day, index) = (from.date.number(), self.days.place(from.date.number()));
                    if (self.days.first()..self.days.end()).contains(&day) {
                        self.push(index, self.clock.reached(first), self.clock.reached(last));
                    }
                } else {
                    self.push_by_days(self.clock.reached(first), self.clock.reached(last));
                }
            }
            What::WeekSpan { .. } => {
                for (from, to) in self.week_spans(what) {
                    self.push_by_days(from, to);
                }
            }
            What::Calendars(others) => {
                for other in others {
                    let same = other.clock().zone() == self.clock.zone();
                    for piece in other.pieces_between(self.start, self.end) {
                        if same {
                            let index = self.days.place(piece.day).min(self.days.len() - 1);
                            self.push(index, piece.from, piece.to);
                        } else {
                            self.push_by_days(piece.from, piece.to);
                        }
                    }
                }
            }
            What::Within(_) => {}
        }
    }

    fn push(&mut self, index: usize, from: i64, to: i64) {
        if from < to && from < self.end && to > self.start {
            self.open[index].push((from, to));
        }
    }

    /// Adds a stretch to the days on which it lies.
    fn push_by_days(&mut self, from: i64, to: i64) {
        let (mut from, to) = (from.max(self.start), to.min(self.end));
        while from < to {
            // A day that has begun does not end because the clocks go back over midnight.
            let shown = self.clock.shown(from).div_euclid(DAY);
            let day = shown + i64::from(self.clock.reached((shown + 1) * DAY) <= from);
            let next = self.clock.reached((day + 1) * DAY).min(to);
            let index = self.days.place(day).min(self.days.len() - 1);
            self.push(index, from, next);
            from = next;
        }
    }

    /// The stretches of a weekly span that touch the window.
    fn week_spans(&self, what: &What) -> Vec<(i64, i64)> {
        let What::WeekSpan { from, to } = what else { return Vec::new() };
        let clock =
            |zone: &Option<Zone>| zone.as_ref().map_or(self.clock, |zone| self.schedule.clock_of(zone));
        let (opens, closes) = (clock(&from.zone), clock(&to.zone));
        let time = |time: ClockTime| i64::from(time.seconds());
        let ahead = (to.day.index() + 7 - from.day.index()) % 7;
        let ahead = i64::try_from(ahead).unwrap_or(0);
        let mut found = Vec::new();
        // A span that lasts a week began up to eight days before the window.
        for number in self.days.first() - 8..=self.days.end() {
            if weekday(number) != from.day {
                continue;
            }
            let start = opens.reached(number * DAY + time(from.time));
            let mut end = closes.reached((number + ahead) * DAY + time(to.time));
            if end <= start {
                end = closes.reached((number + ahead + 7) * DAY + time(to.time));
            }
            if start < self.end && end > self.start {
                found.push((start, end));
            }
        }
        found
    }

    fn take(&mut self, line: &'a Line) {
        match &line.what {
            What::Weekly { hours, .. } | What::Monthly { hours, .. } | What::Dates { hours, .. } => {
                let days = self.days.named(&line.what);
                if hours.is_empty() {
                    for run in days.chunk_by(|one, next| one + 1 == *next) {
                        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                        let (first, last) = (self.days.number(*first), self.days.number(*last));
                        let (from, to) =
                            (self.clock.reached(first * DAY), self.clock.reached((last + 1) * DAY));
                        self.cut(from, to, Taker::Line(line));
                    }
                } else {
                    for index in days {
                        let midnight = self.days.number(index) * DAY;
                        for hours in hours {
                            let (from, to) = hours.seconds();
                            let (from, to) =
                                (self.clock.reached(midnight + from), self.clock.reached(midnight + to));
                            self.cut(from, to, Taker::Line(line));
                        }
                    }
                }
            }
            What::Instants { from, to } => {
                let at =
                    |at: &DateTime| self.clock.reached(at.date.number() * DAY + i64::from(at.time.seconds()));
                self.cut(at(from), at(to), Taker::Line(line));
            }
            What::WeekSpan { .. } => {
                for (from, to) in self.week_spans(&line.what) {
                    self.cut(from, to, Taker::Line(line));
                }
            }
            What::Calendars(others) => {
                for other in others {
                    for (from, to) in other.stretches_between(self.start, self.end) {
                        self.cut(from, to, Taker::Other(line, other));
                    }
                }
            }
            What::Within(other) => {
                let mut closed_from = i64::MIN;
                for (from, to) in other.stretches_between(self.start, self.end) {
                    self.cut(closed_from, from, Taker::Other(line, other));
                    closed_from = to;
                }
                self.cut(closed_from, i64::MAX, Taker::Other(line, other));
            }
        }
    }

    /// The lists of holidays.
    pub fn close_holidays(&mut self) {
        let (first, end) = (self.days.first(), self.days.end());
        let definition = self.schedule.definition();
        let mut found: Vec<&'a Holiday> = Vec::new();
        for list in &definition.holidays {
            let from = list.days.partition_point(|day| day.date.number() < first);
            let to = list.days.partition_point(|day| day.date.number() < end);
            found.extend(&list.days[from..to]);
        }
        let date =
            |number: i64| Date::from_number(number.clamp(0, Date::LAST.number())).unwrap_or(Date::LAST);
        for area in &definition.areas {
            found.extend(area.between(date(first), date(end - 1)));
        }
        for day in found {
            let midnight = day.date.number() * DAY;
            let (from, to) = day.hours.unwrap_or(Hours::DAY).seconds();
            let (from, to) = (self.clock.reached(midnight + from), self.clock.reached(midnight + to));
            self.cut(from, to, Taker::Holiday(day));
        }
    }

    /// Takes a stretch away from all days that have a part of it.
    fn cut(&mut self, from: i64, to: i64, by: Taker<'a>) {
        let (from, to) = (from.max(self.start - 4 * DAY), to.min(self.end + 2 * DAY));
        if from >= to {
            return;
        }
        let first = self.days.place(self.clock.shown(from).div_euclid(DAY) - 3);
        // Where the clocks go back over midnight, the day has begun that they will show again.
        let last = self.days.place(self.clock.shown(to).div_euclid(DAY) + 2);
        let mut parts = Vec::new();
        for open in &mut self.open[first..last] {
            if !open.iter().any(|(begins, ends)| *begins < to && *ends > from) {
                continue;
            }
            let mut left = Vec::with_capacity(open.len() + 1);
            for (begins, ends) in open.drain(..) {
                let (a, b) = (begins.max(from), ends.min(to));
                if a >= b {
                    left.push((begins, ends));
                    continue;
                }
                parts.push((a, b));
                left.extend([(begins, a), (b, ends)].into_iter().filter(|(a, b)| a < b));
            }
            *open = left;
        }
        if self.tracing && !parts.is_empty() {
            self.taken.push(Taken { by, parts });
        }
    }

    /// The pieces in order, cut to the stretch that was asked for.
    pub fn finish(mut self) -> Vec<Piece> {
        for open in &mut self.open {
            open.sort_unstable();
            open.dedup_by(|next, last| {
                let joined = next.0 <= last.1;
                if joined {
                    last.1 = last.1.max(next.1);
                }
                joined
            });
        }
        for index in 0..self.open.len() {
            let ends = self.open[index].last().map_or(i64::MIN, |last| last.1);
            for later in index + 1..self.open.len() {
                // Two nights later nothing of this day is left.
                if later > index + 3 {
                    break;
                }
                let over: Vec<(i64, i64)> =
                    self.open[later].iter().copied().take_while(|(from, _)| *from < ends).collect();
                for (from, to) in over {
                    self.open[index] = without(&self.open[index], from, to);
                }
            }
        }
        let mut pieces = Vec::new();
        for (place, open) in self.open.iter().enumerate() {
            let day = self.days.number(place);
            for (from, to) in open {
                let (from, to) = ((*from).max(self.start), (*to).min(self.end));
                if from < to {
                    pieces.push(Piece { day, from, to });
                }
            }
        }
        pieces.sort_unstable_by_key(|piece| piece.from);
        pieces
    }
}

fn without(open: &[(i64, i64)], from: i64, to: i64) -> Vec<(i64, i64)> {
    let around = |&(begins, ends): &(i64, i64)| [(begins, ends.min(from)), (begins.max(to), ends)];
    open.iter().flat_map(around).filter(|(from, to)| from < to).collect()
}
