//! When a calendar is open within a stretch of time, worked out day by day from its lines.
//!
//! In: a definition whose lines are in the order in which they count, and a stretch. Out: open pieces in order, each with the
//! business day to which it belongs, none over another; on request, what was taken away by which line.
//!
//! Hours belong to the day on which they begin, also past midnight. What comes from other calendars keeps its day where they
//! have the same zone, and is cut at midnight otherwise. Where the hours of two days overlap, the later day has them.

use super::definition::{Dates, Effect, Holiday, Line, What};
use super::schedule::Schedule;
use super::window::Window;

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
