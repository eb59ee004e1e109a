//! The feasts that other days are counted from: Easter of the western and of the eastern churches, the equinoxes in Japan,
//! and the Hebrew year.
//!
//! In: a year. Out: a date, if it lies in the years that are kept.

use crate::time::Date;

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub fn western(year: i16) -> Option<Date> {
    let y = i64::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let correction = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    Date::new(year, u8::try_from(day / 31).ok()?, u8::try_from(day % 31 + 1).ok()?)
}

/// Easter Sunday of the eastern churches: the Julian computus, as a date of the Gregorian calendar.
pub fn eastern(year: i16) -> Option<Date> {
    let y = i64::from(year);
    let moon = (19 * (y % 19) + 15) % 30;
    let weekday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
    let day = moon + weekday + 114;
    let julian = Date::new(year, u8::try_from(day / 31).ok()?, u8::try_from(day % 31 + 1).ok()?)?;
    // The calendars lie 13 days apart from March 1900 to February 2100, and 14 after that.
    let apart = if year >= 2100 { 14 } else { 13 };
    Date::from_number(julian.number() + apart)
}

/// The two days on which day and night are equally long in Japan, where they are holidays: about March 20 and
/// September 23. The formula of the almanac holds from 1980 to 2099; the government publishes the day a year ahead.
pub fn equinox(year: i16, autumnal: bool) -> Option<Date> {
    let (month, base) = if autumnal { (9, 23_248_800) } else { (3, 20_843_100) };
    let since = i64::from(year) - 1980;
    // Millionths of a day; a year is longer than 365 days by 0.242194.
    let day = (base + 242_194 * since) / 1_000_000 - since.div_euclid(4);
    Date::new(year, month, u8::try_from(day).ok()?)
}

/// The day of the Hebrew calendar that falls into this year. Months are counted from Nisan (1) to Adar, or the second
/// Adar of a leap year (12 in both), and Tishri, with which the year of the count begins, is 7.
pub fn hebrew(year: i16, month: u8, day: u8) -> Option<Date> {
    let of_spring = i64::from(year) + 3760;
    let count = if (7..=9).contains(&month) { of_spring + 1 } else { of_spring };
    let new_year = hebrew_new_year(count);
    let length = hebrew_new_year(count + 1) - new_year;
    let leap = (7 * count + 1).rem_euclid(19) < 7;
    // Heshvan and Kislev take up what the length of the year leaves; Adar is double in a leap year.
    let heshvan = if length % 10 == 5 { 30 } else { 29 };
    let kislev = if length % 10 == 3 { 29 } else { 30 };
    let before_adar = if leap { 30 } else { 0 };
    let from_tishri = [30, heshvan, kislev, 29, 30, before_adar + 29, 30, 29, 30, 29, 30, 29];
    let place = usize::from((month + 5) % 12);
    let mut past: i64 = from_tishri.iter().take(place).sum();
    if month == 12 {
        past += before_adar;
    }
    Date::from_number(new_year + past + i64::from(day) - 1)
}

/// The first of Tishri of a year of the Hebrew count, in days since 1970-01-01.
fn hebrew_new_year(count: i64) -> i64 {
    // Months since the count began, and the parts (1,080 to the hour) of the mean new moon.
    let months = (235 * count - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let mut day = 29 * months + parts.div_euclid(25_920);
    // The year does not begin on Sunday, Wednesday or Friday.
    if (3 * (day + 1)).rem_euclid(7) < 3 {
        day += 1;
    }
    let before = plain_new_year(count - 1);
    let after = plain_new_year(count + 1);
    if after - day == 356 {
        day += 2;
    } else if day - before == 382 {
        day += 1;
    }
    day - 2_092_590
}

/// The same without the two rules that keep years from being too long or too short.
fn plain_new_year(count: i64) -> i64 {
    let months = (235 * count - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}
