//! A rate as it applies, and which way it goes from one to another.
//!
//! In: the rate that decides in a case, with what is charged in which steps. Out: what is said of it, and whether work of every
//! length, or of some, costs more or less than by another rate.

use crate::compare::change::{Direction, Said, Terms, Worked};
use crate::compare::finder::{Finder, order};
use crate::compare::paid::Paid;
use crate::compare::prices::costs;
use crate::evaluate::{Applies, Worth, seconds_of_work};
use crate::hir::Rate;
use crate::value::{Amount, Duration, Measure, Money, Name, Period, Unit};

/// A rate as it applies, with what is paid.
#[derive(Clone)]
pub(super) struct Paying<'a> {
    pub(super) by: &'a Rate,
    pub(super) worth: Worth,
    pub(super) steps: Option<Duration>,
    pub(super) least: Option<Duration>,
    /// Whether its hours belong to what is told.
    pub(super) hours: bool,
}

impl<'a> Paying<'a> {
    pub(super) fn of(applies: Applies<'a>) -> Self {
        let Applies { by, worth, steps, least } = applies;
        Self { by, worth, steps, least, hours: true }
    }

    fn amount(&self) -> Amount {
        match (&self.by.amount, &self.worth) {
            (Amount::Times(_, span), Worth::Money { currency, amount, per }) => {
                let money = Money { currency: currency.as_str().into(), amount: *amount };
                Amount::Rate(crate::value::Rate { money, per: per.clone() }, *span)
            }
            (amount, _) => amount.clone(),
        }
    }

    pub(super) fn said(&self, timed: bool, terms: bool) -> Said {
        // With more terms the hours stand among them.
        let hours = |name: &Option<Name>| name.clone().filter(|_| self.hours && (timed || terms));
        let (during, outside) = (hours(&self.by.during), hours(&self.by.outside));
        if during.is_none() && outside.is_none() && !terms {
            return Said::Amount(self.amount());
        }
        let length = |length: &Option<Duration>| length.clone().filter(|_| terms);
        let (least, steps) = (length(&self.least), length(&self.steps));
        Said::Terms(Box::new(Terms { amount: self.amount(), during, outside, week: None, least, steps }))
    }

    /// In terms that can be compared, with the currency; nothing to pay has none.
    fn paid(&self) -> Option<(Option<&str>, Paid)> {
        let (currency, amount, per) = match &self.worth {
            Worth::Money { currency, amount, per } => (currency.as_str(), amount.widened(), per),
            Worth::None | Worth::Included(_) => return Some((None, Paid::Flat(0))),
            Worth::No | Worth::Agreed(_) | Worth::Decided(_) | Worth::Open | Worth::Unfilled => return None,
        };
        let unit = match per {
            None => return Some((Some(currency), Paid::Flat(amount))),
            Some(Measure { every, what: Period::Time(unit) }) => {
                let one = match unit {
                    Unit::Second => 1,
                    Unit::Minute => 60,
                    Unit::Hour => 3600,
                    // Nobody works for a whole day, so that a day is no number of hours.
                    Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => return None,
                };
                one * i64::from((*every).max(1))
            }
            Some(Measure { what: Period::Thing(_), .. }) => return None,
        };
        let length = |length: &Option<Duration>| match length {
            Some(length) if length.unit != Unit::Day => seconds_of_work(length),
            Some(_) => None,
            None => Some(0),
        };
        let (least, step) = (length(&self.least)?, length(&self.steps)?);
        Some((Some(currency), Paid::By { each: amount, unit, least, step }))
    }
}

/// The seconds of a length of work, none of them where no length is said; `None` for a length that cannot be counted so.
pub(super) fn seconds(length: Option<&Duration>) -> Option<i64> {
    length.map_or(Some(0), seconds_of_work)
}

/// Which way it goes for work of every length, neutral where nothing differs; none where it cannot be compared so.
pub(super) fn by_length(one: &Paying<'_>, other: &Paying<'_>) -> Option<(Direction, Vec<Worked>)> {
    let ((first, was), (second, is)) = (one.paid()?, other.paid()?);
    if first.zip(second).is_some_and(|(first, second)| first != second) {
        return None;
    }
    let pieces = was.against(&is)?;
    let currency = first.or(second).unwrap_or_default().into();
    let mut worked = Vec::new();
    for (direction, seconds) in [(Direction::Weaker, pieces.dearer), (Direction::Stronger, pieces.cheaper)] {
        let Some(seconds) = seconds else { continue };
        if let (Some(before), Some(after)) = (was.money(seconds, &currency), is.money(seconds, &currency)) {
            worked.push(Worked { direction, seconds, costs: [before, after] });
        }
    }
    let direction = match (pieces.dearer, pieces.cheaper) {
        (Some(_), Some(_)) => Direction::Mixed,
        (Some(_), None) => Direction::Weaker,
        (None, Some(_)) => Direction::Stronger,
        (None, None) => Direction::Neutral,
    };
    // A dearer rate says so itself; only what goes both ways, or hides in steps, needs a piece of work.
    let plain = direction != Direction::Mixed && one.worth != other.worth;
    Some((direction, if plain { Vec::new() } else { worked }))
}

/// Which way it goes where the length of the work does not matter, or is not known to: by the amount and the terms.
pub(super) fn by_words(finder: &Finder<'_>, one: &Paying<'_>, other: &Paying<'_>) -> Option<Direction> {
    let amount = match (&one.worth, &other.worth) {
        (Worth::Open | Worth::Unfilled, Worth::Open | Worth::Unfilled) => {
            (!one.by.amount.same_as(&other.by.amount)).then_some(Direction::Mixed)
        }
        (one, other) => costs(finder, one, other),
    };
    let mut ways: Vec<Direction> = amount.into_iter().collect();
    for (was, is) in [(&one.steps, &other.steps), (&one.least, &other.least)] {
        match (seconds(was.as_ref()), seconds(is.as_ref())) {
            (Some(was), Some(is)) => ways.extend(order(&is, &was)),
            _ if was != is => ways.push(Direction::Mixed),
            _ => {}
        }
    }
    let first = ways.first().copied()?;
    Some(if ways.iter().all(|way| *way == first) { first } else { Direction::Mixed })
}
