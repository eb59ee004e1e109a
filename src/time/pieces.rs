//! When a calendar is open within a stretch of time, worked out day by day from its lines.
//!
//! In: a definition whose lines are in the order in which they count, and a stretch. Out: open pieces in order, each with the
//! business day to which it belongs, none over another; on request, what was taken away by which line.
//!
//! Hours belong to the day on which they begin, also past midnight. What comes from other calendars keeps its day where they
//! have the same zone, and is cut at midnight otherwise. Where the hours of two days overlap, the later day has them.

use super::civil::{Weekday, parts, weekday};
use super::clock::ZoneClock;
use super::definition::{Dates, Effect, Holiday, Hours, Line, Nth, What};
use super::instant::DAY;
use super::schedule::Schedule;

/// An open stretch of a business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The day to which it belongs, since 1970-01-01.
    pub day: i64,
    /// The first instant.
    pub from: i64,
    /// The instant after the last.
    pub to: i64,
}

/// What took open time away.
#[derive(Clone, Copy, Debug)]
pub(super) enum Taker<'a> {
    /// A line.
    Line(&'a Line),
    /// A day of a list.
    Holiday(&'a Holiday),
    /// Another calendar that a line names.
    Other(&'a Line, &'a Schedule),
}

/// Open time that was taken away in one go.
#[derive(Clone, Debug)]
pub(super) struct Taken<'a> {
    /// By what.
    pub by: Taker<'a>,
    /// What was taken.
    pub parts: Vec<(i64, i64)>,
}

/// The open pieces from one instant to another, and what was taken away if that is asked for.
pub(super) fn pieces<'a>(
    schedule: &'a Schedule,
    (start, end): (i64, i64),
    taken: Option<&mut Vec<Taken<'a>>>,
) -> Vec<Piece> {
    let mut window = Window::new(schedule, start, end, taken.is_some());
    let lines = schedule.lines();
    let mut rest = lines;
    let mut holidays_done = false;
    while let Some(line) = rest.first() {
        let level = level(line);
        if level > HOLIDAYS && !holidays_done {
            window.close_holidays();
            holidays_done = true;
        }
        let count = rest.iter().take_while(|line| self::level(line) == level).count();
        let (group, later) = rest.split_at(count);
        window.apply(level, group);
        rest = later;
    }
    if !holidays_done {
        window.close_holidays();
    }
    if let Some(taken) = taken {
        taken.append(&mut window.taken);
    }
    window.finish()
}

const HOLIDAYS: u8 = 3;
const LAST: u8 = 8;

/// How particular a line is.
pub(super) fn level(line: &Line) -> u8 {
    let dated = |dates: &Dates, whole: bool| match (dates, whole) {
        (Dates::Yearly(..), true) => 4,
        (Dates::Yearly(..), false) => 5,
        (Dates::Full(..), true) => 6,
        (Dates::Full(..), false) => 7,
    };
    match &line.what {
        What::Weekly { season: None, .. } | What::WeekSpan { .. } => 0,
        What::Calendars(_) if line.effect == Effect::Open => 0,
        What::Monthly { .. } => 1,
        What::Weekly { season: Some(_), .. } => 2,
        What::Dates { dates, hours } => dated(dates, hours.is_empty()),
        What::Instants { .. } => 7,
        What::Calendars(_) | What::Within(_) => LAST,
    }
}

/// Days in order, each with what it is open.
struct Window<'a> {
    schedule: &'a Schedule,
    clock: &'a ZoneClock,
    start: i64,
    end: i64,
    first: i64,
    days: Vec<Day>,
    open: Vec<Vec<(i64, i64)>>,
    tracing: bool,
    taken: Vec<Taken<'a>>,
}

#[derive(Clone, Copy)]
struct Day {
    number: i64,
    month: u8,
    of_month: u8,
    weekday: Weekday,
}

impl<'a> Window<'a> {
    fn new(schedule: &'a Schedule, start: i64, end: i64, tracing: bool) -> Self {
        let clock = schedule.clock();
        // Hours reach two days further at most, and a day may be skipped.
        let first = clock.shown(start).div_euclid(DAY) - 3;
        let last = clock.shown(end).div_euclid(DAY) + 1;
        let day = |number| {
            let (_, month, of_month) = parts(number);
            Day { number, month, of_month, weekday: weekday(number) }
        };
        let days: Vec<Day> = (first..=last).map(day).collect();
        let open = vec![Vec::new(); days.len()];
        Self { schedule, clock, start, end, first, days, open, tracing, taken: Vec::new() }
    }

    fn apply(&mut self, level: u8, group: &'a [Line]) {
        let opening = |line: &&Line| line.effect == Effect::Open && !matches!(line.what, What::Within(_));
        if level > 0 {
            for line in group.iter().filter(opening) {
                for index in self.replaced(&line.what) {
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

    /// The days that a line is about, as places in the window.
    fn matching(&self, what: &What) -> Vec<usize> {
        let all = self.days.iter().enumerate();
        match what {
            What::Weekly { days, season, .. } => {
                let mut mask = [false; 7];
                for day in days {
                    mask[day.index()] = true;
                }
                let fits = |day: &Day| {
                    mask[day.weekday.index()] && season.as_ref().is_none_or(|season| within(season, *day))
                };
                all.filter(|(_, day)| fits(day)).map(|(index, _)| index).collect()
            }
            What::Monthly { which, day: weekday, .. } => {
                let fits = |day: &Day| day.weekday == *weekday && is_nth(*which, *day);
                all.filter(|(_, day)| fits(day)).map(|(index, _)| index).collect()
            }
            What::Dates { dates: Dates::Full(from, to), .. } => {
                let (from, to) = (self.place(from.number()), self.place(to.number() + 1));
                (from..to).collect()
            }
            What::Dates { dates: dates @ Dates::Yearly(..), .. } => {
                all.filter(|(_, day)| within(dates, **day)).map(|(index, _)| index).collect()
            }
            What::Instants { .. } | What::WeekSpan { .. } | What::Calendars(_) | What::Within(_) => {
                Vec::new()
            }
        }
    }

    /// The place of a day in the window, or the nearest one to its edge.
    fn place(&self, number: i64) -> usize {
        usize::try_from(number - self.first).map_or(0, |place| place.min(self.days.len()))
    }

    /// The days whose earlier hours a line replaces.
    fn replaced(&self, what: &What) -> Vec<usize> {
        match what {
            What::Instants { from, to } => {
                let whole = i64::from(to.time == super::civil::ClockTime::DAY_END);
                let last = (to.date.number() + whole).max(from.date.number() + 1);
                (self.place(from.date.number())..self.place(last)).collect()
            }
            What::Weekly { .. }
            | What::Monthly { .. }
            | What::Dates { .. }
            | What::WeekSpan { .. }
            | What::Calendars(_)
            | What::Within(_) => self.matching(what),
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
                for index in self.matching(what) {
                    let midnight = self.days[index].number * DAY;
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
                let local =
                    |at: &super::civil::DateTime| at.date.number() * DAY + i64::from(at.time.seconds());
                let (first, last) = (local(from), local(to));
                if last - first <= DAY {
                    let day = from.date.number() - self.first;
                    if let Ok(index) = usize::try_from(day)
                        && index < self.open.len()
                    {
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
                            let index = self.place(piece.day).min(self.days.len() - 1);
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
            let day = self.clock.shown(from).div_euclid(DAY);
            // Where midnight comes twice the first one may have passed already.
            let midnight = self.clock.reached((day + 1) * DAY);
            let next = if midnight > from { midnight.min(to) } else { to };
            let index = self.place(day).min(self.days.len() - 1);
            self.push(index, from, next);
            from = next;
        }
    }

    /// The stretches of a weekly span that touch the window.
    fn week_spans(&self, what: &What) -> Vec<(i64, i64)> {
        let What::WeekSpan { from, to } = what else { return Vec::new() };
        let clock = |zone: &Option<super::zone::Zone>| {
            zone.as_ref().map_or(self.clock, |zone| self.schedule.clock_of(zone))
        };
        let (opens, closes) = (clock(&from.zone), clock(&to.zone));
        let time = |time: super::civil::ClockTime| i64::from(time.seconds());
        let ahead = (to.day.index() + 7 - from.day.index()) % 7;
        let ahead = i64::try_from(ahead).unwrap_or(0);
        let mut found = Vec::new();
        // A span that lasts a week began up to eight days before the window.
        for number in self.first - 8..=self.first + i64::try_from(self.days.len()).unwrap_or(0) + 1 {
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
                let days = self.matching(&line.what);
                if hours.is_empty() {
                    for run in days.chunk_by(|one, next| one + 1 == *next) {
                        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                        let (first, last) = (self.days[*first].number, self.days[*last].number);
                        let (from, to) =
                            (self.clock.reached(first * DAY), self.clock.reached((last + 1) * DAY));
                        self.cut(from, to, Taker::Line(line));
                    }
                } else {
                    for index in days {
                        let midnight = self.days[index].number * DAY;
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
                let at = |at: &super::civil::DateTime| {
                    self.clock.reached(at.date.number() * DAY + i64::from(at.time.seconds()))
                };
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

    fn close_holidays(&mut self) {
        let (first, end) = (self.first, self.first + i64::try_from(self.days.len()).unwrap_or(0));
        for list in &self.schedule.definition().holidays {
            let from = list.days.partition_point(|day| day.date.number() < first);
            let to = list.days.partition_point(|day| day.date.number() < end);
            for day in &list.days[from..to] {
                let midnight = day.date.number() * DAY;
                let (from, to) = day.hours.unwrap_or(Hours::DAY).seconds();
                let (from, to) = (self.clock.reached(midnight + from), self.clock.reached(midnight + to));
                self.cut(from, to, Taker::Holiday(day));
            }
        }
    }

    /// Takes a stretch away from all days that have a part of it.
    fn cut(&mut self, from: i64, to: i64, by: Taker<'a>) {
        let (from, to) = (from.max(self.start - 4 * DAY), to.min(self.end + 2 * DAY));
        if from >= to {
            return;
        }
        let first = self.place(self.clock.shown(from).div_euclid(DAY) - 3);
        let last = self.place(self.clock.shown(to).div_euclid(DAY) + 1);
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
    fn finish(mut self) -> Vec<Piece> {
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
        for (open, day) in self.open.iter().zip(&self.days) {
            for (from, to) in open {
                let (from, to) = ((*from).max(self.start), (*to).min(self.end));
                if from < to {
                    pieces.push(Piece { day: day.number, from, to });
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

fn within(dates: &Dates, day: Day) -> bool {
    match dates {
        Dates::Full(from, to) => (from.number()..=to.number()).contains(&day.number),
        Dates::Yearly(from, to) => {
            let (from, to, day) = ((from.month, from.day), (to.month, to.day), (day.month, day.of_month));
            if from <= to { from <= day && day <= to } else { from <= day || day <= to }
        }
    }
}

fn is_nth(which: Nth, day: Day) -> bool {
    match which {
        Nth::First => day.of_month <= 7,
        Nth::Second => (8..=14).contains(&day.of_month),
        Nth::Third => (15..=21).contains(&day.of_month),
        Nth::Fourth => (22..=28).contains(&day.of_month),
        Nth::Last => parts(day.number + 7).1 != day.month,
    }
}
