//! The feasts that other days are counted from, against tables that are printed elsewhere.

use super::super::easter::{eastern, equinox, hebrew, western};
use crate::time::Date;

/// Month and day of Easter Sunday from 1970 on, as the churches print it.
const WESTERN: &str = "0329 0411 0402 0422 0414 0330 0418 0410 0326 0415 0406 0419 0411 0403 0422 0407 0330 0419 0403 0326 \
    0415 0331 0419 0411 0403 0416 0407 0330 0412 0404 0423 0415 0331 0420 0411 0327 0416 0408 0323 0412 \
    0404 0424 0408 0331 0420 0405 0327 0416 0401 0421 0412 0404 0417 0409 0331 0420 0405 0328 0416 0401 \
    0421 0413 0328 0417 0409 0325 0413 0405 0425 0410 0401 0421 0406 0329 0417 0409 0325 0414 0405 0418 \
    0410 0402 0421 0406 0329 0418 0402 0422 0414 0330 0418 0410 0326 0415 0406 0329 0411 0403 0422 0414 \
    0330 0419 0410 0326 0415 0407 0419 0411 0403 0423 0407 0330 0419 0404 0326 0415 0331 0420 0411 0403 \
    0416 0408 0330 0412 0404 0424 0415 0331 0420 0412 0328";

/// The same by the Julian computus, as dates of the Gregorian calendar.
const EASTERN: &str = "0426 0418 0409 0429 0414 0504 0425 0410 0430 0422 0406 0426 0418 0508 0422 0414 0504 0419 0410 0430 \
    0415 0407 0426 0418 0501 0423 0414 0427 0419 0411 0430 0415 0505 0427 0411 0501 0423 0408 0427 0419 \
    0404 0424 0415 0505 0420 0412 0501 0416 0408 0428 0419 0502 0424 0416 0505 0420 0412 0502 0416 0408 \
    0428 0413 0502 0424 0409 0429 0420 0405 0425 0417 0506 0421 0413 0503 0424 0409 0429 0421 0405 0425 \
    0417 0507 0421 0413 0503 0418 0409 0429 0414 0504 0425 0410 0430 0422 0413 0426 0418 0410 0429 0414 \
    0504 0419 0410 0430 0422 0407 0426 0418 0508 0423 0414 0504 0419 0411 0430 0415 0407 0427 0418 0501 \
    0423 0408 0427 0419 0411 0424 0415 0505 0427 0412 0502";

fn assert_table(table: &str, easter: fn(i16) -> Option<Date>) {
    let known: Vec<&str> = table.split_whitespace().collect();
    assert_eq!(known.len(), 131);
    for (year, day) in (1970..=2100).zip(known) {
        let found = easter(year).unwrap();
        assert_eq!(format!("{:02}{:02}", found.month(), found.day()), day, "{year}");
        assert_eq!(found.weekday().code(), "Sun");
    }
}

#[test]
fn easter_is_on_the_day_that_the_tables_print_from_1970_to_2100() {
    assert_table(WESTERN, western);
    assert_table(EASTERN, eastern);
}

#[test]
fn hebrew_days_fall_on_the_dates_of_the_printed_calendar() {
    let date = |year, month, day| Date::new(year, month, day);
    // The first of Tishri and the fifteenth of Nisan, of plain and leap years of every length.
    let years = [
        (2016, (10, 3), (4, 23)),
        (2017, (9, 21), (4, 11)),
        (2018, (9, 10), (3, 31)),
        (2019, (9, 30), (4, 20)),
        (2020, (9, 19), (4, 9)),
        (2021, (9, 7), (3, 28)),
        (2022, (9, 26), (4, 16)),
        (2023, (9, 16), (4, 6)),
        (2024, (10, 3), (4, 23)),
        (2025, (9, 23), (4, 13)),
        (2026, (9, 12), (4, 2)),
        (2027, (10, 2), (4, 22)),
    ];
    for (year, new_year, passover) in years {
        assert_eq!(hebrew(year, 7, 1), date(year, new_year.0, new_year.1), "{year}");
        assert_eq!(hebrew(year, 1, 15), date(year, passover.0, passover.1), "{year}");
    }
    // Hanukkah begins on 25 Kislev; Purim, in the last month of winter, moves with the leap month.
    assert_eq!(hebrew(2024, 9, 25), date(2024, 12, 26));
    assert_eq!(hebrew(2024, 12, 14), date(2024, 3, 24));
    assert_eq!(hebrew(2025, 12, 14), date(2025, 3, 14));
}

#[test]
fn a_hebrew_year_never_begins_on_sunday_wednesday_or_friday() {
    for year in 1970..=2100 {
        let first = hebrew(year, 7, 1).unwrap().weekday().code();
        assert!(!["Sun", "Wed", "Fri"].contains(&first), "{year} begins on {first}");
    }
}

#[test]
fn equinoxes_in_japan_are_on_the_days_that_were_announced() {
    let announced =
        [(2015, 21, 23), (2016, 20, 22), (2020, 20, 22), (2023, 21, 23), (2024, 20, 22), (2027, 21, 23)];
    for (year, spring, autumn) in announced {
        assert_eq!(equinox(year, false), Date::new(year, 3, spring));
        assert_eq!(equinox(year, true), Date::new(year, 9, autumn));
    }
}
