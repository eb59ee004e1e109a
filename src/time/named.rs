//! Which days the lines of a calendar name.
//!
//! In: a line and days in order. Out: the places of those that it is about, and of those whose earlier hours it replaces.

use super::civil::{ClockTime, Weekday, parts, weekday};
use super::definition::{Dates, Nth, What};

/// Days in order, none left out.
pub(super) struct DayList {
    first: i64,
    days: Vec<Day>,
}

#[derive(Clone, Copy)]
struct Day {
    number: i64,
    month: u8,
    of_month: u8,
    weekday: Weekday,
}

impl DayList {
    /// The days from one to another, both included, since 1970-01-01.
    pub fn new(first: i64, last: i64) -> Self {
        let day = |number| {
            let (_, month, of_month) = parts(number);
            Day { number, month, of_month, weekday: weekday(number) }
        };
        Self { first, days: (first..=last).map(day).collect() }
    }

    /// How many days there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// The first day.
    pub fn first(&self) -> i64 {
        self.first
    }

    /// The day after the last.
    pub fn end(&self) -> i64 {
        self.days.last().map_or(self.first, |day| day.number + 1)
    }

    /// A day by its place.
    pub fn number(&self, place: usize) -> i64 {
        self.days[place].number
    }

    /// The place of a day, or the nearest one to an end.
    pub fn place(&self, number: i64) -> usize {
        usize::try_from(number - self.first).map_or(0, |place| place.min(self.days.len()))
    }

    /// The days that a line is about.
    pub fn named(&self, what: &What) -> Vec<usize> {
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
                all.filter(|(_, day)| fits(day)).map(|(place, _)| place).collect()
            }
            What::Monthly { which, day: weekday, .. } => {
                let fits = |day: &Day| day.weekday == *weekday && is_nth(*which, *day);
                all.filter(|(_, day)| fits(day)).map(|(place, _)| place).collect()
            }
            What::Dates { dates: Dates::Full(from, to), .. } => {
                (self.place(from.number())..self.place(to.number() + 1)).collect()
            }
            What::Dates { dates: dates @ Dates::Yearly(..), .. } => {
                all.filter(|(_, day)| within(dates, **day)).map(|(place, _)| place).collect()
            }
            What::Instants { .. } | What::WeekSpan { .. } | What::Calendars(_) | What::Within(_) => {
                Vec::new()
            }
        }
    }

    /// The days whose earlier hours a line replaces: the day on which a stretch ends keeps its own.
    pub fn replaced(&self, what: &What) -> Vec<usize> {
        match what {
            What::Instants { from, to } => {
                let whole = i64::from(to.time == ClockTime::DAY_END);
                let end = (to.date.number() + whole).max(from.date.number() + 1);
                (self.place(from.date.number())..self.place(end)).collect()
            }
            What::Weekly { .. }
            | What::Monthly { .. }
            | What::Dates { .. }
            | What::WeekSpan { .. }
            | What::Calendars(_)
            | What::Within(_) => self.named(what),
        }
    }
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
