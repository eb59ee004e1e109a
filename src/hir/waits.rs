//! What waits: hours of which a line is `?`, or that the header does not name yet, and steps of which nobody knows yet when they come.
//!
//! In: the names of calendars, the clocks of promises, and processes. Out: what hours are made of, and whether nobody can say yet
//! when something is.

use super::{Process, Program};
use crate::value::{Clock, Name, Stated};

impl Program {
    /// The calendars and maintenances that some hours are made of, they themselves first.
    pub fn hours_of<'a>(&'a self, name: &'a Name) -> Vec<&'a Name> {
        let mut found = vec![name];
        let mut next = 0;
        while let Some(name) = found.get(next).copied() {
            let lines = self.calendars.get(name).into_iter().flat_map(|calendar| &calendar.lines);
            for part in lines.flat_map(|line| line.line.parts()) {
                if !found.contains(&part) {
                    found.push(part);
                }
            }
            next += 1;
        }
        found
    }

    /// Whether a line of some hours, or of what they are made of, says nothing yet.
    pub fn hours_wait(&self, name: &Name) -> bool {
        let calendar = |name: &Name| self.calendars.get(name).is_some_and(|of| of.clause.unfilled);
        let maintenance = |name: &Name| self.maintenances.get(name).is_some_and(|of| of.clause.unfilled);
        self.hours_of(name).into_iter().any(|name| calendar(name) || maintenance(name))
    }

    /// Whether the header does not say yet which hours a clock runs by, `business hours ?`.
    pub fn hours_unsaid(&self, clock: &Clock) -> bool {
        matches!(clock, Clock::Business(_)) && self.policy.business.is_none()
    }

    /// Whether nobody can say yet when a clock runs.
    pub fn clock_waits(&self, clock: &Clock) -> bool {
        self.hours_unsaid(clock) || self.policy.calendar_of(clock).is_some_and(|name| self.hours_wait(name))
    }
}

impl Process {
    /// Whether a step of it is not known yet, or when it comes.
    pub fn waits(&self) -> bool {
        let mut times = self.transitions.iter().flat_map(|step| step.after.iter().chain(&step.within));
        self.clause.unfilled || times.any(|time| matches!(time, Stated::Unfilled(_)))
    }
}
