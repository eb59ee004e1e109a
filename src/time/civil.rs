//! Dates of the Gregorian calendar, yearly days, times of day and weekdays.

use std::fmt;

/// A date, from 1970-01-01 to 2100-12-31, the years for which zones and calendars are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day after the years that are kept, which clocks east of UTC reach before the years end.
    pub(super) const LAST: Self = Self { year: 2101, month: 1, day: 1 };

    /// The last day of the years that are kept.
    pub const MAX: Self = Self { year: 2100, month: 12, day: 31 };

    /// The date, if there is such a day and it lies in the years that are kept.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let (m, d) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let real = (1970..=2100).contains(&year) && jiff::civil::Date::new(year, m, d).is_ok();
        real.then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        weekday(self.number())
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        // Days from civil: the year begins in March, so that the leap day comes last.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The date so many days after 1970-01-01, if it lies in the years that are kept or beside them: an instant within the
    /// years is 1969-12-31 on clocks west of UTC, or 2101-01-01 on clocks east of it.
    pub fn from_number(days: i64) -> Option<Self> {
        let (year, month, day) = parts(days);
        let year = i16::try_from(year).ok()?;
        Self::new(year, month, day)
            .or_else(|| (days == -1 || days == Self::LAST.number()).then_some(Self { year, month, day }))
    }

    /// The same day so many months later, or the last day of that month if it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let total = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let year = i16::try_from(total.div_euclid(12)).ok()?;
        let month = u8::try_from(total.rem_euclid(12) + 1).ok()?;
        (1..=self.day).rev().find_map(|day| Self::new(year, month, day))
    }
}

/// Year, month and day of any day, so many days after 1970-01-01.
pub fn parts(days: i64) -> (i64, u8, u8) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    // Days are at most 31 and months at most 12.
    (
        yoe + era * 400 + i64::from(month <= 2),
        u8::try_from(month).unwrap_or(0),
        u8::try_from(day).unwrap_or(0),
    )
}

/// The weekday of any day, so many days after 1970-01-01.
pub(super) fn weekday(days: i64) -> Weekday {
    Weekday::ALL[usize::try_from((days + 3).rem_euclid(7)).unwrap_or(0)]
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day of every year; February 29 exists in leap years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl MonthDay {
    /// The day, if some year has it.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        Date::new(2000, month, day).map(|_| Self { month, day })
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{:02}-{:02}", self.month, self.day)
    }
}

/// A time of day in seconds since midnight; 24:00 is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u32);

impl ClockTime {
    /// The beginning of a day.
    pub const MIDNIGHT: Self = Self(0);
    /// The end of a day.
    pub const DAY_END: Self = Self(86_400);

    /// The time, if a clock can show it or it is 24:00.
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        let whole = hour < 24 && minute < 60 && second < 60 || (hour, minute, second) == (24, 0, 0);
        whole.then(|| Self(u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second)))
    }

    /// The time so many seconds after midnight; more than a day has are its end.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(u32::try_from(seconds.max(0)).map_or(86_400, |seconds| seconds.min(86_400)))
    }

    /// Seconds since midnight, from 0 to 86,400.
    pub fn seconds(self) -> u32 {
        self.0
    }

    /// Hour, minute and second.
    pub fn parts(self) -> (u32, u32, u32) {
        (self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.parts();
        write!(f, "{hour:02}:{minute:02}")?;
        if second != 0 {
            write!(f, ":{second:02}")?;
        }
        Ok(())
    }
}

/// A date and a time of day, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// The time on that day.
    pub time: ClockTime,
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.time.parts();
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.date)
    }
}

/// A day of the week; the week begins on Monday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The number from 0 (Monday) to 6 (Sunday).
    pub fn index(self) -> usize {
        self as usize
    }

    /// The word of the language: `Mon` and so on.
    pub fn code(self) -> &'static str {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][self.index()]
    }

    /// The weekday with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_agree_over_all_years_that_are_kept() {
        let first = Date::new(1970, 1, 1).unwrap();
        let last = Date::new(2100, 12, 31).unwrap();
        assert_eq!((first.number(), last.number()), (0, 47_846));
        for number in 0..=last.number() {
            assert_eq!(Date::from_number(number).unwrap().number(), number);
        }
    }

    #[test]
    fn weekdays_agree_with_known_days() {
        assert_eq!(Date::new(1970, 1, 1).unwrap().weekday(), Weekday::Thursday);
        assert_eq!(Date::new(2026, 12, 24).unwrap().weekday(), Weekday::Thursday);
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        assert_eq!(Date::new(2026, 2, 29), None);
        assert_eq!(ClockTime::new(24, 1, 0), None);
        assert!(MonthDay::new(2, 29).is_some());
    }

    #[test]
    fn months_later_keep_within_the_month() {
        let date = Date::new(2026, 1, 31).unwrap();
        assert_eq!(date.plus_months(1), Date::new(2026, 2, 28));
        assert_eq!(date.plus_months(-2), Date::new(2025, 11, 30));
    }
}
