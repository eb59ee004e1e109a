//! What a piece of work costs under two rates, for every length of it.
//!
//! In: rates with their steps and the least that is charged. Out: whether some work is dearer, whether some is cheaper, and a
//! piece of each. Begun steps count as whole, so that what is paid repeats itself with both steps: one stretch of lengths and the
//! slope beyond it decide all of them.

use crate::value::{Decimal, Money};
use smol_str::SmolStr;

/// How many lengths are looked at, at most.
const MOST: usize = 20_000;

/// What work costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paid {
    /// The same, however long it takes; in billionths.
    Flat(i128),
    /// So much for a unit.
    By {
        /// Billionths for each unit.
        each: i128,
        /// The seconds of the unit.
        unit: i64,
        /// The seconds that are charged at least.
        least: i64,
        /// The seconds of a step.
        step: i64,
    },
}

/// Lengths of work that people speak of, in minutes: where one of these shows it, no odd one does.
const USUAL: [i64; 9] = [15, 30, 60, 120, 240, 480, 2400, 1, 10];

/// Pieces of work that cost more and less than they did, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// One that is dearer.
    pub dearer: Option<i64>,
    /// One that is cheaper.
    pub cheaper: Option<i64>,
}

impl Paid {
    fn unit(&self) -> i128 {
        match self {
            Self::Flat(_) => 1,
            Self::By { unit, .. } => i128::from(*unit),
        }
    }

    fn step(&self) -> i64 {
        match self {
            Self::Flat(_) => 1,
            Self::By { step, .. } => (*step).max(1),
        }
    }

    fn least(&self) -> i64 {
        match self {
            Self::Flat(_) => 0,
            Self::By { least, .. } => *least,
        }
    }

    /// Billionths of a unit's price, multiplied by the seconds of the unit.
    fn at(&self, seconds: i64) -> Option<i128> {
        match self {
            Self::Flat(amount) => Some(*amount),
            Self::By { each, least, .. } => {
                let step = self.step();
                let charged = seconds.max(*least).checked_add(step - 1)? / step * step;
                each.checked_mul(i128::from(charged))
            }
        }
    }

    /// What each further second costs in the long run, multiplied by the seconds of the unit.
    fn slope(&self) -> i128 {
        match self {
            Self::Flat(_) => 0,
            Self::By { each, .. } => *each,
        }
    }

    /// What a piece of work costs, to the cent.
    pub fn money(&self, seconds: i64, currency: &SmolStr) -> Option<Money> {
        let billionths = self.at(seconds)? / self.unit();
        let cents = (billionths + 5_000_000).div_euclid(10_000_000);
        let cents = i64::try_from(cents).ok()?;
        let whole = cents % 100 == 0;
        let amount = if whole { Decimal::whole(cents / 100) } else { Decimal { units: cents, scale: 2 } };
        Some(Money { currency: currency.clone(), amount })
    }

    /// How newer costs stand to these, for work of every length; none where that would take too long to say.
    pub fn against(&self, new: &Self) -> Option<Pieces> {
        let (one, other) = (self.step(), new.step());
        let most = self.least().max(new.least()).max(1);
        let period = (i128::from(one) * i128::from(other) / i128::from(gcd(one, other))).try_into().ok()?;
        let end: i64 = most.checked_add(period)?;
        let mut lengths = vec![1, most, end];
        for (step, least) in [(one, self.least()), (other, new.least())] {
            lengths.extend([least, least + 1]);
            if step == 1 {
                continue;
            }
            let (first, last) = (least / step, end / step);
            if usize::try_from(last - first).ok()? > MOST {
                return None;
            }
            lengths.extend((first..=last).flat_map(|count| [count * step, count * step + 1]));
        }
        lengths.retain(|length| (1..=end).contains(length));
        lengths.sort_unstable();
        let (was, is) = (self.unit(), new.unit());
        let mut found = Pieces::default();
        let usual = USUAL.iter().map(|minutes| minutes * 60);
        for seconds in usual.chain(lengths) {
            let (before, after) = (self.at(seconds)?.checked_mul(is)?, new.at(seconds)?.checked_mul(was)?);
            let piece = if after > before { &mut found.dearer } else { &mut found.cheaper };
            if after != before && piece.is_none() {
                *piece = Some(seconds);
            }
        }
        // Beyond the stretch the difference grows with every period, so that it has one sign in the end.
        let slopes = (self.slope().checked_mul(is)?, new.slope().checked_mul(was)?);
        if slopes.1 > slopes.0 && found.dearer.is_none() {
            found.dearer = self.first_beyond(new, end, true);
        }
        if slopes.1 < slopes.0 && found.cheaper.is_none() {
            found.cheaper = self.first_beyond(new, end, false);
        }
        Some(found)
    }

    /// A length beyond an end at which the newer costs are dearer or cheaper: hours double until one is found.
    fn first_beyond(&self, new: &Self, end: i64, dearer: bool) -> Option<i64> {
        let mut seconds = 3600;
        loop {
            let before = self.at(seconds)?.checked_mul(new.unit())?;
            let after = new.at(seconds)?.checked_mul(self.unit())?;
            if seconds > end && ((dearer && after > before) || (!dearer && after < before)) {
                return Some(seconds);
            }
            seconds = seconds.checked_mul(2)?;
        }
    }
}

fn gcd(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hourly(each: i128, least: i64, step: i64) -> Paid {
        Paid::By { each: each * 1_000_000_000, unit: 3600, least: least * 60, step: step * 60 }
    }

    fn against(old: &Paid, new: &Paid) -> (Option<i64>, Option<i64>) {
        let found = old.against(new).unwrap_or_default();
        (found.dearer, found.cheaper)
    }

    #[test]
    fn what_is_charged_by_the_minute_is_the_same_by_the_hour() {
        let by_minute = Paid::By { each: 2_500_000_000, unit: 60, least: 0, step: 0 };
        assert_eq!(against(&hourly(150, 0, 0), &by_minute), (None, None));
    }

    #[test]
    fn a_larger_step_is_never_cheaper_and_dearer_for_what_is_begun() {
        assert_eq!(against(&hourly(150, 0, 15), &hourly(150, 0, 30)), (Some(900), None));
        assert_eq!(against(&hourly(150, 60, 15), &hourly(150, 60, 30)), (Some(3601), None));
        // Steps that do not divide one another round up now less and now more.
        assert_eq!(against(&hourly(150, 0, 20), &hourly(150, 0, 30)), (Some(900), Some(1800)));
        // The least hides what the steps are.
        assert_eq!(against(&hourly(150, 0, 60), &hourly(150, 60, 60)), (None, None));
    }

    #[test]
    fn a_dearer_hour_with_a_smaller_least_is_cheaper_for_short_work() {
        assert_eq!(against(&hourly(150, 60, 15), &hourly(160, 30, 15)), (Some(3600), Some(900)));
        // Only work of many hours costs more than a price for all of it.
        let flat = Paid::Flat(900_000_000_000);
        assert_eq!(against(&flat, &hourly(15, 0, 0)), (Some(64 * 3600), Some(900)));
    }

    #[test]
    fn a_price_for_all_of_it_is_dearer_for_short_work_only() {
        let flat = Paid::Flat(900_000_000_000);
        assert_eq!(against(&hourly(150, 0, 0), &flat), (Some(900), Some(8 * 3600)));
        assert_eq!(against(&Paid::Flat(0), &hourly(0, 60, 15)), (None, None));
    }

    #[test]
    fn money_is_to_the_cent() {
        let eur = SmolStr::from("EUR");
        let said = hourly(100, 0, 20).money(1, &eur).map(|money| money.amount.to_string());
        assert_eq!(said.as_deref(), Some("33.33"));
    }
}
