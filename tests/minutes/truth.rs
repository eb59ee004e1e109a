//! Open or closed, minute by minute, from the words of the language: no intervals, no sums, no look-ups.
//!
//! Every minute is asked which days have it. A day has the minutes from when the clocks first show its opening to when they
//! first show its closing.

use super::world::{Calendar, Part};
use avouch::time::{DateTime, Dates, Definition, Effect, Hours, Line, Nth, What, Zone};
use jiff::civil::Weekday as JiffWeekday;
use jiff::tz::TimeZone;

/// The minutes of a stretch on the clocks of a zone.
pub struct Clocks {
    zone: TimeZone,
    first: i64,
    /// What the clocks show in each minute, in minutes since 1970 as if they were UTC.
    pub shown: Vec<i64>,
    /// The latest that they have shown until then.
    reached: Vec<i64>,
}

/// Minutes that are looked at before the stretch, so that nights which began earlier are known.
pub const BEFORE: i64 = 4 * 1440;
/// Minutes that are looked at after it.
const AFTER: i64 = 1440;

impl Clocks {
    fn new(zone: &Zone, first: i64, minutes: i64) -> Self {
        let zone = jiff::tz::db().get(zone.name()).unwrap();
        let first = first - BEFORE;
        let start = jiff::Timestamp::from_second(first * 60).unwrap();
        let mut offset = i64::from(zone.to_offset(start).seconds() / 60);
        let (mut minute, end) = (first, first + BEFORE + minutes + AFTER);
        let (mut shown, mut reached, mut latest) = (Vec::new(), Vec::new(), i64::MIN);
        // All changes since 1990 are at full minutes.
        for change in zone.following(start) {
            let at = (change.timestamp().as_second() / 60).min(end);
            let (from, to) = (minute + offset, at + offset);
            shown.extend(from..to);
            // Where the clocks were put back, the latest stays until it is shown again.
            let again = latest.clamp(from, to);
            reached.extend((from..again).map(|_| latest));
            reached.extend(again..to);
            latest = latest.max(to - 1);
            (minute, offset) = (at, i64::from(change.offset().seconds() / 60));
            if at == end {
                break;
            }
        }
        if minute < end {
            shown.extend(minute + offset..end + offset);
            let again = latest.clamp(minute + offset, end + offset);
            reached.extend((minute + offset..again).map(|_| latest));
            reached.extend(again..end + offset);
        }
        Self { zone, first, shown, reached }
    }

    /// The place of the first minute in which the clocks show a local minute or a later one.
    fn first_at(&self, local: i64) -> usize {
        self.reached.partition_point(|reached| *reached < local)
    }

    /// The instant of a local time, in seconds, as the time library reads it.
    pub fn seconds(&self, day: i64, seconds: i64) -> i64 {
        let date = jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(day));
        let local = date.at(0, 0, 0, 0).saturating_add(jiff::Span::new().seconds(seconds));
        self.zone.to_ambiguous_timestamp(local).compatible().unwrap().as_second()
    }

    /// The day that is shown in a minute.
    fn day(&self, place: usize) -> i64 {
        self.shown[place].div_euclid(1440)
    }
}

/// A calendar, minute by minute.
pub struct Truth {
    /// Its clocks.
    pub clocks: Clocks,
    /// The business day of each minute that is open.
    pub open: Vec<Option<i64>>,
    first: i64,
    minutes: i64,
}

impl Truth {
    /// Works out every minute of a stretch.
    pub fn new(calendar: &Calendar, first: i64, minutes: i64) -> Self {
        let clocks = Clocks::new(&calendar.definition.zone, first, minutes);
        let mut table = Table::new(&clocks);
        table.fill(calendar, first, minutes);
        let earliest = table.earliest;
        let owner = |mask: &u64| (*mask != 0).then(|| earliest + 63 - i64::from(mask.leading_zeros()));
        let open = table.days.iter().map(owner).collect();
        Self { clocks, open, first, minutes }
    }

    /// The business day of a minute, if it is open.
    pub fn at(&self, minute: i64) -> Option<i64> {
        self.open[usize::try_from(minute - self.first + BEFORE).unwrap()]
    }

    /// What the clocks show in a minute.
    pub fn shown(&self, minute: i64) -> i64 {
        self.clocks.shown[usize::try_from(minute - self.first + BEFORE).unwrap()]
    }

    /// The minute after the last that is looked at.
    pub fn end(&self) -> i64 {
        self.first + self.minutes
    }
}

/// For every minute, the days that have it, one bit for each.
struct Table<'a> {
    clocks: &'a Clocks,
    earliest: i64,
    last: i64,
    days: Vec<u64>,
}

impl<'a> Table<'a> {
    fn new(clocks: &'a Clocks) -> Self {
        // Days before the first minute have hours that reach into it.
        let earliest = clocks.day(0) - 3;
        let last = clocks.day(clocks.shown.len() - 1).min(earliest + 63);
        Self { clocks, earliest, last, days: vec![0; clocks.shown.len()] }
    }

    fn fill(&mut self, calendar: &Calendar, first: i64, minutes: i64) {
        let definition = &calendar.definition;
        let parts: Vec<(Part, Truth, bool)> = calendar
            .parts
            .iter()
            .map(|(part, other)| {
                let same = other.definition.zone == definition.zone;
                (*part, Truth::new(other, first, minutes), same)
            })
            .collect();
        for level in 0..8 {
            let lines: Vec<&Line> = definition.lines.iter().filter(|line| is_of(line, level)).collect();
            let (opening, closing): (Vec<&Line>, Vec<&Line>) =
                lines.iter().partition(|line| line.effect == Effect::Open);
            if level > 0 {
                for line in &opening {
                    self.forget(line);
                }
            }
            for line in &opening {
                self.each(line, definition, Self::open);
            }
            if level == 0 {
                for (_, truth, same) in parts.iter().filter(|(part, ..)| *part == Part::Open) {
                    self.join(truth, *same);
                }
            }
            for line in &closing {
                self.each(line, definition, |table, _, from, to| table.close(from, to));
            }
            if level == 3 {
                self.holidays(definition);
            }
        }
        for (part, truth, _) in &parts {
            for place in 0..self.days.len() {
                let open = truth.open[place].is_some();
                let taken = match part {
                    Part::Open => false,
                    Part::Closed => open,
                    Part::Within => !open,
                };
                if taken {
                    self.days[place] = 0;
                }
            }
        }
    }

    fn bit(&self, day: i64) -> u64 {
        if (self.earliest..=self.last).contains(&day) { 1 << (day - self.earliest) } else { 0 }
    }

    fn open(&mut self, day: Option<i64>, from: usize, to: usize) {
        let to = to.min(self.days.len());
        if from >= to {
            return;
        }
        match day.map(|day| self.bit(day)) {
            Some(bit) => self.days[from..to].iter_mut().for_each(|days| *days |= bit),
            None => {
                for place in from..to {
                    self.days[place] |= self.bit(self.reached_day(place));
                }
            }
        }
    }

    fn close(&mut self, from: usize, to: usize) {
        let to = to.min(self.days.len());
        if from < to {
            self.days[from..to].fill(0);
        }
    }

    /// The day on which a minute lies; one that has begun does not end because the clocks go back.
    fn reached_day(&self, place: usize) -> i64 {
        self.clocks.reached[place].div_euclid(1440)
    }

    /// The days lose what they had.
    fn forget(&mut self, line: &Line) {
        let mut mask = 0;
        match &line.what {
            What::Instants { from, to } => {
                for day in from.date.number()..=to.date.number() {
                    let ends_on_it = day == to.date.number() && day > from.date.number();
                    if !ends_on_it || to.time.seconds() == 86_400 {
                        mask |= self.bit(day);
                    }
                }
            }
            What::WeekSpan { .. } | What::Calendars(_) | What::Within(_) => {
                unreachable!("these replace nothing")
            }
            What::Weekly { .. } | What::Monthly { .. } | What::Dates { .. } => {
                for day in self.earliest..=self.last {
                    if names(&line.what, day) {
                        mask |= self.bit(day);
                    }
                }
            }
        }
        for days in &mut self.days {
            *days &= !mask;
        }
    }

    /// Does something with every stretch of a line, and the day that it belongs to if it is one.
    fn each(
        &mut self,
        line: &Line,
        definition: &Definition,
        mut todo: impl FnMut(&mut Self, Option<i64>, usize, usize),
    ) {
        let whole = [Hours::DAY];
        match &line.what {
            What::Weekly { hours, .. } | What::Monthly { hours, .. } | What::Dates { hours, .. } => {
                let hours = if hours.is_empty() { &whole[..] } else { hours };
                for day in self.earliest..=self.last {
                    if !names(&line.what, day) {
                        continue;
                    }
                    for hours in hours {
                        let (from, to) = self.minutes(day, *hours);
                        todo(self, Some(day), from, to);
                    }
                }
            }
            What::Instants { from, to } => {
                let local = |at: &DateTime| at.date.number() * 1440 + i64::from(at.time.seconds() / 60);
                let short = local(to) - local(from) <= 1440;
                let (begin, end) = (self.clocks.first_at(local(from)), self.clocks.first_at(local(to)));
                todo(self, short.then(|| from.date.number()), begin, end);
            }
            What::WeekSpan { from, to } => {
                let minute = |time: avouch::time::ClockTime| i64::from(time.seconds() / 60);
                let zone = |zone: &Option<Zone>| zone.clone().unwrap_or_else(|| definition.zone.clone());
                // A span that began up to nine days ago may still last.
                let (first, size) = (self.clocks.first, i64::try_from(self.days.len()).unwrap());
                let far = 12 * 1440;
                let opens = Clocks::new(&zone(&from.zone), first - far + BEFORE, size + far);
                let closes = Clocks::new(&zone(&to.zone), first - far + BEFORE, size + far + 9 * 1440);
                for day in self.earliest - 10..=self.last {
                    if weekday(day) != from.day.index() {
                        continue;
                    }
                    let begin = opens.first_at(day * 1440 + minute(from.time));
                    let days = i64::try_from((to.day.index() + 7 - from.day.index()) % 7).unwrap();
                    let mut end = closes.first_at((day + days) * 1440 + minute(to.time));
                    if end <= begin {
                        end = closes.first_at((day + days + 7) * 1440 + minute(to.time));
                    }
                    let far = usize::try_from(far).unwrap();
                    todo(self, None, begin.saturating_sub(far), end.saturating_sub(far));
                }
            }
            What::Calendars(_) | What::Within(_) => {}
        }
    }

    fn minutes(&self, day: i64, hours: Hours) -> (usize, usize) {
        let minute = |time: avouch::time::ClockTime| day * 1440 + i64::from(time.seconds() / 60);
        let (from, mut to) = (minute(hours.from), minute(hours.to));
        if to <= from {
            to += 1440;
        }
        (self.clocks.first_at(from), self.clocks.first_at(to))
    }

    fn join(&mut self, other: &Truth, same_zone: bool) {
        for place in 0..self.days.len() {
            if let Some(day) = other.open[place] {
                let day = if same_zone { day } else { self.reached_day(place) };
                self.days[place] |= self.bit(day);
            }
        }
    }

    fn holidays(&mut self, definition: &Definition) {
        for day in definition.holidays.iter().flat_map(|list| &list.days) {
            let (from, to) = self.minutes(day.date.number(), day.hours.unwrap_or(Hours::DAY));
            self.close(from, to);
        }
    }
}

/// Whether a line counts at this level: weekly hours, one weekday of each month, seasons, holidays, yearly dates, dates of one
/// year; of dates, whole days before hours.
fn is_of(line: &Line, level: u8) -> bool {
    let yearly = |dates: &Dates| matches!(dates, Dates::Yearly(..));
    match (&line.what, level) {
        (What::WeekSpan { .. } | What::Weekly { season: None, .. }, 0)
        | (What::Monthly { .. }, 1)
        | (What::Weekly { season: Some(_), .. }, 2)
        | (What::Instants { .. }, 7) => true,
        (What::Dates { dates, hours }, 4) => yearly(dates) && hours.is_empty(),
        (What::Dates { dates, hours }, 5) => yearly(dates) && !hours.is_empty(),
        (What::Dates { dates, hours }, 6) => !yearly(dates) && hours.is_empty(),
        (What::Dates { dates, hours }, 7) => !yearly(dates) && !hours.is_empty(),
        _ => false,
    }
}

fn civil(day: i64) -> jiff::civil::Date {
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(day))
}

fn weekday(day: i64) -> usize {
    let weekday: JiffWeekday = civil(day).weekday();
    usize::try_from(weekday.to_monday_zero_offset()).unwrap()
}

/// Whether a line is about a day.
fn names(what: &What, day: i64) -> bool {
    let date = civil(day);
    let in_dates = |dates: &Dates| match dates {
        Dates::Full(from, to) => from.number() <= day && day <= to.number(),
        Dates::Yearly(from, to) => {
            let key = |month: u8, day: u8| i64::from(month) * 100 + i64::from(day);
            let own = key(u8::try_from(date.month()).unwrap(), u8::try_from(date.day()).unwrap());
            let (from, to) = (key(from.month, from.day), key(to.month, to.day));
            if from > to { own >= from || own <= to } else { own >= from && own <= to }
        }
    };
    match what {
        What::Weekly { days, season, .. } => {
            days.iter().any(|named| named.index() == weekday(day)) && season.as_ref().is_none_or(in_dates)
        }
        What::Monthly { which, day: named, .. } => {
            let nth = match which {
                Nth::First => 1,
                Nth::Second => 2,
                Nth::Third => 3,
                Nth::Fourth => 4,
                Nth::Last => -1,
            };
            let weekday = JiffWeekday::from_monday_zero_offset(i8::try_from(named.index()).unwrap()).unwrap();
            date.nth_weekday_of_month(nth, weekday).is_ok_and(|found| found == date)
        }
        What::Dates { dates, .. } => in_dates(dates),
        What::Instants { .. } | What::WeekSpan { .. } | What::Calendars(_) | What::Within(_) => false,
    }
}
