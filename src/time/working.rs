//! The working behind an answer: which closures were passed over on the way.
//!
//! In: two instants. Out: what the calendar would have had open between them, and what took it away, by name.

use super::count::Running;
use super::definition::What;
use super::error::CountError;
use super::instant::Instant;
use super::pieces::{Taken, Taker, pieces};
use super::schedule::{Schedule, stretch};
use smol_str::SmolStr;

/// A closure between two instants that made a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// When the calendar would have been open first.
    pub from: Instant,
    /// When it would have been open last.
    pub to: Instant,
    /// The open time that was lost, in seconds.
    pub lost: i64,
    /// Why: the occasion of the line, the name of the holiday, or the name of the other calendar.
    pub occasion: Option<SmolStr>,
    /// The calendar that says so: this one, or one that it is made of.
    pub calendar: SmolStr,
    /// What says so.
    pub cause: Cause,
}

/// What closes a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The line with this tag.
    Line(usize),
    /// A day of a list of holidays.
    Holiday,
}

impl Schedule {
    /// The closures between two instants, in order, of this calendar and of those that it is made of. What another line
    /// opens after all is no closure.
    pub fn closures(&self, from: Instant, to: Instant) -> Result<Vec<Closure>, CountError> {
        self.check(from.seconds(), to.seconds())?;
        let mut parts = Vec::new();
        collect(self, &mut parts);
        let open = self.stretches_between(from.seconds(), to.seconds());
        let mut found = Vec::new();
        for part in parts {
            let mut taken = Vec::new();
            if from < to {
                pieces(part, (from.seconds(), to.seconds()), Some(&mut taken));
            }
            let stretch = (from.seconds(), to.seconds());
            found.extend(taken.iter().filter_map(|taken| closure(part, taken, stretch, &open)));
        }
        found.sort_by_key(|closure| (closure.from, closure.to));
        Ok(found)
    }
}

impl Running<'_> {
    /// The closures between two instants, without the pauses.
    pub fn closures(self, from: Instant, to: Instant) -> Result<Vec<Closure>, CountError> {
        self.schedule.closures(from, to)
    }
}

/// A calendar and all that it is open with or within, each once.
fn collect<'a>(schedule: &'a Schedule, found: &mut Vec<&'a Schedule>) {
    if found.iter().any(|known| std::ptr::eq(*known, schedule)) {
        return;
    }
    found.push(schedule);
    for line in schedule.lines() {
        match (&line.what, line.effect) {
            (What::Calendars(parts), super::definition::Effect::Open) => {
                for part in parts {
                    collect(part, found);
                }
            }
            (What::Within(part), _) => collect(part, found),
            (
                What::Weekly { .. }
                | What::Monthly { .. }
                | What::Dates { .. }
                | What::Instants { .. }
                | What::WeekSpan { .. }
                | What::Calendars(_),
                _,
            ) => {}
        }
    }
}

fn closure(
    part: &Schedule,
    taken: &Taken<'_>,
    (from, to): (i64, i64),
    open: &[(i64, i64)],
) -> Option<Closure> {
    let mut lost: Vec<(i64, i64)> =
        taken.parts.iter().map(|part| (part.0.max(from), part.1.min(to))).collect();
    lost.retain(|(from, to)| from < to);
    for part in std::mem::take(&mut lost) {
        let first = open.partition_point(|(_, closes)| *closes <= part.0);
        let mut begins = part.0;
        for (opens, closes) in open[first..].iter().take_while(|(opens, _)| *opens < part.1) {
            lost.extend((begins < *opens).then_some((begins, *opens)));
            begins = *closes;
        }
        lost.extend((begins < part.1).then_some((begins, part.1)));
    }
    let whole = stretch(lost.iter().map(|part| part.0).min()?, lost.iter().map(|part| part.1).max()?)?;
    let (occasion, cause) = match taken.by {
        Taker::Line(line) => (line.occasion.clone(), Cause::Line(line.tag)),
        Taker::Holiday(day) => (Some(day.name.clone()), Cause::Holiday),
        Taker::Other(line, other) => {
            (line.occasion.clone().or_else(|| Some(other.definition().name.clone())), Cause::Line(line.tag))
        }
    };
    let lost = lost.iter().map(|(from, to)| to - from).sum();
    let calendar = part.definition().name.clone();
    Some(Closure { from: whole.from, to: whole.to, lost, occasion, calendar, cause })
}
