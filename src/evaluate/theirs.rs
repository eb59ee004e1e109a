//! What calendars take from the customer, which no policy says: their clocks, and their holidays.
//!
//! In: the name of a calendar. Out: what of it, and of all that it is made of, is the customer's. Whoever looks at all instants
//! of a policy looks at one customer, and says so where this is not the same for all.

use crate::hir::{Holidays, Program};
use crate::value::Name;

/// What is the customer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theirs {
    /// Their clocks.
    pub zone: bool,
    /// Their holidays.
    pub holidays: bool,
}

impl Theirs {
    /// What a calendar takes from the customer, with all that it is made of.
    pub fn of(program: &Program, name: &Name) -> Self {
        let mut theirs = Self::default();
        let mut seen: Vec<&Name> = Vec::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            let Some((name, calendar)) = program.calendars.get_key_value(name) else { continue };
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            let holidays = matches!(calendar.holidays, Some(Holidays::OfCustomer(_)));
            theirs = theirs.or(Self { zone: calendar.zone_of_customer, holidays });
            open.extend(calendar.lines.iter().flat_map(|line| line.line.parts()));
        }
        theirs
    }

    /// What is the customer's of all calendars of a policy.
    pub fn of_all(program: &Program) -> Self {
        program.calendars.keys().map(|name| Self::of(program, name)).fold(Self::default(), Self::or)
    }

    /// What is the customer's of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { zone: self.zone || other.zone, holidays: self.holidays || other.holidays }
    }
}
