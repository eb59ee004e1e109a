//! How often promises were kept, against what the policy says of that: `met for 95% of requests each month`.
//!
//! In: the outcomes of cases. Out: counts for each promise and period of the calendar, in order. Counts are only added up, so
//! that it does not matter who counted which case.

use super::super::answer::State;
use crate::time::{Date, Weekday};
use crate::value::Unit;
use serde::Serialize;
use std::collections::BTreeMap;

/// Counts by the commitment, its line about how often it is met, and the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attainment(BTreeMap<(usize, usize, String), Counts>);

/// The cases of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    met: u64,
    missed: u64,
    open: u64,
}

/// How often one promise was kept in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attained {
    /// The commitment.
    pub commitment: String,
    /// The period: `2026-11`, `2026-Q4`, `2026-W47`, `2026-11-22`, `2026`.
    pub period: String,
    /// Kept.
    pub met: u64,
    /// Not kept.
    pub missed: u64,
    /// Neither yet.
    pub open: u64,
    /// The share of those decided that were kept, in hundredths of a per cent, rounded down; none decided is `null`.
    pub basis_points: Option<u64>,
    /// The share that the policy names, in per cent.
    pub promised: String,
    /// Whether that share was reached; `null` where none is decided.
    pub reached: Option<bool>,
}

impl Attainment {
    /// Counts a case.
    pub fn count(&mut self, commitment: usize, line: usize, period: String, state: State) {
        let counts = self.0.entry((commitment, line, period)).or_default();
        match state {
            State::Met => counts.met += 1,
            State::Missed => counts.missed += 1,
            State::Running | State::Paused => counts.open += 1,
            State::NotStarted | State::Done => {}
        }
    }

    /// Adds what somebody else counted.
    pub fn add(&mut self, other: &Self) {
        for (key, counts) in &other.0 {
            let mine = self.0.entry(key.clone()).or_default();
            mine.met += counts.met;
            mine.missed += counts.missed;
            mine.open += counts.open;
        }
    }

    /// What was counted, in the order of the policy and of time.
    pub fn lines(&self, program: &crate::hir::Program) -> Vec<Attained> {
        let lines = self.0.iter().filter_map(|((commitment, line, period), counts)| {
            let (name, said) = program.commitments.get_index(*commitment)?;
            let share = said.met.get(*line)?.share;
            let decided = counts.met + counts.missed;
            // `met / decided >= share / 100`, without fractions.
            let scale = 10_u128.checked_pow(u32::from(share.scale))?;
            let units = u128::try_from(share.units).ok()?;
            let reached = u128::from(counts.met) * 100 * scale >= units * u128::from(decided);
            Some(Attained {
                commitment: name.to_string(),
                period: period.clone(),
                met: counts.met,
                missed: counts.missed,
                open: counts.open,
                basis_points: (counts.met * 10_000).checked_div(decided),
                promised: share.shortest().to_string(),
                reached: (decided > 0).then_some(reached),
            })
        });
        lines.collect()
    }
}

/// The period in which a day lies.
pub(super) fn period(day: Date, unit: Unit) -> String {
    match unit {
        Unit::Year => format!("{:04}", day.year()),
        Unit::Quarter => format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1),
        Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Unit::Week => week(day),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => day.to_string(),
    }
}

/// The week of ISO 8601, which belongs to the year of its Thursday.
fn week(day: Date) -> String {
    let place = |weekday: Weekday| i64::try_from(weekday.index()).unwrap_or(0);
    let thursday = day.number() - place(day.weekday()) + place(Weekday::Thursday);
    let Some(thursday) = Date::from_number(thursday) else { return day.to_string() };
    let first = Date::new(thursday.year(), 1, 1).map_or(0, Date::number);
    format!("{:04}-W{:02}", thursday.year(), (thursday.number() - first) / 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_those_of_the_calendar() {
        let day = |year, month, day| Date::new(year, month, day).unwrap();
        assert_eq!(period(day(2026, 11, 22), Unit::Quarter), "2026-Q4");
        assert_eq!(period(day(2026, 11, 22), Unit::Week), "2026-W47");
        assert_eq!(period(day(2027, 1, 1), Unit::Week), "2026-W53");
        assert_eq!(period(day(2026, 2, 3), Unit::Month), "2026-02");
    }

    #[test]
    fn counts_of_two_add_up() {
        let mut one = Attainment::default();
        one.count(0, 0, "2026-11".to_owned(), State::Met);
        let mut two = Attainment::default();
        two.count(0, 0, "2026-11".to_owned(), State::Missed);
        two.count(0, 0, "2026-10".to_owned(), State::Running);
        one.add(&two);
        let keys: Vec<_> = one.0.iter().map(|((.., period), counts)| (period.as_str(), *counts)).collect();
        let counts = |met, missed, open| Counts { met, missed, open };
        assert_eq!(keys, [("2026-10", counts(0, 0, 1)), ("2026-11", counts(1, 1, 0))]);
    }
}
