//! The holidays of an area as closures of a calendar, year by year and only when they are asked for.
//!
//! In: an area, and the language of the names. Out: the days of a year. A calendar looks at few years, and most of them never.

use super::civil::{ClockTime, Date};
use super::definition::{Holiday, Hours};
use super::holidays::{self, Area};
use smol_str::SmolStr;
use std::sync::OnceLock;

/// The holidays of an area.
#[derive(Clone, Debug)]
pub struct AreaDays {
    area: Area,
    english: bool,
    years: Vec<OnceLock<Vec<Holiday>>>,
}

impl AreaDays {
    /// The holidays of an area, with their names in English or in the language of the place.
    pub fn new(area: Area, english: bool) -> Self {
        Self { area, english, years: area.years().map(|_| OnceLock::new()).collect() }
    }

    /// What the list is called.
    pub fn name(&self) -> SmolStr {
        self.area.code().into()
    }

    /// The first and the last year that is known.
    pub fn years(&self) -> (i16, i16) {
        (*self.area.years().start(), *self.area.years().end())
    }

    /// The days from one date to another, both included, that are known.
    pub(super) fn between(&self, first: Date, last: Date) -> impl Iterator<Item = &Holiday> {
        let days = (first.year()..=last.year()).flat_map(|year| self.days(year));
        days.filter(move |day| (first..=last).contains(&day.date))
    }

    fn days(&self, year: i16) -> &[Holiday] {
        let place = usize::from(u16::try_from(year - self.years().0).unwrap_or(u16::MAX));
        let Some(days) = self.years.get(place) else { return &[] };
        days.get_or_init(|| {
            let known = self.area.year(year).unwrap_or_default();
            known.iter().map(|said| closure(said, self.english)).collect()
        })
    }
}

/// A holiday as a closure.
pub fn closure(said: &holidays::Holiday, english: bool) -> Holiday {
    let whole = (said.from, said.to) == (ClockTime::MIDNIGHT, ClockTime::DAY_END);
    let hours = (!whole).then_some(Hours { from: said.from, to: said.to });
    let name = if english { &said.english } else { &said.name };
    Holiday { date: said.date, name: name.clone(), hours }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_from_the_years_around_and_no_others() {
        let days = AreaDays::new(Area::new("NL").unwrap(), true);
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        let found: Vec<String> =
            days.between(date(2026, 12, 26), date(2027, 1, 1)).map(|day| day.date.to_string()).collect();
        assert_eq!(found, ["2026-12-26", "2027-01-01"]);
        let (first, _) = days.years();
        assert_eq!(days.between(date(1970, 1, 1), date(first - 1, 12, 31)).count(), 0);
    }
}
