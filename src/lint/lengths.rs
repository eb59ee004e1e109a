//! Which of two lengths of time is longer, where that is certain.
//!
//! In: lengths as written. Out: an order where both run on one clock and every day, month and year leaves no doubt; `None`
//! where it depends on the instant. 30 days and one month do not compare, and neither do 8 business hours and 1 business day.

use crate::value::{Duration, Unit};
use std::cmp::Ordering;

/// How two lengths on one clock compare, for certain.
pub fn compare(one: &Duration, other: &Duration) -> Option<Ordering> {
    (one.clock == other.clock).then(|| amounts(one, other)).flatten()
}

/// How two lengths compare on whichever clock, for certain.
pub fn amounts(one: &Duration, other: &Duration) -> Option<Ordering> {
    if one.unit == other.unit {
        return Some(one.amount.cmp(&other.amount));
    }
    let on_the_wall =
        matches!((&one.clock, &other.clock), (crate::value::Clock::Elapsed, crate::value::Clock::Elapsed));
    let ((least, most), (low, high)) = (seconds(one, on_the_wall)?, seconds(other, on_the_wall)?);
    if most < low {
        Some(Ordering::Less)
    } else if least > high {
        Some(Ordering::Greater)
    } else if least == most && low == high && least == low {
        Some(Ordering::Equal)
    } else {
        None
    }
}

/// The fewest and the most seconds of a length. A day of open time has none: how long it is open is not asked here.
fn seconds(length: &Duration, on_the_wall: bool) -> Option<(i64, i64)> {
    const HOUR: i64 = 3600;
    const DAY: i64 = 24 * HOUR;
    // Clocks that are changed make a stretch of days an hour shorter or longer, whatever its length.
    let days = |least: i64, most: i64| (least * DAY - HOUR, most * DAY + HOUR);
    let amount = i64::from(length.amount);
    Some(match length.unit {
        Unit::Second => (amount, amount),
        Unit::Minute => (amount * 60, amount * 60),
        Unit::Hour => (amount * HOUR, amount * HOUR),
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year if !on_the_wall => return None,
        Unit::Day => days(amount, amount),
        Unit::Week => days(amount * 7, amount * 7),
        Unit::Month => days(months(amount, 28), months(amount, 31)),
        Unit::Quarter => days(months(amount * 3, 28), months(amount * 3, 31)),
        Unit::Year => days(amount * 365, amount * 366),
    })
}

/// The fewest or the most days of so many months.
fn months(count: i64, of_one: i64) -> i64 {
    let (years, rest) = (count / 12, count % 12);
    years * if of_one == 28 { 365 } else { 366 } + rest * of_one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use crate::value::{BusinessWord, Clock};

    fn of(amount: u32, unit: Unit, clock: Clock) -> Duration {
        Duration { amount, unit, clock, span: Span::default() }
    }

    fn wall(one: (u32, Unit), other: (u32, Unit)) -> Option<Ordering> {
        compare(&of(one.0, one.1, Clock::Elapsed), &of(other.0, other.1, Clock::Elapsed))
    }

    #[test]
    fn lengths_on_the_wall_compare_where_every_month_and_every_change_of_clocks_agrees() {
        assert_eq!(wall((90, Unit::Minute), (1, Unit::Hour)), Some(Ordering::Greater));
        assert_eq!(wall((60, Unit::Minute), (1, Unit::Hour)), Some(Ordering::Equal));
        assert_eq!(wall((24, Unit::Hour), (1, Unit::Day)), None);
        assert_eq!(wall((26, Unit::Hour), (1, Unit::Day)), Some(Ordering::Greater));
        assert_eq!(wall((30, Unit::Day), (1, Unit::Month)), None);
        assert_eq!(wall((32, Unit::Day), (1, Unit::Month)), Some(Ordering::Greater));
        assert_eq!(wall((11, Unit::Month), (1, Unit::Year)), Some(Ordering::Less));
    }

    #[test]
    fn days_of_open_time_compare_with_days_only() {
        let business = || Clock::Business(BusinessWord::Business);
        assert_eq!(compare(&of(9, Unit::Hour, business()), &of(1, Unit::Day, business())), None);
        assert_eq!(
            compare(&of(2, Unit::Day, business()), &of(1, Unit::Day, business())),
            Some(Ordering::Greater)
        );
        assert_eq!(compare(&of(9, Unit::Hour, business()), &of(1, Unit::Hour, Clock::Elapsed)), None);
    }
}
